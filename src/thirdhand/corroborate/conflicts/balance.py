"""Balance: parts against their whole, shares against 100, households against people, lists.

Stock against flows is in `ledger`. Parts are those of one account and month, or the figures that
the assessments of one month rest on.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from thirdhand.corroborate.conflicts.kinds import Known
from thirdhand.corroborate.conflicts.ledger import flows, whole
from thirdhand.corroborate.conflicts.sums import Sum, lists
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Balance, Quantity, content_id
from thirdhand.model.balance import SIZES, BalanceKind, Ends, added, ends, mean, outside

# Breakdowns that together are everybody.
WHOLES: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("iraqi",), ("syrian",), ("foreign",)),
    (("iraqi", "syrian"), ("foreign",)),
    (("women",), ("children",), ("men",)),
    (("children", "women"), ("men",)),
)
PERCENT = 100.0
# Shares of 100 are rounded each; characters between people and their households.
LOOSE, BESIDE = 1.0, 60
Parted = Mapping[tuple[str, ...], Telling]


def balances(told: Sequence[Telling], folds: Sequence[Fold], known: Known) -> tuple[Balance, ...]:
    """All of them, each set of claims once, ordered by kind, time and id."""
    found = [
        *_by_account(told, known),
        *_by_month(folds, known),
        *_lists(known),
        *_households(told, known),
        *flows(told, folds, known),
    ]
    once = {frozenset(row.claims): row for row in reversed(found)}
    return tuple(sorted(once.values(), key=lambda r: (r.kind, r.period.end, r.indicator, r.id)))


def row(
    kind: BalanceKind, told: Telling, parts: Sequence[Telling], bounds: tuple[Ends, Ends], why: str
) -> Balance:
    """One balance of positive parts. bounds: what is expected, and what is told."""
    expected, said = bounds
    claims = (told.claim.id, *(part.claim.id for part in parts))
    claim, period = told.claim, told.claim.period
    if period is None:
        raise ValueError("a figure without a period is in no balance")
    ident = content_id("balance", kind, *claims)
    return Balance(
        ident,
        kind,
        claim.indicator or "",
        claim.site or "",
        period,
        claims,
        (1,) * len(parts),
        *expected,
        *said,
        outside(said, expected),
        why,
    )


def _by_account(told: Sequence[Telling], known: Known) -> Iterator[Balance]:
    """Partitions that one account tells of one month."""
    groups: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in told:
        claim = telling.claim
        parts = claim.kind == "figure" and claim.unit in ("percent", "people")
        if parts and claim.site and _stands(telling):
            month = claim.period.end[:7] if claim.period else ""
            groups[
                claim.account, claim.indicator, claim.unit, claim.site, claim.area, month
            ].append(telling)
    for rows in groups.values():
        if len(rows) < 2 or not _may_balance(rows):
            continue
        parted: dict[tuple[str, ...], Telling] = {}
        for telling in rows:
            if not known.part(telling):
                tags = tuple(sorted(telling.claim.breakdown))
                parted[tags] = max(parted.get(tags, telling), telling, key=lambda row: row.point)
        if rows[0].claim.unit == "percent":
            yield from _shares(parted)
        elif rows[0].claim.unit == "people":
            yield from _parted(parted)


def _may_balance(rows: Sequence[Telling]) -> bool:
    """True where there is a full set of parts, or a part is more than all, whatever words say."""
    told: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in rows:
        told[tuple(sorted(telling.claim.breakdown))].append(telling)
    full = any(all(tags in told for tags in groups) for groups in WHOLES)
    if full or rows[0].claim.unit != "people" or () not in told:
        return full
    spans = {tags: [ends(q) for t in many if (q := t.quantity)] for tags, many in told.items()}
    most = min((high for _, high in spans.pop(()) if high is not None), default=math.inf)
    return any(low is not None and low > most for many in spans.values() for low, _ in many)


def _by_month(folds: Sequence[Fold], known: Known) -> Iterator[Balance]:
    """The figures that the assessments of a month rest on."""
    months: dict[tuple[object, ...], list[Fold]] = defaultdict(list)
    for fold in folds:
        key = fold.bucket
        if key.group == "told" and key.kind == "figure" and key.unit == "people":
            months[key.indicator, key.site, key.area, key.start, key.end].append(fold)
    for rows in months.values():
        # One thing alone has no parts, whatever its words say.
        if len({fold.bucket.breakdown for fold in rows}) < 2:
            continue
        tellers = ((fold.bucket.breakdown, whole(fold, known)) for fold in rows)
        parted = {tags: teller for tags, teller in tellers if teller}
        if () in parted and len(parted) > 1:
            yield from _parted(parted)


def _parted(parted: Parted) -> Iterator[Balance]:
    """The whole against each full set of parts, and against any part that is more than it."""
    whole = parted.get(())
    if whole is None or whole.quantity is None or whole.claim.hedge == "vague":
        return
    said = ends(whole.quantity)
    for groups in WHOLES:
        parts = [parted[t] for t in groups if t in parted]
        if len(parts) == len(groups) and all(_told(p) for p in parts):
            expected = added([q for p in parts if (q := p.quantity)], (1,) * len(parts))
            yield row("parts", whole, parts, (expected, said), _sum_reason(whole, parts))
    for tags, part in parted.items():
        low = ends(part.quantity)[0] if part.quantity and _told(part) else None
        if tags and low is not None and said[1] is not None and low > said[1]:
            why = f"{_said(part)} are more than all, {_said(whole)}: one of the two is wrong."
            yield row("parts", whole, [part], ((low, None), said), why)


def _shares(parted: Parted) -> Iterator[Balance]:
    """Percentages of a full set of parts against 100."""
    for tags in WHOLES:
        parts = [parted[t] for t in tags if t in parted]
        quantities = [q for p in parts if (q := p.quantity)]
        if len(parts) != len(tags) or not all(_told(p) for p in parts):
            continue
        low, high = added(quantities, (1,) * len(parts))
        whole = (PERCENT - LOOSE * len(parts), PERCENT + LOOSE * len(parts))
        first, *rest = parts
        gap = outside((low, high), whole)
        fits = "make 100 %" if not gap else "do not make 100 %"
        why = f"{say.listed([_said(p) for p in parts])} {fits}."
        others = [ends(q) for q in quantities[1:]]
        expected = _less(whole, others)
        yield row("shares", first, rest, (expected, ends(quantities[0])), why)


def _less(whole: tuple[float, float], others: Sequence[Ends]) -> Ends:
    low: float | None = whole[0]
    high: float | None = whole[1]
    for least, most in others:
        low = None if low is None or most is None else low - most
        high = None if high is None or least is None else high - least
    return low, high


def _lists(known: Known) -> Iterator[Balance]:
    """A list that an account tells after its total ("21 killed: 14 Iraqis, 5 Syrians, ...")."""
    for found in lists(known.parts):
        if found.total.quantity and found.total.claim.period and found.total.claim.site:
            yield _list(found)


def _list(found: Sum) -> Balance:
    quantities = [q for p in found.parts if (q := p.quantity)]
    expected = added(quantities, (1,) * len(quantities))
    said = ends(found.total.quantity or Quantity(None, None, ""))
    why = _sum_reason(found.total, found.parts)
    return row("list", found.total, found.parts, (expected, said), why)


def _households(told: Sequence[Telling], known: Known) -> Iterator[Balance]:
    """People beside their households: "515 people from 120 families"."""
    by_account: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        if telling.claim.unit in ("people", "households") and _stands(telling):
            by_account[telling.claim.account].append(telling)
    for rows in by_account.values():
        used: set[str] = set()
        if not _near(rows):
            continue
        still = [row for row in rows if not known.definitions.moving(row)]
        for one, other in pairwise(still):
            pair = _beside(one, other)
            if pair and not used & {one.claim.id, other.claim.id}:
                used |= {one.claim.id, other.claim.id}
                yield _mean(*pair)


def _near(rows: Sequence[Telling]) -> bool:
    """True where any people stand beside households. The rows are in the order of the text."""
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            if other.claim.span.start - one.claim.span.end > BESIDE:
                break
            if one.claim.unit != other.claim.unit and _beside(one, other):
                return True
    return False


def _beside(one: Telling, other: Telling) -> tuple[Telling, Telling] | None:
    a, b = one.claim, other.claim
    same = (a.indicator, a.breakdown, a.site) == (b.indicator, b.breakdown, b.site)
    text = one.account.text[a.span.end : b.span.start]
    if (
        not same
        or a.unit == b.unit
        or len(text) > BESIDE
        or "." in text
        or a.span.start > b.span.start
    ):
        return None
    if not (_exact(a.quantity) and _exact(b.quantity) and a.site):
        return None
    return (one, other) if a.unit == "people" else (other, one)


def _mean(people: Telling, households: Telling) -> Balance:
    count, many = people.quantity, households.quantity
    if count is None or many is None:
        raise ValueError("a household balance needs two figures")
    low, high = ends(many)
    expected = (low and low * SIZES[0], high and high * SIZES[1])
    size = mean(count, many) or 0.0
    fits = "a usual size" if SIZES[0] <= size <= SIZES[1] else "no usual size"
    why = f"{_said(people)} in {say.figure(many)} are {size:.1f} each: {fits}."
    return row("households", people, [households], (expected, ends(count)), why)


def _sum_reason(whole: Telling, parts: Sequence[Telling]) -> str:
    listed = " + ".join(say.what(p.claim) for p in parts)
    points = sum(p.point for p in parts)
    short = whole.point - points
    note = (
        "adds up to it"
        if not short
        else f"{say.number(abs(short))} {'short' if short > 0 else 'over'}"
    )
    return f"{_said(whole)}; {listed} = {say.number(points)}: {note}."


def _said(telling: Telling) -> str:
    return f"{say.what(telling.claim)} ({say.who(telling)}, account {telling.account.ref})"


def _stands(telling: Telling) -> bool:
    claim = telling.claim
    told = claim.stance in ("asserted", "alleged") and not claim.negated
    return told and claim.period is not None and claim.quantity is not None


def _told(telling: Telling) -> bool:
    return telling.quantity is not None and telling.claim.hedge != "vague"


def _exact(quantity: Quantity | None) -> bool:
    return (
        quantity is not None
        and quantity.low is not None
        and quantity.high is not None
        and (quantity.hedge != "vague" and (quantity.point or 0) > 0)
    )
