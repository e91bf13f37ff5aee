"""Stale echoes: old figures told again after the level had moved."""

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import KEPT, Row, Sentence, Table
from thirdhand.brief.wording import as_of, hedged, label, who
from thirdhand.model import Claim, StaleEcho

SHOWN = 12


def stale(facts: Facts) -> Table:
    """Who repeats which old figure, and since when the level is elsewhere; the newest first."""
    found = [(row, pair) for row in facts.dossier.findings.stale if (pair := _pair(row, facts))]
    found.sort(key=lambda f: (_age(f[1][0]), f[0].id), reverse=True)
    rows = tuple(_row(row, *pair, facts) for row, pair in found[:KEPT])
    beyond = max(0, len(found) - KEPT)
    columns = ("Told again by", "As of", "What is told", "First told by", "For")
    caption, remark = "Old figures told again after the level had moved", "Why it is stale"
    what = "old figures"
    return Table("stale", caption, columns, rows, SHOWN, what, remark=remark, beyond=beyond)


def _pair(row: StaleEcho, facts: Facts) -> tuple[Claim, Claim] | None:
    """The echo and what it echoes; None where one is not of this site, or may not be shown."""
    pair = facts.held((row.claim, row.echoes))
    site = facts.dossier.site.id
    shown = len(pair) == 2 and all(c.site == site and not facts.reveals(c) for c in pair)
    shown = shown and facts.of_time(pair[0])
    return (pair[0], pair[1]) if shown else None


def _row(row: StaleEcho, again: Claim, first: Claim, facts: Facts) -> Row:
    name = label(again.indicator or "", again.breakdown, again.unit, facts.dossier.vocabulary)
    told, told_first = _figure(again), _figure(first)
    late, early = _when(again), _when(first)
    text = (
        f"{name}: {facts.voice(again)} tells {told} for {late}, which {facts.voice(first)} "
        f"told as {told_first} for {early}."
    )
    cells = (facts.voice(again), late, told, facts.voice(first), early)
    return Row(cells, Sentence(text, (again.id, first.id)), name, row.reason)


def _figure(claim: Claim) -> str:
    if claim.unit == "percent":
        return hedged(claim)
    return f"{hedged(claim)} {who(claim.breakdown, claim.unit)}".strip()


def _when(claim: Claim) -> str:
    return as_of(claim.period) if claim.period else "an unknown time"


def _age(claim: Claim) -> str:
    return claim.period.end if claim.period else ""
