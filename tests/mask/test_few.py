"""Counts of very few people are hidden in words of accounts; other small numbers stay."""

import dataclasses

import pytest
from tests.mask.made import dossier

from thirdhand.mask import mask
from thirdhand.mask.few import few

FEW = [
    ("Two men were killed", "Two"),
    ("3 Iraqi women left", "3"),
    ("one of her sons died", "one"),
    ("a fire hurt four small children", "four"),
    ("the two-person household", ""),
    ("4 families came", "4"),
]
STAYS = [
    "Five men were killed",
    "12,003 people live there",
    "3.5 people a household",
    "two litres of water",
    "on 3 March, 40 women left",
    "two months later",
    "4% of people",
]


@pytest.mark.parametrize(("text", "hidden"), FEW)
def test_few_people_are_not_counted_in_words(text: str, hidden: str) -> None:
    found = [text[start:end] for start, end in few(text, 5)]
    assert found == ([hidden] if hidden else [])


@pytest.mark.parametrize("text", STAYS)
def test_other_numbers_stay(text: str) -> None:
    assert list(few(text, 5)) == []


def test_without_a_threshold_all_counts_stay() -> None:
    assert list(few("Two men were killed", 0)) == []


def test_the_threshold_of_the_case_holds() -> None:
    whole = dossier("Two men were killed in Mora camp, and 40 came.")
    shy = dataclasses.replace(whole, plan=dataclasses.replace(whole.plan, small_cell=5))
    assert mask(whole, "public").accounts[0].text.startswith("Two men")
    assert mask(shy, "public").accounts[0].text == "▓▓▓ men were killed in Mora camp, and 40 came."
