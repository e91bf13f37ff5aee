"""What the gate lets pass and what it stops, rule by rule."""

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

from thirdhand.brief.facts import Facts
from thirdhand.brief.gate import Basis, Known, faults
from thirdhand.brief.gate.figures import numbers
from thirdhand.brief.write import outlined
from thirdhand.model import Assessment, Balance, Claim, Grade, Period, Unreported, Unseen

KNOWN = Known.of(dossier())
HELD = {a.id: a for a in ACCOUNTS}
FOLD = assessment(
    (MORE, SEVENTY), low=62000.0, best=68000.0, high=71000.0, verdict="agreed", grade=Grade("B", 2)
)
DATED = dataclasses.replace(SEVENTY, period=Period.parse("2021-03"))
FIVE = dataclasses.replace(
    SEVENTY, id="five", breakdown=("foreign", "children"), chain=("UNHCR", "Wire"),
    speaker_kind="named",
)  # fmt: skip


def basis(*claims: Claim, rows: tuple[Assessment, ...] = (), names: tuple[str, ...] = ()) -> Basis:
    return Basis(claims, HELD, rows, names, known=KNOWN)


UNSEEN = Unreported(
    "u", "mora", "killing", Period.parse("2020"), ("Daily",),
    Unseen(41.2, 40.4, 31.0, 60.0, 25, 8), (SCARCE.id,),
)  # fmt: skip
ESTIMATED = Basis((SCARCE,), HELD, (), (), 0, (UNSEEN,), known=KNOWN)
SUM = Balance(
    "s", "list", "killed", "mora", Period.parse("2021"), (KILLED.id, GOING.id), (1,),
    250.0, 350.0, 2.0, 2.0, 248.0, "a list",
)  # fmt: skip
ADDED = Basis((KILLED, GOING), HELD, (), (), 0, (), (SUM,), KNOWN)
BOTH = basis(MORE, SEVENTY, rows=(FOLD,))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param("There were more than 62,000 people.", basis(MORE), id="claim"),
        pytest.param("There were over 62,000 people.", basis(MORE), id="a word for the hedge"),
        pytest.param("There were 2 men killed, it is alleged.", basis(KILLED), id="value in words"),
        pytest.param("It is alleged that two men were killed.", basis(KILLED), id="number word"),
        pytest.param("300 people are expected.", basis(GOING), id="other digits"),
        pytest.param(
            "There were probably about 68,000 people (62,000 to 71,000).", BOTH, id="best"
        ),
        pytest.param(
            "Told are 67,412 to 71,000 people.",
            basis(SEVENTY, rows=(dataclasses.replace(FOLD, low=67412.6, best=None),)),
            id="ends",
        ),
        pytest.param("Water is scarce.", basis(SCARCE), id="words of the quote"),
        pytest.param("Daily: “Water is scarce”.", basis(SCARCE), id="quoted words"),
        pytest.param(
            "According to Channel 4, water is scarce.",
            basis(dataclasses.replace(SCARCE, chain=("Channel 4",)), names=("Channel 4",)),
            id="name with a digit",
        ),
        pytest.param(
            "There were probably about 40 incidents of the type killing in 2020, between 31 and "
            "60; 25 are told of.",
            ESTIMATED,
            id="unseen",
        ),
        pytest.param("2 alleged; 300; 250 to 350 in all, off by 248.", ADDED, id="sum"),
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
            "7,000 people.", basis(SEVENTY), "no words cited hold 7,000", id="a part of it"
        ),
        pytest.param("Two people.", basis(SEVENTY), "no words cited hold Two", id="number word"),
        pytest.param("Dozens of people.", basis(SEVENTY), "“Dozens” is not cited", id="dozens"),
        pytest.param("249 in all.", ADDED, "no words cited hold 249", id="sum"),
        pytest.param(
            "2 alleged; 300; off by 248.",
            dataclasses.replace(ADDED, claims=(KILLED,)),
            "no words cited hold 248",
            id="sum of words not cited",
        ),
        pytest.param(
            "300 alleged; 2; 250 to 350 in all, off by 248.",
            ADDED,
            "300 stands in the place of another figure",
            id="sum in disorder",
        ),
        pytest.param("About 42.", ESTIMATED, "no words cited hold About 42", id="unseen"),
        pytest.param("65% of 70,000.", basis(SEVENTY), "no words cited hold 65%", id="share"),
        pytest.param("70,000%.", basis(SEVENTY), "no words cited hold 70,000%", id="no share"),
        pytest.param(
            "There were 62,000 people.", basis(MORE), "the hedge “more than” is lost", id="hedge"
        ),
        pytest.param(
            "Up to 62,000 people.",
            basis(MORE),
            "no words cited say “Up to 62,000”",
            id="other hedge",
        ),
        pytest.param(
            "At least 70,000 people.",
            basis(SEVENTY),
            "no words cited say “At least 70,000”",
            id="hedge of nobody",
        ),
        pytest.param(
            "There were probably 68,000 people (62,000 to 71,000).",
            BOTH,
            "the hedge “about” is lost",
            id="best",
        ),
        pytest.param(
            "There were probably about 68,000 people (62,000 to 70,000).",
            BOTH,
            "no words cited hold 62,000 to 70,000",
            id="interval",
        ),
        pytest.param(
            "Daily: “Water is poisoned”.",
            basis(SCARCE),
            "“poisoned” is not cited",
            id="words not quoted",
        ),
        pytest.param(
            "According to officials (not named) and 9 other voices, 70,000.",
            BOTH,
            "no words cited hold 9 other voices",
            id="count of voices",
        ),
    ],
)
def test_it_stops(text: str, held: Basis, why: str) -> None:
    assert why in faults(text, held)


@pytest.mark.parametrize(
    "text",
    [
        "There were 70,000 people in March 2021.",
        "There were 70,000 people from 1 to 31 March 2021.",
        "Told of in March: 70,000 people.",
    ],
)
def test_a_date_is_a_period_that_is_cited(text: str) -> None:
    assert faults(text, basis(DATED)) == []


@pytest.mark.parametrize(
    "date",
    [
        "April 2021", "March 2020", "2021", "5 March 2021", "20 March 2021", "31 February 2021",
        "March to April 2021", "2 to 31 March 2021", "2020", "3 April", "2021-04", "March 3, 2021",
        "30 February to 2 March 2021",
    ],
)  # fmt: skip
def test_a_date_that_is_no_period_of_what_is_cited_stops(date: str) -> None:
    text = f"There were 70,000 people in {date}."
    assert faults(text, basis(DATED)) == [f"no words cited tell 70,000 of {date}"]


def test_a_day_may_be_told_by_its_month_but_no_month_by_a_day_or_a_year() -> None:
    assert faults("In March 2021 2 men were killed, allegedly.", basis(KILLED)) == []
    for wrong in ("2021", "4 March 2021"):
        assert faults(f"In {wrong} 2 men were killed, allegedly.", basis(KILLED))


def test_a_date_of_publication_is_said_to_be_one() -> None:
    held = basis(SEVENTY)
    assert faults("70,000 people in March 2021, going by the date of publication.", held) == []
    assert "date of publication" in faults("70,000 people in March 2021.", held)[0]
    wrong = "70,000 people in March 2021 (published)."
    assert faults(wrong, basis(DATED)) == ["no words cited tell 70,000 “published”"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param("According to Wire, 2 men were killed, allegedly.", KILLED, id="voice"),
        pytest.param("In Phase 1 at Mora 2 men were killed, allegedly.", KILLED, id="place"),
        pytest.param("It is alleged that 2 men were killed in phase one.", KILLED, id="alias"),
        pytest.param("It is alleged that 2 men were killed by John Doe.", KILLED, id="actor"),
        pytest.param("More than 62,000 people live in Camp Mora.", MORE, id="site"),
        pytest.param("Life in Mora, by Daily: more than 62,000.", MORE, id="title"),
    ],
)
def test_a_name_stands_in_what_is_cited(text: str, claim: Claim) -> None:
    assert faults(text, basis(claim)) == []


@pytest.mark.parametrize(
    ("text", "claim", "name"),
    [
        pytest.param("Herald & Sons, 70,000.", SEVENTY, "Herald & Sons", id="voice"),
        pytest.param("UNHCR has 70,000.", SEVENTY, "UNHCR", id="unknown to the case"),
        pytest.param("Water is scarce at Phase 1.", SCARCE, "Phase 1", id="part"),
        pytest.param("Water is scarce in Deir Hafer.", SCARCE, "Deir Hafer", id="other place"),
        pytest.param("It is alleged that John Roe killed 2.", KILLED, "John Roe", id="of two"),
        pytest.param("The Army: 70,000.", SEVENTY, "The Army", id="begins the sentence"),
        pytest.param("70,000, so الصليب الأحمر.", SEVENTY, "الصليب الأحمر", id="other letters"),
    ],
)
def test_a_name_that_nothing_cited_holds_stops(text: str, claim: Claim, name: str) -> None:
    held = dataclasses.replace(basis(claim), names=("الصليب الأحمر", "UNHCR"))
    assert f"no words cited name {name}" in faults(text, held)


def test_who_did_it_is_who_is_told_to_have_done_it() -> None:
    done = dataclasses.replace(KILLED.event, actor="the army") if KILLED.event else None
    told = basis(dataclasses.replace(KILLED, event=done))
    text = "It is alleged that 2 men were killed."
    assert faults(text, told, ("Killing (by The Army)",)) == []
    assert faults(text, told, ("Killing (by Wire)",)) == ["no words cited say that Wire did it"]


def test_the_register_says_what_else_a_name_is_called() -> None:
    held = dataclasses.replace(SEVENTY, chain=("the army", "Wire"), speaker_kind="named")
    assert faults("According to The Army, 70,000 people.", basis(held)) == []


def test_who_says_a_figure_says_that_figure() -> None:
    text = "officials (not named) says 70,000; Relief Office says more than 62,000."
    assert faults(text, basis(MORE, SEVENTY)) == []
    swapped = "Relief Office says 70,000; officials (not named) says more than 62,000."
    assert faults(swapped, basis(MORE, SEVENTY)) == [
        "Relief Office does not say it", "officials does not say it",
    ]  # fmt: skip


def test_whoever_is_not_named_is_said_to_be_not_named() -> None:
    assert faults("According to officials (not named), 70,000.", basis(SEVENTY)) == []
    hidden = "it is not told that officials is not named"
    assert faults("According to officials, 70,000.", basis(SEVENTY)) == [hidden]
    assert faults("According to Relief Office (not named), more than 62,000.", basis(MORE)) == [
        "Relief Office is named"
    ]


@pytest.mark.parametrize(
    ("text", "claim", "why"),
    [
        ("70,000 households.", SEVENTY, "no words cited tell 70,000 “households”"),
        ("70,000 people killed.", SEVENTY, "no words cited tell 70,000 “killed”"),
        ("70,000 women.", SEVENTY, "no words cited tell 70,000 “women”"),
        ("It is alleged that 2 men were injured.", KILLED, "no words cited tell 2 “injured”"),
        ("It is alleged that 2 people were killed.", KILLED, "no words cited tell 2 without “men”"),
        ("70,000 children.", FIVE, "no words cited tell 70,000 without “foreign”"),
        ("70,000 people leaving.", SEVENTY, "“leaving” is not cited"),
        ("Food is scarce.", SCARCE, "no words cited tell “Food”"),
    ],
)
def test_a_figure_keeps_what_it_counts(text: str, claim: Claim, why: str) -> None:
    assert why in faults(text, basis(claim))


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
    assert any("no words cited hold “" in why for why in faults(text, basis(SEVENTY)))


def test_what_is_denied_is_not_said() -> None:
    denied = dataclasses.replace(SEVENTY, negated=True)
    assert faults("There were 70,000 people.", basis(denied)) == ["what is denied is told as so"]
    assert faults("There were not 70,000 people.", basis(denied)) == []
    assert faults("Officials: “70,000 people”.", basis(denied)) == []


def test_phrases_of_ours_that_hold_a_negation_deny_nothing() -> None:
    text = "70,000 people. Others tell of it and neither confirm nor exclude this."
    assert faults(text, basis(SEVENTY)) == []


@pytest.mark.parametrize(
    ("text", "claim", "why"),
    [
        ("300 people returning.", GOING, "what is expected is told as so"),
        ("2 men were killed.", KILLED, "what is alleged is told as so"),
        ("It is alleged that 70,000 people live there.", SEVENTY, "nothing cited is alleged"),
        ("Wire says 2 men were killed, allegedly.", KILLED, "nothing cited is asserted"),
        ("Wire denies that 70,000 people live there.", SEVENTY, "nothing cited is denied"),
    ],
)
def test_a_stance_is_kept_and_none_is_made(text: str, claim: Claim, why: str) -> None:
    assert why in faults(text, basis(claim))


def test_words_of_probability_are_those_of_the_grade() -> None:
    text = "There were {} about 68,000 people (62,000 to 71,000)."
    assert faults(text.format("probably"), BOTH) == []
    for wrong in ("almost certainly", "possibly"):
        told = f"no words cited tell about 68,000 “{wrong}”"
        assert told in faults(text.format(wrong), BOTH)
    assert "how sure it is is not told" in faults(text.format("then"), BOTH)


@pytest.mark.parametrize(
    ("cell", "passes"),
    [("B2", True), ("A2", False), ("B1", False), ("voices agree", True), ("one voice", False)],
)
def test_a_grade_and_a_verdict_are_those_of_the_assessment(cell: str, passes: bool) -> None:
    text = "There were probably about 68,000 people (62,000 to 71,000)."
    assert (faults(text, BOTH, (cell,)) == []) == passes


def test_a_direction_is_that_of_the_condition() -> None:
    quoted = "“Water is scarce” (Daily)."
    assert faults(f"Water, worse: {quoted}", basis(SCARCE)) == []
    for wrong in ("better", "no change", "not told"):
        assert "the direction worse is lost" in faults(f"Water, {wrong}: {quoted}", basis(SCARCE))


@pytest.mark.parametrize("label", ["so-called", "self-proclaimed", "terrorist", "Terrorist"])
def test_a_disputed_label_is_never_ours(label: str) -> None:
    chain = (f"the {label} Front", "Wire")
    told = dataclasses.replace(SEVENTY, chain=chain, speaker_kind="named")
    text = f"According to the {label} Front, 70,000 people."
    assert f"“{label}” is a label, not ours" in faults(text, basis(told))
    assert faults("According to the Front, 70,000 people.", basis(told)) == []


def test_a_label_may_stand_in_a_cited_quote() -> None:
    text = "The terrorist camp holds 9 tents."
    account = dataclasses.replace(ACCOUNTS[0], text=text)
    span = dataclasses.replace(SCARCE.span, start=0, end=len(text), quote=text)
    held = Basis((dataclasses.replace(SCARCE, span=span),), {account.id: account}, (), known=KNOWN)
    assert faults(f"Daily: “{text}”", held) == []
    assert faults("The terrorist camp.", held) == ["“terrorist” is a label, not ours"]


def test_a_cell_that_is_shown_is_checked_as_the_sentence_is() -> None:
    cells = ("March 2021", "70,000", "officials (not named)")
    assert faults("There were 70,000 people.", basis(DATED), cells) == []
    for wrong in ("April 2021", "71,000", "Herald & Sons", "officials"):
        assert faults("There were 70,000 people.", basis(DATED), (*cells, wrong))


@pytest.mark.parametrize(
    ("cells", "passes"),
    [
        (("62,000", "68,000", "71,000"), True),
        (("68,000", "68,000", "71,000"), False),
        (("62,000", "71,000", "71,000"), False),
        (("62,000", "68,000", "68,000"), False),
        (("62,000", "68,000", "open"), False),
        (("at least 62,000", "68,000", "71,000"), False),
    ],
)
def test_low_best_and_high_stand_in_their_places(cells: tuple[str, ...], passes: bool) -> None:
    text = "There were probably about 68,000 people (62,000 to 71,000)."
    assert (faults(text, BOTH, cells) == []) == passes


def test_the_made_up_brief_passes_whole() -> None:
    outline, issues = outlined(Facts.of(dossier()), "2026-01-01")
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
    assert bool(faults(f"According to officials (not named), {n:,}.", BOTH)) == (n != 70000)


@pytest.mark.parametrize("n", [62, 70, 0, 620, 7000])
def test_a_part_of_a_number_is_another_number(n: int) -> None:
    assert faults(f"There were more than {n:,} people living there.", BOTH)
