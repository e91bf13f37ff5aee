"""What bounds say of a fixed value: "more than 5" stands by every value from 5 up, and weakly.

A bound is right of many values, so it counts as a voice for each of them, without the force that
a coincidence of two numbers has; and it says little of how reliable its source is. A source that
is wrong more often than right lends its bounds no force.
"""

import math

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.tables.ballot import Ballot

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def reach(told: Ballot) -> tuple[Ints, Ints]:
    """(first, behind the last) option that each bound stands by; the same where it is none."""
    begins = np.searchsorted(told.item_of, np.arange(len(told.items) + 1))
    first = np.zeros(len(told.bounds.item), np.int64)
    behind = np.zeros(len(told.bounds.item), np.int64)
    for item in np.unique(told.bounds.item):
        at = _rows(told, int(item))
        start, end = int(begins[item]), int(begins[item + 1])
        values = np.array([v for v in told.options[start:end] if isinstance(v, float)])
        first[at] = start + np.searchsorted(values, told.bounds.low[at], "left")
        behind[at] = start + np.searchsorted(values, told.bounds.high[at], "right")
    return first, behind


def _rows(told: Ballot, item: int) -> slice:
    """The rows of one item: they lie together."""
    return slice(*np.searchsorted(told.bounds.item, (item, item + 1)))


def ends(told: Ballot, item: int, best: float) -> tuple[float | None, float | None]:
    """What the bounds on an item leave open around `best`; None for an open end."""
    at = _rows(told, item)
    lows = told.bounds.low[at][told.bounds.low[at] <= best]
    highs = told.bounds.high[at][told.bounds.high[at] >= best]
    low, high = float(lows.max(initial=-math.inf)), float(highs.min(initial=math.inf))
    return (low if math.isfinite(low) else None, high if math.isfinite(high) else None)
