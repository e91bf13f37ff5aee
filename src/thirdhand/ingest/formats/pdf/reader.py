"""A PDF: its text layer, and what OCR reads where there is none."""

import re
from collections.abc import Sequence
from contextlib import closing

import pypdfium2 as pdfium
from pypdfium2 import raw

from thirdhand.ingest.formats.laid.furniture import bare
from thirdhand.ingest.formats.laid.wrap import flowing
from thirdhand.ingest.formats.ocr import MISSING, is_there, notes_of
from thirdhand.ingest.formats.pdf.pages import Pages, pages_of
from thirdhand.ingest.formats.prose import title
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Note, Page, Refused

# Where the end mark of a whole file stands; a server may have added a little after it.
TAIL = 4096
MADE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
# So many pages are named in a message.
SHOWN = 50


def read_pdf(data: bytes, limits: Limits) -> Page:
    """Pages joined by a blank line, wrapped lines joined to paragraphs.

    Running heads and page numbers are left out and noted. The date a PDF was made is not the date
    it was published, so it is noted, not used. Refused without any text, with a password, cut
    short, or over `limits.max_pages`.
    """
    if b"%%EOF" not in data[-TAIL:]:
        raise Refused("damaged-pdf", "the PDF is cut short (its end mark is missing); get it again")
    with closing(_open(data)) as document:
        if len(document) > limits.max_pages:
            size = f"{len(document):,} pages, over the limit of {limits.max_pages:,}"
            raise Refused("too-many-pages", f"{size} for one account; split it")
        pages = pages_of(document, limits)
        about = document.get_metadata_dict()
    _readable(pages)
    kept, dropped = bare([list(lines or ()) for lines in pages.lines.values()])
    return Page(
        flowing(kept),
        title=title(about.get("Title", "")),
        notes=(
            *_gaps(pages),
            *notes_of(pages.scans),
            *_dropped(dropped),
            *_made(about.get("CreationDate", "")),
        ),
    )


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            reason = "the PDF is locked with a password; save a copy without one"
            raise Refused("locked-pdf", reason) from error
        reason = "the PDF is damaged and cannot be opened; get it again"
        raise Refused("damaged-pdf", reason) from error


def _readable(pages: Pages) -> None:
    if any(pages.lines.values()):
        return
    if all(lines is None for lines in pages.lines.values()):
        reason = "the PDF is damaged: none of its pages can be read; get it again"
        raise Refused("damaged-pdf", reason)
    reason = "the PDF holds no text, only pictures of pages"
    raise Refused("no-text-layer", f"{reason}, {_why_not()}")


def _why_not() -> str:
    return "and no words were found in them by OCR" if is_there() else f"and {MISSING}"


def _gaps(pages: Pages) -> tuple[Note, ...]:
    blank = [n for n, lines in pages.lines.items() if lines is not None and not lines]
    broken = [n for n, lines in pages.lines.items() if lines is None]
    notes: tuple[Note, ...] = ()
    if unread := [n for n in blank if n in pages.unread]:
        why = "over a limit of OCR (pages, seconds)" if is_there() else MISSING
        reason = f"pictures of pages that were not read: page {_named(unread)}; {why}"
        notes += (Note("unread-pages", "warning", reason),)
    if empty := [n for n in blank if n not in pages.unread]:
        notes += (Note("blank-pages", "warning", f"no text on page {_named(empty)}"),)
    if broken:
        reason = f"page {_named(broken)} is damaged and was left out"
        notes += (Note("damaged-pages", "warning", reason),)
    return notes


def _named(pages: Sequence[int]) -> str:
    """Page numbers for a message: the first of them where they are many."""
    more = f" and {len(pages) - SHOWN:,} more" if len(pages) > SHOWN else ""
    return ", ".join(map(str, pages[:SHOWN])) + more


def _dropped(lines: list[str]) -> tuple[Note, ...]:
    if not lines:
        return ()
    shown = "; ".join(dict.fromkeys(line[:60] for line in lines[:20]))
    reason = f"left out {len(lines)} running heads and page numbers: {shown}"
    return (Note("page-furniture", "note", reason),)


def _made(stamp: str) -> tuple[Note, ...]:
    match = MADE.match(stamp)
    if match is None:
        return ()
    day = "-".join(part for part in match.groups() if part)
    reason = f"the PDF file was made on {day}, which need not be the day it was published"
    return (Note("file-date", "note", reason),)
