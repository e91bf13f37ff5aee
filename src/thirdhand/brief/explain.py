"""One row on a page of its own: what it is about, what is said, and the steps to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from thirdhand.brief.wording import (
    VERDICTS,
    amount,
    capital,
    day,
    hedged,
    label,
    listed,
    number,
    span,
    who,
)
from thirdhand.model import (
    Account,
    Assessment,
    Cell,
    Claim,
    Estimated,
    Explained,
    Explanation,
    Findings,
    Happening,
    Issue,
    StaleEcho,
    Told,
    Toll,
    Total,
    Touching,
    View,
    Vocabulary,
    Voice,
    Weight,
)

# The field of Findings or View that holds each kind of row with an id.
FIELDS: dict[str, Explained] = {
    "assessments": "assessment",
    "estimated": "estimate",
    "totals": "total",
    "happenings": "event",
    "contradictions": "contradiction",
    "loops": "loop",
    "stale": "stale echo",
    "balances": "balance",
    "overstatements": "overstatement",
    "cites": "cite",
    "missing": "cited, not held",
    "unreported": "unreported",
    "copies": "copies",
    "voices": "voice",
    "cells": "gap",
    "requests": "question",
    "alarms": "alarm",
    "issues": "issue",
}
# What is worth a look beside a row, in this order.
BESIDE = (
    "assessments",
    "happenings",
    "contradictions",
    "balances",
    "loops",
    "stale",
    "overstatements",
)
# The field that says in words what a row is about.
NAMES = ("name", "question", "subject")
CLAIM = "claim"
QUOTED = 70


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one site. claims and accounts by id, as far as they are needed.

    voices: claim -> its voice. unheard: id of an account in whose place another version speaks ->
    why, which names that one.
    """

    site: str
    findings: Findings
    view: View
    vocabulary: Vocabulary
    voices: Mapping[str, Voice]
    claims: Mapping[str, Claim]
    accounts: Mapping[str, Account]
    unheard: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, site: str, findings: Findings, view: View, vocabulary: Vocabulary) -> "Kept":
        """The rows of a site, with no claims and accounts yet."""
        by_id = {voice.id: voice for voice in findings.voices}
        voices = {claim: by_id[i] for claim, i in findings.voice_of if i in by_id}
        return cls(site, findings, view, vocabulary, voices, {}, {})


def row_of(field: str, ident: str, kept: Kept) -> Any:  # noqa: ANN401 - a row of any kind
    """The row with this id in that field of Findings or View; KeyError where there is none."""
    whole = kept.findings if hasattr(kept.findings, field) else kept.view
    for row in getattr(whole, field):
        if row.id == ident:
            return row
    raise KeyError(ident)


def needs(field: str, ident: str, kept: Kept) -> list[str]:
    """Ids of the claims that its explanation quotes."""
    return [ident] if field == CLAIM else list(_claims(row_of(field, ident, kept), kept.findings))


def explain(field: str, ident: str, kept: Kept) -> Explanation:
    """All that is kept of one row. field: "claim", or the field that the row stands in.

    KeyError where the row is not there.
    """
    if field == CLAIM:
        return _of_claim(kept.claims[ident], kept)
    row = row_of(field, ident, kept)
    ids = dict.fromkeys(needs(field, ident, kept))
    claims = [kept.claims[i] for i in ids if i in kept.claims]
    weights = [w for w in kept.findings.weights if w.assessment == ident]
    uses = {w.claim: w for w in weights}
    told = sorted((_told(c, kept, uses.get(c.id)) for c in claims), key=_rank)
    return Explanation(
        FIELDS[field],
        ident,
        getattr(row, "site", None) or kept.site,
        title(field, row, kept),
        _figure(row),
        _graded(row),
        _reason(row),
        tuple(told),
        tuple(step for step in kept.findings.grounds if step.assessment == ident),
        tuple(_touching(field, row, kept)),
    )


def title(field: str, row: Any, kept: Kept) -> str:  # noqa: ANN401 - a row of any kind
    """What a row is about, in a line."""
    if isinstance(row, Claim):
        quote = " ".join(row.span.quote.split())
        return f"“{quote[:QUOTED]}…”" if len(quote) > QUOTED else f"“{quote}”"
    if isinstance(row, Assessment | Estimated | Total):
        what = label(row.indicator, row.breakdown, row.unit, kept.vocabulary)
        place = f", {row.area}" if row.area else ""
        when = day(row.month) if isinstance(row, Estimated) else span(row.period)
        return f"{what}{place}, {when}"
    if isinstance(row, Issue):
        return f"{capital(row.severity)} ({row.code}): {row.where}"
    if isinstance(row, StaleEcho):
        return f"{number(row.value)} told again"
    if isinstance(row, Cell):
        return f"{capital(row.label)}{f', {row.area}' if row.area else ''}, {row.period}"
    named = next((n for n in NAMES if getattr(row, n, None)), None)
    if named:
        return str(getattr(row, named))
    refs: tuple[str, ...] = getattr(row, "accounts", ())
    what = getattr(row, "indicator", "") or ", ".join(getattr(row, "types", ()))
    parts = [what.replace("-", " "), f"accounts {listed(refs[:6])}" if field == "copies" else ""]
    when = f", {span(row.period)}" if hasattr(row, "period") else ""
    return capital(": ".join(part for part in parts if part) + when) or FIELDS[field]


def _of_claim(claim: Claim, kept: Kept) -> Explanation:
    uses = {w.assessment: w for w in kept.findings.weights if w.claim == claim.id}
    beside = list(_touching(CLAIM, claim, kept))
    used = [
        Touching(t.kind, t.id, f"{uses[t.id].use}: {t.reason}") if t.id in uses else t
        for t in beside
    ]
    about = [claim.kind, claim.stance, f"{claim.reader[:20]} is {claim.score:.0%} sure"]
    if claim.account in kept.unheard:
        about.append(f"its account is not heard: {kept.unheard[claim.account]}")
    elif claim.period is None:
        about.append("it has no date, so it is in no assessment")
    elif not beside or not any(t.kind == "assessment" for t in beside):
        about.append(_left_out(claim, kept.site))
    return Explanation(
        "claim",
        claim.id,
        claim.site or "",
        title(CLAIM, claim, kept),
        _said(claim),
        "",
        f"{capital('; '.join(about))}.",
        (_told(claim, kept, None),),
        (),
        tuple(used),
    )


def _left_out(claim: Claim, site: str) -> str:
    if claim.site != site:
        return f"it is about another place ({claim.place or 'none named'})"
    if claim.kind == "statement":
        return "a statement is kept as words and not counted"
    return "a repeat, a retold event or what may be so is not counted"


def _claims(row: Any, findings: Findings) -> Iterator[str]:  # noqa: ANN401 - a row of any kind
    """Ids of the claims that a row rests on."""
    for name in ("claims", "claim", "basis", "echoes"):
        value = getattr(row, name, ())
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value
    kind = type(row).__name__
    if kind == "Voice":
        yield from (claim for claim, voice in findings.voice_of if voice == row.id)
    # Claims of other months bear on the level of a stock.
    yield from (w.claim for w in findings.weights if w.assessment == getattr(row, "id", None))


def _told(claim: Claim, kept: Kept, use: Weight | None) -> Told:
    account = kept.accounts.get(claim.account)
    voice = kept.voices.get(claim.id)
    return Told(
        claim,
        voice.name if voice else claim.chain[0],
        voice.grade if voice else "F",
        account.ref if account else claim.account[:12],
        account.outlet if account else "not held",
        account.published if account else None,
        use.use if use else None,
        use.weight if use else None,
        use.why if use else "",
    )


def _rank(told: Told) -> tuple[float, str, int, str]:
    return -(told.weight or 0.0), told.ref, told.claim.span.start, told.claim.id


def _figure(row: Any) -> str:  # noqa: ANN401 - a row of any kind
    if isinstance(row, Happening):
        return "; ".join(f"{toll.indicator}: {_ends(toll)}" for toll in row.tolls)
    if isinstance(row, Estimated | Total) or (isinstance(row, Assessment) and row.best is not None):
        return _ends(row)
    return ""


def _ends(row: Assessment | Estimated | Toll | Total) -> str:
    ends = ("low", row.low), ("best", row.best), ("high", row.high)
    told = [f"{name} {'open' if v is None else _exact(v, row.unit)}" for name, v in ends]
    return f"{'  '.join(told)}  {who(row.breakdown, row.unit)}"


def _exact(value: float, unit: str | None) -> str:
    """The number as it is kept: an explanation does not round."""
    return f"{value:,.10g}" + ("%" if unit == "percent" else "")


def _said(claim: Claim) -> str:
    told = hedged(claim)
    when = f", {span(claim.period)}" if claim.period else ""
    return f"{told} {who(claim.breakdown, claim.unit)}{when}" if told else when.removeprefix(", ")


def _graded(row: Any) -> str:  # noqa: ANN401 - a row of any kind
    grade, verdict = getattr(row, "grade", ""), getattr(row, "verdict", "")
    return ", ".join(str(part) for part in (grade, VERDICTS.get(verdict, verdict)) if part)


def _reason(row: Any) -> str:  # noqa: ANN401 - a row of any kind
    found = getattr(row, "unseen", None)
    if found is not None:
        if found.median is None:
            return f"Cannot be estimated: {found.reason}; {found.observed} are told of."
        ends = f"{amount(found.low, None)} to {amount(found.high, None)}"
        return f"About {amount(found.median, None)} ({ends}); {found.observed} are told of."
    if isinstance(row, Estimated):
        return _reckoned(row)
    if isinstance(row, Happening):
        return " ".join((row.why, *(toll.told for toll in row.tolls)))
    return str(getattr(row, "reason", "") or getattr(row, "why", ""))


def _reckoned(row: Estimated) -> str:
    """What an estimate is made of: it has no claims of its own month alone."""
    told = "" if row.told else " Nobody tells of this month."
    by = f" Those who bear on it most: {listed(row.voices)}." if row.voices else ""
    return (
        "Reckoned from all claims on this over time, not those of one month; low to high hold the"
        f" level in the middle of {day(row.month)} with 90% chance.{told}{by}"
    )


def _touching(field: str, row: Any, kept: Kept) -> Iterator[Touching]:  # noqa: ANN401 - a row
    """What rests on the same claims, and the cells and copies that hold the row."""
    mine = {row.id} if field == CLAIM else set(_claims(row, kept.findings))
    made_of = {*getattr(row, "assessments", ()), *getattr(row, "parts", ())}
    for other_field in BESIDE:
        for other in getattr(kept.findings, other_field, ()):
            if other.id not in {row.id, *made_of} and mine & _own(other):
                yield Touching(FIELDS[other_field], other.id, _line(other_field, other, kept))
    accounts = {kept.claims[i].account for i in mine if i in kept.claims}
    refs = {kept.accounts[i].ref for i in accounts if i in kept.accounts}
    for group in kept.findings.copies:
        if len(refs & set(group.accounts)) > 1:
            yield Touching("copies", group.id, group.why)
    for cell in kept.view.cells:
        if row.id in cell.assessments or cell.id in getattr(row, "cells", ()):
            yield Touching("gap", cell.id, f"{title('cells', cell, kept)}: {cell.state}")
    for held in sorted(made_of):
        found = next((a for a in kept.findings.assessments if a.id == held), None)
        if found:
            yield Touching("assessment", held, _line("assessments", found, kept))


def _own(row: Any) -> set[str]:  # noqa: ANN401 - a row of any kind
    return set(_claims(row, Findings()))


def _line(field: str, row: Any, kept: Kept) -> str:  # noqa: ANN401 - a row of any kind
    if isinstance(row, Assessment):
        return f"{title(field, row, kept)}: {_figure(row) or VERDICTS[row.verdict]}"
    return _reason(row) or title(field, row, kept)
