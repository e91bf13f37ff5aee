"""A figure as claimed: bounds, unit and hedge. A bound is a bound."""

from dataclasses import dataclass
from typing import Literal, Self

Hedge = Literal[
    "exact", "about", "nearly", "more than", "at least", "less than", "up to", "range", "vague"
]

# How far round numbers stray from the truth: the slack that "about" and "nearly" ask for.
SLACK: dict[str, tuple[float, float]] = {"about": (0.1, 0.1), "nearly": (0.1, 0.0)}


@dataclass(frozen=True, slots=True)
class Quantity:
    """low..high in `unit`, ends included; an open end is None."""

    low: float | None
    high: float | None
    unit: str
    hedge: Hedge = "exact"

    @classmethod
    def hedged(cls, value: float, unit: str, hedge: Hedge) -> Self:
        """The quantity that `hedge` makes of one number: "more than 5" is 5..None."""
        low = None if hedge in ("less than", "up to") else value
        high = None if hedge in ("more than", "at least") else value
        return cls(low, high, unit, hedge)

    @property
    def point(self) -> float | None:
        """The number as written; the middle of a range; None where nothing was given."""
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.low if self.low is not None else self.high

    def reach(self, tolerance: float = 0.0) -> tuple[float, float]:
        """The values this quantity allows: (low, high), infinite where open.

        `tolerance` is a share (0.02 is 2 %) and widens both closed ends; the hedges "about" and
        "nearly" widen by SLACK as well.
        """
        below, above = SLACK.get(self.hedge, (0.0, 0.0))
        low = float("-inf") if self.low is None else self.low * (1 - max(tolerance, below))
        high = float("inf") if self.high is None else self.high * (1 + max(tolerance, above))
        return low, high

    def agrees(self, other: "Quantity", tolerance: float = 0.0) -> bool:
        """True where both can be so at once. Quantities of two units never agree."""
        if self.unit != other.unit:
            return False
        (a, b), (c, d) = self.reach(tolerance), other.reach(tolerance)
        return a <= b and a <= d and c <= b and c <= d
