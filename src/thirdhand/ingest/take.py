"""One file -> one account, or the one reason why not."""

import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from thirdhand.ingest.known import damage, date, host, language, sensitivity
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.load import load
from thirdhand.ingest.media import media_type
from thirdhand.ingest.page import LOST, Page, Refused
from thirdhand.ingest.readers import READERS
from thirdhand.ingest.rows import issue, shown
from thirdhand.ingest.told import Told
from thirdhand.model import Account, Issue

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
    published, basis, dated = date(told, page)
    spoken, heard = language(told, page)
    sealed, doubted = sensitivity(told, page)
    account = Account(
        id=key,
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
    rows = (*notes, *page.notes, *damage(page.text), *dated, *heard, *doubted)
    return account, tuple(issue(path, n.code, n.severity, n.reason, key) for n in rows)


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
