"""Reprints that are made keep what they are said to keep, and are the same each time."""

import random

import pytest

from benchmarks.copies import make, reprints, volume
from benchmarks.copies.contenders import ours
from benchmarks.copies.crowd import crowd

TEXT = " ".join(f"The {n} guards of gate{n} saw people leave at noon, they say." for n in range(30))
OTHER = " ".join(f"Rain fell on field{n} and nobody came to look at it then." for n in range(30))

KEPT = {
    "truncation": (0.38, 0.72),
    "30 % overlap": (0.2, 0.3),
    "byline": (1.0, 1.0),
    "splice": (0.45, 0.55),
    "light edit": (0.6, 0.95),
}


@pytest.mark.parametrize("kind", make.MAKERS)
def test_a_reprint_keeps_its_share_of_the_text(kind: str) -> None:
    made = [make.MAKERS[kind](TEXT, OTHER, random.Random(n)) for n in (1, 1, 2)]  # noqa: S311
    assert made[0] == made[1] != made[2]
    low, high = KEPT[kind]
    assert all(low <= make.kept(TEXT, text) <= high for text in made)


def test_a_crowd_is_the_same_each_time_and_a_fifth_are_reprints() -> None:
    told = list(crowd(50))
    assert told == list(crowd(50))
    assert sum(telling.source is not None for telling in told) == 10
    assert len({telling.text for telling in told}) == 50


def test_ours_finds_the_reprints_of_a_crowd() -> None:
    told = list(crowd(60))
    cost = volume.cost("ours", told, ours([volume.line(telling) for telling in told]))
    assert (cost.precision, dict(cost.recall)["all"]) == (1.0, 1.0)
    assert cost.seconds > 0
    assert 0 < cost.before <= cost.peak


@pytest.mark.parametrize(
    ("scored", "recall"),
    [
        ([(0.9, True), (0.8, True), (0.7, False)], 1.0),
        ([(0.9, True), (0.8, False), (0.7, True)], 0.5),
        ([(0.9, False), (0.8, True)], None),
        # A bar cannot part what has one score.
        ([(0.9, True), (0.9, False)], None),
        ([], None),
    ],
)
def test_recall_where_95_of_100_are_right(
    scored: list[tuple[float, bool]], recall: float | None
) -> None:
    assert reprints.recall(reprints.Tally(scored, [], 2)) == recall
