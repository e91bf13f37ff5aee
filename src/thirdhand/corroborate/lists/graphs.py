"""Decomposable graphs over a few lists, each as the way its probability factors."""

from functools import cache
from itertools import combinations

# One factor: the subset of lists above, the subset below, as bit masks.
Factor = tuple[int, int]


@cache
def decomposable(lists: int) -> tuple[tuple[Factor, ...], ...]:
    """The factors of every decomposable graph on so many lists: 8 on 3, 61 on 4, 822 on 5.

    A graph is decomposable where its vertices can be taken away one by one, each with neighbours
    that are all joined (Rose 1970). Its distribution is then the product, over the vertices, of
    the margin of a vertex with its neighbours by that of the neighbours (Dawid and Lauritzen 1993).
    """
    edges = list(combinations(range(lists), 2))
    found = (
        _factors(lists, [edge for i, edge in enumerate(edges) if chosen >> i & 1])
        for chosen in range(1 << len(edges))
    )
    return tuple(factors for factors in found if factors is not None)


def _factors(lists: int, edges: list[tuple[int, int]]) -> tuple[Factor, ...] | None:
    beside = [0] * lists
    for one, other in edges:
        beside[one] |= 1 << other
        beside[other] |= 1 << one
    left = (1 << lists) - 1
    factors: list[Factor] = []
    while left:
        simple = next((v for v in range(lists) if left >> v & 1 and _joined(v, beside, left)), None)
        if simple is None:
            return None
        near = beside[simple] & left
        factors.append((near | 1 << simple, near))
        left &= ~(1 << simple)
    return tuple(factors)


def _joined(vertex: int, beside: list[int], left: int) -> bool:
    """True where all neighbours that are left are joined to each other."""
    near = beside[vertex] & left
    return all(
        near & ~(1 << other) & ~beside[other] == 0
        for other in range(len(beside))
        if near >> other & 1
    )
