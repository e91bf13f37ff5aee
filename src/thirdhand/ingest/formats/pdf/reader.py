"""A PDF with a text layer."""

import re
from contextlib import closing

import pypdfium2 as pdfium
from pypdfium2 import raw

from thirdhand.ingest.formats.pdf.furniture import bare
from thirdhand.ingest.formats.pdf.layout import lines_of
from thirdhand.ingest.formats.pdf.lines import Line
from thirdhand.ingest.formats.pdf.wrap import flowing
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Note, Page, Refused

# Where the end mark of a whole file stands; a server may have added a little after it.
TAIL = 4096
MADE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
# Titles that a program left there: file names, "Microsoft Word - x", "untitled", bare numbers.
NO_TITLE = re.compile(
    r"(?:.*\.(?:docx?|odt|pdf|pptx?|xlsx?|indd|rtf|qxd|tmp)|microsoft (?:word|powerpoint).*"
    r"|untitled.*|document ?\d*|title|slide \d+|powerpoint presentation|[\W\d_]*)",
    re.IGNORECASE | re.DOTALL,
)


def read_pdf(data: bytes, limits: Limits) -> Page:
    """Pages joined by a blank line, wrapped lines joined to paragraphs.

    Running heads and page numbers are left out and noted. The date a PDF was made is not the date
    it was published, so it is noted, not used. Refused without a text layer, with a password, cut
    short, or over `limits.max_pages`.
    """
    if b"%%EOF" not in data[-TAIL:]:
        raise Refused("damaged-pdf", "the PDF is cut short (its end mark is missing); get it again")
    with closing(_open(data)) as document:
        if len(document) > limits.max_pages:
            size = f"{len(document):,} pages, over the limit of {limits.max_pages:,}"
            raise Refused("too-many-pages", f"{size} for one account; split it")
        pages = [_lines(document, number) for number in range(len(document))]
        about = document.get_metadata_dict()
    _readable(pages)
    kept, dropped = bare([page or [] for page in pages])
    text = flowing(kept)
    title = " ".join(about.get("Title", "").split())
    return Page(
        text,
        title=None if NO_TITLE.fullmatch(title) else title,
        notes=(*_gaps(pages), *_dropped(dropped), *_made(about.get("CreationDate", ""))),
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


def _lines(document: pdfium.PdfDocument, number: int) -> list[Line] | None:
    """Lines of one page; None where the page is damaged."""
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as words:
            return lines_of(page, words)
    except pdfium.PdfiumError:
        return None


def _readable(pages: list[list[Line] | None]) -> None:
    if any(pages):
        return
    if any(page is not None for page in pages):
        reason = "the PDF holds no text, only pictures of pages: no OCR is there yet"
        raise Refused("no-text-layer", reason)
    raise Refused("damaged-pdf", "the PDF is damaged: none of its pages can be read; get it again")


def _gaps(pages: list[list[Line] | None]) -> tuple[Note, ...]:
    blank = [str(n) for n, page in enumerate(pages, 1) if page == []]
    broken = [str(n) for n, page in enumerate(pages, 1) if page is None]
    notes: tuple[Note, ...] = ()
    if blank:
        reason = f"no text on page {', '.join(blank)}: empty, or a picture (no OCR is there yet)"
        notes += (Note("blank-pages", "warning", reason),)
    if broken:
        reason = f"page {', '.join(broken)} is damaged and was left out"
        notes += (Note("damaged-pages", "warning", reason),)
    return notes


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
