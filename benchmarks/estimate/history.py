"""A made-up history: a level that moves, and voices that tell of it.

It is not the model that the estimate fits. The level is straight lines between bends, on a log
scale, with a leap in a third of the histories; errors are Student's t with 4 degrees of freedom. A
history has 4 to 9 voices over 1 to 3 years. Each has a bias (Laplace, 2 % on average), an error of
its own (1 to 5 %), and habits:

- one in five lags: half of what it says is a number it said before;
- one in five is a copy: it says what another voice said last, a few days later, dated anew or not;
- one claim in five is a bound: a round number under the level, up to 12 % off, or over it;
- one in four is rounded to two figures, with "about" half of the time, or "nearly" above the level;
- one in thirty is gross: a part of the whole, or half as much again.

A third of the times is known by the month alone.
"""

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np

FIRST = dt.date(2020, 1, 1)
Row = dict[str, str]


@dataclass(frozen=True)
class History:
    """The rows of a table of claims, and the truth on days (ordinals) that are asked."""

    rows: tuple[Row, ...]
    asked: tuple[int, ...]
    truth: tuple[float, ...]


def history(seed: int) -> History:
    """The history of a seed."""
    dice = np.random.default_rng(seed)
    days = int(dice.integers(12, 37)) * 30
    level = _level(dice, days)
    rows: list[Row] = []
    for voice in range(int(dice.integers(4, 10))):
        rows += _voice(dice, f"voice {voice}", level, rows)
    asked = np.sort(dice.choice(days, 6, replace=False))
    first = FIRST.toordinal()
    return History(tuple(rows), tuple(int(d) + first for d in asked), tuple(level[asked].tolist()))


def _level(dice: np.random.Generator, days: int) -> np.ndarray:
    bends = np.unique(np.r_[0, dice.integers(1, days, dice.integers(1, 6)), days])
    heights = [math.log(10) * dice.uniform(3, 5)]
    for months in np.diff(bends) / 30:
        heights.append(heights[-1] + dice.normal(0, 0.025) * months)
    path = np.interp(np.arange(days), bends, heights)
    if dice.random() < 1 / 3:
        path[dice.integers(days) :] += dice.choice([-1, 1]) * dice.uniform(0.15, 1.2)
    out: np.ndarray = np.exp(path)
    return out


def _voice(dice: np.random.Generator, name: str, level: np.ndarray, others: list[Row]) -> list[Row]:
    bias, error = dice.laplace(0, 0.02), dice.uniform(0.01, 0.05)
    lags, copies = dice.random() < 0.2, bool(others) and dice.random() < 0.2
    rows: list[Row] = []
    for day in np.sort(dice.integers(0, len(level), dice.integers(2, 13))):
        if copies:
            rows += _copied(dice, name, int(day), others)
        elif lags and rows and dice.random() < 0.5:
            rows.append({**rows[-1], "as_of": _time(dice, int(day))})
        else:
            said = level[day] * math.exp(bias + error * dice.standard_t(4) / math.sqrt(2))
            rows.append(_claim(dice, name, int(day), float(said)))
    return rows


def _copied(dice: np.random.Generator, name: str, day: int, others: list[Row]) -> list[Row]:
    before = [row for row in others if row["as_of"] <= _date(day)]
    if not before:
        return []
    last = max(before, key=lambda row: row["as_of"])
    as_of = last["as_of"] if dice.random() < 0.5 else _date(day)
    return [{**last, "source": name, "as_of": as_of}]


def _claim(dice: np.random.Generator, name: str, day: int, said: float) -> Row:
    row = {"item": "it", "source": name, "value": "", "as_of": _time(dice, day)}
    row |= {"low": "", "high": "", "hedge": "exact"}
    if dice.random() < 1 / 30:
        said *= dice.choice([0.02, 0.2, 0.5, 1.5])
    kind = dice.choice(["exact", "bound", "round"], p=[0.55, 0.2, 0.25])
    if kind == "exact":
        return {**row, "value": f"{round(said)}"}
    place = 10 ** (math.floor(math.log10(said)) - 1)
    if kind == "round":
        value = round(said / place) * place
        hedge = "nearly" if value > said else dice.choice(["about", "exact"])
        return {**row, "value": f"{value:g}", "hedge": str(hedge)}
    off = dice.uniform(0, 0.12)
    if dice.random() < 0.75:
        return {**row, "low": f"{math.floor(said * (1 - off) / place) * place:g}"}
    return {**row, "high": f"{math.ceil(said * (1 + off) / place) * place:g}"}


def _date(day: int) -> str:
    return (FIRST + dt.timedelta(day)).isoformat()


def _time(dice: np.random.Generator, day: int) -> str:
    return _date(day)[:7] if dice.random() < 1 / 3 else _date(day)
