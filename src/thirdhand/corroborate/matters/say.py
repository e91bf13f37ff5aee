"""Figures, names and times in words, for the sentences that say why."""

from collections.abc import Sequence
from functools import lru_cache

from thirdhand.corroborate.voices import naming
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Claim, Quantity

SHOWN = 4
# A claim that adds less than this share is not counted among those that bear on a figure.
SOME = 0.01
_BEFORE = {
    "about": "about ",
    "nearly": "nearly ",
    "more than": "more than ",
    "at least": "at least ",
    "less than": "less than ",
    "up to": "up to ",
}


_ONE = {
    "people": "person",
    "households": "household",
    "countries": "country",
    "events": "event",
    "items": "item",
    "facilities": "facility",
    "organisations": "organisation",
    "tents": "tent",
}


def number(value: float) -> str:
    """62000.0 as "62,000", 2.41 as "2.41"."""
    return f"{value:,.12g}"


def figure(quantity: Quantity) -> str:
    """The figure as it was hedged: "more than 62,000 people"."""
    low, high, point = quantity.low, quantity.high, quantity.point
    if point is None:
        return f"no number of {quantity.unit}"
    if low is not None and high is not None and low != high:
        return f"{number(low)} to {number(high)} {quantity.unit}"
    unit = _ONE.get(quantity.unit, quantity.unit) if point == 1 else quantity.unit
    return f"{_BEFORE.get(quantity.hedge, '')}{number(point)} {unit}"


def what(claim: Claim) -> str:
    """A claim's figure, with what it counts; its words where it has none."""
    quantity = claim.quantity
    if quantity is None:
        return f"“{claim.span.quote}”"
    parts = f" ({' and '.join(claim.breakdown)})" if claim.breakdown else ""
    return figure(quantity) + parts


def who(row: Telling) -> str:
    """The speaker as the account names it, with the voice it stands for where that is another."""
    return _who(row.claim.chain[0] if row.claim.attributed else row.origin.name, row.origin.name)


@lru_cache(maxsize=1 << 14)
def _who(said: str, name: str) -> str:
    return said if naming.key(name) in naming.key(said) else f"{said} [{name}]"


def listed(names: Sequence[str]) -> str:
    """Names in a row: A; A and B; A, B, C, D and 3 more."""
    if len(names) == 1:
        return names[0]
    if len(names) > SHOWN:
        return f"{', '.join(names[:SHOWN])} and {len(names) - SHOWN} more"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def count(size: int, noun: str) -> str:
    """The number with its noun: "1 voice", "2 voices"."""
    return f"{size} {noun}" if size == 1 else f"{size} {noun}s"
