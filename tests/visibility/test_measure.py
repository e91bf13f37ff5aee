"""How a figure stands to the plan's target: by people, with the ends carried, in words."""

import dataclasses

import pytest
from tests.visibility.made import SITE, assessed

from thirdhand.model import Assessment, Cell, Estimated, Findings, Plan, PlanItem, Target
from thirdhand.visibility import look
from thirdhand.words import vocabulary

LITRES = {"indicator": "water-supply", "unit": "litres per day", "sector": "water"}
PEOPLE = "with 1,000 people, the estimate for March 2021"


def estimate(low: float, best: float, high: float, **more: object) -> Estimated:
    row = Estimated(
        "e1", "population", (), "people", "mora", None, "2021-03", low, best, high, (), (), True
    )
    return dataclasses.replace(row, **more)  # type: ignore[arg-type]


def figure(
    low: float | None, best: float, high: float | None, when: str = "2021-03", **more: object
) -> Assessment:
    values = {"indicator": "water-supply", "unit": "litres per day", **more}
    made = assessed("x", when, "A", best=best)
    return dataclasses.replace(made, id=f"{low} {when}", low=low, high=high, **values)  # type: ignore[arg-type]


def measured(
    target: str,
    *rows: Assessment,
    of: dict[str, str] = LITRES,
    people: Estimated | None = None,
    small: int = 0,
    area: bool = False,
) -> Cell:
    """The cell of March 2021 of one line of the plan with this target."""
    item = PlanItem(
        kind="figure", label="x", cadence="month", shelf_life=20, target=Target.parse(target),
        areas="each" if area else "site", **of,  # type: ignore[arg-type]
    )  # fmt: skip
    plan = Plan("mora", (SITE,), (item,), start="2021-03", end="2021-03", small_cell=small)
    findings = Findings(assessments=rows, estimated=(people,) if people else ())
    return look([], [], findings, plan, SITE, vocabulary()).cells[0]


TOLD = figure(14_000, 14_000, 14_000)
EXACT = estimate(1000, 1000, 1000)


@pytest.mark.parametrize(
    ("target", "row", "people", "score", "words"),
    [
        pytest.param(
            "at least 15 per person", TOLD, EXACT, "half",
            f"14 litres per person and day, {PEOPLE}; target at least 15 per person: half met.",
            id="half",
        ),
        pytest.param(
            "at least 14 per person and day", TOLD, EXACT, "met",
            f"14 litres per person and day, {PEOPLE}; target at least 14 per person and day: met.",
            id="met",
        ),
        pytest.param(
            "at least 30 per person", TOLD, EXACT, "below",
            f"14 litres per person and day, {PEOPLE}; target at least 30 per person:"
            " less than half met.",
            id="below",
        ),
        pytest.param(
            "at least 15 per person", figure(13_600, 14_000, 14_400), estimate(850, 1000, 1130),
            "half",
            f"between 12 and 16.9 litres per person and day, most likely 14, {PEOPLE};"
            " target at least 15 per person: half met, perhaps met.",
            id="the ends lie on both sides of the line",
        ),
        pytest.param(
            "at least 15 per person", figure(16_000, 16_000, None), EXACT, "met",
            f"at least 16 litres per person and day, {PEOPLE};"
            " target at least 15 per person: met.",
            id="a bound above the line",
        ),
        pytest.param(
            "at least 15 per person", TOLD, estimate(500, 1000, 1000), "half",
            f"between 14 and 28 litres per person and day, most likely 14, {PEOPLE};"
            " target at least 15 per person: half met, perhaps met.",
            id="people may be fewer",
        ),
        pytest.param(
            "at least 15 per person", figure(8_000, 8_000, None), EXACT, None,
            f"at least 8 litres per person and day, {PEOPLE};"
            " target at least 15 per person: not known, it may be met or half met.",
            id="a bound below the line",
        ),
        pytest.param(
            "at most 20,000", TOLD, None, "met",
            "14,000 litres per day; target at most 20,000: met.",
            id="not by people",
        ),
        pytest.param(
            "at least 15 per person", TOLD, None, None,
            "14,000 litres per day; target at least 15 per person cannot be measured,"
            " as the number of people at that time is not held.",
            id="no population",
        ),
        pytest.param(
            "at least 15 per person", TOLD, estimate(1000, 1000, 1000, area="p1"), None,
            "14,000 litres per day; target at least 15 per person cannot be measured,"
            " as the number of people at that time is not held.",
            id="the people of one part are not those of the site",
        ),
        pytest.param(
            "at least 60 per household", TOLD, EXACT, None,
            "14,000 litres per day; target at least 60 per household cannot be measured,"
            " as the number of households at that time is not held.",
            id="people are no households",
        ),
    ],
)  # fmt: skip
def test_a_figure_is_measured(
    target: str, row: Assessment, people: Estimated | None, score: str | None, words: str
) -> None:
    cell = measured(target, row, people=people)
    assert (cell.target, cell.measured) == (score, words)
    assert cell.heads == ("e1" if words.count(PEOPLE) else None)


def test_a_part_of_the_site_is_measured_by_its_own_people() -> None:
    row, people = figure(700, 700, 700, area="p1"), estimate(100, 100, 100, area="p1")
    cell = measured("at least 15 per person", row, people=people, area=True)
    assert (cell.area, cell.target) == ("p1", "below")


def test_people_told_of_serve_where_no_month_is_estimated() -> None:
    told = figure(1000, 1000, 1000, "2021-02-20", indicator="population", unit="people")
    assert measured("at least 15 per person", TOLD, told).measured == (
        "14 litres per person and day, with 1,000 people, told of 2021-02-20;"
        " target at least 15 per person: half met."
    )
    old = figure(1000, 1000, 1000, "2020-11-20", indicator="population", unit="people")
    assert measured("at least 15 per person", TOLD, old).target is None


def test_people_told_of_as_a_bound_measure_nothing() -> None:
    told = figure(1000, 1000, None, indicator="population", unit="people")
    assert measured("at least 15 per person", TOLD, told).measured == (
        "14,000 litres per day; target at least 15 per person cannot be measured,"
        " as the number of people at that time is told only as a bound."
    )


def test_the_last_that_is_told_of_a_stock_is_measured() -> None:
    rows = (
        figure(10_000, 10_000, 10_000, "2021-03-02"),
        figure(20_000, 20_000, 20_000, "2021-03-20"),
    )
    assert measured("at least 15 per person", *rows, people=EXACT).target == "met"


def test_an_old_figure_says_nothing_of_now() -> None:
    cell = measured("at least 15 per person", figure(9, 9, 9, "2021-01-05"), people=EXACT)
    assert (cell.state, cell.target, cell.measured) == ("stale", None, None)


@pytest.mark.parametrize(
    ("of", "target", "row", "words"),
    [
        pytest.param(
            {"indicator": "area", "unit": "km2", "sector": "shelter"},
            "at least 45 per person",
            figure(0.05, 0.05, 0.05, indicator="area", unit="km2"),
            f"50 m2 per person, {PEOPLE}; target at least 45 per person: met.",
            id="an area per head is in square metres",
        ),
        pytest.param(
            {"indicator": "health-facilities", "unit": "facilities", "sector": "health"},
            "at least 1 per 10,000 people",
            figure(1, 1, 1, indicator="health-facilities", unit="facilities"),
            f"10 facilities per 10,000 people, {PEOPLE}; target at least 1 per 10,000 people: met.",
            id="so many heads",
        ),
        pytest.param(
            {"indicator": "population", "unit": "people", "sector": "population"},
            "at most 1 per place",
            figure(800, 800, 800, "2015", indicator="capacity", unit="people"),
            "1.25 per place, with 800 places, told of 2015-12-31;"
            " target at most 1 per place: half met.",
            id="people by the places it was built for",
        ),
    ],
)  # fmt: skip
def test_units_are_right(of: dict[str, str], target: str, row: Assessment, words: str) -> None:
    told = figure(1000, 1000, 1000, indicator="population", unit="people")
    people = EXACT if row.indicator != "capacity" else None
    assert measured(target, row, told, of=of, people=people).measured == words


DEATHS = {"indicator": "deaths", "unit": "people", "sector": "health"}


def deaths(number: float, when: str) -> Assessment:
    return figure(number, number, number, when, indicator="deaths", unit="people")


@pytest.mark.parametrize(
    ("row", "score", "words"),
    [
        pytest.param(
            deaths(31, "2021-03"), None,
            f"at least 1 per 1,000 people and day, {PEOPLE};"
            " target at most 1 per 1,000 people and day:"
            " not known, it may be met, half met or less than half met.",
            id="more may have died than is told",
        ),
        pytest.param(
            deaths(62, "2021-03"), None,
            f"at least 2 per 1,000 people and day, {PEOPLE};"
            " target at most 1 per 1,000 people and day:"
            " not known, it may be half met or less than half met.",
            id="not met",
        ),
        pytest.param(
            deaths(93, "2021-03-05"), "below",
            f"at least 3 per 1,000 people and day, {PEOPLE};"
            " target at most 1 per 1,000 people and day: less than half met.",
            id="one day alone is already too much",
        ),
        pytest.param(
            deaths(183, "2021-03/2021-04"), "below",
            f"at least 3 per 1,000 people and day, {PEOPLE};"
            " target at most 1 per 1,000 people and day: less than half met.",
            id="the mean of two months",
        ),
        pytest.param(
            deaths(31, "2021-02-20/2021-03-05"), None,
            "No figure of March 2021 alone is told; target at most 1 per 1,000 people and day.",
            id="across the month's edge",
        ),
    ],
)  # fmt: skip
def test_what_happens_over_a_time_is_measured_by_the_day(
    row: Assessment, score: str | None, words: str
) -> None:
    cell = measured("at most 1 per 1,000 people and day", row, of=DEATHS, people=EXACT)
    assert (cell.target, cell.measured) == (score, words)


def test_a_sum_over_a_longer_time_says_nothing_of_its_part() -> None:
    cell = measured("at most 60", deaths(61, "2021-03/2021-04"), of=DEATHS)
    assert (cell.state, cell.target) == ("one voice", None)
    assert cell.measured == "No figure of March 2021 alone is told; target at most 60."


def test_what_is_asked_at_least_of_what_happens_is_met_by_what_is_told() -> None:
    reached = {"indicator": "people-reached", "unit": "people", "sector": "aid"}
    row = figure(900, 900, 900, "2021-03-05", indicator="people-reached", unit="people")
    assert measured("at least 800", row, of=reached).target == "met"
    assert measured("at least 1,000", row, of=reached).target is None


def test_small_cells_are_not_shown_and_cannot_be_reckoned_back() -> None:
    cell = measured("at most 1 per 1,000 people and day", deaths(3, "2021-03"), of=DEATHS,
                    people=EXACT, small=5)  # fmt: skip
    assert cell.measured == (
        "Too few to be shown; target at most 1 per 1,000 people and day:"
        " not known, it may be met, half met or less than half met."
    )
    few = estimate(4, 4, 4)
    assert "4" not in (measured("at least 9 per person", TOLD, people=few, small=5).measured or "")
