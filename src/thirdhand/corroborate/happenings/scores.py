"""The scores of many pairs at once: the same sums as `pairing.score`, as columns of numbers.

A feature of `pairing.py` says in words why it counts; here it is a column of weights, a row a pair.
Both have to change together: `tests/corroborate/test_scores.py` holds them against each other.
"""

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Self

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.happenings import pairing as p
from thirdhand.corroborate.happenings.sketch import Sketch
from thirdhand.corroborate.matters.buckets import LONG

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
# In the order in which `pairing` sorts them by name.
BY, DAY, SPAN = range(3)
SORTS = {"women": 1, "men": 2}
KNOWN = {"by": BY, "day": DAY, "span": SPAN}
# Further apart than this (days) a pair has the weight of the last place of its table.
FURTHEST = 1 + max(most for steps in (p.BY_DAYS, p.BOTH_BY, p.BEFORE) for most, _ in steps)
NONE = -1
# Sums of some thousand multiples of one part in so many have no rounding.
COARSE = 2.0**26


@dataclass(frozen=True, slots=True)
class Sides:
    """What the features look at, a place a sketch; codes stand for words, NONE for no word.

    low, high: what its figure allows, point: the figure, log: of it. start, end: of the quote.
    """

    kind: Ints
    rare: Floats
    first: Ints
    last: Ints
    known: Ints
    lasts: Floats
    matter: Ints
    unit: Ints
    toll: Flags
    point: Floats
    log: Floats
    low: Floats
    high: Floats
    weight: Floats
    account: Ints
    published: Ints
    area: Ints
    sorts: Ints
    channel: Ints
    quote: Ints
    voice: Ints
    start: Ints
    end: Ints

    @classmethod
    def of(cls, rows: Sequence[Sketch]) -> Self:
        """The columns of these sketches."""
        told = [row.telling for row in rows]
        claims = [row.claim for row in told]
        figures = [row.quantity for row in rows]
        points = [(q.point or 0.0) if q else 0.0 for q in figures]
        reach = np.array([q.reach() if q else (0.0, 0.0) for q in figures], np.float64)
        reach = reach.reshape(len(rows), 2)
        return cls(
            _codes(row.type for row in rows),
            np.array([p.rare(row.rare) for row in rows], np.float64),
            np.array([row.first for row in rows], np.int64),
            np.array([row.last for row in rows], np.int64),
            np.array([KNOWN[row.known] for row in rows], np.int64),
            np.array([row.lasts for row in rows], np.float64),
            _codes(row.matter for row in rows),
            _codes(q.unit if q else None for q in figures),
            np.array([p.toll(row) for row in rows], np.bool_),
            np.array(points, np.float64),
            np.array([math.log(max(point, 1.0)) for point in points], np.float64),
            reach[:, 0],
            reach[:, 1],
            np.array([row.weight for row in rows], np.float64),
            _codes(row.account.id for row in told),
            _codes(row.published for row in told),
            _codes(claim.area for claim in claims),
            np.array([sum(SORTS[name] for name in row.sorts) for row in rows], np.int64),
            _codes(row.channel for row in told),
            _codes(claim.span.quote for claim in claims),
            _codes(row.origin.id if row.origin.known else None for row in told),
            np.array([claim.span.start for claim in claims], np.int64),
            np.array([claim.span.end for claim in claims], np.int64),
        )

    def at(self, places: Ints) -> Self:
        """The columns at these places."""
        return type(self)(*(getattr(self, field.name)[places] for field in fields(self)))


def scores(rows: Sequence[Sketch], one: Ints, other: Ints) -> Floats:
    """The score of each pair of places among the rows."""
    every = Sides.of(rows)
    a, b = every.at(one), every.at(other)
    apart = (a.account != b.account) & (a.weight * b.weight != 0)
    words = np.zeros(len(one))
    words[apart] = _words([row.words for row in rows], every, one[apart], other[apart])
    # In the order of `pairing.FEATURES`: a sum of floats hangs on it.
    parts = (_type(a, b), _time(a, b), _figure(a, b), words, _area(a, b), _people(a, b))
    total = np.full(len(one), p.START)
    for part in (*parts, _told(a, b)):
        total += part
    return total


def _codes(values: Iterable[Hashable]) -> Ints:
    known: dict[Hashable, int] = {None: NONE}
    return np.array([known.setdefault(value, len(known)) for value in values], np.int64)


def _type(a: Sides, b: Sides) -> Floats:
    return np.where(a.kind == b.kind, p.SAME_TYPE + a.rare, p.KIN)


def _time(a: Sides, b: Sides) -> Floats:
    later = (a.first, a.last, a.known), (b.first, b.last, b.known)
    (x, y, z), (u, v, w) = later
    turned = (x > u) | ((x == u) & ((y > v) | ((y == v) & (z > w))))
    early = np.where(turned, w, z)
    late = np.where(turned, z, w)
    gap = np.maximum(np.where(turned, x - v, u - y), 0)
    near = np.minimum(gap, FURTHEST)
    spans = np.where(gap > 0, p.FAR_DAY, _longest(a, b))
    spans = np.where((late == BY) & (gap <= p.AFTER), p.MONTH_SPAN, spans)
    both_day, both_by = (early == DAY) & (late == DAY), (early == BY) & (late == BY)
    weight = np.select(
        [both_day, both_by, (early == DAY) & (late == BY), (early == BY) & (late == DAY)],
        [
            np.array([*p.DAYS, *[p.FAR_DAY] * FURTHEST])[near],
            *(_steps(steps)[near] for steps in (p.BOTH_BY, p.BY_DAYS, p.BEFORE)),
        ],
        spans,
    )
    lasts = np.minimum(a.lasts, b.lasts)
    going = (lasts > 0) & (gap <= p.LASTS_ON)
    return np.where(going, np.maximum(weight, lasts - gap / p.LASTS_ON), weight)


def _longest(a: Sides, b: Sides) -> Floats:
    longest = np.maximum(a.last - a.first, b.last - b.first)
    return np.where(longest <= p.SHORT, p.SHORT_SPAN, np.where(longest <= LONG, p.MONTH_SPAN, 0.0))


def _steps(steps: tuple[tuple[int, float], ...]) -> Floats:
    return np.array([p.step(gap, steps) for gap in range(FURTHEST + 1)])


def _figure(a: Sides, b: Sides) -> Floats:
    fits = (a.unit == b.unit) & (np.maximum(a.low, b.low) <= np.minimum(a.high, b.high))
    equal = np.minimum(p.EQUAL + p.PER_LOG * a.log, p.MOST_EQUAL)
    bound = np.minimum(p.EQUAL + p.PER_LOG * np.minimum(a.log, b.log) / 2, p.BOUND)
    moved = np.where(a.published != b.published, p.MOVED, p.DIFFER)
    unlike = np.where(a.toll, moved, p.OTHER_BATCH)
    same = np.where(a.point == b.point, equal, np.where(fits, bound, unlike))
    kin = (a.kind != b.kind) & (a.unit == b.unit) & ~(a.toll & b.toll) & ~fits
    told = (a.matter != NONE) & (b.matter != NONE)
    weight = np.where(a.matter == b.matter, same, np.where(kin, p.OTHER_COUNT, 0.0))
    return np.where(told, weight, 0.0)


def _words(words: Sequence[Mapping[str, float]], every: Sides, one: Ints, other: Ints) -> Floats:
    """What the words say of pairs that both have some; the pairs of one place are looked at once.

    The rarity of a word is the same for all that use it. Its coarse and its fine digits are added
    up apart, so that each sum is exact: which is rounded once, as `pairing` does, in any order.
    """
    place: dict[str, int] = {}
    rare: list[float] = []
    held: list[Ints] = []
    for row in words:
        for word, much in row.items():
            if place.setdefault(word, len(rare)) == len(rare):
                rare.append(much)
        held.append(np.array([place[word] for word in row], np.int64))
    sizes = np.array([len(row) for row in held], np.int64)
    order = np.argsort(one, kind="stable")
    starts = np.flatnonzero(np.diff(one[order], prepend=NONE))
    coarse = np.round(np.array(rare) * COARSE) / COARSE
    rarity = np.stack([coarse, np.array(rare) - coarse])
    mine = np.zeros_like(rarity)
    shared = np.zeros(len(one))
    for pairs in np.split(order, starts[1:]) if len(one) else ():
        own = held[one[pairs[0]]]
        mine[:, own] = rarity[:, own]
        near = other[pairs]
        starting = np.cumsum(sizes[near]) - sizes[near]
        every_word = np.concatenate([held[at] for at in near.tolist()])
        sums = np.add.reduceat(mine[:, every_word], starting, axis=1)
        shared[pairs] = sums[0] + sums[1]
        mine[:, own] = 0.0
    share = shared / np.sqrt(every.weight[one] * every.weight[other])
    return np.maximum(np.minimum(p.WORDS * (share - p.PLAIN), p.MOST_WORDS), p.LEAST_WORDS)


def _area(a: Sides, b: Sides) -> Floats:
    told = (a.area != NONE) & (b.area != NONE)
    return np.where(told, np.where(a.area == b.area, p.SAME_AREA, p.OTHER_AREA), 0.0)


def _people(a: Sides, b: Sides) -> Floats:
    unlike = (a.sorts > 0) & (b.sorts > 0) & (a.sorts & b.sorts == 0)
    return np.where(unlike, p.SORTS, 0.0)


def _told(a: Sides, b: Sides) -> Floats:
    copies = (a.channel == b.channel) & (a.quote == b.quote)
    voice = np.where((a.voice == b.voice) & (a.voice != NONE), p.VOICE, 0.0)
    return np.where(a.account == b.account, _in_one(a, b), np.where(copies, p.COPIES, voice))


def _in_one(a: Sides, b: Sides) -> Floats:
    days = (a.first == b.first) & (a.last == b.last)
    between = np.where(a.start <= b.start, b.start - a.end, a.start - b.end)
    near = np.where(days & (between <= p.NEXT_WORDS), p.NEXT, p.ASIDE)
    two = ~days & (a.known == DAY) & (b.known == DAY)
    twice = (a.matter == b.matter) & (a.matter != NONE)
    return np.where(twice, p.TWICE, np.where(two, p.TWO_DAYS, near))
