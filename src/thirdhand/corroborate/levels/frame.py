"""Where claims stand among the unknowns: the level at each time, and the bias of each voice."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.levels.series import Columns

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# So many times and biases at most; days are joined, and other biases go into the errors.
MOST_TIMES, MOST_VOICES = 160, 60


@dataclass(frozen=True)
class Frame:
    """The times, the voices that have a bias, and what each claim is a claim of.

    node: the time of each claim, as a place in `days`. bias: its voice's bias, as a place among all
    unknowns, or -1: a voice that is heard once has none, it goes into the error. spread: each
    voice's factor on the error.
    """

    told: Columns
    days: Floats
    node: Ints
    bias: Ints
    voices: Ints
    spread: Floats

    @property
    def times(self) -> int:
        """How many times there are; the biases come after them."""
        return len(self.days)

    @property
    def size(self) -> int:
        """Times and biases."""
        return len(self.days) + len(self.voices)

    def at(self, rows: Floats) -> Floats:
        """The sum of level and bias for each claim. rows: answers x unknowns."""
        own = np.maximum(self.bias, 0)
        return rows[..., self.node] + np.where(self.bias >= 0, rows[..., own], 0.0)

    def reach(self, cov: Floats) -> Floats:
        """How the level at each time goes with that sum of each claim: times x claims."""
        rows = cov[: self.times]
        bias = np.where(self.bias >= 0, rows[:, np.maximum(self.bias, 0)], 0.0)
        out: Floats = rows[:, self.node] + bias
        return out

    def pairs(self, cov: Floats, times: Ints, claims: Ints) -> Floats:
        """The same for some times, each with a claim: answers x pairs."""
        own = self.bias[claims]
        bias = np.where(own >= 0, cov[:, times, np.maximum(own, 0)], 0.0)
        out: Floats = cov[:, times, self.node[claims]] + bias
        return out

    def spreads(self, var: Floats, cross: Floats) -> Floats:
        """The variance of that sum. var: of each unknown; cross: of each time with each bias."""
        told = self.bias >= 0
        out: Floats = var[:, self.node]
        out[:, told] += var[:, self.bias[told]]
        out[:, told] += 2 * cross[:, self.node[told], self.bias[told] - self.times]
        return out


def frame(told: Columns) -> Frame:
    """The claims in their places."""
    days = np.unique(told.day)
    if len(days) > MOST_TIMES:
        days = np.unique(np.quantile(days, np.linspace(0, 1, MOST_TIMES), method="nearest"))
    claims = np.bincount(told.voice)
    many = np.flatnonzero(claims > 1)
    heard = np.sort(many[np.argsort(-claims[many], kind="stable")][:MOST_VOICES])
    bias = np.full(len(claims), -1)
    bias[heard] = len(days) + np.arange(len(heard))
    start = np.bincount(told.voice, told.rank) / claims
    return Frame(told, days, _nearest(days, told.day), bias[told.voice], heard, start)


def around(told: Columns, days: Floats, many: int) -> Floats:
    """For each day the middle of the `many` figures that are told around it."""
    points = np.flatnonzero(told.side == 0)
    order = points[np.argsort(told.day[points], kind="stable")]
    if not len(order):
        return np.zeros(len(days))
    wide = min(many, len(order))
    start = np.searchsorted(told.day[order], days) - wide // 2
    window = np.clip(start, 0, len(order) - wide)[:, None] + np.arange(wide)
    out: Floats = np.median(told.number[order][window], axis=1)
    return out


def _nearest(days: Floats, wanted: Floats) -> Ints:
    if len(days) == 1:
        return np.zeros(len(wanted), np.int64)
    right = np.clip(np.searchsorted(days, wanted), 1, len(days) - 1)
    return np.where(wanted - days[right - 1] <= days[right] - wanted, right - 1, right)
