"""Capture histories: which lists name how many of the same cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thirdhand.model import TableError

COUNT = "count"
# More columns than this are no lists of cases: 2 ** columns cells would have to be kept.
MOST_COLUMNS = 12
# A count of more digits is a slip; a float still tells such numbers apart from their sum.
DIGITS = 18


@dataclass(frozen=True, slots=True)
class Histories:
    """counts[mask] cases stand on just the lists of `mask`: bit i for lists[i]. counts[0] is 0."""

    lists: tuple[str, ...]
    counts: tuple[int, ...]

    @property
    def observed(self) -> int:
        """How many cases any list names."""
        return sum(self.counts)

    def on(self, mask: int) -> int:
        """How many cases all lists of `mask` name, whatever the others do."""
        return sum(n for at, n in enumerate(self.counts) if at & mask == mask)


def histories(rows: Sequence[Mapping[str, str]]) -> Histories:
    """The table of a CSV file: one 0/1 column a list, and `count`; without it each row is one case.

    TableError names the row that cannot be read. Rows of the same lists add up; what no list
    names is not observed and is left out.
    """
    if not rows:
        raise TableError("the table has no rows: give one 0/1 column a list and a count column")
    lists = tuple(name for name in rows[0] if name != COUNT)
    if not lists:
        raise TableError("the table has no column of a list beside `count`")
    if len(lists) > MOST_COLUMNS:
        raise TableError(
            f"the table has {len(lists)} columns of lists; two to five can be compared"
        )
    counts = [0] * (1 << len(lists))
    for line, row in enumerate(rows, start=2):
        mask = sum(_mark(row[name], name, line) << i for i, name in enumerate(lists))
        counts[mask] += _count(row.get(COUNT, "1"), line)
    counts[0] = 0
    return Histories(lists, tuple(counts))


def _mark(value: str | None, name: str, line: int) -> int:
    if (value or "").strip() not in ("0", "1"):
        raise TableError(f"line {line}: {name} is {value!r}; write 1 where it is listed, else 0")
    return int(value or 0)


def _count(value: str | None, line: int) -> int:
    text = (value or "").strip()
    if not text.isdecimal():
        raise TableError(f"line {line}: count is {value!r}; write a whole number")
    if len(text) > DIGITS:
        raise TableError(f"line {line}: count has {len(text)} digits; that is no count of cases")
    return int(text)
