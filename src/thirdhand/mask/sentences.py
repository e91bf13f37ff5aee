"""Stretches of a text: whole sentences around a place, and what was looked through."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_END = re.compile(r"[.!?…]['\"”’)]*\s+(?=[A-Z\"“‘'(])|\n\s*\n")


@dataclass(slots=True)
class Place:
    """Where a name was met: a text, the stretch of it that was looked through, and the account."""

    text: str
    start: int
    end: int
    account: str


def joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches that touch or overlap are one."""
    last: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if last and start <= last[1]:
            last = last[0], max(last[1], end)
            continue
        if last:
            yield last
        last = start, end
    if last:
        yield last


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of whole sentences around text[start:end], at most some 400 characters wider."""
    left, right = max(0, start - 400), min(len(text), end + 400)
    cuts = [left, *(m.end() for m in _END.finditer(text, left, right)), right]
    first = max((c for c in cuts if c <= start), default=left)
    last = min((c for c in cuts if c >= end), default=right)
    return first, last
