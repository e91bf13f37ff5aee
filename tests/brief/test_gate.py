"""What the gate lets pass and what it stops."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.brief.made import (
    ACCOUNTS,
    CLAIMS,
    GOING,
    KILLED,
    MORE,
    SCARCE,
    SEVENTY,
    assessment,
    dossier,
)

from thirdhand.brief.gate import Basis, Known, faults
from thirdhand.brief.gate.numbers import numbers
from thirdhand.brief.write import outlined
from thirdhand.model import Assessment, Balance, Claim, Period, Unreported, Unseen

KNOWN = Known.of(dossier())
HELD = {a.id: a for a in ACCOUNTS}
FOLD = assessment((MORE, SEVENTY), low=62000.0, best=68000.0, high=71000.0, verdict="agreed")


def basis(*claims: Claim, rows: tuple[Assessment, ...] = (), names: tuple[str, ...] = ()) -> Basis:
    return Basis(claims, HELD, rows, names, known=KNOWN)


UNSEEN = Unreported(
    "u", "mora", "killing", Period.parse("2020"), ("Daily",),
    Unseen(41.2, 40.4, 31.0, 60.0, 25, 8), (SCARCE.id,),
)  # fmt: skip
ESTIMATED = Basis((SCARCE,), HELD, (), (), 0, (UNSEEN,))
SUM = Balance(
    "s", "list", "killed", "mora", Period.parse("2021"), (KILLED.id, GOING.id), (1,),
    250.0, 350.0, 2.0, 2.0, 248.0, "a list",
)  # fmt: skip
ADDED = Basis((KILLED, GOING), HELD, (), (), 0, (), (SUM,))
BOTH = basis(MORE, SEVENTY, rows=(FOLD,))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("There were more than 62,000 people.", basis(MORE), id="quote"),
        pytest.param("There were 2 men killed, it is alleged.", basis(KILLED), id="value in words"),
        pytest.param("300 people are expected.", basis(GOING), id="other digits"),
        pytest.param("There were about 68,000 (62,000 to 71,000) people.", BOTH, id="estimate"),
        pytest.param(
            "There were 67,412 to 71,000 people.",
            basis(SEVENTY, rows=(dataclasses.replace(FOLD, low=67412.6),)),
            id="estimate rounded",
        ),
        pytest.param("In March 2021 water was scarce.", basis(SCARCE), id="month"),
        pytest.param("On 3 March 2021 men were killed, allegedly.", basis(KILLED), id="day"),
        pytest.param("From 1 to 31 March 2021 water was scarce.", basis(SCARCE), id="days"),
        pytest.param("Daily: “Water is scarce”.", basis(SCARCE), id="quoted words"),
        pytest.param(
            "According to Channel 4, water is scarce.",
            basis(dataclasses.replace(SCARCE, chain=("Channel 4",)), names=("Channel 4",)),
            id="name",
        ),
        pytest.param("Water is scarce (C3).", basis(SCARCE), id="grade"),
        pytest.param("In 2020 about 40, from 31 to 60; 25 are told of.", ESTIMATED, id="unseen"),
        pytest.param("2 told; 300 make 250 to 350, so 248 are over.", ADDED, id="sum"),
    ],
)
def test_it_lets_pass(text: str, held: Basis) -> None:
    assert faults(text, held) == []


@pytest.mark.parametrize(
    ("text", "held", "why"),
    [
        pytest.param("Water is scarce.", basis(), "it cites no words", id="no span"),
        pytest.param("63,000 people.", basis(SEVENTY), "no words cited hold 63,000", id="number"),
        pytest.param(
            "7,000 people.", basis(SEVENTY), "no words cited hold 7,000", id="a part of one"
        ),
        pytest.param("249 are over.", ADDED, "no words cited hold 249", id="sum"),
        pytest.param(
            "248 are over, it is alleged.",
            dataclasses.replace(ADDED, claims=(KILLED,)),
            "no words cited hold 248",
            id="sum of words not cited",
        ),
        pytest.param("About 42 in 2020.", ESTIMATED, "no words cited hold 42", id="unseen"),
        pytest.param("65% of 70,000.", basis(SEVENTY), "no words cited hold 65", id="share"),
        pytest.param(
            "Scarce in March 2022.", basis(SCARCE), "no words cited are of March 2022", id="year"
        ),
        pytest.param(
            "Alleged on 4 March 2021.",
            basis(KILLED),
            "no words cited are of 4 March 2021",
            id="day",
        ),
        pytest.param(
            "There were 62,000 people.", basis(MORE), "the hedge “more than” is lost", id="hedge"
        ),
        pytest.param(
            "300 people went home.", basis(GOING), "what is expected is told as so", id="plan"
        ),
        pytest.param(
            "2 men were killed.", basis(KILLED), "what is alleged is told as so", id="alleged"
        ),
        pytest.param(
            "According to officials and 9 other voices: 70,000.",
            BOTH,
            "no words cited hold 9",
            id="count",
        ),
        pytest.param(
            "Daily: “Water is gone since 1999”.",
            basis(SCARCE),
            "no words cited are of 1999",
            id="words",
        ),
    ],
)
def test_it_stops(text: str, held: Basis, why: str) -> None:
    assert why in faults(text, held)


@pytest.mark.parametrize(
    "text",
    [
        "There were 70,000 people in March 2021.",
        "On 21 March 2021 Wire told of 70,000 people.",
        "From 1 to 31 March 2021 there were 70,000 people.",
    ],
)
def test_a_date_is_a_period_that_is_cited(text: str) -> None:
    assert faults(text, basis(SEVENTY)) == []


@pytest.mark.parametrize(
    "date",
    [
        "April 2021", "March 2020", "2021", "5 March 2021", "20 March 2021", "31 February 2021",
        "March to April 2021", "2 to 31 March 2021", "2020", "3 April", "2021-04",
    ],
)  # fmt: skip
def test_a_date_that_is_no_period_of_what_is_cited_stops(date: str) -> None:
    text = f"There were 70,000 people, told of {date}."
    assert faults(text, basis(SEVENTY)) == [f"no words cited are of {date}"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param("According to Wire, 2 men were killed, allegedly.", KILLED, id="voice"),
        pytest.param("In Phase 1 at Mora 2 men were killed, allegedly.", KILLED, id="place"),
        pytest.param("In phase one 2 men were killed, allegedly.", KILLED, id="alias"),
        pytest.param("It is alleged that John Doe killed 2 men.", KILLED, id="actor"),
        pytest.param("More than 62,000 people live in Camp Mora.".lower(), MORE, id="small"),
        pytest.param("Life in Mora, by Daily: more than 62,000.", MORE, id="title"),
    ],
)
def test_a_name_stands_in_what_is_cited(text: str, claim: Claim) -> None:
    assert faults(text, basis(claim)) == []


@pytest.mark.parametrize(
    ("text", "claim", "name"),
    [
        pytest.param("According to Herald & Sons, 70,000.", SEVENTY, "Herald & Sons", id="voice"),
        pytest.param("According to UNHCR, 70,000.", SEVENTY, "UNHCR", id="unknown to the case"),
        pytest.param("In Phase 1 water is scarce.", SCARCE, "Phase 1", id="part"),
        pytest.param("Water is scarce in Deir Hafer.", SCARCE, "Deir Hafer", id="other place"),
        pytest.param("It is alleged that John Roe killed 2.", KILLED, "John Roe", id="of two"),
        pytest.param("The Army says 70,000.", SEVENTY, "The Army", id="begins the sentence"),
        pytest.param("70,000, so الصليب الأحمر.", SEVENTY, "الصليب الأحمر", id="other letters"),
    ],
)
def test_a_name_that_nothing_cited_holds_stops(text: str, claim: Claim, name: str) -> None:
    held = dataclasses.replace(basis(claim), names=("الصليب الأحمر",))
    assert faults(text, held) == [f"no words cited name {name}"]


def test_the_register_says_what_else_a_name_is_called() -> None:
    held = dataclasses.replace(SEVENTY, chain=("the army", "Wire"))
    assert faults("According to The Army, 70,000 people.", basis(held)) == []


@pytest.mark.parametrize(
    "text",
    [
        "There were no 70,000 people.",
        "There were not 70,000 people.",
        "There were never 70,000 people.",
        "Nobody told of 70,000 people.",
        "It is false that there were 70,000 people.",
        "There were 70,000 people without officials (not named).",
        "Officials didn’t say 70,000.",
    ],
)
def test_what_is_said_is_not_denied(text: str) -> None:
    assert "no words cited hold" in faults(text, basis(SEVENTY))[0]


def test_what_is_denied_is_not_said() -> None:
    denied = dataclasses.replace(SEVENTY, negated=True)
    assert faults("There were 70,000 people.", basis(denied)) == ["what is denied is told as so"]
    assert faults("There were not 70,000 people.", basis(denied)) == []
    assert faults("Officials (not named): “70,000 people”.", basis(denied)) == []


def test_phrases_of_ours_that_hold_a_negation_deny_nothing() -> None:
    text = (
        "Officials (not named) say 70,000. Others tell of it and neither confirm nor exclude this."
    )
    assert faults(text, basis(SEVENTY)) == []
    assert faults("Water, no change: “Water is scarce”.", basis(SCARCE)) == []


def test_a_cell_that_is_shown_is_checked_as_the_sentence_is() -> None:
    cells = ("March 2021", "70,000", "officials (not named)")
    assert faults("There were 70,000 people.", basis(SEVENTY), cells) == []
    for wrong in ("April 2021", "71,000", "Herald & Sons"):
        assert faults("There were 70,000 people.", basis(SEVENTY), (*cells, wrong))


def test_the_made_up_brief_passes_whole() -> None:
    outline, issues = outlined(dossier(), "2026-01-01")
    assert outline.checked > len(CLAIMS)
    assert [issue.reason for issue in issues] == []


def test_it_stops_words_that_do_not_stand_in_the_account() -> None:
    moved = dataclasses.replace(SCARCE.span, start=0, end=15)
    wrong = dataclasses.replace(SCARCE, span=moved)
    assert "do not stand in account a1" in faults("Water is scarce.", basis(wrong))[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("62,000", 62000),
        ("62 000", 62000),
        ("62\u202f000", 62000),
        ("62.000", 62000),
        ("2.41 km", 2.41),
        ("2,41 km", 2.41),
        ("٣٠٠ شخص", 300),
        ("2,410.5", 2410.5),
    ],
)
def test_a_number_is_read_in_every_script(text: str, value: float) -> None:
    assert value in set(numbers(text))


@given(st.integers(1, 10_000_000))
def test_no_number_passes_that_is_not_held(n: int) -> None:
    held = {62000, 70000, 68000, 71000}
    stopped = bool(faults(f"There were more than {n:,} people living there.", BOTH))
    assert stopped == (n not in held)


@pytest.mark.parametrize("n", [62, 70, 0, 620, 7000])
def test_a_part_of_a_number_is_another_number(n: int) -> None:
    assert faults(f"There were more than {n:,} people living there.", BOTH)


@pytest.mark.parametrize(("said", "stops"), [(2, False), (4, False), (5, True)])
def test_names_that_are_counted_are_those_behind_the_assessment(said: int, stops: bool) -> None:
    row = assessment((SEVENTY,))
    held = dataclasses.replace(basis(SEVENTY, rows=(row,)), voices=5)
    text = f"According to officials, Wire and {said} other voices, there were 70,000 people."
    assert bool(faults(text, held)) == stops
