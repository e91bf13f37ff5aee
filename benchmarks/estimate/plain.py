"""Plainer ways to say how high a level was, on the same claims."""

import statistics
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from thirdhand.corroborate.levels.series import Told

# How many days the last window is long.
WINDOW = 90


def last(told: Sequence[Told], day: float) -> float | None:
    """The latest number told by that day; where there is none, the first told after it."""
    rows = _figures(told)
    before = [row for row in rows if row.day <= day]
    return (before[-1] if before else rows[0]).point if rows else None


def median(told: Sequence[Told], day: float) -> float | None:
    """The middle of the numbers told in the last window; where there are none, the last."""
    near = [row.point for row in _figures(told) if day - WINDOW < row.day <= day]
    return statistics.median(near) if near else last(told, day)


def between(told: Sequence[Told], day: float) -> float | None:
    """On the straight line from the number told before the day to the one told after it."""
    rows = _figures(told)
    if not rows:
        return None
    place = bisect_right([row.day for row in rows], day)
    one, other = rows[max(place - 1, 0)], rows[min(place, len(rows) - 1)]
    if one.day >= day or other.day <= one.day:
        return one.point
    way = (day - one.day) / (other.day - one.day)
    return one.point + min(way, 1.0) * (other.point - one.point)


PLAIN: Mapping[str, Callable[[Sequence[Told], float], float | None]] = {
    "last value": last,
    "plain median": median,
    "interpolation": between,
}


def _figures(told: Sequence[Told]) -> list[Told]:
    """In order of time; a bound counts as its number, as it would to somebody in a hurry."""
    return sorted(told, key=lambda row: (row.day, row.id))
