"""How right the readings are may not fall. To lower a floor, say here why.

The example's claims judged by hand lie beside it, so this holds wherever the tests run.
"""

import pytest

from benchmarks import gold
from benchmarks.judge import judge

# Over the English accounts of the example, read with no case: what was measured, less .01.
FLOORS = {
    "figure F1": 0.859,
    "as-of month": 0.904,
    "as-of month, where stated": 0.885,
    "hedge": 0.951,
    "speaker": 0.889,
    "incident recall": 0.807,
    "incident precision": 0.649,
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("scored")
    return judge(gold.write_without_case(folder / "claims.jsonl"))


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_it_is_as_right_as_before(scores: dict[str, float], name: str, floor: float) -> None:
    assert scores[name] >= floor


def test_every_span_is_its_text(scores: dict[str, float]) -> None:
    assert scores["spans that are not their text"] == 0
