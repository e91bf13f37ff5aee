"""A table of claims about things that move over time: item, source, value, as_of, low, high."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import cast, get_args

from thirdhand.corroborate.levels.heights import heights
from thirdhand.corroborate.levels.lean import leanings
from thirdhand.corroborate.levels.series import Told
from thirdhand.model import Leaning, Moved, Period, TableError
from thirdhand.model.quantity import Hedge

NEEDED = ("item", "source", "as_of")
LARGEST = 1e100
HEDGES: tuple[str, ...] = get_args(Hedge)


def moves(rows: Sequence[Mapping[str, str]]) -> bool:
    """True where the table says when its values hold."""
    return any((row.get("as_of") or "").strip() for row in rows)


def read(
    rows: Sequence[Mapping[str, str]],
) -> tuple[dict[str, list[Told]], dict[str, dict[str, float]]]:
    """The claims of each item, and the day of each of its as_of.

    TableError names the line that cannot be read.
    """
    missing = [name for name in NEEDED if not rows or name not in rows[0]]
    if missing:
        raise TableError(f"the table has no column {', '.join(missing)}")
    told: dict[str, list[Told]] = defaultdict(list)
    asked: dict[str, dict[str, float]] = defaultdict(dict)
    for line, row in enumerate(rows, start=2):
        day, width = _when(row, line)
        asked[row["item"]][row["as_of"].strip()] = day
        claim = _told(row, day, width, line)
        if claim:
            told[row["item"]].append(claim)
    return told, asked


def moving(rows: Sequence[Mapping[str, str]]) -> tuple[list[Moved], list[Leaning]]:
    """A line an item and as_of, and a line an item and source, in order.

    TableError names the line that cannot be read.
    """
    told, asked = read(rows)
    moved: list[Moved] = []
    leaning: list[Leaning] = []
    for item in sorted(asked):
        order = sorted(asked[item], key=lambda as_of: (asked[item][as_of], as_of))
        found = heights(told[item], [asked[item][as_of] for as_of in order])
        if found is None:
            moved += [_bounds(item, as_of, told[item]) for as_of in order]
            continue
        moved += [
            Moved(item, as_of, row.low, row.best, row.high, row.voices)
            for as_of, row in zip(order, found.days, strict=True)
        ]
        leaning += leanings(item, found)
    return moved, leaning


def _bounds(item: str, as_of: str, told: Sequence[Told]) -> Moved:
    """Where only limits are told the tightest are the ends, or all between where they exclude."""
    lows = [row.low for row in told if row.low is not None]
    highs = [row.high for row in told if row.high is not None]
    voices = len({row.voice for row in told})
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return Moved(item, as_of, low, high if low is None else low, high, voices)


def _when(row: Mapping[str, str], line: int) -> tuple[float, float]:
    text = (row["as_of"] or "").strip()
    try:
        period = Period.parse(text)
    except ValueError as error:
        raise TableError(f"line {line}: as_of {text!r} is {error}") from None
    first, last = period.first.toordinal(), period.last.toordinal()
    if last < first:
        raise TableError(f"line {line}: as_of {text!r} ends before it begins")
    return (first + last) / 2, last - first


def _told(row: Mapping[str, str], day: float, width: float, line: int) -> Told | None:
    """The claim of a line; None where it holds no number: then it only asks."""
    value, low, high = (_number(row.get(name), name, line) for name in ("value", "low", "high"))
    hedge = (row.get("hedge") or "exact").strip()
    if hedge not in HEDGES:
        raise TableError(f"line {line}: hedge {hedge!r} is none of {', '.join(HEDGES)}")
    if value is not None and low is None and high is None:
        low = None if hedge in ("less than", "up to") else value
        high = None if hedge in ("more than", "at least") else value
    if low is None and high is None:
        return None
    if low is not None and high is not None and low > high:
        raise TableError(f"line {line}: low {low:g} is above high {high:g}")
    if value is not None and low is not None and high is not None and not low <= value <= high:
        raise TableError(
            f"line {line}: value {value:.15g} lies outside of low {low:.15g} to high {high:.15g}"
        )
    key = f"{row['source']}\n{day}\n{width}\n{low}\n{high}\n{hedge}"
    return Told(key, row["source"], day, width, low, high, cast("Hedge", hedge))


def _number(text: str | None, name: str, line: int) -> float | None:
    if text is None or not text.strip():
        return None
    try:
        value = float(text)
    except ValueError:
        raise TableError(f"line {line}: {name} {text!r} is no number; write 1234.5") from None
    if not math.isfinite(value) or abs(value) > LARGEST:
        raise TableError(f"line {line}: {name} {text!r} is no finite number; leave the line out")
    return value
