"""Claims of many sources on many items, as columns: who says which value of what."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from thirdhand.model import TableError

Kind = Literal["number", "category"]
Ints = NDArray[np.int64]

COLUMNS = ("item", "source", "value")
# Two numbers this near to each other, as a share, are one value.
SAME = 0.001


@dataclass(frozen=True, slots=True)
class Said:
    """One source's value of one item: a word, or a number."""

    item: str
    source: str
    value: str | float


@dataclass(frozen=True)
class Ballot:
    """Claims as columns. Row i says option `option[i]` by source `source[i]`.

    items, sources: their names in order. options: the value of each. item_of: the item of each
    option; options of one item lie together.
    """

    items: tuple[str, ...]
    sources: tuple[str, ...]
    options: tuple[str | float, ...]
    item_of: Ints
    source: Ints
    option: Ints


def said(rows: Sequence[Mapping[str, str]], kind: Kind) -> list[Said]:
    """The claims of a CSV table. TableError names the line that cannot be read."""
    if rows and any((row.get("as_of") or "").strip() for row in rows):
        raise TableError(
            "as_of: words that hold at different times cannot be fused; give one time a table,"
            " without this column"
        )
    missing = [name for name in COLUMNS if not rows or name not in rows[0]]
    if missing:
        raise TableError(
            f"the table has no column {', '.join(missing)}; it needs item,source,value"
        )
    return [
        Said(row["item"], row["source"], _value(row["value"], kind, line))
        for line, row in enumerate(rows, start=2)
    ]


def _value(text: str, kind: Kind, line: int) -> str | float:
    if kind == "category":
        return text.strip()
    try:
        value = float(text)
    except ValueError:
        raise TableError(f"line {line}: {text!r} is no number; write 1234.5") from None
    if not math.isfinite(value):
        raise TableError(f"line {line}: {text!r} is no finite number; leave the line out")
    return value


def ballot(claims: Iterable[Said]) -> Ballot:
    """The columns. What one source says of an item twice counts once: the last is kept."""
    last = {(row.item, row.source): row.value for row in claims}
    values: dict[str, set[str | float]] = {}
    for (item, _), value in last.items():
        values.setdefault(item, set()).add(value)
    items, sources = tuple(sorted(values)), tuple(sorted({source for _, source in last}))
    options: list[str | float] = []
    item_of: list[int] = []
    place: dict[tuple[str, str | float], int] = {}
    for index, item in enumerate(items):
        for group in _alike(values[item]):
            place.update({(item, value): len(options) for value in group})
            options.append(group[len(group) // 2])
            item_of.append(index)
    named = {source: i for i, source in enumerate(sources)}
    rows = sorted(((place[item, value], named[source]) for (item, source), value in last.items()))
    columns = np.array(rows, dtype=np.int64).reshape(-1, 2)
    return Ballot(
        items, sources, tuple(options), np.array(item_of, np.int64), columns[:, 1], columns[:, 0]
    )


def _alike(values: set[str | float]) -> list[list[str | float]]:
    """Words one by one; numbers in order, those that are next to the same as one."""
    words = sorted(v for v in values if isinstance(v, str))
    groups: list[list[str | float]] = [[word] for word in words]
    for number in sorted(v for v in values if not isinstance(v, str)):
        first = groups[-1][0] if groups and not words else None
        if isinstance(first, float) and number - first <= SAME * abs(first):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups
