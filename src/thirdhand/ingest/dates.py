"""A publication date as someone wrote it -> YYYY, YYYY-MM or YYYY-MM-DD, never finer than told."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from contextlib import suppress
from email.utils import parsedate
from functools import cache

from thirdhand.ingest.months import folded, key, months, names

FIRST_YEAR, LAST_YEAR = 1900, 2100
SORTED = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2})(?:[T ]\S.*)?)?)?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\S+)?")
SLASHED = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")

# So many lines at either end of a text may say when it was published.
ENDS = 3
LONGEST = 300
NAMES = "|".join(calendar.month_name[1:])
SEEN = re.compile(
    rf"\b(?:\d{{1,2}} (?:{NAMES}) \d{{4}}|(?:{NAMES}) \d{{1,2}}, \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})\b",
    re.ASCII,
)
# Words shortly before a date, with no other date between.
ISSUED = re.compile(r"\b(?:issued|published|released|posted|dated?)\b[^.;\d]{0,60}$", re.IGNORECASE)
AS_OF = re.compile(r"\b(?:as (?:of|at)|since|until|from|between)\b[^.;\d]{0,20}$", re.IGNORECASE)


def date_seen(text: str) -> str | None:
    """A day written in the first or last lines, as it stands there; None where there is none.

    One behind "Issued" or "Date:" before any other, one behind "As of" last. It may be of anything:
    nothing is dated by it, a person is asked.
    """
    lines = [line[:LONGEST] for line in text.split("\n") if line.strip()]
    ends = (*lines[:ENDS], *reversed(lines[-ENDS:]))
    found = [(found, line[: found.start()]) for line in ends for found in SEEN.finditer(line)]
    return min(found, key=lambda seen: _doubt(seen[1]))[0].group() if found else None


def _doubt(before: str) -> int:
    """How little the words before a date speak for it as the day of publication: 0, 1 or 2."""
    if ISSUED.search(before):
        return 0
    return 2 if AS_OF.search(before) else 1


def clean_date(written: str) -> str:
    """ISO date at the precision of `written`. ValueError, with the reason, for anything else.

    Months may be named in any language of `months.LOCALES`, digits be those of any script.
    """
    text = " ".join(written.split())
    parts = _sorted(text) or _slashed(text) or _named(text) or _mailed(text)
    if parts is None:
        raise ValueError(f"{_short(text)} is no date; write 2019, 2019-08 or 2019-08-12")
    year, month, day = (*parts, 1, 1)[:3]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{_short(text)} is not between {FIRST_YEAR} and {LAST_YEAR}")
    try:
        dt.date(year, month, day)
    except ValueError:
        raise ValueError(f"{_short(text)} is no day of the calendar") from None
    return "-".join((f"{year:04d}", *(f"{part:02d}" for part in parts[1:])))


def iso(written: Iterable[str]) -> tuple[str, ...]:
    """Those of the dates that can be read, as ISO dates."""
    found = []
    for date in written:
        with suppress(ValueError):
            found.append(clean_date(date))
    return tuple(found)


def day_in(text: str) -> str | None:
    """The first whole day that is written anywhere in `text`, as it stands; None without one."""
    found = _day().search(folded(text))
    return text[found.start() : found.end()] if found else None


def _sorted(text: str) -> tuple[int, ...] | None:
    if match := COMPACT.fullmatch(text):
        return tuple(int(part) for part in match.groups())
    match = SORTED.fullmatch(text)
    if match is None:
        return None
    return tuple(int(part) for part in match.group(1, 3, 4) if part)


def _slashed(text: str) -> tuple[int, ...] | None:
    """13/06/2019 can be read in one way; 05/06/2019 in two, so it is refused."""
    match = SLASHED.fullmatch(text)
    if match is None:
        return None
    first, second, year = (int(part) for part in match.groups())
    if first != second and first <= 12 and second <= 12:
        raise ValueError(f"{_short(text)} can be two dates: day or month first? Write 2019-08-12")
    return (year, first, second) if second > 12 else (year, second, first)


def _named(text: str) -> tuple[int, ...] | None:
    """A month by its name: "Aug. 12, 2019", "1er août 2019", "3 آب/أغسطس 2019", "August 2019"."""
    low = folded(text)
    for form in _written():
        if match := form.fullmatch(low):
            told = match.groupdict()
            day = told.get("day")
            return int(told["year"]), months()[key(told["month"])], *([int(day)] if day else [])
    return None


ORDINAL = r"(?:er|st|nd|rd|th|\.|º)?"


@cache
def _written() -> tuple[re.Pattern[str], ...]:
    """A day or a month with its name, and what may follow it: "آب/أغسطس". For folded text."""
    month = rf"(?P<month>{names()})(?:\s?/\s?{names()})?"
    day, year = rf"(?P<day>\d{{1,2}}){ORDINAL}", r"(?P<year>\d{4})"
    return (
        re.compile(rf"{day},?\s+(?:de\s+|of\s+)?{month},?\s+(?:de\s+)?{year}"),
        re.compile(rf"{month}\s+{day},?\s+{year}"),
        re.compile(rf"{month},?\s+(?:de\s+)?{year}"),
    )


@cache
def _day() -> re.Pattern[str]:
    """A whole day anywhere in folded text: named, sorted or slashed."""
    first, second, _ = (re.sub(r"\?P<\w+>", "?:", form.pattern) for form in _written())
    plain = r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}"
    return re.compile(rf"(?<![\w/.-])(?:{first}|{second}|{plain})(?!\d|[-/.]\d)")


def _mailed(text: str) -> tuple[int, ...] | None:
    """Dates of mail and web headers: "Mon, 12 Aug 2019 10:00:00 GMT"."""
    parsed = parsedate(text) if text[:1].isalpha() and ":" in text else None
    return tuple(parsed[:3]) if parsed else None


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "...")
