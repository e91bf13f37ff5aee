"""What happened: a row a happening, a bar a week, the gravest in order."""

import dataclasses

from tests.brief.made import KILLED, assessment, at, dossier, facts

from thirdhand.brief.facts import Facts
from thirdhand.brief.parts import incidents, rests, timeline
from thirdhand.model import Findings, Grade, Happening, Reading, Step, Toll, View


def test_incidents_are_counted_by_type_and_week() -> None:
    days = ("2021-03-01", "2021-03-07", "2021-03-08", "2021-03")
    claims = [at(KILLED, day) for day in days]
    chart = timeline.chart(facts(*claims, rows=tuple(assessment((c,)) for c in claims)))
    assert chart.rows == (
        {"type": "killing", "first": "2021-03-01", "last": "2021-03-08", "count": 2},
        {"type": "killing", "first": "2021-03-08", "last": "2021-03-15", "count": 1},
    )
    assert "3 in all" in chart.alt
    assert "1 more are told of less closely and are not in it." in chart.alt


def test_a_long_time_is_counted_by_month() -> None:
    claims = [at(KILLED, day) for day in ("2018-12-30", "2021-03-01", "2021-03-31", "2021")]
    chart = timeline.chart(facts(*claims, rows=tuple(assessment((c,)) for c in claims)))
    assert [(r["first"], r["last"], r["count"]) for r in chart.rows] == [
        ("2018-12-01", "2019-01-01", 1),
        ("2021-03-01", "2021-04-01", 2),
    ]


def test_the_gravest_stand_in_the_order_of_time() -> None:
    few, many = at(KILLED, "2021-03-09"), at(KILLED, "2021-03-02", low=9.0, high=9.0)
    nobody = at(KILLED, "2021-03-05", low=None, high=None, unit=None, hedge=None)
    rows = tuple(assessment((c,)) for c in (few, many, nobody))
    table = timeline.gravest(facts(few, many, nobody, rows=rows))
    assert [r.cells[:4] for r in table.rows] == [
        ("2 March 2021", "Killing", "Phase 1", "9 men killed by violence"),
        ("9 March 2021", "Killing", "Phase 1", "2 men killed by violence"),
    ]


def test_the_table_of_incidents_says_how_many_did_not_happen() -> None:
    happened, planned = at(KILLED, "2021-03-01"), at(KILLED, "2021-05-02")
    rows = (assessment((happened,)), assessment((planned,), verdict="expected"))
    case = facts(happened, planned, rows=rows)
    assert incidents.listing(case).caption == (
        "Incidents, newest first: 1 told to have happened and 1 planned or denied"
    )
    case = facts(happened, rows=rows[:1])
    assert incidents.listing(case).caption == "Incidents, newest first"


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


def test_a_toll_stands_with_the_voice_and_the_grade_of_those_who_tell_it() -> None:
    """Three voices tell that it happened, one of them how many were killed."""
    others = [
        dataclasses.replace(
            KILLED, id=name, low=None, high=None, unit=None, hedge=None, chain=(name, "Daily"),
            stance="asserted",
        )
        for name in ("Army", "Office")
    ]  # fmt: skip
    killed = dataclasses.replace(KILLED, stance="asserted")
    claims = (killed, *others)
    whole = {"indicator": "killing", "unit": None, "breakdown": (), "low": None, "best": None}
    rows = (
        assessment((killed,), grade=Grade("C", 3)),
        assessment(claims, **whole, grade=Grade("B", 1), verdict="agreed"),
    )
    event = Happening(
        "h1", ("killing",), "mora", "p1", rows[0].period, (), ("Wire",), (), (), (),
        Grade("B", 1), "agreed", "why", (),
    )  # fmt: skip
    event = dataclasses.replace(event, claims=tuple(c.id for c in claims))
    (row,) = incidents.listing(facts(*claims, rows=rows, happenings=(event,))).rows
    assert row.sentence.text == (
        "Killing at Phase 1 on 3 March 2021: 2 men killed by violence, according to Wire."
    )
    assert row.sentence.grade == "C3"
    assert row.cells[4:] == ("Wire", "C3", "one voice; that it happened: voices agree")


def test_words_that_hold_a_figure_of_few_people_are_not_shown() -> None:
    whole = dataclasses.replace(KILLED, id="whole", low=None, high=None, unit=None, hedge=None)
    readings = (Reading("r", KILLED.account, "hand", claims=(KILLED, whole)),)
    found = Findings(assessments=(assessment((whole,)),))
    case = dossier(readings=readings, findings=found, view=View())
    plan = dataclasses.replace(case.plan, small_cell=5)
    held = Facts.of(dataclasses.replace(case, plan=plan))
    assert incidents.listing(held).rows[0].cells[2] == "–"
    assert rests.endnote(1, whole, held).quote == rests.HELD_BACK
