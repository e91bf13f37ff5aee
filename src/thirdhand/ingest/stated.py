"""What a file states of itself, cut to what a page and a row can hold."""

from dataclasses import replace
from typing import Any

from thirdhand.ingest.page import Note, Page

# So many characters of one field are kept. No title is longer; an address may be.
FIELD, ADDRESS = 500, 4_000


def bounded(page: Page) -> Page:
    """`page` with no field longer than it may be, and a note on what was lost.

    A title or publisher is cut. So is a date or a language: no such thing is so long, and a row
    says so anyway. An address that is cut leads elsewhere: it is left out.
    """
    notes, kept = page.notes, dict[str, Any]()
    for name in ("title", "publisher", "published", "language", "url"):
        value, most = getattr(page, name) or "", ADDRESS if name == "url" else FIELD
        if len(value) <= most:
            continue
        kept[name] = None if name == "url" else value[:most]
        if name not in ("published", "language"):
            what = "left out" if name == "url" else f"cut after {most:,}"
            reason = f"its {name} has {len(value):,} characters: {what}"
            notes += (Note("long-field", "note", reason),)
    return replace(page, notes=notes, **kept)
