"""What claims add to the unknowns that they are told of."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.levels.frame import Frame

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Sum:
    """Sums over the columns of one place. columns: those that have one, in order of their places.

    starts: where the columns of each of `places` begin. size: how many places there are.
    """

    columns: Ints
    starts: Ints
    places: Ints
    size: int

    @classmethod
    def over(cls, place: Ints, columns: Ints, size: int) -> Self:
        """place: of each of the columns."""
        order = np.argsort(place, kind="stable")
        ordered = place[order]
        starts = np.flatnonzero(np.diff(ordered, prepend=-1))
        return cls(columns[order], starts, ordered[starts], size)

    def __call__(self, rows: Floats) -> Floats:
        """The sums: rows x places."""
        out = np.zeros((len(rows), self.size))
        if len(self.columns):
            out[:, self.places] = np.add.reduceat(rows[:, self.columns], self.starts, axis=1)
        return out


@dataclass(frozen=True)
class Sums:
    """Over the claims of each time, of each voice that has a bias, and of each pair of the two."""

    times: Sum
    biases: Sum
    pairs: Sum

    @classmethod
    def of(cls, where: Frame) -> Self:
        """The sums of these claims."""
        every, mine = np.arange(len(where.node)), np.flatnonzero(where.bias >= 0)
        node, bias, voices = where.node[mine], where.bias[mine] - where.times, len(where.voices)
        return cls(
            Sum.over(where.node, every, where.times),
            Sum.over(bias, mine, voices),
            Sum.over(node * voices + bias, mine, where.times * voices),
        )

    def both(self, rows: Floats) -> Floats:
        """The sums of each time and voice: rows x times x voices."""
        found = self.pairs(rows)
        return found.reshape(len(rows), self.times.size, self.biases.size)
