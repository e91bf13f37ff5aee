"""How right the happenings of the example are may not fall. To lower a floor, say here why."""

from pathlib import Path

import pytest

from benchmarks.joined import Told, measure, told

# Pair F1 and B3 of happenings in odd and in even years: what was measured, less .02.
FLOORS = {1: (0.937, 0.941), 0: (0.796, 0.889)}


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    folder: Path = tmp_path_factory.mktemp("joined")
    found, lost = told(folder)
    assert lost <= 15, "too many labels whose words are read in another way: label anew"
    return found


@pytest.mark.parametrize("odd", FLOORS)
def test_it_is_as_right_as_before(rows: list[Told], odd: int) -> None:
    mine = [row for row in rows if row.year % 2 == odd]
    found = measure(mine, [row.ours for row in mine])
    assert (found.f1 >= FLOORS[odd][0], found.b3 >= FLOORS[odd][1]) == (True, True), found


def test_the_measures() -> None:
    """Three claims of one happening, one of another; the third is put with the stranger."""
    claims = [Told("1", "", 2021, name, None, None) for name in "aaab"]
    found = measure(claims, [1, 1, 2, 2])
    assert (found.pairs, found.precision, found.recall) == (3, 1 / 2, 1 / 3)
    assert found.f1 == pytest.approx(2 / 5)
    assert found.b3 == pytest.approx(2 * 0.75 * (2 / 3) / (0.75 + 2 / 3))
