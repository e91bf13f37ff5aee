"""Times told by another time: the quarter that a report is on, the year before, the year's end."""

import datetime as dt
import re

from thirdhand.read.dates import Stretch, day, month, months, unit, week
from thirdhand.read.resolve import Frame, back, day_number, number, whose

_STARTS = frozenset("start beginning outset turn opening onset began started opened".split())
_FAR = 3  # months


def day_of_month(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "the 5th of this month"."""
    if frame.anchor is None:
        return None
    return day(unit(frame.anchor, "month", whose(match)).first.replace(day=day_number(match["d"])))


def bare_day(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "on the 23rd": of the month named last, else the latest such day."""
    at = frame.previous or (frame.named.first if frame.named else frame.anchor)
    if at is None or frame.anchor is None:
        return None
    told = at.replace(day=1)
    number_ = int(match["d"])
    if told.replace(day=number_) > frame.anchor:
        told = unit(told, "month", -1).first
    return day(told.replace(day=number_))


def same_part(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "the same half of 2024", "the year-earlier period": the last time named, moved."""
    last, part = frame.named, (match["of"] or match["of2"]).lower()
    if part == "quarter":
        last = frame.quarter or _quarter(frame)
    if last is None:
        return None
    if match["y"]:
        return last.moved(12 * (int(match["y"]) - last.first.year))
    told_back = match["back"] or "year-" in match[0].lower()
    return last.moved(-12) if told_back else last


def edge(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "the end of the year", "since the year began": its last or first month."""
    if frame.anchor is None:
        return None
    kind, starts = match["unit"].lower(), match["edge"].lower() in _STARTS
    count = whose(match)
    base = _quarter(frame) if kind == "quarter" and not count else unit(frame.anchor, kind, count)
    if base is None:
        return None
    to_come = base.last.month - frame.anchor.month > _FAR and base.last.year == frame.anchor.year
    if kind == "year" and not (starts or count or frame.ahead) and to_come:
        base = unit(frame.anchor, kind, -1)
    at = base.first if starts else base.last
    return base if base.precision == "day" else month(at.year, at.month)


_BEFORE = re.compile(r"\b(?:before|ahead of|prior to)(?: the)? $", re.IGNORECASE)


_SINCE = re.compile(r"\b(?:since|after)(?: the)? $", re.IGNORECASE)


def _ends_before(match: re.Match[str]) -> bool:
    """As in "before the New Year": the month before it is meant."""
    return bool(_BEFORE.search(match.string[max(0, match.start() - 16) : match.start()]))


def new_year(match: re.Match[str], frame: Frame) -> Stretch | None:
    """The first of January that is nearest; after "since" the last one."""
    if frame.anchor is None:
        return None
    past = _SINCE.search(match.string[max(0, match.start() - 16) : match.start()])
    at = dt.date(frame.anchor.year + (frame.anchor.month > 6 and not past), 1, 1)
    return month(at.year - 1, 12) if _ends_before(match) else day(at)


def _quarter(frame: Frame) -> Stretch | None:
    """The quarter that is spoken of: the report's, the last one named, the last that is over."""
    if frame.report is not None and "quarter" in frame.report.width:
        return frame.report
    if frame.quarter is not None or frame.anchor is None:
        return frame.quarter
    return unit(frame.anchor, "quarter", -1)


def quarter(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "the quarter", "the previous quarter"."""
    told, which = _quarter(frame), (match["which"] or "").lower()
    if told is None or frame.anchor is None:
        return None
    known = frame.report is not None or frame.quarter is not None
    if which == "next":
        return told.moved(3) if known else unit(frame.anchor, "quarter", 1)
    if which in ("previous", "preceding", "prior"):
        return told.moved(-3) if known else told
    if match[0].lower().startswith("this") and not known:
        return unit(frame.anchor, "quarter", 0)
    return told


def reported(_: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "the reporting period"."""
    return frame.report


def before_survey(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "in the 30 days before the survey"."""
    last = frame.report.last if frame.report else frame.anchor
    return back(last, match["unit"].lower(), number(match["n"])) if last else None


def numbered_week(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "week 17", "epidemiological week 3 of 2021"."""
    if match["y"]:
        return week(dt.date.fromisocalendar(int(match["y"]), number(match["n"]), 1))
    if frame.anchor is None:
        return None
    year, now, _ = frame.anchor.isocalendar()
    asked = number(match["n"])
    return week(dt.date.fromisocalendar(year - (asked > now + 8), asked, 1))


def years(match: re.Match[str], _: Frame) -> Stretch | None:
    """As in "2019-2023", "between 2019 and 2023"."""
    first, last = int(match["y"] or match["y3"]), int(match["y2"])
    return Stretch(dt.date(first, 1, 1), dt.date(last, 12, 31), "year") if first <= last else None


def bare_season(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "by spring": the one to come where the sentence looks ahead, else the last begun."""
    if frame.anchor is None:
        return None
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[match["s"].lower()]
    until = _ends_before(match)
    by = match.string[max(0, match.start() - 3) : match.start()].lower() == "by "
    near = [months(dt.date(frame.anchor.year + n, first, 1), 3) for n in (-2, -1, 0, 1)]
    if not (frame.ahead or by or until):
        return [s for s in near if s.first <= frame.anchor][-1]
    told = next(s for s in near if s.first > frame.anchor)
    return months(told.first, 1).moved(-until) if by or until else told


def unit_earlier(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "a year earlier": as long a time as was named, a year before it."""
    kind = match["unit"].lower()
    if frame.named is None:
        return None
    if kind == "week":
        first, last = (d - dt.timedelta(weeks=1) for d in (frame.named.first, frame.named.last))
        return Stretch(first, last, frame.named.precision)
    return frame.named.moved(-12 if kind == "year" else -1)


def unit_before(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "the week before", "the previous year": the whole unit before the last time named."""
    at = frame.named.first if frame.named else frame.anchor
    kind = (match["unit"] or match["unit2"]).lower()
    if at is None:
        return None
    if kind == "week" and frame.named and "week" in frame.named.width:
        return unit_week_before(frame.named)
    return unit(at, kind, -1)


def unit_week_before(named: Stretch) -> Stretch:
    """The seven days before a week, whichever day it began on."""
    return Stretch(named.first - dt.timedelta(weeks=1), named.last - dt.timedelta(weeks=1), "day")


def in_the_unit(match: re.Match[str], frame: Frame) -> Stretch | None:
    """As in "earlier in the year"."""
    if frame.anchor is None:
        return None
    return unit(frame.anchor, match["unit"].lower(), 0)


def weekend(match: re.Match[str], frame: Frame) -> Stretch | None:
    """The last Saturday and Sunday begun, or the next where the sentence looks ahead."""
    if frame.anchor is None:
        return None
    ahead = match["which"].lower() == "next" or frame.ahead
    saturday = frame.anchor - dt.timedelta(days=(frame.anchor.weekday() - 5) % 7)
    if match["which"].lower() == "last" and saturday == frame.anchor:
        saturday -= dt.timedelta(weeks=1)
    saturday += dt.timedelta(weeks=1 if ahead else 0)
    return Stretch(saturday, saturday + dt.timedelta(days=1), "day")
