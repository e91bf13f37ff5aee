"""What is to be expected next, from what was counted before: predictive distributions.

Counts: the gamma-Poisson of Riebler 2004 and Höhle 2007 (`algo.bayes` of the R package
surveillance), with an exposure for each count. Shares: the beta-binomial, widened where the shares
before moved more than chance allows. Silences: the geometric. All with Jeffreys priors.
"""

import math
from collections.abc import Sequence

# Beyond this many cells or happenings the exact sum is no longer quick; no month has so many.
LARGEST = 1_000_000


def count_quantile(
    level: float, counts: Sequence[int], exposures: Sequence[float], exposure: float
) -> int:
    """The smallest k that the next count does not exceed with chance `level` (0..1) or more.

    counts: those before, with their exposures (> 0). exposure: of the next one. The count is
    Poisson with mean rate * exposure, the rate the same all the time; Jeffreys prior on the rate.
    ValueError without a count before, or for an exposure that is not above 0.
    """
    if not counts or len(counts) != len(exposures) or min(*exposures, exposure) <= 0:
        raise ValueError("a count needs one exposure above 0 each, and one count before it")
    shape, rate = sum(counts) + 0.5, math.fsum(exposures)
    stay, move = math.log(rate / (rate + exposure)), math.log(exposure / (rate + exposure))
    term = shape * stay
    total = term
    goal = math.log(level)
    for k in range(LARGEST):
        # 1e-12: the sum ends just below 1 by rounding.
        if total >= goal - 1e-12:
            return k
        term += math.log((k + shape) / (k + 1)) + move
        total = _log_add(total, term)
    return LARGEST


def share_quantile(level: float, hits: Sequence[int], sizes: Sequence[int], size: int) -> int:
    """The smallest k that the next number of hits, of `size`, does not exceed with chance `level`.

    hits: how many of `sizes` before. The shares before may move more than draws from one share
    would, because what tells of one line tells of others too: Pearson's dispersion of theirs widens
    the interval, and never narrows it. ValueError where nothing was counted before.
    """
    if not hits or len(hits) != len(sizes) or min(*sizes, size) <= 0:
        raise ValueError("a share needs what it is of, and one share before it")
    of = sum(sizes)
    mean = (sum(hits) + 0.5) / (of + 1)
    pairs = zip(hits, sizes, strict=True)
    pearson = math.fsum((h - n * mean) ** 2 / (n * mean * (1 - mean)) for h, n in pairs)
    spread = max(1.0, pearson / max(len(hits) - 1, 1))
    # How much wider than one binomial the next share is: their own spread, and that of the mean.
    wide = min(spread * (1 + size / (of + 1)), size * 0.999)
    weight = (size - wide) / (wide - 1) if wide > 1 else float(of)
    return _beta_binomial(level, size, weight * mean, weight * (1 - mean))


def silence(heard: int, of: int, since: int) -> float:
    """The chance that a voice is not heard in `since` periods by chance alone.

    It was heard in `heard` of the `of` periods from the first in which it was heard to the last
    one, both counted. Geometric gaps: each period after the first has the same chance to hear it.
    """
    hit, miss = heard - 1 + 0.5, of - heard + 0.5
    return math.exp(math.fsum(math.log((miss + i) / (hit + miss + i)) for i in range(since)))


def longest_silence(heard: int, of: int, tail: float, most: int) -> int:
    """The longest silence (in periods, at most `most`) that has a chance above `tail`."""
    hit, miss = heard - 1 + 0.5, of - heard + 0.5
    chance = 1.0
    for length in range(most):
        chance *= (miss + length) / (hit + miss + length)
        if chance <= tail:
            return length
    return most


def _beta_binomial(level: float, size: int, one: float, other: float) -> int:
    goal = math.log(level)
    term = _log_beta(one, other + size) - _log_beta(one, other)
    total = term
    for k in range(size):
        if total >= goal - 1e-12:
            return k
        term += math.log((size - k) / (k + 1)) + math.log((k + one) / (size - k - 1 + other))
        total = _log_add(total, term)
    return size


def _log_beta(one: float, other: float) -> float:
    return math.lgamma(one) + math.lgamma(other) - math.lgamma(one + other)


def _log_add(one: float, other: float) -> float:
    high, low = max(one, other), min(one, other)
    return high + math.log1p(math.exp(low - high))
