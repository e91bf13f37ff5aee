"""How many incidents nobody told of, where three or more independent voices list them.

The lists are voices, never accounts: ten reprints are one list. For each site, type of incident and
year, a voice's list is the happenings that it tells of as an independent voice, dated to the day.
Overlap is the only thing that tells how much each list misses, so without it there is no estimate:
with prose accounts that is the usual case.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.lists.histories import Histories
from thirdhand.corroborate.lists.unseen import MOST_LISTS, unseen
from thirdhand.corroborate.matters import say
from thirdhand.model import Period, Unreported, Unseen, content_id

# So many lists at least, each of so many happenings, so many of them on two lists or more.
LISTS = 3
LISTED = 5
SHARED = 5
_NUMBERS = (
    f"no independent voice lists {LISTED} or more",
    f"one independent voice alone lists {LISTED} or more",
    f"two independent voices alone list {LISTED} or more",
)
# An interval that reaches beyond so many times what is told of says nothing.
WIDE = 10


@dataclass(frozen=True, slots=True)
class Listed:
    """One incident with the names of the independent voices that tell of it."""

    site: str
    type: str
    day: str
    voices: frozenset[str]
    claims: tuple[str, ...]


def unreported(folds: Sequence[Fold]) -> tuple[Unreported, ...]:
    """One row a site, type and year of which any incident is dated, in that order."""
    cases: dict[tuple[str, str, str], list[Listed]] = defaultdict(list)
    for one in happenings(folds):
        cases[one.site, one.type, one.day[:4]].append(one)
    return tuple(_row(*key, told) for key, told in sorted(cases.items()))


def happenings(folds: Sequence[Fold]) -> list[Listed]:
    """The happenings that are known to the day: without a day, two may well be one."""
    found = []
    for fold in folds:
        key = fold.bucket
        whole = key.happening is not None and key.unit is None
        if whole and key.group == "told" and key.dated and key.by_day:
            alone = [row for row in fold.alone if row.origin.known]
            voices = frozenset(row.origin.name for row in alone)
            claims = tuple(row.claim.id for row in fold.alone)
            found.append(Listed(key.site, key.indicator, key.start, voices, claims))
    return found


def _row(site: str, kind: str, year: str, told: Sequence[Listed]) -> Unreported:
    lists = _lists(told)
    found = _estimate(lists, told)
    return Unreported(
        content_id("unreported", site, kind, year, *(claim for h in told for claim in h.claims)),
        site,
        kind,
        Period.parse(year),
        lists if found.mean is not None else (),
        found,
        tuple(dict.fromkeys(claim for h in told for claim in h.claims)),
    )


def _lists(told: Sequence[Listed]) -> tuple[str, ...]:
    """The voices that list enough, those with the longest lists first."""
    size: dict[str, int] = defaultdict(int)
    for one in told:
        for voice in one.voices:
            size[voice] += 1
    long = [voice for voice, listed in size.items() if listed >= LISTED]
    return tuple(sorted(long, key=lambda voice: (-size[voice], voice))[:MOST_LISTS])


def _estimate(lists: Sequence[str], told: Sequence[Listed]) -> Unseen:
    masks = [sum((name in one.voices) << bit for bit, name in enumerate(lists)) for one in told]
    counts = [0] * (1 << len(lists))
    for mask in masks:
        counts[mask] += 1
    counts[0] = 0
    shared = sum(mask.bit_count() > 1 for mask in masks)
    if len(lists) < LISTS:
        return _none(
            told,
            f"{_NUMBERS[len(lists)]} of them, and it takes {LISTS} such voices",
        )
    if shared < SHARED:
        return _none(
            told, f"{shared or 'none'} of them on more than one list, and it takes {SHARED}"
        )
    found = unseen(Histories(tuple(lists), tuple(counts)))
    if found.high is None or found.mean is None:
        return _none(told, found.reason)
    if found.high > WIDE * found.observed:
        return _none(told, f"the lists overlap so little that up to {say.number(found.high)} fit")
    return found


def _none(told: Sequence[Listed], reason: str) -> Unseen:
    return Unseen(None, None, None, None, len(told), 0, reason)
