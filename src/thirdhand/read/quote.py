"""Quoted stretches of a text."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """text[start:end] stands between quotation marks, the marks included."""

    start: int
    end: int


LONGEST = 1502  # characters, the marks included

# A quote never runs over a blank line; an opening mark left open ends with its paragraph.
_CURLY = re.compile(r"[“«„][^“”«»„\n]{1,1500}(?:[”»“]|(?=\n|\Z))")
_DOUBLED = re.compile(r"(?<![\w'])''(?!['\s])[^\n]{1,1500}?(?<=\S)''(?!['\w])")
_STRAIGHT = re.compile(r'(?<![\w"])"[^"\n]{1,1500}"(?![\w])')


def quotes(text: str) -> list[Quote]:
    """Every quoted stretch, left to right."""
    found = [
        Quote(m.start(), m.end()) for p in (_CURLY, _STRAIGHT, _DOUBLED) for m in p.finditer(text)
    ]
    return sorted(found, key=lambda q: q.start)
