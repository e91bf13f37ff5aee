"""Sets from scored pairs: the likeliest pair of sets is joined first, until none speaks for it.

Average linkage (Sokal and Michener 1958) over the pairs that were scored, each weighted by its own
strength, so that many pairs that say nothing do not drown one that does. A chain does not join:
the two ends of it are a pair as well, and the days of a whole set must lie close together.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence

Pair = tuple[int, int]
# First and last day of an item, and how far the days of its set may lie apart.
Days = tuple[int, int, int]
# Sum of score times strength, and of strength.
Weight = tuple[float, float]


class Linkage:
    """The sets so far; items are 0..size-1. `sets` names each by one of its members."""

    def __init__(self, days: Sequence[Days | None]) -> None:
        """Begin with every item alone. days: of each item, None where its day is not known."""
        self.sets: dict[int, list[int]] = {item: [item] for item in range(len(days))}
        self._days = list(days)
        self._of = list(range(len(days)))
        self._near: list[dict[int, Weight]] = [{} for _ in days]
        self._apart: dict[int, set[int]] = {}

    def part(self, pairs: Iterable[Pair]) -> None:
        """These two are never in one set."""
        for one, other in pairs:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def bind(self, pairs: Iterable[Pair]) -> list[Pair]:
        """These two are in one set, unless that would join what was parted: those come back."""
        refused = []
        for one, other in pairs:
            a, b = self._of[one], self._of[other]
            if a != b and self._barred(a, b):
                refused.append((one, other))
            elif a != b:
                self._merge(a, b)
        return refused

    def link(self, scores: Mapping[Pair, float]) -> None:
        """Join sets while their mean score is above 0, the highest first."""
        # Where no chain of pairs above 0 leads from one to the other, the two never come together.
        reach = self._reach([pair for pair, score in scores.items() if score > 0])
        for (one, other), score in scores.items():
            a, b = self._of[one], self._of[other]
            if a != b and reach[a] == reach[b]:
                self._add(a, b, (score * abs(score), abs(score)))
        heap = [
            (-_mean(weight), a, b)
            for a in self.sets
            for b, weight in self._near[a].items()
            if a < b and weight[0] > 0
        ]
        heapq.heapify(heap)
        while heap:
            negative, a, b = heapq.heappop(heap)
            weight = self._near[a].get(b)
            if weight is None or -_mean(weight) != negative:
                continue
            if self._barred(a, b) or not self._close(a, b):
                continue
            for row in self._likely(*self._merge(a, b)):
                heapq.heappush(heap, row)

    def _reach(self, pairs: Iterable[Pair]) -> list[int]:
        """Of each set a name that it shares with all that chains of these pairs lead to."""
        above = list(range(len(self._of)))

        def top(item: int) -> int:
            while above[item] != item:
                above[item] = item = above[above[item]]
            return item

        for one, other in pairs:
            a, b = top(self._of[one]), top(self._of[other])
            if a != b:
                above[max(a, b)] = min(a, b)
        return [top(item) for item in above]

    def _likely(self, a: int, others: Iterable[int]) -> Iterator[tuple[float, int, int]]:
        near = self._near[a]
        for b in others:
            if near[b][0] > 0:
                yield -_mean(near[b]), min(a, b), max(a, b)

    def _barred(self, a: int, b: int) -> bool:
        if not self._apart:
            return False
        small, large = (a, b) if len(self.sets[a]) <= len(self.sets[b]) else (b, a)
        parted = (x for item in self.sets[small] for x in self._apart.get(item, ()))
        return any(self._of[x] == large for x in parted)

    def _close(self, a: int, b: int) -> bool:
        both = _span(self._days[a], self._days[b])
        return both is None or both[1] - both[0] <= both[2]

    def _merge(self, a: int, b: int) -> tuple[int, list[int]]:
        """The smaller goes into the larger. That, and the sets whose tie to it is a new one.

        What is moved is what the smaller one holds, so the whole costs n log n.
        """
        size = {x: len(self._near[x]) + len(self.sets[x]) for x in (a, b)}
        into, gone = sorted((a, b), key=lambda x: (-size[x], x))
        for item in self.sets[gone]:
            self._of[item] = into
        self.sets[into] += self.sets.pop(gone)
        self._days[into] = _span(self._days[into], self._days[gone])
        moved, self._near[gone] = self._near[gone], {}
        for c, weight in moved.items():
            self._near[c].pop(gone)
            if c != into:
                self._add(into, c, weight)
        return into, [c for c in moved if c != into]

    def _add(self, a: int, b: int, weight: Weight) -> None:
        near = self._near[a]
        if b in near:
            old = near[b]
            weight = (old[0] + weight[0], old[1] + weight[1])
        near[b] = self._near[b][a] = weight


def _span(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1]), max(one[2], other[2])


def _mean(weight: Weight) -> float:
    return weight[0] / weight[1] if weight[1] else 0.0
