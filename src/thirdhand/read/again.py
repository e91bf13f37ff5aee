"""A happening told twice in one account: the second telling is marked, so it counts once."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace

from thirdhand.model import Claim, Event


def repeats(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of one account in order, those that repeat a happening no longer counted.

    A repeat has the type and the time of an earlier one, and its number; where it is one or has
    no number, the same party.
    """
    seen: set[Hashable] = set()
    for row in claims:
        if row.event is None or not row.counted:
            yield row
            continue
        number, parties = _number(row, row.event), set(_parties(row, row.event))
        again = number in seen if number is not None else bool(parties & seen)
        yield replace(row, counted=False) if again else row
        seen |= {number, *parties}


def _number(row: Claim, event: Event) -> Hashable:
    """What a number above one is told again by, None where there is none."""
    if row.low is None or row.high == 1:
        return None
    return event.type, _when(row), row.indicator, row.low, row.high


def _parties(row: Claim, event: Event) -> Iterator[Hashable]:
    party = event.target or event.actor
    if party:
        yield event.type, _when(row), party.split()[-1].lower()


def _when(row: Claim) -> tuple[str, str] | None:
    return (row.period.start, row.period.end) if row.period else None
