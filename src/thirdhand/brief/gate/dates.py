"""Dates as written, and the periods they may stand for.

A date is a whole: day, month and year are held to one period together, so that a month that was
swapped is seen though each part of it stands somewhere.
"""

import calendar
import datetime as dt
import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from thirdhand.model import Period

Grain = Literal["day", "month", "year"]
GRAINS: tuple[Grain, ...] = ("day", "month", "year")
MONTHS = {name: number for number, name in enumerate(month_name) if name}
_D, _M, _Y = r"(\d{1,2})", rf"({'|'.join(MONTHS)})", r"((?:19|20)\d\d)"
# The longest first. Each says which of (day, month, year, day, month, year) its groups are.
FORMS: tuple[tuple[str, tuple[int, ...]], ...] = (
    (rf"{_D} {_M}(?: {_Y})? to {_D} {_M} {_Y}", (0, 1, 2, 3, 4, 5)),
    (rf"{_D} to {_D} {_M}(?: {_Y})?", (0, 3, 4, 5)),
    (rf"{_D} {_M}(?: {_Y})?", (3, 4, 5)),
    (rf"{_M}(?: {_Y})? to {_M} {_Y}", (1, 2, 4, 5)),
    (rf"{_M} {_D}, {_Y}", (4, 3, 5)),
    (rf"{_M}(?: {_Y})?", (4, 5)),
    (rf"{_Y} to {_Y}", (2, 5)),
    (rf"{_Y}-(\d\d)(?:-(\d\d))?", (5, 4, 3)),
    (_Y, (5,)),
)
ANY = re.compile("|".join(f"(?P<f{n}>{form})" for n, (form, _) in enumerate(FORMS)))
# What stands behind a number that is no year.
AFTER = re.compile(r"[,.]\d|%|\w")
# The first or the last day of a period may stand alone behind these.
ENDS = ("since", "until", "till", "by", "before", "after", "to")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written, from character `start` to `end`. last < first where it is none.

    year is False where none is written. lead: the word before it.
    """

    start: int
    end: int
    text: str
    first: dt.date
    last: dt.date
    grain: Grain
    year: bool
    lead: str


def dates(text: str) -> Iterator[Date]:
    """Every date written in digits and English months, in order."""
    for match in ANY.finditer(text):
        before, after = text[: match.start()], text[match.end() : match.end() + 2]
        if (before and (before[-1].isalnum() or before[-1] in ",.-")) or AFTER.match(after):
            continue
        yield _date(match, before)


def _date(match: re.Match[str], before: str) -> Date:
    form = int(str(match.lastgroup)[1:])
    groups = _inner(match, form)
    told: list[int | None] = [None] * 6
    for slot, group in zip(FORMS[form][1], groups, strict=True):
        told[slot] = None if group is None else MONTHS.get(group) or int(group)
    first, last, grain = _ends(told)
    lead = before.rstrip().rpartition(" ")[2].casefold()
    return Date(
        match.start(), match.end(), match.group(), first, last, grain, told[5] is not None, lead
    )


def _inner(match: re.Match[str], form: int) -> list[str | None]:
    """The groups inside the form that matched."""
    at = match.re.groupindex[f"f{form}"]
    count = len(FORMS[form][1])
    return [match.group(at + n) for n in range(1, count + 1)]


def _ends(told: list[int | None]) -> tuple[dt.date, dt.date, Grain]:
    """First and last day; what only the later end says holds for the earlier one too."""
    day, month, year, last_day, last_month, last_year = told
    grain: Grain = "day" if last_day else "month" if last_month else "year"
    until = _bound(last_year or 2000, last_month, last_day, last=True)
    alone = day is month is year is None
    since = _bound(
        year or last_year or 2000,
        month or last_month,
        day or (last_day if alone else None),
        last=False,
    )
    return since, until, grain


def _bound(year: int, month: int | None, day: int | None, last: bool) -> dt.date:
    """That day, or the first or last one of that month or year; a day too late is no day."""
    number = month or (12 if last else 1)
    end = calendar.monthrange(year, number)[1]
    if day is not None and not 1 <= day <= end:
        return dt.date.min if last else dt.date.max
    return dt.date(year, number, day or (end if last else 1))


def fits(date: Date, period: Period, coarse: bool) -> bool:
    """True where the date is the period, as fine as that is known.

    coarse: the month that a day lies in will do. The first or last day may stand alone behind
    "since" or "until".
    """
    if not date.year:
        years = {period.first.year, period.last.year}
        return any(_fits(_in_year(date, year), period, coarse) for year in years)
    return _fits(date, period, coarse)


def _fits(date: Date, period: Period, coarse: bool) -> bool:
    if (date.first, date.last) == (period.first, period.last):
        return True
    known, told = GRAINS.index(period.precision), GRAINS.index(date.grain)
    alike = told == known or (coarse and known < told < len(GRAINS) - 1)
    if alike and (date.first, date.last) == _wide(period.first, period.last, date.grain):
        return True
    ends = (period.first, period.last) if date.lead in ENDS and told == known else ()
    return any((date.first, date.last) == _wide(end, end, date.grain) for end in ends)


def _wide(first: dt.date, last: dt.date, grain: Grain) -> tuple[dt.date, dt.date]:
    """The whole days, months or years from first to last."""
    if grain == "day":
        return first, last
    since, until = (first.month, last.month) if grain == "month" else (None, None)
    return _bound(first.year, since, None, last=False), _bound(last.year, until, None, last=True)


def _in_year(date: Date, year: int) -> Date:
    """The same date in that year; none where it has no such day."""
    try:
        ends = date.first.replace(year=year), date.last.replace(year=year)
    except ValueError:
        ends = dt.date.max, dt.date.min
    return Date(date.start, date.end, date.text, *ends, date.grain, True, date.lead)
