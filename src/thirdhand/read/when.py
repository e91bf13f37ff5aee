"""Times named in a text, resolved against the account's date.

Own rules, because no library keeps how precise a date is: "in March" names a month, not its first.
Weekdays and months without a year are the latest past ones, or the next where the sentence looks
ahead.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from thirdhand.model.period import Period
from thirdhand.read import near, resolve
from thirdhand.read.dates import DAYS, NUMBERS, ORDINALS, Stretch, anchor_of
from thirdhand.read.quick import quick
from thirdhand.read.report import covered
from thirdhand.read.resolve import Frame, Resolver


@dataclass(frozen=True, slots=True)
class Time:
    """text[start:end] names `stretch`; None where it cannot be resolved.

    since: the time opens a period that runs to the account's date ("since January").
    report: the time that the whole account reports on ("Reporting period: 1 to 7 May").
    """

    start: int
    end: int
    stretch: Stretch | None
    since: bool = False
    report: bool = False


_M = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?"
    r"|Oct\.?|Nov\.?|Dec\.?)"
)
_D = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_LONGEST_FIRST = "|".join(sorted(ORDINALS, key=len, reverse=True))
_DTH = rf"(?P<d>[0-3]?\d(?=st|nd|rd|th)|{_LONGEST_FIRST})(?:st|nd|rd|th)?"
_Y = r"(?P<y>(?:19|20)\d\d)"
_Y2 = r"(?P<y2>(?:19|20)\d\d)"
_Y3 = r"(?P<y3>(?:19|20)\d\d)"
_N = r"(?P<n>\d+|" + "|".join(NUMBERS) + ")"
_UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year)"
_WHOSE = (
    r"(?P<whose>the current |the |this |last |next |that |the previous |the following "
    r"|the coming )"
)
_W = r"(?P<w>" + "|".join(DAYS) + ")"
_PART = (
    r"(?P<part>(?:the )?(?:very )?(?:start|beginning|end|middle) of "
    r"|early[ -](?:in )?|late[ -](?:in )?|mid[ -]?)?"
)
# A weekday before a date belongs to it: "Saturday, April 25".
_ON = r"(?:(?:" + "|".join(DAYS) + r"),? )?"
_YEAR_OF = r"(?:(?P<whose>last|this|next) year['’]s )?(?:the )?"
_OF_YEAR = (
    r"(?P<of>period|quarter|half|months?|weeks?"
    r"|time(?= last year| a year| the (?:previous|year)))"
)
_EARLIER = (
    r"(?P<back>last year|(?:the|a) (?:previous |preceding |prior )?year"
    r"(?: (?:before|earlier|ago))?)"
)
_SEASON = r"(?P<s>spring|summer|autumn|fall|winter)"


def times(text: str, published: Period | None) -> Iterator[Time]:
    """Every time named in `text`, left to right, none inside another."""
    found: list[tuple[int, int, Resolver, re.Match[str]]] = []
    taken = bytearray(len(text))  # one mark a character: a text full of dates stays linear
    small = text.lower()
    for pattern, resolver in _TABLE:
        for match in pattern.finditer(text) if quick(pattern)(small) else ():
            if not any(taken[match.start() : match.end()]):
                found.append((match.start(), match.end(), resolver, match))
                taken[match.start() : match.end()] = b"\x01" * len(match[0])
    previous: dt.date | None = None
    named = quarter = report = None
    headed: dt.date | None = None
    seen = 0
    for start, end, resolver, match in sorted(found, key=lambda row: row[0]):
        frame = Frame(
            anchor_of(published),
            bool(published and published.precision == "day"),
            bool(_AHEAD.search(_around(text, start, end, resolver))),
            previous,
            named,
            quarter,
            report,
            previous if previous and _goes_on(text, seen, start) else headed,
        )
        try:
            stretch = resolver(match, frame)
        except (ValueError, OverflowError):  # "31 April": no such day; "9000 years ago"
            stretch = None
        if stretch and stretch.precision == "day":
            heads_it = named is None and published is None and _dateline(text, start, end)
            headed = stretch.last if heads_it else headed
            previous, seen = stretch.last, end
        if stretch and resolver not in _MOVED:
            named, quarter = stretch, stretch if stretch.days in _QUARTER else quarter
        heads = report is None and stretch is not None and covered(text, start, end, stretch, frame)
        report = stretch if heads else report
        many_days = stretch and stretch.precision == "day" and stretch.first != stretch.last
        since = not many_days and bool(_SINCE.search(text[max(0, start - _SINCE_FAR) : start]))
        yield Time(start, end, stretch, since, heads)


def _goes_on(text: str, end: int, start: int) -> bool:
    """True where a time at `start` stands in the sentence of the one that ends at `end`."""
    return start - end < _NEAR and ". " not in text[end:start]


def _dateline(text: str, start: int, end: int) -> bool:
    """As in "Orvali, 8 March 2024": the first time of a text, on a short line at its head."""
    lead = _LINES.split(text[:start])[-1] if start < _HEAD else None
    rest = _LINES.split(text[end : end + _SHORT_LINE])[0]
    return lead is not None and len(lead) < _SHORT_LINE and not rest.strip(" .,")


# The parse has its lines run into one another: a blank line is two spaces there.
_LINES = re.compile(r"\n|\s{2,}")
_HEAD, _SHORT_LINE = 300, 40
_QUARTER = range(89, 93)
# A time held against another is not what the next one is held against.
_MOVED = (near.same_part, near.unit_earlier)
_SINCE_FAR = 100
# "since January", "so far this year", "since the camp was closed in May"
_SINCE = re.compile(
    r"(?:\b(?:since|so far|(?<!\w)from)\s+"
    r"|(?<!has )(?<!have )(?<!had )\bsince (?:[\w'’-]+ ){1,10}?(?:in|on|during|of|at)\s+)"
    r"(?:the (?:start|beginning) of\s+)?(?:the )?(?:early |late |mid-?)?$",
    re.IGNORECASE,
)
_NEAR = 400
_AHEAD = re.compile(
    r"\b(?:will|shall|should|is to|are to|to be|due|plans?|planned|expected|expects?|scheduled"
    r"|about to|next|upcoming|forthcoming|would|going to|leaves on|ahead of|by the end"
    r"|set to|slated|aims?|intends?|hopes? to|hoping to|prepar(?:es?|ing) to|projected|forecasts?"
    r"|anticipate[sd]?|envisage[sd]?|pledge[sd]?|promise[sd]?|deadline)\b",
    re.IGNORECASE,
)


def _around(text: str, start: int, end: int, resolver: Resolver) -> str:
    """The words that tell whether a time lies ahead: its sentence; for a weekday its clause."""
    if resolver is not resolve.named_weekday:
        return _sentence_around(text, start)
    before = _CLAUSE.split(text[max(0, start - _CLOSE) : start])[-1]
    after = _CLAUSE.split(text[end : end + _CLOSE])[0]
    return before if _TELLING.search(before) else f"{before} {after}"


_CLOSE = 60
_CLAUSE = re.compile(r"[,;:.\n\"“”()]| that | which | who | after | and ")
_TELLING = re.compile(
    r"\b(?:said|says|told|announced|reported|added|stated|confirmed|warned|wrote)\b[^,;]{0,30}$",
    re.IGNORECASE,
)


def _sentence_around(text: str, at: int) -> str:
    """The sentence of text[at], at most _NEAR characters to either side."""
    low, high = max(0, at - _NEAR), at + _NEAR
    start = max(text.rfind(". ", low, at), text.rfind("\n", low, at), low - 1) + 1
    ends = (text.find(". ", at, high), text.find("\n", at, high))
    return text[start : min((i for i in ends if i >= 0), default=high)]


def _rule(pattern: str, resolver: Resolver) -> tuple[re.Pattern[str], Resolver]:
    return re.compile(rf"(?<![\w-]){pattern}(?![\w])", re.IGNORECASE), resolver


_TO = r"\s*(?:-|–|to|and|until|through)\s*"
_MONTH_WORD = _M.format("m")
# Tried in order; what an earlier row took, a later one leaves.
_TABLE: tuple[tuple[re.Pattern[str], Resolver], ...] = (
    _rule(rf"{_Y}-(?P<m>\d\d)-(?P<d>\d\d)(?:T[\d:+.Z-]+)?", resolve.iso_date),
    _rule(rf"{_Y}/(?P<m>\d\d)/(?P<d>\d\d)", resolve.iso_date),
    _rule(rf"(?P<d>\d\d)-(?P<m>\d\d)-{_Y}", resolve.iso_date),
    _rule(rf"(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.]{_Y}", resolve.slashed),
    _rule(rf"{_D.format('d')}-{_MONTH_WORD}-{_Y}", resolve.full_date),
    _rule(
        rf"{_D.format('d')}{_TO}{_D.format('d2')} (?:of )?{_MONTH_WORD}(?:,? {_Y})?",
        resolve.two_days,
    ),
    _rule(
        rf"{_MONTH_WORD} {_D.format('d')}(?:,? {_Y2})?{_TO}"
        rf"{_M.format('m2')} {_D.format('d2')}(?:,? {_Y})?",
        resolve.two_days,
    ),
    _rule(
        rf"{_D.format('d')} {_MONTH_WORD}(?:,? {_Y2})?{_TO}"
        rf"{_D.format('d2')} {_M.format('m2')}(?:,? {_Y})?",
        resolve.two_days,
    ),
    _rule(
        rf"{_MONTH_WORD} {_D.format('d')}{_TO}{_D.format('d2')}(?:,? {_Y})?(?! (?:people|of))",
        resolve.two_days,
    ),
    _rule(rf"{_ON}{_D.format('d')} (?:of )?{_MONTH_WORD}(?:,? (?:of )?{_Y})?", resolve.full_date),
    _rule(rf"{_ON}{_MONTH_WORD} {_D.format('d')}(?:,? {_Y})?(?!\d|,\d)", resolve.full_date),
    _rule(
        rf"(?:the )?{_DTH} (?:day )?of (?:the month of |last |this )?{_MONTH_WORD}(?:,? {_Y})?",
        resolve.full_date,
    ),
    _rule(rf"(?:the )?{_DTH} (?:day )?of {_WHOSE}month", near.day_of_month),
    _rule(
        r"(?:(?<=\bon )|(?<=\bby )|(?<=\buntil ))the (?P<d>\d{1,2})(?:st|nd|rd|th)"
        r"(?=[,.;:)]|\s(?:when|that|and|but|in|at|after|an?|the|to|with|by|as|for|near)\b|\s*$)",
        near.bare_day,
    ),
    _rule(
        rf"(?:the )?(?P<ord>first|second|third|fourth|last|final|latter|opening|closing)"
        rf" (?:{_N} )?(?P<unit>months?|quarter|half) of (?:{_Y}|{_WHOSE}year)",
        resolve.part_of_year,
    ),
    _rule(
        rf"(?:the|that) (?:(?:same|corresponding|equivalent) {_OF_YEAR}(?: of| in)?"
        rf"(?: {_Y}| {_EARLIER})?|(?:year-ago|year-earlier|prior-year)"
        rf" (?P<of2>period|quarter|half|months?))",
        near.same_part,
    ),
    _rule(
        rf"(?:the )?(?P<edge>start|beginning|outset|turn|opening|onset|close|end) of"
        rf" {_WHOSE}{_UNIT}",
        near.edge,
    ),
    _rule(rf"(?:{_WHOSE})?{_UNIT}(?:['’]s |-| )(?P<edge>end)", near.edge),
    _rule(
        r"(?:as |(?<=since )|(?<=when )|(?<=after )|(?<=before )|(?<=until )|(?<=once ))"
        rf"{_WHOSE}{_UNIT} (?P<edge>began|started|opened|ended|closed|came to an end"
        rf"|drew to a close)",
        near.edge,
    ),
    _rule(r"(?:the )?New Year(?!['’])", near.new_year),
    _rule(
        r"(?:the|this|that|(?:the )?(?P<which>last|past|previous|preceding|prior|latest|next))"
        r" (?:reporting |calendar |fiscal |financial )?quarter",
        near.quarter,
    ),
    _rule(
        r"(?:the|this) (?:reporting|review) (?:period|week|month)"
        r"|the period under (?:review|report)",
        near.reported,
    ),
    _rule(
        rf"{_N} (?P<unit>day|week|month)s? (?:before|prior to|preceding|leading up to|ahead of)"
        rf" (?:the |this |our |their )?(?:data collection|survey|assessment|interviews?|visit"
        rf"|report|reporting|study|fieldwork|questionnaire|data)",
        near.before_survey,
    ),
    _rule(
        r"(?<!last )(?<!past )(?<!this )(?<!next )(?<!the )(?<!per )(?<!each )(?<!every )(?<! a )"
        rf"(?:epi(?:demiological)?[ -])?week (?:no\.? |number )?(?P<n>\d\d?)"
        rf"(?:,? (?:of )?{_Y}|(?![,.]?\d| \w+s\b))",
        near.numbered_week,
    ),
    _rule(rf"(?:{_Y}\s*(?:-|–|to|through|until)|(?<=between ){_Y3} and)\s*{_Y2}", near.years),
    _rule(rf"{_MONTH_WORD}{_TO}{_M.format('m2')}(?:,? (?:of )?{_Y})?(?! \d)", resolve.month_span),
    _rule(rf"{_PART}{_MONTH_WORD}(?:,? (?:of )?{_Y})", resolve.one_month),
    _rule(rf"Q(?P<q>[1-4])(?: (?:of )?|[ /-]?){_Y}", resolve.numbered_quarter),
    _rule(rf"{_YEAR_OF}(?P<ord>first|second|third|fourth)[- ]quarter", resolve.ordinal_quarter),
    _rule(rf"(?:(?P<which>last|this|next|the) )?{_SEASON}(?: (?:of )?{_Y})", resolve.season),
    _rule(rf"(?P<which>last|this|next|past) {_SEASON}", resolve.season),
    _rule(
        rf"(?:(?<=by )|(?<=before )|(?<=in )|(?<=since )|(?<=during )|(?<=until )|(?<=over )"
        rf"|(?<=through ))(?:the )?{_SEASON}",
        near.bare_season,
    ),
    _rule(rf"{_PART}{_Y}(?:s\b)?(?![\d,]\d)", resolve.one_year),
    _rule(
        rf"(?:the |these )?(?:last|past|previous) (?:{_N} (?:of )?(?P<unit>hour|day|week|fortnight"
        rf"|month|quarter|year)s|(?P<few>day|week|month)s)",
        resolve.past_units,
    ),
    _rule(
        rf"(?<!first )(?<!time )(?<!worst )(?<!est )(?:within|in|over|inside)"
        rf" (?:the (?:space|course) of )?{_N} (?P<unit>hour|day|week|month)s?(?! of\b)",
        resolve.past_units,
    ),
    _rule(rf"{_N} {_UNIT}s? ago", resolve.units_ago),
    _rule(r"(?P<n>a|one) (?P<unit>week|month|year) (?:earlier|before)", near.unit_earlier),
    _rule(
        r"the (?P<unit>week|month|year) (?:before|earlier|prior)"
        r"|the (?:previous|preceding|prior) (?P<unit2>week|month|year)",
        near.unit_before,
    ),
    _rule(rf"(?P<which>last|this|next|past|previous|coming) {_UNIT}", resolve.near_unit),
    _rule(rf"(?:earlier|later|late|early) in the {_UNIT}", near.in_the_unit),
    _rule(r"(?P<which>last|this|next|past|the) weekend", near.weekend),
    _rule(
        rf"(?P<which>last |next |this )?{_W}(?: (?:morning|afternoon|evening|night))?".replace(
            "(?P<which>last |next |this )?", "(?:(?P<which>last|next|this) )?"
        ),
        resolve.named_weekday,
    ),
    _rule(
        r"(?:today|yesterday|tomorrow|tonight|last night|overnight"
        r"|this (?:morning|afternoon|evening))",
        resolve.near_day,
    ),
    _rule(
        rf"(?:(?:{_N} {_UNIT}s? (?:later|earlier|before|after))|the (?:same|next"
        rf"|following|previous) day|the day (?:after|before)|a (?P<u2>day|week) (?:later"
        rf"|earlier))",
        resolve.days_later,
    ),
    _rule(
        r"(?:recently|currently|now|nowadays|at present|formerly|previously)", resolve.unresolved
    ),
    _rule(rf"(?<=\b(?:in|of|by) )(?:{_PART}){_MONTH_WORD}", resolve.one_month),
    _rule(
        rf"(?:(?<=since )|(?<=from )|(?<=during )|(?<=until )|(?<=till )|(?<=last )"
        rf"|(?<=this )|(?<=next )|(?<=mid-)|(?<=early )|(?<=late )|(?<=end of )"
        rf"|(?<=start of )|(?<=beginning of )){_MONTH_WORD}",
        resolve.one_month,
    ),
    _rule(rf"(?:early|late|mid)[- ]{_MONTH_WORD}", resolve.one_month),
    _rule(
        r"(?P<m>January|February|April|June|July|August|September|October|November|December)",
        resolve.one_month,
    ),
)
