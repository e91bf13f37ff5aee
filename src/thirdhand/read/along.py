"""Things along a text, found by where they stand: no walk over all of them for each sentence."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Along(Generic[T]):
    """Things that stand at text[start:end], given as (start, end, thing) in any order."""

    def __init__(self, rows: Iterable[tuple[int, int, T]]) -> None:
        self._rows = sorted(rows, key=lambda row: row[:2])
        self._starts = [row[0] for row in self._rows]
        self._longest = max((end - start for start, end, _ in self._rows), default=0)

    def begun(self, start: int, end: int) -> list[T]:
        """Those that begin inside text[start:end], in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [thing for _, _, thing in self._rows[first:last]]

    def over(self, start: int, end: int) -> list[T]:
        """Those that share a character with text[start:end], in order."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [thing for _, stop, thing in self._rows[first:last] if stop > start]

    def before(self, end: int) -> Iterator[T]:
        """Those that end at or before text[end], the last that begins first."""
        for index in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._rows[index][1] <= end:
                yield self._rows[index][2]
