"""How life stands, by sector, and which way it goes."""

import dataclasses

import pytest
from tests.brief.made import SCARCE, TEXTS, at, facts

from thirdhand.brief.parts import conditions
from thirdhand.model import Claim, Span


def test_conditions_are_told_by_sector_newest_first() -> None:
    months = {"2021-01": "scarce", "2021-03": "is scarce", "2021-02": "Water"}
    claims = [at(SCARCE, m, span=_within(SCARCE, words)) for m, words in months.items()]
    table = conditions.listing(facts(*claims))
    assert [r.cells[0] for r in table.rows] == ["March 2021", "February 2021", "January 2021"]
    assert {r.group for r in table.rows} == {
        "Water: bad as most tell it; 3 tellings, 3 bad, last 31 March 2021"
    }


def _within(claim: Claim, words: str) -> Span:
    start = TEXTS["a1"].index(words, claim.span.start)
    return Span.of(TEXTS["a1"], start, start + len(words))


def test_a_reprinted_condition_is_told_once_with_its_first_date() -> None:
    table = conditions.listing(facts(at(SCARCE, "2021-02"), at(SCARCE, "2021-01")))
    assert [r.cells[0] for r in table.rows] == ["January 2021"]
    assert table.rows[0].group == (
        "Water: bad as most tell it; 1 telling, 1 bad, last 31 January 2021"
    )


@pytest.mark.parametrize(
    ("words", "direction", "told"),
    [
        ("appalling", "worse", "bad"),
        ("packed", "worse", "bad"),
        ("falls short", "worse", "bad"),
        ("enough", "better", "good"),
        ("worsened", "worse", "worse"),
        ("no longer", "worse", "worse"),
        ("gained control", "worse", "worse"),
        ("Water is better", "better", "better"),
        ("rising", "better", "better"),
        ("was low", "same", "no change"),
    ],
)
def test_worse_and_better_are_told_of_a_change_alone(words: str, direction: str, told: str) -> None:
    condition = dataclasses.replace(SCARCE.condition, severity=words, direction=direction)  # type: ignore[type-var]
    claim = dataclasses.replace(SCARCE, condition=condition)
    sentence = conditions.sentence(claim, facts(claim))
    assert sentence.text == f"Water, {told}: “Water is scarce” (Daily)."
