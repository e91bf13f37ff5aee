"""Put signs over words, in place."""

import re
from collections.abc import Iterable

from thirdhand.mask.contacts import contacts, doors
from thirdhand.mask.points import points
from thirdhand.model.audience import NUMBER, PLACE

# What no person can be found by: a hash of ours, a day, a month, a quarter, a week.
_OURS = re.compile(r"[0-9a-f]{40,64}|(?:19|20)\d\d(?:-(?:\d\d|Q\d|W\d\d)(?:-\d\d)?)?")


def ours(text: str) -> bool:
    """True for a hash and for a date as rows hold it: such strings are left as they are."""
    return _OURS.fullmatch(text) is not None


def cover(text: str, stretches: Iterable[tuple[int, int]], sign: str) -> str:
    """`text` with `sign` for each character of these stretches; its length stays."""
    for start, end in stretches:
        text = f"{text[:start]}{sign * (end - start)}{text[end:]}"
    return text


def numbers_hidden(text: str, regions: tuple[str, ...]) -> str:
    """`text` without what leads to a person or a door by a number or an address of the net."""
    if not any(c.isdigit() or c in "@/:+([" for c in text):
        return text
    text = cover(text, points(text), PLACE)
    text = cover(text, contacts(text, regions), NUMBER)
    return cover(text, doors(text), PLACE)
