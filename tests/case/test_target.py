"""The grammar of a target, and how near a figure comes to it."""

import pytest

from thirdhand.model import Target
from thirdhand.model.target import DETAINEES, HOUSEHOLDS, PEOPLE, PLACES


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("at least 15 per person", Target(True, 15, PEOPLE)),
        (">= 15 per person", Target(True, 15, PEOPLE)),
        (">=15 per person", Target(True, 15, PEOPLE)),
        ("at least  15  per 1 people", Target(True, 15, PEOPLE)),
        ("at least 1 per 20 people", Target(True, 1, PEOPLE, 20)),
        ("at least 1 per 10,000 people", Target(True, 1, PEOPLE, 10_000)),
        ("at most 0.5 per 10000 people and day", Target(False, 0.5, PEOPLE, 10_000, daily=True)),
        ("at least 1 per household", Target(True, 1, HOUSEHOLDS)),
        ("at least 3.4 per detainee", Target(True, 3.4, DETAINEES)),
        ("at most 1 per place", Target(False, 1, PLACES)),
        ("<= 1,500", Target(False, 1500)),
        ("at most 0", Target(False, 0)),
    ],
)
def test_a_target_is_written_in_one_of_these_ways(text: str, target: Target) -> None:
    assert Target.parse(text) == target
    assert Target.parse(str(target)) == target


@pytest.mark.parametrize(
    "text",
    ["15 per person", "at least 15 litres per person", "at least fifteen", "at least 15 per",
     "at least 15 per tap", "more than 15", "at least -5", "at least 1,50", "= 15", "",
     "at least 15 per 0 people", "at least 15 and day"],
)  # fmt: skip
def test_what_is_no_target_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="is not understood; write such as"):
        Target.parse(text)


@pytest.mark.parametrize(
    ("text", "value", "score"),
    [
        ("at least 15", 15, "met"),
        ("at least 15", 14.9, "half"),
        ("at least 15", 7.5, "half"),
        ("at least 15", 7.4, "below"),
        ("at most 20", 20, "met"),
        ("at most 20", 20.1, "half"),
        ("at most 20", 40, "half"),
        ("at most 20", 41, "below"),
        ("at most 0", 0, "met"),
        ("at most 0", 1, "below"),
    ],
)
def test_half_is_half_of_the_way(text: str, value: float, score: str) -> None:
    assert Target.parse(text).score(value) == score
