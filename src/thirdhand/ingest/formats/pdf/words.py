"""The words of a PDF page, each with its place, and marks of notes cut from what they stand at."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from ctypes import byref
from dataclasses import replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from thirdhand.ingest.formats.laid.word import HYPHEN, Word, is_leftward, is_raised

# Joined letters (fi, fl) and the written shapes of Arabic letters stand for plain ones.
SHAPES = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]")
DROPPED = re.compile("[\u00ad\ufeff\x00-\x08\x0b\x0e-\x1f]")
PIECE = re.compile(rf"[^\s{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
# Only a word with one of these can hold the mark of a note.
MARKED = re.compile("[0-9*\u2020\u2021\u00a7]")
# Lam and alef are drawn as one sign, and PDFium gives the two of it in the order of the page.
ALEF_LAM = re.compile("[\u0627\u0622\u0623\u0625]\u0644")
# Two pieces stand in one line where they overlap by this much, and are no further apart.
OVERLAP, APART = 0.4, 1.5
# A mark that arrived by itself touches its word: no further off than this, in sizes of letters.
TOUCH = 0.2


def words_of(page: pdfium.PdfTextPage) -> list[list[Word]]:
    """The lines of a page as words, in the order of the page's text."""
    lines: list[list[Word]] = []
    text = page.get_text_range()
    for match in re.finditer(r"[^\r\n]+", text):
        for words in _broken(_words(page, match.group(), match.start())):
            if lines and _runs_on(lines[-1], words):
                lines[-1] += words
            else:
                lines.append(words)
    return [_told(line) for line in _put_back(lines)]


def plain(text: str) -> str:
    """`text` with letter shapes as plain letters and without marks that nobody sees."""
    shaped = SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return " ".join(DROPPED.sub("", shaped).split())


def _words(page: pdfium.PdfTextPage, line: str, start: int) -> Iterator[Word]:
    for match in PIECE.finditer(line):
        text, at = match.group(), start + match.start()
        if MARKED.search(text):
            yield from _pieces(text, [_box(page, at + n) for n in range(len(text))])
            continue
        head, tail = _box(page, at), _box(page, at + len(text) - 1)
        if clean := plain(_joined(page, text, at)):
            yield _word(clean, [head, tail])


def _joined(page: pdfium.PdfTextPage, text: str, at: int) -> str:
    """The word with alef and lam as they are read, where the two are one sign."""
    out = text
    for match in ALEF_LAM.finditer(text):
        start, end = match.span()
        if _box(page, at + start) == _box(page, at + start + 1):
            out = out[:start] + out[start:end][::-1] + out[end:]
    return out


def _box(page: pdfium.PdfTextPage, at: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of the character at a place of the page's text."""
    box = raw.FS_RECTF()
    index = max(raw.FPDFText_GetCharIndexFromTextIndex(page, at), 0)
    raw.FPDFText_GetLooseCharBox(page, index, byref(box))
    return box.left, box.bottom, box.right, box.top


def _word(text: str, boxes: Sequence[tuple[float, float, float, float]]) -> Word:
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    # The lower one of two: a bracket or a bullet at an end can be of another font.
    heights = sorted((top - bottom, bottom) for _, bottom, _, top in boxes)
    size, bottom = heights[(len(heights) - 1) // 2]
    return Word(text, left, right, bottom, max(size, 1.0))


def _pieces(text: str, boxes: list[tuple[float, float, float, float]]) -> Iterator[Word]:
    """One word, or a word and what is raised in it."""
    tall = max(boxes, key=lambda box: box[3] - box[1])
    up = [is_raised(box[1], box[3], tall[1], tall[3]) for box in boxes]
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or up[at] != up[start]:
            if clean := plain(text[start:at]):
                yield replace(_word(clean, boxes[start:at]), raised=up[start])
            start = at


def _broken(words: Iterator[Word]) -> Iterator[list[Word]]:
    """The words parted where a line ends in a hyphen."""
    line: list[Word] = []
    for word in words:
        line.append(word)
        if word.text.endswith(HYPHEN):
            yield line
            line = []
    if line:
        yield line


def _runs_on(above: Sequence[Word], words: Sequence[Word]) -> bool:
    """True where PDFium broke one line: at a raised mark, as a rule."""
    last, first = above[-1], words[0]
    if last.text.endswith(HYPHEN):
        return False
    height = min(last.size, first.size)
    if min(last.top, first.top) - max(last.bottom, first.bottom) < OVERLAP * height:
        return False
    size = max(last.size, first.size)
    gap = max(first.left - last.right, last.left - first.right)
    return -size / 2 < gap < APART * size and MARKED.search(last.text + first.text) is not None


def _put_back(lines: list[list[Word]]) -> list[list[Word]]:
    """Marks that arrived before their line or after it, behind the word that they touch."""
    out: list[list[Word]] = []
    for at, line in enumerate(lines):
        near = (*out[-1:], *lines[at + 1 : at + 2])
        if len(line) > 1 or not any(_moved(line[0], other) for other in near):
            out.append(line)
    return out


def _moved(mark: Word, line: list[Word]) -> bool:
    """True where the mark belonged into the line and now stands there."""
    place = _behind(mark, line)
    if place is None:
        return False
    line.insert(place + 1, replace(mark, raised=True))
    return True


def _behind(mark: Word, line: Sequence[Word]) -> int | None:
    """The place of the word that a mark touches with its beginning; None where it touches none."""
    if not MARKED.match(mark.text):
        return None
    leftward = is_leftward(line)
    for place, word in enumerate(line):
        gap = word.left - mark.right if leftward else mark.left - word.right
        touch = abs(gap) < TOUCH * word.size and word.bottom < mark.bottom < word.top
        if touch and is_raised(mark.bottom, mark.top, word.bottom, word.top):
            return place
    return None


def _told(line: list[Word]) -> list[Word]:
    """The line with words that are a mark by themselves told by their neighbours."""
    out: list[Word] = []
    for at, word in enumerate(line):
        if not word.raised and MARKED.match(word.text):
            beside = next((one for one in reversed(out) if not one.raised), None)
            beside = beside or next((one for one in line[at + 1 :] if not one.raised), word)
            up = is_raised(word.bottom, word.top, beside.bottom, beside.top)
            word = replace(word, raised=up)  # noqa: PLW2901 - the same word, known better
        out.append(word)
    if out[0].raised and (place := _behind(out[0], out)):  # as PDFium has it from right to left
        out.insert(place, out.pop(0))
    return out
