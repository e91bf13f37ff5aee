"""A sentence cut into clauses: what stands in one clause has to be told by one row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from thirdhand.brief.gate.dates import Date
from thirdhand.brief.gate.figures import Figure
from thirdhand.brief.gate.parts import BLOT, Parts, Piece, Word

VOICE = rf"(?:{BLOT}+|an account)(?: \(not named\))?"
LIST = rf"{VOICE}(?:(?:, | and ){VOICE})*(?:,? and \d+ (?:other voices|more))?"
# Who says it, in front of what is said.
SAYING = re.compile(
    rf"{LIST}(?= (?:says?|said|tells?|told|reports?|reported|alleges?|alleged|denies|deny|denied|"
    r"plans?|expects?|puts?)\b)"
)
SOURCE = re.compile(rf"(?i:according to|alleged by|denied by|told by) (?P<who>{LIST})")
BRACKETS = re.compile(rf"\((?P<who>{LIST})\)")
VERBS = (" say", " said", " tell", " told", " report", " alleg", " den", " plan", " expect", " put")
SOURCES = ("ccording to ", "lleged by ", "enied by ", "told by ")
ALONE = re.compile(LIST)
COUNT = re.compile(r" and (\d+) (?:other voices|more)$")
ENDS = re.compile(r"[;:!?](?=\s|$)|\.(?=\s|$)|, (?=which\b)|\s\|\s| – ")
# The figure stands right before: "60,000 according to A".
TIED = re.compile(r"(?:[\d%]|of) $")
T = TypeVar("T", Piece, Word, Date, Figure)


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who is said to say it. tied: of the figures of this clause, not only of the sentence.

    others: how many more are counted and not named.
    """

    names: tuple[Piece, ...]
    tied: bool
    others: int | None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands in one clause, from character span[0] to span[1] of its sentence."""

    span: tuple[int, int]
    names: tuple[Piece, ...]
    dates: tuple[Date, ...]
    figures: tuple[Figure, ...]
    words: tuple[Word, ...]
    speakers: tuple[Speakers, ...]


def clauses(part: Parts) -> Iterator[Clause]:
    """The clauses of a sentence or a cell, in order."""
    cuts = {m.end() for m in ENDS.finditer(part.rest)}
    cuts |= {m.start() for m in SAYING.finditer(part.named)} if _spoken(part, VERBS) else set()
    edges = sorted({0, *cuts, len(part.text)})
    for start, end in pairwise(edges):
        clause = Clause(
            (start, end),
            _inside(part.names, start, end),
            _inside(part.dates, start, end),
            tuple(f for f in _inside(part.figures, start, end) if not _is_count(part.named, f)),
            _inside(part.words, start, end),
            _speakers(part, start, end) if BLOT in part.named or "an account" in part.named else (),
        )
        if clause.names or clause.dates or clause.figures or clause.words:
            yield clause


def _is_count(named: str, figure: Figure) -> bool:
    """True for "2" of "and 2 other voices", where a list of names stands before it."""
    tail = named[max(0, figure.start - 5) : figure.end + len(" other voices")]
    return bool(re.match(r".* and \d+ (?:other voices|more\b)", tail))


def _inside(held: Sequence[T], start: int, end: int) -> tuple[T, ...]:
    return tuple(piece for piece in held if start <= piece.start < end)


def _spoken(part: Parts, words: Sequence[str]) -> bool:
    """True where it may be worth to look for speakers."""
    return any(word in part.named for word in words)


def _speakers(part: Parts, start: int, end: int) -> tuple[Speakers, ...]:
    found: list[Speakers] = []
    if _spoken(part, VERBS):
        found += [
            _named(part, m.span(), tied=True) for m in SAYING.finditer(part.named, start, end)
        ]
    first = min((f.start for f in part.figures if start <= f.start < end), default=end)
    for match in SOURCE.finditer(part.named, start, end) if _spoken(part, SOURCES) else ():
        before = part.named[start : match.start()]
        tied = match.start() < first or bool(TIED.search(before))
        found.append(_named(part, match.span("who"), tied))
    for match in BRACKETS.finditer(part.named, start, end) if "(" in part.named else ():
        tied = bool(TIED.search(part.named[start : match.start()]))
        found.append(_named(part, match.span("who"), tied))
    if part.cell and ALONE.fullmatch(part.named):
        found.append(_named(part, (0, len(part.named)), tied=False, alone=True))
    return tuple(found)


def _named(part: Parts, at: tuple[int, int], tied: bool, alone: bool = False) -> Speakers:
    names = _inside(part.names, *at)
    count = COUNT.search(part.named[at[0] : at[1]])
    return Speakers(names, tied, int(count.group(1)) if count else None, alone)
