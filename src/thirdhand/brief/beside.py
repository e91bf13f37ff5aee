"""Figures held back beside a small one, so that it cannot be had by taking them from the whole.

Complementary suppression (Willenborg and de Waal, Elements of Statistical Disclosure Control,
2001): where one part of a whole alone is held back, the next smallest is held back with it.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from thirdhand.model import Assessment

PEOPLE = ("people", "households")


def beside(rows: Sequence[Assessment], small: Iterable[str]) -> frozenset[str]:
    """Ids of the rows to hold back besides those that are small (ids)."""
    held = set(small)
    families = list(_families(rows))
    found: set[str] = set()
    while more := {row for whole, parts in families if (row := _next(whole, parts, held))}:
        found |= more
        held = held | more
    return frozenset(found)


def _next(whole: Assessment, parts: Sequence[Assessment], held: set[str]) -> str | None:
    """The part to hold back with the only one that is; None where nothing can be subtracted."""
    hidden = [part for part in parts if part.id in held]
    shown = [part for part in parts if part.id not in held]
    if whole.id in held or len(hidden) != 1 or not shown:
        return None
    return min(shown, key=lambda row: (_size(row), row.id)).id


def _families(rows: Sequence[Assessment]) -> Iterator[tuple[Assessment, list[Assessment]]]:
    """A whole with its parts: by one tag more, and by the parts of the site."""
    alike: dict[Hashable, list[Assessment]] = defaultdict(list)
    for row in rows:
        if row.unit in PEOPLE:
            period = row.period.start, row.period.end
            alike[row.indicator, row.unit, row.site, period].append(row)
    for group in alike.values():
        for whole in group:
            tags = set(whole.breakdown)
            parts = [
                row
                for row in group
                if row.area == whole.area
                and tags < set(row.breakdown)
                and len(row.breakdown) == len(tags) + 1
            ]
            yield whole, parts
            if whole.area is None:
                yield whole, [r for r in group if r.area and r.breakdown == whole.breakdown]


def _size(row: Assessment) -> float:
    known = [end for end in (row.best, row.low, row.high) if end is not None]
    return known[0] if known else float("inf")
