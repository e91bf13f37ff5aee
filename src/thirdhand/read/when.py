"""Times named in a text, resolved against the account's date.

Own rules, because no library keeps how precise a date is: "in March" names a month, not its first.
Weekdays and months without a year are the latest past ones, or the next where the sentence looks
ahead.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from thirdhand.model.period import Period
from thirdhand.read.dates import (
    DAYS,
    MONTHS,
    NUMBERS,
    Stretch,
    anchor_of,
    day,
    month,
    months,
    shift,
    unit,
    weekday,
    year,
)


@dataclass(frozen=True, slots=True)
class Time:
    """text[start:end] names `stretch`; None where it cannot be resolved.

    since: the time opens a period that runs to the account's date ("since January").
    spoken: the time of telling rather than of what is told, set by the anchor later.
    """

    start: int
    end: int
    stretch: Stretch | None
    since: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a resolver needs: the anchor day, whether it is exact, and the last date named."""

    anchor: dt.date | None
    exact: bool
    ahead: bool
    previous: dt.date | None


_M = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?"
    r"|Oct\.?|Nov\.?|Dec\.?)"
)
_D = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_Y = r"(?P<y>(?:19|20)\d\d)"
_N = r"(?P<n>\d+|" + "|".join(NUMBERS) + ")"
_UNIT = r"(?P<unit>day|week|month|quarter|year)"
_W = r"(?P<w>" + "|".join(DAYS) + ")"
_PART = (
    r"(?P<part>(?:the )?(?:very )?(?:start|beginning|end|middle) of "
    r"|early[ -](?:in )?|late[ -](?:in )?|mid[ -]?)?"
)
_ORD = {w: i + 1 for i, w in enumerate(("first", "second", "third", "fourth"))} | {"last": 4}

Resolver = Callable[[re.Match[str], _Frame], Stretch | None]


def times(text: str, published: Period | None) -> Iterator[Time]:
    """Every time named in `text`, left to right, none inside another."""
    found: list[tuple[int, int, Resolver, re.Match[str]]] = []
    taken = bytearray(len(text))  # one mark a character: a text full of dates stays linear
    for pattern, resolver in _TABLE:
        for match in pattern.finditer(text):
            if not any(taken[match.start() : match.end()]):
                found.append((match.start(), match.end(), resolver, match))
                taken[match.start() : match.end()] = b"\x01" * len(match[0])
    previous: dt.date | None = None
    for start, end, resolver, match in sorted(found, key=lambda row: row[0]):
        frame = _Frame(
            anchor_of(published),
            bool(published and published.precision == "day"),
            bool(_AHEAD.search(_sentence_around(text, start))),
            previous,
        )
        try:
            stretch = resolver(match, frame)
        except (ValueError, OverflowError):  # "31 April": no such day; "9000 years ago"
            stretch = None
        if stretch and stretch.precision == "day":
            previous = stretch.last
        many_days = stretch and stretch.precision == "day" and stretch.first != stretch.last
        since = not many_days and bool(_SINCE.search(text[max(0, start - 40) : start]))
        yield Time(start, end, stretch, since)


_SINCE = re.compile(
    r"\b(?:since|so far|(?<!\w)from)\s+(?:the (?:start"
    r"|beginning) of\s+)?(?:the )?(?:early |late |mid-?)?$",
    re.IGNORECASE,
)
_NEAR = 400
_AHEAD = re.compile(
    r"\b(?:will|is to|are to|to be|due|plans?|planned|expected|expects?|scheduled"
    r"|about to|next|upcoming|would|going to|leaves on|ahead of|by the end)\b",
    re.IGNORECASE,
)


def _sentence_around(text: str, at: int) -> str:
    """The sentence of text[at], at most _NEAR characters to either side."""
    low, high = max(0, at - _NEAR), at + _NEAR
    start = max(text.rfind(". ", low, at), text.rfind("\n", low, at), low - 1) + 1
    ends = (text.find(". ", at, high), text.find("\n", at, high))
    return text[start : min((i for i in ends if i >= 0), default=high)]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def _year_for(frame: _Frame, number: int, of_day: int = 1) -> int | None:
    """The year of a month (and day) that names none: the latest past one, or the next ahead."""
    if frame.anchor is None:
        return None
    asked, now = (number, of_day), (frame.anchor.month, frame.anchor.day)
    if asked <= now:
        soon = frame.ahead and frame.anchor.month - number > 9
        return frame.anchor.year + 1 if soon else frame.anchor.year
    return frame.anchor.year if frame.ahead else frame.anchor.year - 1


def _full(match: re.Match[str], frame: _Frame) -> Stretch | None:
    number, of_day = _month_number(match["m"]), int(match["d"])
    named = match.groupdict().get("y")
    at = int(named) if named else _year_for(frame, number, of_day)
    return day(dt.date(at, number, of_day)) if at else None


def _iso(match: re.Match[str], _: _Frame) -> Stretch:
    return day(dt.date(int(match["y"]), int(match["m"]), int(match["d"])))


def _days(match: re.Match[str], frame: _Frame) -> Stretch | None:
    """Two days: of one month, or of two."""
    number = _month_number(match["m"])
    later = _month_number(match["m2"]) if match.groupdict().get("m2") else number
    named = match.groupdict().get("y")
    turn = later < number  # "28 December to 3 January": a year that is named is the second's
    at = int(named) - turn if named else _year_for(frame, number, int(match["d"]))
    if at is None:
        return None
    first = dt.date(at, number, int(match["d"]))
    last = dt.date(at + turn, later, int(match["d2"]))
    return Stretch(first, last, "day") if first <= last else None


def _months(match: re.Match[str], frame: _Frame) -> Stretch | None:
    number, named = _month_number(match["m"]), match.groupdict().get("y")
    at = int(named) if named else _year_for(frame, number)
    return month(at, number) if at else None


def _years(match: re.Match[str], _: _Frame) -> Stretch:
    number, part = int(match["y"]), (match["part"] or "").lower()
    if part.startswith(("the start", "the beginning", "start", "beginning", "the very")):
        return month(number, 1)
    if "end" in part:
        return month(number, 12)
    return year(number)


def _slice(match: re.Match[str], frame: _Frame) -> Stretch | None:
    """As in "the first eleven months of 2021", "the second quarter of 2020"."""
    at = int(match["y"]) if match["y"] else frame.anchor.year if frame.anchor else None
    if at is None:
        return None
    kind, ordinal = match["unit"].lower(), match["ord"].lower()
    many = _number(match["n"]) if match["n"] else 1
    width = {"quarter": 3, "half": 6}.get(kind.rstrip("s"), 1) * many
    if width > 12:
        return None
    first = 13 - width if ordinal == "last" else (_ORD[ordinal] - 1) * width + 1
    return months(dt.date(at, first, 1), width)


def _week(match: re.Match[str], frame: _Frame) -> Stretch | None:
    """As in "last week", "this month", "the past year"."""
    if frame.anchor is None:
        return None
    which, kind = match["which"].lower(), match["unit"].lower()
    count = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    if count < 0 and which == "past":
        return _back(frame.anchor, kind, 1)
    if not frame.exact and kind in ("day", "week"):
        return months(frame.anchor, 1)
    stretch = unit(frame.anchor, kind, count)
    return (
        stretch.until(frame.anchor)
        if count == 0 and kind == "year" and not frame.ahead
        else stretch
    )


def _back(anchor: dt.date, kind: str, count: int) -> Stretch:
    """The `count` days, weeks, months or years that end at `anchor`."""
    if kind in ("day", "week"):
        days = count * (7 if kind == "week" else 1)
        return Stretch(anchor - dt.timedelta(days=days), anchor, "day")
    back = shift(anchor, -count * {"quarter": 3, "year": 12}.get(kind, 1) + (kind == "month"))
    return Stretch(back, anchor, "month")


def _past(match: re.Match[str], frame: _Frame) -> Stretch | None:
    return _back(frame.anchor, match["unit"].lower(), _number(match["n"])) if frame.anchor else None


def _ago(match: re.Match[str], frame: _Frame) -> Stretch | None:
    return unit(frame.anchor, match["unit"].lower(), -_number(match["n"])) if frame.anchor else None


def _weekday(match: re.Match[str], frame: _Frame) -> Stretch | None:
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


def _near(match: re.Match[str], frame: _Frame) -> Stretch | None:
    if frame.anchor is None:
        return None
    if not frame.exact:
        return months(frame.anchor, 1)
    word = match[0].lower()
    back = (
        1 if word in ("yesterday", "last night", "overnight") else -1 if word == "tomorrow" else 0
    )
    return day(frame.anchor - dt.timedelta(days=back))


def _later(match: re.Match[str], frame: _Frame) -> Stretch | None:
    """As in "three days later", "the same day": counted from the last date named."""
    if frame.previous is None:
        return None
    word = match[0].lower()
    if "same" in word:
        return day(frame.previous)
    count = _number(match["n"]) if match["n"] else 1
    sign = -1 if re.search(r"earlier|before", word) else 1
    kind = (match["unit"] or "day").lower()
    stretch = unit(frame.previous, kind, sign * count)
    return day(frame.previous + dt.timedelta(weeks=sign * count)) if kind == "week" else stretch


def _unresolved(_: re.Match[str], __: _Frame) -> None:
    return None


def _rule(pattern: str, resolver: Resolver) -> tuple[re.Pattern[str], Resolver]:
    return re.compile(rf"(?<![\w-]){pattern}(?![\w])", re.IGNORECASE), resolver


_TO = r"\s*(?:-|–|to|and|until|through)\s*"
_MONTH_WORD = _M.format("m")
# Tried in order; what an earlier row took, a later one leaves.
_TABLE: tuple[tuple[re.Pattern[str], Resolver], ...] = (
    _rule(rf"{_Y}-(?P<m>\d\d)-(?P<d>\d\d)(?:T[\d:+.Z-]+)?", _iso),
    _rule(rf"{_Y}/(?P<m>\d\d)/(?P<d>\d\d)", _iso),
    _rule(rf"(?P<d>\d\d)-(?P<m>\d\d)-{_Y}", _iso),
    _rule(rf"{_D.format('d')}-{_MONTH_WORD}-{_Y}", _full),
    _rule(rf"{_D.format('d')}{_TO}{_D.format('d2')} (?:of )?{_MONTH_WORD}(?:,? {_Y})?", _days),
    _rule(
        rf"{_MONTH_WORD} {_D.format('d')}{_TO}{_M.format('m2')} {_D.format('d2')}(?:,? {_Y})?",
        _days,
    ),
    _rule(
        rf"{_MONTH_WORD} {_D.format('d')}{_TO}{_D.format('d2')}(?:,? {_Y})?(?! (?:people|of))",
        _days,
    ),
    _rule(rf"{_D.format('d')} (?:of )?{_MONTH_WORD}(?:,? (?:of )?{_Y})?", _full),
    _rule(rf"{_MONTH_WORD} {_D.format('d')}(?:,? {_Y})?(?!\d|,\d)", _full),
    _rule(
        rf"(?:the )?(?P<ord>first|second|third|fourth|last) (?:{_N} )?(?P<unit>months?"
        rf"|quarter|half) of (?:{_Y}|the year|this year)",
        _slice,
    ),
    _rule(rf"{_PART}{_MONTH_WORD}(?:,? (?:of )?{_Y})", _months),
    _rule(rf"{_PART}{_Y}(?:s\b)?(?![\d,]\d)", _years),
    _rule(rf"(?:the |these )?(?:last|past|previous) {_N} {_UNIT}s", _past),
    _rule(rf"{_N} {_UNIT}s? ago", _ago),
    _rule(rf"(?P<which>last|this|next|past|previous|coming) {_UNIT}", _week),
    _rule(
        rf"(?P<which>last |next |this )?{_W}(?: (?:morning|afternoon|evening|night))?".replace(
            "(?P<which>last |next |this )?", "(?:(?P<which>last|next|this) )?"
        ),
        _weekday,
    ),
    _rule(
        r"(?:today|yesterday|tomorrow|tonight|last night|overnight"
        r"|this (?:morning|afternoon|evening))",
        _near,
    ),
    _rule(
        rf"(?:(?:{_N} {_UNIT}s? (?:later|earlier|before|after))|the (?:same|next"
        rf"|following|previous) day|the day (?:after|before)|a (?P<u2>day|week) (?:later"
        rf"|earlier))",
        _later,
    ),
    _rule(r"(?:recently|currently|now|nowadays|at present|formerly|previously)", _unresolved),
    _rule(rf"(?<=\b(?:in|of|by) )(?:{_PART}){_MONTH_WORD}", _months),
    _rule(
        rf"(?:(?<=since )|(?<=from )|(?<=during )|(?<=until )|(?<=till )|(?<=last )"
        rf"|(?<=this )|(?<=next )|(?<=mid-)|(?<=early )|(?<=late )|(?<=end of )"
        rf"|(?<=start of )|(?<=beginning of )){_MONTH_WORD}",
        _months,
    ),
    _rule(rf"(?:early|late|mid)[- ]{_MONTH_WORD}", _months),
    _rule(
        r"(?P<m>January|February|April|June|July|August|September|October|November|December)",
        _months,
    ),
)
