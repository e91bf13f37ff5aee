"""The claims about the sites of the plan, each in its bucket."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.corroborate.happenings.joined import Joined
from thirdhand.corroborate.happenings.sketch import known
from thirdhand.corroborate.matters.buckets import Bucket, Measures, bucket, order
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Period
from thirdhand.model.claim import EventType

Filled = dict[Bucket, list[Telling]]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a happening was, from all its claims; its types, the most told first."""

    types: tuple[EventType, ...]
    area: str | None
    start: str
    end: str
    dated: bool
    by_day: bool


def fill(
    told: Sequence[Telling], measures: Measures, sites: Sequence[str], joined: Sequence[Joined] = ()
) -> Filled:
    """The claims about a site of the plan, each in its bucket. Undated claims are left out.

    A claim of a happening counts in it as a whole, and, where it holds a figure, with the figures
    of the same kind in it.
    """
    found: Filled = defaultdict(list)
    of = {row.claim.id: event for event in joined for row in event.told}
    where = {event.id: setting(event) for event in joined}
    for row in told:
        site, event = row.claim.site, of.get(row.claim.id)
        key = bucket(row, measures, site) if site in sites and site else None
        if key and event:
            for one in _of_happening(key, event.id, where[event.id]):
                found[one].append(row)
        elif key:
            found[key].append(row)
    return dict(sorted(found.items(), key=lambda item: order(item[0])))


def setting(event: Joined) -> Setting:
    """The stated days if there are any, else the shortest time told.

    A part of the site if all claims that name one name the same.
    """
    claims = [row.telling.claim for row in event.rows]
    kinds = Counter(claim.event.type for claim in claims if claim.event)
    areas = {claim.area for claim in claims if claim.area}
    spans = [period for claim in claims if (period := claim.period)]
    days = [p for p in spans if known(p) == "day"]
    shortest = min(spans, key=_length)
    start = min(days, key=lambda p: p.start).start if days else shortest.start
    end = max(days, key=lambda p: p.end).end if days else shortest.end
    return Setting(
        tuple(sorted(kinds, key=lambda kind: (-kinds[kind], kind))),
        areas.pop() if len(areas) == 1 else None,
        start,
        end,
        bool(days) or shortest.basis == "stated",
        bool(days) or shortest.precision == "day",
    )


def _length(period: Period) -> tuple[bool, int, str]:
    return period.basis != "stated", (period.last - period.first).days, period.start


def _of_happening(key: Bucket, ident: str, at: Setting) -> list[Bucket]:
    """The bucket of the whole happening, and that of the claim's figure."""
    place = (key.site, at.area, at.start, at.end, at.dated, at.by_day, at.types[0], ident)
    whole = Bucket(key.group, "incident", at.types[0], (), None, *place)
    if not key.unit:
        return [whole]
    return [whole, Bucket(key.group, "incident", key.indicator, key.breakdown, key.unit, *place)]
