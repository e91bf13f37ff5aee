"""Clusters by average likeness (UPGMA; Sokal and Michener 1958) over the pairs that are alike.

A pair that is not given is not alike at all. So a chain of accounts, each like the next one, is
no cluster: its ends are strangers, and that lowers the average.
"""

from collections import defaultdict
from collections.abc import Iterable
from heapq import heapify, heappop, heappush


def clusters(pairs: Iterable[tuple[int, int, float]], least: float) -> list[list[int]]:
    """The clusters of two and more, each in order, ordered by their first.

    pairs: (one, other, likeness), each pair once. The two clusters most alike are joined again
    and again, while the mean likeness of their members is `least` or more; of two joins equally
    good, the one with the earlier members comes first.
    """
    # The sum of the likeness of all members of one cluster to those of the other.
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, like in pairs:
        near[one][other] = near[other][one] = like
    members = {position: [position] for position in near}
    waiting = [
        (-like, one, other, 1, 1)
        for one, row in near.items()
        for other, like in row.items()
        if one < other and like >= least
    ]
    heapify(waiting)
    while waiting:
        _, one, other, first, second = heappop(waiting)
        # A join that was thought of before one of the two grew is of no use now.
        if (len(members.get(one, ())), len(members.get(other, ()))) != (first, second):
            continue
        members[one] += members.pop(other)
        _merge(near, one, other)
        for third, total in near[one].items():
            mean = total / (len(members[one]) * len(members[third]))
            if mean >= least:
                a, b = sorted((one, third))
                heappush(waiting, (-mean, a, b, len(members[a]), len(members[b])))
    return sorted(sorted(found) for found in members.values() if len(found) > 1)


def _merge(near: dict[int, dict[int, float]], one: int, other: int) -> None:
    """`one` takes over what `other` was alike to."""
    for third, total in near.pop(other).items():
        del near[third][other]
        if third != one:
            near[one][third] = near[third][one] = near[one].get(third, 0.0) + total
