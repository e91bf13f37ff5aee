"""The level and the biases as one normal distribution, for each answer of a grid.

Which of its parts a claim or a step is drawn from (near or far, counted anew or taken over, usual
or a leap) is not known: how likely each part is, and where the level lies, are made better in turn
(variational expectation and maximisation, Jordan and others 1999; with one level and known parts
it is the Kalman smoother). Each turn explains the claims better, and how well at the end tells how
far an answer counts. Limits have no such parts: each gets a normal stand-in with the moments that
it leaves when it is held against all others (expectation propagation, Minka 2001).
"""

from dataclasses import replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.levels import sites
from thirdhand.corroborate.levels.frame import Frame, around
from thirdhand.corroborate.levels.series import MONTH

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# The grid: error of claims, biases of voices, movement in a month; all as shares.
GRID = ((0.01, 0.025, 0.06, 0.15, 0.4), (0.01, 0.03, 0.09), (0.004, 0.015, 0.05, 0.15))
# What is likely before any claim: the middle of each, and how far (in logarithms) it may lie off.
LIKELY = ((0.02, 0.7), (0.02, 0.7), (0.025, 1.2))
# Before any claim the level lies this far (variance) from the middle of all that is told.
WIDE = 1.0
# Times nearer to each other than this (months) are a step apart all the same.
SHORTEST = 0.02
# What is found may hang on where the search starts: from the middle of few claims around each time,
# and of many. Both count, by how well they explain the claims.
STARTS = (3, 9)
ROUNDS, STILL, DAMP = 40, 1e-3, 0.5
# After so many rounds answers that explain the claims so much worse (in logarithms) are dropped.
WORSE = {3: 20.0, 10: 10.0}
# Two starts that come so near to each other have found the same.
TWICE = 0.01
# A voice's own spread starts from so many claims' worth of what is usual.
HELD = 12.0


class Fit:
    """answers x claims: weight and pull, a claim's precision and its precision times its number.

    hold: answers x steps, the precision of each. mean, cov: of all unknowns for each answer. score:
    log of how well it explains the claims.
    """

    def __init__(self, where: Frame) -> None:
        self.where = where
        self.months = np.maximum(np.diff(where.days) / MONTH, SHORTEST)
        grid = np.array(list(product(*GRID)))
        self.answers = np.concatenate([grid] * len(STARTS))
        middle, off = np.array(LIKELY).T
        self.prior = -0.5 * ((np.log(self.answers / middle) / off) ** 2).sum(axis=1)
        self.score = self.prior
        # A claim far from those around its time starts with little weight, a step between such
        # times with little hold.
        told, ways = where.told, len(grid)
        far = [(told.number - around(told, told.day, wide)) ** 2 for wide in STARTS]
        noise = self.error + told.loose**2 + np.repeat(far, ways, axis=0)
        self.weight = np.where(told.side == 0, 0.5 / noise, 0.0)
        self.pull = self.weight * told.number
        path = [np.diff(around(told, where.days, wide)) ** 2 for wide in STARTS]
        self.hold = 1 / (self.moved * self.months + np.repeat(path, ways, axis=0))
        self.settle()

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
            self.look()
            self.step()
            self.settle()
            if turn in WORSE:
                self.judge(WORSE[turn])
            elif turn > max(WORSE) and self._still(*before):
                break
        self.judge(min(WORSE.values()))
        return self

    def judge(self, worse: float) -> None:
        """Score the answers; drop those so much worse than the best, and what is found twice."""
        self.score = self.prior + self.known() + self.look() + self.step()
        keep = self.score >= self.score.max() - worse
        _, named = np.unique(self.answers, axis=0, return_inverse=True)
        for first in range(len(keep)):
            same = (named == named[first]) & keep & keep[first]
            same[: first + 1] = False
            near = np.abs(self.mean[same] - self.mean[first]).max(axis=1, initial=0.0) < TWICE
            keep[np.flatnonzero(same)[near]] = False
        self._keep(keep)

    def again(self) -> "Fit":
        """The same with each voice's own spread, learned from how it fared."""
        self.where = replace(self.where, spread=self.spreads())
        return self.run()

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
        self.cov = _inverse(precision)
        self.mean = np.einsum("hij,hj->hi", self.cov, shift)

    def known(self) -> Floats:
        """How well the unknowns fit what was likely before, and how widely they are spread."""
        size, times = self.where.size, self.where.times
        line = np.arange(size)
        square = self.mean**2 + self.cov[:, line, line]
        before = np.where(line < times, 1 / (WIDE * times), 1 / self.answers[:, 1:2] ** 2)
        found: Floats = 0.5 * (np.linalg.slogdet(self.cov)[1] - (before * square).sum(axis=1))
        found -= (size - times) * np.log(self.answers[:, 1])
        return found

    def noise(self) -> tuple[Floats, Floats]:
        """The variance of each claim's error, and of what is loose besides."""
        where, told = self.where, self.where.told
        single = np.where(where.bias < 0, self.answers[:, 1:2] ** 2, 0.0)
        spread = self.error * where.spread[told.voice] ** 2 + single
        return spread, told.loose**2 + self.moved * told.off

    def look(self) -> Floats:
        """Weigh each claim by which part it is likely to be from."""
        told = self.where.told
        mean, var = self.where.at(self.mean), self.where.spreads(self.cov)
        spread, loose = self.noise()
        log, noise = sites.figure((told.number - mean) ** 2 + var, spread, loose)
        log = np.concatenate([log + told.counted, np.broadcast_to(told.copied, (1, *mean.shape))])
        gained, chance = sites.shares(log)
        weight = (chance[:-1] / noise).sum(axis=0)
        limits = told.side != 0
        pull = weight * told.number
        if limits.any():
            found = self.limits(limits, mean, var, spread + loose)
            weight[:, limits], pull[:, limits], gained[:, limits] = found
        self.weight, self.pull = weight, pull
        return _each(gained)

    def limits(
        self, which: NDArray[np.bool_], mean: Floats, var: Floats, spread: Floats
    ) -> tuple[Floats, Floats, Floats]:
        """(weight, pull, what it explains) of the claims that are limits."""
        mean, var, spread = mean[:, which], var[:, which], spread[:, which]
        weight, pull = self.weight[:, which], self.pull[:, which]
        at, free = _without(mean, var, weight, pull)
        parts = self._bound(which, at, free, spread)
        log, moved, left = sites.whole(parts)
        stand = 0.5 * ((pull + at / free) ** 2 / (weight + 1 / free) - at**2 / free)
        stand -= 0.5 * np.log1p(weight * free)
        gained = log - stand - 0.5 * weight * (mean**2 + var) + pull * mean
        new = np.clip(1 / left - 1 / free, 0.0, 1e9)
        drawn = (new + 1 / free) * moved - at / free
        return weight + DAMP * (new - weight), pull + DAMP * (drawn - pull), gained

    def _bound(
        self, which: NDArray[np.bool_], at: Floats, free: Floats, spread: Floats
    ) -> sites.Parts:
        told = self.where.told
        parts = sites.bound(at, free, told.number[which], spread, told.side[which])
        return sites.or_else(parts, at, free, told.counted[which], told.copied[which])

    def step(self) -> Floats:
        """Weigh each step of the level by whether it is a usual one."""
        left, right = np.arange(self.where.times - 1), np.arange(1, self.where.times)
        mean = self.mean[:, right] - self.mean[:, left]
        var = self.cov[:, right, right] + self.cov[:, left, left] - 2 * self.cov[:, left, right]
        log, noise = sites.step(mean**2 + var, self.moved * self.months, self.months)
        gained, chance = sites.shares(log)
        self.hold = (chance / noise).sum(axis=0)
        return _each(gained)

    def seen(self, which: Ints) -> sites.Parts:
        """These claims against all others: the sum of level and bias as a mixture."""
        told = self.where.told
        rows = self.where.at(self.mean), self.where.spreads(self.cov), self.weight, self.pull
        at, free = _without(*(row[:, which] for row in rows))
        spread, loose = (row[:, which] for row in self.noise())
        parts = sites.against(at, free, told.number[which], spread, loose)
        limits = told.side[which] != 0
        if limits.any():
            own = which[limits]
            noise = (spread + loose)[:, limits]
            ends = at[:, limits], free[:, limits], told.number[own], noise, told.side[own]
            found = sites.bound(*ends)
            for every, limit in zip(parts, found, strict=True):
                every[:2, :, limits] = limit
            parts[0][2:, :, limits] = -np.inf
        return sites.or_else(parts, at, free, told.counted[which], told.copied[which])

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
        _, chance = sites.shares(self.seen(np.arange(len(self.where.node)))[0])
        out: Floats = 1 - chance[-1]
        return out

    def _keep(self, kept: NDArray[np.bool_]) -> None:
        for name, rows in vars(self).items():
            if name not in ("where", "months"):
                setattr(self, name, rows[kept])


def _each(rows: Floats) -> Floats:
    out: Floats = rows.sum(axis=1)
    return out


def _inverse(matrix: Floats) -> Floats:
    out: Floats = np.asarray(np.linalg.inv(matrix), np.float64)
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
