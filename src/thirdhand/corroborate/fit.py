"""The level and the biases as one normal distribution, for each answer of a grid.

Expectation propagation (Minka 2001): each claim and each step of the level is taken out, looked at
against all others, and put back as a normal stand-in with the same moments. What all stand-ins make
of the claims together is how well the answer explains them.
"""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate import sites
from thirdhand.corroborate.frame import Frame, around

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# The grid: error of claims, biases of voices, movement in a month; all as shares.
GRID = ((0.005, 0.015, 0.045, 0.135, 0.4), (0.005, 0.02, 0.08), (0.004, 0.015, 0.05, 0.15))
# What is likely before any claim: the middle of each, and how far (in logarithms) it may lie off.
LIKELY = ((0.02, 1.0), (0.02, 1.0), (0.025, 1.2))
# Before any claim the level lies this far (variance) from the middle of all that is told.
WIDE = 1.0
ROUNDS, STILL = 60, 1e-4
# How far a stand-in moves in a round: less and less, as two claims that exclude each other swing.
DAMP, SLOWER, SLOWEST = 0.6, 0.9, 0.1
# After so many rounds answers that explain the claims far worse (in logarithms) are dropped.
FIRST, WORSE = 8, 7.0
# A voice's own spread starts from so many claims' worth of what is usual.
HELD = 6.0


class Fit:
    """answers x claims: weight and pull (the stand-ins); answers x steps: hold and drift.

    mean, cov: of all unknowns for each answer. score: log of how well it explains the claims.
    """

    def __init__(self, where: Frame) -> None:
        self.where = where
        self.answers = np.array(list(product(*GRID)))
        middle, off = np.array(LIKELY).T
        self.prior = -0.5 * ((np.log(self.answers / middle) / off) ** 2).sum(axis=1)
        told = where.told
        # A claim far from those around its time starts with little weight.
        noise = self.error + told.loose**2 + (told.number - around(told)) ** 2
        self.weight = np.where(told.side == 0, 0.5 / noise, 0.0)
        self.pull = self.weight * told.number
        self.hold = 1 / (self.moved * np.maximum(where.months, 0.02))
        self.drift = np.zeros_like(self.hold)
        self.damp = DAMP
        self.settle()
        self.score = self.prior

    @property
    def error(self) -> Floats:
        """The variance of a claim's error, answers x 1."""
        return self.answers[:, :1] ** 2

    @property
    def moved(self) -> Floats:
        """The variance of a month's movement, answers x 1."""
        return self.answers[:, 2:] ** 2

    def run(self) -> "Fit":
        """Until nothing moves; answers that explain the claims far worse are dropped on the way."""
        for turn in range(ROUNDS):
            before = self.mean, self.cov
            self.damp = max(DAMP * SLOWER**turn, SLOWEST)
            evidence = self.look() + self.step()
            self.score = self.prior + self.made + evidence
            self.settle()
            if turn == FIRST:
                self._keep(self.score >= self.score.max() - WORSE)
            elif turn > FIRST and self._still(*before):
                break
        return self

    def _still(self, mean: Floats, cov: Floats) -> bool:
        """True where no unknown has moved, nor how well it is known."""
        line = np.arange(self.where.size)
        known, was = (np.sqrt(one[:, line, line]) for one in (self.cov, cov))
        moved = max(np.abs(self.mean - mean).max(), np.abs(known - was).max())
        return bool(moved < STILL)

    @property
    def share(self) -> Floats:
        """How far each answer counts."""
        share = np.exp(self.score - self.score.max())
        out: Floats = share / share.sum()
        return out

    def settle(self) -> None:
        """The normal distribution that all stand-ins make together."""
        where, times = self.where, self.where.times
        many, line = len(self.answers), np.arange(times)
        precision = np.zeros((many, where.size, where.size))
        shift = np.zeros((many, where.size))
        precision[:, line, line] = 1 / (WIDE * times)
        own = np.arange(times, where.size)
        precision[:, own, own] = 1 / self.answers[:, 1:2] ** 2
        mine = where.bias >= 0
        node, bias, weight = where.node[mine], where.bias[mine], self.weight[:, mine]
        _add(precision, where.node, where.node, self.weight)
        for row, column in ((bias, bias), (node, bias), (bias, node)):
            _add(precision, row, column, weight)
        _add_to(shift, where.node, self.pull)
        _add_to(shift, bias, self.pull[:, mine])
        left, right = line[:-1], line[1:]
        for row, column, sign in ((left, left, 1), (right, right, 1), (left, right, -1)):
            precision[:, row, column] += sign * self.hold
        precision[:, right, left] -= self.hold
        shift[:, left] -= self.drift
        shift[:, right] += self.drift
        self.cov = _inverse(precision)
        self.mean = np.einsum("hij,hj->hi", self.cov, shift)
        self.made = 0.5 * ((shift * self.mean).sum(axis=1) - np.linalg.slogdet(precision)[1])
        self.made -= len(where.voices) * np.log(self.answers[:, 1])

    def seen(self) -> tuple[sites.Parts, Floats, Floats]:
        """Each claim against all others: its parts, and what is known without it."""
        where, told = self.where, self.where.told
        mean, var = where.at(self.mean), where.spreads(self.cov)
        at, free = _without(mean, var, self.weight, self.pull)
        single = np.where(where.bias < 0, self.answers[:, 1:2] ** 2, 0.0)
        spread = self.error * where.spread[told.voice] ** 2 + single
        loose = told.loose**2 + self.moved * told.off
        parts = sites.figure(at, free, np.broadcast_to(told.number, at.shape), spread, loose)
        open_ = told.side != 0
        if open_.any():
            number, side = (
                np.broadcast_to(c[open_], at[:, open_].shape) for c in (told.number, told.side)
            )
            limit = sites.bound(
                at[:, open_], free[:, open_], number, (spread + loose)[:, open_], side
            )
            for all_, some in zip(parts, limit, strict=True):
                all_[:2, :, open_] = some
            parts[0][2:, :, open_] = -np.inf
        return sites.or_else(parts, at, free, told.counted, told.copied), at, free

    def look(self) -> Floats:
        """Make each claim's stand-in better."""
        parts, at, free = self.seen()
        found = sites.whole(parts)
        evidence = _evidence(found[0], at, free, self.weight, self.pull)
        self.weight, self.pull = _stand_in(
            found, at, free, self.weight, self.pull, (0.0, self.damp)
        )
        return evidence

    def step(self) -> Floats:
        """Make the stand-in of each step of the level better."""
        left, right = np.arange(self.where.times - 1), np.arange(1, self.where.times)
        mean = self.mean[:, right] - self.mean[:, left]
        var = self.cov[:, right, right] + self.cov[:, left, left] - 2 * self.cov[:, left, right]
        at, free = _without(mean, var, self.hold, self.drift)
        months = np.maximum(self.where.months, 0.02)
        found = sites.whole(sites.step(at, free, self.moved * months, months))
        evidence = _evidence(found[0], at, free, self.hold, self.drift)
        way = 1e-4, self.damp
        self.hold, self.drift = _stand_in(found, at, free, self.hold, self.drift, way)
        return evidence

    def spreads(self) -> Floats:
        """Each voice's factor on the error: from its claims, held to what its letter says."""
        where, told = self.where, self.where.told
        square = (told.number - where.at(self.mean)) ** 2 + where.spreads(self.cov)
        usual = self.error + told.loose**2
        counted = self.fresh() * (told.side == 0)
        far = self.share @ (counted * np.minimum(square / usual, 25.0))
        sums = [
            np.bincount(told.voice, one, len(where.spread)) for one in (far, self.share @ counted)
        ]
        out: Floats = np.sqrt((HELD * where.spread**2 + sums[0]) / (HELD + sums[1]))
        return out

    def fresh(self) -> Floats:
        """The chance that each claim was counted anew, answers x claims."""
        log, *_ = self.seen()[0]
        weight = np.exp(log - log.max(axis=0))
        out: Floats = 1 - weight[-1] / weight.sum(axis=0)
        return out

    def _keep(self, kept: NDArray[np.bool_]) -> None:
        for name, rows in vars(self).items():
            if name not in ("where", "damp"):
                setattr(self, name, rows[kept])


def _inverse(matrix: Floats) -> Floats:
    out: Floats = np.linalg.inv(matrix).astype(np.float64)
    return out


def _add(matrix: Floats, row: Ints, column: Ints, value: Floats) -> None:
    """matrix[:, row, column] += value, where a place may be named twice."""
    size = matrix.shape[1]
    _add_to(matrix.reshape(len(matrix), size * size), row * size + column, value)


def _add_to(rows: Floats, place: Ints, value: Floats) -> None:
    if not len(place):
        return
    order = np.argsort(place, kind="stable")
    ordered = place[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    rows[:, ordered[starts]] += np.add.reduceat(value[:, order], starts, axis=1)


def _without(mean: Floats, var: Floats, weight: Floats, pull: Floats) -> tuple[Floats, Floats]:
    """What is known of a number without its stand-in."""
    rest = np.maximum(1 / var - weight, 1e-5)
    return (mean / var - pull) / rest, 1 / rest


def _stand_in(
    found: sites.Parts,
    at: Floats,
    free: Floats,
    weight: Floats,
    pull: Floats,
    bounds: tuple[float, float],
) -> tuple[Floats, Floats]:
    """The stand-in that gives what was found, moved there part of the way.

    bounds: the least weight, and the part of the way.
    """
    (_, mean, var), (floor, part) = found, bounds
    new = np.clip(1 / var - 1 / free, floor, 1e9)
    drawn = (new + 1 / free) * mean - at / free
    return weight + part * (new - weight), pull + part * (drawn - pull)


def _evidence(log: Floats, at: Floats, free: Floats, weight: Floats, pull: Floats) -> Floats:
    """What was found over what its stand-in makes of the same, as a logarithm; one an answer."""
    stand = 0.5 * ((pull + at / free) ** 2 / (weight + 1 / free) - at**2 / free)
    stand -= 0.5 * np.log1p(weight * free)
    out: Floats = (log - stand).sum(axis=1)
    return out
