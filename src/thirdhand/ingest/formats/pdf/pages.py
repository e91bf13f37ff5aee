"""The pages of a PDF: from its text layer, or read by OCR where a page is a picture."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from thirdhand.ingest.formats.laid.arrange import arranged
from thirdhand.ingest.formats.laid.line import Line
from thirdhand.ingest.formats.ocr import ENOUGH, Seen, is_there, seen
from thirdhand.ingest.formats.pdf.rules import rules_of
from thirdhand.ingest.formats.pdf.words import words_of
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Refused
from thirdhand.ingest.pulse import beat

# Pixels a point, of a page that is drawn to be read: 200 an inch.
SCALE = 200 / 72
# A page with fewer characters, of which a picture covers more than this share, is a scan with a
# stamp on it.
STAMP, COVER = 120, 0.5


@dataclass
class Pages:
    """What the pages gave, by their numbers from 1.

    lines: None for a damaged page. scans: those that were read by OCR. unread: those that hold
    something, but no text, and were not read.
    """

    lines: dict[int, Sequence[Line] | None] = field(default_factory=dict)
    scans: dict[int, Seen] = field(default_factory=dict)
    unread: list[int] = field(default_factory=list)


def pages_of(document: pdfium.PdfDocument, limits: Limits) -> Pages:
    """All pages in order."""
    out = Pages()
    for number in range(1, len(document) + 1):
        try:
            with closing(document[number - 1]) as page:
                _read(page, number, out, limits)
        except pdfium.PdfiumError:
            out.lines[number] = None
    return out


def _read(page: pdfium.PdfPage, number: int, out: Pages, limits: Limits) -> None:
    with closing(page.get_textpage()) as text:
        words = words_of(text)
    lines = arranged(words, *rules_of(page)) if words else []
    out.lines[number] = lines
    if not _is_scan(page, lines):
        return
    if not is_there() or len(out.scans) >= limits.max_scans:
        out.unread += [] if lines else [number]
        return
    try:
        found = _seen(page, limits)
    except Refused:  # it takes too long
        out.unread += [] if lines else [number]
        return
    finally:
        beat()
    if _length(found.lines) > _length(lines):
        out.scans[number], out.lines[number] = found, found.lines


def _seen(page: pdfium.PdfPage, limits: Limits) -> Seen:
    scale = min(SCALE, (ENOUGH / max(page.get_width() * page.get_height(), 1.0)) ** 0.5)
    with closing(page.render(scale=scale, grayscale=True)) as bitmap:
        picture: Image.Image = bitmap.to_pil().convert("L")
        return seen(picture, scale, limits.max_seconds / 2)


def _is_scan(page: pdfium.PdfPage, lines: Sequence[Line]) -> bool:
    """True for a page that shows more than its text layer holds."""
    if not lines:
        return next(iter(page.get_objects(max_depth=1)), None) is not None
    if _length(lines) >= STAMP:
        return False
    whole = max(page.get_width() * page.get_height(), 1.0)
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > COVER * whole:
            return True
    return False


def _length(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)
