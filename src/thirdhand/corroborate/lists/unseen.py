"""How many cases no list names, where several lists overlap.

Three to five lists: decomposable graphical models averaged (Madigan and York 1997, "Bayesian
methods for estimation of the size of a closed population"). Two lists: Chao's lower bound where
lists differ in how much they hold (Chao 1989, "Estimating population size for sparse data in
capture-recapture experiments"; on two lists it is Chapman's estimate, 1951). It has no upper
bound, as two lists cannot tell how they depend on each other: such as help each other find the
same cases leave more unseen, and that is the usual way.
"""

import math
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.lists.graphs import decomposable
from thirdhand.corroborate.lists.histories import Histories
from thirdhand.model import Unseen

MOST_UNSEEN = 20_000
MOST_LISTS = 5
# An upper end past this share of what is allowed is set by what is allowed, not by the lists.
LEANS = 0.8
_BETWEEN = (0.025, 0.5, 0.975)
# Chao's interval: the logarithm of the unseen is taken as normal.
_NORMAL = NormalDist().inv_cdf(0.975)

Floats = NDArray[np.float64]


def unseen(told: Histories, prior: float | None = None, most: int = MOST_UNSEEN) -> Unseen:
    """The estimate, or why there is none.

    prior: the hyper-Dirichlet weight of each cell, 2 ** -lists where None. most: so many unseen at
    most. ValueError where prior or most is not above 0.
    """
    if (prior is not None and prior <= 0) or most < 1:
        raise ValueError("the prior has to be above 0, and at least 1 unseen allowed")
    if reason := _lacking(told):
        return Unseen(None, None, None, None, told.observed, 0, reason)
    if len(told.lists) == 2:
        return _bound(told)
    return _averaged(told, prior or 2.0 ** -len(told.lists), most)


def _lacking(told: Histories) -> str:
    lists = range(len(told.lists))
    if not 2 <= len(told.lists) <= MOST_LISTS:
        return (
            f"{len(told.lists)} lists: it takes 2 to {MOST_LISTS}; merge those that copy each other"
        )
    empty = [told.lists[i] for i in lists if told.on(1 << i) == 0]
    if empty:
        return f"{', '.join(empty)} names nothing"
    apart = [
        told.lists[i] for i in lists if not any(told.on(1 << i | 1 << j) for j in lists if j != i)
    ]
    if apart:
        return (
            f"{', '.join(apart)} shares no case with another list, so nothing tells how much each"
            " of them misses"
        )
    return ""


def _bound(told: Histories) -> Unseen:
    """Chao's lower bound in its form without bias, and the lower end of its interval."""
    one, other, both = told.counts[1], told.counts[2], told.counts[3]
    missed = one * other / (both + 1)
    total = told.observed + missed
    # Seber 1970.
    variance = (one + both + 1) * (other + both + 1) * one * other / ((both + 1) ** 2 * (both + 2))
    low = float(told.observed)
    if missed > 0:
        low += missed / math.exp(_NORMAL * math.sqrt(math.log1p(variance / missed**2)))
    reason = "two lists give a lower bound only: they cannot tell how they depend on each other"
    return Unseen(total, total, low, None, told.observed, 0, reason)


def _averaged(told: Histories, prior: float, most: int) -> Unseen:
    missed = np.arange(1, most + 1, dtype=np.float64)
    margins = _Margins(told, prior, missed)
    graphs = decomposable(len(told.lists))
    weights = np.full(most, -np.inf)
    for factors in graphs:
        weights = np.logaddexp(
            weights, sum((margins.of(a) - margins.of(b) for a, b in factors), np.zeros(most))
        )
    # How many ways there are to leave out so many; p(N) goes with 1/N.
    total = told.observed + missed
    weights += _log_factorial(told.observed, most) - _log_factorial(0, most) - np.log(total)
    chance = np.exp(weights - weights.max())
    chance /= chance.sum()
    low, median, high = (float(total[np.searchsorted(chance.cumsum(), q)]) for q in _BETWEEN)
    reason = ""
    if high - told.observed > LEANS * most:
        reason = f"the upper end leans on the {most:,} unseen allowed: the overlap is too small"
    return Unseen(float(total @ chance), median, low, high, told.observed, len(graphs), reason)


class _Margins:
    """The log likelihood of each margin of the table, by how many are missed."""

    def __init__(self, told: Histories, prior: float, missed: Floats) -> None:
        self._told, self._prior, self._missed = told, prior, missed
        self._known: dict[int, Floats] = {}

    def of(self, mask: int) -> Floats:
        """Of the lists of `mask`: Dirichlet-multinomial without its coefficient."""
        if mask not in self._known:
            self._known[mask] = self._margin(mask)
        return self._known[mask]

    def _margin(self, mask: int) -> Floats:
        cells: dict[int, int] = {}
        for at, count in enumerate(self._told.counts):
            cells[at & mask] = cells.get(at & mask, 0) + count
        weight = self._prior * len(self._told.counts) / len(cells)
        whole = self._prior * len(self._told.counts)
        fixed = math.lgamma(whole) - sum(
            math.lgamma(weight) - (math.lgamma(weight + n) if cell else 0.0)
            for cell, n in cells.items()
        )
        grown = _log_gamma(weight + cells[0], self._missed)
        return fixed + grown - _log_gamma(whole + self._told.observed, self._missed)


def _log_gamma(base: float, missed: Floats) -> Floats:
    """The logarithm of gamma at base + 1, base + 2, ...: one sum, as each follows from the last."""
    steps = np.log(base + missed - 1)
    out: Floats = math.lgamma(base) + np.cumsum(steps)
    return out


def _log_factorial(base: int, most: int) -> Floats:
    """log((base + 1)!), log((base + 2)!), ..."""
    out: Floats = math.lgamma(base + 1) + np.cumsum(np.log(base + np.arange(1.0, most + 1)))
    return out
