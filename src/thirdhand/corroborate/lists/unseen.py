"""How many cases no list names, where several lists overlap.

Three to five lists: decomposable graphical models averaged (Madigan and York 1997, "Bayesian
methods for estimation of the size of a closed population"). Two lists: Chao's lower bound where
lists differ in how much they hold (Chao 1989, "Estimating population size for sparse data in
capture-recapture experiments"; on two lists it is Chapman's estimate, 1951). It has no upper
bound, as two lists cannot tell how they depend on each other: such as help each other find the
same cases leave more unseen, and that is the usual way.
"""

import math
from functools import cache
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
# What adds less than e to the minus this of the best is nothing.
HARDLY = 45.0
# So many stretches of what may be missed are looked at; they are longer where more is missed.
STRETCHES = 300
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
    # How many ways there are to leave out so many; p(N) goes with 1/N.
    total = told.observed + missed
    weights = _log_factorial(told.observed, most) - _log_factorial(0, most) - np.log(total)
    factors = _factors(len(told.lists))
    weights += _mixed(factors, _margins(told, prior, missed), weights)
    chance = np.exp(weights - weights.max())
    chance /= chance.sum()
    low, median, high = (float(total[np.searchsorted(chance.cumsum(), q)]) for q in _BETWEEN)
    reason = ""
    if high - told.observed > LEANS * most:
        reason = f"the upper end leans on the {most:,} unseen allowed: the overlap is too small"
    return Unseen(float(total @ chance), median, low, high, told.observed, len(factors), reason)


@cache
def _factors(lists: int) -> Floats:
    """How often each graph takes each margin, graphs x subsets of the lists."""
    graphs = decomposable(lists)
    out = np.zeros((len(graphs), 1 << lists))
    for row, factors in zip(out, graphs, strict=True):
        for above, below in factors:
            row[above] += 1
            row[below] -= 1
    return out


def _mixed(factors: Floats, margins: Floats, ways: Floats) -> Floats:
    """The logarithm of the sum over all graphs of their likelihood, by how many are missed.

    What a graph may add within a stretch is bounded first, as margins only fall with the number
    missed; what cannot come near the best of all is left out.
    """
    many = margins.shape[1]
    starts = np.unique(np.geomspace(1, many, STRETCHES).astype(np.int64)) - 1
    lasts = np.append(starts[1:], many) - 1
    plain = factors @ margins[:, starts]
    best = (plain + ways[starts]).max()
    most = np.maximum(ways[starts], ways[lasts])
    least = np.maximum(factors, 0) @ margins[:, starts] + np.minimum(factors, 0) @ margins[:, lasts]
    out = np.full(many, -np.inf)
    for at, (first, last) in enumerate(zip(starts, lasts, strict=True)):
        near = least[:, at] + most[at] > best - HARDLY
        if near.any():
            here = factors[near] @ margins[:, first : last + 1]
            top = here.max(axis=0)
            out[first : last + 1] = top + np.log(np.exp(here - top).sum(axis=0))
    return out


def _margins(told: Histories, prior: float, missed: Floats) -> Floats:
    """The log likelihood of each margin of the table, subsets of lists x how many are missed."""
    return np.stack([_margin(mask, told, prior, missed) for mask in range(len(told.counts))])


def _margin(mask: int, told: Histories, prior: float, missed: Floats) -> Floats:
    """Of the lists of `mask`: Dirichlet-multinomial without its coefficient."""
    cells: dict[int, int] = {}
    for at, count in enumerate(told.counts):
        cells[at & mask] = cells.get(at & mask, 0) + count
    weight = prior * len(told.counts) / len(cells)
    whole = prior * len(told.counts)
    fixed = math.lgamma(whole) - sum(
        math.lgamma(weight) - (math.lgamma(weight + n) if cell else 0.0)
        for cell, n in cells.items()
    )
    grown = _log_gamma(weight + cells[0], missed)
    return fixed + grown - _log_gamma(whole + told.observed, missed)


def _log_gamma(base: float, missed: Floats) -> Floats:
    """The logarithm of gamma at base + 1, base + 2, ...: one sum, as each follows from the last."""
    steps = np.log(base + missed - 1)
    out: Floats = math.lgamma(base) + np.cumsum(steps)
    return out


def _log_factorial(base: int, most: int) -> Floats:
    """log((base + 1)!), log((base + 2)!), ..."""
    out: Floats = math.lgamma(base + 1) + np.cumsum(np.log(base + np.arange(1.0, most + 1)))
    return out
