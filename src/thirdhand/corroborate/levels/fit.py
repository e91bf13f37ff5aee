"""The level and the biases as one normal distribution, for each answer of a grid.

Which of its parts a claim or a step is drawn from (near or far, counted anew or taken over, usual
or a leap) is not known: how likely each part is, and where the level lies, are made better in turn
(variational expectation and maximisation, Jordan and others 1999; with one level and known parts
it is the Kalman smoother). Each turn explains the claims better, and how well at the end tells how
far an answer counts. Limits have no such parts: each gets a normal stand-in with the moments that
it leaves when it is held against all others (expectation propagation, Minka 2001).
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.levels import sites
from thirdhand.corroborate.levels.frame import Frame, around
from thirdhand.corroborate.levels.joint import Joint, Precision
from thirdhand.corroborate.levels.series import MONTH
from thirdhand.corroborate.levels.sums import Sums

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
# Most of what a fit costs is spent on the first rounds, where all answers are tried: those that are
# out of all reach go at once.
HOPELESS = {0: 400.0, 1: 100.0}
# Two starts that come so near to each other have found the same.
TWICE = 0.01
# A voice's own spread starts from so many claims' worth of what is usual.
HELD = 12.0
# So many numbers are looked at in one go: what they need stays near the processor.
AT_ONCE = 1 << 15
ALL = slice(None)


class Fit:
    """answers x claims: weight and pull, a claim's precision and its precision times its number.

    hold: answers x steps, the precision of each. precision, joint: of all unknowns for each answer.
    score: log of how well it explains the claims.
    """

    def __init__(self, where: Frame) -> None:
        self.where = where
        self.sums = Sums.of(where)
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

    @property
    def mean(self) -> Floats:
        """Answers x unknowns."""
        return self.joint.mean

    @property
    def cov(self) -> Floats:
        """Answers x unknowns x unknowns. Rounds do without: it is the most that can be asked."""
        return self.precision.dense

    def run(self) -> "Fit":
        """Until nothing moves; answers that explain the claims far worse are dropped on the way."""
        for turn in range(ROUNDS):
            score = self.prior + self.known() + self.look() + self.step()
            if turn in HOPELESS:
                self._keep(score >= score.max() - HOPELESS[turn])
            before = self.joint
            self.settle()
            if turn in WORSE:
                self.judge(WORSE[turn])
            elif turn > max(WORSE) and self._still(before):
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

    def _still(self, was: Joint) -> bool:
        """True where no unknown has moved, nor how well it is known."""
        now = self.joint
        known = np.abs(np.sqrt(now.var) - np.sqrt(was.var)).max()
        return bool(max(np.abs(now.mean - was.mean).max(), known) < STILL)

    @property
    def share(self) -> Floats:
        """How far each answer counts."""
        share = np.exp(self.score - self.score.max())
        out: Floats = share / share.sum()
        return out

    def settle(self) -> None:
        """The normal distribution that all stand-ins make together."""
        sums, times = self.sums, self.where.times
        level = sums.times(self.weight) + 1 / (WIDE * times)
        level[:, :-1] += self.hold
        level[:, 1:] += self.hold
        self.precision = Precision(
            level,
            sums.biases(self.weight) + 1 / self.answers[:, 1:2] ** 2,
            self.hold,
            sums.both(self.weight),
            np.concatenate([sums.times(self.pull), sums.biases(self.pull)], axis=1),
        )
        self.joint = self.precision.joint()

    def known(self) -> Floats:
        """How well the unknowns fit what was likely before, and how widely they are spread."""
        size, times = self.where.size, self.where.times
        square = self.mean**2 + self.joint.var
        before = np.where(
            np.arange(size) < times, 1 / (WIDE * times), 1 / self.answers[:, 1:2] ** 2
        )
        found: Floats = 0.5 * (self.joint.log - (before * square).sum(axis=1))
        found -= (size - times) * np.log(self.answers[:, 1])
        return found

    def noise(self, rows: slice = ALL) -> tuple[Floats, Floats]:
        """The variance of each claim's error, and of what is loose besides."""
        where, told, answers = self.where, self.where.told, self.answers[rows]
        single = np.where(where.bias < 0, answers[:, 1:2] ** 2, 0.0)
        spread = answers[:, :1] ** 2 * where.spread[told.voice] ** 2 + single
        return spread, told.loose**2 + answers[:, 2:] ** 2 * told.off

    def look(self) -> Floats:
        """Weigh each claim by which part it is likely to be from."""
        found = [self._look(rows) for rows in self._in_turn()]
        self.weight, self.pull = (np.concatenate([each[n] for each in found]) for n in (0, 1))
        return np.concatenate([each[2] for each in found])

    def _look(self, rows: slice) -> tuple[Floats, Floats, Floats]:
        """(weight, pull, what all claims explain) under these answers."""
        told = self.where.told
        mean, var = self._seen(rows)
        spread, loose = self.noise(rows)
        log, noise = sites.figure((told.number - mean) ** 2 + var, spread, loose)
        log = np.concatenate([log + told.counted, np.broadcast_to(told.copied, (1, *mean.shape))])
        gained, chance = sites.shares(log)
        weight = (chance[:-1] / noise).sum(axis=0)
        limits = told.side != 0
        pull = weight * told.number
        if limits.any():
            stood = self.weight[rows, limits], self.pull[rows, limits]
            found = self.limits(limits, (mean, var, spread + loose), stood)
            weight[:, limits], pull[:, limits], gained[:, limits] = found
        return weight, pull, _each(gained)

    def _in_turn(self) -> Iterator[slice]:
        """The answers by the handful."""
        many = max(AT_ONCE // max(len(self.where.node), 1), 1)
        return (slice(at, at + many) for at in range(0, len(self.answers), many))

    def _seen(self, rows: slice = ALL) -> tuple[Floats, Floats]:
        """Mean and variance of the sum of level and bias of each claim."""
        found = self.joint
        return self.where.at(found.mean[rows]), self.where.spreads(
            found.var[rows], found.cross[rows]
        )

    def limits(
        self,
        which: NDArray[np.bool_],
        seen: tuple[Floats, Floats, Floats],
        stood: tuple[Floats, Floats],
    ) -> tuple[Floats, Floats, Floats]:
        """(weight, pull, what it explains) of the claims that are limits.

        seen: mean, variance and error of all claims. stood: the limits' own weight and pull so far.
        """
        mean, var, spread = (each[:, which] for each in seen)
        weight, pull = stood
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
        found, times = self.joint, self.where.times
        mean = found.mean[:, 1:times] - found.mean[:, : times - 1]
        var = found.var[:, 1:times] + found.var[:, : times - 1] - 2 * found.beside
        log, noise = sites.step(mean**2 + var, self.moved * self.months, self.months)
        gained, chance = sites.shares(log)
        self.hold = (chance / noise).sum(axis=0)
        return _each(gained)

    def seen(self, which: Ints) -> sites.Parts:
        """These claims against all others: the sum of level and bias as a mixture."""
        told = self.where.told
        rows = *self._seen(), self.weight, self.pull
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
        mean, var = self._seen()
        square = (told.number - mean) ** 2 + var
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
        many = max(AT_ONCE // len(self.answers), 1)
        parts = np.array_split(np.arange(len(self.where.node)), -(-len(self.where.node) // many))
        return np.concatenate(
            [1 - sites.shares(self.seen(which)[0])[1][-1] for which in parts], axis=1
        )

    def _keep(self, kept: NDArray[np.bool_]) -> None:
        for name in ("answers", "prior", "score", "weight", "pull", "hold"):
            setattr(self, name, getattr(self, name)[kept])
        self.precision, self.joint = self.precision.keep(kept), self.joint.keep(kept)


def _each(rows: Floats) -> Floats:
    out: Floats = rows.sum(axis=1)
    return out


def _without(mean: Floats, var: Floats, weight: Floats, pull: Floats) -> tuple[Floats, Floats]:
    """What is known of a number without its stand-in."""
    rest = np.maximum(1 / var - weight, 1e-5)
    return (mean / var - pull) / rest, 1 / rest
