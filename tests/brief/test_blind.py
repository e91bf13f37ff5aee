"""What cannot be seen, as pictures, as gaps and as questions."""

import dataclasses
import re

import pytest
from tests.brief.made import SEVENTY, assessment, at, cell, dossier, facts

from thirdhand.brief import charts
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Question
from thirdhand.brief.parts import blind, sight
from thirdhand.model import (
    Addressee,
    Findings,
    PlanItem,
    Request,
    Sight,
    StateCount,
    View,
    Window,
)


def test_the_picture_shows_quarters_where_months_are_too_many() -> None:
    months = [f"{y}-{m:02d}" for y in range(2018, 2022) for m in range(1, 13)]
    states = ["seen", "seen", "silent"] * 16
    cells = tuple(cell(m, s) for m, s in zip(months, states, strict=True))
    chart = blind.matrix(Facts.of(dossier(view=View(cells))))
    assert len(chart.rows) == 16
    assert {r["state"] for r in chart.rows} == {"seen"}
    assert "32 seen, 16 silent" in chart.alt


def test_on_a_tie_the_picture_shows_the_worse() -> None:
    cells = cell("2021-01", "seen", "p1"), cell("2021-01", "stale", "p2")
    (row,) = blind.matrix(Facts.of(dossier(view=View(cells)))).rows
    assert row["state"] == "stale"


def test_gaps_say_where_things_stand_now() -> None:
    cells = (
        cell("2021-01", "seen", "p1", "2021-01-20"),
        cell("2021-01", "silent", "p2"),
        cell("2021-02", "stale", "p1", "2021-01-20"),
        cell("2021-02", "silent", "p2"),
    )
    (row,) = blind.gaps(Facts.of(dossier(view=View(cells)))).rows
    assert row == (
        "People, 2 parts", "25%", "25%", "2 not known which", "20 January 2021", "never",
        "silent (worst: p2)", "It is silent.",
    )  # fmt: skip


def test_nothing_reported_and_nobody_looked_are_told_apart() -> None:
    cells = (
        dataclasses.replace(cell("2021-01", "silent"), quiet="nothing reported"),
        dataclasses.replace(cell("2021-02", "silent"), quiet="nobody looked"),
        dataclasses.replace(cell("2021-03", "silent"), quiet="nobody looked"),
    )
    (row,) = blind.gaps(Facts.of(dossier(view=View(cells)))).rows
    assert row[3] == "1 nothing reported, 2 nobody looked"
    assert row[6] == "silent, nobody looked"


def test_a_gap_names_the_last_who_saw_it_and_when() -> None:
    old = dataclasses.replace(cell("2021-01", "seen"), witnessed="2021-01-09", witness="Wire")
    new = dataclasses.replace(cell("2021-02", "stale"), witnessed="2021-02-01", witness="Daily")
    (row,) = blind.gaps(Facts.of(dossier(view=View((old, new))))).rows
    assert row[5] == "1 February 2021, Daily"


def test_a_question_says_why_and_whom_with_the_reason() -> None:
    to = (Addressee("Relief Office", "told of it twice"), Addressee("Wire", ""))
    later = Request("r2", "How many men?", (), (), rank=2)
    first = Request("r1", "How many people?", to, (), "Not told of.", rank=1)
    assert blind.questions(Facts.of(dossier(view=View((), (later, first))))) == (
        Question("How many people?", ("Relief Office (told of it twice)", "Wire"), "Not told of."),
        Question("How many men?", ()),
    )


def test_the_picture_ends_with_the_months_watched() -> None:
    """A cell of a year reaches beyond them."""
    sights = tuple(Sight(m, 0.0, 0.0, 1, 0, 0) for m in ("2021-01", "2021-02"))
    view = View((cell("2021", "silent"),), (), sights)
    assert {r["period"] for r in blind.matrix(Facts.of(dossier(view=view))).rows} == {
        "2021-01",
        "2021-02",
    }


def test_a_line_of_which_only_parts_are_told_of_says_so() -> None:
    women = at(SEVENTY, "2022-09-02", breakdown=("women",))
    view = View((cell("2022-10", "silent"),))
    case = facts(women, rows=(assessment((women,)),))
    case = Facts.of(dataclasses.replace(case.dossier, view=view))
    assert blind.gaps(case).rows[0][4] == "only parts of it, last 2 September 2022"
    case = Facts.of(dataclasses.replace(case.dossier, findings=Findings()))
    assert blind.gaps(case).rows[0][4] == "never"


@pytest.mark.parametrize(
    ("most", "last_tick"),
    [
        pytest.param(0.02, "20%", id="hardly anything seen"),
        pytest.param(0.23, "30%", id="a little"),
        pytest.param(1.0, "100%", id="all"),
    ],
)
def test_the_picture_of_sight_is_as_high_as_it_needs(most: float, last_tick: str) -> None:
    sights = tuple(Sight(f"2021-{m:02d}", 0.0, most / m, 1, 1, 1) for m in range(1, 7))
    chart = sight.chart(Facts.of(dossier(view=View((), (), sights, 0.0))))
    ticks = [int(t) for t in re.findall(r">(\d+)%</text>", charts.svg(chart))]
    assert f"{max(ticks)}%" == last_tick


def test_no_month_is_the_highest_where_nothing_was_seen() -> None:
    sights = tuple(Sight(f"2021-{m:02d}", 0.0, 0.0, 1, 1, 1) for m in range(1, 7))
    alt = sight.chart(Facts.of(dossier(view=View((), (), sights, 0.0)))).alt
    assert "Highest" not in alt
    assert "to June 2021. In no month was any of it seen so; in the last month 0%" in alt


def test_a_short_time_is_a_table_and_no_picture() -> None:
    case = Facts.of(dossier(view=View((), (), (Sight("2019-08", 0.02, 0.25, 50, 3, 7),))))
    assert sight.chart(case).rows == ()
    assert sight.listing(case).rows == (("August 2019", "2.0%", "25%", "3", "7"),)


def test_the_parts_of_the_index_are_drawn_month_by_month() -> None:
    states = (StateCount("seen", 2), StateCount("silent", 3))
    row = Sight("2019-12", 0.4, 0.4, 5, 1, 1, states)
    chart = sight.parts(Facts.of(dossier(view=View((), (), (row,)))))
    assert chart.alt.endswith("In December 2019: 2 seen, 3 silent.")
    assert [(r["first"], r["last"], r["cells"]) for r in chart.rows] == [
        ("2019-12-01", "2020-01-01", 2),
        ("2019-12-01", "2020-01-01", 3),
    ]
    assert "silent" in charts.svg(chart)


def test_a_plan_that_asks_nothing_of_a_time_says_why() -> None:
    """It has lines, and ended before."""
    line = PlanItem("figure", "population", "people", "month", 60, "population", unit="people")
    case = dossier()
    month = Sight("2025-04", 0.0, 0.0, 1, 0, 0)
    late = dataclasses.replace(
        case,
        plan=dataclasses.replace(case.plan, items=(line,)),
        view=View(sights=(month,)),
        window=Window.parse("2030-01", "2030-02"),
    )
    assert blind.matrix(Facts.of(late)).alt == (
        "The plan ends in April 2025 and asks for nothing later, "
        "so nothing can be said to be unseen."
    )
    bare = dataclasses.replace(late, plan=dataclasses.replace(case.plan, items=()))
    assert blind.unasked(Facts.of(bare)).startswith("The plan has no lines")


def test_states_of_a_month_stand_one_above_the_other() -> None:
    rows = [
        {"first": "2021-01-01", "last": "2021-02-01", "state": state, "cells": n}
        for state, n in (("silent", 5), ("seen", 2), ("stale", 3))
    ]
    stacked = charts.sight._stacked(rows, ["seen", "stale", "silent"])
    assert [(r["state"], r["low"], r["high"]) for r in stacked] == [
        ("seen", 0, 2), ("stale", 2, 5), ("silent", 5, 10),
    ]  # fmt: skip
