"""The level on days of which nobody tells: between two times, before the first, after the last."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from thirdhand.corroborate.levels import sites
from thirdhand.corroborate.levels.fit import Fit
from thirdhand.corroborate.levels.series import MONTH

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
# (weight, mean, variance), parts x answers x days.
Mixture = tuple[Floats, Floats, Floats]


@dataclass(frozen=True)
class Place:
    """Where each day lies: between the times `left` and `right`, `way` (0..1) from left to right.

    Both are the same for a day that is told of, and outside, where `out` is how many months.
    """

    left: Ints
    right: Ints
    way: Floats
    out: Floats

    @classmethod
    def of(cls, days: Floats, asked: Floats) -> Self:
        """The places of the days asked among the times (in order)."""
        last = len(days) - 1
        right = np.minimum(np.searchsorted(days, asked), last)
        left = np.where(days[right] > asked, np.maximum(right - 1, 0), right)
        gap = days[right] - days[left]
        way = np.divide(asked - days[left], gap, out=np.zeros(len(asked)), where=gap > 0)
        out = np.maximum(np.maximum(days[0] - asked, asked - days[-1]), 0.0) / MONTH
        return cls(left, right, way, out)

    def on(self, at: int, rows: Floats) -> Floats:
        """What lies as far on the way from left to right as that day; the times are the rows."""
        way = self.way[at]
        out: Floats = (1 - way) * rows[self.left[at]] + way * rows[self.right[at]]
        return out


def between(fit: Fit, place: Place) -> Mixture:
    """A bridge from one time to the next, however wide the step; or a leap on some day of it."""
    left, right, way = place.left, place.right, place.way
    ahead, behind = fit.cov[:, left, left], fit.cov[:, right, right]
    joint = fit.cov[:, left, right]
    step = fit.mean[:, right] - fit.mean[:, left]
    months = np.maximum((fit.where.days[right] - fit.where.days[left]) / MONTH, 1e-9)
    size = fit.moved * months
    log, noise = sites.step(step**2 + ahead + behind - 2 * joint, size, months)
    _, chance = sites.shares(log)
    line = (1 - way) * fit.mean[:, left] + way * fit.mean[:, right]
    known = (1 - way) ** 2 * ahead + way**2 * behind + 2 * way * (1 - way) * joint
    mean = [line] * len(sites.STEPS) + [fit.mean[:, left], fit.mean[:, right]]
    var = [known + wide * way * (1 - way) for wide in noise[:-1]]
    var += [ahead + size * way, behind + size * (1 - way)]
    weight = [*chance[:-1], chance[-1] * (1 - way), chance[-1] * way]
    return np.stack(weight), np.stack(mean), np.stack(var)


def beyond(fit: Fit, place: Place) -> Mixture:
    """The first or the last time that is told of, and all that may have happened since."""
    months = np.maximum(place.out, 1e-9)
    size = fit.moved * months
    log, noise = sites.step(np.zeros_like(size), size, months)
    # Nothing is known of the step: only its odds count.
    _, odds = sites.shares(log + 0.5 * np.log(noise))
    mean, var = fit.mean[:, place.left], fit.cov[:, place.left, place.left]
    none = np.zeros_like(odds[:1])
    return (
        np.concatenate([odds, none]),
        np.broadcast_to(mean, (len(odds) + 1, *mean.shape)),
        np.concatenate([var + noise, none + var]),
    )
