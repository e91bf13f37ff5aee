"""Words that name a time -> days, weeks, months and years, counted from the account's date.

Weekdays and months without a year are the latest past ones, or the next where the sentence looks
ahead.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from thirdhand.read.dates import (
    DAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SHORT,
    Stretch,
    day,
    month,
    months,
    shift,
    unit,
    weekday,
    year,
)

_ORD = {w: i + 1 for i, w in enumerate(("first", "second", "third", "fourth"))} | {"opening": 1}
_LAST = ("last", "final", "latter", "closing")
_WHOSE = {"last": -1, "the previous": -1, "next": 1, "the following": 1, "the coming": 1}
_SOON = 2  # months


@dataclass(frozen=True, slots=True)
class Frame:
    """What a resolver needs: the anchor day, whether it is exact, and the last date named.

    named: the last time named, of any width. quarter: the last one as wide as a quarter.
    report: the time that the account says it reports on. headed: the day named before in
    the sentence, else the one on a line of its own at the head of an undated account.
    """

    anchor: dt.date | None
    exact: bool
    ahead: bool
    previous: dt.date | None
    named: Stretch | None = None
    quarter: Stretch | None = None
    report: Stretch | None = None
    headed: dt.date | None = None


Resolver = Callable[[re.Match[str], Frame], Stretch | None]


def number(word: str) -> int:
    """As in "3", "three"."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def whose(match: re.Match[str]) -> int:
    """How many units from the present one: -1 for "last", 1 for "next"."""
    return _WHOSE.get((match["whose"] or "").strip().lower(), 0)


def _month_of(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _year_for(frame: Frame, number: int, of_day: int | None = None) -> int | None:
    """The year of a month (and day) that names none: the latest past one, or the next ahead."""
    anchor = frame.anchor or frame.headed
    if anchor is None:
        return None
    asked, now = (number, of_day or 1), (anchor.month, anchor.day)
    # A day soon to come is meant rather than one of almost a year ago.
    if of_day and now < asked and (number - anchor.month) % 12 <= _SOON:
        return anchor.year
    if asked <= now:
        soon = frame.ahead and anchor.month - number > 9
        return anchor.year + 1 if soon else anchor.year
    return anchor.year if frame.ahead else anchor.year - 1


def full_date(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "4 June 2018", "June 4"."""
    of_year, of_month = _month_of(match["m"]), day_number(match["d"])
    named = match.groupdict().get("y")
    at = int(named) if named else _year_for(frame, of_year, of_month)
    return day(dt.date(at, of_year, of_month)) if at else None


def day_number(word: str) -> int:
    """As in "4", "fourth"."""
    return int(word) if word.isdigit() else ORDINALS[word.lower()]


def iso_date(match: re.Match[str], _: Frame) -> Stretch:
    """As in "2018-06-04"."""
    return day(dt.date(int(match["y"]), int(match["m"]), int(match["d"])))


def two_days(match: re.Match[str], frame: Frame) -> Stretch | None:
    """Two days: of one month, or of two."""
    number = _month_of(match["m"])
    later = _month_of(match["m2"]) if match.groupdict().get("m2") else number
    named = match.groupdict().get("y")
    turn = int(later < number)  # "28 December to 3 January": a year that is named is the second's
    start = match.groupdict().get("y2")
    turn = int(named) - int(start) if named and start else turn
    at = int(named) - turn if named else _year_for(frame, number, int(match["d"]))
    if at is None:
        return None
    first = dt.date(at, number, int(match["d"]))
    last = dt.date(at + turn, later, int(match["d2"]))
    return Stretch(first, last, "day") if first <= last else None


def one_month(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "March 2019", "early March"."""
    number, named = _month_of(match["m"]), match.groupdict().get("y")
    at = int(named) if named else _year_for(frame, number)
    return month(at, number) if at else None


def one_year(match: re.Match[str], _: Frame) -> Stretch:
    """As in "2019", "the end of 2019": its first or last month."""
    number, part = int(match["y"]), (match["part"] or "").lower()
    if part.startswith(("the start", "the beginning", "start", "beginning", "the very")):
        return month(number, 1)
    if "end" in part:
        return month(number, 12)
    return year(number)


def part_of_year(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "the first eleven months of 2021", "the second quarter of 2020"."""
    at = int(match["y"]) if match["y"] else None
    if at is None and frame.anchor is not None:
        at = frame.anchor.year + whose(match)
    if at is None:
        return None
    kind, ordinal = match["unit"].lower(), match["ord"].lower()
    many = number(match["n"]) if match["n"] else 1
    width = {"quarter": 3, "half": 6}.get(kind.rstrip("s"), 1) * many
    if width > 12:
        return None
    first = 13 - width if ordinal in _LAST else (_ORD[ordinal] - 1) * width + 1
    return months(dt.date(at, first, 1), width)


def near_unit(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "last week", "this month", "the past year"."""
    if frame.anchor is None:
        return None
    which, kind = match["which"].lower(), match["unit"].lower()
    count = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    if count < 0 and which == "past":
        return back(frame.anchor, kind, 1)
    if count == 0 and frame.report and kind in frame.report.width:
        return frame.report
    if not frame.exact and kind in ("day", "week", "fortnight"):
        return months(frame.anchor, 1)
    stretch = unit(frame.anchor, kind, count)
    return (
        stretch.until(frame.anchor)
        if count == 0 and kind == "year" and not frame.ahead
        else stretch
    )


def back(anchor: dt.date, kind: str, count: int) -> Stretch:
    """The `count` days, weeks, months or years that end at `anchor`."""
    if kind in SHORT:
        days = -(-count * SHORT[kind] // 24)
        return Stretch(anchor - dt.timedelta(days=days), anchor, "day")
    back = shift(anchor, -count * {"quarter": 3, "year": 12}.get(kind, 1) + (kind == "month"))
    return Stretch(back, anchor, "month")


def month_span(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "between March and July 2019": whole months, of one year or of two."""
    number, later = _month_of(match["m"]), _month_of(match["m2"])
    named = match.groupdict().get("y")
    at = int(named) if named else _year_for(frame, later)
    if at is None:
        return None
    width = (later - number) % 12 + 1
    return months(dt.date(at - (later < number), number, 1), width)


def slashed(match: re.Match[str], _: Frame) -> Stretch | None:
    """As in "25/6/2019". What can be read both ways, day first or month first, names no day."""
    one, two, at = int(match["a"]), int(match["b"]), int(match["y"])
    if one != two and one <= 12 and two <= 12:
        return None
    return day(dt.date(at, two, one) if two <= 12 else dt.date(at, one, two))


def numbered_quarter(match: re.Match[str], _: Frame) -> Stretch:
    """As in "Q3 2019"."""
    return months(dt.date(int(match["y"]), 3 * int(match["q"]) - 2, 1), 3)


def ordinal_quarter(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "the third quarter", "last year's third quarter": the latest one that has begun."""
    if frame.anchor is None:
        return None
    first = 3 * _ORD[match["ord"].lower()] - 2
    if match["whose"]:
        at = frame.anchor.year + whose(match)
    else:
        at = frame.anchor.year - (frame.anchor.month < first and not frame.ahead)
    return months(dt.date(at, first, 1), 3)


def season(match: re.Match[str], frame: Frame) -> Stretch | None:
    """Three months of the northern half of the world: the last past one, this year's, the next."""
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[match["s"].lower()]
    if match.groupdict().get("y"):
        return months(dt.date(int(match["y"]), first, 1), 3)
    if frame.anchor is None:
        return None
    anchor, which = frame.anchor, match["which"].lower()
    near = [months(dt.date(anchor.year + n, first, 1), 3) for n in (-1, 0, 1)]
    if which in ("last", "past"):
        return [s for s in near if s.last < anchor][-1]
    if which == "next":
        return next(s for s in near if s.first > anchor)
    return next((s for s in near if s.first <= anchor <= s.last), near[1])


def past_units(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "the last three weeks", "within 18 days"; "the past weeks" are a few."""
    if frame.anchor is None:
        return None
    few = match.groupdict().get("few")
    return back(frame.anchor, (few or match["unit"]).lower(), number(match["n"] or "few"))


def units_ago(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "two years ago"."""
    return unit(frame.anchor, match["unit"].lower(), -number(match["n"])) if frame.anchor else None


def named_weekday(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "Friday", "last Friday"."""
    if frame.anchor is None:
        return None
    if not frame.exact:
        return months(frame.anchor, 1)
    which = (match["which"] or "").lower()
    ahead = which == "next" or (frame.ahead and which != "last")
    anchor = frame.anchor
    if which == "last":
        anchor -= dt.timedelta(days=1)
    return weekday(anchor, list(DAYS).index(match["w"].lower()), ahead)


def near_day(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "yesterday", "this morning"."""
    if frame.anchor is None:
        return None
    if not frame.exact:
        return months(frame.anchor, 1)
    word = match[0].lower()
    back = (
        1 if word in ("yesterday", "last night", "overnight") else -1 if word == "tomorrow" else 0
    )
    return day(frame.anchor - dt.timedelta(days=back))


def days_later(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "three days later", "the same day": counted from the last date named."""
    if frame.previous is None:
        return None
    word = match[0].lower()
    if "same" in word:
        return day(frame.previous)
    count = number(match["n"]) if match["n"] else 1
    sign = -1 if re.search(r"earlier|before", word) else 1
    kind = (match["unit"] or "day").lower()
    stretch = unit(frame.previous, kind, sign * count)
    return day(frame.previous + dt.timedelta(weeks=sign * count)) if kind == "week" else stretch


def unresolved(_: re.Match[str], __: Frame) -> None:
    """As in "recently": a time that names no date."""
    return
