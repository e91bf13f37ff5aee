"""What does not fit: within one account, between accounts, and a voice that moved its figure.

Never a flood: for each bucket one row for each distinct figure that excludes the one the
assessment rests on, told by its best voice; where only two others exclude each other, that pair.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from thirdhand.corroborate import say
from thirdhand.corroborate.buckets import Bucket, Measures, bucket
from thirdhand.corroborate.estimate import close
from thirdhand.corroborate.folded import Fold
from thirdhand.corroborate.heard import standing
from thirdhand.corroborate.tellings import Telling, by_account
from thirdhand.model import Contradiction, Quantity, content_id
from thirdhand.model.assessment import ContradictionKind

# A stand-in for a place that is not known, so that such claims fall together by their time.
SOMEWHERE = ""
# A voice that tells a stock and less than half of it tells of a part.
PART = 2.0


def contradictions(
    told: Sequence[Telling], folds: Sequence[Fold], measures: Measures, sites: Sequence[str]
) -> tuple[Contradiction, ...]:
    """All of them, within accounts first, each pair of voices and figures once."""
    found: dict[Hashable, Contradiction] = {}
    for one, other in _within(told, measures, sites):
        found.setdefault(_pair(one, other), _row("contradiction", one, other))
    for row in folds:
        if row.bucket.group != "told" or not row.bucket.comparable or not row.estimate:
            continue
        tolerance = measures.tolerance(row.bucket.indicator)
        for one, other in _between(row, tolerance):
            found.setdefault(_pair(one, other), _row("contradiction", one, other))
        apart = measures.apart(row.bucket.indicator, row.bucket.unit)
        for one, other in _moved(row, tolerance, apart):
            kind: ContradictionKind = "change" if _later(one, other) else "contradiction"
            found.setdefault(_pair(one, other), _row(kind, one, other))
    return tuple(found.values())


def _pair(one: Telling, other: Telling) -> Hashable:
    """What makes two rows the same: matter, month, voices and figures."""
    ends = sorted((row.origin.id, str(row.claim.quantity)) for row in (one, other))
    claim, period = one.claim, one.claim.period
    month = period.end[:7] if period else None
    return claim.indicator, tuple(sorted(claim.breakdown)), month, *ends


def _between(row: Fold, tolerance: float) -> Iterator[tuple[Telling, Telling]]:
    """The assessment's figure against each distinct figure that excludes it."""
    if row.estimate is None or row.estimate.teller.claim.quantity is None:
        return
    center = row.estimate.teller
    seen: set[Quantity | None] = set()
    for other in row.against:
        if other.claim.quantity not in seen and other.origin.id != center.origin.id:
            seen.add(other.claim.quantity)
            yield center, other
    if not row.against and not row.estimate.fits:
        yield _extremes(row.estimate.near, tolerance)


def _extremes(rows: Sequence[Telling], tolerance: float) -> tuple[Telling, Telling]:
    """The highest floor and the lowest ceiling: they exclude each other."""
    spans = [(row, q.reach(tolerance)) for row in rows if (q := row.claim.quantity)]
    high = min(spans, key=lambda pair: (-pair[1][0], standing(pair[0])))[0]
    low = min(spans, key=lambda pair: (pair[1][1], standing(pair[0])))[0]
    return low, high


def _moved(row: Fold, tolerance: float, apart: float) -> Iterator[tuple[Telling, Telling]]:
    """A voice's first and last figure for one time, from two accounts, that exclude each other."""
    by_voice: dict[str, list[Telling]] = defaultdict(list)
    for telling in row.rows:
        if telling.origin.known and telling.claim.quantity:
            by_voice[telling.origin.id].append(telling)
    for tellings in by_voice.values():
        tellings.sort(key=lambda t: (t.published, t.account.ref, t.claim.id))
        first = tellings[0]
        for last in reversed(tellings):
            if first.channel != last.channel and _exclude(first, last, tolerance, apart):
                yield first, last
                break


def _later(one: Telling, other: Telling) -> bool:
    """True where `other` is known to have come out after `one`."""
    return one.published[0] < other.published[1]


def _within(
    told: Sequence[Telling], measures: Measures, sites: Sequence[str]
) -> Iterator[tuple[Telling, Telling]]:
    """Figures of one account for one time, at one place or at a place left unclear."""
    for rows in by_account(told):
        together: dict[Bucket, list[Telling]] = defaultdict(list)
        for row in rows:
            unclear = row.claim.scope is not None
            if row.claim.kind == "figure" and (row.claim.site in sites or unclear):
                key = bucket(row.claim, measures, SOMEWHERE)
                if key and key.group == "told":
                    together[key].append(row)
        for key, group in together.items():
            yield from _against_one(group, key, measures)


def _against_one(
    rows: Sequence[Telling], key: Bucket, measures: Measures
) -> Iterator[tuple[Telling, Telling]]:
    """Each distinct figure against the first one it excludes. Clear places come first."""
    kept: list[Telling] = []
    seen: set[Hashable] = set()
    for row in sorted(rows, key=lambda r: (r.claim.scope is not None, r.claim.span.start)):
        mark = (row.claim.quantity, row.claim.site, row.origin.id)
        if mark in seen:
            continue
        seen.add(mark)
        other = next((k for k in kept if _clash(k, row, key, measures)), None)
        if other is None:
            kept.append(row)
        else:
            yield (other, row) if other.claim.span.start < row.claim.span.start else (row, other)


def _clash(one: Telling, other: Telling, key: Bucket, measures: Measures) -> bool:
    """True where two figures of one account exclude each other.

    Two counts of one voice for one time are mostly parts of a whole, or two happenings: only
    another voice can exclude a count. What holds at a moment, a voice can say in two ways; but a
    figure less than half of its other one is a part of it.
    """
    if one.claim.scope is None and other.claim.scope is None and one.claim.site != other.claim.site:
        return False
    apart = measures.apart(key.indicator, key.unit)
    if one.origin.id == other.origin.id:
        if not measures.stock(key.indicator, key.unit):
            return False
        apart = min(apart, PART)
    return _exclude(one, other, measures.tolerance(key.indicator), apart)


def _exclude(one: Telling, other: Telling, tolerance: float, apart: float) -> bool:
    a, b = one.claim.quantity, other.claim.quantity
    if a is None or b is None or "vague" in (a.hedge, b.hedge):
        return False  # "thousands" is too loose to gainsay a count
    return close(a, b, apart) and not a.agrees(b, tolerance)


def _row(kind: ContradictionKind, one: Telling, other: Telling) -> Contradiction:
    claims = (one.claim.id, other.claim.id)
    within = one.account.id == other.account.id
    indicator = one.claim.indicator or ""
    reason = _reason(kind, one, other, within=within)
    return Contradiction(
        content_id("contradiction", kind, *claims), kind, claims, indicator, within, reason
    )


def _reason(kind: ContradictionKind, one: Telling, other: Telling, *, within: bool) -> str:
    first, second = (f"{say.what(row.claim)}{_at(row)}" for row in (one, other))
    where = f" in one account ({one.account.ref})" if within else ""
    unclear = [row for row in (one, other) if row.claim.scope is not None]
    note = f"; it is unclear which place “{_place(unclear[0])}” means" if unclear else ""
    if kind == "change":
        days = f"{one.account.published} to {other.account.published}"
        return f"{say.who(one)} moved its figure from {first} to {second} ({days}){note}."
    if one.origin.id == other.origin.id and within:
        return f"{say.who(one)} says {first} and also {second}{where}{note}."
    if one.origin.id == other.origin.id:
        refs = f"{one.account.ref} and {other.account.ref}"
        return f"Accounts {refs} differ on what {say.who(one)} says: {first}, {second}{note}."
    return f"{say.who(one)} says {first}, {say.who(other)} says {second}{where}{note}."


def _at(row: Telling) -> str:
    place = _place(row)
    return f" at {place}" if place else ""


def _place(row: Telling) -> str:
    return row.claim.place or row.claim.area or row.claim.scope or ""
