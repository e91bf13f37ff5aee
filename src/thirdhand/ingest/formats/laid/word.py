"""A word of a page, and its place."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# Stands where a line ends in a hyphen, as PDFium writes it.
HYPHEN = "\ufffe"
# A character is raised where its middle is this much above that of its neighbour, and it is
# smaller, or its foot stands well above; in heights of the neighbour.
ABOVE, SMALLER, FOOT = 0.05, 0.9, 0.25


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a space, and their box in points, y upwards.

    The box is that of the letters' size, not of their ink. raised: set above the line.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    raised: bool = False

    @property
    def top(self) -> float:
        """Where the letters end upwards."""
        return self.bottom + self.size


def is_raised(bottom: float, top: float, low: float, high: float) -> bool:
    """True for a character between bottom and top beside one between low and high."""
    height = max(high - low, 1.0)
    above = (bottom + top) / 2 > (low + high) / 2 + ABOVE * height
    return above and (top - bottom < SMALLER * height or bottom > low + FOOT * height)


def is_leftward(words: Iterable[Word]) -> bool:
    """True where most words are written from right to left."""
    kinds = [{unicodedata.bidirectional(letter) for letter in word.text[:3]} for word in words]
    lefts = sum(bool(kind & {"R", "AL"}) for kind in kinds)
    return lefts > sum("L" in kind for kind in kinds)
