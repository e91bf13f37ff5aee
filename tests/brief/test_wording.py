"""Sentences as they read: never stronger than what was told."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.brief.made import GOING, KILLED, MORE, SEVENTY, assessment, claim, dossier, facts

from thirdhand.brief.confidence import BANDS, LEVELS, Level
from thirdhand.brief.facts import Facts
from thirdhand.brief.gate import Basis
from thirdhand.brief.gate.parts import parts
from thirdhand.brief.gate.table import marked
from thirdhand.brief.telling import tell
from thirdhand.brief.wording import (
    VERDICTS,
    as_of,
    bounds,
    hedged,
    label,
    number,
    phrases,
    share,
    unlabelled,
    when,
    who,
)
from thirdhand.model import Assessment, Claim, Findings, Grade, Period, Span
from thirdhand.words import vocabulary


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.0, "0%"), (0.0059, "0.6%"), (0.083, "8.3%"), (0.0999, "10%"), (1, "100%")],
)
def test_a_small_share_keeps_a_decimal(value: float, words: str) -> None:
    assert share(value) == words


@pytest.mark.parametrize(
    ("noun", "quote", "told"),
    [
        ("citizens", "Over 500 Kyrgyz citizens", "more than 500 Kyrgyz citizens"),
        ("iraqis", "nearly 500 Iraqis", "more than 500 Iraqis"),
        ("children", "Two children", "more than 500 people"),
        ("people", "Over 500 people", "more than 500 people"),
        ("People", "People", "more than 500 people"),
        (None, "more than 500", "more than 500 people"),
    ],
)
def test_people_of_one_nation_are_not_told_as_of_all(
    noun: str | None, quote: str, told: str
) -> None:
    values = {"indicator": "repatriated", "low": 500.0, "noun": noun, "span": Span(0, 9, quote)}
    one = dataclasses.replace(MORE, **values)  # type: ignore[arg-type]
    held = facts(one, rows=(assessment((one,)),))
    text = tell(held.rows[0], held).text
    assert f"there were {told} taken home by third countries" in text


@pytest.mark.parametrize("hedge", ["exact", "at least", "about"])
def test_one_is_a_person(hedge: str) -> None:
    one = dataclasses.replace(
        KILLED, stance="asserted", breakdown=(), low=1.0, hedge=hedge,
        high=None if hedge == "at least" else 1.0,
    )  # fmt: skip
    held = facts(one, rows=(assessment((one,), best=None),))
    figure = "1" if hedge == "exact" else f"{hedge} 1"
    assert f"there was {figure} person killed" in tell(held.rows[0], held).text


@pytest.mark.parametrize(
    ("value", "words"), [(62000.0, "62,000"), (2.41, "2.41"), (2.5, "2.5"), (0.0, "0"), (7.0, "7")]
)
def test_numbers(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (60.0, 80.0, "60 to 80"),
        (60.0, 60.0, "60"),
        (60.0, None, "at least 60"),
        (None, 80.0, "up to 80"),
        (None, None, ""),
        (59.4, 80.2, "59 to 81"),
    ],
)
def test_bounds(low: float | None, high: float | None, words: str) -> None:
    assert bounds(low, high, "people") == words


@pytest.mark.parametrize(
    ("hedge", "low", "high", "words"),
    [
        ("exact", 60.0, 60.0, "60"),
        ("about", 60.0, 60.0, "about 60"),
        ("nearly", 60.0, 60.0, "nearly 60"),
        ("more than", 60.0, None, "more than 60"),
        ("at least", 60.0, None, "at least 60"),
        ("less than", None, 60.0, "less than 60"),
        ("up to", None, 60.0, "up to 60"),
        ("range", 60.0, 80.0, "60 to 80"),
        ("about", 60.0, 80.0, "about 60 to 80"),
        ("vague", 24.0, 99.0, "an imprecise number (24 to 99) of"),
    ],
)
def test_a_hedge_is_kept(hedge: Any, low: float | None, high: float | None, words: str) -> None:
    told = dataclasses.replace(SEVENTY, hedge=hedge, low=low, high=high)
    assert hedged(told) == words


@pytest.mark.parametrize(
    ("period", "words", "cell"),
    [
        (Period.parse("2021-03-05"), "on 5 March 2021", "5 March 2021"),
        (Period.parse("2021-03"), "in March 2021", "March 2021"),
        (Period.parse("2021"), "in 2021", "2021"),
        (Period.parse("2019-09-22/2019-09-25"), "from 22 to 25 September 2019", None),
        (Period.parse("2019-09-22/2019-10-03"), "from 22 September to 3 October 2019", None),
        (Period.parse("2019-12-30/2020-01-02"), "from 30 December 2019 to 2 January 2020", None),
        (Period.parse("2019-03/2019-06"), "from March to June 2019", "March to June 2019"),
        (Period.parse("2019-11/2020-01"), "from November 2019 to January 2020", None),
        (Period.parse("2019/2021"), "from 2019 to 2021", None),
        (
            Period.parse("2021-03", "published"),
            "in March 2021, going by the date of publication",
            "March 2021 (published)",
        ),
    ],
)
def test_periods(period: Period, words: str, cell: str | None) -> None:
    assert when(period) == words
    assert cell is None or as_of(period) == cell


@pytest.mark.parametrize(
    ("breakdown", "unit", "words"),
    [
        ((), "people", "people"),
        (("women", "children"), "people", "women and children"),
        (("foreign", "women"), "people", "foreign women"),
        (("iraqi", "syrian"), "people", "Iraqi and Syrian people"),
        (("under-5",), "people", "children under five"),
        (("covid-19", "staff"), "people", "staff (COVID-19)"),
        (("foreign",), "households", "foreign households"),
        (("women",), "households", "households (women)"),
    ],
)
def test_who_is_counted(breakdown: tuple[str, ...], unit: str, words: str) -> None:
    assert who(breakdown, unit) == words


@pytest.mark.parametrize(
    ("indicator", "breakdown", "unit", "words"),
    [
        ("population", (), "people", "People living there"),
        ("population", ("women", "children"), "people", "People living there: women and children"),
        ("population", ("foreign",), "households", "People living there: foreign (households)"),
        ("health-facilities", ("hospitals",), "facilities", "Health facilities: hospitals"),
        ("wells", (), "items", "Wells (items)"),
    ],
)
def test_labels(indicator: str, breakdown: tuple[str, ...], unit: str, words: str) -> None:
    assert label(indicator, breakdown, unit, vocabulary()) == words


def told(row: Assessment, *claims: Claim) -> str:
    case = dossier()
    reading = dataclasses.replace(case.readings[0], claims=claims)
    found = Findings(voices=case.findings.voices, voice_of=case.findings.voice_of)
    return tell(row, Facts.of(dataclasses.replace(case, readings=(reading,), findings=found))).text


SINCE = ", going by the date of publication"


@pytest.mark.parametrize(
    ("row", "claims", "text"),
    [
        pytest.param(
            assessment((MORE,)), (MORE,),
            f"According to Relief Office, there were more than 62,000 people living there "
            f"in March 2021{SINCE}.",
            id="one voice keeps its hedge",
        ),
        pytest.param(
            assessment((SEVENTY,)), (SEVENTY,),
            f"According to officials (not named), there were 70,000 people living there "
            f"in March 2021{SINCE}.",
            id="who is not named is said to be so",
        ),
        pytest.param(
            assessment((KILLED,)), (KILLED,),
            "It is alleged by Wire that there were 2 men killed by violence in Phase 1 "
            "on 3 March 2021.",
            id="alleged",
        ),
        pytest.param(
            assessment((GOING,), verdict="expected"), (GOING,),
            "According to المجلس, this is planned or expected: 300 people returning home "
            "in April 2021.",
            id="planned",
        ),
        pytest.param(
            assessment((SEVENTY,), verdict="denied"), (SEVENTY,),
            f"It is denied by officials (not named) that there were 70,000 people living there "
            f"in March 2021{SINCE}.",
            id="denied",
        ),
        pytest.param(
            assessment(
                (MORE, SEVENTY), low=62000.0, best=68000.0, high=71000.0,
                verdict="agreed", grade=Grade("B", 2),
            ),
            (MORE, SEVENTY),
            f"There were probably about 68,000 people living there in March 2021{SINCE} "
            "(62,000 to 71,000), according to officials (not named) and Relief Office.",
            id="agreed",
        ),
        pytest.param(
            assessment((MORE, SEVENTY), verdict="contested"), (MORE, SEVENTY),
            f"Accounts contradict one another on people living there in March 2021{SINCE}: "
            "more than 62,000 according to Relief Office; "
            "70,000 according to officials (not named).",
            id="contested",
        ),
    ],
)  # fmt: skip
def test_a_sentence_reads(row: Assessment, claims: tuple[Claim, ...], text: str) -> None:
    assert told(row, *claims) == text


@pytest.mark.parametrize(
    ("indicator", "unit", "words"),
    [
        ("killed", "people", "there was 1 person killed by violence"),
        ("attacks", "events", "there was 1 attack"),
        ("area", "km2", "there was an area of 1 km²"),
        ("wells", "items", "there was 1 items (wells)"),
    ],
)
def test_one_is_singular(indicator: str, unit: str, words: str) -> None:
    one = claim("a2", "Two men", "Wire", indicator=indicator, low=1.0, high=1.0, unit=unit)
    assert words in told(assessment((one,)), one)


@given(st.sampled_from([x.information for x in LEVELS]), st.sampled_from("ABCDEF"))
def test_probability_words_come_from_the_table(information: Any, source: Any) -> None:
    row = assessment((MORE, SEVENTY), verdict="agreed", grade=Grade(source, information))
    frame = next(x for x in LEVELS if x.information == information).frame
    assert told(row, MORE, SEVENTY).startswith(frame.split("{")[0])


DOCS = Path(__file__).parents[2] / "docs" / "wording.md"


def test_the_published_table_is_the_one_that_is_used() -> None:
    text = DOCS.read_text("utf-8")
    rows = [
        f"| {x.information} | {x.name} | {x.chance} | {x.frame.format(was='were', what='…')} |"
        for x in LEVELS
    ]
    bands = [f"| {b.low}-{b.high} % | {', '.join(b.terms)} |" for b in BANDS]
    assert _table(text, "levels") == rows
    assert _table(text, "bands") == bands


def _table(text: str, name: str) -> list[str]:
    inside = text.partition(f"<!-- {name} -->")[2].partition("<!-- end -->")[0]
    return inside.strip().splitlines()[2:]


def test_the_bands_are_those_of_icd_203_without_a_gap() -> None:
    ends = [(b.low, b.high) for b in BANDS]
    assert ends == [(1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99)]
    assert all(x.band is None or x.band in BANDS for x in LEVELS)
    chances = [x.band.high for x in LEVELS if x.band]
    assert chances == sorted(chances, reverse=True)


@pytest.mark.parametrize("row", LEVELS)
def test_the_gate_knows_each_word_of_the_table_by_its_grade(row: Level) -> None:
    assert row.term in row.frame
    assert marked()[row.term] >= {f"chance:{row.information}"}


def test_every_phrase_of_the_writer_is_known_to_the_gate() -> None:
    raw = phrases()
    told = [*raw["indicators"].values(), *raw["nouns"].values(), *raw["topics"].values()]
    told += [*raw["units"].values(), *raw["singular"].values(), *VERDICTS.values()]
    told = [text.replace("{n}", "").replace("{who}", "").replace("%", "") for text in told]
    unknown = {
        word.text
        for text in told
        for word in parts(text.strip(), Basis((), {}, ())).words
        if word.marks is None
    }
    assert unknown == set()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("the so-called Islamic Front", "the Islamic Front"),
        ("Self-proclaimed council", "council"),
        ("terrorist groups", "groups"),
        ("the regime", "a voice that is named by a disputed label"),
        ("regime officials", "officials"),
        ("mayor", "mayor"),
    ],
)
def test_a_disputed_label_is_left_out_of_a_name(name: str, shown: str) -> None:
    assert unlabelled(name) == shown
