"""A figure with its ends, as it is measured against a target."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """low..high holds it, None for an open end; best is what is most likely.

    With an open end best is the bound that was told, which is not the most likely value.
    """

    low: float | None = None
    best: float | None = None
    high: float | None = None

    def times(self, factor: float) -> "Amount":
        """Every part of it times `factor`, which is above 0."""
        parts = (self.low, self.best, self.high)
        return Amount(*(None if part is None else part * factor for part in parts))

    def over(self, other: "Amount") -> "Amount | None":
        """This divided by `other`; None where that may be nothing or has an open end."""
        if not other.low or not other.best or not other.high:
            return None
        return Amount(
            None if self.low is None else self.low / other.high,
            None if self.best is None else self.best / other.best,
            None if self.high is None else self.high / other.low,
        )

    @property
    def likely(self) -> float | None:
        """The most likely value; None where an end is open."""
        return None if self.low is None or self.high is None else self.best

    def told(self, unit: str) -> str:
        """In words: "14 km2", "between 12 and 17 km2, most likely 14", "at least 14 km2"."""
        if self.low is None and self.high is None:
            return "an unknown number"
        if self.high is None:
            return f"at least {shown(self.low)} {unit}".rstrip()
        if self.low is None:
            return f"at most {shown(self.high)} {unit}".rstrip()
        low, high = shown(self.low), shown(self.high)
        if low == high:
            return f"{low} {unit}".rstrip()
        return f"between {low} and {high} {unit}".rstrip() + f", most likely {shown(self.best)}"


def shown(value: float | None) -> str:
    """Three digits of a small number, all of a large one: 14.3, 0.82, 1,240."""
    if value is None:
        return "unknown"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{float(f'{value:.3g}'):,.10g}"
