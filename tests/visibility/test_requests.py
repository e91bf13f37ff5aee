"""Questions in plain words, whom they are put to and why, and the list of them."""

import csv
import dataclasses
import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.visibility.made import (
    ARRIVALS,
    KILLING,
    POPULATION,
    SITE,
    WATER,
    account,
    assessed,
    condition,
    seen,
)

from thirdhand.model import (
    Account,
    AccountGroup,
    Addressee,
    Claim,
    Contradiction,
    Event,
    Findings,
    Missing,
    Plan,
    PlanItem,
    Reading,
    Reliability,
    Request,
    Voice,
)
from thirdhand.visibility import look, requests_table
from thirdhand.words import vocabulary


def item(indicator: str, kind: str = "figure", *breakdown: str, **more: object) -> PlanItem:
    known = vocabulary().get(indicator)
    sector = known.sector if known else "aid"
    unit = known.units[0] if known else None
    values = {"unit": unit, "cadence": "month", "label": "the label", **more}
    return PlanItem(
        kind, indicator, shelf_life=45, sector=sector, breakdown=breakdown, **values  # type: ignore[arg-type]
    )  # fmt: skip


def asked(row: PlanItem, **more: object) -> str:
    (request,) = seen(row, **more).requests  # type: ignore[arg-type]
    return request.question


# What is asked.


@pytest.mark.parametrize(
    ("row", "question"),
    [
        (POPULATION, "How many people lived in Mora at the end of June 2021?"),
        (
            item("population", unit="households"),
            "How many households lived in Mora at the end of June 2021?",
        ),
        (
            item("population", "figure", "foreign", "children"),
            "How many foreign children lived in Mora at the end of June 2021?",
        ),
        (
            item("population", "figure", "children", unit="percent"),
            "What share of the people living in Mora at the end of June 2021 were children?",
        ),
        (
            ARRIVALS,
            "How many people arrived in Mora in each month from January 2021 to June 2021?",
        ),
        (
            item("repatriated", cadence="year"),
            "How many people did third countries take home from Mora in 2021?",
        ),
        (
            item("killed", cadence="year"),
            "How many people were killed by violence in Mora in 2021?",
        ),
        (
            item("disease-cases", "figure", "malnutrition", cadence="year"),
            "How many cases of malnutrition were there in Mora in 2021?",
        ),
        (
            item("fire", "incident", cadence="year"),
            "What fires were there in Mora in 2021: where, and with what harm?",
        ),
        (
            item("access", "condition", cadence="quarter"),
            "Who could get into Mora at the end of June 2021, and who could not?",
        ),
        (
            item("guards", "figure", "women", label="Women on guard"),
            "What was the figure for “Women on guard” in Mora at the end of June 2021?",
        ),
    ],
    ids=lambda value: value.indicator if isinstance(value, PlanItem) else "",
)
def test_a_gap_is_asked_about_in_plain_words(row: PlanItem, question: str) -> None:
    assert asked(row) == question


WORDS = vocabulary()
EVERY = [
    *(item(i.name, "figure", *by, unit=unit) for i in WORDS.indicators
      for by in [(), *i.by] for unit in i.units),
    *(item(sector, "condition") for sector in WORDS.sectors),
    *(item(event, "incident") for event in WORDS.events),
]  # fmt: skip


@pytest.mark.parametrize("row", EVERY, ids=lambda r: " ".join((r.indicator, *r.breakdown)))
def test_every_word_of_the_vocabulary_makes_a_question(row: PlanItem) -> None:
    question = asked(row)
    assert question.endswith("?")
    assert "Mora" in question
    assert "2021" in question
    assert not set("{}") & set(question)
    assert "  " not in question


def test_the_newest_gap_is_asked_about() -> None:
    rows = [assessed("population", f"2021-0{n}-20", "AB") for n in (1, 2, 5, 6)]
    fast = dataclasses.replace(POPULATION, shelf_life=10)
    view = seen(fast, *rows)
    (request,) = view.requests
    assert request.question == "How many people lived in Mora at the end of April 2021?"
    assert request.period == "2021-04"
    assert request.why == ("Not seen in 2 of 6 months (2 stale); last told of on 20 June 2021.")
    assert len(request.cells) == 2


def test_quarters_are_named_in_words() -> None:
    row = item("repatriated", cadence="quarter")
    assert asked(row) == (
        "How many people did third countries take home from Mora in each quarter from the first "
        "quarter of 2021 to the second quarter of 2021?"
    )


def test_nobody_is_asked_about_a_day_after_the_look() -> None:
    assert asked(POPULATION, end="2021-06-12") == "How many people lived in Mora on 12 June 2021?"


def test_what_happens_is_asked_of_a_year_at_most() -> None:
    (request,) = seen(ARRIVALS, start="2019-01").requests
    assert request.period == "2020-07/2021-06"
    assert request.question.endswith("in each month from July 2020 to June 2021?")


def test_the_parts_of_one_line_are_one_question() -> None:
    row = PlanItem("condition", "water", "water", "month", 45, "water", areas="each", ask="WASH")
    (request,) = seen(row, end="2021-02").requests
    assert request.question == (
        "How did the water supply stand in Mora (Phase 1, Phase 2) at the end of February 2021: "
        "better, worse or as before?"
    )
    assert request.why == "Not seen in 4 of 4 months of a part (4 silent); never told of."
    assert len(request.cells) == 4


def test_what_is_seen_is_not_asked() -> None:
    rows = [assessed("population", f"2021-0{n}", "AB") for n in range(1, 7)]
    assert seen(POPULATION, *rows).requests == ()


# Whom it is put to. A line that is stale at once, so that nobody is asked to confirm himself.
WATER_NOW = dataclasses.replace(WATER, shelf_life=1)

Say = tuple[str, str, Claim]


def say(who: str, published: str, sector: str = "water", **more: object) -> Say:
    """An account of that day in which `who` tells of a sector."""
    claim = condition(sector, published[:7], f"{who} of {sector} on {published}")
    return who, published, dataclasses.replace(claim, **more)  # type: ignore[arg-type]


def to(row: PlanItem, *said: Say, **found: object) -> Sequence[Addressee]:
    """Whom the question of one line is put to.

    A voice in brackets has no name; "A:B" is the voice A, graded B.
    """
    accounts: list[Account] = []
    readings, voice_of, voices = [], [], {}
    for number, (who, published, claim) in enumerate(said):
        name, _, grade = who.partition(":")
        ref = f"a{number}"
        mine = dataclasses.replace(claim, id=f"c{number}", account=ref, chain=(name, "Daily"))
        kind = "unnamed" if name.startswith("(") else "named"
        voices[name] = Voice(name, name, kind, None, None, 1, 1, grade or "C")  # type: ignore[arg-type]
        accounts.append(account(ref, published))
        readings.append(Reading(f"r{number}", ref, "hand", claims=(mine,)))
        voice_of.append((mine.id, name))
    findings = Findings(voices=tuple(voices.values()), voice_of=tuple(voice_of), **found)  # type: ignore[arg-type]
    plan = Plan("mora", (SITE,), (row,), start="2021-01", end="2021-12")
    (request,) = look(accounts, readings, findings, plan, SITE, vocabulary()).requests
    return request.to


def names(rows: Sequence[Addressee]) -> list[str]:
    return [row.name for row in rows]


def test_whom_to_ask_and_why() -> None:
    said = [say("MSF:B", f"2021-0{n}-03") for n in (2, 3, 4, 5)]
    (one,) = to(WATER, *said)
    assert one == Addressee("MSF", "told of it 4 times, last on 3 May 2021; usually reliable")


@pytest.mark.parametrize(
    ("said", "order"),
    [
        pytest.param(
            [say("A", "2021-10-01"), *(say("B", f"2021-0{n}-01") for n in (7, 8, 9))],
            ["B", "A"],
            id="who told of it most",
        ),
        pytest.param(
            [
                say("A", "2021-07-01", condition=None, indicator="water-supply"),
                say("B", "2021-07-01"),
            ],
            ["B", "A"],
            id="of the thing before of its sector",
        ),
        pytest.param(
            [say("A:D", "2021-07-01"), say("B:A", "2021-07-01")], ["B", "A"], id="the better grade"
        ),
        pytest.param(
            [say("A", "2021-07-01"), say("B", "2021-07-01", basis="witnessed")],
            ["B", "A"],
            id="who saw it",
        ),
        pytest.param(
            [*(say("A:A", f"2020-0{n}-01") for n in range(1, 9)), say("B:E", "2021-07-01")],
            ["B", "A"],
            id="who was not heard for a year comes last",
        ),
        pytest.param(
            [say("A", "2021-07-01"), say("(officials)", "2021-07-01")],
            ["A", "Daily"],
            id="nobody can ask officials, but the outlet that passed it on",
        ),
        pytest.param([say("A", "2021-07-01", stance="expected")], [], id="a plan is no knowledge"),
        pytest.param([say("A", "2021-07-01", "food")], [], id="of another matter"),
        pytest.param([say(v, "2021-07-01") for v in "ABCDE"], ["A", "B", "C"], id="three at most"),
    ],
)
def test_those_most_likely_to_know_come_first(said: list[Say], order: list[str]) -> None:
    assert names(to(WATER_NOW, *said)) == order


def test_a_measured_share_of_right_figures_comes_before_a_grade() -> None:
    said = [say("A:A", "2021-07-01"), say("B:C", "2021-07-01")]
    rows = (
        Reliability("A", 0.4, 0.2, 0.6, 9, "A", "water"),
        Reliability("B", 0.8, 0.6, 0.9, 9, "B", "water"),
        Reliability("B", 0.1, 0.0, 0.2, 9, "B", "food"),
    )
    first, second = to(WATER_NOW, *said, reliability=rows)
    assert first.name == "B"
    assert first.why == (
        "told of it once, last on 1 July 2021; about 80% of its figures on water fit the others'"
    )
    assert second.name == "A"


def test_who_is_not_heard_any_more_is_said_to_be_so() -> None:
    (one,) = to(WATER_NOW, say("A", "2019-07-01"))
    assert one.why == (
        "told of it once, last on 1 July 2019, not heard on anything since 1 July 2019; "
        "fairly reliable"
    )


def test_the_voice_that_told_it_alone_cannot_confirm_itself() -> None:
    row = assessed("water", "2021-12-20", "A", kind="condition", unit=None)
    said = [say("A", "2021-12-20"), say("B", "2021-05-01")]
    assert names(to(WATER, *said, assessments=(row,))) == ["B"]


def test_whom_the_plan_names_comes_first_with_what_they_told() -> None:
    row = dataclasses.replace(WATER_NOW, ask="UNICEF and the Water Board")
    said = [say("UN", "2021-07-01"), say("Water Board", "2021-08-01")]
    first, second = to(row, *said)
    assert first.name == "UNICEF and the Water Board"
    assert first.why == (
        "named in the plan; Water Board told of it once, last on 1 August 2021; fairly reliable"
    )
    assert second.name == "UN", "UN is not UNICEF"


def test_a_reprint_is_not_told_twice() -> None:
    said = [say("A", "2021-07-01"), say("A", "2021-07-02"), say("A", "2021-07-03")]
    copies = (AccountGroup("g", ("a0", "a1", "a2"), "a0", "the same words"),)
    (one,) = to(WATER_NOW, *said, copies=copies)
    assert one.why.startswith("told of it once, last on 1 July 2021")


def test_happenings_have_the_sector_of_the_plan() -> None:
    event = say("A", "2021-07-01", condition=None, event=Event("killing"), kind="incident")
    attack = dataclasses.replace(KILLING, indicator="attack")
    assert names(to(KILLING, event)) == ["A"]
    assert names(to(attack, event)) == []


# Documents and contradictions.


def others(**found: object) -> list[Request]:
    kind = found.pop("speaker_kind", "named")
    claims = [
        dataclasses.replace(
            condition("population", when, f"{low} people"), id=f"c{low}", account=f"a{low}",
            kind="figure", condition=None, indicator="population", low=low, high=low,
            unit="people", chain=(who, "Daily"), speaker_kind=kind,  # type: ignore[arg-type]
        )
        for who, when, low in (("A", "2021-03", 500.0), ("B", "2021-03", 700.0))
    ]  # fmt: skip
    small = found.pop("small", 0)
    voices = tuple(Voice(n, n, "named", None, None, 1, 1, "C") for n in "AB")
    findings = Findings(
        voices=voices, voice_of=(("c500.0", "A"), ("c700.0", "B")), **found  # type: ignore[arg-type]
    )  # fmt: skip
    accounts = [account("a500.0", "2021-03-05"), account("a700.0", "2021-03-20")]
    readings = [Reading(f"r{c.id}", c.account, "hand", claims=(c,)) for c in claims]
    plan = Plan("mora", (SITE,), (), start="2021-01", end="2021-06", small_cell=small)  # type: ignore[arg-type]
    return list(look(accounts, readings, findings, plan, SITE, vocabulary()).requests)


CLASH = Contradiction(
    "x", "contradiction", ("c500.0", "c700.0"), "population", within=False, reason="no"
)


def test_both_sides_of_a_contradiction_are_asked_which_holds() -> None:
    (row,) = others(contradictions=(CLASH,))
    assert row.question == (
        "Which is right for “people living there” in Mora, March 2021: "
        "“500.0 people” (A) or “700.0 people” (B)?"
    )
    assert row.to == (
        Addressee("A", "told one of the two; last heard on 5 March 2021"),
        Addressee("B", "told one of the two; last heard on 20 March 2021"),
    )
    assert (row.kind, row.period, row.sector, row.claims) == (
        "contradiction", "2021-03", "population", ("c500.0", "c700.0"),
    )  # fmt: skip


def test_nobody_can_ask_officials_who_contradict_but_the_outlet_that_has_it() -> None:
    (row,) = others(contradictions=(CLASH,), speaker_kind="unnamed")
    assert row.to == (Addressee("Daily", "passed on one of the two"),)


def test_figures_of_few_people_are_not_told_in_a_question() -> None:
    (row,) = others(contradictions=(CLASH,), small=600)
    assert row.question == "Which is right for “people living there” in Mora, March 2021?"


def test_a_change_is_no_contradiction() -> None:
    assert others(contradictions=(dataclasses.replace(CLASH, kind="change"),)) == []


def test_a_document_that_is_cited_and_not_held_is_asked_for() -> None:
    missing = (
        Missing("m1", "A report of Monday", "document", ("a500.0",), ("c500.0",), "r"),
        Missing("m2", "of elsewhere", "document", ("z",), ("c-elsewhere",), "r"),
    )
    (row,) = others(missing=missing)
    assert row.question == (
        "Can we have the document “A report of Monday”, which Daily cited on 5 March 2021?"
    )
    assert row.why == (
        "1 claim about Mora rests on it, and it is not held: nobody here can check its words."
    )
    assert row.to == (
        Addressee("A", "it is theirs; last heard on 5 March 2021"),
        Addressee("Daily", "cites it"),
    )


# The order and the list.


def test_what_is_out_of_sight_now_is_asked_first() -> None:
    """Food was told of long ago, water lately; education never, and stands last in the plan."""
    items = tuple(
        PlanItem("condition", sector, sector, "month", 45, sector)
        for sector in ("food", "water", "education")
    )
    claims = tuple(
        condition(sector, f"{year}-{n:02d}", f"{sector} {n}")
        for sector, year in (("food", 2019), ("water", 2021))
        for n in range(1, 13)
    )
    readings = [Reading("r1", "a1", "hand", claims=claims)]
    plan = Plan("mora", (SITE,), items, start="2019-01", end="2021-12")
    view = look([], readings, Findings(), plan, SITE, vocabulary())
    assert [r.sector for r in view.requests] == ["education", "food", "water"]
    assert [r.rank for r in view.requests] == [1, 2, 3]


def test_a_letter_that_settles_something_stands_after_every_four_gaps() -> None:
    items = tuple(item("killed", label=f"line {n}") for n in range(6))
    missing = tuple(
        Missing(f"m{n}", f"report {n}", "document", ("a1",), (f"water 2021-0{n} x",), "r")
        for n in (1, 2, 3)
    )
    claims = tuple(condition("water", f"2021-0{n}", "x") for n in (1, 2, 3))
    readings = [Reading("r1", "a1", "hand", claims=claims)]
    plan = Plan("mora", (SITE,), items, start="2021-01", end="2021-06")
    view = look(
        [account("a1", "2021-04-01")], readings, Findings(missing=missing), plan, SITE, vocabulary()
    )
    kinds = [r.kind for r in view.requests]
    assert kinds == ["gap"] * 4 + ["document"] + ["gap"] * 2 + ["document"] * 2
    assert [r.rank for r in view.requests] == list(range(1, 10))


def test_the_list_has_a_line_a_question() -> None:
    row = Request(
        "r", "How many?", (Addressee("A", "told of it once"), Addressee("B", "")), (),
        "Never told of.", "gap", "2021-03", "water", (), 1,
    )  # fmt: skip
    assert list(requests_table([row])) == [
        ("rank", "question", "why", "ask", "period", "sector"),
        ("1", "How many?", "Never told of.", "A (told of it once); B", "2021-03", "water"),
    ]


@pytest.mark.parametrize(
    "name", ["=HYPERLINK(1)", "+1", "-1", "@sum", "\t=1", "\r\n=1", " =1", "＝1"]
)
def test_no_cell_begins_a_formula(name: str) -> None:
    row = Request("r", name, (Addressee(name, ""),), (), name)
    _, cells = requests_table([row])
    assert cells[1].startswith("'")
    assert cells[3].startswith("'")
    assert "\n" not in cells[1]


@given(st.text())
def test_what_is_written_can_be_read_again_and_runs_nowhere(text: str) -> None:
    row = Request("r", text, (Addressee(text, text),), (), text, "gap", text, text)
    _, cells = requests_table([row])
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    (back,) = csv.reader(io.StringIO(out.getvalue()))
    assert tuple(back) == cells
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)
