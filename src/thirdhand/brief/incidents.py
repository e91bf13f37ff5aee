"""What happened, as told: by month and type, and the latest one by one."""

from collections import Counter
from collections.abc import Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Chart, Datum, Row, Sentence, Table
from thirdhand.brief.telling import stance, tellers, thing, value, verdict
from thirdhand.brief.wording import as_of, capital, when
from thirdhand.model import Assessment, Claim, Period

SHOWN = 40
TYPES = 6


def listing(facts: Facts) -> Table:
    """All incidents, newest first. The page shows the first SHOWN, brief.json all."""
    rows = tuple(_row(r, facts) for r in _incidents(facts))
    columns = ("When", "What", "What is said", "How many", "Voices", "Grade", "Verdict")
    return Table("Incidents, newest first", columns, rows, SHOWN)


def chart(facts: Facts) -> Chart:
    """Incidents of the months of the plan by month and type; the rarer types are taken together."""
    rows = [r for r in _incidents(facts) if r.verdict not in ("expected", "denied")]
    rows = [r for r in rows if facts.watched(Period.parse(r.period.start[:7]))]
    types = [(r.period.start[:7], _type(r, facts.held(r.claims))) for r in rows]
    most = {t for t, _ in Counter(sorted(t for _, t in types)).most_common(TYPES)}
    told = Counter((m, t if t in most else "other incidents") for m, t in types)
    data: tuple[Datum, ...] = tuple(
        {"month": m, "type": t, "count": n} for (m, t), n in sorted(told.items())
    )
    alt = "No incident is held."
    if types:
        total = Counter(t for _, t in types).most_common(3)
        most_told = ", ".join(f"{t} {n}" for t, n in total)
        first, last = min(m for m, _ in types), max(m for m, _ in types)
        alt = (
            f"Chart: incidents told of by month, {first} to {last}, {len(types):,} in all; "
            f"most often {most_told}. Few incidents can mean that few were told."
        )
    return Chart("incidents", "Incidents told of, by month", alt, data)


def _incidents(facts: Facts) -> list[Assessment]:
    rows = [r for r in facts.rows if r.kind == "incident"]
    return sorted(rows, key=lambda r: (r.period.end, r.period.start, r.id), reverse=True)


def _row(row: Assessment, facts: Facts) -> Row:
    claims = tellers(row, facts)
    kind = capital(_type(row, claims))
    place = facts.area(row.area) or facts.dossier.site.name
    small = facts.small(row)
    shown = row.indicator in _counted(facts) and not small
    figure, interval = value(row, claims) if shown else ("", "")
    counts = "not shown" if small else "–"
    if figure:
        counts = f"{thing(row, figure, facts)}{interval}"
    cited = facts.cite(c.id for c in claims)
    voices = facts.speakers(claims)
    said = _said(row, claims, voices or "an account")
    told = f": {counts}" if figure else ""
    text = f"{kind} at {place} {when(row.period)}{told}, {said}."
    cells = (
        as_of(row.period),
        kind + _actor(claims, facts) + (f", {place}" if row.area else ""),
        _words(facts.held(cited), facts),
        counts,
        voices,
        str(row.grade),
        verdict(row, claims, facts),
    )
    return Row(cells, Sentence(text, cited, (row.id,), grade=str(row.grade)))


def _words(cited: Sequence[Claim], facts: Facts) -> str:
    """The words that tell of what happened: a type alone says too little to act on."""
    events = [c for c in cited if c.kind == "incident"]
    words = [c.span.quote for c in events or cited if not facts.reveals(c)]
    return f"“{words[0]}”" if words else "–"


def _type(row: Assessment, claims: Sequence[Claim]) -> str:
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
