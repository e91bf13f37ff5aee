"""Who usually tells of a thing, so that its silence can be told from everybody's.

The rule: a voice usually tells of a line of the plan in a period where it told of the line's
indicator in at least two other periods of the same cadence, none further than a year away (three
years where the cadence is a year). Where no voice told of the indicator so often, those that told
so often of anything in its sector count. A voice without a name never counts: nobody can say that
"officials" were heard again.
"""

import bisect
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence, Set

from thirdhand.model import Plan, PlanItem, Vocabulary
from thirdhand.model.plan import Cadence
from thirdhand.visibility.held import Telling
from thirdhand.visibility.slot import Slot, slot_of

OFTEN = 2
YEAR = dt.timedelta(days=366)
NEAR: dict[Cadence, dt.timedelta] = {
    "week": YEAR,
    "month": YEAR,
    "quarter": YEAR,
    "year": 3 * YEAR,
}

Topic = tuple[str, str]


# The first and last days told of, by voice and what it told of.
Told = Mapping[Topic, Mapping[str, Set[tuple[dt.date, dt.date]]]]


class Usual:
    """Who told of what, by periods of one cadence."""

    def __init__(self, told: Told, cadence: Cadence) -> None:
        self._near = NEAR[cadence]
        self._days: dict[Topic, dict[str, list[dt.date]]] = {}
        for topic, voices in told.items():
            days = {voice: _days(voices[voice], cadence) for voice in sorted(voices)}
            self._days[topic] = {voice: row for voice, row in days.items() if len(row) >= OFTEN}

    def of(self, item: PlanItem, slot: Slot) -> tuple[tuple[str, ...], str]:
        """Who usually tells of this line around `slot`, and what they tell of, in words.

        No names where nobody does.
        """
        kind = "condition" if item.kind == "condition" else "told"
        for topic, what in (((kind, item.indicator), "it"), (("sector", item.sector), item.sector)):
            told = self._days.get(topic, {})
            names = tuple(voice for voice, days in told.items() if self._often(days, slot.first))
            if names:
                return names, what
        return (), ""

    def _often(self, days: Sequence[dt.date], day: dt.date) -> bool:
        first, last = (
            bisect.bisect_left(days, day - self._near),
            bisect.bisect_right(days, day + self._near),
        )
        own = bisect.bisect_left(days, day)
        return last - first - (own < len(days) and days[own] == day) >= OFTEN


def told_of(tellings: Sequence[Telling], sectors: Mapping[str, str]) -> Told:
    """Who told of what, and when. sectors: of each word that a telling has."""
    out: dict[Topic, dict[str, set[tuple[dt.date, dt.date]]]] = {}
    for telling in tellings:
        for topic in _topics(telling, sectors) if telling.named else ():
            voices = out.setdefault(topic, {})
            for voice in telling.named:
                voices.setdefault(voice, set()).add((telling.first, telling.last))
    return out


def _days(told: Iterable[tuple[dt.date, dt.date]], cadence: Cadence) -> list[dt.date]:
    """The first days of the periods that were told of alone, in order."""
    slots = ((slot_of(first, cadence), first, last) for first, last in told)
    return sorted({slot.first for slot, first, last in slots if slot.holds(first, last)})


def sectors(plan: Plan, vocabulary: Vocabulary) -> dict[str, str]:
    """The sector of each word that a telling can have: indicator, sector, event of the plan."""
    events = {i.indicator: i.sector for i in plan.items if i.kind == "incident"}
    own = {sector: sector for sector in vocabulary.sectors}
    return own | events | {i.name: i.sector for i in vocabulary.indicators}


def _topics(telling: Telling, sectors: Mapping[str, str]) -> set[Topic]:
    kind = "condition" if telling.kind == "condition" else "told"
    topics = {(kind, key) for key in telling.keys}
    return topics | {("sector", sectors[key]) for key in telling.keys if key in sectors}
