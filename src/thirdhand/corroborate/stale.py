"""Stale echoes: a number that is told again after the level has moved away from it."""

import datetime as dt
from collections.abc import Iterator

from thirdhand.corroborate import say
from thirdhand.corroborate.course import Course
from thirdhand.corroborate.heights import heights
from thirdhand.corroborate.series import Told
from thirdhand.corroborate.tellings import Telling
from thirdhand.model import StaleEcho, content_id

# Two tellings nearer in time than this (days) are of one time.
APART = 20


def stale(course: Course) -> tuple[StaleEcho, ...]:
    """One row a claim whose number an earlier claim told, and the level has left since."""
    kept = course.found.kept
    again = heights(kept, [row.day for row in kept])
    if again is None:
        return ()
    first: dict[tuple[float, int], Told] = {}
    found = []
    for row, here in zip(kept, again.days, strict=True):
        before = first.setdefault((row.point, row.side), row)
        if row.day - before.day > APART and _left(row, here.low, here.high):
            found.append(_echo(course, row, before, here.best))
    return tuple(found)


def _left(row: Told, low: float | None, high: float | None) -> bool:
    """True where the level, with nine chances in ten, is nowhere the claim allows."""
    under = low is not None and row.high is not None and row.high < low
    over = high is not None and row.low is not None and row.low > high
    return under or over


def _echo(course: Course, row: Told, before: Told, level: float) -> StaleEcho:
    since = next(_since(course, row, before), dt.date.fromordinal(int(row.day)).isoformat())
    here, there = course.rows[row.id], course.rows[before.id]
    reason = (
        f"{say.who(here)} says {say.what(here.claim)}, which {say.who(there)} said of"
        f" {_when(there)}; since {since[:7]} the level is elsewhere, here about"
        f" {say.number(level)}."
    )
    key = content_id("stale", row.id, before.id)
    return StaleEcho(key, row.id, before.id, row.point, level, since, reason)


def _since(course: Course, row: Told, before: Told) -> Iterator[str]:
    """The first month from which the level stays away until the claim."""
    months = [
        (month, here) for month, here in course.months.items() if before.day < here.day <= row.day
    ]
    for place, (month, _) in enumerate(months):
        if all(_left(row, here.low, here.high) for _, here in months[place:]):
            yield f"{month}-01"


def _when(row: Telling) -> str:
    period = row.claim.period
    return period.start[:7] if period else "an unknown time"
