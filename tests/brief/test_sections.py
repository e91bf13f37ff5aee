"""What the sections choose to show, and in which order."""

import dataclasses

import pytest
from tests.brief.made import (
    GOING,
    KILLED,
    MORE,
    SEVENTY,
    VOICES,
    assessment,
    at,
    cell,
    dossier,
    facts,
)

from thirdhand.brief import charts
from thirdhand.brief.facts import Facts
from thirdhand.brief.parts import conflicts, figures, headlines, movements, rests
from thirdhand.brief.render.words import closing, course
from thirdhand.brief.wording import label
from thirdhand.model import Assessment, Estimated, Grade, Issue, Missing, Reading, Sight, View
from thirdhand.words import vocabulary


def test_the_latest_figure_is_shown() -> None:
    old, new = at(SEVENTY, "2020-01"), at(SEVENTY, "2021-01")
    table = figures.latest(facts(old, new, rows=(assessment((new,)), assessment((old,)))))
    assert [r.cells[4] for r in table.rows] == ["January 2021"]


def test_dozens_do_not_push_out_a_number() -> None:
    old = at(SEVENTY, "2020-01")
    new = at(SEVENTY, "2021-01", hedge="vague", low=24.0, high=99.0)
    rows = assessment((old,)), assessment((new,))
    assert [r.cells[2] for r in figures.latest(facts(old, new, rows=rows)).rows] == ["70,000"]
    assert [r.cells[2] for r in figures.latest(facts(new, rows=rows[1:])).rows] == ["imprecise"]


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        pytest.param(assessment((SEVENTY,)), 1, id="a figure"),
        pytest.param(assessment((SEVENTY,), grade=Grade("F", 3)), 0, id="one voice, not known"),
        pytest.param(assessment((SEVENTY,), low=0.0, best=0.0, high=0.0), 0, id="a count of none"),
        pytest.param(assessment((SEVENTY,), verdict="expected"), 0, id="a plan"),
        pytest.param(assessment((KILLED,)), 1, id="a happening that cost lives"),
    ],
)
def test_key_judgements_are_the_well_founded(row: Assessment, shown: int) -> None:
    assert len(headlines.judgements(facts(SEVENTY, KILLED, rows=(row,)))) == shown


def test_a_figure_of_one_voice_is_not_put_into_the_mouth_of_another() -> None:
    row = assessment((SEVENTY, MORE), verdict="single")
    sentence = figures.latest(facts(SEVENTY, MORE, rows=(row,))).rows[0].sentence
    assert "Relief Office" not in sentence.text
    assert sentence.text.endswith("Others tell of it and neither confirm nor exclude this.")
    assert sentence.claims == (SEVENTY.id,)


def test_who_says_another_figure_within_tolerance_is_told_apart() -> None:
    """AP says 70,000; an outlet repeats it; two others say "about 71,000", which fits."""
    near = [
        dataclasses.replace(
            SEVENTY, id=f"n{n}", chain=(f"Outlet {n}",), low=71_000.0, high=71_000.0, hedge="about"
        )
        for n in range(2)
    ]
    echo = dataclasses.replace(SEVENTY, id="e", chain=("Echo",), speaker_kind="outlet")
    held = (SEVENTY, echo, *near)
    row = dataclasses.replace(
        assessment(held, low=69_000.0, high=72_000.0), voices=(SEVENTY.chain[0],)
    )
    sentence = figures.latest(facts(*held, rows=(row,))).rows[0].sentence
    assert sentence.text.startswith("According to officials, there were 70,000 people")
    assert "Outlet 0 and Outlet 1 say about 71,000, which fits within the tolerance." in (
        sentence.text.replace(" (not named)", "")
    )
    assert sentence.claims == (SEVENTY.id, "n0")


def test_where_voices_agree_only_the_independent_ones_are_named() -> None:
    """Three outlets print the number and name nobody for it: they are no voices of their own."""
    same = [
        dataclasses.replace(SEVENTY, id=f"s{n}", chain=(f"Outlet {n}",), speaker_kind="outlet")
        for n in range(5)
    ]
    held = (SEVENTY, MORE, *same)
    row = dataclasses.replace(
        assessment(held, verdict="agreed", grade=Grade("C", 2), best=70000.0),
        voices=("officials", "Relief Office"),
    )
    voice_of = tuple((c.id, f"v-{c.chain[0]}") for c in held)
    voices = tuple(
        dataclasses.replace(VOICES[0], id=f"v-{n}", name=n) for n in {c.chain[0] for c in held}
    )
    case = facts(*held, rows=(row,), voice_of=voice_of, voices=voices)
    (sentence,) = headlines.judgements(case)
    assert sentence.text.endswith("according to officials and Relief Office.")


@pytest.mark.parametrize(
    ("indicator", "unit", "name"),
    [
        ("explosives-seized", "kg", "Explosives seized (kg)"),
        ("water-supply", "litres per day", "Water supplied (litres per day)"),
        ("area", "km2", "Area (km²)"),
        ("funding", "usd", "Funding (US dollars)"),
        ("tents-lost", "tents", "Tents lost"),
        ("population", "people", "People living there"),
        ("population", "households", "People living there (households)"),
    ],
)
def test_a_figure_of_no_people_names_its_unit(indicator: str, unit: str, name: str) -> None:
    assert label(indicator, (), unit, vocabulary()) == name


def test_sources_on_which_no_claim_rests_are_listed_apart() -> None:
    rows = (
        Missing("m1", "Survey", "document", ("a1",), (MORE.id,), "Get it."),
        Missing("m2", "Channel", "named", ("a2",), (), "Get it too."),
    )
    held = facts(MORE, missing=rows)
    assert [r.cells for r in conflicts.missing(held).rows] == [("Survey", "document", "Daily")]
    assert conflicts.named(held).rows == (("Channel", "named", "a2", "Get it too."),)


def test_problems_of_one_reason_are_one_line() -> None:
    empty = tuple(Issue(f"i{n}", "ingest", "e", "error", f"a{n}", "Empty.") for n in range(3))
    rows = rests.problems(Facts.of(dossier(issues=empty)), ()).rows
    assert rows == (("error", "ingest", "a0, a1, a2", "Empty."),)


def test_the_head_tells_of_the_last_months_apart() -> None:
    months = [f"{y}-{m:02d}" for y in (2020, 2021) for m in range(1, 13)]
    states = ["seen"] * 12 + ["one voice"] * 3 + ["silent"] * 9
    cells = tuple(cell(m, s) for m, s in zip(months, states, strict=True))
    sights = tuple(Sight(m, 0.0, 0.0, 1, 0, 0) for m in months)
    told = rests.head(Facts.of(dossier(view=View(cells, (), sights, 0.5))), "2022-01-01")
    assert (told.cells, told.index, told.any) == (24, 0.5, 15 / 24)
    assert (told.since, told.lately, told.lately_any) == ("January 2021", 0.0, 3 / 12)


def test_a_figure_of_long_ago_stands_apart() -> None:
    old, new = at(SEVENTY, "2019-01"), at(GOING, "2021-01")
    case = facts(old, new, rows=(assessment((old,)), assessment((new,))))
    assert [r.cells[4] for r in figures.latest(case).rows] == ["January 2021"]
    assert [r.cells[4] for r in figures.older(case).rows] == ["January 2019"]


def test_a_level_has_its_line_over_time_a_flow_has_none() -> None:
    months = ("2020-10", "2020-12", "2021-01")
    told = [at(SEVENTY, m, low=n, high=n) for m, n in zip(months, (3.0, 2.0, 1.0), strict=True)]
    gone = [at(GOING, m) for m in months]
    case = facts(*told, *gone, rows=tuple(assessment((c,)) for c in (*told, *gone)))
    level, flow = figures.latest(case).rows
    assert level.trend == (("2020-10", 3.0), ("2020-12", 2.0), ("2021-01", 1.0))
    assert flow.trend == ()
    assert course(level.trend) == (
        "3 values, October 2020 to January 2021: at the end lower than at the start"
    )
    assert "<path" in charts.spark(level.trend)


def test_the_estimate_of_each_month_makes_the_line_where_there_is_one() -> None:
    told = [at(SEVENTY, m) for m in ("2020-10", "2020-12", "2021-01")]
    rows = tuple(assessment((c,)) for c in told)
    months = tuple(
        Estimated(m, "population", (), "people", "mora", None, m, 1.0, n, 9.0, (), (), True)
        for m, n in (("2020-11", 5.0), ("2020-12", 4.0), ("2021-01", 3.0), ("2021-02", 2.0))
    )
    case = facts(*told, rows=rows, estimated=months)
    assert figures.latest(case).rows[0].trend == (
        ("2020-11", 5.0), ("2020-12", 4.0), ("2021-01", 3.0),
    )  # fmt: skip


def test_a_figure_says_how_it_stands_to_the_target_of_the_plan() -> None:
    case = facts(SEVENTY, rows=(row := assessment((SEVENTY,)),))
    asked = dataclasses.replace(
        cell("2021-03", "one voice"),
        assessments=(row.id,),
        target="half",
        measured="8 of 15 litres",
    )
    view = View((asked,), (), (Sight("2021-03", 0.0, 1.0, 1, 1, 1),))
    case = Facts.of(dataclasses.replace(case.dossier, view=view))
    table = figures.latest(case)
    assert (table.remark, table.rows[0].remark) == ("Target of the plan", "Half: 8 of 15 litres")


def test_more_rows_than_are_of_use_are_counted_and_not_kept() -> None:
    days = [
        f"{y}-{m:02d}-{d:02d}" for y in (2020, 2021) for m in range(1, 13) for d in range(1, 26)
    ]
    claims = [at(GOING, day) for day in days]
    table = movements.listing(facts(*claims, rows=tuple(assessment((c,)) for c in claims)))
    assert (len(table.rows), table.beyond) == (500, 100)
    assert closing(table) == "20 of 600 movements shown; the first 500 are in brief.json."


def test_each_problem_is_listed_once_the_gravest_first() -> None:
    note = Issue("i2", "read", "n", "note", "a1", "A note.")
    bad = Issue("i3", "ingest", "e", "error", "a2", "An error.")
    case = dossier(issues=(note, bad), readings=(Reading("r", "a1", "hand", issues=(note,)),))
    rows = rests.problems(Facts.of(case), ()).rows
    assert [r[0] for r in rows] == ["error", "note"]
