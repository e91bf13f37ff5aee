"""Which links hold, and the sets of accounts that they join, directly or over others.

A link by a part of a text is weak where it would join two stories: a paragraph that comes back
after months is background used again, or a footer; a paragraph in a text that is already another
story's reprint is an excerpt, and its story stays apart.
"""

from collections import defaultdict
from collections.abc import Sequence

from thirdhand.corroborate.kin import shingles
from thirdhand.corroborate.kin.evidence import LASTING_DAYS, WHOLE, Link
from thirdhand.model import Account

Group = tuple[list[int], list[Link]]


class Sets:
    """Positions that are joined, by the oldest of each set. ages: lower is older."""

    def __init__(self, ages: Sequence[int]) -> None:
        self._ages = ages
        self._parent = list(range(len(ages)))

    def first(self, position: int) -> int:
        """The oldest of the set that the position is in."""
        while self._parent[position] != position:
            self._parent[position] = self._parent[self._parent[position]]
            position = self._parent[position]
        return position

    def join(self, one: int, other: int) -> None:
        """Make one set of the sets of both."""
        old, young = sorted((self.first(one), self.first(other)), key=self._ages.__getitem__)
        self._parent[young] = old


def joined(accounts: Sequence[Account], links: Sequence[Link]) -> list[Group]:
    """The sets of two or more positions, each with its links, by their lowest position."""
    ages = _ages(accounts)
    sets = Sets(ages)
    held = _held(accounts, links, sets, ages)
    inside: dict[int, list[Link]] = defaultdict(list)
    for link in held:
        inside[sets.first(link.one)].append(link)
    places: dict[int, list[int]] = defaultdict(list)
    for position in range(len(accounts)):
        places[sets.first(position)].append(position)
    return [(found, inside[first]) for first, found in places.items() if len(found) > 1]


def _held(
    accounts: Sequence[Account], links: Sequence[Link], sets: Sets, ages: Sequence[int]
) -> list[Link]:
    """The links that hold; their accounts are joined in `sets`."""
    pairs: dict[tuple[int, int], list[Link]] = defaultdict(list)
    for link in links:
        pairs[link.one, link.other].append(link)
    parts = {pair: found for pair, found in pairs.items() if _is_part(found)}
    held = [link for pair, found in pairs.items() if pair not in parts for link in found]
    for link in held:
        sets.join(link.one, link.other)
    joining = {position for link in held for position in (link.one, link.other)}
    for (one, other), found in sorted(parts.items(), key=_strongest):
        old, young = sorted((one, other), key=ages.__getitem__)
        apart = sets.first(old) != sets.first(young)
        if apart and _is_old(accounts, found) and joining & {one, other}:
            continue
        if apart and sets.first(young) != young:
            continue
        sets.join(one, other)
        joining |= {one, other}
        held += found
    return held


def _is_part(links: Sequence[Link]) -> bool:
    """Whether the pair shares text, and no more than a part of it and of its marks."""
    parts = [max(link.share, link.weight) for link in links]
    return any(link.size for link in links) and max(parts) < WHOLE


def _strongest(item: tuple[tuple[int, int], list[Link]]) -> tuple[float, tuple[int, int]]:
    pair, links = item
    return -max(link.score for link in links), pair


def _is_old(accounts: Sequence[Account], links: Sequence[Link]) -> bool:
    """Whether the pair has a part of a text in common, months apart, and nothing else."""
    one, other = (shingles.days(accounts[n]) for n in (links[0].one, links[0].other))
    if not one or not other or any(link.marks for link in links):
        return False
    return max(one[0], other[0]) - min(one[1], other[1]) > LASTING_DAYS


def _ages(accounts: Sequence[Account]) -> list[int]:
    """The rank of each account by the last day it may have come out; undated ones last."""
    days = [shingles.days(account) for account in accounts]
    order = sorted(range(len(days)), key=lambda n: (days[n] is None, (days[n] or (0, 0))[1], n))
    ranks = [0] * len(order)
    for rank, position in enumerate(order):
        ranks[position] = rank
    return ranks
