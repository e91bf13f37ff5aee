"""Whether figures add up: what others make of one, and what is told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from thirdhand.model.period import Period
from thirdhand.model.quantity import Quantity

BalanceKind = Literal["parts", "list", "shares", "households", "flows"]
Ends = tuple[float | None, float | None]
# A round number may be off by half of its last digit that counts; from this many zeros on.
ZEROS = 2
# How many people a household has on average, at least and at most, anywhere in the world.
SIZES = (2.0, 9.0)


@dataclass(frozen=True, slots=True)
class Balance:
    """One figure against what others make of it.

    kind: parts of a whole by nationality or by age and sex; a list of one account; shares of 100
    percent; people against households of SIZES; a stock against the one before and the flows
    between. claims (ids): the figure told first, then those it is made of; signs: +1 or -1 for each
    of these. An open end is None. gap: how far what is told lies outside of what is expected, 0
    where it lies inside, None where both ends are open and nothing can be balanced.
    """

    id: str
    kind: BalanceKind
    indicator: str
    site: str
    period: Period
    claims: tuple[str, ...]
    signs: tuple[int, ...]
    expected_low: float | None
    expected_high: float | None
    told_low: float | None
    told_high: float | None
    gap: float | None
    reason: str


def ends(quantity: Quantity) -> Ends:
    """The values that a figure allows, its hedge and its rounding counted; None for an open end.

    A bound is a bound: the closed end of "more than 65,000" is 65,000, however round.
    """
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return low, high
    below, above = quantity.reach()
    return _clean(min(below, low - _half(low))), _clean(max(above, high + _half(high)))


def added(quantities: Sequence[Quantity], signs: Sequence[int]) -> Ends:
    """Their sum with signs, as an interval: an open end stays open."""
    low: float | None = 0.0
    high: float | None = 0.0
    for quantity, sign in zip(quantities, signs, strict=True):
        least, most = ends(quantity)
        if sign < 0:
            least, most = (None if most is None else -most), (None if least is None else -least)
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return low, high


def mean(people: Quantity, households: Quantity) -> float | None:
    """People a household; None where either holds no number."""
    if people.point is None or not households.point:
        return None
    return people.point / households.point


def outside(told: Ends, expected: Ends) -> float | None:
    """How far `told` lies outside of `expected`; None where that is open at both ends."""
    if expected == (None, None):
        return None
    over = told[0] - expected[1] if told[0] is not None and expected[1] is not None else 0.0
    under = expected[0] - told[1] if told[1] is not None and expected[0] is not None else 0.0
    return max(over, under, 0.0)


def _clean(value: float) -> float:
    """Without the dust of floating point: 10 digits are kept."""
    return float(f"{value:.10g}")


def _half(value: float) -> float:
    """Half of the last digit of a round whole number, 0 for others: 68,600 is 68,550 to 68,650."""
    digits = f"{value:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10**zeros / 2 if value == int(value) and ZEROS <= zeros < len(digits) else 0.0
