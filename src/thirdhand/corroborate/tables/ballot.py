"""Claims of many sources on many items, as columns: who says which value of what."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from thirdhand.model import TableError

Kind = Literal["number", "category"]
Value = str | float
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

COLUMNS = ("item", "source", "value")
# Two numbers this near to each other, as a share, are one value.
SAME = 0.001


@dataclass(frozen=True, slots=True)
class Said:
    """One source's value of one item: a word, or a number; or bounds, where value is None.

    topic: what the item is about, "" where the table does not say.
    """

    item: str
    source: str
    value: Value | None
    topic: str = ""
    low: float = -math.inf
    high: float = math.inf


@dataclass(frozen=True)
class Bounds:
    """Bounds as columns: row i has `source[i]` say that item `item[i]` is `low[i]` to `high[i]`."""

    item: Ints
    source: Ints
    topic: Ints
    low: Floats
    high: Floats


@dataclass(frozen=True)
class Ballot:
    """Claims as columns. Row i says option `option[i]` by source `source[i]` on `topic[i]`.

    items, sources, topics: their names in order. options: the value of each. item_of: the item of
    each option; options of one item lie together, in order. What only bounds speak of has their
    ends for options, and ranges have middles; no row says them.
    """

    items: tuple[str, ...]
    sources: tuple[str, ...]
    topics: tuple[str, ...]
    options: tuple[Value, ...]
    item_of: Ints
    source: Ints
    topic: Ints
    option: Ints
    bounds: Bounds


def said(rows: Sequence[Mapping[str, str]], kind: Kind) -> list[Said]:
    """The claims of a CSV table. TableError names the line that cannot be read.

    One of low and high alone is a bound, whatever the value: "more than 5" is low 5. Both are a
    range, and bound the value from both sides where none is given.
    """
    if rows and any((row.get("as_of") or "").strip() for row in rows):
        raise TableError(
            "as_of: words that hold at different times cannot be fused; give one time a table,"
            " without this column"
        )
    missing = [name for name in COLUMNS if rows and name not in rows[0]]
    if missing:
        raise TableError(
            f"the table has no column {', '.join(missing)}; it needs item,source,value with commas"
        )
    return [_said(row, kind, line) for line, row in enumerate(rows, start=2)]


def _said(row: Mapping[str, str], kind: Kind, line: int) -> Said:
    names = [row[name].strip() for name in ("item", "source")]
    for name, text in zip(("item", "source"), names, strict=True):
        if not text:
            raise TableError(f"line {line}: {name} is empty; write a name")
    item, source = names
    topic, text = (row.get("topic") or "").strip(), row["value"].strip()
    if kind == "category":
        if not text:
            raise TableError(f"line {line}: value is empty; leave the line out")
        return Said(item, source, text, topic)
    low, high = (_end(row.get(name), line) for name in ("low", "high"))
    value = _number(text, line) if text or (low is None and high is None) else None
    if low is not None and high is not None:
        _ordered(low, value, high, line)
        value = low if low == high else value
    elif low is not None or high is not None:
        value = None
    if value is not None:
        return Said(item, source, value, topic)
    ends = (-math.inf if low is None else low, math.inf if high is None else high)
    return Said(item, source, None, topic, *ends)


def _ordered(low: float, value: float | None, high: float, line: int) -> None:
    if low > high:
        raise TableError(f"line {line}: low {low:.15g} is above high {high:.15g}")
    if value is not None and not low <= value <= high:
        raise TableError(
            f"line {line}: value {value:.15g} lies outside of low {low:.15g} to high {high:.15g}"
        )


def _end(text: str | None, line: int) -> float | None:
    return _number(text, line) if text and text.strip() else None


def _number(text: str, line: int) -> float:
    try:
        value = float(text)
    except ValueError:
        raise TableError(f"line {line}: {text!r} is no number; write 1234.5") from None
    if not math.isfinite(value):
        raise TableError(f"line {line}: {text!r} is no finite number; leave the line out")
    # There is one zero.
    return value or 0.0


def ballot(claims: Iterable[Said]) -> Ballot:
    """The columns. The same told twice by one source counts once; two values share its voice."""
    each = set(claims)
    told = [(row, row.value) for row in each if row.value is not None]
    values: dict[str, set[Value]] = {row.item: set() for row in each}
    for row, value in told:
        values[row.item].add(value)
    limits = [row for row in each if row.value is None]
    bounded: dict[str, list[Said]] = {}
    for row in limits:
        bounded.setdefault(row.item, []).append(row)
    for name, open_to in bounded.items():
        values[name] |= _allowed(open_to, [v for v in values[name] if isinstance(v, float)])
    items, sources = tuple(sorted(values)), tuple(sorted({row.source for row in each}))
    topics = tuple(sorted({row.topic for row in each}))
    options: list[Value] = []
    item_of: list[int] = []
    place: dict[tuple[str, Value], int] = {}
    for index, item in enumerate(items):
        for group in _alike(values[item]):
            place.update({(item, value): len(options) for value in group})
            options.append(group[len(group) // 2])
            item_of.append(index)
    named = {name: i for i, name in enumerate(sources)}
    about = {name: i for i, name in enumerate(topics)}
    of = {name: i for i, name in enumerate(items)}
    rows = {(place[row.item, v], named[row.source], about[row.topic]) for row, v in told}
    option, source, topic = np.array(sorted(rows), np.int64).reshape(-1, 3).T
    ends = sorted((of[r.item], named[r.source], about[r.topic], r.low, r.high) for r in limits)
    bound = np.array(ends, np.float64).reshape(-1, 5).T
    bounds = Bounds(*bound[:3].astype(np.int64), *bound[3:])
    where = np.array(item_of, np.int64)
    return Ballot(items, sources, topics, tuple(options), where, source, topic, option, bounds)


def _allowed(limits: list[Said], values: list[float]) -> set[Value]:
    """The options that bounds add to the values told of one item.

    The ends of open bounds where no value is told; and the middles of the parts, from one end to
    the next, of each range that holds no value told.
    """
    ends = np.unique([end for row in limits for end in (row.low, row.high) if math.isfinite(end)])
    ranges = [row for row in limits if math.isfinite(row.low) and math.isfinite(row.high)]
    own = np.sort(np.array(values, np.float64))
    first = np.searchsorted(own, [row.low for row in ranges], "left")
    behind = np.searchsorted(own, [row.high for row in ranges], "right")
    bare = [row for row, none in zip(ranges, first == behind, strict=True) if none]
    found: set[Value] = set()
    if not values:
        found |= {r.low for r in limits if not math.isfinite(r.high)}
        found |= {r.high for r in limits if not math.isfinite(r.low)}
    # Half of each, because the sum of two numbers near the largest is none.
    middles = ends[:-1] / 2 + ends[1:] / 2
    held = np.zeros(len(ends))
    for row in bare:
        held[np.searchsorted(ends, row.low)] += 1
        held[np.searchsorted(ends, row.high)] -= 1
    return found | set(middles[np.cumsum(held)[:-1] > 0].tolist())


def _alike(values: set[Value]) -> list[list[Value]]:
    """Words one by one; numbers in order, those that are next to the same as one."""
    words = sorted(v for v in values if isinstance(v, str))
    groups: list[list[Value]] = [[word] for word in words]
    for number in sorted(v for v in values if not isinstance(v, str)):
        first = groups[-1][0] if groups and not words else None
        if isinstance(first, float) and number - first <= SAME * abs(first):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups
