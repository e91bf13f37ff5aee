"""How right the readings are may not fall. To lower a floor, say here why."""

import pytest

from benchmarks import gold

# By score_claims.py, over the English accounts of the example, read with no case.
FLOORS = {"figure F1": 0.70, "speaker": 0.65}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    why = gold.missing()
    if why:
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("scored")
    return gold.score_claims(gold.write_without_case(folder / "claims.jsonl"))


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_it_is_as_right_as_before(scores: dict[str, float], name: str, floor: float) -> None:
    assert scores[name] >= floor


def test_every_span_is_its_text(scores: dict[str, float]) -> None:
    assert scores["spans that are not their text"] == 0
