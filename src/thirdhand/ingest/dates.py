"""A publication date as someone wrote it -> YYYY, YYYY-MM or YYYY-MM-DD, never finer than told."""

import calendar
import datetime as dt
import re
from email.utils import parsedate

FIRST_YEAR, LAST_YEAR = 1900, 2100
SORTED = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2})(?:[T ]\S.*)?)?)?", re.ASCII)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\S+)?", re.ASCII)
SLASHED = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
# Month names are English here; other languages are the reader's work on the text itself.
NAMED = (
    ("%d %B %Y", 3),
    ("%d %b %Y", 3),
    ("%B %d %Y", 3),
    ("%b %d %Y", 3),
    ("%B %Y", 2),
    ("%b %Y", 2),
)

# So many lines at either end of a text may say when it was published.
ENDS = 3
LONGEST = 300
NAMES = "|".join(calendar.month_name[1:])
SEEN = re.compile(
    rf"\b(?:\d{{1,2}} (?:{NAMES}) \d{{4}}|(?:{NAMES}) \d{{1,2}}, \d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})\b",
    re.ASCII,
)


def date_seen(text: str) -> str | None:
    """A day written in the first or last lines, as it stands there; None where there is none.

    It may be of anything: nothing is dated by it, a person is asked.
    """
    lines = [line[:LONGEST] for line in text.split("\n") if line.strip()]
    for line in (*lines[:ENDS], *reversed(lines[-ENDS:])):
        if found := SEEN.search(line):
            return found.group()
    return None


def clean_date(written: str) -> str:
    """ISO date at the precision of `written`. ValueError, with the reason, for anything else."""
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
    bare = " ".join(text.replace(",", " ").replace(".", " ").split())
    for form, precision in NAMED:
        try:
            # Parsed for its numbers only: a day has no time zone.
            day = dt.datetime.strptime(bare, form)
        except ValueError:
            continue
        return (day.year, day.month, day.day)[:precision]
    return None


def _mailed(text: str) -> tuple[int, ...] | None:
    """Dates of mail and web headers: "Mon, 12 Aug 2019 10:00:00 GMT"."""
    parsed = parsedate(text) if text[:1].isalpha() and ":" in text else None
    return tuple(parsed[:3]) if parsed else None


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "...")
