"""Calendar arithmetic for the reader of times. Every result is (first day, last day, precision)."""

import calendar
import datetime as dt
from dataclasses import dataclass

from thirdhand.model.period import Period, Precision
from thirdhand.read.numeral import TENS, UNITS

MONTHS = {m.lower(): i for i, m in enumerate(calendar.month_name) if m}
MONTHS |= {m.lower(): i for i, m in enumerate(calendar.month_abbr) if m} | {"sept": 9}
DAYS = {d.lower(): i for i, d in enumerate(calendar.day_name)}
NUMBERS = {w: i for i, w in enumerate(UNITS)} | {w: 20 + 10 * i for i, w in enumerate(TENS)}
NUMBERS |= {"a": 1, "an": 1, "several": 3, "few": 3, "a few": 3, "couple": 2, "a couple of": 2}
_FIRST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {w: i + 1 for i, w in enumerate(_FIRST)} | {"thirtieth": 30, "thirty-first": 31}
ORDINALS |= {f"twenty-{w}": 21 + i for i, w in enumerate(_FIRST[:9])}
# Hours of the units that are shorter than a month.
SHORT = {"hour": 1, "day": 24, "week": 24 * 7, "fortnight": 24 * 14}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days first..last, both included."""

    first: dt.date
    last: dt.date
    precision: Precision

    @property
    def days(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    @property
    def width(self) -> tuple[str, ...]:
        """The unit it is as wide as, () for none."""
        return tuple(u for u, days in _WIDTHS.items() if self.days in days)

    def moved(self, count: int) -> "Stretch":
        """As many days or months, `count` months from here; the days of a shorter month end it."""
        first, last = _moved(self.first, count), _moved(self.last, count)
        whole = self.last.day == calendar.monthrange(self.last.year, self.last.month)[1]
        if whole and self.first.day == 1:
            last = month(last.year, last.month).last
        return Stretch(first, last, self.precision)

    def until(self, last: dt.date) -> "Stretch":
        """From the first day of this stretch to `last`."""
        return Stretch(self.first, max(self.first, last), self.precision)


_WIDTHS = {
    "day": range(1, 2),
    "week": range(7, 8),
    "fortnight": range(14, 15),
    "month": range(28, 32),
    "quarter": range(90, 93),
    "year": range(365, 367),
}


def _moved(date: dt.date, count: int) -> dt.date:
    start = shift(date, count)
    return start.replace(day=min(date.day, calendar.monthrange(start.year, start.month)[1]))


def day(date: dt.date) -> Stretch:
    """One day."""
    return Stretch(date, date, "day")


def month(year: int, number: int) -> Stretch:
    """One month of one year."""
    return Stretch(
        dt.date(year, number, 1),
        dt.date(year, number, calendar.monthrange(year, number)[1]),
        "month",
    )


def year(number: int) -> Stretch:
    """One whole year."""
    return Stretch(dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def months(first: dt.date, count: int) -> Stretch:
    """`count` whole months from the month of `first`."""
    index = first.year * 12 + first.month - 1 + count - 1
    return Stretch(first.replace(day=1), month(index // 12, index % 12 + 1).last, "month")


def shift(date: dt.date, count: int) -> dt.date:
    """The first day of the month `count` months from the month of `date`."""
    index = date.year * 12 + date.month - 1 + count
    return dt.date(index // 12, index % 12 + 1, 1)


def week(date: dt.date, weeks: int = 0) -> Stretch:
    """Monday to Sunday of the ISO week of `date`, moved by `weeks`."""
    monday = date - dt.timedelta(days=date.weekday()) + dt.timedelta(weeks=weeks)
    return Stretch(monday, monday + dt.timedelta(days=6), "day")


def weekday(anchor: dt.date, number: int, ahead: bool) -> Stretch:
    """The nearest such weekday on or before `anchor`; on or after it where `ahead`."""
    back = (anchor.weekday() - number) % 7
    return day(anchor + dt.timedelta(days=(-back) % 7 if ahead else -back))


def unit(anchor: dt.date, name: str, count: int) -> Stretch:
    """The day, week, month, quarter or year `count` units from `anchor`'s own."""
    if name == "day":
        return day(anchor + dt.timedelta(days=count))
    if name in ("week", "fortnight"):
        return week(anchor, count * (2 if name == "fortnight" else 1))
    if name == "month":
        return months(shift(anchor, count), 1)
    if name == "quarter":
        first = dt.date(anchor.year, 3 * ((anchor.month - 1) // 3) + 1, 1)
        return months(shift(first, 3 * count), 3)
    return year(anchor.year + count)


def anchor_of(published: Period | None) -> dt.date | None:
    """The day that "yesterday" counts from: None where the account is undated."""
    return published.last if published else None
