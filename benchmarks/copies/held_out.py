"""The bars judged on groups they were not chosen on.

Each judged group in turn: the bars that do best on the pairs that touch none of its accounts, and
what they find of the pairs that do. What is found is summed over the groups.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from benchmarks import scorer
from benchmarks.copies.ours import taken
from thirdhand.corroborate.kin import copies as stage
from thirdhand.corroborate.kin.evidence import BARS, Bars
from thirdhand.corroborate.kin.joins import joined
from thirdhand.model import Account
from thirdhand.scale import duckdb_engine

Pairs = frozenset[tuple[str, str]]

GRID = tuple(
    Bars(share, enough, part)
    for share, enough, part in product(
        (0.15, 0.2, 0.25), (2.0, 3.0, 4.0, 5.0), (0.15, 0.2, 0.25, 0.3, 0.35)
    )
)


def left_out(lines: Iterable[str]) -> tuple[float, float]:
    """Precision and recall over the groups that were left out. lines: the accounts, as for ours."""
    groups, same_event = _judged()
    wanted = _pairs(groups)
    unjudged = _pairs(same_event) - wanted
    accounts = [taken(line) for line in lines]
    # The shipped bars come first, so that they are taken where nothing is better.
    tried = [_found(accounts, bars) - unjudged for bars in (BARS, *GRID)]
    right = told = asked = 0
    for group in groups:
        apart = [_apart(pairs, group) for pairs in tried]
        best = max(range(len(tried)), key=lambda n: _f1(apart[n], _apart(wanted, group)))
        inside, due = tried[best] - apart[best], wanted - _apart(wanted, group)
        right, told, asked = right + len(inside & due), told + len(inside), asked + len(due)
    return right / max(told, 1), right / max(asked, 1)


def _judged() -> tuple[list[list[str]], list[list[str]]]:
    """Groups of one origin, and groups of one event alone."""
    path = scorer.shared() / "data" / "al-hol" / "copies.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    parted: tuple[list[list[str]], list[list[str]]] = ([], [])
    for row in rows:
        parted[row["relation"] == "same_event"].append(row["ids"])
    return parted


def _found(accounts: list[Account], bars: Bars) -> Pairs:
    ordered = sorted(accounts, key=lambda account: account.ref)
    links = stage.links(ordered, duckdb_engine(1), bars)
    groups = joined(ordered, links)
    return _pairs([ordered[place].ref for place in places] for places, _ in groups)


def _pairs(groups: Iterable[Iterable[str]]) -> Pairs:
    return frozenset(pair for refs in groups for pair in combinations(sorted(refs), 2))


def _apart(pairs: Pairs, group: list[str]) -> Pairs:
    return frozenset(_without(pairs, set(group)))


def _without(pairs: Pairs, refs: set[str]) -> Iterator[tuple[str, str]]:
    return (pair for pair in pairs if refs.isdisjoint(pair))


def _f1(found: Pairs, wanted: Pairs) -> float:
    return 2 * len(found & wanted) / max(len(found) + len(wanted), 1)
