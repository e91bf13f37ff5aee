"""Who lives there: the parts of the population, by origin and by age and sex.

A part is drawn beside the whole only where the two can be of one thing and one time. One whose
interval lies above the whole, or that is many times smaller than the same part is told to be by
others, counts something else or was misread; one of another year is no part of this whole. They
stand apart in the table, and not in the picture.
"""

from collections.abc import Sequence

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
LATE, UNFIT = "Of another time than the whole", "Does not fit the whole or what else is told"
GROUPS = (WHOLE, ORIGIN, PERSONS, BOTH, LATE, UNFIT)
# So many days apart, a part and the whole are of two times. So many times smaller than the same
# part by others, a part counts something else.
YEAR, TIMES = 365, 10
HUNDRED = 100
Part = tuple[str, Assessment]


def listing(facts: Facts) -> Table:
    """The newest figure of each part, in people and as a share of 100, beside the whole."""
    last = last_day(facts)
    lines = tuple(_line(group, r, facts, last) for group, r in _parts(facts))
    caption = "The newest figure of each part of the population"
    return Table("composition", caption, ("Part", *FIGURE), lines, len(lines), "parts", NUMERIC)


def chart(facts: Facts) -> Chart:
    """The same in people, whole and parts one below the other, each with its interval."""
    rows = [(g, r) for g, r in _parts(facts) if r.unit == "people" and r.best is not None]
    rows = [(g, r) for g, r in rows if g not in (LATE, UNFIT)]
    data: tuple[Datum, ...] = tuple(
        {
            "part": f"{_name(r)}, {span(r.period)}",
            "group": group,
            "low": r.low,
            "best": r.best,
            "high": r.high,
        }
        for group, r in rows
    )
    alt = "No part of the population is told in people."
    if rows:
        alt = (
            f"Chart: the newest figure of {counted(len(rows), 'part')} of the population, the "
            "whole first, in people: a dot each, with a line from low to high. The numbers stand "
            "in the table above."
        )
    return Chart("composition", "Whole and parts", alt, data)


def _parts(facts: Facts) -> list[Part]:
    """The newest figure of the whole and of each part, the whole first; none where no part is."""
    of_all = [r for r in facts.standing if r.indicator == "population" and r.area is None]
    of_all = [r for r in of_all if r.unit in UNITS]
    rows = newest(of_all, facts)
    if not any(row.breakdown for row in rows):
        return []
    whole = next((r for r in rows if not r.breakdown and r.unit == "people"), None)
    by = order(facts)
    parts = [(_group(row, whole, of_all), row) for row in rows]
    return sorted(parts, key=lambda part: (GROUPS.index(part[0]), *by(part[1])))


def _line(group: str, row: Assessment, facts: Facts, last: str) -> Row:
    old = row.period.end < years_before(last, FRESH)
    return Row((_name(row), *cells(row, facts, old)), tell(row, facts), group)


def _group(row: Assessment, whole: Assessment | None, told: Sequence[Assessment]) -> str:
    """Which way the part cuts the whole; or why it does not stand beside it."""
    persons = [b in phrases()["nouns"] for b in row.breakdown]
    if not persons:
        return WHOLE
    if whole is not None and abs((whole.period.last - row.period.last).days) > YEAR:
        return LATE
    if whole is not None and not _fits(row, whole, told):
        return UNFIT
    return PERSONS if all(persons) else BOTH if any(persons) else ORIGIN


def _fits(row: Assessment, whole: Assessment, told: Sequence[Assessment]) -> bool:
    """False above the whole, and far below what the same part is told to be elsewhere."""
    if row.unit != "people" or row.best is None:
        return True
    if whole.high is not None and (row.low or 0.0) > whole.high:
        return False
    alike = (r for r in told if r.breakdown == row.breakdown and r.best is not None)
    near = (r for r in alike if abs((r.period.last - row.period.last).days) <= YEAR)
    sizes = [(r.best or 0.0) * _of(r, whole) for r in near]
    return row.best * TIMES > max(sizes, default=0.0)


def _of(row: Assessment, whole: Assessment) -> float:
    """How many people a figure of 1 is: a share is one of the whole."""
    return (whole.best or 0.0) / HUNDRED if row.unit == "percent" else 1.0


def _name(row: Assessment) -> str:
    """What the part is, with its unit where that is not people."""
    name = capital(meant(row.breakdown)) or "All"
    return name if row.unit == "people" else f"{name} (share)"
