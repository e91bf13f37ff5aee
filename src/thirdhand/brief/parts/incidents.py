"""What happened, as told: a row a happening, the latest first."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import KEPT, Row, Sentence, Table
from thirdhand.brief.telling import stance, tellers, thing, value, verdict
from thirdhand.brief.wording import as_of, capital, hedged, when
from thirdhand.model import Assessment, Claim, Toll

SHOWN = 25
# What has not happened, by its own account.
UNTOLD = ("expected", "denied")
Told = tuple[Assessment, ...]
Moves = dict[tuple[str, tuple[str, ...], str, str], Toll]


def listing(facts: Facts) -> Table:
    """All incidents, newest first."""
    moves = tolls_moved(facts)
    incidents = happenings(facts)
    rows = tuple(line(r, facts, moves) for r in incidents[:KEPT])
    columns = ("When", "What", "What is said", "How many", "Voices", "Grade", "Verdict")
    caption = f"Incidents, newest first{_held(incidents)}"
    beyond = max(0, len(incidents) - KEPT)
    return Table("incidents", caption, columns, rows, SHOWN, "incidents", beyond=beyond)


def told_by(facts: Facts, accounts: Collection[str]) -> list[Row]:
    """The incidents of which only these accounts (ids) tell, newest first."""
    moves = tolls_moved(facts)
    return [
        line(rows, facts, moves)
        for rows in happenings(facts)
        if all(account in accounts for row in rows for account in row.accounts)
    ]


def _held(incidents: Sequence[Told]) -> str:
    """How many are told to have happened, where some are not."""
    untold = sum(rows[0].verdict in UNTOLD for rows in incidents)
    told = len(incidents) - untold
    return f": {told:,} told to have happened and {untold:,} planned or denied" if untold else ""


def happenings(facts: Facts) -> list[Told]:
    """All that is assessed of each happening, newest first.

    First what tells of the whole of it, then its figures, the most told first.
    """
    events = facts.dossier.findings.happenings
    of = {claim: event.id for event in events for claim in (*event.claims, *event.figures)}
    found: dict[str, list[Assessment]] = defaultdict(list)
    for row in facts.rows:
        if row.kind == "incident":
            event = of.get(row.claims[0]) if row.claims and row.verdict not in UNTOLD else None
            found[event or row.id].append(row)
    told = [tuple(sorted(rows, key=_standing)) for rows in found.values()]
    return sorted(told, key=lambda rows: _age(rows[0]), reverse=True)


def _standing(row: Assessment) -> tuple[bool, int, str, str]:
    return row.unit is not None, -len(row.claims), row.indicator, row.id


def _age(row: Assessment) -> tuple[str, str, str]:
    return row.period.end, row.period.start, row.id


def line(rows: Told, facts: Facts, moves: Moves) -> Row:
    """The row of one happening."""
    first = rows[0]
    shown = [row for row in rows if row.indicator in _counted(facts) and not facts.small(row)]
    claims = tellers(first, facts)
    kind = capital(type_of(first, facts.held(c for row in rows for c in row.claims)))
    place = facts.area(first.area) or facts.dossier.site.name
    figures = [(row, figure) for row in shown if (figure := _figure(row, facts))]
    moved = _moved(shown, facts, moves)
    cited = tuple(dict.fromkeys((*facts.cite(c.id for c in claims), *_carry(shown, facts), *moved)))
    told = _told(figures, facts) or f", {_by(first, facts)}"
    text = f"{kind} at {place} {when(first.period)}{told}.{''.join(moved.values())}"
    held_back = any(facts.small(row) for row in rows)
    counts = "; ".join(figure for _, figure in figures)
    telling = [c for row, _ in figures for c in tellers(row, facts)] or claims
    grade, sure = _weakest([row for row, _ in figures], first, facts)
    cells = (
        as_of(first.period),
        kind + _actor(facts.held(cited), facts) + (f", {place}" if first.area else ""),
        _words(facts.held(cited), facts),
        counts or ("not shown" if held_back else "–"),
        facts.speakers(telling),
        grade,
        sure,
    )
    rests = tuple(dict.fromkeys(row.id for row in (first, *shown)))
    return Row(cells, Sentence(text, cited, rests, grade=grade))


def _weakest(figures: Sequence[Assessment], first: Assessment, facts: Facts) -> tuple[str, str]:
    """The grade and the verdict of the weakest figure; of what happened, where none is told.

    That a thing happened may be told by many, and how many it cost by one.
    """
    row = max(figures, key=lambda r: (r.grade.information, r.grade.source, r.id), default=first)
    sure = verdict(row, tellers(row, facts), facts)
    whole = verdict(first, tellers(first, facts), facts)
    return str(row.grade), sure if sure == whole else f"{sure}; that it happened: {whole}"


def _told(figures: Sequence[tuple[Assessment, str]], facts: Facts) -> str:
    """The figures, those of the same voices together, each with those who tell it."""
    groups: dict[str, list[str]] = {}
    for row, figure in figures:
        groups.setdefault(_by(row, facts), []).append(figure)
    told = "; ".join(f"{'; '.join(found)}, {by}" for by, found in groups.items())
    return f": {told}" if told else ""


def _by(row: Assessment, facts: Facts) -> str:
    claims = tellers(row, facts)
    return _said(row, claims, facts.speakers(claims) or "an account")


def _figure(row: Assessment, facts: Facts) -> str:
    figure, interval = value(row, tellers(row, facts))
    return f"{thing(row, figure, facts)}{interval}" if figure else ""


def _carry(rows: Sequence[Assessment], facts: Facts) -> Iterator[str]:
    """A claim for each figure."""
    for row in rows:
        yield from facts.cite(c.id for c in tellers(row, facts))[:1]


def tolls_moved(facts: Facts) -> Moves:
    """The figures that moved and are not contested, by what they count and their last claim."""
    return {
        (toll.indicator, toll.breakdown, toll.unit, toll.steps[-1].claim): toll
        for event in facts.dossier.findings.happenings
        for toll in event.tolls
        if len({step.published for step in toll.steps}) > 1 and not toll.contested
    }


def _moved(rows: Sequence[Assessment], facts: Facts, moves: Moves) -> dict[str, str]:
    """The claims between which a figure moved; behind the last the sentence that says so."""
    found: dict[str, str] = {}
    for row in rows:
        keys = ((row.indicator, row.breakdown, row.unit or "", claim) for claim in row.claims)
        for toll in (moves[key] for key in keys if key in moves):
            ends = facts.held((toll.steps[0].claim, toll.steps[-1].claim))
            if len(ends) == 2 and not any(facts.small(c) or facts.reveals(c) for c in ends):
                before, after = (hedged(claim) for claim in ends)
                found[ends[0].id] = ""
                first = thing(row, before, facts)
                found[ends[1].id] = f" The figure told moved from {first} to {after}."
    return found


def _words(cited: Sequence[Claim], facts: Facts) -> str:
    """The words that tell of what happened: a type alone says too little to act on."""
    events = [c for c in cited if c.kind == "incident"]
    words = [c.span.quote for c in events or cited if not facts.reveals(c)]
    return f"“{words[0]}”" if words else "–"


def type_of(row: Assessment, claims: Sequence[Claim]) -> str:
    """What kind of happening its claims tell of most."""
    types = Counter(c.event.type for c in claims if c.event)
    name = min(types, key=lambda t: (-types[t], t)) if types else row.indicator
    return "incident" if name == "other" else name.replace("-", " ")


def _counted(facts: Facts) -> set[str]:
    return {i.name for i in facts.dossier.vocabulary.indicators}


def _said(row: Assessment, claims: Sequence[Claim], voices: str) -> str:
    if row.verdict == "contested":
        return f"contested: told in ways that do not fit by {voices}"
    words = {"expected": "planned or expected according to", "alleged": "as alleged by"}
    if row.verdict == "denied":
        return f"denied by {voices}"
    return f"{words.get(stance(row, claims), 'according to')} {voices}"


def _actor(claims: Sequence[Claim], facts: Facts) -> str:
    """By whom, only where the register knows the name: persons are not named in our words."""
    register = {
        n.casefold(): s.name for s in facts.dossier.plan.sources for n in (s.name, *s.aliases)
    }
    names = {register.get((c.event.actor or "").casefold()) for c in claims if c.event}
    known = sorted(n for n in names if n)
    return f" (by {known[0]})" if len(known) == 1 else ""
