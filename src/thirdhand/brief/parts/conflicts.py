"""What does not fit, what is said too strongly, and what is cited but not held."""

from dataclasses import replace

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import KEPT, Conflict, Conflicts, Listing, Row, Sentence, Table
from thirdhand.brief.wording import capital, hedged, label, span
from thirdhand.model import Claim, Contradiction, Missing

SHOWN = 20
EXPLAINED = 10
MISSING = 30
NONE = "None found among what is held."
PLAIN = "No outlet was found to be stronger than the voice it rests on."
TAGS = {
    "contradiction": "contradiction",
    "change": "change over time",
    "definition": "different definitions",
}


def contradictions(facts: Facts) -> Conflicts:
    """Pairs that cannot both be so; those inside one account first, then the newest."""
    rows = [c for c in facts.differences() if c.kind == "contradiction"]
    beyond = max(0, len(rows) - KEPT)
    pairs = _pairs(rows, facts)
    return Conflicts(pairs, SHOWN, "contradictions", none=NONE, beyond=beyond)


def widest(facts: Facts, floor: str) -> Sentence | None:
    """The contradiction whose figures lie furthest apart, of those that reach a day (ISO)."""
    rows = [c for c in facts.differences() if c.kind == "contradiction"]
    rows = [c for c in rows if _newest(c, facts) >= floor]
    if not rows:
        return None
    row = max(rows, key=lambda r: (_apart(r, facts), _newest(r, facts), r.id))
    pair = _pair(row, facts)
    name = f"{pair.title[:1].lower()}{pair.title[1:]}"
    text = f"{pair.sentence.text} These contradict one another on {name}{_why(row, facts)}."
    return replace(pair.sentence, text=text)


def _why(row: Contradiction, facts: Facts) -> str:
    """What a reader has to know of the two: that one account tells both, or not where each is."""
    within = " inside one account" if row.within else ""
    unclear = any(c.scope is not None for c in facts.held(row.claims))
    return within + ("; it is unclear of which place one of them is told" if unclear else "")


def explained(facts: Facts) -> Conflicts:
    """Pairs that differ because time passed or because they count different things."""
    rows = [c for c in facts.differences() if c.kind != "contradiction"]
    beyond = max(0, len(rows) - KEPT)
    return Conflicts(_pairs(rows, facts), EXPLAINED, "differences", beyond=beyond)


def overstated(facts: Facts) -> Conflicts:
    """An outlet's own words beside the weaker words they rest on."""
    found = []
    for row in facts.dossier.findings.overstatements:
        pair = facts.held((row.claim, row.basis))
        if not any(facts.of_time(c) for c in pair):
            continue
        if len(pair) == 2 and not any(facts.reveals(c) for c in pair):
            told, basis = pair
            text = f"{facts.voice(told)} puts it more strongly than {facts.voice(basis)}."
            quotes = facts.quote(told, "In its own words"), facts.quote(basis, "Resting on")
            sentence = Sentence(text, (told.id, basis.id))
            title = capital(told.condition.sector) if told.condition else "Wording"
            found.append(Conflict(title, "overstated", *quotes, row.reason, sentence))
    return Conflicts(tuple(found), SHOWN, "overstatements", told=True, none=PLAIN)


def missing(facts: Facts) -> Table:
    """Sources that claims rest on and the case does not hold."""
    rows = []
    for row in facts.dossier.findings.missing:
        if not any(facts.of_time(c) for c in facts.held(row.claims)):
            continue
        through = _through(row, facts)
        shown = ", ".join(list(through)[:4])
        cited = {a.outlet for a in facts.accounts.values() if {a.ref, a.id} & set(row.cited_by)}
        shown += " and others" if cited - set(list(through)[:4]) else ""
        name = facts.plain(row.name)
        text = f"{name} is cited and not held."
        cells = (name, row.kind, shown)
        sentence = Sentence(text, tuple(through.values())[:4])
        rows.append(Row(cells, sentence, remark=row.reason))
    columns = ("Source", "Kind", "Cited by")
    what, remark = "sources", "Why it is wanted"
    return Table(
        "missing", "Cited but not held", columns, tuple(rows), MISSING, what, remark=remark
    )


def _through(row: Missing, facts: Facts) -> dict[str, str]:
    """The outlets through which claims rest on the source, in order, with one claim (id) each."""
    first: dict[str, str] = {}
    for claim in facts.held(row.claims):
        account = facts.accounts.get(claim.account)
        first.setdefault(account.outlet if account else "an account that is not held", claim.id)
    return dict(sorted(first.items()))


def named(facts: Facts) -> Listing:
    """Sources that accounts name, that the case does not hold and that no claim rests on."""
    recent = {name for a in facts.accounts.values() if facts.published(a) for name in (a.id, a.ref)}
    rows = [m for m in facts.dossier.findings.missing if not m.claims and recent & {*m.cited_by}]
    told = tuple((m.name, m.kind, ", ".join(m.cited_by[:6]), m.reason) for m in rows)
    columns = ("Source", "Kind", "Cited by", "Why it is wanted")
    caption = "Named, with no claim resting on them"
    return Listing("named", caption, columns, told, MISSING, "sources")


def _pairs(rows: list[Contradiction], facts: Facts) -> tuple[Conflict, ...]:
    """The first KEPT of them: those inside one account, then the newest."""
    rows.sort(key=lambda r: (_newest(r, facts), r.id), reverse=True)
    rows.sort(key=lambda r: not r.within)
    return tuple(_pair(r, facts) for r in rows[:KEPT])


def _pair(row: Contradiction, facts: Facts) -> Conflict:
    left, right = facts.held(row.claims)
    exact = _alike(left, right)
    told = "; ".join(says(c, facts, exact=exact) for c in (left, right))
    title = label(row.indicator, left.breakdown, left.unit, facts.dossier.vocabulary)
    tag = TAGS[row.kind] + (", inside one account" if row.within else "")
    sentence = Sentence(f"{told}.", (left.id, right.id))
    one, other = (facts.quote(c, _figure(c, exact=exact)) for c in (left, right))
    return Conflict(title, tag, one, other, row.reason, sentence)


def _alike(left: Claim, right: Claim) -> bool:
    """True where two times that are not the same read the same: two parts of one year."""
    one, other = left.period, right.period
    return one is not None and other is not None and one != other and span(one) == span(other)


def says(claim: Claim, facts: Facts, *, exact: bool = False) -> str:
    """Who says what of when, as hedged as it was told: "UNHCR says 1,200 (March 2021)".

    exact: to the day, where months or years do not tell two times apart.
    """
    stances = {"expected": "plans or expects", "alleged": "alleges", "denied": "denies"}
    verb = stances.get(claim.stance, "says")
    return f"{facts.voice(claim)} {verb} {_figure(claim, exact=exact) or 'the words quoted'}"


def _figure(claim: Claim, *, exact: bool = False) -> str:
    figure = hedged(claim).removesuffix(" of")
    if not figure or claim.period is None:
        return figure
    printed = ", published" if claim.period.basis == "published" else ""
    period = replace(claim.period, precision="day") if exact else claim.period
    return f"{figure} ({span(period)}{printed})"


def _apart(row: Contradiction, facts: Facts) -> float:
    """How many times the smaller figure the larger is; 0 where there are no two figures."""
    points = [c.quantity.point if c.quantity else None for c in facts.held(row.claims)]
    told = sorted(p for p in points if p)
    return told[1] / told[0] if len(told) == len(points) else 0.0


def _newest(row: Contradiction, facts: Facts) -> str:
    return max((c.period.end for c in facts.held(row.claims) if c.period), default="")
