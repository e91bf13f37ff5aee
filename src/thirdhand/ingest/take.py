"""One file -> its accounts, or the one reason why not."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from thirdhand.ingest.known import damage, date, host, language, sensitivity
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.load import load
from thirdhand.ingest.media import media_type
from thirdhand.ingest.page import LOST, Note, Page, Refused
from thirdhand.ingest.readers import READERS
from thirdhand.ingest.rows import issue, shown
from thirdhand.ingest.taken import Taken
from thirdhand.ingest.told import Told
from thirdhand.model import Account, Original

HALF = re.compile("[\ud800-\udfff]")
AS_IS = Told()
DEFAULT = Limits()


def take(path: Path, told: Told = AS_IS, limits: Limits = DEFAULT) -> Iterator[Taken]:
    """What comes of the file at `path`: an account, or why not, and every problem with it.

    Never raises for what a file holds, what it is called, or what state it is in.
    """
    try:
        data = load(path, limits)
    except Refused as no:
        yield Taken(None, (issue(path, no.code, "error", no.reason),))
        return
    key = hashlib.sha256(data).hexdigest()
    original = Original(key, len(data), shown(path), data)
    try:
        account, notes = _account(path, data, told, limits)
    except Refused as no:
        yield Taken(None, (issue(path, no.code, "error", no.reason),), original)
        return
    rows = tuple(issue(path, n.code, n.severity, n.reason, key) for n in notes)
    yield Taken(account, rows, original)


def _account(
    path: Path, data: bytes, told: Told, limits: Limits
) -> tuple[Account, tuple[Note, ...]]:
    media, notes = media_type(data, path.suffix)
    page = _whole(READERS[media](data, limits))
    _bounded(page.text, limits)
    published, basis, dated = date(told, page)
    spoken, heard = language(told, page)
    sealed, doubted = sensitivity(told, page)
    account = Account(
        id=hashlib.sha256(data).hexdigest(),
        ref=shown(path.stem),
        path=shown(path),
        publisher=told.publisher or page.publisher or host(told.url or page.url),
        title=told.title or page.title,
        published=published,
        language=spoken,
        url=told.url or page.url,
        media_type=media,
        date_basis=basis,
        sensitivity=sealed,
        text=page.text,
    )
    return account, (*notes, *page.notes, *damage(page.text), *dated, *heard, *doubted)


def _whole(page: Page) -> Page:
    """`page` with half a surrogate pair, which no store can hold, replaced one for one."""
    stated = ("title", "published", "publisher", "url", "language", "sensitivity")
    mended: dict[str, Any] = {
        name: (value := getattr(page, name)) and _mended(value) for name in stated
    }
    return replace(page, text=_mended(page.text), **mended)


def _mended(text: str) -> str:
    return HALF.sub(LOST, text)


def _bounded(text: str, limits: Limits) -> None:
    if not text.strip():
        raise Refused("blank-file", "there is nothing but white space in it")
    if len(text) > limits.max_characters:
        size = f"{len(text):,} characters, over the limit of {limits.max_characters:,}"
        raise Refused("too-long", f"{size} for one account; split it")
