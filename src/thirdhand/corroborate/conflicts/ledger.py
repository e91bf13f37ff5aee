"""Stock against flows: people now = before + arrivals + births - departures - deaths.

What is told of a flow is counted at its bounds, tellings of overlapping times once. A direction of
which nobody tells leaves that end open: silence is never zero. Who was struck off a register has
left the count, which is no departure: it is counted, and named apart.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from thirdhand.corroborate.cited.heard import standing
from thirdhand.corroborate.conflicts.kinds import STRUCK, Known
from thirdhand.corroborate.conflicts.pairs import exclude
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Balance, Period, content_id
from thirdhand.model.balance import Ends, added, ends, outside

STOCK = "population"
CAME = ("arrivals", "births")
WENT = ("returns", "repatriated", "escaped", "deaths")
# Words around a figure of a stock that make it a flow (qualifiers.yaml, "moving").
MOVING = {"came": "arrivals", "went": "returns", "struck off": STRUCK}
# Stocks further apart than this many days, or told of a longer time, are not balanced.
YEAR, MONTH = 366, 31


@dataclass(frozen=True, slots=True)
class Flow:
    """A telling of who came (sign 1) or went (-1), and under which name."""

    telling: Telling
    name: str
    sign: int


def flows(told: Sequence[Telling], folds: Sequence[Fold], known: Known) -> Iterator[Balance]:
    """One row for each two told stocks in a row of a site, where a flow is told or they differ."""
    every = [*_told_flows(folds), *_reread(told, known)]
    for one, other in _stocks(folds, known):
        between = _once([f for f in every if _lies(f, one, other)])
        tolerance = known.measures.tolerance(STOCK)
        if between or exclude(one, other, tolerance, float("inf")):
            yield _row(one, other, between)


def whole(fold: Fold, known: Known) -> Telling | None:
    """The telling that the fold rests on; the next best where that one tells of a part."""
    if fold.estimate is None:
        return None
    rows = [fold.estimate.teller, *sorted(fold.chosen, key=standing)]
    return next((row for row in rows if row.quantity and not known.part(row)), None)


def _stocks(folds: Sequence[Fold], known: Known) -> Iterator[tuple[Telling, Telling]]:
    found = [
        whole(fold, known)
        for fold in folds
        if fold.bucket.group == "told"
        and (fold.bucket.indicator, fold.bucket.breakdown) == (STOCK, ())
        and (fold.bucket.unit, fold.bucket.area, fold.bucket.kind) == ("people", None, "figure")
    ]
    tellers = [row for row in found if row and (_span(row).last - _span(row).first).days <= MONTH]
    tellers.sort(key=lambda row: (row.claim.site or "", _span(row).end, row.claim.id))
    for one, other in pairwise(tellers):
        near = dt.timedelta(0) < _span(other).last - _span(one).last <= dt.timedelta(YEAR)
        if one.claim.site == other.claim.site and near and _closed(one) and _closed(other):
            yield one, other


def _told_flows(folds: Sequence[Fold]) -> Iterator[Flow]:
    for fold in folds:
        key = fold.bucket
        everybody = key.unit == "people" and not key.breakdown and key.group == "told"
        if (
            not everybody
            or not fold.best
            or fold.estimate is None
            or key.indicator not in (*CAME, *WENT, STRUCK)
        ):
            continue
        yield Flow(fold.estimate.teller, key.indicator, 1 if key.indicator in CAME else -1)


def _reread(told: Sequence[Telling], known: Known) -> Iterator[Flow]:
    """Figures read as a stock, of which the words say that they came, went or were struck off.

    Of a time that is not stated nobody can say what it lies between.
    """
    for row in told:
        claim = row.claim
        people = claim.indicator == STOCK and claim.unit == "people" and claim.counted
        if not people or claim.period is None or claim.period.basis != "stated":
            continue
        for marker in known.definitions.moving(row)[:1]:
            name = MOVING[marker.value]
            yield Flow(row, name, 1 if name in CAME else -1)


def _lies(flow: Flow, one: Telling, other: Telling) -> bool:
    """True where all of it is stated to lie after the one and up to the other."""
    claim = flow.telling.claim
    if claim.period is None or claim.site != one.claim.site or claim.period.basis != "stated":
        return False
    return _span(one).end < claim.period.start and claim.period.end <= _span(other).end


def _once(found: Sequence[Flow]) -> list[Flow]:
    """Of tellings of one flow for overlapping times, the longest; of equal ones, the largest."""
    kept: list[Flow] = []
    for flow in sorted(found, key=_order):
        period = _span(flow.telling)
        alike = [k for k in kept if k.name == flow.name and _span(k.telling).overlaps(period)]
        reread = flow.telling.claim.indicator == STOCK
        if not alike or (reread and flow.telling not in [k.telling for k in alike]):
            kept.append(flow)
    return kept


def _order(flow: Flow) -> tuple[object, ...]:
    period = _span(flow.telling)
    claim = flow.telling.claim
    length = (period.last - period.first).days
    return claim.indicator == STOCK, -length, -(claim.low or claim.high or 0), claim.id


def _row(one: Telling, other: Telling, between: Sequence[Flow]) -> Balance:
    terms = [one, *(flow.telling for flow in between)]
    signs = (1, *(flow.sign for flow in between))
    low, high = added([q for t in terms if (q := t.quantity)], signs)
    came, went = any(s > 0 for s in signs[1:]), any(s < 0 for s in signs[1:])
    expected: Ends = (low if went else None, high if came else None)
    said = ends(other.quantity) if other.quantity else (None, None)
    claims = (other.claim.id, *(t.claim.id for t in terms))
    gap = outside(said, expected)
    return Balance(
        content_id("balance", "flows", *claims),
        "flows",
        STOCK,
        other.claim.site or "",
        Period.parse(f"{_span(one).end}/{_span(other).end}"),
        claims,
        signs,
        *expected,
        *said,
        gap,
        _reason(one, other, between, expected, gap),
    )


def _reason(
    one: Telling, other: Telling, between: Sequence[Flow], expected: Ends, gap: float | None
) -> str:
    head = (
        f"{say.what(one.claim)} ({_span(one).end}, {say.who(one)}), then {say.what(other.claim)}"
        f" ({_span(other).end}, {say.who(other)})"
    )
    came, went, struck = (_names(between, names) for names in (CAME, WENT, (STRUCK,)))
    told = [f"{what}: {names}" for what, names in (("came", came), ("left or died", went)) if names]
    if struck:
        told.append(f"struck off the register, which is no departure: {struck}")
    ending = _ending(came, went or struck, expected, gap)
    return "; ".join(part for part in (head, *told, ending) if part) + "."


def _ending(came: str, went: str, expected: Ends, gap: float | None) -> str:
    """What follows of it, and which side is open."""
    if not (came or went):
        return "cannot be balanced: nobody tells of arrivals or departures"
    open_side = "" if None not in expected else "a bound leaves one side open"
    if not came:
        open_side = "nobody tells of arrivals, so any number may have come"
    if not went:
        open_side = "nobody tells of departures, so any number may have left"
    if gap is None:
        return f"cannot be balanced: {open_side}, and a bound leaves the other side open"
    if not gap:
        return f"fits as far as told: {open_side}" if open_side else "it fits"
    if not open_side:
        return f"{say.number(gap)} are not accounted for"
    return f"{say.number(gap)} at least are not accounted for: {open_side}"


def _names(between: Sequence[Flow], names: Sequence[str]) -> str:
    found = [f for f in between if f.name in names]
    told = [
        f"{say.figure(q)} (account {f.telling.account.ref})"
        for f in found
        if (q := f.telling.quantity)
    ]
    return say.listed(told) if told else ""


def _span(row: Telling) -> Period:
    if row.claim.period is None:
        raise ValueError("a figure without a period is in no balance")
    return row.claim.period


def _closed(row: Telling) -> bool:
    quantity = row.quantity
    return quantity is not None and quantity.hedge != "vague"
