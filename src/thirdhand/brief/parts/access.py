"""Who could see for themselves, how access stands, and who says what of it.

What others say of visibility and access is theirs: each row names who says it, and through whom
it came. Nothing here is a finding of this brief.
"""

import re

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import KEPT, Row, Sentence, Table
from thirdhand.brief.parts.conditions import once
from thirdhand.brief.wording import as_of, capital, listed
from thirdhand.model import Claim

SHOWN = 10
# The words of access and of being able to see, in the languages that are read whole or in part.
ABOUT = re.compile(
    r"\bvisib|\baccess|\bmonitor|third.part(?:y|ies)\b|\b(?:un)?able to (?:reach|enter|visit)"
    r"|\b(?:denied|barred|refused|blocked|kept) (?:entry|from|out)\b|\bcheckpoints?\b"
    r"|\bno entry\b|\boff.limits\b|\bdraw.?down\b|\bpull(?:ed|ing|s)? out\b"
    r"|\baccès\b|\baccéder\b|\bsurveill|\bvisibilité\b|الوصول|الدخول|المراقبة|الرصد",
    re.IGNORECASE,
)
# No voice of its own tells how an account is worded: these kinds of claims hold words on access.
KINDS = ("statement", "condition", "incident")
STANCES = {"alleged": "as alleged", "expected": "as expected", "denied": "as denied"}


def witnessed(facts: Facts) -> Table:
    """What somebody saw with their own eyes, newest first."""
    seen = [c for c in _here(facts) if c.basis == "witnessed"]
    columns = ("When", "Who saw it", "What is said", "Told through")
    caption = "Seen by a witness, newest first"
    whole = once(seen, facts)
    rows = tuple(_row(c, facts, "who saw it") for c in whole[:KEPT])
    beyond = max(0, len(whole) - KEPT)
    return Table("witnessed", caption, columns, rows, SHOWN, "observations", beyond=beyond)


def told(facts: Facts) -> Table:
    """What is said of access, of seeing and of monitoring, newest first."""
    columns = ("When", "Who says it", "What is said", "Told through")
    caption = "What is said of access and of being able to see, newest first"
    whole = once(claims(facts), facts)
    rows = tuple(_row(c, facts, "") for c in whole[:KEPT])
    beyond = max(0, len(whole) - KEPT)
    return Table("access", caption, columns, rows, SHOWN, "statements", beyond=beyond)


def claims(facts: Facts) -> list[Claim]:
    """Those of the site that speak of access or of being able to see, the oldest first."""
    return facts.once("access", lambda: [c for c in _here(facts) if c.kind in KINDS and _about(c)])


def weight(claim: Claim) -> int:
    """How many words of access and of seeing it holds."""
    return len(ABOUT.findall(claim.span.quote))


def sentence(claim: Claim, facts: Facts, role: str = "") -> Sentence:
    """Who says it, through whom it came, and the words."""
    voice, through = facts.voice(claim), listed([facts.plain(name) for name in claim.chain[1:]])
    head = f"{STANCES[claim.stance]} by" if claim.stance in STANCES else "according to"
    passed = f", passed on by {through}" if through else ""
    who = f"{head} {voice}{f', {role}' if role else ''}{passed}"
    stop = "" if claim.span.quote[-1] in ".!?" else "."
    return Sentence(capital(f"{who}: “{claim.span.quote}”{stop}"), (claim.id,))


def _about(claim: Claim) -> bool:
    sector = claim.condition.sector if claim.condition else ""
    return sector == "access" or bool(ABOUT.search(claim.span.quote))


def _here(facts: Facts) -> list[Claim]:
    return facts.once("seen and said", lambda: _every(facts))


def _every(facts: Facts) -> list[Claim]:
    site = facts.dossier.site.id
    rows = [c for c in facts.claims.values() if c.site == site and c.period]
    rows = [c for c in rows if facts.of_time(c)]
    return sorted((c for c in rows if not facts.reveals(c)), key=_age)


def _row(claim: Claim, facts: Facts, role: str) -> Row:
    assert claim.period is not None  # noqa: S101 - `_here` leaves out claims without one
    voice = facts.voice(claim)
    named = f"{voice} ({claim.stance})" if claim.stance in STANCES else voice
    through = listed([facts.plain(name) for name in claim.chain[1:]]) or "–"
    cells = (as_of(claim.period), named, f"“{claim.span.quote}”", through)
    return Row(cells, sentence(claim, facts, role))


def _age(claim: Claim) -> tuple[str, str]:
    return (claim.period.end if claim.period else ""), claim.id
