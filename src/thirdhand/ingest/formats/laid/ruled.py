"""Tables that are drawn with lines: which words stand in which cell."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.ingest.formats.laid.rule import NEAR, Rule
from thirdhand.ingest.formats.laid.word import Word, is_leftward

# More rules than this on one page are a drawing.
MOST_RULES = 600
# Cells with more words than this, on the average, are blocks of a page and no table.
WORDY = 40


@dataclass(frozen=True, slots=True)
class Grid:
    """The rules of one table, in points, y upwards."""

    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]

    @property
    def columns(self) -> list[float]:
        """Where columns begin and end, left to right, those of an open side too."""
        ends = [end for rule in self.level for end in (rule.start, rule.end)]
        return _places([*(rule.at for rule in self.upright), min(ends), max(ends)])

    @property
    def rows(self) -> list[float]:
        """Where rows begin and end, upwards."""
        ends = [end for rule in self.upright for end in (rule.start, rule.end)]
        return _places([*(rule.at for rule in self.level), min(ends), max(ends)])


def grids(level: Sequence[Rule], upright: Sequence[Rule]) -> list[Grid]:
    """The tables of a page: rules that cross or touch, with two columns at least."""
    if len(level) + len(upright) > MOST_RULES:
        return []
    found: list[tuple[list[Rule], list[Rule]]] = []
    for rule in upright:
        mine = [one for one in level if _touch(one, rule)]
        if mine:
            old = [one for one in found if any(rule in one[0] for rule in mine)]
            new = (mine, [rule])
            for one in old:
                found.remove(one)
                new = (list(dict.fromkeys(new[0] + one[0])), new[1] + one[1])
            found.append(new)
    made = [Grid(tuple(levels), tuple(uprights)) for levels, uprights in found]
    return [grid for grid in made if len(grid.columns) > 2 and len(grid.rows) > 1]


def cells(grid: Grid, words: Sequence[Word]) -> list[list[list[Word]]] | None:
    """The table's rows from the top, or None where it is a layout of the page and no table.

    words: those that stand in it, in the order of the page's text. A cell over several columns or
    rows stands in the first of them.
    """
    columns, rows = grid.columns, grid.rows
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        held.setdefault(_cell(grid, columns, rows, word), []).append(word)
    across = sorted({column for _, column in held})
    down = sorted({row for row, _ in held}, reverse=True)
    if len(across) < 2 or len(words) > WORDY * len(held):
        return None
    if is_leftward(words):
        across.reverse()
    return [[held.get((row, column), []) for column in across] for row in down]


def inside(grid: Grid, word: Word) -> bool:
    """True for a word whose middle lies in the table."""
    columns, rows = grid.columns, grid.rows
    x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
    return columns[0] <= x <= columns[-1] and rows[0] <= y <= rows[-1]


def _cell(
    grid: Grid, columns: Sequence[float], rows: Sequence[float], word: Word
) -> tuple[int, int]:
    """Row and column: counted by the nearest rules that bound the word itself."""
    x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
    lefts = [rule.at for rule in grid.upright if rule.at <= x and _spans(rule, y)]
    tops = [rule.at for rule in grid.level if rule.at >= y and _spans(rule, x)]
    left, top = max(lefts, default=columns[0]), min(tops, default=rows[-1])
    return bisect_left(rows, top - NEAR), bisect_right(columns, left + NEAR)


def _spans(rule: Rule, place: float) -> bool:
    return rule.start - NEAR <= place <= rule.end + NEAR


def _touch(level: Rule, upright: Rule) -> bool:
    return _spans(level, upright.at) and _spans(upright, level.at)


def _places(values: list[float]) -> list[float]:
    """The values in order, those that are nearly one only once."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > NEAR:
            out.append(value)
    return out
