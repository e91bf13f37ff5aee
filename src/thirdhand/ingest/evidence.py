"""When a page was published, by all that tells of it: each evidence cleaned, then weighed.

Why it is weighed so: docs/decisions/0049-when-a-page-was-published.md
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from thirdhand.ingest.dates import clean_date
from thirdhand.ingest.months import key, months
from thirdhand.ingest.page import Dated, Note, Page
from thirdhand.model import Period
from thirdhand.model.account import DateBasis

# The better evidence first.
RANK: tuple[DateBasis, ...] = ("given", "stated", "page", "byline", "address", "feed")
# No page is older. What says so is a clock that was never set: 1970, 1980, 1904, 0001.
FIRST_PAGE = 1993
EPOCHS = ("1970-01-01", "1969-12-31")
WHAT: dict[DateBasis, str] = {
    "given": "the date given",
    "stated": "the date in the file",
    "page": "the date in the page's data",
    "byline": "the date beside the title",
    "address": "the date in the address",
    "feed": "the date in the feed",
    "crawl": "the day when it was fetched",
}
# Two clocks of one paper may stand on two sides of midnight.
APART = dt.timedelta(days=1)
SLASHES = re.compile(
    r"(?:^|/)(?P<year>(?:19|20)\d\d)/(?P<month>0?[1-9]|1[0-2]|[a-z]{3,9})(?:/(?P<day>0?[1-9]|[12]\d|3[01]))?(?=/|$)"
)
RUN = re.compile(
    r"(?<!\d)(?<!\d-)((?:19|20)\d\d)(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d|-\d)"
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The date taken (ISO) with what it rests on, and notes on what does not fit."""

    published: str | None
    basis: DateBasis
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Clean:
    """One evidence with a date that can be one of publication."""

    basis: DateBasis
    date: str

    @property
    def period(self) -> Period:
        """The day, month or year."""
        return Period.parse(self.date)

    def fits(self, other: "Clean") -> bool:
        """True where both can be one day, give or take one."""
        one, two = self.period, other.period
        return one.first <= two.last + APART and two.first <= one.last + APART


def in_address(url: str | None) -> str | None:
    """A day or month that the path of a web address names; None where there is none.

    A year alone is none: "/2019/" may be the year of what is told.
    """
    try:
        path = unquote(urlsplit(url or "").path).lower()
    except ValueError:  # a broken address, such as "http://[1"
        return None
    for found in SLASHES.finditer(path):
        told = found["month"]
        month = int(told) if told.isdecimal() else months().get(key(told))
        if month:
            day = f"-{int(found['day']):02d}" if found["day"] else ""
            return f"{found['year']}-{month:02d}{day}"
    run = RUN.search(path)
    return "-".join(run.group(1, 3, 4)) if run else None


def weigh(told: str | None, page: Page, url: str | None, today: dt.date) -> Weighed:
    """The date of publication of a page at `url`, as far as anything tells it.

    What a person gives or a field of the file states is taken; of the rest, what most evidence
    agrees on, the better evidence where it is even. today: nothing is published after it.
    """
    named = [Dated("given", told or ""), Dated("stated", page.published or ""), *page.dates]
    if written := in_address(url):
        named.append(Dated("address", written))
    clean, notes = _cleaned([d for d in named if d.written.strip()], _latest(page, today))
    if not clean:
        return Weighed(None, "unknown", notes)
    first = _outranking(clean) or _agreed(clean)
    best = _finest(first, clean)
    off = [c for c in clean if not c.fits(best) and best.basis != "given"]
    if off:
        others = "; ".join(f"{WHAT[c.basis]} says {c.date}" for c in off)
        reason = f"{WHAT[best.basis]} says {best.date} and is taken, but {others}"
        notes += (Note("dates-differ", "warning", f"{reason}; if it is wrong, give --published"),)
    return Weighed(best.date, best.basis, notes)


def bounds(page: Page, today: dt.date) -> str:
    """What is known of an undated page all the same, in words; "" where nothing is."""
    told = [("fetched", page.crawled), ("changed", page.changed), ("sent", page.sent)]
    known = [(f"it was {what} on {day.isoformat()}", day) for what, w in told if (day := _day(w))]
    known = [(words, day) for words, day in known if day <= today]
    if not known:
        return ""
    words, day = min(known, key=lambda item: item[1])
    return f"{words}, so it was published no later than that"


def _latest(page: Page, today: dt.date) -> tuple[dt.date, str]:
    """The last day that can be one of publication, and why."""
    fetched = _day(page.crawled)
    if fetched and fetched < today:
        return fetched, f"after the day when it was fetched ({fetched.isoformat()})"
    return today, "in the future"


def _cleaned(
    named: Iterable[Dated], latest: tuple[dt.date, str]
) -> tuple[list[Clean], tuple[Note, ...]]:
    clean: dict[tuple[DateBasis, str], Clean] = {}
    notes: list[Note] = []
    for dated in named:
        try:
            date = clean_date(dated.written)
            _plausible(dated.basis, date, *latest)
        except ValueError as error:
            reason = f"{WHAT[dated.basis]} is left out: {error}"
            notes.append(Note("bad-date", "warning", reason))
        else:
            clean.setdefault((dated.basis, date), Clean(dated.basis, date))
    return list(clean.values()), tuple(dict.fromkeys(notes))


def _plausible(basis: DateBasis, date: str, last: dt.date, why: str) -> None:
    """ValueError where nobody can have published then."""
    if Period.parse(date).first > last + APART:
        raise ValueError(f"{date} is {why}")
    if basis == "given":
        return
    if date in EPOCHS:
        raise ValueError(f"{date} is where a computer's clock starts, no day of publication")
    if basis != "stated" and int(date[:4]) < FIRST_PAGE:
        raise ValueError(f"{date} is before there were web pages")


def _outranking(clean: Sequence[Clean]) -> Clean | None:
    """What a person gives, else the file's own field: neither is put to the vote."""
    return next((c for basis in ("given", "stated") for c in clean if c.basis == basis), None)


def _agreed(clean: Sequence[Clean]) -> Clean:
    """The evidence that most kinds of evidence bear out; the better one where it is even."""

    def standing(one: Clean) -> tuple[int, int, str]:
        kinds = {other.basis for other in clean if other.fits(one)}
        return -len(kinds), RANK.index(one.basis), one.date

    return min(clean, key=standing)


def _finest(first: Clean, clean: Sequence[Clean]) -> Clean:
    """A day instead of its month or year, where a lesser evidence of the page names one."""
    if first.basis in ("given", "stated"):
        return first
    finer = [c for c in clean if c.date.startswith(first.date)]
    return max(finer, key=lambda c: (len(c.date), -RANK.index(c.basis)))


def _day(written: str | None) -> dt.date | None:
    """The day of `written`, its first where it names a month; None where it is no date."""
    try:
        return Period.parse(clean_date(written or "")).last
    except ValueError:
        return None
