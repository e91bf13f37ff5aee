"""What is most likely so, where many sources tell of many items and nobody knows who is reliable.

Each voice is right with a chance of its own, and wrong values are spread over the rest (Dawid and
Skene 1979 with one parameter a source). Chances and values are estimated in turn until they stay
(expectation, maximisation); copies count as one voice (`dependence.py`). A flat prior holds a
voice with few claims near the middle. Nothing is drawn at random: the same table gives the same
answer.
"""

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.ballot import Ballot, Kind
from thirdhand.corroborate.dependence import agreement, voices
from thirdhand.model import Engine, Fused, Reliability

Floats = NDArray[np.float64]

ROUNDS, STEPS = 6, 60
STILL = 1e-6
# Before any data a voice is right as often as not, as if seen twice each way.
PRIOR = (2.0, 2.0)
# Wrong numbers hardly ever meet.
WRONG_NUMBERS = 1000.0
SHARE = 0.95


def fuse(told: Ballot, kind: Kind, engine: Engine) -> tuple[list[Fused], list[Reliability]]:
    """A line an item, and a line a source. Both are empty for an empty ballot."""
    if not told.items:
        return [], []
    wrong = WRONG_NUMBERS if kind == "number" else max(1.0, len(set(told.options)) - 1.0)
    pairs = agreement(told, engine)
    voice = np.arange(len(told.sources))
    for _ in range(ROUNDS):
        share = _shares(told, voice)
        chance, right = _settle(told, voice, share, wrong)
        joined = voices(pairs, right[voice], wrong)
        if np.array_equal(joined, voice):
            break
        voice = joined
    share = _shares(told, voice)
    chance, right = _settle(told, voice, share, wrong)
    return _items(told, voice, chance), _sources(told, voice, share, right)


def _shares(told: Ballot, voice: NDArray[np.int64]) -> Floats:
    """What each claim counts: one a voice and item, split among its sources."""
    key = told.item_of[told.option] * len(told.sources) + voice[told.source]
    _, place, count = np.unique(key, return_inverse=True, return_counts=True)
    out: Floats = 1.0 / count[place]
    return out


def _settle(
    told: Ballot, voice: NDArray[np.int64], share: Floats, wrong: float
) -> tuple[Floats, Floats]:
    """(chance of each option, how often each voice is right) where they stay the same."""
    by, size = voice[told.source], len(told.sources)
    claims = np.bincount(by, share, size)
    right = np.full(size, PRIOR[0] / sum(PRIOR))
    begins = np.searchsorted(told.item_of, np.arange(len(told.items)))
    chance = np.zeros(len(told.options))
    for _ in range(STEPS):
        weight = np.log(right * wrong / (1 - right))
        score = np.bincount(told.option, weight[by] * share, len(told.options))
        score -= np.maximum.reduceat(score, begins)[told.item_of]
        chance = np.exp(score)
        chance /= np.add.reduceat(chance, begins)[told.item_of]
        good = np.bincount(by, chance[told.option] * share, size)
        before, right = right, (PRIOR[0] + good) / (sum(PRIOR) + claims)
        if np.abs(right - before).max() < STILL:
            break
    return chance, right


def _items(told: Ballot, voice: NDArray[np.int64], chance: Floats) -> list[Fused]:
    begins = np.searchsorted(told.item_of, np.arange(len(told.items) + 1))
    heard = np.unique(np.stack([told.item_of[told.option], voice[told.source]]), axis=1)
    many = np.bincount(heard[0], minlength=len(told.items))
    return [
        _item(told, index, slice(begins[index], begins[index + 1]), chance, int(many[index]))
        for index in range(len(told.items))
    ]


def _item(told: Ballot, index: int, where: slice, chance: Floats, many: int) -> Fused:
    own, values = chance[where], told.options[where]
    order = np.argsort(-own, kind="stable")
    held = np.cumsum(own[order])
    kept = order[: int(np.searchsorted(held, SHARE)) + 1]
    numbers = [v for i in kept if isinstance(v := values[i], float)]
    low, high = (min(numbers), max(numbers)) if numbers else (None, None)
    best = int(order[0])
    return Fused(told.items[index], low, values[best], high, float(own[best]), many)


def _sources(
    told: Ballot, voice: NDArray[np.int64], share: Floats, right: Floats
) -> list[Reliability]:
    """The interval is that of a beta distribution, by its mean and spread."""
    weight = np.bincount(voice[told.source], share, len(told.sources)) + sum(PRIOR) + 1
    spread = 1.6449 * np.sqrt(right * (1 - right) / weight)
    claims = np.bincount(told.source, minlength=len(told.sources))
    return [
        Reliability(
            name,
            float(right[v]),
            float(max(0.0, right[v] - spread[v])),
            float(min(1.0, right[v] + spread[v])),
            int(claims[i]),
            told.sources[v],
        )
        for i, (name, v) in enumerate(zip(told.sources, voice, strict=True))
    ]
