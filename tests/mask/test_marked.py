"""Floors under what `python -m benchmarks.mask` measures on marked accounts."""

from pathlib import Path

import pytest

from benchmarks.mask.marked import Fared, Half, fared

# Each half, with the least recall of private persons, the least precision, and how many numbers
# and points may be left. No rule was made for closed2, but for three kinds of its numbers.
FLOORS: list[tuple[Half, float, float, int]] = [
    ("open", 0.97, 0.85, 0),
    ("closed", 0.97, 0.85, 0),
    ("open2", 0.98, 0.94, 0),
    ("closed2", 0.90, 0.72, 8),
]
Held = tuple[Fared, float, float, int]


@pytest.fixture(scope="module", params=FLOORS, ids=lambda row: row[0])
def held(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Held:
    half, *floors = request.param
    home: Path = tmp_path_factory.mktemp(half)
    return fared(half, home), *floors


def test_private_persons_are_hidden(held: Held) -> None:
    found, recall, *_ = held
    assert found.recall >= recall, found.persons


def test_what_leads_to_a_person_is_hidden_in_every_format(held: Held) -> None:
    assert len(held[0].contacts) <= held[3], held[0].contacts


def test_figures_and_dates_stay(held: Held) -> None:
    assert held[0].figures == ()


def test_names_that_are_nobody_s_stay(held: Held) -> None:
    found, _, precision, _ = held
    assert found.precision >= precision, (found.names, found.others)
