"""What a figure of the plan ought to be, and how near it a figure comes.

The grammar is strict: (at least | at most | >= | <=) NUMBER [per [NUMBER] HEADS [and day]], where
HEADS is one of `HEADS`. "at least 15 per person", "at most 1 per 10,000 people and day".
"""

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple, Self

Score = Literal["met", "half", "below"]
SCORES: tuple[Score, ...] = ("met", "half", "below")


class Heads(NamedTuple):
    """Who a target counts by: the stock of the vocabulary that says how many, its unit, words."""

    indicator: str
    unit: str
    one: str
    many: str


PEOPLE = Heads("population", "people", "person", "people")
HOUSEHOLDS = Heads("population", "households", "household", "households")
DETAINEES = Heads("detainees", "people", "detainee", "detainees")
# How many a place was built for.
PLACES = Heads("capacity", "people", "place", "places")
HEADS = (PEOPLE, HOUSEHOLDS, DETAINEES, PLACES)

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = "|".join(word for heads in HEADS for word in (heads.one, heads.many))
_GRAMMAR = re.compile(
    rf"(?P<side>at least|at most|>=|<=)\s*(?P<number>{_NUMBER})"
    rf"(?:\s+per\s+(?:(?P<per>{_NUMBER})\s+)?(?P<heads>{_WORDS})(?P<daily>\s+and\s+day)?)?"
)


@dataclass(frozen=True, slots=True)
class Target:
    """At least or at most `number`, for `per` of `heads` where these are given, a day if `daily`.

    Half of the way is half of what is asked at least, or twice what is asked at most, as site
    monitoring in camps scores a standard that is partly met.
    """

    least: bool
    number: float
    heads: Heads | None = None
    per: float = 1.0
    daily: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """The target that `text` writes; ValueError where it is none."""
        found = _GRAMMAR.fullmatch(" ".join(text.split()))
        per = _number(found["per"] or "1") if found else 0.0
        if found is None or per == 0:
            raise ValueError(
                f"target {text!r} is not understood; write such as 'at least 15 per person',"
                " 'at least 1 per 20 people' or 'at most 500'"
            )
        heads = next((h for h in HEADS if found["heads"] in (h.one, h.many)), None)
        least = found["side"] in ("at least", ">=")
        return cls(least, _number(found["number"]), heads, per, found["daily"] is not None)

    def score(self, value: float) -> Score:
        """How near `value`, in the target's own terms, comes."""
        if self.least:
            return _first(value >= self.number, 2 * value >= self.number)
        return _first(value <= self.number, value <= 2 * self.number)

    def __str__(self) -> str:
        """In words: "at least 15 per person"."""
        per = f" {self.rate}" if self.rate else ""
        return f"{'at least' if self.least else 'at most'} {self.number:,.10g}{per}"

    @property
    def rate(self) -> str:
        """What it is counted by: "per person", "per 10,000 people and day"; "" for nothing."""
        if self.heads is None:
            return ""
        who = self.heads.one if self.per == 1 else f"{self.per:,.10g} {self.heads.many}"
        return f"per {who}{' and day' if self.daily else ''}"


def _first(met: bool, half: bool) -> Score:
    return "met" if met else "half" if half else "below"


def _number(text: str) -> float:
    return float(text.replace(",", ""))
