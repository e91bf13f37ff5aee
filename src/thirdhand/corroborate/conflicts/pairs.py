"""Which figures exclude each other: within one account, between accounts, and across periods.

Never all pairs: for each bucket one row for each distinct figure that excludes the one the
assessment rests on, told by its best voice; where only two others exclude each other, that pair.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from thirdhand.corroborate.cited.heard import standing
from thirdhand.corroborate.conflicts.movement import matter
from thirdhand.corroborate.folds.estimate import close
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.matters.buckets import Bucket, Measures, bucket
from thirdhand.corroborate.voices.tellings import Telling, by_account
from thirdhand.model import Claim, Period, Quantity

Pair = tuple[Telling, Telling]
# A stand-in for a place that is not known, so that such claims fall together by their time.
SOMEWHERE = ""
# A voice that tells a stock and less than half of it tells of a part.
PART = 2.0
# How many figures of one account, or of one matter, each further one is held against.
KEPT = 40


def within(told: Sequence[Telling], measures: Measures, sites: Sequence[str]) -> Iterator[Pair]:
    """Figures of one account for one time, at one place or at a place left unclear."""
    for rows in by_account(told):
        together: dict[Bucket, list[Telling]] = defaultdict(list)
        for row in _beside_another(rows, sites):
            key = bucket(row, measures, SOMEWHERE)
            if key and key.group == "told":
                together[key].append(row)
        for key, group in together.items():
            yield from _against_one(group, key, measures)


def _beside_another(rows: Sequence[Telling], sites: Sequence[str]) -> list[Telling]:
    """The figures whose bucket may hold another one: most accounts tell each thing once."""
    alike: Counter[Hashable] = Counter()
    found: list[tuple[Telling, Hashable]] = []
    for row in rows:
        claim = row.claim
        if claim.kind == "figure" and (claim.site in sites or claim.scope is not None):
            mark = claim.indicator, claim.unit, claim.area, len(claim.breakdown)
            alike[mark] += 1
            found.append((row, mark))
    return [row for row, mark in found if alike[mark] > 1]


def between(row: Fold, tolerance: float) -> Iterator[Pair]:
    """The assessment's figure against each distinct figure that excludes it."""
    if row.estimate is None or row.estimate.teller.quantity is None:
        return
    center = row.estimate.teller
    seen: set[Quantity | None] = set()
    for other in row.against:
        if other.quantity not in seen and other.origin.id != center.origin.id:
            seen.add(other.quantity)
            if not _vague(center, other):
                yield center, other
    if not row.against and not row.estimate.fits:
        yield _extremes(row.estimate.near, tolerance)


def moved(row: Fold, tolerance: float, apart: float) -> Iterator[Pair]:
    """A voice's first and last figure for one time, from two accounts, that exclude each other."""
    if len({telling.channel for telling in row.rows}) < 2:
        return
    by_voice: dict[str, list[Telling]] = defaultdict(list)
    for telling in row.rows:
        if telling.origin.known and telling.quantity:
            by_voice[telling.origin.id].append(telling)
    for tellings in by_voice.values():
        if len({t.channel for t in tellings}) < 2:
            continue
        tellings.sort(key=lambda t: (t.published, t.account.ref, t.claim.id))
        first = tellings[0]
        for last in reversed(tellings):
            if first.channel != last.channel and exclude(first, last, tolerance, apart):
                yield first, last
                break


def narrower(told: Sequence[Telling], measures: Measures, sites: Sequence[str]) -> Iterator[Pair]:
    """What ran up in some days cannot be more than what ran up in a time that holds them.

    Only periods that accounts state. For each matter the KEPT largest counts of short periods are
    held against every count of a longer one.
    """
    matters: dict[Hashable, dict[Hashable, Telling]] = defaultdict(dict)
    running = [row for row in told if _runs(row.claim, sites) and not measures.lasts(row.claim)]
    for row in sorted(running, key=standing):
        matters[matter(row)].setdefault((row.claim.period, row.quantity), row)
    for rows in matters.values():
        yield from _nested(list(rows.values()), measures)


def _runs(claim: Claim, sites: Sequence[str]) -> bool:
    """True for a figure that is told of a stated time at a site."""
    figure = claim.kind in ("figure", "incident") and claim.indicator and claim.site in sites
    if not (figure and claim.period and claim.period.basis == "stated"):
        return False
    # A part that has a breakdown of its own is held against its like, though it is not counted.
    told = (claim.counted or claim.breakdown) and claim.stance in ("asserted", "alleged")
    return bool(told and not claim.negated and claim.quantity)


def _nested(rows: Sequence[Telling], measures: Measures) -> Iterator[Pair]:
    floors = [row for row in rows if row.claim.low is not None]
    large = sorted(floors, key=lambda r: (-(r.claim.low or 0), standing(r)))[:KEPT]
    within: dict[tuple[Period, str], list[Telling]] = {}
    for whole in rows:
        period = whole.claim.period
        if period is None:
            continue
        place = period, _end(period, whole)
        if place not in within:
            within[place] = [part for part in large if _inside(part, *place)]
        tolerance = measures.tolerance(whole.claim.indicator or "")
        part = next((part for part in within[place] if _more(part, whole, tolerance)), None)
        if part:
            yield part, whole


def _end(period: Period, told: Telling) -> str:
    """The last day of the period as told: "so far this year" may end on the first day it may."""
    last, first = told.published
    return min(period.end, first or period.end) if period.end == last else period.end


def _inside(one: Telling, whole: Period, end: str) -> bool:
    a = one.claim.period
    if a is None or (a.start, a.end) == (whole.start, whole.end):
        return False
    return whole.start <= a.start and a.end <= end


def _more(part: Telling, whole: Telling, tolerance: float) -> bool:
    a, b = part.quantity, whole.quantity
    if a is None or b is None or _vague(part, whole):
        return False
    return a.reach(tolerance)[0] > b.reach(tolerance)[1]


def _extremes(rows: Sequence[Telling], tolerance: float) -> Pair:
    """The highest floor and the lowest ceiling: they exclude each other."""
    spans = [(row, q.reach(tolerance)) for row in rows if (q := row.quantity)]
    high = min(spans, key=lambda pair: (-pair[1][0], standing(pair[0])))[0]
    low = min(spans, key=lambda pair: (pair[1][1], standing(pair[0])))[0]
    return low, high


def _against_one(rows: Sequence[Telling], key: Bucket, measures: Measures) -> Iterator[Pair]:
    """Each distinct figure against the first one it excludes. Clear places come first."""
    kept: list[Telling] = []
    seen: set[Hashable] = set()
    for row in sorted(rows, key=lambda r: (r.claim.scope is not None, r.claim.span.start)):
        mark = (row.quantity, row.claim.site, row.origin.id)
        if mark in seen:
            continue
        seen.add(mark)
        other = next((k for k in kept if _clash(k, row, key, measures)), None)
        if other is None and len(kept) < KEPT:
            kept.append(row)
        if other:
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
    return exclude(one, other, measures.tolerance(key.indicator), apart)


def exclude(one: Telling, other: Telling, tolerance: float, apart: float) -> bool:
    """True where both cannot be so, and they are near enough to be of one thing."""
    a, b = one.quantity, other.quantity
    if a is None or b is None or _vague(one, other):
        return False
    return close(a, b, apart) and not a.agrees(b, tolerance)


def _vague(one: Telling, other: Telling) -> bool:
    """True where one is too loose to gainsay a count: "thousands"."""
    return "vague" in (one.claim.hedge, other.claim.hedge)
