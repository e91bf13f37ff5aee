"""How often each voice is right, learned from how it fares against the rest.

Three things keep the estimate from feeding on itself:

- Nobody is judge in their own cause: a claim is judged as if its voice had no record (the odds of
  its kind stand in for its own). Else a voice that tells most of a table confirms itself.
- A voice with few claims is held near its prior: the register's letter where one is given, else
  the mean of its kind. Named and unnamed voices are two kinds, and each has its mean from the same
  table (empirical Bayes; Efron and Morris 1975).
- What nobody else tells of says nothing about who tells it.

By topic, a voice's reliability is held near what it is over all topics.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.levels.normal import NINETY
from thirdhand.corroborate.tables.ballot import Ballot
from thirdhand.corroborate.tables.priors import unnamed

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# Before any data a kind of voice is right a little more often than not, as if seen right three
# times and wrong twice: at even odds all claims would weigh nothing.
KIND = (3.0, 2.0)
START = KIND[0] / sum(KIND)
# A prior counts as much as so many judged claims.
HOLDS = 4.0


def interval(right: float, claims: float) -> tuple[float, float]:
    """The 90 % interval of a share `right`, judged by so many claims beside the prior's HOLDS.

    That of a beta distribution, by its mean and spread.
    """
    wide = NINETY * math.sqrt(right * (1 - right) / (claims + HOLDS + 1))
    return max(0.0, right - wide), min(1.0, right + wide)


@dataclass(frozen=True)
class Seats:
    """The voices of a ballot: `voice` of each source, `cell` (a voice on a topic) of each claim.

    bound_cell: the cell of each bound. voice_of: the voice of each cell. share: what each claim
    counts, one a voice and item. teaches: the same, 0 where no other voice tells of the item.
    kind: 0 named, 1 unnamed, by source. given: the prior of each source; NaN for none.
    """

    voice: Ints
    cell: Ints
    bound_cell: Ints
    voice_of: Ints
    share: Floats
    teaches: Floats
    kind: Ints
    given: Floats


@dataclass(frozen=True)
class Trust:
    """How often each cell and each voice is right, and where each voice stands without a record."""

    cell: Floats
    voice: Floats
    base: Floats


def seats(told: Ballot, voice: Ints, given: Mapping[str, float]) -> Seats:
    """The seats of these voices."""
    item = told.item_of[told.option]
    by, bound_by = voice[told.source], voice[told.bounds.source]
    size = len(told.sources)
    _, place, count = np.unique(item * size + by, return_inverse=True, return_counts=True)
    heard = np.unique(np.stack([item, by]), axis=1)[0]
    alone = np.bincount(heard, minlength=len(told.items)) == 1
    share: Floats = 1.0 / count[place]
    topics = len(told.topics)
    cells = np.concatenate([by * topics + told.topic, bound_by * topics + told.bounds.topic])
    names, at = np.unique(cells, return_inverse=True)
    return Seats(
        voice,
        at[: len(by)],
        at[len(by) :],
        names // topics,
        share,
        np.where(alone[item], 0.0, share),
        np.array([unnamed(name) for name in told.sources], np.int64),
        np.array([given.get(name, np.nan) for name in told.sources]),
    )


def at_first(seat: Seats) -> Trust:
    """Where all stand before any claim is judged."""
    base = np.where(np.isnan(seat.given), START, seat.given)
    return Trust(base[seat.voice_of], base, base)


def judged(seat: Seats, before: Trust, held: Floats) -> Trust:
    """The trust that follows where each claim is right with the chance `held`."""
    by = seat.voice_of[seat.cell]
    own = logit(before.cell)[seat.cell]
    # Without its own record the claim would stand at other odds by so much.
    aside = np.exp(logit(before.base)[by] - own)
    right = held * aside / (1 - held + held * aside) * seat.teaches
    size = len(seat.voice)
    good, all_ = (summed(by, count, size) for count in (right, seat.teaches))
    base = _base(seat, good, all_)
    voice = (HOLDS * base + good) / (HOLDS + all_)
    near = voice[seat.voice_of]
    if len(np.unique(seat.voice_of)) == len(seat.voice_of):
        return Trust(near, voice, base)
    cells = len(seat.voice_of)
    good, all_ = (summed(seat.cell, count, cells) for count in (right, seat.teaches))
    return Trust((HOLDS * near + good) / (HOLDS + all_), voice, base)


def _base(seat: Seats, good: Floats, all_: Floats) -> Floats:
    """The prior that was given, else the mean of the kind."""
    free = np.isnan(seat.given)
    kinds = int(seat.kind.max()) + 1
    right = np.bincount(seat.kind[free], good[free], kinds)
    claims = np.bincount(seat.kind[free], all_[free], kinds)
    mean = (KIND[0] + right) / (sum(KIND) + claims)
    out: Floats = np.where(free, mean[seat.kind], seat.given)
    return out


def summed(at: Ints, weight: Floats, size: int) -> Floats:
    """The sum of the weights at each of so many places."""
    return np.asarray(np.bincount(at, weight, size), np.float64)


def logit(chance: Floats) -> Floats:
    """The log odds."""
    out: Floats = np.log(chance / (1 - chance))
    return out
