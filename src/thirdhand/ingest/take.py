"""One file -> one account, or the one reason why not."""

import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

from thirdhand.ingest.dates import clean_date
from thirdhand.ingest.language import SURE, language_code, language_of
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.load import load
from thirdhand.ingest.media import media_type
from thirdhand.ingest.page import Note, Page, Refused
from thirdhand.ingest.readers import READERS
from thirdhand.ingest.rows import issue, shown
from thirdhand.ingest.told import Told
from thirdhand.model import Account, Issue
from thirdhand.model.account import DateBasis

LOST = "\ufffd"
HALF = re.compile("[\ud800-\udfff]")
AS_IS = Told()
DEFAULT = Limits()


def take(
    path: Path, told: Told = AS_IS, limits: Limits = DEFAULT
) -> tuple[Account | None, tuple[Issue, ...]]:
    """The account in the file at `path`, and every problem with it.

    No account always comes with exactly one issue of severity "error". Never raises for what a
    file holds, what it is called, or what state it is in.
    """
    try:
        data = load(path, limits)
        media, notes = media_type(data, path.suffix)
        page = _whole(READERS[media](data, limits))
        _bounded(page.text, limits)
    except Refused as no:
        return None, (issue(path, no.code, "error", no.reason),)
    key = hashlib.sha256(data).hexdigest()
    published, basis, dated = _date(told, page)
    language, spoken = _language(told, page)
    account = Account(
        id=key,
        ref=shown(path.stem),
        path=shown(path),
        publisher=told.publisher or page.publisher or _host(told.url or page.url),
        title=told.title or page.title,
        published=published,
        language=language,
        url=told.url or page.url,
        media_type=media,
        date_basis=basis,
        sensitivity=told.sensitivity or "public",
        text=page.text,
    )
    rows = (*notes, *page.notes, *_damage(page.text), *dated, *spoken)
    return account, tuple(issue(path, n.code, n.severity, n.reason, key) for n in rows)


def _whole(page: Page) -> Page:
    """`page` with half a surrogate pair, which no store can hold, replaced one for one."""
    stated = (page.title, page.published, page.publisher, page.url, page.language)
    title, published, publisher, url, language = (value and _mended(value) for value in stated)
    return Page(_mended(page.text), title, published, publisher, url, language, page.notes)


def _mended(text: str) -> str:
    return HALF.sub(LOST, text)


def _bounded(text: str, limits: Limits) -> None:
    if not text.strip():
        raise Refused("blank-file", "there is nothing but white space in it")
    if len(text) > limits.max_characters:
        size = f"{len(text):,} characters, over the limit of {limits.max_characters:,}"
        raise Refused("too-long", f"{size} for one account; split it")


def _damage(text: str) -> tuple[Note, ...]:
    notes = []
    if lost := text.count(LOST):
        reason = f"{lost:,} characters were lost before the text arrived (shown as {LOST})"
        notes.append(Note("lost-characters", "warning", f"{reason}; get a better copy"))
    if nulls := text.count("\0"):
        reason = f"{nulls:,} NUL characters stand in the text; they are kept"
        notes.append(Note("nul-characters", "warning", reason))
    return tuple(notes)


def _date(told: Told, page: Page) -> tuple[str | None, DateBasis, tuple[Note, ...]]:
    """The date told, else the date stated; one that cannot be read is noted and left out."""
    notes: tuple[Note, ...] = ()
    sources: tuple[tuple[DateBasis, str | None, str], ...] = (
        ("given", told.published, "the date given"),
        ("stated", page.published, "the date in the file"),
    )
    for basis, written, what in sources:
        if written is None or not written.strip():
            continue
        try:
            return clean_date(written), basis, notes
        except ValueError as error:
            notes += (Note("bad-date", "warning", f"{what} is left out: {error}"),)
    reason = "no date: relative times (last week) cannot be resolved; give one with --published"
    return None, "unknown", (*notes, Note("no-date", "warning", reason))


def _language(told: Told, page: Page) -> tuple[str | None, tuple[Note, ...]]:
    """The language told, else stated, else told from the words."""
    notes: tuple[Note, ...] = ()
    for written in (told.language, page.language):
        code = language_code(written) if written else None
        if code and written is told.language:
            return code, notes
        if code:
            return code, (*notes, *_doubt(code, page.text))
        if written:
            reason = f"{written[:40]!r} is no language code; write en, fr, ar"
            notes += (Note("bad-language", "warning", reason),)
    found, sure = language_of(page.text)
    if found is None:
        reason = f"the language cannot be told from the words ({sure:.0%} sure); give --language"
        notes += (Note("no-language", "note", reason),)
    return found, notes


def _doubt(code: str, text: str) -> tuple[Note, ...]:
    """A note where the words are surely in another language than the file states."""
    found, sure = language_of(text)
    if found in (None, code) or sure < SURE:
        return ()
    reason = (
        f"the file says {code}, but the words look like {found}; give --language if it is wrong"
    )
    return (Note("other-language", "note", reason),)


def _host(url: str | None) -> str | None:
    """The host of a web address without "www."; None where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # a broken address, such as "http://[1"
        return None
    return host.removeprefix("www.") if host else None
