"""The lines of a PDF page, each with where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_high

from thirdhand.ingest.formats.laid.word import HYPHEN, Word
from thirdhand.ingest.formats.marks import mark


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its place in points, y upwards: first and last are the feet of its ends.

    size: height of the letters. row: a row of a table. note: begins with the mark of a note.
    """

    text: str
    left: float
    right: float
    first: float
    last: float
    size: float
    row: bool = False
    note: bool = False


def line_of(words: Sequence[Word]) -> Line:
    """One line of words in the order in which they are read."""
    plain = [word for word in words if not word.raised] or words
    return Line(
        joined(words),
        min(word.left for word in words),
        max(word.right for word in words),
        plain[0].bottom,
        plain[-1].bottom,
        # The middle one: bullets, footnote marks and quoted code stand out.
        median_high(word.size for word in plain),
        note=words[0].raised,
    )


def joined(words: Sequence[Word]) -> str:
    """The words with a space between, raised ones as marks; a word broken by a hyphen is whole."""
    out = ""
    for word in words:
        if word.raised:
            out += mark(word.text, out[-8:]) if out else mark(word.text, "").rstrip()
        else:
            out += ("" if not out or out.endswith(HYPHEN) else " ") + word.text
    return out
