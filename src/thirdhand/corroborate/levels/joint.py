"""The normal distribution of all levels and biases, without the parts that nobody asks for.

What is known of the levels is a chain: each goes with its neighbours alone. A bias goes with every
level it was told of, and with no other bias. So the levels are eliminated one after the other
(the Kalman smoother in another order), the biases are solved for in the small matrix that is left
(Schur 1917), and of the inverse the diagonal and its neighbours are found by going back
(Takahashi, Fagan and Chin 1973). Times x voices^2 steps, where inverting all takes (times +
voices)^3.
"""

from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Joint:
    """For each answer: mean and variance of each unknown, and some covariances.

    beside: of each time with the next one. cross: of each time with each bias. log: the logarithm
    of the determinant of the covariance.
    """

    mean: Floats
    var: Floats
    beside: Floats
    cross: Floats
    log: Floats

    def keep(self, kept: NDArray[np.bool_]) -> Self:
        """Some answers alone."""
        return replace(self, **{f.name: getattr(self, f.name)[kept] for f in fields(self)})


@dataclass(frozen=True)
class Precision:
    """What all stand-ins know together, answers first.

    times, biases: the diagonal. hold: between each time and the next one (taken off). both: between
    times and biases. shift: precision times number, of times and then biases.
    """

    times: Floats
    biases: Floats
    hold: Floats
    both: Floats
    shift: Floats

    def keep(self, kept: NDArray[np.bool_]) -> Self:
        """Some answers alone."""
        return replace(self, **{f.name: getattr(self, f.name)[kept] for f in fields(self)})

    def joint(self) -> Joint:
        """The distribution that has this precision."""
        times = self.times.shape[1]
        told = np.concatenate([self.both, self.shift[:, :times, None]], axis=2)
        pivot, ratio, solved = self._eliminated(np.ascontiguousarray(told.transpose(1, 0, 2)))
        reach = np.ascontiguousarray(solved[:, :, :-1].transpose(1, 0, 2))
        alone = solved[:, :, -1].T
        left = -self.both.transpose(0, 2, 1) @ reach
        line = np.arange(left.shape[1])
        left[:, line, line] += self.biases
        own = np.linalg.inv(left)
        apart = self.shift[:, times:] - np.einsum("htv,ht->hv", reach, self.shift[:, :times])
        bias = np.einsum("hvw,hw->hv", own, apart)
        level = alone - np.einsum("htv,hv->ht", reach, bias)
        cross = -reach @ own
        here, beside = _taken_back(pivot, ratio)
        var = here.T - np.einsum("htv,htv->ht", cross, reach)
        beside = beside.T - np.einsum("htv,htv->ht", cross[:, :-1], reach[:, 1:])
        return Joint(
            np.concatenate([level, bias], axis=1),
            np.concatenate([var, own[:, line, line]], axis=1),
            beside,
            cross,
            -np.log(pivot).sum(axis=0) - np.linalg.slogdet(left)[1],
        )

    @cached_property
    def dense(self) -> Floats:
        """The whole covariance: answers x unknowns x unknowns."""
        many, times = self.times.shape
        size = times + self.biases.shape[1]
        whole = np.zeros((many, size, size))
        line = np.arange(size)
        whole[:, line, line] = np.concatenate([self.times, self.biases], axis=1)
        whole[:, line[: times - 1], line[1:times]] = -self.hold
        whole[:, line[1:times], line[: times - 1]] = -self.hold
        whole[:, :times, times:] = self.both
        whole[:, times:, :times] = self.both.transpose(0, 2, 1)
        out: Floats = np.linalg.inv(whole)
        return out

    def _eliminated(self, rows: Floats) -> tuple[Floats, Floats, Floats]:
        """(pivots, ratios to the time before, solution). rows: times x answers x right sides."""
        pivot, hold = np.ascontiguousarray(self.times.T), np.ascontiguousarray(self.hold.T)
        ratio = np.empty_like(hold)
        for at in range(1, len(pivot)):
            ratio[at - 1] = -hold[at - 1] / pivot[at - 1]
            pivot[at] += ratio[at - 1] * hold[at - 1]
            rows[at] -= ratio[at - 1][:, None] * rows[at - 1]
        rows /= pivot[:, :, None]
        for at in range(len(pivot) - 1, 0, -1):
            rows[at - 1] -= ratio[at - 1][:, None] * rows[at]
        return pivot, ratio, rows


def _taken_back(pivot: Floats, ratio: Floats) -> tuple[Floats, Floats]:
    """The diagonal of the chain's inverse and what stands beside it, times x answers."""
    here, beside = 1 / pivot, np.empty_like(ratio)
    for at in range(len(pivot) - 1, 0, -1):
        beside[at - 1] = -ratio[at - 1] * here[at]
        here[at - 1] -= ratio[at - 1] * beside[at - 1]
    return here, beside
