"""The counted nouns that a reader of bare numbers is lent, so that its figures have units."""

import re

from benchmarks.peers.expression import HOUSEHOLDS, PERSONS

# The noun stands after the number, behind three words at most, and within the same clause.
COUNTED = re.compile(
    rf"\s*(?:of\s+)?(?:[^\s.,;:()]+\s+){{0,3}}?(?:(?P<people>{PERSONS})|(?P<households>{HOUSEHOLDS}))\b",
    re.IGNORECASE,
)


def unit_after(text: str, end: int) -> str | None:
    """Their unit, people or households, by the first such noun after `end`; None for none."""
    match = COUNTED.match(text, end)
    return match.lastgroup if match else None
