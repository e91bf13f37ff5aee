"""Lines of PDF pages -> paragraphs whose sentences can be parsed."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_high

from thirdhand.ingest.formats.laid.line import Line
from thirdhand.ingest.formats.laid.word import HYPHEN

# Paragraphs are parted by a gap this much wider than the page's usual one, by one of this many
# times the letters' size, or by another size of letters.
GAP, WIDE, SIZE = 1.3, 2.5, 1.08
# A line that ends before this share of its column's width was not wrapped.
SHORT = 0.85
SENTENCE_END = re.compile(r"[.!?\u061f\u06d4:;][\"'\u2019\u201d\u00bb)\]]*$")
BULLET = re.compile(r"[\u2022\u25aa\u25cf\u25e6\u2023\u00b7\u2043*]\s")
# Begins an item, or a line in the middle of a sentence: the line above tells.
ITEM = re.compile(r"[\u2013-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s+\S")
# A line of a table of contents.
LEADER = re.compile(r"(?:\. ?){4,}\s*\w*$")
# A hyphen that PDFium leaves as it is: after a digit, for one.
OPEN = re.compile(r"(?<=\w)-$")
WORD = re.compile(r"[^\W_]+")
# Anchored, so that a long line without a space takes no long time.
HYPHENED = re.compile(r"(?<![^\W_])[^\W_]+-[^\W_]+")
BREAK = re.compile(f"{HYPHEN} ?")
# So many characters at a line's end tell how it ends.
TAIL = 40


def flowing(pages: Sequence[list[Line]]) -> str:
    """Paragraphs parted by line ends, pages by a blank line.

    A sentence that runs over a page's end runs on after a space, and the notes at the foot of that
    page stand behind its paragraph.
    """
    text = ""
    notes: list[str] = []
    usual = _usual_gap([pair for page in pages for pair in pairwise(page)])
    for page in filter(None, pages):
        foot = _foot(page)
        body = _paragraphs(page[:foot], usual)
        if body and _runs_over(text, body[0]) and not page[0].row:
            text += " " + body.pop(0)
        text += "".join(f"\n{note}" for note in notes)
        text += ("\n\n" if text and body else "") + "\n".join(body)
        notes = _paragraphs(page[foot:], usual)
    return _unbroken((text + "".join(f"\n{note}" for note in notes)).lstrip("\n"))


def _runs_over(text: str, below: str) -> bool:
    """True where a page goes on with the sentence that the page before it began."""
    return bool(text) and not SENTENCE_END.search(text[-TAIL:]) and below[0].islower()


def _foot(page: Sequence[Line]) -> int:
    """Where the notes at the foot of a page begin: the first mark of them in smaller letters."""
    usual = median_high(line.size for line in page)
    for at, line in enumerate(page):
        if line.note and line.size < usual / SIZE:
            return at
    return len(page)


def _paragraphs(page: Sequence[Line], all_over: float) -> list[str]:
    """all_over: the usual gap of the document, for a page that is nearly all tables."""
    usual = min(_usual_gap(list(pairwise(page))), all_over)
    out = [line.text for line in page[:1]]
    for above, below in pairwise(page):
        if _parted(above, below, usual, _edge(above, page)):
            out.append(below.text)
        else:
            out[-1] = (OPEN.sub(HYPHEN, out[-1]) + " " + below.text).replace(HYPHEN + " ", HYPHEN)
    return out


def _usual_gap(pairs: Sequence[tuple[Line, Line]]) -> float:
    """The distance between lines of one paragraph: the lower quartile of all, but in tables."""
    gaps = sorted(_gap(above, below) for above, below in pairs if not below.row)
    down = [gap for gap in gaps if gap > 0]
    return down[len(down) // 4] if down else WIDE


def _gap(above: Line, below: Line) -> float:
    """How far down it is from line to line, in sizes of the letters; less than 0 where it is up."""
    return (above.last - below.first) / above.size


def _edge(line: Line, page: Sequence[Line]) -> float:
    """Where the column of `line` ends: the furthest right of the lines that begin near it."""
    near = (o.right for o in page if not o.row and abs(o.left - line.left) < 3 * line.size)
    return max(near, default=line.right)


def _parted(above: Line, below: Line, usual: float, edge: float) -> bool:
    """True where `below` begins a paragraph."""
    if above.row or below.row or below.note:
        return True
    if above.text.endswith(HYPHEN):
        return False
    ended, lower = bool(SENTENCE_END.search(above.text[-TAIL:])), below.text[0].islower()
    if BULLET.match(below.text) or LEADER.search(above.text[-TAIL:]):
        return True
    if max(above.size, below.size) > SIZE * min(above.size, below.size):
        return True
    gap = _gap(above, below)
    if gap < -1:  # up to the next column
        return ended or not lower
    if gap > min(GAP * usual, WIDE):
        return True
    if OPEN.search(above.text):
        return False
    short = above.right - above.left < SHORT * (edge - above.left)
    indented = below.left > above.left + 0.8 * above.size
    if ITEM.match(below.text):
        return ended or short or bool(ITEM.match(above.text))
    return (ended and (short or indented)) or (short and not lower)


def _unbroken(text: str) -> str:
    """`text` with words that a line end broke made whole."""
    pieces = BREAK.split(text)
    words = _whole_words(pieces)
    out = pieces[:1]
    for left, right in pairwise(pieces):
        out += ["-" if _own(left[-TAIL:], right[:TAIL], words) else "", right]
    return "".join(out)


def _whole_words(pieces: Sequence[str]) -> set[str]:
    """The words and hyphened words of the text but the broken ones: the ends of the pieces."""
    words: set[str] = set()
    for at, piece in enumerate(pieces):
        inner = piece.lower().split()[at > 0 : -1 if at < len(pieces) - 1 else None]
        for word in inner:
            words.update(WORD.findall(word), HYPHENED.findall(word))
    return words


def _own(left: str, right: str, words: set[str]) -> bool:
    """True where the hyphen between two halves is the word's own.

    That is before a capital or a digit, after a digit or an abbreviation, where the text elsewhere
    has the word with it, or has both halves as words of their own.
    """
    heads, tails = WORD.findall(left)[-1:], WORD.findall(right)[:1]
    if not heads or not tails or not right[0].islower() or heads[0][-1].isdigit():
        return True
    head, tail = heads[0].lower(), tails[0].lower()
    if heads[0].isupper() and len(head) > 1:
        return True
    return head + tail not in words and (f"{head}-{tail}" in words or {head, tail} <= words)
