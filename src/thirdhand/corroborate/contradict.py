"""What does not fit, told apart: contradiction, change, definition.

A pair of figures that exclude each other (`pairs`) is, in this order,

- left out where one is told as a part of the other: by a list that adds up, or by its own words;
- a difference of definition where the words around them count differently (`definition`);
- a change where the stated days differ and the figure moves so fast (`movement`), where a voice
  moved its own figure, or where a toll rose after a first count;
- else a contradiction.

See docs/decisions/0039-contradiction-change-definition.md.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from thirdhand.corroborate import disagree
from thirdhand.corroborate.buckets import Measures
from thirdhand.corroborate.context import Contexts
from thirdhand.corroborate.definition import Definitions, Difference, dimensions
from thirdhand.corroborate.folded import Fold
from thirdhand.corroborate.movement import Movement, matter, rose
from thirdhand.corroborate.pairs import Pair, between, exclude, moved, narrower, within
from thirdhand.corroborate.sums import Parts
from thirdhand.corroborate.tellings import Telling
from thirdhand.model import Contradiction, Period, content_id
from thirdhand.model.assessment import ContradictionKind

# Rows of one matter and month; the last one says how many more there are.
MOST = 40


@dataclass(frozen=True, slots=True)
class Known:
    """What kinds are told apart by."""

    definitions: Definitions
    parts: Parts
    movement: Movement
    measures: Measures
    struck: dict[str, str]

    @classmethod
    def of(cls, told: Sequence[Telling], measures: Measures) -> "Known":
        """Read it off all claims."""
        definitions = Definitions(Contexts(told))
        struck: dict[str, str] = {}
        for row in told:
            if measures.stock(row.claim.indicator, row.claim.unit) and (
                gone := definitions.struck(row)
            ):
                struck.setdefault(row.account.id, f"account {row.account.ref} says “{gone}”")
        return cls(definitions, Parts(told), Movement(told), measures, struck)

    def part(self, row: Telling) -> bool:
        """True for a figure that its words or a list call a part of a whole, or a flow."""
        held = self.measures.by_name.get(row.claim.indicator or "")
        found = self.definitions.of(row, held.measure if held else "")
        return self.parts.listed(row) or any(
            d.kind == "part" and d.name in found for d in dimensions()
        )

    def why(self, one: Telling, other: Telling) -> str:
        """What explains that a stock is another some days on, in words; "" where nothing does."""
        first, second = sorted(
            (one, other), key=lambda row: row.claim.period.end if row.claim.period else ""
        )
        told = self.struck.get(second.account.id, "") if _fell(first, second) else ""
        tolerance = self.measures.tolerance(one.claim.indicator or "")
        return told or self.movement.explains(one, other, tolerance)


@dataclass(frozen=True, slots=True)
class _Verdict:
    kind: ContradictionKind
    why: str = ""
    difference: Difference | None = None


def contradictions(
    told: Sequence[Telling], folds: Sequence[Fold], known: Known, sites: Sequence[str]
) -> tuple[Contradiction, ...]:
    """All of them, within accounts first, each pair of voices and figures once."""
    measures = known.measures
    found: dict[Hashable, Contradiction] = {}
    seen: Counter[Hashable] = Counter()
    last: dict[Hashable, Hashable] = {}
    for one, other in _all(told, folds, measures, sites):
        pair = _pair(one, other)
        if pair in found:
            continue
        place = _place(one)
        if seen[place] >= MOST:
            seen[place] += 1
            continue
        if verdict := _judge(one, other, known):
            seen[place] += 1
            found[pair] = _row(verdict, one, other)
            last[place] = pair
    for place, pair in last.items():
        if more := max(0, seen[place] - MOST):
            found[pair] = replace(
                found[pair], reason=f"{found[pair].reason} And {more:,} more such pairs."
            )
    for one, other in _neighbours(folds, measures):
        why = known.why(one, other)
        if why and not known.parts.between(one, other):
            found.setdefault(_pair(one, other), _row(_Verdict("change", why), one, other))
    return tuple(found.values())


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


def _place(row: Telling) -> Hashable:
    claim = row.claim
    return claim.indicator, tuple(sorted(claim.breakdown)), claim.unit, _month(row)


def _pair(one: Telling, other: Telling) -> Hashable:
    """What makes two rows the same: matter, month, voices and figures."""
    ends = sorted((row.origin.id, str(row.claim.quantity)) for row in (one, other))
    claim = one.claim
    return claim.indicator, tuple(sorted(claim.breakdown)), _month(one), *ends


def _month(row: Telling) -> str | None:
    return row.claim.period.end[:7] if row.claim.period else None


def _judge(one: Telling, other: Telling, known: Known) -> _Verdict | None:
    """The kind of a pair; None where the two are a part and a whole."""
    if known.parts.between(one, other):
        return None
    held = known.measures.by_name.get(one.claim.indicator or "")
    difference = known.definitions.differ(one, other, held.measure if held else "")
    if difference and difference.kind == "part":
        return None
    runs = not known.measures.lasts(one.claim) and _spans(one) != _spans(other)
    if runs and not known.definitions.running(other):
        return None  # the second's period may be no more than when it happened
    if difference and not (runs and difference.dimension == "base"):
        return _Verdict("definition", difference=difference)
    return _changed(one, other, known) or _Verdict("contradiction")


def _changed(one: Telling, other: Telling, known: Known) -> _Verdict | None:
    lasts = known.measures.lasts(one.claim)
    alike = lasts or _spans(one) == _spans(other)
    # What ran up cannot run down: a count of a longer time is not a figure that was moved.
    same = one.origin.id == other.origin.id and one.account.id != other.account.id
    if alike and same and _later(one, other):
        return _Verdict("change")
    if lasts:
        why = known.why(one, other)
        return _Verdict("change", why) if why else None
    first, second = sorted((one, other), key=lambda r: (r.published, r.claim.id))
    if alike and rose(first, second):
        early, late = first.account, second.account
        days = f"account {early.ref} of {early.published}, account {late.ref} of {late.published}"
        return _Verdict(
            "change", f"the later toll is higher, and the first was an early count ({days})"
        )
    return None


def _spans(row: Telling) -> tuple[str, str] | None:
    period = row.claim.period
    return (period.start, period.end) if period else None


def _fell(one: Telling, other: Telling) -> bool:
    """True where `other` states a later day and less people."""
    a, b = one.claim.quantity, other.claim.quantity
    days = one.claim.period, other.claim.period
    if a is None or b is None or days[0] is None or days[1] is None:
        return False
    return (
        days[0].end < days[1].end and days[1].basis == "stated" and (a.point or 0) > (b.point or 0)
    )


def _later(one: Telling, other: Telling) -> bool:
    """True where `other` is known to have come out after `one`."""
    return one.published[0] < other.published[1]


def _row(verdict: _Verdict, one: Telling, other: Telling) -> Contradiction:
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
