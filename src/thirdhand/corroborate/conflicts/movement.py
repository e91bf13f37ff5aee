"""How fast a stock moves, and whether two unlike figures are one figure that moved.

The rate is the median absolute log change a day between a voice's own figures of one matter, at
least WEEK days apart; the pair in question is left out. A change is explained where what is left
of it, after hedges and tolerance, is within SLACK times the rate over the days between. With
fewer than FEW such steps nothing is explained by it.
"""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from statistics import median

from thirdhand.corroborate.voices.tellings import Telling

WEEK, FEW, SLACK = 7, 3, 2.0
# A toll told so soon after the happening, in days, is a first count.
EARLY = 3
Matter = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A voice's move from one figure (claim id) to the next: log change a day."""

    claims: frozenset[str]
    rate: float


class Movement:
    """The rates of every stock that is told."""

    def __init__(self, told: Sequence[Telling]) -> None:
        """Take the figures with a day or a month of their own, of claims that count."""
        series: dict[Hashable, list[Telling]] = defaultdict(list)
        for row in told:
            if row.claim.period and row.claim.counted and row.point > 0:
                series[matter(row), row.origin.id].append(row)
        self._steps: dict[Matter, list[Step]] = defaultdict(list)
        for rows in series.values():
            if len(rows) < 2:
                continue
            dated = sorted(((_day(row), row.claim.id, row) for row in rows), key=itemgetter(0, 1))
            kept = [at for n, at in enumerate(dated) if n == 0 or dated[n - 1][0] < at[0]]
            for (day, _, one), (late, _, other) in pairwise(kept):
                if (days := late - day) >= WEEK:
                    pair = frozenset((one.claim.id, other.claim.id))
                    rate = abs(math.log(other.point / one.point)) / days
                    self._steps[matter(one)].append(Step(pair, rate))

    def rate(self, one: Telling, other: Telling) -> float | None:
        """The log change a day among other figures of the matter; None where too few are told."""
        pair = {one.claim.id, other.claim.id}
        rates = [step.rate for step in self._steps[matter(one)] if not step.claims & pair]
        return median(rates) if len(rates) >= FEW else None

    def explains(self, one: Telling, other: Telling, tolerance: float) -> str:
        """Why the second may be the first some days on, in words; "" where it is not so."""
        if not (dated(one) and dated(other)):
            return ""
        days = abs(_day(other) - _day(one))
        rate = self.rate(one, other)
        if rate is None or not days or _apart(one, other, tolerance) > SLACK * rate * days:
            return ""
        span = f"{days} day{'' if days == 1 else 's'}"
        return f"{span} lie between, and this figure moves by about {math.expm1(rate):.2%} a day"


def matter(row: Telling) -> Matter:
    """What a figure is of, whenever and by whomever it is told."""
    claim = row.claim
    return claim.site, claim.area, claim.indicator, tuple(sorted(claim.breakdown)), claim.unit


def dated(row: Telling) -> bool:
    """True where the account states the day."""
    period = row.claim.period
    return period is not None and period.basis == "stated" and period.precision == "day"


def rose(one: Telling, other: Telling) -> bool:
    """True where `other` is a later, higher toll of a happening than a first count, `one`."""
    period = one.claim.period
    if period is None or period.precision != "day" or "" in (one.published[1], other.published[1]):
        return False
    first = one.claim.account != other.claim.account and one.published[0] < other.published[1]
    soon = dt.date.fromisoformat(one.published[0]) - period.last <= dt.timedelta(EARLY)
    return first and soon and one.point < other.point


def _day(row: Telling) -> int:
    return _ordinal(row.claim.period.end) if row.claim.period else 0


# The same days are told again and again.
@lru_cache(maxsize=8192)
def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


def _apart(one: Telling, other: Telling, tolerance: float) -> float:
    """How far apart the two are at least, as a log ratio; 0 where they allow one value."""
    a, b = one.quantity, other.quantity
    if a is None or b is None:
        return 0.0
    (_, high), (floor, _) = sorted((a.reach(tolerance), b.reach(tolerance)))
    if floor <= high:
        return 0.0
    return math.log(floor / high) if high > 0 else math.inf
