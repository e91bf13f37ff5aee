"""How many people, households or places there were, at a place and a time."""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.model import Estimated, Heads
from thirdhand.model.target import PLACES
from thirdhand.visibility.amount import Amount, shown
from thirdhand.visibility.held import Telling

# A head count told this many days before or after still serves; what a place was built for lasts.
NEAR = 45
LASTING = 10 * 366

Matter = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Count:
    """How many there were. id: the estimate or assessment that says so; told: it in words.

    few: too small to be shown.
    """

    amount: Amount
    id: str | None
    told: str
    few: bool


class Counts:
    """Head counts of one site: the estimate of the month, else what was told nearest to the day."""

    def __init__(
        self, estimated: Sequence[Estimated], tellings: Sequence[Telling], small: int = 0
    ) -> None:
        self._small = small
        self._estimated = {
            (row.indicator, row.unit, row.area, row.month): row
            for row in estimated
            if not row.breakdown
        }
        self._told: dict[Matter, list[Telling]] = defaultdict(list)
        for row in tellings:
            if row.kind == "figure" and not row.breakdown and row.amount:
                for key in row.keys:
                    self._told[key, row.unit, row.area].append(row)

    def of(self, heads: Heads, area: str | None, day: dt.date) -> Count | None:
        """How many of `heads` there were on `day`; None where nothing near it is held."""
        matter = heads.indicator, heads.unit, area
        row = self._estimated.get((*matter, f"{day:%Y-%m}"))
        if row is not None:
            when = f"{calendar.month_name[day.month]} {day.year}"
            told = f"{shown(row.best)} {heads.many}, the estimate for {when}"
            return Count(Amount(row.low, row.best, row.high), row.id, told, row.best < self._small)
        near = min(self._told.get(matter, ()), key=lambda t: (_away(t, day), t.what), default=None)
        limit = LASTING if heads == PLACES else NEAR
        if near is None or near.amount is None or _away(near, day) > limit:
            return None
        told = f"{near.what} {heads.many}, told of {near.last}"
        return Count(near.amount, near.assessment, told, near.few)


def _away(telling: Telling, day: dt.date) -> int:
    """Days between `day` and the nearest day of the telling."""
    return max((telling.first - day).days, (day - telling.last).days, 0)
