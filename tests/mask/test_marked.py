"""Floors under what `python -m benchmarks.mask` measures on marked accounts."""

from pathlib import Path

import pytest

from benchmarks.mask.marked import Fared, Half, fared

# Each half, with the least recall of private persons and the least precision.
FLOORS: list[tuple[Half, float, float]] = [
    ("open", 0.97, 0.85),
    ("closed", 0.97, 0.85),
    ("open2", 0.98, 0.94),
]
Held = tuple[Fared, float, float]


@pytest.fixture(scope="module", params=FLOORS, ids=lambda row: row[0])
def held(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Held:
    half, recall, precision = request.param
    home: Path = tmp_path_factory.mktemp(half)
    return fared(half, home), recall, precision


def test_private_persons_are_hidden(held: Held) -> None:
    found, recall, _ = held
    assert found.recall >= recall, found.persons


def test_what_leads_to_a_person_is_hidden_in_every_format(held: Held) -> None:
    assert held[0].contacts == ()


def test_figures_and_dates_stay(held: Held) -> None:
    assert held[0].figures == ()


def test_names_that_are_nobody_s_stay(held: Held) -> None:
    found, _, precision = held
    assert found.precision >= precision, (found.names, found.others)
