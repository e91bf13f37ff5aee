"""The parts of the population, beside the whole."""

import dataclasses

from tests.brief.made import SEVENTY, assessment, at, facts

from thirdhand.brief import charts
from thirdhand.brief.parts import balance, composition
from thirdhand.model import Balance

IRAQI = at(SEVENTY, "2021-02", breakdown=("iraqi",), low=30000.0, high=30000.0)
WOMEN = at(SEVENTY, "2021-01", breakdown=("women",), unit="percent", low=40.0, high=40.0)
OLD = at(SEVENTY, "2019-01", id="old", breakdown=("iraqi",), low=9000.0, high=9000.0)
HELD = (SEVENTY, IRAQI, WOMEN, OLD)
CASE = facts(*HELD, rows=tuple(assessment((c,)) for c in HELD))


def test_parts_stand_under_what_cuts_the_whole_and_the_newest_counts() -> None:
    rows = composition.listing(CASE).rows
    assert [(r.group, r.cells[0], r.cells[2]) for r in rows] == [
        ("All", "All", "70,000"),
        ("By origin", "Iraqi", "30,000"),
        ("By age and sex", "Women (share)", "40%"),
    ]


def test_the_picture_shows_people_only_the_whole_first() -> None:
    chart = composition.chart(CASE)
    assert [r["best"] for r in chart.rows] == [70000.0, 30000.0]
    assert "Iraqi, February 2021" in charts.svg(chart)


def test_what_does_not_add_up_stands_beside_the_parts() -> None:
    row = Balance(
        "b1", "parts", "population", "mora", SEVENTY.period, (SEVENTY.id, IRAQI.id, OLD.id), (1, 1),
        39000.0, 39000.0, 70000.0, 70000.0, 31000.0, "Short.",  # type: ignore[arg-type]
    )  # fmt: skip
    fits = dataclasses.replace(row, id="b2", gap=0.0)
    case = facts(*HELD, rows=tuple(assessment((c,)) for c in HELD), balances=(row, fits))
    (line,) = balance.unfit(case).rows
    assert line.cells[-1] == "39,000 in all, off by 31,000"


def test_without_a_part_there_is_no_composition() -> None:
    case = facts(SEVENTY, rows=(assessment((SEVENTY,)),))
    assert composition.listing(case).rows == ()
    assert composition.chart(case).rows == ()
