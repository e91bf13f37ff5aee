"""Low, best and high of what voices say of one thing.

best is a figure that somebody said: the median over independent voices of the figures that are
no mere bounds, unless most of them exclude it by their bounds. Of two middle ones it is the one
that fewer voices exclude, or the better graded voice's, so that the number leads back to words.
Where there are bounds only, best is the tightest: the highest "more than", else the lowest "less
than".

A stock of which one voice tells less than a tenth of what the middle one tells is hardly the same
thing: such a figure counts a part, or was misread. It is set aside, and the reason says so.

low and high are the span of what those figures allow; with one voice alone they are widened by
the indicator's tolerance. An end that only a bound could close stays open. A stock that has a
course takes its ends from there (`Fold.ends`).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.corroborate.cited.heard import standing
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Quantity

Pair = tuple[Telling, Quantity]
BOUNDS = ("more than", "at least", "less than", "up to")


@dataclass(frozen=True, slots=True)
class Estimate:
    """What voices make of one figure. `teller` said `best`.

    near: the voices held against each other. fits: no two of them exclude each other. confirm:
    the independent voices whose figure is `best` within tolerance.
    """

    low: float
    best: float
    high: float
    teller: Telling
    near: tuple[Telling, ...]
    fits: bool
    confirm: tuple[Telling, ...]

    @property
    def ends(self) -> tuple[float | None, float | None]:
        """The interval from low to high; None for an open end."""
        return _end(self.low), _end(self.high)


def estimate(
    chosen: Sequence[Telling], independent: Sequence[Telling], tolerance: float, apart: float
) -> Estimate | None:
    """The estimate from one telling a voice; None where none holds a figure.

    apart: how many times one figure may be another and still count the same thing.
    """
    counted = [(row, q) for row in chosen if (q := row.quantity)]
    if not counted:
        return None
    own = {row.claim.id for row in independent}
    alone = [pair for pair in counted if pair[0].claim.id in own] or counted
    points = _points(alone, counted, tolerance)
    bounds = [pair for pair in alone if is_bound(pair[1])]
    teller, said = _middle(points, alone, tolerance) if points else _tightest(bounds)
    best = said.point
    if best is None:
        return None
    points, alone, counted = (_near(pairs, best, apart) for pairs in (points, alone, counted))
    widen = tolerance if len(points) == 1 else 0.0
    spans = [q.reach(widen) for _, q in points] or [_within([q for _, q in bounds])]
    reaches = [q.reach(tolerance) for _, q in counted]
    fits = max(low for low, _ in reaches) <= min(high for _, high in reaches)
    confirm = tuple(row for row, q in alone if _confirms(q, said, tolerance))
    low, high = min(low for low, _ in spans), max(high for _, high in spans)
    return Estimate(low, best, high, teller, tuple(row for row, _ in counted), fits, confirm)


def _points(alone: list[Pair], counted: list[Pair], tolerance: float) -> list[Pair]:
    """The figures to take the middle of: those of independent voices, else of any voice.

    None where most independent voices, by their bounds, exclude the middle of either.
    """
    for pairs in (alone, counted):
        points = [pair for pair in pairs if not is_bound(pair[1])]
        if points:
            _, said = _middle(points, alone, tolerance)
            excluded = sum(is_bound(q) and not q.agrees(said, tolerance) for _, q in alone)
            if excluded * 2 <= len(alone):
                return points
    return []


def close(one: Quantity, other: Quantity, apart: float) -> bool:
    """True where neither figure is more than `apart` times the other."""
    low, high = sorted((one.point or 0.0, other.point or 0.0))
    # Nothing is far apart where any distance will do; 0 times infinity is no number.
    return math.isinf(apart) or low * apart >= high


def _near(pairs: list[Pair], best: float, apart: float) -> list[Pair]:
    if math.isinf(apart):
        return pairs
    return [(row, q) for row, q in pairs if close(q, Quantity(best, best, q.unit), apart)]


def _end(value: float) -> float | None:
    """None where open; else without the dust of floating point (10 digits are kept)."""
    return None if math.isinf(value) else float(f"{value:.10g}")


def is_bound(quantity: Quantity) -> bool:
    """True where the figure is only a limit, or so vague that it is no more than two limits."""
    open_end = quantity.low is None or quantity.high is None
    return open_end or quantity.hedge in BOUNDS or quantity.hedge == "vague"


def _middle(points: list[Pair], alone: list[Pair], tolerance: float) -> Pair:
    """The median; of two middle figures the one that fewer voices exclude, or the better graded."""
    ranked = sorted(points, key=lambda pair: (pair[1].point or 0.0, standing(pair[0])))
    half = (len(ranked) - 1) // 2
    middle = ranked[half : half + 2 - len(ranked) % 2]
    if len(middle) == 1:
        return middle[0]
    return min(middle, key=lambda pair: (_excluded(pair[1], alone, tolerance), standing(pair[0])))


def _excluded(said: Quantity, alone: list[Pair], tolerance: float) -> int:
    return sum(not q.agrees(said, tolerance) for _, q in alone)


def _tightest(bounds: list[Pair]) -> Pair:
    floors = [pair for pair in bounds if pair[1].low is not None]
    if floors:
        return min(floors, key=lambda pair: (-(pair[1].low or 0.0), standing(pair[0])))
    return min(bounds, key=lambda pair: (pair[1].high or 0.0, standing(pair[0])))


def _within(bounds: list[Quantity]) -> tuple[float, float]:
    """What all bounds together allow. Bounds that exclude each other allow what lies between."""
    low = max(quantity.reach()[0] for quantity in bounds)
    high = min(quantity.reach()[1] for quantity in bounds)
    return min(low, high), max(low, high)


def _confirms(quantity: Quantity, best: Quantity, tolerance: float) -> bool:
    """True where both name the same number: a far bound does not exclude it, nor confirm it."""
    if "vague" in (quantity.hedge, best.hedge) and quantity != best:
        return False
    return _closed(quantity).agrees(_closed(best), tolerance)


def _closed(quantity: Quantity) -> Quantity:
    if quantity.low is not None and quantity.high is not None:
        return quantity
    return Quantity(quantity.point, quantity.point, quantity.unit)
