"""A line for each day asked of one series: low, best and high, and the voices they rest on."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from thirdhand.corroborate.frame import around
from thirdhand.corroborate.level import Level, level
from thirdhand.corroborate.series import Floats, Scale, Told, columns

# What low and high leave out on each side.
TAIL = 0.05
# A figure that is told ten times less or more than those around it is of something else.
AROUND = 9
FAR = math.log(10.0)
# A claim that adds less than this to a figure is not named behind it.
HARDLY = 0.05


@dataclass(frozen=True)
class Height:
    """The level on a day: low..high holds it with 90 % chance. An end that nothing closes is None.

    shares: what each claim (id) adds to it; they add up to 1. voices: those that add a twentieth.
    """

    day: float
    low: float | None
    best: float
    high: float | None
    shares: dict[str, float]
    voices: int


@dataclass(frozen=True)
class Heights:
    """The days asked, the level as it was found, and what became of each claim.

    kept: the claims the level was fitted to, one a voice and time, in order. aside: of another
    thing. merged: claims (id) for which another of their voice and time stands.
    """

    days: tuple[Height, ...]
    level: Level
    scale: Scale
    kept: tuple[Told, ...]
    aside: tuple[Told, ...]
    merged: dict[str, str]


def heights(told: Sequence[Told], asked: Sequence[float]) -> Heights | None:
    """The level on each day asked; None where no figure is told. The order changes nothing."""
    single, merged = _one_each(told)
    scale = Scale.of([row.point for row in single]) if single else None
    if scale is None:
        return None
    kept, aside = _same_thing(single, scale)
    if all(row.side for row in kept):
        return None
    scale = Scale.of([row.point for row in kept])
    found = level(columns(kept, scale), np.array(asked, np.float64))
    ends = [found.quantile(part) for part in (TAIL, 0.5, 1 - TAIL)]
    days = tuple(
        _height(day, [float(end[i]) for end in ends], found.shares[i], kept, scale)
        for i, day in enumerate(asked)
    )
    return Heights(days, found, scale, tuple(kept), tuple(aside), merged)


def _height(
    day: float, ends: list[float], shares: Floats, kept: Sequence[Told], scale: Scale
) -> Height:
    low, best, high = _rounded([scale.back(end) for end in ends])
    held = {row.id: float(share) for row, share in zip(kept, shares, strict=True)}
    heard: dict[str, float] = defaultdict(float)
    for row in kept:
        heard[row.voice] += held[row.id]
    return Height(day, low, best, high, held, sum(share >= HARDLY for share in heard.values()))


def _rounded(values: list[float]) -> list[float]:
    """The values without the digits that their span does not carry."""
    span = values[-1] - values[0]
    if span <= 0 or not math.isfinite(span):
        return [float(f"{value:.10g}") for value in values]
    place = 3 - math.floor(math.log10(span))
    # Above 1e15 whole numbers are not told apart.
    return [float(f"{round(value, place):.15g}") for value in values]


def _one_each(told: Sequence[Told]) -> tuple[list[Told], dict[str, str]]:
    """One claim a voice and time: the middle one of its figures, or of its bounds."""
    groups: dict[tuple[str, float, float], list[Told]] = defaultdict(list)
    for row in told:
        groups[row.voice, row.day, row.width].append(row)
    kept: list[Told] = []
    merged: dict[str, str] = {}
    for rows in groups.values():
        figures = [row for row in rows if not row.side] or rows
        figures.sort(key=lambda row: (row.point, row.id))
        chosen = figures[(len(figures) - 1) // 2]
        kept.append(chosen)
        merged |= {row.id: chosen.id for row in rows if row is not chosen}
    return sorted(kept, key=lambda row: (row.day, row.width, row.voice, row.id)), merged


def _same_thing(told: Sequence[Told], scale: Scale) -> tuple[list[Told], list[Told]]:
    """The claims, less the figures that are ten times off what is told around them."""
    if scale.unit is not None:
        return list(told), []
    rows = columns(told, scale)
    off = rows.number - around(rows, rows.day, AROUND)
    near = [abs(gap) <= FAR for gap in off]
    kept = [row for row, fits in zip(told, near, strict=True) if fits]
    return kept, [row for row, fits in zip(told, near, strict=True) if not fits]
