"""What was estimated beside what was so, and what that makes of each way."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

OURS = "estimate"


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer. low, high: its interval, None where there is none; infinite where open."""

    way: str
    truth: float
    best: float | None
    low: float | None = None
    high: float | None = None

    @property
    def error(self) -> float:
        """How far off, as a share of the truth; a way without an answer is wholly off."""
        return 1.0 if self.best is None else abs(self.best / self.truth - 1)

    @property
    def held(self) -> bool:
        """True where the interval holds the truth."""
        return (
            self.low is not None and self.high is not None and self.low <= self.truth <= self.high
        )


@dataclass(frozen=True, slots=True)
class Score:
    """A way over all answers: middle and mean error; coverage and mean width of its interval."""

    way: str
    answers: int
    median: float
    mean: float
    coverage: float | None
    width: float | None


def scores(marks: Iterable[Mark]) -> list[Score]:
    """One a way, in the order met."""
    by_way: dict[str, list[Mark]] = {}
    for mark in marks:
        by_way.setdefault(mark.way, []).append(mark)
    return [_score(way, rows) for way, rows in by_way.items()]


def _score(way: str, rows: Sequence[Mark]) -> Score:
    errors = [row.error for row in rows]
    ends = [(row.low, row.high, row.truth) for row in rows if row.low is not None]
    widths = [(high - low) / truth for low, high, truth in ends if high and math.isfinite(high)]
    coverage = sum(row.held for row in rows) / len(rows) if ends else None
    width = statistics.mean(widths) if widths else None
    return Score(
        way, len(rows), statistics.median(errors), statistics.mean(errors), coverage, width
    )
