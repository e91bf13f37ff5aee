"""How high a stock was over time, from what voices said of it at some times.

The level moves from one time to the next by a random walk with leaps. A claim is the level, plus
the voice's own bias, plus an error that is now and then far larger than usual; or a number that was
told before and is told again without being counted anew. How far the level moves in a month, how
far claims err and how biased voices are is not known: a grid of answers is tried, and each counts
by how well it explains the claims (Rue, Martino and Chopin 2009). `fit.py` finds the level under
each answer. Harvey 1989 and Durbin and Koopman 2012 have the model, Kitagawa 1987 the leaps.
Nothing is drawn at random.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.levels import sites
from thirdhand.corroborate.levels.fit import Fit
from thirdhand.corroborate.levels.frame import frame
from thirdhand.corroborate.levels.gaps import Mixture, Place, between, beyond
from thirdhand.corroborate.levels.normal import phi
from thirdhand.corroborate.levels.series import Columns

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# A number is found when it moves less than this, in standard deviations; after so many tries it is
# near enough.
FOUND, TRIES = 1e-10, 60
# Parts that hold less than this are left out.
HARDLY = 1e-5
NARROW = 1e-14
ROOT = math.sqrt(2 * math.pi)


@dataclass(frozen=True)
class Heard:
    """What became of claims and voices.

    fresh: the chance that each claim was counted anew. bias, bias_var, spread: of each voice
    (spread: its error, as a share).
    """

    fresh: Floats
    bias: Floats
    bias_var: Floats
    spread: Floats


@dataclass(frozen=True)
class Level:
    """What was found, at each day asked: a mixture of normals, parts x days.

    pulls: times x claims, what each claim adds to the level there.
    """

    weight: Floats
    mean: Floats
    var: Floats
    pulls: Floats
    place: Place
    heard: Heard

    def shares(self, at: int) -> Floats:
        """What each claim adds to the level on that day (as a place among the days asked)."""
        near = self.place.on(at, self.pulls)
        out: Floats = near / max(near.sum(), 1e-300)
        return out

    def quantile(self, part: float) -> Floats:
        """The number at each day under which the level lay with chance `part`.

        Newton's steps, and halvings where a step leaves the ends between which the number lies.
        """
        weight, mean, deep = self.weight, self.mean, np.sqrt(self.var)
        low, high = (mean - 5 * deep).min(axis=0), (mean + 5 * deep).max(axis=0)
        out: Floats = (low + high) / 2
        near = FOUND * deep.min(axis=0)
        todo = np.arange(len(out))
        for _ in range(TRIES):
            z = (out[todo] - mean[:, todo]) / deep[:, todo]
            over = (weight[:, todo] * phi(z)).sum(axis=0) - part
            low[todo] = np.where(over < 0, out[todo], low[todo])
            high[todo] = np.where(over < 0, high[todo], out[todo])
            steep = (weight[:, todo] * np.exp(-0.5 * z**2) / deep[:, todo]).sum(axis=0) / ROOT
            with np.errstate(divide="ignore", invalid="ignore"):
                new = out[todo] - over / steep
            inside = (new >= low[todo]) & (new <= high[todo])
            new = np.where(inside, new, (low[todo] + high[todo]) / 2)
            moved = np.abs(new - out[todo]) > near[todo]
            out[todo] = new
            todo = todo[moved]
            if not len(todo):
                break
        return out


def level(told: Columns, asked: Floats) -> Level:
    """The level at each day asked (ordinals)."""
    fit = Fit(frame(told)).run().again()
    where, share, place = fit.where, fit.share, Place.of(fit.where.days, asked)
    # One answer after the other: with many claims all at once would not fit into memory.
    pulls = np.zeros((where.times, len(where.node)))
    for each, cov, weight in zip(share, fit.cov, fit.weight, strict=True):
        pulls += each * np.abs(where.reach(cov)) * weight
    main = np.array([place.on(at, pulls).argmax() for at in range(len(asked))], np.int64)
    mixture = _mixture(fit, place, main)
    heard = Heard(share @ fit.fresh(), *_biases(fit), _errors(fit))
    return Level(*mixture, pulls, place, heard)


def _biases(fit: Fit) -> tuple[Floats, Floats]:
    """Mean and variance of each voice's bias; what is usual for one that is heard once."""
    where, share = fit.where, fit.share
    own = where.times + np.arange(len(where.voices))
    mean = np.zeros(len(where.spread))
    var = np.full(len(where.spread), share @ fit.answers[:, 1] ** 2)
    mean[where.voices] = share @ fit.mean[:, own]
    apart = fit.mean[:, own] - mean[where.voices]
    var[where.voices] = share @ (fit.cov[:, own, own] + apart**2)
    return mean, var


def _errors(fit: Fit) -> Floats:
    out: Floats = fit.where.spread * np.sqrt(fit.share @ fit.error[:, 0])
    return out


def _mixture(fit: Fit, place: Place, main: Ints) -> Mixture:
    """The level at each place as a mixture, parts that hardly count left out."""
    told = (place.left == place.right) & (place.out == 0)
    rows = (_told(fit, place.left, main), between(fit, place), beyond(fit, place))
    weight, mean, var = (
        np.where(told, here, np.where(place.out > 0, out, gap)).reshape(-1, len(main))
        for here, gap, out in zip(*rows, strict=True)
    )
    weight *= np.tile(fit.share, len(weight) // len(fit.share))[:, None]
    kept = weight.max(axis=1) > HARDLY
    weight = weight[kept] / weight[kept].sum(axis=0)
    return weight, mean[kept], np.maximum(var[kept], NARROW)


def _told(fit: Fit, places: Ints, main: Ints) -> Mixture:
    """Where a claim is told: the claim that bears on it most is told in full.

    One normal would be too wide where all rests on a claim that is now and then far off.
    """
    log, at, left = fit.seen(main)
    _, chance = sites.shares(log)
    known, spread = (
        fit.where.at(fit.mean)[:, main],
        fit.where.spreads(fit.joint.var, fit.joint.cross)[:, main],
    )
    slope = fit.where.pairs(fit.cov, places, main) / spread
    base = fit.cov[:, places, places] - slope**2 * spread
    mean = fit.mean[:, places] + slope * (at - known)
    return chance, mean, np.maximum(base, 0.0) + slope**2 * left
