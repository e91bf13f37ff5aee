"""Conditions: how a sector of life stands, in the words of a clause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from thirdhand.model import Condition
from thirdhand.read import lexicon
from thirdhand.read.span import text_of


@dataclass(frozen=True, slots=True)
class Told:
    """text[start:end] tells of a condition; `key` is where its strongest words stand."""

    start: int
    end: int
    condition: Condition
    key: tuple[int, int]


_STOP = re.compile(r"[;:]|,\s+(?:and|but|while|which)\b|\s[-–—]\s|—")


def conditions(sent: Span) -> Iterator[Told]:
    """The conditions of one sentence, the strongest words of each sector."""
    for start, end in _clauses(text_of(sent)):
        words = text_of(sent)[start:end]
        found = [(s, m) for s in lexicon.states() if (m := s.pattern.search(words))]
        if not found:
            continue
        state, match = found[0]
        sector = _sector(words, match.start())
        if sector is None:
            continue
        base = sent.start_char + start
        lead = len(words) - len(words.lstrip(" ,-–—"))
        told = Condition(sector, state.direction, match[0].lower(), state.level)
        key = (base + match.start(), base + match.end())
        yield Told(base + lead, base + len(words.rstrip()), told, key)


def _sector(words: str, at: int) -> str | None:
    """The sector whose word stands nearest to the words of state at offset `at`."""
    gaps = [
        (abs(match.start() - at), name)
        for name, about in lexicon.sectors().items()
        for match in about.finditer(words)
    ]
    return min(gaps)[1] if gaps else None


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _STOP.finditer(text):
        if match.start() - start > 15:
            yield start, match.start()
            start = match.end()
    if len(text) - start > 8:
        yield start, len(text)
