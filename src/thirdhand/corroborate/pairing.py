"""How likely it is that two incident claims tell of one happening, with the reasons.

Evidence for and against is added up as weights on a log scale, as in record linkage (Fellegi and
Sunter 1969); a sum above 0 speaks for one happening. The weights are set by hand and looked at on
judged pairs of the example (benchmarks/joined.py); no one feature decides.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from thirdhand.corroborate.buckets import LONG
from thirdhand.corroborate.sketch import Known, Sketch

# Two claims of the same family are mostly of two happenings.
START = -2.5
SAME_TYPE, KIN = 1.0, 0.2
# A stated day by how many days apart; further is FAR_DAY.
DAYS = (2.5, 1.0, -0.5)
FAR_DAY = -2.0
# A day of publication by how many days after the happening.
BY_DAYS = ((0, 2.0), (1, 1.8), (3, 1.0), (7, 0.3))
BOTH_BY = ((0, 1.2), (2, 0.8), (7, 0.0))
TOO_LATE = -1.5
SHORT, SHORT_SPAN, MONTH_SPAN = 10, 1.0, 0.3
# What lasts is told of on many days.
LASTS_ON, LASTS = 31, 0.8
# How much a shared figure says grows with its size: one dead is common, 515 returned are not.
EQUAL, PER_LOG, MOST_EQUAL = 0.3, 0.5, 3.0
BOUND = 1.2
MOVED, DIFFER, OTHER_BATCH = -0.4, -0.9, -2.5
TOLLS = ("killed", "injured", "tents-lost")
# Shared words, as a share of the rarer words of the smaller sentence.
WORDS, PLAIN, MOST_WORDS = 6.0, 0.12, 2.5
SAME_AREA, OTHER_AREA = 0.7, -2.5
SORTS = -0.8
COPIES, VOICE = 1.5, 0.3
# One account seldom tells one figure twice: the reader has taken repeats away.
TWICE, ASIDE = -2.5, 0.3


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of evidence: its weight and its words."""

    weight: float
    words: str


Feature = Callable[[Sketch, Sketch], Reason | None]


def score(one: Sketch, other: Sketch) -> float:
    """The sum of the evidence; above 0 it speaks for one happening. Order makes no difference."""
    return START + math.fsum(reason.weight for reason in reasons(one, other))


def reasons(one: Sketch, other: Sketch) -> list[Reason]:
    """Each piece of evidence, the strongest first."""
    found = [reason for feature in FEATURES if (reason := feature(one, other))]
    return sorted(found, key=lambda reason: (-abs(reason.weight), reason.words))


def _type(one: Sketch, other: Sketch) -> Reason:
    if one.type == other.type:
        return Reason(SAME_TYPE, f"both a case of {one.type}")
    first, second = sorted((one.type, other.type))
    return Reason(KIN, f"{first} and {second} are kin")


def _time(one: Sketch, other: Sketch) -> Reason:
    early, late = sorted((one, other), key=lambda s: (s.first, s.last, s.known))
    gap = max(late.first - early.last, 0)
    kinds = {one.known, other.known}
    if kinds == {"day"}:
        weight = DAYS[gap] if gap < len(DAYS) else FAR_DAY
    elif kinds == {"by"}:
        weight = _step(gap, BOTH_BY)
    elif kinds == {"day", "by"}:
        # What came out before it happened does not tell of it, but for the hours of a day.
        told = early.known == "day" or gap == 0
        weight = _step(gap, BY_DAYS) if told else _step(gap, ((1, 0.3),))
    else:
        weight = _spans(one, other, gap)
    if one.lasting and other.lasting and gap <= LASTS_ON:
        weight = max(weight, LASTS if gap == 0 else LASTS - gap / LASTS_ON)
    return Reason(weight, _apart(gap, kinds))


def _apart(gap: int, kinds: set[Known]) -> str:
    stated = "of one day" if kinds == {"day"} else "of a time that fits"
    return stated if not gap else f"{gap} day{'s' * (gap > 1)} apart"


def _spans(one: Sketch, other: Sketch, gap: int) -> float:
    if gap:
        return FAR_DAY
    longest = max(s.last - s.first for s in (one, other))
    return SHORT_SPAN if longest <= SHORT else MONTH_SPAN if longest <= LONG else 0.0


def _step(gap: int, steps: tuple[tuple[int, float], ...]) -> float:
    return next((weight for most, weight in steps if gap <= most), TOO_LATE)


def _figure(one: Sketch, other: Sketch) -> Reason | None:
    a, b = one.quantity, other.quantity
    if a is None or b is None or one.matter is None or one.matter != other.matter:
        return None
    x, y = a.point or 0.0, b.point or 0.0
    if x == y:
        return Reason(min(EQUAL + PER_LOG * math.log(max(x, 1.0)), MOST_EQUAL), "the same figure")
    if a.agrees(b):
        rarity = EQUAL + PER_LOG * math.log(max(min(x, y), 1.0)) / 2
        return Reason(min(rarity, BOUND), "figures that can both be so")
    if not (isinstance(one.matter, tuple) and one.matter[0] in TOLLS):
        return Reason(OTHER_BATCH, "two figures that exclude each other")
    moved = one.telling.published != other.telling.published
    return Reason(
        MOVED if moved else DIFFER, "a toll that may have moved" if moved else "two tolls"
    )


def _words(one: Sketch, other: Sketch) -> Reason | None:
    least = min(one.weight, other.weight)
    if not least:
        return None
    small, large = (one, other) if len(one.words) <= len(other.words) else (other, one)
    share = math.fsum(small.words[word] for word in small.words if word in large.words) / least
    weight = min(WORDS * (share - PLAIN), MOST_WORDS)
    return Reason(weight, f"{share:.0%} of the rarer words shared")


def _area(one: Sketch, other: Sketch) -> Reason | None:
    a, b = one.telling.claim.area, other.telling.claim.area
    if a is None or b is None:
        return None
    return Reason(SAME_AREA, f"both in {a}") if a == b else Reason(OTHER_AREA, "two parts of it")


def _people(one: Sketch, other: Sketch) -> Reason | None:
    if one.sorts and other.sorts and not one.sorts & other.sorts:
        return Reason(SORTS, "women here, men there")
    return None


def _told(one: Sketch, other: Sketch) -> Reason | None:
    a, b = one.telling, other.telling
    if a.account.id == b.account.id:
        twice = one.matter is not None and one.matter == other.matter
        return (
            Reason(TWICE, "two figures of one account") if twice else Reason(ASIDE, "one account")
        )
    if a.channel == b.channel:
        return Reason(COPIES, "copies of one text")
    if a.origin.known and a.origin.id == b.origin.id:
        return Reason(VOICE, f"one voice, {a.origin.name}")
    return None


FEATURES: tuple[Feature, ...] = (_type, _time, _figure, _words, _area, _people, _told)
