"""How right the readings of a place that nobody tuned for are may not fall.

To lower a floor, say here why.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from thirdhand import flow
from thirdhand.model import Claim
from thirdhand.settings import load
from thirdhand.words import vocabulary

HERE = Path(__file__).parent
EXPECTED = tomllib.loads((HERE / "expected.toml").read_text("utf-8"))
FLOORS = {"precision": 0.75, "recall": 0.60, "speaker": 0.50}

Said = dict[str, Any]


def key(claim: Claim) -> tuple[object, ...]:
    return claim.indicator, frozenset(claim.breakdown), claim.unit, claim.low, claim.high


def wanted(row: Said) -> tuple[object, ...]:
    breakdown = frozenset(row.get("breakdown", ()))
    return row["indicator"], breakdown, row["unit"], row.get("low"), row.get("high")


@pytest.fixture(scope="module")
def read() -> dict[str, list[Claim]]:
    """The claims with a quantity of each labelled account."""
    plan = load(HERE / "case.toml", vocabulary())
    labelled = {row["account"] for row in EXPECTED["claim"]}
    rows = flow.read([HERE / "accounts"], flow.Told(), plan)
    found = {row[0].ref: row[1].claims for row in rows if isinstance(row, tuple)}
    return {ref: [c for c in found[ref] if c.quantity and c.indicator] for ref in labelled}


@pytest.fixture(scope="module")
def pairs(read) -> list[tuple[Said, Claim]]:
    """Each labelled figure with the claim that says the same, each claim taken once."""
    left = {ref: list(claims) for ref, claims in read.items()}

    def match() -> Iterator[tuple[Said, Claim]]:
        for row in figures():
            mine = left[row["account"]]
            same = next((c for c in mine if key(c) == wanted(row)), None)
            if same:
                mine.remove(same)
                yield row, same

    return list(match())


def figures() -> list[Said]:
    return [row for row in EXPECTED["claim"] if "indicator" in row and "unit" in row]


def test_precision(read, pairs) -> None:
    ours = sum(map(len, read.values()))
    assert len(pairs) / ours >= FLOORS["precision"]


def test_recall(pairs) -> None:
    asked = [row for row in figures() if not row.get("optional")]
    found = [row for row, _ in pairs if not row.get("optional")]
    assert len(found) / len(asked) >= FLOORS["recall"]


def test_speaker(pairs) -> None:
    right = [same_speaker(row["speaker"], claim) for row, claim in pairs]
    assert sum(right) / len(right) >= FLOORS["speaker"]


def same_speaker(name: str, claim: Claim) -> bool:
    """A title before the name or a surname alone is no other speaker; "" is the outlet itself."""
    if not name or not claim.attributed:
        return not name and len(claim.chain) == 1
    ours = claim.chain[0]
    return name in ours or ours in name
