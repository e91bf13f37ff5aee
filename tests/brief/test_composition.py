"""The parts of the population, beside the whole."""

import dataclasses

import pytest
from tests.brief.made import SEVENTY, assessment, at, facts

from thirdhand.brief import charts
from thirdhand.brief.parts import balance, composition
from thirdhand.model import Balance, Claim, Span

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


def _group(*claims: Claim, texts: str = "") -> dict[str, str]:
    """The group of each part, by its name."""
    case = facts(SEVENTY, *claims, rows=tuple(assessment((c,)) for c in (SEVENTY, *claims)))
    if texts:
        account = dataclasses.replace(case.accounts[SEVENTY.account], text=texts)
        case = dataclasses.replace(case, texts={**case.texts, account.id: account})
    return {row.cells[0]: row.group for row in composition.listing(case).rows}


def test_a_part_above_the_whole_stands_apart_and_is_not_drawn() -> None:
    above = at(SEVENTY, "2021-02", breakdown=("foreign",), low=300000.0, high=300000.0)
    assert _group(IRAQI, above)["Foreign"] == composition.UNFIT
    rows = tuple(assessment((c,)) for c in (SEVENTY, IRAQI, above))
    drawn = composition.chart(facts(SEVENTY, IRAQI, above, rows=rows)).rows
    assert [r["best"] for r in drawn] == [70000.0, 30000.0]


def test_a_part_of_another_year_than_the_whole_stands_apart() -> None:
    assert _group(OLD) == {"All": "All", "Iraqi": composition.LATE}


def test_a_part_far_below_what_else_is_told_of_it_stands_apart() -> None:
    """848 children who get meals, where half of 70,000 are children."""
    few = at(SEVENTY, "2021-02", id="few", breakdown=("children",), low=848.0, high=848.0)
    half = at(
        SEVENTY, "2021-01", id="half", breakdown=("children",), unit="percent", low=50.0, high=50.0
    )
    told = _group(few, half)
    assert (told["Children"], told["Children (share)"]) == (composition.UNFIT, "By age and sex")
    assert _group(few)["Children"] == "By age and sex", "alone it may be so"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Of them 94 per cent are women, of which 70,000 people are young.", False),
        ("There are 70,000 people of these.", False),
        ("Of 900 families 70,000 people, half of them Iraqi.", True),
    ],
)
def test_a_share_of_a_part_is_not_one_of_the_whole(words: str, shown: bool) -> None:
    start = words.index("70,000 people")
    span = Span.of(words, start, start + len("70,000 people"))
    young = at(
        SEVENTY, "2021-02", breakdown=("children",), unit="percent", low=67.0, high=67.0, span=span
    )
    assert ("Children (share)" in _group(IRAQI, young, texts=words)) is shown
