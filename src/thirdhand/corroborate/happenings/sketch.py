"""What the joining of incident claims looks at, taken from each claim once."""

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from thirdhand.corroborate.kin import shingles
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Claim, Period, Quantity

Known = Literal["day", "by", "span"]

# Two types of one family may be two words for one happening. An operation is none of its arrests.
FAMILIES = {
    "killing": "violence",
    "attack": "violence",
    "abduction": "violence",
    "protest-riot": "violence",
    "arrest": "flight",
    "escape-attempt": "flight",
    "smuggling": "flight",
}
# What goes on for weeks is told of on many days: what it says that two fall into one month.
LASTING = {
    "security-operation": 1.2,
    "aid-suspension": 1.2,
    "flood": 0.7,
    "disease": 0.5,
    "protest-riot": 0.5,
}
# Figures that are one count under two names.
ALIKE = {"deaths": "killed", "returns": "repatriated"}
# The words around a claim, up to this many letters on either side.
AROUND = 400
# Two words that begin with the same letters are forms of one: "killed", "killing".
STEM = 5
# A word that one in e accounts uses says nothing. Of fewer accounts nothing can be called rare.
PLAIN = 1.0
FEWEST = 32
_SORTS = {
    "women": {"woman", "women", "girl", "girls", "female", "mother", "bride"},
    "men": {"man", "men", "male", "boy", "boys", "father"},
}
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Sketch:
    """An incident claim as the joining sees it.

    first, last: ordinals of the days it may stand for. known: "day" where the day is stated, "by"
    where only the day of publication is known, "span" for a longer time. lasts: see LASTING.
    matter: what is counted, None where nothing is. rare: how rare its type is among the accounts,
    on a log scale. words: the rarer stems around it, each with how rare it is; weight: their sum.
    sorts: women or men where the words say so.
    """

    telling: Telling
    first: int
    last: int
    known: Known
    type: str
    family: str
    lasts: float
    matter: tuple[str, tuple[str, ...], str | None] | None
    quantity: Quantity | None
    rare: float
    words: dict[str, float]
    weight: float
    sorts: frozenset[str]


def sketches(told: Sequence[Telling]) -> list[Sketch]:
    """One sketch a telling, in the same order. Every telling has an event, a site and a period."""
    found = [_stems(row) for row in told]
    types = _rarity((row.account.id, {_type(row)}) for row in told)
    stems = _rarity((row.account.id, words) for row, words in zip(told, found, strict=True))
    enough = len({row.account.id for row in told}) >= FEWEST
    return [
        _sketch(row, types[_type(row)], {w: stems[w] for w in words if enough and stems[w] > 0})
        for row, words in zip(told, found, strict=True)
    ]


def _rarity(held: Iterable[tuple[str, set[str]]]) -> dict[str, float]:
    """How rare each mark is among accounts (inverse document frequency), above PLAIN."""
    of: dict[str, set[str]] = defaultdict(set)
    for account, marks in held:
        of[account] |= marks
    count = Counter(mark for marks in of.values() for mark in marks)
    return {mark: math.log((len(of) + 1) / size) - PLAIN for mark, size in count.items()}


def _type(row: Telling) -> str:
    return row.claim.event.type if row.claim.event else "other"


def _sketch(row: Telling, rare: float, words: dict[str, float]) -> Sketch:
    claim, period = row.claim, row.claim.period
    if period is None:
        raise ValueError(f"claim {claim.id[:12]} has no date")
    kind = _type(row)
    return Sketch(
        row,
        dt.date.toordinal(period.first),
        dt.date.toordinal(period.last),
        known(period),
        kind,
        FAMILIES.get(kind, kind),
        LASTING.get(kind, 0.0),
        _matter(claim),
        claim.quantity,
        rare,
        words,
        math.fsum(words.values()),
        _sorts(claim),
    )


def known(period: Period) -> Known:
    """How far the day of a happening is known from the period of its claim."""
    if period.precision != "day" or period.start != period.end:
        return "span"
    return "day" if period.basis == "stated" else "by"


def _matter(claim: Claim) -> tuple[str, tuple[str, ...], str | None] | None:
    if claim.quantity is None or claim.indicator is None:
        return None
    return ALIKE.get(claim.indicator, claim.indicator), tuple(sorted(claim.breakdown)), claim.unit


def _stems(row: Telling) -> set[str]:
    """The words around the claim, and the numbers of two digits and more that are no years."""
    span, text = row.claim.span, row.account.text
    near = text[max(span.start - AROUND, 0) : span.end + AROUND]
    return set(map(_mark, set(shingles.words(near)))) - {""}


# The same words stand around claim after claim.
@lru_cache(maxsize=1 << 16)
def _mark(word: str) -> str:
    """What is kept of the word; "" where nothing is."""
    if word.isdigit():
        return word[:STEM] if len(word) > 1 and not _YEAR.fullmatch(word) else ""
    return word[:STEM] if len(word) > 2 else ""


def _sorts(claim: Claim) -> frozenset[str]:
    words = set(shingles.words(claim.span.quote))
    return frozenset(name for name, sort in _SORTS.items() if words & sort)
