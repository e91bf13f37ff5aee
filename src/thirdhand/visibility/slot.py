"""The periods of a cadence, named as the cells name them."""

import bisect
import calendar
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter

from thirdhand.model.plan import Cadence

# A figure over a whole year says nothing of one of its months: beyond this many times the length
# of a period, what is told does not count for it.
LONGEST = 2
_FIRST = attrgetter("first")


@dataclass(frozen=True, slots=True)
class Slot:
    """One period of a cadence: its name ("2021-03", "2021-Q1", ...), first and last day."""

    name: str
    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def touches(self, first: dt.date, last: dt.date) -> bool:
        """True where first..last has a day in common with it."""
        return first <= self.last and self.first <= last

    def holds(self, first: dt.date, last: dt.date) -> bool:
        """True where first..last is not far longer than it, and so can tell of it alone."""
        return (last - first).days + 1 <= LONGEST * self.days


# The same few thousand days are asked for again and again.
@lru_cache(maxsize=32768)
def slot_of(day: dt.date, cadence: Cadence) -> Slot:
    """The period of `cadence` that `day` lies in. Weeks are ISO weeks, Monday to Sunday."""
    if cadence == "week":
        year, week, weekday = day.isocalendar()
        monday = day - dt.timedelta(days=weekday - 1)
        return Slot(f"{year:04d}-W{week:02d}", monday, monday + dt.timedelta(days=6))
    if cadence == "month":
        return Slot(f"{day:%Y-%m}", day.replace(day=1), _month_end(day.year, day.month))
    if cadence == "quarter":
        quarter = (day.month - 1) // 3 + 1
        first = dt.date(day.year, 3 * quarter - 2, 1)
        return Slot(f"{day.year:04d}-Q{quarter}", first, _month_end(day.year, 3 * quarter))
    return Slot(f"{day.year:04d}", dt.date(day.year, 1, 1), dt.date(day.year, 12, 31))


def slots(first: dt.date, last: dt.date, cadence: Cadence) -> Iterator[Slot]:
    """Every period of `cadence` that touches first..last, in order."""
    day = first
    while day <= last:
        slot = slot_of(day, cadence)
        yield slot
        day = slot.last + dt.timedelta(days=1)


def fitting(row: Sequence[Slot], first: dt.date, last: dt.date) -> Iterator[Slot]:
    """The periods of `row`, which is in order, that first..last touches and can tell of."""
    at = max(bisect.bisect_right(row, first, key=_FIRST) - 1, 0)
    while at < len(row) and row[at].first <= last:
        if row[at].touches(first, last) and row[at].holds(first, last):
            yield row[at]
        at += 1


def fitter(row: Sequence[Slot]) -> Callable[[dt.date, dt.date], tuple[Slot, ...]]:
    """What `fitting` finds in `row`; each pair of days is looked up once."""

    @cache
    def fit(first: dt.date, last: dt.date) -> tuple[Slot, ...]:
        return tuple(fitting(row, first, last))

    return fit


def words(slot: Slot) -> str:
    """The period in words: "March 2021", "quarter 1 of 2021", "week 12 of 2021", "2021"."""
    year, _, part = slot.name.partition("-")
    if part.startswith("Q"):
        return f"quarter {part[1:]} of {year}"
    if part.startswith("W"):
        return f"week {int(part[1:])} of {year}"
    return f"{calendar.month_name[int(part)]} {year}" if part else year


def names(voices: Sequence[str], most: int = 4) -> str:
    """Names in a row: "A, B and C", the end of a long row as a number."""
    if len(voices) <= 1:
        return "".join(voices)
    if len(voices) > most:
        return f"{', '.join(voices[:most])} and {len(voices) - most} more"
    return f"{', '.join(voices[:-1])} and {voices[-1]}"


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
