"""How life stands in each sector, and which way it goes, in the words of those who tell it.

"Poor" and "appalling" say how it stands, and not that it was better before: that is told as bad,
and only words of a change ("worsened", "fewer", "shut") as worse.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Row, Sentence, Table
from thirdhand.brief.wording import as_of, capital, counted, day, phrases
from thirdhand.model import Claim

EACH = 4
# Access has a section of its own.
APART = "access"
DIRECTIONS = {
    "worse": "worse",
    "bad": "bad",
    "same": "no change",
    "good": "good",
    "better": "better",
    "unknown": "not told",
}
ARROWS = {**DIRECTIONS, "worse": "↓ worse", "same": "→ no change", "better": "↑ better"} | {
    "unknown": "–"
}
# How it stands, where no change is told.
LEVELS = {"worse": "bad", "better": "good"}
# A direction is told by most where more than this share of those who tell one tell it.
MOST = 0.5


def listing(facts: Facts) -> Table:
    """The latest tellings of each sector, newest first."""
    claims = told(facts)
    rows: list[Row] = []
    for name in _sectors(claims):
        here = once(sorted((c for c in claims if sector(c) == name), key=_age), facts)
        head = capital(name)
        rows += [_row(c, f"{head}: {_summary(here)}", facts) for c in here[:EACH]]
    columns = ("When", "Direction", "What is said", "Voice")
    caption = "Conditions by sector, newest first"
    return Table("conditions", caption, columns, tuple(rows), len(rows), "tellings")


def told(facts: Facts) -> list[Claim]:
    """What is told of the sectors of the site, dated and fit to be shown."""
    site = facts.dossier.site.id
    claims = [c for c in facts.claims.values() if c.condition and c.site == site]
    claims = [c for c in claims if c.period and facts.of_time(c) and not facts.reveals(c)]
    return [c for c in claims if sector(c) != APART]


def once(claims: Sequence[Claim], facts: Facts) -> list[Claim]:
    """Newest first; of the same words by the same voice the oldest, as reprints come later."""
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        first.setdefault((" ".join(claim.span.quote.split()), facts.voice(claim)), claim)
    return list(first.values())[::-1]


def sentence(claim: Claim, facts: Facts) -> Sentence:
    """What is said of the sector, and which way it goes."""
    assert claim.condition is not None  # noqa: S101 - only conditions come here
    text = f"{capital(claim.condition.sector)}, {_direction(claim)}: “{claim.span.quote}”"
    return Sentence(f"{text} ({facts.voice(claim)}).", (claim.id,))


def _row(claim: Claim, group: str, facts: Facts) -> Row:
    assert claim.condition is not None and claim.period is not None  # noqa: S101, PT018
    about = _about(claim)
    arrow = ARROWS[way(claim)]
    direction = f"{arrow}, {about}" if about else arrow
    cells = (as_of(claim.period), direction, f"“{claim.span.quote}”", facts.voice(claim))
    return Row(cells, sentence(claim, facts), group)


def _direction(claim: Claim) -> str:
    words, about = DIRECTIONS[way(claim)], _about(claim)
    return f"{words}, {about}" if about else words


def _about(claim: Claim) -> str:
    return {"alleged": "alleged", "expected": "expected", "denied": "denied"}.get(claim.stance, "")


def _summary(claims: Sequence[Claim]) -> str:
    """Which way most tell it, how many tell what, and of when: of tellings, not of the sector."""
    ways = Counter(way(c) for c in claims)
    known = {d: ways[d] for d in DIRECTIONS if ways[d] and d != "unknown"}
    parts = [f"{n} {DIRECTIONS[told]}" for told, n in known.items()]
    most = max(known, key=lambda told: known[told], default="unknown")
    sure = known and known[most] > sum(known.values()) * MOST
    lead = f"{ARROWS[most]} as most tell it; " if sure else ""
    newest = max(c.period.end for c in claims if c.period)
    return f"{lead}{', '.join([counted(len(claims), 'telling'), *parts])}, last {day(newest)}"


def way(claim: Claim) -> str:
    """Which way it goes, or how it stands where its words tell of no change."""
    if claim.condition is None:
        return "unknown"
    direction, words = claim.condition.direction, claim.condition.severity
    moved = words is None or _changes().search(words) is not None
    return direction if moved else LEVELS.get(direction, direction)


@cache
def _changes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases()['changes'])})\b", re.IGNORECASE)


def _sectors(claims: Sequence[Claim]) -> list[str]:
    """The sector last told of first."""
    last: dict[str, str] = {}
    for claim in sorted(claims, key=_age):
        last[sector(claim)] = claim.period.end if claim.period else ""
    return sorted(last, key=lambda name: (last[name], name), reverse=True)


def sector(claim: Claim) -> str:
    """The sector it tells of."""
    return claim.condition.sector if claim.condition else ""


def _age(claim: Claim) -> tuple[str, str]:
    return (claim.period.end if claim.period else ""), claim.id
