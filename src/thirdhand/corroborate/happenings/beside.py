"""Figures that stand beside an incident in one account and are of it: its dead, its injured.

"Three people died when a tent burned; around 30 were hurt": the incident is one claim, the 30 are
another, a figure of that day. It is of the happening where the account tells of one happening
alone on that day that can have such a toll.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from thirdhand.corroborate.happenings.sketch import Sketch, known
from thirdhand.corroborate.matters.buckets import group
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Claim

TOLLS = frozenset({"killed", "deaths", "injured", "tents-lost"})
HARM = frozenset({"killing", "attack", "fire", "flood", "abduction", "protest-riot"})


def beside(
    told: Sequence[Telling], sites: Sequence[str], events: Mapping[str, Sequence[Sketch]]
) -> dict[str, list[Telling]]:
    """Happening -> the figures that stand beside its incidents. events: their claims, by id."""
    days: dict[tuple[str, str | None, int], set[str]] = defaultdict(set)
    for event, rows in events.items():
        for sketch in rows:
            claim = sketch.telling.claim
            if sketch.type in HARM and sketch.known == "day":
                days[claim.account, claim.site, sketch.first].add(event)
    found: dict[str, list[Telling]] = defaultdict(list)
    for row in told:
        day = _day(row.claim)
        at = days.get((row.claim.account, row.claim.site, day)) if day else None
        if at and len(at) == 1 and row.claim.site in sites:
            found[next(iter(at))].append(row)
    return found


def _day(claim: Claim) -> int | None:
    """The day of a toll that is told as so; None for all else."""
    period = claim.period
    toll = claim.kind == "figure" and claim.quantity is not None and claim.indicator in TOLLS
    if not toll or period is None or known(period) != "day" or group(claim) != "told":
        return None
    return period.first.toordinal()
