"""Who lives there: the parts of the population, by origin and by age and sex."""

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Chart, Datum, Row, Table
from thirdhand.brief.parts.pick import (
    FIGURE,
    FRESH,
    NUMERIC,
    cells,
    last_day,
    newest,
    order,
    years_before,
)
from thirdhand.brief.telling import tell
from thirdhand.brief.wording import capital, counted, meant, phrases, span
from thirdhand.model import Assessment

WHOLE, ORIGIN, PERSONS, BOTH = "All", "By origin", "By age and sex", "By origin, age and sex"
# Households stand among the figures: as parts of the whole they say nothing.
UNITS = ("people", "percent")
GROUPS = (WHOLE, ORIGIN, PERSONS, BOTH)


def listing(facts: Facts) -> Table:
    """The newest figure of each part, in people and as a share of 100, beside the whole."""
    rows = _parts(facts)
    last = last_day(facts)
    lines = tuple(_line(r, facts, last) for r in rows)
    caption = "The newest figure of each part of the population"
    return Table("composition", caption, ("Part", *FIGURE), lines, len(lines), "parts", NUMERIC)


def chart(facts: Facts) -> Chart:
    """The same in people, whole and parts one below the other, each with its interval."""
    rows = [r for r in _parts(facts) if r.unit == "people" and r.best is not None]
    data: tuple[Datum, ...] = tuple(
        {
            "part": f"{_name(r)}, {span(r.period)}",
            "group": _group(r),
            "low": r.low,
            "best": r.best,
            "high": r.high,
        }
        for r in rows
    )
    alt = "No part of the population is told in people."
    if rows:
        alt = (
            f"Chart: the newest figure of {counted(len(rows), 'part')} of the population, the "
            "whole first, in people: a dot each, with a line from low to high. The numbers stand "
            "in the table above."
        )
    return Chart("composition", "Whole and parts", alt, data)


def _parts(facts: Facts) -> list[Assessment]:
    """The newest figure of the whole and of each part, the whole first; none where no part is."""
    of_all = (r for r in facts.standing if r.indicator == "population" and r.area is None)
    rows = newest((r for r in of_all if r.unit in UNITS), facts)
    by = order(facts)
    parted = any(row.breakdown for row in rows)
    ordered = sorted(rows, key=lambda r: (GROUPS.index(_group(r)), *by(r)))
    return ordered if parted else []


def _line(row: Assessment, facts: Facts, last: str) -> Row:
    old = row.period.end < years_before(last, FRESH)
    return Row((_name(row), *cells(row, facts, old)), tell(row, facts), _group(row))


def _group(row: Assessment) -> str:
    """Which way the part cuts the whole."""
    persons = [b in phrases()["nouns"] for b in row.breakdown]
    if not persons:
        return WHOLE
    return PERSONS if all(persons) else BOTH if any(persons) else ORIGIN


def _name(row: Assessment) -> str:
    """What the part is, with its unit where that is not people."""
    name = capital(meant(row.breakdown)) or "All"
    return name if row.unit == "people" else f"{name} (share)"
