"""The claims of the example judged by hand, and what of a claim is compared with them."""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]
# Indicator, breakdown, unit.
Key = tuple[str | None, tuple[str, ...], str | None]


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim judged by hand: where its words stand, its values, and its key where it has one."""

    row: Row
    start: int
    end: int
    values: frozenset[float]
    key: Key | None

    def overlaps(self, claim: Row) -> bool:
        """Whether it shares a character with a claim of ours."""
        span = claim["span"]
        return bool(min(span["end"], self.end) > max(span["start"], self.start))


def lines(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON lines."""
    return map(json.loads, path.read_text("utf-8").splitlines())


def keys(path: Path) -> Iterator[tuple[str, Key]]:
    """What the judges call an indicator, and its key."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["gold"], (row["indicator"], _breakdown(row["breakdown"]), row["unit"])


def _breakdown(tags: str | Iterable[str] | None) -> tuple[str, ...]:
    parts = tags.split("+") if isinstance(tags, str) else tags or ()
    return tuple(sorted(filter(None, parts)))


def judged(row: Row, text: str, named: dict[str, Key]) -> Judged:
    """A row of the judges, with its words found in the text."""
    at, told = text.find(row["quote"]), (row["value"], row["low"], row["high"])
    of = named.get(row["indicator"]) if any(v is not None for v in told) else None
    return Judged(row, at, at + len(row["quote"]), _values(told), of)


def _values(told: Iterable[float | None]) -> frozenset[float]:
    return frozenset(float(value) for value in told if value is not None)


def values(claim: Row) -> frozenset[float]:
    """Both bounds of a claim."""
    return _values((claim.get("low"), claim.get("high")))


def key(claim: Row) -> Key:
    """The key of a claim of ours."""
    return claim.get("indicator"), _breakdown(claim.get("breakdown")), claim.get("unit")
