"""The lines of a PDF page, each with where it stands."""

import re
import unicodedata
from dataclasses import dataclass
from statistics import median_high

import pypdfium2 as pdfium
from pypdfium2 import raw

# PDFium writes this where a line ends in a hyphen, and runs on with the next line.
HYPHEN = "\ufffe"
# Joined letters (fi, fl) and the written shapes of Arabic letters stand for plain ones.
SHAPES = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
SIZES = 12
DROPPED = re.compile("[\u00ad\ufeff\x00-\x08\x0b\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its place in points, y upwards: first and last are the base of its ends.

    The ends differ where PDFium has run hyphenated lines into one. size: height of the letters.
    """

    text: str
    left: float
    right: float
    first: float
    last: float
    size: float


def lines_of(words: pdfium.PdfTextPage) -> list[Line]:
    """The lines that hold anything, in the order of the page's text."""
    text = words.get_text_range()
    lines = []
    for match in re.finditer(r"[^\r\n]+", text):
        clean = plain(match.group())
        if clean.strip():
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            end = match.end() - 1 - (len(match.group()) - len(match.group().rstrip()))
            lines.append(_line(words, clean, start, end))
    return lines


def plain(text: str) -> str:
    """`text` with letter shapes as plain letters and without marks that nobody sees."""
    shaped = SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return " ".join(DROPPED.sub("", shaped).split())


def _line(words: pdfium.PdfTextPage, text: str, start: int, end: int) -> Line:
    """`text` with its place; start and end are its first and last character on the page."""
    head, tail = (max(raw.FPDFText_GetCharIndexFromTextIndex(words, at), 0) for at in (start, end))
    left, first, *_ = words.get_charbox(head, loose=True)
    _, last, right, _ = words.get_charbox(tail, loose=True)
    return Line(text, left, right, first, last, _size(words, head, tail))


def _size(words: pdfium.PdfTextPage, head: int, tail: int) -> float:
    """The middle one of a few heights: bullets, footnote marks and quoted code stand out.

    The box of a letter is asked, not its font: a font can be of size 1 on a page drawn larger.
    """
    step = max((tail - head) // SIZES, 1)
    boxes = (words.get_charbox(at, loose=True) for at in range(head, max(tail, head + 1), step))
    return max(median_high(float(top - bottom) for _, bottom, _, top in boxes), 1.0)
