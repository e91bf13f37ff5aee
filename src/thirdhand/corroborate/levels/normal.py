"""The normal distribution over arrays, safe far out in its tails."""

import math
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Half of a 90 % interval, in standard deviations.
NINETY = NormalDist().inv_cdf(0.95)
_LOG_ROOT = 0.5 * math.log(2 * math.pi)
# Beyond this the tail is told by its continued fraction.
_FAR = -30.0
# numpy has no error function.
_erfc = np.frompyfunc(math.erfc, 1, 1)


def log_normal(at: Floats, mean: Floats, var: Floats) -> Floats:
    """The logarithm of the density."""
    out: Floats = -_LOG_ROOT - 0.5 * np.log(var) - 0.5 * (at - mean) ** 2 / var
    return out


def phi(z: Floats) -> Floats:
    """The chance of less than z."""
    out: Floats = 0.5 * np.asarray(_erfc(-z / math.sqrt(2)), np.float64)
    return out


def above(z: Floats) -> tuple[Floats, Floats]:
    """(logarithm of `phi`, density over `phi`).

    How likely it is that a number lies above 0 where its mean lies z deviations above it, and how
    far the mean moves where all above 0 is kept.
    """
    near, far = np.maximum(z, _FAR), np.minimum(z, _FAR)
    chance, tail = phi(near), _mills(far)
    log = np.where(z > _FAR, np.log(chance), -0.5 * far**2 - _LOG_ROOT - np.log(tail))
    slope = np.where(z > _FAR, np.exp(-0.5 * near**2 - _LOG_ROOT) / chance, tail)
    return log, slope


def _mills(z: Floats) -> Floats:
    """Density / phi for z far under 0, by four terms of the continued fraction."""
    x = -z
    out: Floats = x + 1 / (x + 2 / (x + 3 / (x + 4 / x)))
    return out
