"""A line for each day asked of one series: low, best and high, and the voices they rest on."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from thirdhand.corroborate.levels.frame import around
from thirdhand.corroborate.levels.level import Heard, level
from thirdhand.corroborate.levels.series import Floats, Ints, Scale, Told, columns

# What low and high leave out on each side.
TAIL = 0.05
# A figure that is told ten times less or more than those around it is of something else.
AROUND = 9
FAR = math.log(10.0)
# A time so wide (days) is left out where so many claims tell theirs better.
COARSE, ENOUGH = 120, 3
# A voice that adds less than this part of what the first voice adds does not stand behind a figure.
HARDLY = 0.05
# A claim that adds less than this is not named.
LEAST = 1e-3


@dataclass(frozen=True)
class Height:
    """The level on a day: low..high holds it with 90 % chance.

    shares: what each claim (id) adds to it, from LEAST on; none for a day that was not asked.
    voices: those that add at least a twentieth of what the first of them adds.
    """

    day: float
    low: float
    best: float
    high: float
    shares: dict[str, float]
    voices: int


@dataclass(frozen=True)
class Heights:
    """The days asked, and what became of each claim and voice.

    kept: the claims the level was fitted to, one a voice and time, in order. claims: the level on
    the day of each. aside: of another thing, or of no time to speak of.
    """

    days: tuple[Height, ...]
    claims: tuple[Height, ...]
    heard: Heard
    scale: Scale
    kept: tuple[Told, ...]
    aside: tuple[Told, ...]


def heights(told: Sequence[Told], asked: Sequence[float]) -> Heights | None:
    """The level on each day asked; None where no figure is told. The order changes nothing."""
    fine, coarse = _timely(told)
    if not fine:
        return None
    # Parts go first: a voice that tells the whole and a part at one time is heard on the whole.
    same, aside = _same_thing(sorted(fine, key=_order), Scale.of([row.point for row in fine]))
    kept = _one_each(same)
    if all(row.side for row in kept):
        return None
    scale = Scale.of([row.point for row in kept])
    told_as = columns(kept, scale)
    every = sorted({*asked, *(row.day for row in kept)})
    found = level(told_as, np.array(every, np.float64))
    ends = [found.quantile(part) for part in (TAIL, 0.5, 1 - TAIL)]
    # Where nobody tells of less than 0 there is nothing less.
    floor = 0.0 if all(row.point >= 0 for row in kept) else -math.inf
    days: dict[float, Height] = {}
    wanted = frozenset(asked)
    for place, day in enumerate(every):
        values = _rounded([max(floor, scale.back(float(end[place]))) for end in ends])
        shares = found.shares(place) if day in wanted else np.zeros(0)
        days[day] = _height(day, values, shares, kept, told_as.voice)
    rows = tuple(days[day] for day in asked), tuple(days[row.day] for row in kept)
    return Heights(*rows, found.heard, scale, tuple(kept), (*aside, *coarse))


def _height(
    day: float, values: list[float], shares: Floats, kept: Sequence[Told], voice: Ints
) -> Height:
    """shares: empty where nobody asks what the height rests on."""
    low, best, high = values
    if not len(shares):
        return Height(day, low, best, high, {}, 0)
    held = {kept[int(i)].id: float(shares[i]) for i in np.flatnonzero(shares >= LEAST)}
    heard = np.bincount(voice, shares)
    return Height(day, low, best, high, held, int((heard >= HARDLY * heard.max()).sum()))


def _timely(told: Sequence[Told]) -> tuple[list[Told], list[Told]]:
    """The claims that say when they hold, and those that do so far worse than others."""
    fine = [row for row in told if row.width <= COARSE]
    if len(fine) < ENOUGH:
        return list(told), []
    return fine, [row for row in told if row.width > COARSE]


def _rounded(values: list[float]) -> list[float]:
    """The values without the digits that their span does not carry; there is one zero."""
    span = values[-1] - values[0]
    if span <= 0 or not math.isfinite(span):
        return [float(f"{value:.10g}") + 0.0 for value in values]
    place = 3 - math.floor(math.log10(span))
    # Above 1e15 whole numbers are not told apart.
    return [float(f"{round(value, place):.15g}") + 0.0 for value in values]


def _one_each(told: Sequence[Told]) -> list[Told]:
    """One claim a voice and time: the middle one of its figures, or of its bounds.

    Of two in the middle the lower; where nothing else is told, it is heard as from the one to the
    other.
    """
    groups: dict[tuple[str, float, float], list[Told]] = defaultdict(list)
    for row in told:
        groups[row.voice, row.day, row.width].append(row)
    kept: list[Told] = []
    for rows in groups.values():
        figures = [row for row in rows if not row.side] or rows
        figures.sort(key=lambda row: (row.point, row.id))
        chosen, other = figures[(len(figures) - 1) // 2], figures[len(figures) // 2]
        kept.append(_both(chosen, other) if len(groups) == 1 else chosen)
    return sorted(kept, key=_order)


def _both(lower: Told, upper: Told) -> Told:
    if lower.point == upper.point or lower.side or upper.side:
        return lower
    return replace(lower, low=lower.point, high=upper.point)


def _order(row: Told) -> tuple[float, float, str, str]:
    return row.day, row.width, row.voice, row.id


def _same_thing(told: Sequence[Told], scale: Scale) -> tuple[list[Told], list[Told]]:
    """The claims, less the figures that are ten times off what is told around them."""
    if scale.unit is not None:
        return list(told), []
    rows = columns(told, scale)
    off = rows.number - around(rows, rows.day, AROUND)
    near = [abs(gap) <= FAR for gap in off]
    kept = [row for row, fits in zip(told, near, strict=True) if fits]
    return kept, [row for row, fits in zip(told, near, strict=True) if not fits]
