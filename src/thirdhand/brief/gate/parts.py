"""The sentence taken apart: quotes, names, dates, figures, and the words that are left.

What was found is blotted out by as many marks, so that every place in the text stays where it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.dates import Date, dates
from thirdhand.brief.gate.figures import Figure, figures
from thirdhand.brief.gate.known import FIRST, index
from thirdhand.brief.gate.table import by_first, marked, number_words

BLOT = "\ue000"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
COMPARED = re.compile(r"That is (fewer|more) than(?= )")
GRADE = re.compile(r"(?<!\w)[A-F][1-6](?!\w)")
# Behind these a large letter begins a sentence of ours.
BEGIN = re.compile(r"(?:^|[.:;?!|(] ?|– )[\s“\"]*$")
UNNAMED = " (not named)"
# Behind these stands a speaker, so that a name in small letters is a name all the same.
BEFORE = re.compile(
    r"(?:(?:ccording to|lleged by|enied by|trongly than|lists of) |^|[;:] | \()$"
    r"|(?:(?:ccording to|lleged by|enied by|lists of) [^.;:]*|^[^.;:“\d]*)(?:, | and )$"
)
BEHIND = re.compile(
    r"$|[,.;)]| and | \(|"
    r" (?:says?|alleges?|denies|deny|plans?|expects?|puts?|overlap|is cited|name each)\b"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the sentence, from character `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a phrase of the table. marks: what it says; None where the table has it not.

    small: the word in small letters, with a plain apostrophe.
    """

    start: int
    end: int
    text: str
    small: str
    marks: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Parts:
    """A sentence, or a cell, taken apart.

    named: the text with quotes and names blotted out; rest: with dates, figures and grades too.
    names: known names that are written; words: all that is left.
    """

    text: str
    cell: bool
    named: str
    rest: str
    names: tuple[Piece, ...]
    dates: tuple[Date, ...]
    figures: tuple[Figure, ...]
    grades: tuple[Piece, ...]
    words: tuple[Word, ...]

    def begins(self, piece: Piece | Word) -> bool:
        """True where the piece begins a sentence or a cell."""
        return bool(BEGIN.search(self.rest[max(0, piece.start - 4) : piece.start]))


def parts(text: str, basis: Basis, cell: bool = False) -> Parts:
    """Take a text of ours apart."""
    rest = _unquoted(text, basis)
    names = tuple(_names(rest, basis))
    named = rest = _blot(rest, names)
    days = tuple(dates(rest))
    rest = _blot(rest, days)
    grades = tuple(Piece(m.start(), m.end(), m.group()) for m in GRADE.finditer(rest))
    rest = _blot(rest, grades)
    # "More than" is no hedge where one figure is set against another.
    compared = tuple(
        Word(m.start(), m.end(), m.group(), m.group(), frozenset({f"compare:{m[1]}"}))
        for m in COMPARED.finditer(rest)
    )
    rest = _blot(rest, compared)
    numbers = list(figures(rest))
    rest = _blot(rest, numbers)
    words = list(compared)
    for word in _words(rest):
        value = number_words().get(word.small) if word.marks is None else None
        if value is None:
            words.append(word)
        else:
            numbers.append(Figure(word.start, word.end, word.text, float(value)))
    return Parts(text, cell, named, rest, names, days, tuple(numbers), grades, tuple(words))


def _unquoted(text: str, basis: Basis) -> str:
    """Without the words that are quoted from a cited claim."""
    if "“" not in text:
        return text
    for quote in sorted({c.span.quote for c in basis.claims}, key=len, reverse=True):
        text = text.replace(f"“{quote}”", BLOT * (len(quote) + 2))
    return text


def _names(text: str, basis: Basis) -> Iterator[Piece]:
    """The known names in it, the longest first, none inside another."""
    extra = index(basis.names)
    known, areas, end = basis.known.names, basis.known.areas, 0
    for match in FIRST.finditer(text):
        word = match.group().casefold()
        if match.start() < end or not (word in known or word in extra):
            continue
        held = (*extra.get(word, ()), *known.get(word, ()))
        at = match.start()
        name = next((n for n in held if _stands(n, text, at, n.casefold() in areas)), None)
        if name:
            end = match.start() + len(name)
            yield Piece(at, end, text[at:end])


def _stands(name: str, text: str, at: int, area: bool) -> bool:
    """True where the name is written here as a name, its first letter large or not.

    area: it is one of a part of a site, which is a name in small letters too.
    """
    end = at + len(name)
    if text[at + 1 : end] != name[1:] or text[end : end + 1].isalnum():
        return False
    if text[at].casefold() != name[0].casefold():
        return False
    if area or text.startswith(UNNAMED, end):
        return True
    if at == 0 and end == len(text):
        return (text == name and name[0].islower()) or name.casefold() not in marked()
    # A name all in small letters is a word like others: only where it stands can tell.
    if name.islower() and name.replace(" ", "").isalpha():
        speaks = BEFORE.search(text[:at]) and BEHIND.match(text, end)
        return text[at].islower() and bool(speaks)
    if name[0].isupper() and not text[at].isupper():
        return False
    # "Water" may begin a sentence: a publisher of that name is not meant.
    return not (_begins(text, at) and name.casefold() in marked())


def _begins(text: str, at: int) -> bool:
    return bool(BEGIN.search(text[max(0, at - 4) : at]))


def _words(rest: str) -> Iterator[Word]:
    """The words that are left, phrases of the table as one."""
    small = rest.lower().replace("’", "'")
    if len(small) != len(rest):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in rest).replace("’", "'")
    table, end = marked(), 0
    for match in WORD.finditer(small):
        start = match.start()
        if start < end:
            continue
        phrase = next((p for p in by_first().get(_head(match), ()) if _whole(p, small, start)), "")
        end = start + len(phrase) if phrase else match.end()
        yield Word(start, end, rest[start:end], small[start:end], table.get(phrase))


def _head(match: re.Match[str]) -> str:
    return match.group().partition("-")[0]


def _whole(phrase: str, text: str, at: int) -> bool:
    end = at + len(phrase)
    if not text.startswith(phrase, at) or text[end : end + 1].isalnum():
        return False
    # "so" is not in "so-called".
    return not (text[end : end + 1] in "-'" and text[end + 1 : end + 2].isalnum())


def _blot(text: str, found: Sequence[Piece | Date | Figure | Word]) -> str:
    for piece in found:
        text = text[: piece.start] + BLOT * (piece.end - piece.start) + text[piece.end :]
    return text
