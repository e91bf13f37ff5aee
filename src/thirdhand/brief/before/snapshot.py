"""What a brief holds, as it is kept for the next one."""

from collections.abc import Iterable
from dataclasses import replace

from thirdhand.brief.facts import Facts
from thirdhand.brief.parts.pick import newest
from thirdhand.brief.telling import tellers
from thirdhand.model import (
    Arrived,
    Assessment,
    Claim,
    Contradiction,
    Parted,
    Period,
    Snapshot,
    content_id,
)
from thirdhand.model.account import NOBODY


def snapshot(facts: Facts, made: str, reader: str) -> Snapshot:
    """What the brief of these facts shows that a later one may have to correct.

    made: the date printed on it. reader: the id of the reader of its claims.
    """
    dossier, last = facts.dossier, newest(facts.standing, facts)
    shown = {row.id: row for row in (*last, *facts.rows) if row.kind != "condition"}
    rows = tuple(_kept(row, facts) for row in shown.values() if row.unit)
    parted = tuple(sorted((_parted(r, facts) for r in clashes(facts)), key=lambda p: p.key))
    accounts = tuple(Arrived.of(a, a.version) for a in dossier.accounts)
    voices = tuple(heard(facts).items())
    said = [
        dossier.site.id,
        dossier.audience,
        [dossier.window.since, dossier.window.until, dossier.window.as_of],
        [account.version for account in accounts],
        [_said(row) for row in rows],
        [row.key for row in parted],
        [name for name, _ in voices],
    ]
    return Snapshot(
        content_id("brief", *said),
        dossier.site.id,
        made,
        dossier.window,
        dossier.audience,
        reader,
        accounts,
        rows,
        tuple(_ident(row) for row in last),
        parted,
        voices,
        _last_day(facts),
    )


def _last_day(facts: Facts) -> str:
    """The last day that the brief speaks of: of its window, its plan, or its newest account."""
    dossier = facts.dossier
    if dossier.window.end:
        return dossier.window.end
    months = [Period.parse(row.period).end for row in dossier.view.sights[-1:]]
    days = [account.period.end for account in dossier.accounts if account.period]
    return max(months or days, default="")


def clashes(facts: Facts) -> list[Contradiction]:
    """The contradictions that the brief shows."""
    return [row for row in facts.differences() if row.kind == "contradiction"]


def key_of(row: Contradiction, facts: Facts) -> str:
    """The same for the same pair, whichever accounts carry it."""
    if row.claims not in facts.keys:
        pair = sorted(_pair(facts.held(row.claims), facts))
        facts.keys[row.claims] = content_id("pair", row.indicator, *pair)
    return facts.keys[row.claims]


def heard(facts: Facts) -> dict[str, str]:
    """The named voices behind what the brief shows, each with a claim (id), in order."""
    found: dict[str, str] = {}
    # The smallest ids first: the first claim of each voice is kept.
    for claim in facts.held(sorted({claim for row in facts.rows for claim in row.claims})):
        name = facts.voice_of.get(claim.id, claim.chain[0])
        if name in found or name == NOBODY or name in facts.unnamed:
            continue
        # Who tells of this time a year later was not heard in it.
        told = facts.published(facts.accounts.get(claim.account))
        if told and claim.speaker_kind != "unnamed":
            found[name] = claim.id
    return dict(sorted(found.items()))


def _kept(row: Assessment, facts: Facts) -> Assessment:
    """The row with a few of its claims, and an id of its own: it may be told anew with another."""
    claims = facts.cite(claim.id for claim in tellers(row, facts))
    return replace(row, id=_ident(row), claims=claims, accounts=(), reason="")


def _ident(row: Assessment) -> str:
    return content_id("kept", row.id)


def _said(row: Assessment) -> list[str | float | list[str] | None]:
    when = [row.period.start, row.period.end]
    what = [row.kind, row.indicator, row.unit, row.area, row.verdict, str(row.grade)]
    return [*what, [*row.breakdown], when, row.low, row.best, row.high]


def _parted(row: Contradiction, facts: Facts) -> Parted:
    return Parted(key_of(row, facts), row.claims)


def _pair(claims: Iterable[Claim], facts: Facts) -> Iterable[str]:
    for c in claims:
        when = (c.period.start, c.period.end) if c.period else ()
        yield content_id("side", facts.voice(c), c.low, c.high, c.unit, [*c.breakdown], [*when])
