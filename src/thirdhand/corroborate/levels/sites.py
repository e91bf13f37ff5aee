"""What one claim, and one step of the level, may be: mixtures of normals.

A mixture is (log weight, mean, variance), or its log weights alone; the parts are on the first
axis.
"""

import math

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.levels.normal import above, log_normal

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Parts = tuple[Floats, Floats, Floats]

# How often a claim errs as claims do, and 3, 10 and 50 times as far: (weight, factor on variance).
ERRORS = ((0.9, 1.0), (0.08, 9.0), (0.015, 100.0), (0.005, 2500.0))
# A bound lies under the level by any amount, or by this share on average: even odds.
NEAR, EVEN = 0.1, math.log(0.5)
# Steps of the level: usual ones, and some that are 4 and 20 times as wide.
STEPS = ((0.96, 1.0), (0.035, 16.0), (0.005, 400.0))
# A leap from anywhere to anywhere: its chance in a month, and its variance.
LEAP, LEAP_SIZE = 0.005, 0.5


def figure(square: Floats, spread: Floats, loose: Floats) -> tuple[Floats, Floats]:
    """(log weights, variances) of a figure whose squared error is expected to be `square`.

    spread: the variance of a usual error; loose: of what rounding leaves.
    """
    noise = np.stack([spread * wide + loose for _, wide in ERRORS])
    odds = np.log([weight for weight, _ in ERRORS])[:, None, None]
    return odds - 0.5 * np.log(2 * np.pi * noise) - 0.5 * square / noise, noise


def against(mean: Floats, var: Floats, number: Floats, spread: Floats, loose: Floats) -> Parts:
    """A figure, and what was known of it before: N(mean, var)."""
    _, noise = figure(var, spread, loose)
    odds = np.log([weight for weight, _ in ERRORS])[:, None, None]
    gain = var / (var + noise)
    log = odds + log_normal(number, mean, var + noise)
    return log, mean + gain * (number - mean), gain * noise


def bound(mean: Floats, var: Floats, number: Floats, spread: Floats, side: Ints) -> Parts:
    """A limit: the level lies above `number` where side is 1, under it where side is -1."""
    gap, rate = side * (mean - number), 1 / NEAR
    log, at, left = _beyond(gap, var, spread)
    # An exponential distance is the same with the mean moved.
    moved, more, rest = _beyond(gap - rate * (var + spread), var, spread)
    moved = moved + np.log(rate) - rate * gap + rate**2 * (var + spread) / 2
    logs, ats = np.stack([log, moved]) + EVEN, np.stack([at, more + rate * spread])
    return logs, number + side * ats, np.stack([left, rest])


def _beyond(gap: Floats, var: Floats, spread: Floats) -> Parts:
    """N(gap, var) times the chance that a number with an error of `spread` is above 0."""
    wide = np.sqrt(var + spread)
    z = gap / wide
    log, slope = above(z)
    left = var - var**2 * slope * (z + slope) / (var + spread)
    return log, gap + var * slope / wide, np.maximum(left, 1e-3 * var)


def step(square: Floats, size: Floats, months: Floats) -> tuple[Floats, Floats]:
    """The same of a step of the level. size: the variance of a usual one."""
    leap = np.broadcast_to(np.minimum(LEAP * months, 10 * LEAP), size.shape)
    noise = np.stack([*(size * wide for _, wide in STEPS), size + LEAP_SIZE])
    odds = np.stack([*(np.log(weight * (1 - leap)) for weight, _ in STEPS), np.log(leap)])
    return odds - 0.5 * np.log(2 * np.pi * noise) - 0.5 * square / noise, noise


def shares(log: Floats) -> tuple[Floats, Floats]:
    """(log of the sum, each part's share) of weights."""
    top = log.max(axis=0)
    weight = np.exp(log - top)
    size = weight.sum(axis=0)
    return top + np.log(size), weight / size


def or_else(told: Parts, mean: Floats, var: Floats, counted: Floats, copied: Floats) -> Parts:
    """`told` with a chance (log), else a number that was taken over, which tells nothing."""
    log, at, left = told
    other = np.broadcast_to(copied, mean.shape)[None]
    return (
        np.concatenate([log + counted, other]),
        np.concatenate([at, mean[None]]),
        np.concatenate([left, var[None]]),
    )


def whole(parts: Parts) -> Parts:
    """One normal with the moments of the mixture, and the log of its weight."""
    log, means, variances = parts
    size, weight = shares(log)
    mean = (weight * means).sum(axis=0)
    var = (weight * (variances + (means - mean) ** 2)).sum(axis=0)
    return size, mean, var
