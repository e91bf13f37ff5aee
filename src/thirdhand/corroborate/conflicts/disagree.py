"""Why two figures do not fit, in one sentence."""

from thirdhand.corroborate.conflicts.definition import Difference, Marker
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model.assessment import ContradictionKind


def unlike(kind: ContradictionKind, one: Telling, other: Telling) -> str:
    """The two figures with their voices; where the place is unclear, that too."""
    first, second = (f"{say.what(row.claim)}{_at(row)}" for row in (one, other))
    within = one.account.id == other.account.id
    where = f" in one account ({one.account.ref})" if within else ""
    note = _unclear(one, other) + _inside(one, other)
    if kind == "change":
        days = f"{one.account.published} to {other.account.published}"
        return f"{say.who(one)} moved its figure from {first} to {second} ({days}){note}."
    if one.origin.id == other.origin.id and within:
        return f"{say.who(one)} says {first} and also {second}{where}{note}."
    if one.origin.id == other.origin.id:
        refs = f"{one.account.ref} and {other.account.ref}"
        return f"Accounts {refs} differ on what {say.who(one)} says: {first}, {second}{note}."
    return f"{say.who(one)} says {first}, {say.who(other)} says {second}{where}{note}."


def in_time(one: Telling, other: Telling, why: str) -> str:
    """Two figures of two days, and what moved between them."""
    first, second = sorted((one, other), key=lambda r: (_day(r), r.published, r.claim.id))
    told = " and ".join(f"{say.what(r.claim)}{_on(r)} by {say.who(r)}" for r in (first, second))
    return f"{told}: {why}."


def differently(one: Telling, other: Telling, found: Difference) -> str:
    """Two figures that count different things, with the words that say so."""
    told = [f"{say.who(r)} says {say.what(r.claim)}" for r in (one, other)]
    first, second = (_marked(m) for m in (found.one, found.other))
    return (
        f"{told[0]} {first}, {told[1]} {second}: they count different things ({found.dimension})."
    )


def _marked(marker: Marker | None) -> str:
    return f"(“{marker.quote}”)" if marker else "(no such words)"


def _unclear(one: Telling, other: Telling) -> str:
    unclear = [row for row in (one, other) if row.claim.scope is not None]
    return f"; it is unclear which place “{_place(unclear[0])}” means" if unclear else ""


def _inside(one: Telling, other: Telling) -> str:
    a, b = one.claim.period, other.claim.period
    if a is None or b is None or (a.start, a.end) == (b.start, b.end):
        return ""
    stated = a.basis == "stated" and b.basis == "stated"
    return f"; the first is of {_span(one)}, the second of {_span(other)}" if stated else ""


def _on(row: Telling) -> str:
    return f" ({_span(row)})"


def _span(row: Telling) -> str:
    period = row.claim.period
    if period is None:
        return "no day told"
    return period.start if period.start == period.end else f"{period.start} to {period.end}"


def _day(row: Telling) -> str:
    return row.claim.period.end if row.claim.period else ""


def _at(row: Telling) -> str:
    place = _place(row)
    return f" at {place}" if place else ""


def _place(row: Telling) -> str:
    return row.claim.place or row.claim.area or row.claim.scope or ""
