"""The sections of the brief, in the order of the page: a visible list."""

from collections.abc import Callable

from thirdhand.brief import (
    balance,
    blind,
    circles,
    conditions,
    conflicts,
    figures,
    incidents,
    method,
    rests,
)
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Heading, Prose, Questions, Section, Sentences

NOTHING = "No figure is held from which a judgement could be made."


def _judgements(facts: Facts) -> Section:
    none = facts.nothing or NOTHING
    rows = Sentences(figures.judgements(facts), listed=True, none=none)
    return Section("judgements", "Key judgements", (rows,), "Key judgements")


def _figures(facts: Facts) -> Section:
    blocks = figures.latest(facts), figures.population(facts)
    return Section("figures", "Figures", blocks, "Figures")


def _movements(facts: Facts) -> Section:
    blocks = figures.movements(facts), figures.expected(facts)
    return Section("movements", "Movements", blocks, "Movements")


def _incidents(facts: Facts) -> Section:
    blocks = incidents.chart(facts), incidents.listing(facts)
    return Section("incidents", "Incidents", blocks, "Incidents")


def _conditions(facts: Facts) -> Section:
    return Section("conditions", "Conditions", (conditions.listing(facts),), "Conditions")


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
    asked = blind.questions(facts)
    questions = (Heading("Questions to ask"), Questions(asked)) if asked else ()
    blocks = (
        how,
        blind.sight(facts),
        blind.matrix(facts),
        blind.gaps(facts),
        Sentences(circles.unreported(facts)),
        *((Prose(unestimated),) if unestimated else ()),
        *questions,
    )
    return Section("blind", "Blind spots", blocks, "Blind spots")


def _sources(facts: Facts) -> Section:
    return Section("sources", "Sources", (rests.sources(facts),), "Sources")


def _problems(facts: Facts) -> Section:
    return Section(rests.PROBLEMS_KEY, "Problems", (rests.problems(facts, ()),))


def _method(facts: Facts) -> Section:
    return Section("method", "Method", method.blocks(facts), "Method")


SECTIONS: tuple[Callable[[Facts], Section | None], ...] = (
    _judgements,
    _figures,
    _movements,
    _incidents,
    _conditions,
    _contradictions,
    _balance,
    _overstated,
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
