"""A bucket with what was made of it."""

from dataclasses import dataclass
from typing import Self

from thirdhand.corroborate.folds.estimate import Estimate
from thirdhand.corroborate.folds.toll import Series, widened
from thirdhand.corroborate.levels.heights import Height
from thirdhand.corroborate.matters.buckets import Bucket
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model.grade import Verdict

ALL = 100.0


@dataclass(frozen=True, slots=True)
class Fold:
    """chosen: one telling a voice. alone: the independent ones of these.

    confirm, against: who says so and who excludes it. neighbour: a near month that fits. level: of
    a stock of which enough is told, as its course has it. moves: how the figure of a happening
    moved.
    """

    bucket: Bucket
    rows: tuple[Telling, ...]
    chosen: tuple[Telling, ...]
    alone: tuple[Telling, ...]
    estimate: Estimate | None
    confirm: tuple[Telling, ...]
    against: tuple[Telling, ...]
    verdict: Verdict
    neighbour: Self | None = None
    level: Height | None = None
    moves: Series | None = None

    @property
    def counted_alone(self) -> bool:
        """True for a happening as a whole of which every claim holds a figure: these tell it."""
        whole = self.bucket.happening is not None and self.bucket.unit is None
        return whole and all(row.quantity for row in self.rows)

    @property
    def best(self) -> float | None:
        """The most likely figure; None where no figure is told."""
        return self.estimate.best if self.estimate else None

    @property
    def ends(self) -> tuple[float | None, float | None]:
        """Low and high: the level's, and best always within; without it what the figures allow.

        A toll's hold every figure that stands, also of those who are no voice of their own.
        """
        if self.level is None or self.best is None:
            low, high = self.estimate.ends if self.estimate else (None, None)
            if self.moves:
                low, high = widened(low, high, self.moves.live)
            # A share ends at the whole, unless somebody tells of more.
            part = self.bucket.unit == "percent" and high is not None
            return low, min(high, max(ALL, self.best or ALL)) if part and high else high
        return min(self.level.low, self.best), max(self.level.high, self.best)
