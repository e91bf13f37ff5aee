"""The sentence taken apart: quotes, names, dates, and the words that are left.

What was found is blotted out by as many marks, so that every place in the text stays where it is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.dates import Date, dates
from thirdhand.brief.gate.known import FIRST, index

BLOT = "\ue000"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Behind these a large letter begins a sentence of ours.
BEGIN = re.compile(r"(?:^|[.:;?!|(] ?|– )[\s“\"]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the sentence, from character `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Parts:
    """A sentence, or a cell, taken apart. rest: the text with quotes, names and dates blotted out.

    names: known names that are written; words: all other words outside of quotes.
    """

    text: str
    rest: str
    names: tuple[Piece, ...]
    dates: tuple[Date, ...]
    words: tuple[Piece, ...]

    def begins(self, piece: Piece) -> bool:
        """True where the piece begins a sentence or a cell."""
        return bool(BEGIN.search(self.rest[max(0, piece.start - 4) : piece.start]))


def parts(text: str, basis: Basis) -> Parts:
    """Take a text of ours apart."""
    rest = _unquoted(text, basis)
    names = tuple(_names(rest, basis))
    rest = _blot(rest, names)
    found = tuple(dates(rest))
    rest = _blot(rest, found)
    words = tuple(Piece(m.start(), m.end(), m.group()) for m in WORD.finditer(rest))
    return Parts(text, rest, names, found, words)


def _unquoted(text: str, basis: Basis) -> str:
    """Without the words that are quoted from a cited claim."""
    for quote in sorted({c.span.quote for c in basis.claims}, key=len, reverse=True):
        text = text.replace(f"“{quote}”", BLOT * (len(quote) + 2))
    return text


def _names(text: str, basis: Basis) -> Iterable[Piece]:
    """The known names in it, the longest first, none inside another."""
    extra = index(basis.names)
    end = 0
    for match in FIRST.finditer(text):
        if match.start() < end:
            continue
        word = match.group().casefold()
        held = (*extra.get(word, ()), *basis.known.names.get(word, ()))
        name = next((n for n in held if _stands(n, text, match.start())), None)
        if name:
            end = match.start() + len(name)
            yield Piece(match.start(), end, name)


def _stands(name: str, text: str, at: int) -> bool:
    """True where the name is written here as a name, its first letter large or not."""
    end = at + len(name)
    if text[at + 1 : end] != name[1:] or text[end : end + 1].isalnum():
        return False
    if text[at] != name[0] and text[at].casefold() != name[0].casefold():
        return False
    if text.startswith(" (not named)", end):
        return True
    # A name all in small letters is a word like others: only what cites it can tell.
    large = any(c.isupper() or c.isdigit() or c == "." for c in name[1:]) or name[0].isupper()
    foreign = not name.isascii() and not any(c.isupper() or c.islower() for c in name)
    return (large and text[at].isupper() == name[0].isupper()) or foreign


def _blot(text: str, found: Sequence[Piece | Date]) -> str:
    for piece in found:
        text = text[: piece.start] + BLOT * (piece.end - piece.start) + text[piece.end :]
    return text
