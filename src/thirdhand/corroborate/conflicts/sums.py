"""Sums inside one account: figures told one after another that make up a figure of the same text.

"Six people in all: two Iraqis, three Syrians and one unidentified woman" is a total and its parts.
A part is never set against a total, here or in another account.
"""

import math
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from thirdhand.corroborate.conflicts.context import sentence
from thirdhand.corroborate.voices.tellings import Telling, by_account
from thirdhand.model import Claim

# Parts of parts ("two of them women") are in no list.
NESTED = re.compile(r"\b(?:of|among) (?:them|whom|these|those)\b|منهم|بينهم", re.IGNORECASE)
JOINED = re.compile(r"\b(?:and|with|plus|besides|along)\b|\bو|\bet\b|\bund\b", re.IGNORECASE)
MOST_PARTS = 8
MOST_FIGURES = 40
# Under this total any three numbers may add up: it must stand near its parts, in characters.
SMALL, NEAR, JOIN = 100, 300, 45
# A figure that is this share of a total, or more, is the total as another tells it.
WHOLE = 0.9
# Round figures of a large total may miss it by this share.
ROUND, LARGE = 0.01, 1000


@dataclass(frozen=True, slots=True)
class Sum:
    """A total that an account tells, and the figures of the same account that make it up."""

    total: Telling
    parts: tuple[Telling, ...]


def _sums(every: Iterable[Sequence[Telling]]) -> tuple[Sum, ...]:
    """One row a total: the first run of figures that adds up to it, the longest first."""
    return tuple(found for rows in every for found in _plain(list(_of(rows))))


def _plain(found: Sequence[Sum]) -> list[Sum]:
    """Without sums of figures that stand beside their total in another list."""
    ids = [({part.claim.id for part in row.parts}, row.total.claim.id) for row in found]
    return [
        row
        for row, (parts, total) in zip(found, ids, strict=True)
        if not any(total in others and parts & others for others, _ in ids)
    ]


def lists(known: "Parts") -> tuple[Sum, ...]:
    """Totals that a list follows ("21 were killed: 14 Iraqis, 5 Syrians"), added up or not.

    Where fewer are read than the list holds, nothing follows: such a list is left out unless its
    parts are more than the total. Then the whole list counts, though its first figures may fit.
    """
    found = {row.total.claim.id: row for row in known.sums}
    for rows in known.lists:
        for place, total in enumerate(rows):
            parts = _after_colon(total, rows[place + 1 :])
            if len(parts) > 1 and sum(row.point for row in parts) > total.point:
                found[total.claim.id] = Sum(total, tuple(parts))
    return tuple(found.values())


def _after_colon(total: Telling, rows: Sequence[Telling]) -> list[Telling]:
    """The figures of the sentence after a colon that follows the total."""
    span, text = total.claim.span, total.account.text
    if not span.holds(text) or not rows:
        return []
    last = sentence(text, span.start, span.end)[1]
    if ":" not in text[span.end : rows[0].claim.span.start]:
        return []
    return [row for row in rows if row.claim.span.end <= last and _same_tags(row, total)]


def _same_tags(one: Telling, other: Telling) -> bool:
    return sorted(one.claim.breakdown) == sorted(other.claim.breakdown)


def _joined(every: Iterable[Sequence[Telling]]) -> frozenset[str]:
    """Claims (ids) told in one breath with a larger figure: "60,000 women and 10,000 civilians"."""
    return frozenset(
        min(pair, key=lambda row: row.point).claim.id
        for rows in every
        for pair in pairwise(rows)
        if _in_one_breath(*pair)
    )


class Parts:
    """Which figures are told as parts, and of what totals."""

    def __init__(self, told: Sequence[Telling]) -> None:
        """Find the sums of every account."""
        self.lists = tuple(_lists(told))
        self.sums = _sums(self.lists)
        self._totals: dict[str, float] = {}
        self._pairs: set[tuple[Hashable, float, float]] = set()
        for row in self.sums:
            for part in row.parts:
                self._totals[part.claim.id] = row.total.point
                self._pairs.add((_key(part), part.point, row.total.point))
        self._joined = _joined(self.lists)

    def between(self, one: Telling, other: Telling) -> bool:
        """True where one of the two is told, by any account, as a part of the other."""
        part, total = sorted((one, other), key=lambda row: row.point)
        if (_key(part), part.point, total.point) in self._pairs:
            return True
        return self._part_of(part) * WHOLE <= total.point and not self.listed(total)

    def listed(self, row: Telling) -> bool:
        """True where it stands in a list of parts, and no breakdown says of whom."""
        return not math.isinf(self._part_of(row))

    def _part_of(self, row: Telling) -> float:
        """The total that the figure is listed under: 0 where it is not told, infinite for none."""
        if row.claim.breakdown:
            return math.inf
        if row.claim.id in self._joined:
            return 0.0
        return self._totals.get(row.claim.id, math.inf)


def _key(row: Telling) -> tuple[str | None, str | None, str]:
    large = row.point >= SMALL
    end = row.claim.period.end[:7] if row.claim.period else ""
    return row.claim.indicator, row.claim.unit, "" if large else end


def _lists(told: Sequence[Telling]) -> Iterator[list[Telling]]:
    """The figures of one matter in one account, in the order of the text."""
    for rows in by_account(told):
        matters: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
        for row in rows:
            if _adds(row.claim):
                matters[row.claim.indicator, row.claim.unit, row.claim.site].append(row)
        for alike in matters.values():
            if len(alike) > 1 and len(kept := _no_parts(alike)) > 1:
                yield kept[:MOST_FIGURES]


def _no_parts(rows: Sequence[Telling]) -> list[Telling]:
    """One figure a place of the text, parts of parts left out."""
    found: dict[int, Telling] = {}
    for row in rows:
        if not NESTED.search(row.claim.span.quote):
            found.setdefault(row.claim.span.start, row)
    return list(found.values())


def _adds(claim: Claim) -> bool:
    if claim.low is None or claim.high is None:
        return False  # bounds add up to nothing
    if claim.unit in (None, "percent") or claim.hedge == "vague":
        return False
    told = claim.stance in ("asserted", "alleged") and not claim.negated
    return told and claim.low + claim.high > 0


def _of(rows: Sequence[Telling]) -> Iterator[Sum]:
    ends = [0.0]
    for row in rows:
        ends.append(ends[-1] + row.point)
    runs = [
        (first, last)
        for first in range(len(rows) - 1)
        for last in range(first + 2, min(first + MOST_PARTS, len(rows)) + 1)
    ]
    runs.sort(key=lambda run: (run[0] - run[1], run[0]))
    for place, total in enumerate(rows):
        for first, last in runs:
            if first <= place < last or not _equal(ends[last] - ends[first], total.point):
                continue
            parts = rows[first:last]
            if _near(total, parts) and _whole(total, parts):
                yield Sum(total, tuple(parts))
                break


def _equal(added: float, total: float) -> bool:
    return abs(added - total) <= (ROUND * total if total >= LARGE else 0.0)


def _near(total: Telling, parts: Sequence[Telling]) -> bool:
    """True for a large total, and for a small one that stands before its parts."""
    if total.point >= SMALL:
        return True
    return 0 <= parts[0].claim.span.start - total.claim.span.end <= NEAR


def _whole(total: Telling, parts: Sequence[Telling]) -> bool:
    """A total has no tags that its parts lack."""
    tags = set(total.claim.breakdown)
    return all(tags <= set(part.claim.breakdown) for part in parts)


def _in_one_breath(one: Telling, other: Telling) -> bool:
    a, b = one.claim.span, other.claim.span
    if not a.holds(one.account.text) or b.start - a.end > JOIN or b.start <= a.end:
        return False
    between = one.account.text[a.end : b.start]
    return "." not in between and JOINED.search(between) is not None
