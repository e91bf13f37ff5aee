"""What is counted, and in which unit."""

from dataclasses import dataclass
from typing import Literal

Measure = Literal["stock", "flow", "count", "share"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that can be counted, or one sector whose condition can be told.

    tolerance: the share by which two honest counts of the same thing may differ (0.05 is 5 %).
    by: the breakdowns it is told in, each a tuple of tags.
    """

    name: str
    label: str
    measure: Measure
    units: tuple[str, ...]
    sector: str
    tolerance: float = 0.05
    hxl: str | None = None
    by: tuple[tuple[str, ...], ...] = ()

    def breakdown(self, tags: frozenset[str]) -> tuple[str, ...]:
        """The breakdown that `tags` carry: the fullest of `by` that they hold, () for none."""
        held = [row for row in self.by if tags >= set(row)]
        return max(held, key=len, default=())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that can be counted or told of, and in which words it is told."""

    indicators: tuple[Indicator, ...]
    breakdowns: tuple[str, ...]
    units: tuple[str, ...]
    events: tuple[str, ...]
    sectors: tuple[str, ...]

    def get(self, name: str | None) -> Indicator | None:
        """The indicator of that name, None where there is none."""
        return next((i for i in self.indicators if i.name == name), None)

    @property
    def stocks(self) -> frozenset[str]:
        """The indicators that tell how many at a moment."""
        return frozenset(i.name for i in self.indicators if i.measure == "stock")
