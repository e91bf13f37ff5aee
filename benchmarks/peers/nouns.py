"""The counted nouns that a reader of bare numbers is lent, so that its figures have units."""

import re

HOUSEHOLDS = r"households?|families|family|homes"
PEOPLE = (
    r"people|persons?|individuals?|inhabitants|residents|civilians|men|women|children|villagers"
    r"|refugees?|IDPs?|displaced|returnees?|evacuees|migrants|asylum[- ]seekers|victims|homeless"
)
# The noun stands after the number, behind four words at most, and within the same clause.
COUNTED = re.compile(
    rf"\s*(?:[^\s.,;:()]+\s+){{0,4}}?(?:(?P<households>{HOUSEHOLDS})|(?P<people>{PEOPLE}))\b",
    re.IGNORECASE,
)


def unit_after(text: str, end: int) -> str | None:
    """Their unit, people or households, by the first such noun after `end`; None for none."""
    match = COUNTED.match(text, end)
    return match.lastgroup if match else None
