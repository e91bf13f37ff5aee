"""Claims on one thing over time, as numbers that a level can be fitted to.

Values go on a log scale, where a tenth more is a tenth more at any size. Where one of them is 0 or
less there is no logarithm: they stay on a linear scale, in units of the middle size of those that
are not 0. 0 is the roundest number: it is told as loosely as a unit is.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from thirdhand.model.quantity import Hedge

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# A number is told in two figures at least: "70,000" may be 68,000, hardly 62,000.
ROUNDEST = 0.1
# A number of two figures or fewer is heard rather than counted: it is off by this share besides.
HEARD, FEW = 0.01, 2
# No number is taken to be finer than this.
FINEST = 1e-6
# How far "about" and "nearly" are off, as shares: "nearly" lies under what is told.
LOOSE: Mapping[str, float] = {"about": 0.02, "nearly": 0.015}
UNDER: Mapping[str, float] = {"nearly": 0.015}
# The register's letter, as a factor on the spread that a voice starts from.
SPREAD = {"A": 0.7, "B": 0.85, "C": 1.0, "D": 1.3, "E": 2.0, "F": 1.15}
# How often a number that was told before is taken over, and not counted anew.
REPEATED = 0.3
MONTH = 30.0
# The unit of the linear scale is no smaller a part of the largest value than this.
LEAST = 1e-6
UNIFORM = math.sqrt(12)


@dataclass(frozen=True, slots=True)
class Told:
    """What one voice says of the thing at one time.

    id: any key that is told only once. day: the middle of the time, as an ordinal; width: how many
    days it may be off in all. low and high as in a claim: an open end is None. grade: the voice's
    letter in the register.
    """

    id: str
    voice: str
    day: float
    width: float
    low: float | None
    high: float | None
    hedge: Hedge = "exact"
    grade: str = "F"

    @property
    def point(self) -> float:
        """The number as told, the middle of a range."""
        low, high = self.low, self.high
        if low is None or high is None:
            return (low or 0.0) if high is None else high
        return (low + high) / 2

    @property
    def side(self) -> int:
        """1 for "more than", -1 for "less than", 0 for a figure."""
        return (self.high is None) - (self.low is None)


@dataclass(frozen=True, slots=True)
class Scale:
    """value -> number and back. centre: what stands at 0; unit: None for the log scale."""

    centre: float
    unit: float | None

    @classmethod
    def of(cls, values: Sequence[float]) -> Self:
        """The scale that these values allow."""
        if min(values) > 0:
            return cls(float(np.median(np.log(values))), None)
        sizes = np.abs([value for value in values if value])
        unit = max(float(np.median(sizes)), LEAST * float(sizes.max())) if len(sizes) else 1.0
        return cls(float(np.median(values)) / unit, unit)

    def put(self, value: float) -> float:
        """The number of a value."""
        return (math.log(value) if self.unit is None else value / self.unit) - self.centre

    def share(self, value: float, size: float) -> float:
        """A difference of `size` at `value`, as a difference of numbers."""
        return size / (abs(value) if self.unit is None else self.unit)

    def step(self, value: float) -> float:
        """The place to which a value is told, as a difference of numbers."""
        return self.share(value, step(value)) if value else ROUNDEST

    def back(self, number: float) -> float:
        """The value of a number."""
        raw = number + self.centre
        return math.exp(raw) if self.unit is None else raw * self.unit


@dataclass(frozen=True, slots=True)
class Columns:
    """The claims as columns, one a claim: what is told, and how loosely.

    side: 0 figure, 1 lower, -1 upper bound. loose: the spread of rounding and hedge. off: how long
    (months) the level may have moved since the time told. counted, copied: log of the chance of
    this number where it is counted anew, and where it is taken over. rank: the factor of the
    voice's letter. voice: its number.
    """

    number: Floats
    side: Ints
    loose: Floats
    off: Floats
    counted: Floats
    copied: Floats
    rank: Floats
    voice: Ints
    day: Floats


def columns(told: Sequence[Told], scale: Scale) -> Columns:
    """One row a claim, in the order given."""
    voices = {voice: i for i, voice in enumerate(sorted({row.voice for row in told}))}
    points = [row.point for row in told]
    steps = [scale.step(point) for point in points]
    again = np.where(_again(told, points), REPEATED, 0.0)
    rows = list(zip(told, points, steps, strict=True))
    with np.errstate(divide="ignore"):
        copied = np.log(again) - np.log(np.maximum(steps, FINEST))
    return Columns(
        np.array([scale.put(at) - _hedged(row, at, scale, UNDER) for row, at, _ in rows]),
        np.array([row.side for row in told], np.int64),
        np.array([_loose(row, at, scale, size) for row, at, size in rows]),
        # On average a day within a time is a quarter of it away from its middle.
        np.array([row.width / 4 / MONTH for row in told]),
        np.log1p(-again),
        copied,
        np.array([SPREAD.get(row.grade, 1.0) for row in told]),
        np.array([voices[row.voice] for row in told], np.int64),
        np.array([row.day for row in told]),
    )


# The same numbers are told again and again.
@lru_cache(maxsize=1 << 14)
def step(value: float) -> float:
    """The place to which a number is told: 1,000 for 68,000; a tenth of the number at most."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return min(10.0 ** int(exponent), ROUNDEST * abs(value))


@lru_cache(maxsize=1 << 14)
def figures(value: float) -> int:
    """How many figures a number is told in: 2 for 68,000."""
    return len(Decimal(repr(value)).normalize().as_tuple().digits)


def _hedged(row: Told, point: float, scale: Scale, by: Mapping[str, float]) -> float:
    share = by.get(row.hedge)
    return scale.share(point, share * abs(point)) if share else 0.0


def _loose(row: Told, point: float, scale: Scale, size: float) -> float:
    """The spread of the truth around the number, as rounding, hedge and range leave it."""
    wide = 0.0
    if row.low is not None and row.high is not None:
        wide = scale.share(point, row.high - row.low) if row.high != row.low else 0.0
    heard = scale.share(point, HEARD * abs(point)) if figures(point) <= FEW else 0.0
    return math.hypot(size / UNIFORM, _hedged(row, point, scale, LOOSE), wide / UNIFORM, heard)


def _again(told: Sequence[Told], points: Sequence[float]) -> NDArray[np.bool_]:
    """True where the same figure was told of an earlier time, or of the same by another voice."""
    first: dict[tuple[float, int], int] = {}
    order = sorted(
        range(len(told)), key=lambda i: (told[i].day, told[i].width, told[i].voice, told[i].id)
    )
    out = np.zeros(len(told), np.bool_)
    for i in order:
        out[i] = first.setdefault((points[i], told[i].side), i) != i
    return out
