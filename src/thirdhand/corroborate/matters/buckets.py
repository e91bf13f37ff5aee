"""Which claims are told of one thing: same matter, place and time."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Claim, Indicator, Period, Vocabulary
from thirdhand.model.period import Precision

Group = Literal["told", "expected", "denied"]
FoldKind = Literal["figure", "incident", "condition"]
# How far the claims of an indicator that no vocabulary holds may differ.
NO_TOLERANCE = 0.0
# A stock less than a tenth of another is hardly the same stock.
FAR = 10.0
# What holds for more days than two months have is told of a year.
LONG = 62


@dataclass(frozen=True, slots=True)
class Bucket:
    """One indicator, breakdown, unit, place and time. `event` parts incidents with a figure.

    start, end: ISO dates. dated: False where the time is only that of publication. by_day: True
    where both ends are known to the day. happening: the event that its incident claims are of;
    place and time are then the event's, and without a unit the bucket is of all its claims.
    """

    group: Group
    kind: FoldKind
    indicator: str
    breakdown: tuple[str, ...]
    unit: str | None
    site: str
    area: str | None
    start: str
    end: str
    dated: bool
    by_day: bool
    event: str | None = None
    happening: str | None = None

    @property
    def comparable(self) -> bool:
        """Incidents that name no common days may be different ones, unless they were joined."""
        return self.kind != "incident" or self.happening is not None or (self.dated and self.by_day)


@dataclass(frozen=True, slots=True)
class Measures:
    """The vocabulary, indexed."""

    by_name: dict[str, Indicator]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> "Measures":
        """The indicators by name."""
        return cls({indicator.name: indicator for indicator in vocabulary.indicators})

    def tolerance(self, name: str) -> float:
        """The share by which two honest counts may differ."""
        found = self.by_name.get(name)
        return found.tolerance if found else NO_TOLERANCE

    def measure(self, name: str | None) -> str:
        """How it is counted: stock, flow, ...; "" for an indicator that no vocabulary holds."""
        found = self.by_name.get(name or "")
        return found.measure if found else ""

    def lasts(self, claim: Claim) -> bool:
        """True for stocks, shares and conditions: what holds at a moment, month by month."""
        if claim.kind == "condition":
            return True
        return self.stock(claim.indicator, claim.unit)

    def stock(self, name: str | None, unit: str | None) -> bool:
        """True for what is counted at a moment, or is a share of it."""
        found = self.by_name.get(name or "")
        return unit == "percent" or (found is not None and found.measure in ("stock", "share"))

    def apart(self, name: str | None, unit: str | None) -> float:
        """How many times a figure may be another and still count the same thing.

        A stock has parts, so a far smaller figure is one of them. A toll may well be far off.
        """
        return FAR if self.stock(name, unit) and unit != "percent" else math.inf


def bucket(row: Telling, measures: Measures, site: str) -> Bucket | None:
    """Where the claim is counted if it is about `site`; None where it cannot be counted."""
    claim, period = row.claim, row.claim.period
    told, indicator = group(claim), _indicator(row)
    if told is None or indicator is None or period is None or claim.kind == "statement":
        return None
    lasts = measures.lasts(claim)
    start, end = _times(period, lasts)
    # A moment that is only known by publication falls into its month; a count that is only known
    # by publication is never mixed with one of that very month.
    dated = lasts or period.basis == "stated"
    by_day = not lasts and period.precision == "day"
    figure = row.quantity is not None and claim.kind != "condition"
    event = claim.event.type if claim.kind == "incident" and claim.event and figure else None
    breakdown = tuple(sorted(claim.breakdown)) if figure else ()
    unit = claim.unit if figure else None
    place = (site, claim.area)
    return Bucket(
        told, claim.kind, indicator, breakdown, unit, *place, start, end, dated, by_day, event
    )


def order(key: Bucket) -> tuple[str, ...]:
    """A total order: site, matter, time."""
    return (
        key.site,
        key.kind,
        key.indicator,
        "+".join(key.breakdown),
        key.unit or "",
        key.area or "",
        key.start,
        key.end,
        key.group,
        str(key.dated),
        str(key.by_day),
        key.event or "",
        key.happening or "",
    )


def span(key: Bucket, rows: Sequence[Telling]) -> Period:
    """The bucket's period: as precise as its coarsest claim, stated if any claim states it."""
    periods = [row.claim.period for row in rows if row.claim.period]
    if key.happening:
        days = dt.date.fromisoformat(key.end) - dt.date.fromisoformat(key.start)
        told: Precision = "day" if key.by_day else "year" if days.days > LONG else "month"
        return Period(key.start, key.end, told, _basis(periods))
    if any(p.start != key.start or p.end != key.end for p in periods):
        return Period(key.start, key.end, "month", _basis(periods))
    coarse = max((p.precision for p in periods), key=("day", "month", "year").index)
    return Period(key.start, key.end, coarse, _basis(periods))


def _basis(periods: Sequence[Period]) -> Literal["stated", "published", "unknown"]:
    bases = {period.basis for period in periods}
    return "stated" if "stated" in bases else "published" if "published" in bases else "unknown"


def group(claim: Claim) -> Group | None:
    """Whether it is told as so, expected or denied; None where it is not counted."""
    if claim.stance == "expected":
        return "expected"
    if claim.stance == "denied" or (claim.negated and claim.stance != "hypothetical"):
        return "denied"
    return "told" if claim.counted and claim.stance in ("asserted", "alleged") else None


def _indicator(row: Telling) -> str | None:
    """What is assessed: the figure's indicator, else the event's type or the condition's sector."""
    claim = row.claim
    if claim.kind == "condition":
        return claim.condition.sector if claim.condition else None
    if claim.kind == "incident":
        event = claim.event.type if claim.event else None
        return claim.indicator or event if row.quantity else event
    return claim.indicator if row.quantity else None


def _times(period: Period, lasts: bool) -> tuple[str, str]:
    """What holds at a moment is counted by the month of its last day; what runs, by its period."""
    if lasts:
        start, end = _month(period.end[:7])
        if period.start >= start:
            return start, end
    return period.start, period.end


# The same few hundred months are named again and again.
@lru_cache(maxsize=4096)
def _month(text: str) -> tuple[str, str]:
    whole = Period.parse(text)
    return whole.start, whole.end
