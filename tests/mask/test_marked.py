"""Floors under what `python -m benchmarks.mask` measures on marked accounts."""

from pathlib import Path

import pytest

from benchmarks.mask.marked import Fared, fared


@pytest.fixture(scope="module", params=["open", "closed"])
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Fared:
    home: Path = tmp_path_factory.mktemp(request.param)
    return fared(request.param, home)


def test_private_persons_are_hidden(found: Fared) -> None:
    assert found.recall >= 0.97, found.persons


def test_what_leads_to_a_person_is_hidden_in_every_format(found: Fared) -> None:
    assert found.contacts == ()


def test_figures_and_dates_stay(found: Fared) -> None:
    assert found.figures == ()


def test_names_that_are_nobody_s_stay(found: Fared) -> None:
    assert found.precision >= 0.85, (found.names, found.others)
