"""How high a stock was over time, from what voices said of it at some times.

The level moves from one time to the next by a random walk with leaps. A claim is the level, plus
the voice's own bias, plus an error that is now and then far larger than usual; or a number that was
told before and is told again without being counted anew. How far the level moves in a month, how
far claims err and how biased voices are is not known: a grid of answers is tried, and each counts
by how well it explains the claims (Rue, Martino and Chopin 2009). `fit.py` finds the level under
each answer. Harvey 1989 and Durbin and Koopman 2012 have the model, Kitagawa 1987 the leaps.
Nothing is drawn at random.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate import sites
from thirdhand.corroborate.fit import Fit
from thirdhand.corroborate.frame import frame
from thirdhand.corroborate.normal import phi
from thirdhand.corroborate.series import Columns

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

HALVINGS = 50


@dataclass(frozen=True)
class Level:
    """What was found, at each day asked: a mixture of normals, parts x days.

    shares: days x claims, what each claim adds to the level there. fresh: the chance that each
    claim was counted anew. bias, bias_var, spread: of each voice (spread: its error, as a share).
    """

    weight: Floats
    mean: Floats
    var: Floats
    shares: Floats
    fresh: Floats
    bias: Floats
    bias_var: Floats
    spread: Floats

    def below(self, numbers: Floats) -> Floats:
        """The chance at each day that the level was less than that day's number."""
        out: Floats = (self.weight * phi((numbers - self.mean) / np.sqrt(self.var))).sum(axis=0)
        return out

    def quantile(self, part: float) -> Floats:
        """The number at each day under which the level lay with chance `part`."""
        wide = 9 * np.sqrt(self.var)
        low, high = (self.mean - wide).min(axis=0), (self.mean + wide).max(axis=0)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            under = self.below(middle) < part
            low, high = np.where(under, middle, low), np.where(under, high, middle)
        out: Floats = (low + high) / 2
        return out


def level(told: Columns, asked: Floats) -> Level:
    """The level at each day asked (ordinals)."""
    where, places = frame(told, asked)
    return _level(Fit(where).run().again(), places)


def _level(fit: Fit, places: Ints) -> Level:
    where, share = fit.where, fit.share
    reach = fit.cov[:, places][:, :, where.node]
    bias = fit.cov[:, places][:, :, np.maximum(where.bias, 0)]
    reach = reach + np.where(where.bias >= 0, bias, 0.0)
    pulls = np.einsum("h,htn->tn", share, np.abs(reach) * fit.weight[:, None])
    shares = pulls / np.maximum(pulls.sum(axis=1, keepdims=True), 1e-300)
    weight, mean, var = _mixture(fit, reach, places, pulls.argmax(axis=1))
    own, usual = where.times + np.arange(len(where.voices)), share @ fit.answers[:, 1] ** 2
    off = np.zeros(len(where.spread))
    off_var = np.full(len(where.spread), usual)
    off[where.voices] = share @ fit.mean[:, own]
    off_var[where.voices] = share @ (
        fit.cov[:, own, own] + (fit.mean[:, own] - off[where.voices]) ** 2
    )
    error = where.spread * np.sqrt(share @ fit.error[:, 0])
    return Level(weight, mean, var, shares, share @ fit.fresh(), off, off_var, error)


def _mixture(fit: Fit, reach: Floats, places: Ints, main: Ints) -> tuple[Floats, Floats, Floats]:
    """The level at each place as a mixture: the claim that bears on it most is told in full.

    One normal would be too wide where all rests on a claim that is now and then far off.
    """
    log, at, left = fit.seen(main)
    _, chance = sites.shares(log)
    known, spread = fit.where.at(fit.mean)[:, main], fit.where.spreads(fit.cov)[:, main]
    slope = reach[:, np.arange(len(places)), main] / spread
    base = fit.cov[:, places, places] - slope**2 * spread
    mean = fit.mean[:, places] + slope * (at - known)
    var = np.maximum(base, 0.0) + slope**2 * left
    size = -1, len(places)
    weight = fit.share[:, None] * chance
    return weight.reshape(size), mean.reshape(size), np.maximum(var, 1e-14).reshape(size)
