"""What the joining of incident claims looks at, taken from each claim once."""

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from thirdhand.corroborate import shingles
from thirdhand.corroborate.tellings import NEVER, Telling
from thirdhand.model import Claim, Period, Quantity

Known = Literal["day", "by", "span"]

# Two types of one family may be two words for one happening.
FAMILIES = {
    "killing": "violence",
    "attack": "violence",
    "abduction": "violence",
    "protest-riot": "violence",
    "security-operation": "force",
    "arrest": "force",
    "escape-attempt": "force",
    "smuggling": "force",
}
# What goes on for weeks is told of on many days.
LASTING = {"security-operation", "disease", "aid-suspension", "protest-riot", "flood"}
# Figures that are one count under two names.
ALIKE = {"deaths": "killed", "returns": "repatriated"}
# A sentence is the neighbourhood of a claim, up to this many letters on either side.
AROUND = 240
# Two words that begin with the same letters are forms of one: "killed", "killing".
STEM = 5
_SORTS = {
    "women": {"woman", "women", "girl", "girls", "female", "mother", "bride"},
    "men": {"man", "men", "male", "boy", "boys", "father"},
}
_STOP = re.compile(r"[.!?؟。]\s|\n")


@dataclass(frozen=True, slots=True)
class Sketch:
    """An incident claim as the joining sees it.

    first, last: ordinals of the days it may stand for. known: "day" where the day is stated, "by"
    where only the day of publication is known, "span" for a longer time. matter: what is counted,
    None where nothing is. words: the stems around it, each with how rare it is. sorts: women or
    men where the words say so.
    """

    telling: Telling
    first: int
    last: int
    known: Known
    family: str
    lasting: bool
    matter: Hashable
    quantity: Quantity | None
    words: dict[str, float]
    weight: float
    sorts: frozenset[str]

    @property
    def type(self) -> str:
        """The event type as read."""
        event = self.telling.claim.event
        return event.type if event else "other"


def sketches(told: Sequence[Telling]) -> list[Sketch]:
    """One sketch a telling, in the same order. Every telling has an event, a site and a period."""
    found = [_stems(row) for row in told]
    held = Counter(word for words in found for word in words)
    rare = {word: math.log((len(told) + 1) / count) for word, count in held.items()}
    return [
        _sketch(row, {word: rare[word] for word in sorted(words)})
        for row, words in zip(told, found, strict=True)
    ]


def _sketch(row: Telling, words: dict[str, float]) -> Sketch:
    claim, period = row.claim, row.claim.period
    if period is None or claim.event is None:
        raise ValueError(f"claim {claim.id[:12]} is no dated incident")
    kind = claim.event.type
    return Sketch(
        row,
        dt.date.toordinal(period.first),
        dt.date.toordinal(period.last),
        known(period),
        FAMILIES.get(kind, kind),
        kind in LASTING,
        _matter(claim),
        claim.quantity,
        words,
        math.fsum(words.values()),
        _sorts(claim),
    )


def known(period: Period) -> Known:
    """How far the day of a happening is known from the period of its claim."""
    if period.precision != "day" or period.start != period.end:
        return "span"
    return "day" if period.basis == "stated" else "by"


def _matter(claim: Claim) -> Hashable:
    if claim.quantity is None or claim.indicator is None:
        return None
    return ALIKE.get(claim.indicator, claim.indicator), tuple(sorted(claim.breakdown)), claim.unit


def _stems(row: Telling) -> set[str]:
    """The words of the claim and of the sentence it stands in."""
    span, text = row.claim.span, row.account.text
    before = text[max(span.start - AROUND, 0) : span.start]
    after = text[span.end : span.end + AROUND]
    before = _STOP.split(before)[-1]
    end = _STOP.search(after)
    near = f"{before}{span.quote}{after[: end.start()] if end else after}"
    return {word[:STEM] for word in shingles.words(near) if len(word) > 2 and not word.isdigit()}


def _sorts(claim: Claim) -> frozenset[str]:
    words = set(shingles.words(claim.span.quote))
    return frozenset(name for name, sort in _SORTS.items() if words & sort)


def day_published(row: Telling) -> str | None:
    """The last day the account may have come out; None where it is undated."""
    return None if row.published == NEVER else row.published[0]
