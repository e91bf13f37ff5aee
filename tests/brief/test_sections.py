"""What the sections choose to show, and in which order."""

import dataclasses
import re

import pytest
from tests.brief.made import (
    GOING,
    KILLED,
    MORE,
    SCARCE,
    SEVENTY,
    TEXTS,
    VOICES,
    assessment,
    dossier,
)

from thirdhand.brief import blind, charts, circles, conditions, conflicts, figures, incidents, rests
from thirdhand.brief.facts import Facts
from thirdhand.brief.wording import label
from thirdhand.model import (
    Assessment,
    Cell,
    Claim,
    Findings,
    Grade,
    Happening,
    Issue,
    Loop,
    Missing,
    Period,
    Reading,
    Sight,
    Span,
    Step,
    Toll,
    Unreported,
    Unseen,
    View,
)
from thirdhand.words import vocabulary


def facts(*claims: Claim, rows: tuple[Assessment, ...] = (), **more: object) -> Facts:
    readings = tuple(Reading(c.id, c.account, "hand", claims=(c,)) for c in claims)
    found = Findings(assessments=rows, **more)  # type: ignore[arg-type]
    return Facts.of(dossier(readings=readings, findings=found, view=View()))


def at(claim: Claim, month: str, **more: object) -> Claim:
    values = {"id": f"{claim.id} {month}", "period": Period.parse(month), **more}
    return dataclasses.replace(claim, **values)  # type: ignore[arg-type]


def cell(period: str, state: str, area: str | None = None, last: str | None = None) -> Cell:
    return Cell(
        f"{period} {area}", "mora", area, "figure", "population", (), "people", "population",
        period, state, f"It is {state}.", (), (), last,  # type: ignore[arg-type]
    )  # fmt: skip


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
        pytest.param(assessment((KILLED,)), 0, id="a single incident"),
    ],
)
def test_key_judgements_are_the_well_founded(row: Assessment, shown: int) -> None:
    assert len(figures.judgements(facts(SEVENTY, KILLED, rows=(row,)))) == shown


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
    (sentence,) = figures.judgements(facts(*held, rows=(row,)))
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
    (sentence,) = figures.judgements(case)
    assert sentence.text.endswith("according to officials and Relief Office.")


def test_incidents_are_counted_by_month_and_type() -> None:
    claims = [at(KILLED, day) for day in ("2021-03-01", "2021-03-09", "2021-05-02")]
    chart = incidents.chart(facts(*claims, rows=tuple(assessment((c,)) for c in claims)))
    assert chart.rows == (
        {"month": "2021-03", "type": "killing", "count": 2},
        {"month": "2021-05", "type": "killing", "count": 1},
    )


def test_the_table_of_incidents_says_what_the_chart_leaves_out() -> None:
    happened, planned = at(KILLED, "2021-03-01"), at(KILLED, "2021-05-02")
    rows = (assessment((happened,)), assessment((planned,), verdict="expected"))
    case = facts(happened, planned, rows=rows)
    assert incidents.listing(case).caption == (
        "Incidents, newest first: 1 in the chart and 1 planned or denied"
    )
    case = facts(happened, rows=rows[:1])
    assert incidents.listing(case).caption == "Incidents, newest first"


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


def test_conditions_are_told_by_sector_newest_first() -> None:
    months = {"2021-01": "scarce", "2021-03": "is scarce", "2021-02": "Water"}
    claims = [at(SCARCE, m, span=_within(SCARCE, words)) for m, words in months.items()]
    table = conditions.listing(facts(*claims))
    assert [r.cells[0] for r in table.rows] == ["March 2021", "February 2021", "January 2021"]
    assert {r.group for r in table.rows} == {"Water: 3 tellings, 3 worse"}


def _within(claim: Claim, words: str) -> Span:
    start = TEXTS["a1"].index(words, claim.span.start)
    return Span.of(TEXTS["a1"], start, start + len(words))


def test_a_reprinted_condition_is_told_once_with_its_first_date() -> None:
    table = conditions.listing(facts(at(SCARCE, "2021-02"), at(SCARCE, "2021-01")))
    assert [r.cells[0] for r in table.rows] == ["January 2021"]
    assert table.rows[0].group == "Water: 1 telling, 1 worse"


def test_an_incident_shows_the_words_that_tell_of_it() -> None:
    (row,) = incidents.listing(facts(KILLED, rows=(assessment((KILLED,)),))).rows
    assert row.cells[1:3] == ("Killing, Phase 1", "“Two men were killed”")


def test_a_happening_is_one_row_and_says_how_its_figure_moved() -> None:
    later = dataclasses.replace(KILLED, id="later", low=5.0, high=5.0)
    whole = dataclasses.replace(KILLED, id="whole", low=None, high=None, unit=None, hedge=None)
    claims = (KILLED, later, whole)
    rows = (
        assessment((KILLED, later), low=2.0, best=5.0, high=5.0),
        assessment(claims, indicator="killing", unit=None, breakdown=(), low=None, best=None),
    )
    steps = tuple(
        Step(day, c.low, c.high, "Wire", c.id)
        for day, c in (("2021-03-03", KILLED), ("2021-03-05", later))
    )
    toll = Toll("killed", ("men",), "people", 2.0, 5.0, 5.0, False, steps, "It moved.")
    event = Happening(
        "h1", ("killing",), "mora", "p1", rows[0].period, (toll,), ("Wire",), (), ("later",), (),
        Grade("C", 3), "single", "why", (),
    )  # fmt: skip
    event = dataclasses.replace(event, claims=tuple(c.id for c in claims))
    (row,) = incidents.listing(facts(*claims, rows=rows, happenings=(event,))).rows
    assert row.sentence.text == (
        "Killing at Phase 1 on 3 March 2021: 5 men killed by violence, as alleged by Wire."
        " The figure told moved from 2 men killed by violence to 5."
    )
    assert {KILLED.id, "later"} <= set(row.sentence.claims)
    assert set(row.sentence.assessments) == {r.id for r in rows}


def test_words_that_hold_a_figure_of_few_people_are_not_shown() -> None:
    whole = dataclasses.replace(KILLED, id="whole", low=None, high=None, unit=None, hedge=None)
    readings = (Reading("r", KILLED.account, "hand", claims=(KILLED, whole)),)
    found = Findings(assessments=(assessment((whole,)),))
    case = dossier(readings=readings, findings=found, view=View())
    plan = dataclasses.replace(case.plan, small_cell=5)
    held = Facts.of(dataclasses.replace(case, plan=plan))
    assert incidents.listing(held).rows[0].cells[2] == "–"
    assert rests.endnote(1, whole, held).quote == rests.HELD_BACK


def test_sources_on_which_no_claim_rests_are_listed_apart() -> None:
    rows = (
        Missing("m1", "Survey", "document", ("a1",), (MORE.id,), "Get it."),
        Missing("m2", "Channel", "named", ("a2",), (), "Get it too."),
    )
    held = facts(MORE, missing=rows)
    assert [r.cells for r in conflicts.missing(held).rows] == [("Survey", "document", "Daily")]
    assert conflicts.named(held).rows == (("Channel", "named", "a2", "Get it too."),)


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
        "People, 2 parts", "25%", "25%", "20 January 2021", "silent (worst: p2)", "It is silent.",
    )  # fmt: skip


def test_a_line_of_which_only_parts_are_told_of_says_so() -> None:
    women = at(SEVENTY, "2022-09-02", breakdown=("women",))
    view = View((cell("2022-10", "silent"),))
    case = facts(women, rows=(assessment((women,)),))
    case = Facts.of(dataclasses.replace(case.dossier, view=view))
    assert blind.gaps(case).rows[0][3] == "only parts of it, last 2 September 2022"
    case = Facts.of(dataclasses.replace(case.dossier, findings=Findings()))
    assert blind.gaps(case).rows[0][3] == "never"


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


def test_a_figure_of_long_ago_is_marked_old() -> None:
    old, new = at(SEVENTY, "2019-01"), at(GOING, "2021-01")
    rows = assessment((old,)), assessment((new,))
    table = figures.latest(facts(old, new, rows=rows))
    assert [r.cells[4] for r in table.rows] == ["January 2019, old", "January 2021"]


def test_each_problem_is_listed_once_the_gravest_first() -> None:
    note = Issue("i2", "read", "n", "note", "a1", "A note.")
    bad = Issue("i3", "ingest", "e", "error", "a2", "An error.")
    case = dossier(issues=(note, bad), readings=(Reading("r", "a1", "hand", issues=(note,)),))
    rows = rests.problems(Facts.of(case), ()).rows
    assert [r[0] for r in rows] == ["error", "note"]


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
    chart = blind.sight(Facts.of(dossier(view=View((), (), sights, 0.0))))
    ticks = [int(t) for t in re.findall(r">(\d+)%</text>", charts.svg(chart))]
    assert f"{max(ticks)}%" == last_tick


LOOP = Loop("l1", "population", ("Daily", "Wire"), ("a1", "a2"), (MORE.id, SEVENTY.id), (), "Why.")


def test_a_circle_is_shown_with_what_it_is_about() -> None:
    (row,) = circles.circles(facts(MORE, SEVENTY, loops=(LOOP,))).rows
    assert row.cells == (
        "Daily and Wire",
        "People living there: more than 62,000 people",
        "–",
    )
    assert row.sentence.claims == (MORE.id, SEVENTY.id)


def test_a_circle_about_another_place_is_not_shown() -> None:
    away = [dataclasses.replace(claim, site="elsewhere") for claim in (MORE, SEVENTY)]
    assert circles.circles(facts(*away, loops=(LOOP,))).rows == ()


def unreported(**more: object) -> Unreported:
    found = Unseen(**{**NOT_KNOWN, **more})  # type: ignore[arg-type]
    lists = () if found.mean is None else ("Daily", "Wire", "Herald")
    return Unreported("u1", "mora", "killing", Period.parse("2021"), lists, found, (KILLED.id,))


NOT_KNOWN = {
    **dict.fromkeys(("mean", "median", "low", "high")), "observed": 6, "models": 0,
    "reason": "no list is long enough",
}  # fmt: skip
KNOWN = {"mean": 41.2, "median": 40.0, "low": 31.0, "high": 60.0, "observed": 25, "models": 8}


def test_what_nobody_told_of_is_estimated_only_where_it_can_be() -> None:
    known = facts(KILLED, unreported=(unreported(**KNOWN),))
    (sentence,) = circles.unreported(known)
    assert sentence.text == (
        "Going by how far the lists of Daily, Wire and Herald overlap, there were probably about 40"
        " incidents of the type killing in 2021, between 31 and 60; 25 are told of."
    )
    assert circles.unestimated(known) == ""


def test_where_it_cannot_the_reason_is_told() -> None:
    case = facts(KILLED, unreported=(unreported(),))
    assert circles.unreported(case) == ()
    assert circles.unestimated(case) == (
        "How many incidents nobody reported cannot be estimated. Even of the type told of most,"
        " killing with 6 in 2021, no list is long enough."
    )
    assert circles.unestimated(facts(KILLED)) == ""
