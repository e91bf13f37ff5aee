"""Stale echoes: a number that is told again after the level has moved away from it."""

import datetime as dt

from thirdhand.corroborate.folds.course import Course
from thirdhand.corroborate.levels.heights import Height
from thirdhand.corroborate.levels.series import Told
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import StaleEcho, content_id

# Two tellings nearer in time than this (days) are of one time.
APART = 20
# The room that a round number needs, as a share.
ROUND = 0.01


def stale(course: Course) -> tuple[StaleEcho, ...]:
    """One row a claim whose number an earlier claim told, and the level has left since."""
    first: dict[tuple[float, int], tuple[Told, Height]] = {}
    found = []
    for row, here in zip(course.found.kept, course.found.claims, strict=True):
        before, there = first.setdefault((row.point, row.side), (row, here))
        # What did not hold when it was first told is no old figure.
        held = not _left(before, there)
        if row.day - before.day > APART and held and _left(row, here):
            found.append(_echo(course, row, before, here.best))
    return tuple(found)


def _left(row: Told, here: Height) -> bool:
    """True where the level, with nine chances in ten, is nowhere near what the claim allows."""
    low, high = here.low, here.high
    under = row.high is not None and row.high < low - ROUND * abs(low)
    over = row.low is not None and row.low > high + ROUND * abs(high)
    return under or over


def _echo(course: Course, row: Told, before: Told, level: float) -> StaleEcho:
    since = _since(course, row, before)
    here, there = course.rows[row.id], course.rows[before.id]
    reason = (
        f"{say.who(here)} says {say.what(here.claim)}, which {say.who(there)} said of"
        f" {_when(there)}; since {since[:7]} the level is elsewhere, here about"
        f" {say.number(level)}."
    )
    key = content_id("stale", row.id, before.id)
    return StaleEcho(key, row.id, before.id, row.point, level, since, reason)


def _since(course: Course, row: Told, before: Told) -> str:
    """The first month from which the level stays away until the claim, else the claim's own."""
    since = f"{dt.date.fromordinal(int(row.day)):%Y-%m}"
    for month, here in reversed(course.months.items()):
        if before.day < here.day <= row.day:
            if not _left(row, here):
                break
            since = month
    return f"{since}-01"


def _when(row: Telling) -> str:
    period = row.claim.period
    return period.start[:7] if period else "an unknown time"
