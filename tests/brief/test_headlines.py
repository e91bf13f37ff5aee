"""The headline judgements: what is most recent, gravest, worst and widest, each with its words."""

import dataclasses

from tests.brief.made import (
    GOING,
    KILLED,
    MORE,
    SCARCE,
    SEVENTY,
    assessment,
    at,
    cell,
    claim,
    dossier,
    facts,
)

from thirdhand.brief.facts import Facts
from thirdhand.brief.parts import alarms, headlines, sight
from thirdhand.model import Alarm, Balance, Contradiction, Grade, Sight, View, Window

NOW = at(SEVENTY, "2021-03-31", low=50000.0, high=50000.0)
BEFORE = at(SEVENTY, "2020-03-31")
ROWS = (
    assessment((NOW,), low=48000.0, high=52000.0, grade=Grade("B", 3)),
    assessment((BEFORE,), low=68000.0, high=72000.0, grade=Grade("B", 3)),
)


def test_the_population_stands_with_its_interval_and_the_way_it_goes() -> None:
    sentence = headlines.judgements(facts(NOW, BEFORE, rows=ROWS))[0]
    assert sentence.text == (
        "According to officials, there were 50,000 people living there on 31 March 2021. "
        "All that is told over time puts it between 48,000 and 52,000. "
        "That is fewer than 70,000 people living there on 31 March 2020, told by officials."
    )
    assert set(sentence.claims) == {NOW.id, BEFORE.id}
    assert set(sentence.assessments) == {row.id for row in ROWS}


def test_a_newer_figure_that_is_worse_founded_is_told_of() -> None:
    newer = at(MORE, "2021-04", low=40000.0, high=40000.0, hedge="about")
    rows = (*ROWS, assessment((newer,), grade=Grade("D", 3)))
    sentence = headlines.judgements(facts(NOW, BEFORE, newer, rows=rows))[0]
    assert "there were 50,000 people living there on 31 March 2021." in sentence.text
    assert sentence.text.endswith(
        "A newer figure, about 40,000 people living there in April 2021, is told by Relief Office."
    )
    assert newer.id in sentence.claims


def test_where_intervals_overlap_it_is_open_whether_it_moved() -> None:
    rows = ROWS[0], dataclasses.replace(ROWS[1], low=51000.0)
    assert "the intervals overlap: it is open whether it moved." in (
        headlines.judgements(facts(NOW, BEFORE, rows=rows))[0].text
    )


def test_who_was_struck_off_the_register_need_not_have_left() -> None:
    struck = at(MORE, "2021-02", low=2000.0, high=2000.0, hedge="about")
    why = "struck off the register, which is no departure: about 2,000 people (account a1); so."
    row = Balance(
        "b1", "flows", "population", "mora", NOW.period, (NOW.id, BEFORE.id, struck.id), (1, -1),
        None, None, None, None, 1.0, why,  # type: ignore[arg-type]
    )  # fmt: skip
    (sentence, *_) = headlines.judgements(facts(NOW, BEFORE, struck, rows=ROWS, balances=(row,)))
    assert sentence.text.endswith(
        "Between the two counts about 2,000 (Relief Office) were struck off the register: "
        "that is a matter of files and told apart from leaving."
    )
    assert struck.id in sentence.claims


def test_what_is_old_is_no_judgement() -> None:
    """A figure of a year that ended long before the brief does."""
    old, new = at(GOING, "2018-01", stance="asserted"), at(GOING, "2021-03", stance="asserted")
    rows = assessment((old,)), assessment((new,))
    told = [s.text for s in headlines.judgements(facts(old, new, rows=rows))]
    assert len(told) == 1
    assert "March 2021" in told[0]


def test_a_year_that_still_runs_is_not_the_newest() -> None:
    whole = at(SEVENTY, "2021", low=90000.0, high=90000.0)
    rows = (*ROWS, assessment((whole,), grade=Grade("A", 1)))
    case = facts(NOW, BEFORE, whole, rows=rows)
    window = Window(since="2021-03-01", until="2021-03-31")
    held = Facts.of(dataclasses.replace(case.dossier, window=window))
    assert "50,000" in headlines.judgements(held)[0].text


def test_the_gravest_comes_first_and_what_cost_nobody_is_no_judgement() -> None:
    few, many = at(KILLED, "2021-03-09"), at(KILLED, "2021-03-02", low=9.0, high=9.0)
    nobody = at(KILLED, "2021-03-05", low=None, high=None, unit=None, hedge=None)
    rows = tuple(assessment((c,)) for c in (few, many, nobody))
    told = headlines.judgements(facts(few, many, nobody, rows=rows))
    assert [s.claims for s in told] == [(many.id,), (few.id,)]


def test_what_is_said_of_access_is_theirs_and_stands_once() -> None:
    barred = dataclasses.replace(
        SCARCE,
        condition=dataclasses.replace(SCARCE.condition, sector="access"),  # type: ignore[type-var]
    )
    (sentence,) = headlines.judgements(facts(barred))
    assert sentence.text == "According to Daily: “Water is scarce”."


def test_the_worst_is_where_most_voices_tell_that_it_is_bad() -> None:
    words = claim(
        "a4", "minimal security", "the office", kind="condition",
        condition=dataclasses.replace(SCARCE.condition, sector="security"),  # type: ignore[type-var]
    )  # fmt: skip
    other = dataclasses.replace(words, id="o", chain=("Herald",))
    told = headlines.judgements(facts(SCARCE, words, other))
    assert [s.text for s in told] == ["Security, bad: “minimal security” (Herald)."]


def test_the_widest_contradiction_is_told_with_both_sides() -> None:
    row = Contradiction("c1", "contradiction", (MORE.id, SEVENTY.id), "population", False, "Why.")
    (sentence,) = headlines.judgements(facts(MORE, SEVENTY, contradictions=(row,)))
    assert sentence.text.endswith(" These contradict one another on people living there.")
    assert sentence.claims == (MORE.id, SEVENTY.id)


def test_a_contradiction_inside_one_account_says_so_and_what_is_unclear() -> None:
    other = dataclasses.replace(
        MORE, id="other", low=70000.0, high=70000.0, hedge="exact", scope="several camps"
    )
    row = Contradiction("c1", "contradiction", (MORE.id, other.id), "population", True, "Why.")
    (sentence,) = headlines.judgements(facts(MORE, other, contradictions=(row,)))
    assert sentence.text.endswith(
        " These contradict one another on people living there inside one account; it is unclear of "
        "which place one of them is told."
    )


def test_two_parts_of_a_year_are_told_to_the_day() -> None:
    """44 up to August against 36 in all: "2022" twice would hide why both cannot be."""
    part = at(KILLED, "2022", id="part", low=44.0, high=44.0, stance="asserted")
    end = dataclasses.replace(part.period, end="2022-08-30")  # type: ignore[type-var]
    part = dataclasses.replace(part, period=end)
    whole = at(KILLED, "2022", id="whole", low=36.0, high=36.0, stance="asserted")
    row = Contradiction("c1", "contradiction", ("part", "whole"), "killed", False, "Why.")
    (sentence,) = headlines.judgements(facts(part, whole, contradictions=(row,)))
    assert sentence.text.startswith(
        "Wire says 44 (1 January to 30 August 2022); Wire says 36 (1 January to 31 December 2022)."
    )


def test_what_is_contested_is_told_once() -> None:
    """By the widest contradiction, and not again as a figure of its sector."""
    one, other = at(GOING, "2021-03", stance="asserted"), at(GOING, "2021-03", id="o", low=900.0)
    other = dataclasses.replace(other, high=900.0, stance="asserted")
    row = Contradiction("c1", "contradiction", (one.id, other.id), "returns", False, "Why.")
    fold = assessment((one, other), verdict="contested", grade=Grade("C", 4))
    (sentence,) = headlines.judgements(facts(one, other, rows=(fold,), contradictions=(row,)))
    assert "These contradict one another on" in sentence.text


def test_the_alarm_that_counts_is_the_first_that_stands() -> None:
    values = ("mora", "fall", "the index", None, "2021-03-01", "2021-03-31")
    rung = Alarm("a1", *values, False, 0.1, 0.2, None, "share", "It fell.", (), (), (), 1)  # type: ignore[arg-type]
    stands = dataclasses.replace(rung, id="a2", standing=True, rank=2, reason="It is low.")
    case = Facts.of(dossier(view=View(alarms=(stands, rung))))
    assert alarms.first(case) == "Alarm, the visibility index fell: It is low."
    assert [row[3] for row in alarms.listing(case).rows] == ["rang until 31 March 2021", "yes"]
    assert alarms.first(Facts.of(dossier())) == ""


def test_what_cannot_be_seen_is_named() -> None:
    cells = (
        cell("2021-03", "silent"),
        dataclasses.replace(cell("2021-03", "one voice"), label="water"),
        dataclasses.replace(cell("2021-03", "no access"), label="food"),
    )
    view = View(cells, (), (Sight("2021-03", 0.0, 0.3, 3, 1, 1),))
    assert sight.unseen(Facts.of(dossier(view=view))) == (
        "What cannot be seen: of 3 lines of the plan nobody tells of 2 in March 2021: “food” and "
        "“people”. That is no sign that nothing happened."
    )
    assert sight.unseen(Facts.of(dossier(view=View()))) == ""
