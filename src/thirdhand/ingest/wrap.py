"""Lines of PDF pages -> paragraphs whose sentences can be parsed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from thirdhand.ingest.lines import HYPHEN, Line

# A gap this much wider than the page's usual one parts two paragraphs; a size this different too.
GAP, SIZE = 1.3, 1.08
# A line that ends before this share of its column's width was not wrapped.
SHORT = 0.85
SENTENCE_END = re.compile(r"[.!?\u061f\u06d4:;][\"'\u2019\u201d\u00bb)\]]*$")
BULLET = re.compile(
    r"[\u2022\u25aa\u25cf\u25e6\u2023\u00b7\u2043*\u2013-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s+\S"
)
# A line of a table of contents.
LEADER = re.compile(r"(?:\. ?){4,}\s*\w*$")
WORD = re.compile(r"[^\W_]+")
BROKEN = re.compile(rf"([^\s{HYPHEN}]*){HYPHEN} ?([^\s{HYPHEN}]*)")


def flowing(pages: Sequence[list[Line]]) -> str:
    """Paragraphs parted by line ends, pages by a blank line.

    A sentence that runs over a page's end runs on after a space.
    """
    text = ""
    for page in filter(None, pages):
        body = "\n".join(_paragraphs(page))
        runs_on = bool(text) and not SENTENCE_END.search(text) and body[0].islower()
        text += (" " if runs_on else "\n\n" if text else "") + body
    return _unbroken(text)


def _paragraphs(page: Sequence[Line]) -> list[str]:
    usual = _usual_gap(page)
    out = [page[0].text]
    for above, below in pairwise(page):
        if _parted(above, below, usual, _edge(above, page)):
            out.append(below.text)
        else:
            out[-1] += " " + below.text
    return out


def _usual_gap(page: Sequence[Line]) -> float:
    """The distance between lines of one paragraph, in points: the lower quartile of all."""
    gaps = sorted(a.last - b.first for a, b in pairwise(page) if a.last > b.first)
    return gaps[len(gaps) // 4] if gaps else 0.0


def _edge(line: Line, page: Sequence[Line]) -> float:
    """Where the column of `line` ends: the furthest right of the lines that begin near it."""
    return max(other.right for other in page if abs(other.left - line.left) < 3 * line.size)


def _parted(above: Line, below: Line, usual: float, edge: float) -> bool:
    """True where `below` begins a paragraph."""
    ended, lower = bool(SENTENCE_END.search(above.text)), below.text[0].islower()
    if BULLET.match(below.text) or LEADER.search(above.text):
        return True
    if max(above.size, below.size) > SIZE * min(above.size, below.size):
        return True
    gap = above.last - below.first
    if gap < -above.size:  # up to the next column
        return ended or not lower
    if gap > GAP * usual:
        return True
    short = above.right - above.left < SHORT * (edge - above.left)
    indented = below.left > above.left + 0.8 * above.size
    return (ended and (short or indented)) or (short and not lower)


def _unbroken(text: str) -> str:
    """`text` with words that a line end broke made whole."""
    words = set(WORD.findall(BROKEN.sub(" ", text).lower()))
    return BROKEN.sub(lambda match: _mended(match.group(1), match.group(2), words, text), text)


def _mended(left: str, right: str, words: set[str], text: str) -> str:
    """One broken word, with the hyphen where it is the word's own.

    That is before a capital or a digit, after a digit or an abbreviation, where the text elsewhere
    has the word with it, or has both halves as words of their own.
    """
    head, tail = WORD.findall(left)[-1:], WORD.findall(right)[:1]
    own = (
        not tail or not head or not right[0].islower() or head[0][-1].isdigit() or head[0].isupper()
    )
    if not own and f"{head[0]}{tail[0]}".lower() not in words:
        hyphened = f"{head[0]}-{tail[0]}".lower() in text.lower()
        own = hyphened or (head[0].lower() in words and tail[0].lower() in words)
    return f"{left}-{right}" if own else f"{left}{right}"
