"""What does not fit, told apart: contradiction, change, definition.

A pair of figures that exclude each other (`pairs`) is, in this order,

- left out where one is told as a part of the other: by a list that adds up, or by its own words;
- a difference of definition where the words around them count differently (`definition`);
- a change where the stated days differ and the figure moves so fast (`movement`), where a voice
  moved its own figure, or where a toll rose after a first count;
- else a contradiction.

See docs/decisions/0039-contradiction-change-definition.md.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from thirdhand.corroborate.conflicts import disagree
from thirdhand.corroborate.conflicts.kinds import Known, Verdict, judge, told_later
from thirdhand.corroborate.conflicts.movement import matter
from thirdhand.corroborate.conflicts.pairs import Pair, between, exclude, moved, narrower, within
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.matters.buckets import Measures
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Contradiction, Period, content_id

# Rows of one matter and month; the last one says how many more there are.
MOST = 40


def contradictions(
    told: Sequence[Telling], folds: Sequence[Fold], known: Known, sites: Sequence[str]
) -> tuple[Contradiction, ...]:
    """All of them, within accounts first, each pair of voices and figures once."""
    found = _judged(_all(told, folds, known.measures, sites), known)
    for one, other, verdict in _moves(folds, known):
        found.setdefault(_pair(one, other), _row(verdict, one, other))
    return tuple(found.values())


def _judged(pairs: Iterator[Pair], known: Known) -> dict[Hashable, Contradiction]:
    """The rows of these pairs, MOST of a matter and month."""
    found: dict[Hashable, Contradiction] = {}
    seen: Counter[Hashable] = Counter()
    last: dict[Hashable, Hashable] = {}
    for one, other in pairs:
        pair, place = _pair(one, other), _place(one)
        if pair in found:
            continue
        verdict = judge(one, other, known) if seen[place] < MOST else None
        if verdict:
            found[pair] = _row(verdict, one, other)
            last[place] = pair
        if verdict or seen[place] >= MOST:
            seen[place] += 1
    for place, pair in last.items():
        if (more := seen[place] - MOST) > 0:
            reason = f"{found[pair].reason} And {more:,} more such pairs."
            found[pair] = replace(found[pair], reason=reason)
    return found


def _all(
    told: Sequence[Telling], folds: Sequence[Fold], measures: Measures, sites: Sequence[str]
) -> Iterator[Pair]:
    yield from within(told, measures, sites)
    for row in folds:
        if row.bucket.group == "told" and row.bucket.comparable and row.estimate:
            yield from between(row, measures.tolerance(row.bucket.indicator))
            apart = measures.apart(row.bucket.indicator, row.bucket.unit)
            yield from moved(row, measures.tolerance(row.bucket.indicator), apart)
    yield from narrower(told, measures, sites)


def _moves(folds: Sequence[Fold], known: Known) -> Iterator[tuple[Telling, Telling, Verdict]]:
    """Stocks of two months in a row, and tolls of one happening, that are told to have moved."""
    for one, other in _neighbours(folds, known.measures):
        why = known.why(one, other)
        if why and not (known.part(one) or known.part(other)):
            yield one, other, Verdict("change", why)
    for one, other in _tolls(folds, known.measures):
        if not known.parts.between(one, other):
            yield one, other, told_later(one, other)


def _neighbours(folds: Sequence[Fold], measures: Measures) -> Iterator[Pair]:
    """The figures that two months in a row rest on, where they exclude each other."""
    told = [row for row in folds if row.bucket.group == "told" and row.estimate]
    for one, other in pairwise(told):
        if one.estimate is None or other.estimate is None:
            continue
        first, second = one.estimate.teller, other.estimate.teller
        key = one.bucket
        if not measures.stock(key.indicator, key.unit) or matter(first) != matter(second):
            continue
        months = Period.parse(f"{key.start}/{other.bucket.end}").months()
        apart = measures.apart(key.indicator, key.unit)
        # Counts of two months differ by the tolerance in all, not at both ends.
        tolerance = measures.tolerance(key.indicator) / 2
        if len(months) == 2 and exclude(first, second, tolerance, apart):
            yield first, second


def _tolls(folds: Sequence[Fold], measures: Measures) -> Iterator[Pair]:
    """The figures of one happening that a later account moved, each with the one before it."""
    for row in folds:
        if row.moves and row.bucket.group == "told" and row.estimate:
            tolerance = measures.tolerance(row.bucket.indicator)
            for one, other in pairwise(row.moves.steps):
                if one.published < other.published and exclude(one, other, tolerance, math.inf):
                    yield one, other


def _place(row: Telling) -> Hashable:
    claim = row.claim
    return claim.indicator, tuple(sorted(claim.breakdown)), claim.unit, _month(row)


def _pair(one: Telling, other: Telling) -> Hashable:
    """What makes two rows the same: matter, month, voices and figures."""
    ends = sorted((row.origin.id, str(row.quantity)) for row in (one, other))
    claim = one.claim
    return claim.indicator, tuple(sorted(claim.breakdown)), _month(one), *ends


def _month(row: Telling) -> str | None:
    return row.claim.period.end[:7] if row.claim.period else None


def _row(verdict: Verdict, one: Telling, other: Telling) -> Contradiction:
    claims = (one.claim.id, other.claim.id)
    within = one.account.id == other.account.id
    if verdict.difference:
        reason = disagree.differently(one, other, verdict.difference)
    elif verdict.kind == "change" and verdict.why:
        reason = disagree.in_time(one, other, verdict.why)
    else:
        reason = disagree.unlike(verdict.kind, one, other)
    ident = content_id("contradiction", verdict.kind, *claims)
    return Contradiction(ident, verdict.kind, claims, one.claim.indicator or "", within, reason)
