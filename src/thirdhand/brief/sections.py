"""The sections of the brief, in the order of the page: a visible list."""

from collections.abc import Callable

from thirdhand.brief.before import changes
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Heading, Prose, Questions, Section, Sentences
from thirdhand.brief.parts import (
    access,
    alarms,
    balance,
    blind,
    circles,
    composition,
    conditions,
    conflicts,
    echoes,
    figures,
    headlines,
    incidents,
    method,
    movements,
    place,
    population,
    rests,
    sight,
    timeline,
    voices,
)

NOTHING = "No figure is held from which a judgement could be made."


def _judgements(facts: Facts) -> Section:
    none = facts.nothing or NOTHING
    rows = Sentences(headlines.judgements(facts), listed=True, none=none)
    top = (Prose(none),) if facts.nothing and rows.rows else ()
    besides = (Prose(text) for text in (alarms.first(facts), sight.unseen(facts)) if text)
    return Section("judgements", "Key judgements", (*top, rows, *besides), "Key judgements")


def _alarms(facts: Facts) -> Section | None:
    table = alarms.listing(facts)
    return Section("alarms", "Alarms", (table,), "Alarms") if table.rows else None


def _sight(facts: Facts) -> Section | None:
    if not facts.dossier.view.sights:
        return None
    picture = sight.chart(facts)
    blocks = (*((picture,) if picture.rows else ()), sight.listing(facts))
    return Section("sight", "What can be seen", blocks, "What can be seen")


def _changes(facts: Facts) -> Section:
    return Section("changed", "What changed", changes.changes(facts), "What changed")


def _figures(facts: Facts) -> Section:
    blocks = figures.latest(facts), population.chart(facts), figures.older(facts)
    return Section("figures", "Figures", blocks, "Figures")


def _composition(facts: Facts) -> Section | None:
    table, bars = composition.listing(facts), composition.chart(facts)
    if not table.rows:
        return None
    unfit = balance.unfit(facts)
    blocks = (table, bars, *((unfit,) if unfit.rows else ()))
    return Section("composition", "Composition", blocks, "Composition")


def _movements(facts: Facts) -> Section:
    blocks = movements.listing(facts), movements.expected(facts)
    return Section("movements", "Movements", blocks, "Movements")


def _incidents(facts: Facts) -> Section:
    parts = place.parts(facts)
    blocks = (
        timeline.chart(facts),
        timeline.gravest(facts),
        *((parts,) if parts else ()),
        incidents.listing(facts),
    )
    return Section("incidents", "Incidents", blocks, "Incidents")


def _conditions(facts: Facts) -> Section:
    return Section("conditions", "Conditions", (conditions.listing(facts),), "Conditions")


def _access(facts: Facts) -> Section:
    how = Prose(
        "What others say of access and of what they can see is theirs: each row names who says it "
        "and through whom it came. It is no finding of this brief."
    )
    where = place.locator(facts)
    blocks = (how, access.told(facts), access.witnessed(facts), *((where,) if where else ()))
    return Section("access", "Access", blocks, "Access")


def _contradictions(facts: Facts) -> Section:
    clashes, others = conflicts.contradictions(facts), conflicts.explained(facts)
    apart = Heading("Differences that are no contradictions", small=False)
    blocks = (clashes, apart, others) if others.rows else (clashes,)
    return Section("contradictions", "Contradictions", blocks, "Contradictions")


def _balance(facts: Facts) -> Section:
    how = Prose(
        "Parts are added up and set against their whole, and a stock against the one before it and "
        "what is told to have come and gone between. A direction of which nobody tells stays open."
    )
    return Section("balance", "Balance", (how, balance.listing(facts)), "Balance")


def _overstated(facts: Facts) -> Section:
    return Section("overstated", "Overstated", (conflicts.overstated(facts),))


def _stale(facts: Facts) -> Section | None:
    table = echoes.stale(facts)
    how = Prose(
        "These say again what an older account said, after the level had moved. They are not "
        "counted for the later time."
    )
    return Section("stale", "Stale echoes", (how, table)) if table.rows else None


def _circles(facts: Facts) -> Section | None:
    found = circles.circles(facts)
    how = Prose(
        "These name each other for the same. They count as one voice, or as none where they name "
        "somebody outside."
    )
    return Section("circles", "Told in a circle", (how, found)) if found.rows else None


def _missing(facts: Facts) -> Section:
    named = conflicts.named(facts)
    blocks = (conflicts.missing(facts), *((named,) if named.rows else ()))
    return Section("missing", "Cited but not held", blocks)


def _blind(facts: Facts) -> Section:
    how = Prose(
        "The plan says what ought to be seen. Each of its cells is one thing in one period. "
        "Silence is never zero."
    )
    unestimated = circles.unestimated(facts)
    asked, parts = blind.questions(facts), sight.parts(facts)
    questions = (Heading("Questions to ask"), Questions(asked)) if asked else ()
    blocks = (
        how,
        *((parts,) if parts.rows else ()),
        blind.matrix(facts),
        blind.gaps(facts),
        Sentences(circles.unreported(facts)),
        *((Prose(unestimated),) if unestimated else ()),
        *questions,
    )
    return Section("blind", "Blind spots", blocks, "Blind spots")


def _sources(facts: Facts) -> Section:
    how = Prose(
        "The letter is what is thought of a source before anything is compared. How often its "
        "figures fit is learned here: with few figures compared the interval is wide, and where "
        "all are wrong together nobody can see it."
    )
    blocks = voices.listing(facts), how, voices.reliability(facts), voices.leanings(facts)
    return Section("sources", "Sources", blocks, "Sources")


def _problems(facts: Facts) -> Section:
    return Section(rests.PROBLEMS_KEY, "Problems", (rests.problems(facts, ()),))


def _method(facts: Facts) -> Section:
    return Section("method", "Method", method.blocks(facts), "Method")


SECTIONS: tuple[Callable[[Facts], Section | None], ...] = (
    _judgements,
    _changes,
    _sight,
    _alarms,
    _figures,
    _composition,
    _movements,
    _incidents,
    _conditions,
    _access,
    _contradictions,
    _balance,
    _overstated,
    _stale,
    _circles,
    _missing,
    _blind,
    _sources,
    _problems,
    _method,
)


def sections(facts: Facts) -> tuple[Section, ...]:
    """Every section that has something to show or to say that it has nothing."""
    return tuple(section for make in SECTIONS if (section := make(facts)))
