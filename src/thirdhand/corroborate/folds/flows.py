"""What was counted over a year, from what is told of its parts.

Parts that follow one another without a gap from the first day to the last add up to the whole.
Where days are left of which nobody tells, nobody knows: silence is never zero. Then the parts are a
lower bound, the largest sum of parts that do not overlap (weighted interval scheduling), and the
total has no upper end.
"""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thirdhand.corroborate.matters import say
from thirdhand.corroborate.matters.buckets import Measures
from thirdhand.model import Assessment, Period, Total, content_id

# One part is no sum.
FEWEST = 2
Matter = tuple[str, tuple[str, ...], str | None, str, str | None]


@dataclass(frozen=True, slots=True)
class Part:
    """A count over the days first..last (ordinals, both included), and its assessment's id."""

    id: str
    first: int
    last: int
    low: float
    best: float
    high: float | None


def totals(assessed: Iterable[Assessment], measures: Measures) -> tuple[Total, ...]:
    """A row a year and flow of which two parts at least are told, and the whole is not."""
    flows: dict[Matter, list[Part]] = defaultdict(list)
    for row in assessed:
        found = measures.by_name.get(row.indicator)
        if found and found.measure in ("flow", "count") and (part := _part(row)):
            matter = row.indicator, row.breakdown, row.unit, row.site, row.area
            flows[matter].append(part)
    order = sorted(flows.items(), key=lambda item: tuple(map(str, item[0])))
    return tuple(total for matter, parts in order for total in _years(matter, parts))


def _part(row: Assessment) -> Part | None:
    """None where it is not told when, or was not so."""
    stated = row.period.basis == "stated"
    if not stated or row.best is None or row.verdict in ("expected", "denied"):
        return None
    low = 0.0 if row.low is None else row.low
    days = row.period.first.toordinal(), row.period.last.toordinal()
    return Part(row.id, *days, low, row.best, row.high)


def _years(matter: Matter, parts: Sequence[Part]) -> Iterator[Total]:
    for year in sorted({dt.date.fromordinal(part.first).year for part in parts}):
        first, last = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
        within = [part for part in parts if first <= part.first and part.last <= last]
        whole = any((part.first, part.last) == (first, last) for part in within)
        if len(within) >= FEWEST and not whole:
            yield _total(matter, str(year), within, tiled(within, first, last))


def _total(matter: Matter, year: str, within: Sequence[Part], tiles: list[Part]) -> Total:
    low, parts = most(within)
    best = high = None
    reason = "the parts leave days of which nobody tells: this is the least it can be"
    if tiles:
        low, parts, best = sum(part.low for part in tiles), tiles, sum(part.best for part in tiles)
        ends = [part.high for part in tiles if part.high is not None]
        high = sum(ends) if len(ends) == len(tiles) else None
        reason = "the parts follow one another without a gap"
    ids = tuple(part.id for part in parts)
    said = f"{say.count(len(ids), 'part')} of {year} added up; {reason}."
    key = content_id("total", *map(str, matter), year, *ids)
    return Total(key, *matter, Period.parse(year), low, best, high, ids, said)


def most(parts: Sequence[Part]) -> tuple[float, list[Part]]:
    """The largest sum of lows of parts that share no day, and these parts in order."""
    order = sorted(parts, key=lambda part: (part.last, part.first, part.id))
    ends = [part.last for part in order]
    best: list[tuple[float, list[Part]]] = [(0.0, [])]
    for place, part in enumerate(order):
        before = best[bisect_right(ends, part.first - 1, 0, place)]
        taken = before[0] + part.low
        best.append((taken, [*before[1], part]) if taken > best[-1][0] else best[-1])
    return best[-1]


def tiled(parts: Sequence[Part], first: int, last: int) -> list[Part]:
    """The fewest parts that fill first..last without gap or overlap; none where they cannot."""
    reach: dict[int, list[Part]] = {first: []}
    for part in sorted(parts, key=lambda part: (part.first, part.last, part.id)):
        before, after = reach.get(part.first), part.last + 1
        if before is not None and (after not in reach or len(before) + 1 < len(reach[after])):
            reach[after] = [*before, part]
    return reach.get(last + 1, [])
