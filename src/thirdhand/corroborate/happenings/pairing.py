"""How likely it is that two incident claims tell of one happening, with the reasons.

Evidence for and against is added up as weights on a log scale, as in record linkage (Fellegi and
Sunter 1969); a sum above 0 speaks for one happening. The weights are set by hand and looked at on
judged pairs of the example (benchmarks/joined.py); no one feature decides.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from thirdhand.corroborate.happenings.sketch import Sketch
from thirdhand.corroborate.matters.buckets import LONG

# Two claims of the same family are mostly of two happenings.
START = -2.5
SAME_TYPE, KIN = 1.0, 0.2
# A type that few accounts tell of says more.
RARE_TYPE, MOST_RARE = 0.5, 2.0
# A stated day by how many days apart; further is FAR_DAY.
DAYS = (2.5, 1.0, -1.5)
FAR_DAY = -2.0
# A day of publication by how many days after the happening.
BY_DAYS = ((0, 2.0), (1, 1.8), (3, 1.0), (7, 0.3))
BOTH_BY = ((0, 1.2), (2, 0.8), (7, 0.0))
TOO_LATE = -1.5
# An account may well come out this many days after what it tells of.
AFTER = 7
SHORT, SHORT_SPAN, MONTH_SPAN = 10, 1.0, 0.3
# What lasts is told of on many days.
LASTS_ON = 31
# How much a shared figure says grows with its size: one dead is common, 515 returned are not.
EQUAL, PER_LOG, MOST_EQUAL = 0.3, 0.5, 3.0
BOUND = 1.2
MOVED, DIFFER, OTHER_BATCH = -0.4, -0.9, -3.5
# Kinds of one family that count different people: 12 arrested, 3 stopped on their flight.
OTHER_COUNT = -1.0
TOLLS = ("killed", "injured", "tents-lost")
# Shared words: strangers share about PLAIN of the rarer ones around their claims.
WORDS, PLAIN, LEAST_WORDS, MOST_WORDS = 15.0, 0.06, -0.6, 2.0
SAME_AREA, OTHER_AREA = 0.7, -2.5
SORTS = -0.8
COPIES, VOICE = 1.5, 0.3
# One account seldom tells one figure twice: the reader has taken repeats away.
TWICE, ASIDE = -2.5, 0.3
# What it says of a happening in the next words is mostly still of that one.
NEXT, NEXT_WORDS = 2.2, 200
# An account that states two days tells of two happenings.
TWO_DAYS = -3.0
# What came out before it happened does not tell of it, but for the hours of a day.
BEFORE = ((0, 2.0), (1, -0.5))


class Reason(NamedTuple):
    """A piece of evidence: its weight, its words, and the number that stands in them, if any."""

    weight: float
    words: str
    number: float | None = None

    def __str__(self) -> str:
        words = self.words if self.number is None else self.words.format(self.number)
        return f"{words} ({self.weight:+.1f})"


Feature = Callable[[Sketch, Sketch], Reason | None]


def score(one: Sketch, other: Sketch) -> float:
    """The sum of the evidence; above 0 it speaks for one happening. Order makes no difference."""
    total = START
    for feature in FEATURES:
        reason = feature(one, other)
        if reason:
            total += reason.weight
    return total


def reasons(one: Sketch, other: Sketch) -> list[Reason]:
    """Each piece of evidence, the strongest first."""
    found = [reason for feature in FEATURES if (reason := feature(one, other))]
    return sorted(found, key=lambda reason: (-abs(reason.weight), reason.words))


def _type(one: Sketch, other: Sketch) -> Reason:
    if one.type == other.type:
        return Reason(SAME_TYPE + rare(one.rare), f"both a case of {one.type}")
    first, second = sorted((one.type, other.type))
    return Reason(KIN, f"{first} and {second} are kin")


def rare(rarity: float) -> float:
    """What it adds that both are of a type so rare."""
    return RARE_TYPE * min(max(rarity, 0.0), MOST_RARE)


def _time(one: Sketch, other: Sketch) -> Reason:
    early, late = sorted((one, other), key=lambda s: (s.first, s.last, s.known))
    gap = max(late.first - early.last, 0)
    kinds = {one.known, other.known}
    if kinds == {"day"}:
        weight = DAYS[gap] if gap < len(DAYS) else FAR_DAY
    elif kinds == {"by"}:
        weight = step(gap, BOTH_BY)
    elif kinds == {"day", "by"}:
        weight = step(gap, BY_DAYS if early.known == "day" else BEFORE)
    else:
        after = late.known == "by" and gap <= AFTER
        weight = MONTH_SPAN if after else _spans(one, other, gap)
    lasts = min(one.lasts, other.lasts)
    if lasts and gap <= LASTS_ON:
        weight = max(weight, lasts - gap / LASTS_ON)
    if gap:
        return Reason(weight, "{} days apart" if gap > 1 else "a day apart", gap)
    return Reason(weight, "of one day" if kinds == {"day"} else "of a time that fits")


def _spans(one: Sketch, other: Sketch, gap: int) -> float:
    if gap:
        return FAR_DAY
    longest = max(s.last - s.first for s in (one, other))
    return SHORT_SPAN if longest <= SHORT else MONTH_SPAN if longest <= LONG else 0.0


def step(gap: int, steps: tuple[tuple[int, float], ...]) -> float:
    """The weight of so many days by a table of (days at most, weight)."""
    return next((weight for most, weight in steps if gap <= most), TOO_LATE)


def _figure(one: Sketch, other: Sketch) -> Reason | None:
    a, b = one.quantity, other.quantity
    if a is None or b is None or one.matter is None or other.matter is None:
        return None
    if one.matter != other.matter:
        kin = one.type != other.type and a.unit == b.unit and not (toll(one) and toll(other))
        return Reason(OTHER_COUNT, "two counts of people") if kin and not a.agrees(b) else None
    x, y = a.point or 0.0, b.point or 0.0
    if x == y:
        return Reason(min(EQUAL + PER_LOG * math.log(max(x, 1.0)), MOST_EQUAL), "the same figure")
    if a.agrees(b):
        rarity = EQUAL + PER_LOG * math.log(max(min(x, y), 1.0)) / 2
        return Reason(min(rarity, BOUND), "figures that can both be so")
    if not toll(one):
        return Reason(OTHER_BATCH, "two figures that exclude each other")
    moved = one.telling.published != other.telling.published
    return Reason(
        MOVED if moved else DIFFER, "a toll that may have moved" if moved else "two tolls"
    )


def toll(one: Sketch) -> bool:
    """True where its figure may rise as accounts come in."""
    return one.matter is not None and one.matter[0] in TOLLS


def _words(one: Sketch, other: Sketch) -> Reason | None:
    """The rarer words that two accounts use around their claims.

    Within one account they say nothing.
    """
    if one.telling.account.id == other.telling.account.id or not one.weight * other.weight:
        return None
    share = _share(one, other)
    weight = max(min(WORDS * (share - PLAIN), MOST_WORDS), LEAST_WORDS)
    return Reason(weight, "{:.0%} of the rarer words shared", share)


def _share(one: Sketch, other: Sketch) -> float:
    """The cosine of the two sets of words, 0..1."""
    size = math.sqrt(one.weight * other.weight)
    small, large = (one, other) if len(one.words) <= len(other.words) else (other, one)
    shared = math.fsum(small.words[word] for word in small.words if word in large.words)
    return shared / size if size else 0.0


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
        return _in_one(one, other)
    if a.channel == b.channel and a.claim.span.quote == b.claim.span.quote:
        return Reason(COPIES, "one sentence of copies")
    if a.origin.known and a.origin.id == b.origin.id:
        return Reason(VOICE, f"one voice, {a.origin.name}")
    return None


def _in_one(one: Sketch, other: Sketch) -> Reason:
    if one.matter is not None and one.matter == other.matter:
        return Reason(TWICE, "two figures of one account")
    days = {(s.first, s.last) for s in (one, other)}
    if len(days) > 1 and one.known == other.known == "day":
        return Reason(TWO_DAYS, "two days in one account")
    early, late = sorted((s.telling.claim.span for s in (one, other)), key=lambda span: span.start)
    near = len(days) == 1 and late.start - early.end <= NEXT_WORDS
    return Reason(NEXT, "one account, side by side") if near else Reason(ASIDE, "one account")


FEATURES: tuple[Feature, ...] = (_type, _time, _figure, _words, _area, _people, _told)
