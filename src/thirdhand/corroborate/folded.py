"""A bucket with what was made of it."""

from dataclasses import dataclass
from typing import Self

from thirdhand.corroborate.buckets import Bucket
from thirdhand.corroborate.estimate import Estimate
from thirdhand.corroborate.tellings import Telling
from thirdhand.corroborate.toll import Series
from thirdhand.model.grade import Verdict


@dataclass(frozen=True, slots=True)
class Fold:
    """chosen: one telling a voice. alone: the independent ones of these.

    confirm, against: who says so and who excludes it. neighbour: a near month that fits. moves: how
    the figure of a happening moved.
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
    moves: Series | None = None

    @property
    def counted_alone(self) -> bool:
        """True for a happening as a whole of which every claim holds a figure: these tell it."""
        whole = self.bucket.happening is not None and self.bucket.unit is None
        return whole and all(row.claim.quantity for row in self.rows)

    @property
    def best(self) -> float | None:
        """The most likely figure; None where no figure is told."""
        return self.estimate.best if self.estimate else None
