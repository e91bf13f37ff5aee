"""What is most likely so, where many sources tell of many items and nobody knows who is reliable.

Each voice is right with a chance of its own (Dawid and Skene 1979 with one parameter a source),
and wrong values may meet (`meeting.py`). Chances and values are estimated in turn until they stay;
copies count as one voice (`dependence.py`), and no voice judges itself (`trust.py`). Nothing is
drawn at random: the same table gives the same answer, in whatever order.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.tables.ballot import Ballot, Ints, Kind
from thirdhand.corroborate.tables.bounds import ends, reach
from thirdhand.corroborate.tables.dependence import AT_FIRST, agreement, voices
from thirdhand.corroborate.tables.meeting import apart, meet, none, wrong_words
from thirdhand.corroborate.tables.trust import (
    Seats,
    Trust,
    at_first,
    interval,
    judged,
    logit,
    seats,
    summed,
)
from thirdhand.model import Engine, Fused, Reliability

Floats = NDArray[np.float64]

ROUNDS, STEPS = 6, 100
STILL = 1e-6
SHARE = 0.95
# Chances that differ by less are the same: what is left is the dust of floating point.
DUST = 9


@dataclass(frozen=True)
class Settled:
    """The chance of each option, and the trust in each voice, where both stay the same.

    told: the chance of each item that one of its options is so. The chances are of those cases.
    """

    seat: Seats
    trust: Trust
    chance: Floats
    told: Floats


def fuse(
    told: Ballot, kind: Kind, engine: Engine, priors: Mapping[str, float] | None = None
) -> tuple[list[Fused], list[Reliability]]:
    """A line an item, and a line a source, or a source and topic where the claims have topics.

    priors: how often a source is right before any claim is judged. Both are empty for an empty
    ballot.
    """
    if not told.items:
        return [], []
    numbers = kind == "number"
    pairs = agreement(told, engine)
    chance = meet(told, numbers=numbers)
    seated = partial(seats, told, given=priors or {})
    settled = partial(_fold, partial(_settle, told, numbers=numbers), seated, pairs, chance)
    alone = np.arange(len(told.sources))
    blatant = voices(pairs, np.full(len(alone), AT_FIRST), chance)
    found = settled(alone)
    if not np.array_equal(blatant, alone):
        # Copies that outvote the rest from the start are believed, and excuse themselves.
        other = settled(blatant)
        if _credit(other, blatant) > _credit(found, blatant):
            found = other
    return _items(told, found), _sources(told, found)


def _fold(
    settle: Callable[[Seats], Settled],
    seated: Callable[[Ints], Seats],
    pairs: Ints,
    meets: float,
    voice: Ints,
) -> Settled:
    """Values and copies in turn, from these voices on, until the voices stay."""
    found = settle(seated(voice))
    for _ in range(ROUNDS):
        joined = voices(pairs, found.trust.voice[found.seat.voice], meets)
        if np.array_equal(joined, found.seat.voice):
            break
        found = settle(seated(joined))
    return found


def _credit(found: Settled, blatant: Ints) -> float:
    """How often the voices are right, each group of blatant copies as one.

    Of two ways to read a table the likelier is the one under which fewer are wrong.
    """
    right = found.trust.voice[found.seat.voice]
    many = np.bincount(blatant)
    each = np.bincount(blatant, right)[many > 0] / many[many > 0]
    return round(float(each.mean()), DUST)


def _settle(told: Ballot, seat: Seats, *, numbers: bool) -> Settled:
    fixed = apart(told, seat.share, numbers=numbers)
    # A word that is right by chance alone is right once in so many.
    level = 0.0 if numbers else float(np.log(wrong_words(told)))
    begins = np.searchsorted(told.item_of, np.arange(len(told.items)))
    span = reach(told)
    trust = at_first(seat)
    for _ in range(STEPS):
        score = fixed + _weighed(told, seat, logit(trust.cell) + level)
        score += _bounded(len(fixed), span, np.maximum(logit(trust.cell), 0.0)[seat.bound_cell])
        top = np.maximum.reduceat(score, begins)
        chance = np.exp(score - top[told.item_of])
        every = np.add.reduceat(chance, begins)
        chance /= every[told.item_of]
        before, trust = trust, judged(seat, trust, chance[told.option])
        if np.abs(trust.cell - before.cell).max() < STILL:
            break
    other = none(told, seat.share, numbers=numbers) - top - np.log(every)
    return Settled(seat, trust, chance, 1 / (1 + np.exp(other)))


def _weighed(told: Ballot, seat: Seats, odds: Floats) -> Floats:
    """What the claims on each option weigh together.

    Who is wrong more often than right speaks against what they tell, but many such speak no
    louder than one: else a thousand poor voices for a value would rule it out.
    """
    own = odds[seat.cell]
    weight = np.bincount(told.option, np.maximum(own, 0.0) * seat.share, len(told.options))
    doubt = np.zeros(len(told.options))
    np.minimum.at(doubt, told.option, np.minimum(own, 0.0))
    out: Floats = weight + doubt
    return out


def _bounded(size: int, span: tuple[Ints, Ints], weight: Floats) -> Floats:
    """What the bounds on each option weigh: each counts from its first option to its last."""
    if not len(weight):
        return np.zeros(size)
    steps = np.bincount(span[0], weight, size + 1) - np.bincount(span[1], weight, size + 1)
    out: Floats = np.cumsum(steps)[:size]
    return out


def _items(told: Ballot, found: Settled) -> list[Fused]:
    begins = np.searchsorted(told.item_of, np.arange(len(told.items) + 1))
    voice = found.seat.voice
    item = np.concatenate([told.item_of[told.option], told.bounds.item])
    by = np.concatenate([voice[told.source], voice[told.bounds.source]])
    many = np.bincount(np.unique(np.stack([item, by]), axis=1)[0], minlength=len(told.items))
    claims = summed(told.option, found.seat.share, len(told.options))
    chance = np.round(found.chance, DUST)
    # The likeliest first; of two the one that more voices tell; then the first by value.
    order = np.lexsort((-np.round(claims, DUST), -chance, told.item_of))
    return [
        _item(told, order[begins[i] : begins[i + 1]], found, claims, int(many[i]))
        for i in range(len(told.items))
    ]


def _item(told: Ballot, order: Ints, found: Settled, claims: Floats, many: int) -> Fused:
    """One item, whose options are `order`, the likeliest first."""
    chance, likely = found.chance, found.told[told.item_of[order[0]]]
    held = np.cumsum(chance[order])
    kept = order[: int(np.searchsorted(held, SHARE)) + 1]
    best, item = told.options[order[0]], int(told.item_of[order[0]])
    low: float | None = None
    high: float | None = None
    if isinstance(best, float):
        if claims[order[0]] > 0:
            numbers = [v for i in kept if isinstance(v := told.options[i], float)]
            low, high = min(numbers), max(numbers)
        else:
            low, high = ends(told, item, best)
    return Fused(
        told.items[item], low, best, high, round(float(chance[order[0]] * likely), DUST), many
    )


def _sources(told: Ballot, found: Settled) -> list[Reliability]:
    seat, topics = found.seat, len(told.topics)
    claims = np.bincount(seat.cell, seat.teaches, len(seat.voice_of))
    right = found.trust.cell
    cell = np.concatenate([seat.cell, seat.bound_cell])
    who = np.concatenate([told.source, told.bounds.source])
    what = np.concatenate([told.topic, told.bounds.topic])
    keys, first, many = np.unique(who * topics + what, return_index=True, return_counts=True)
    return [
        Reliability(
            told.sources[key // topics],
            float(right[c]),
            *interval(float(right[c]), float(claims[c])),
            int(number),
            told.sources[seat.voice_of[c]],
            told.topics[key % topics],
        )
        for key, c, number in zip(keys, cell[first], many, strict=True)
    ]
