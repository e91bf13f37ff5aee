"""Tables without lines, and columns of prose whose lines arrive side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from thirdhand.ingest.formats.laid.word import Word

# A gap this wide, in sizes of the letters, parts two cells; a finer one where columns are known.
GAP, FINE = 1.1, 0.5
# Cells of a table are short; lines of a column of prose hold more words than a cell.
CELL, PROSE = 5, 4
# A table has so many rows; or one less, with this many columns.
ROWS, COLUMNS = 3, 3
# Rows of one block follow one another this closely, in sizes of the letters.
FOLLOW = 3.0
# Pieces stand in one row where their feet differ by less, in sizes of the letters.
LEVEL = 0.35
# So many pieces on a page, and it is a drawing or a map.
MOST = 4000
DIGIT = re.compile(r"\d")

Segment = tuple[Word, ...]
Column = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces on one level, from left to right, and the cells that they are cut into."""

    pieces: tuple[Segment, ...]
    cells: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows whose cells stand in the same columns; columns from left to right."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]

    def column(self, segment: Segment) -> int:
        """The number of the column that holds a piece."""
        left, right = _extent(segment)
        shared = [min(right, end) - max(left, start) for start, end in self.columns]
        return max(range(len(shared)), key=shared.__getitem__)

    @property
    def is_table(self) -> bool:
        """True where cells are short, and one column at least holds numbers."""
        wide = sum(len(row.cells) > 1 for row in self.rows)
        if wide < ROWS and not (wide == ROWS - 1 and len(self.columns) >= COLUMNS):
            return False
        cells = self._cells()
        return all(_length(column) <= CELL for column in cells) and any(
            2 * sum(map(_has_number, column)) >= len(column) for column in cells
        )

    @property
    def is_prose(self) -> bool:
        """True where each column reads on by itself."""
        return len(self.rows) >= ROWS and all(_length(one) >= PROSE for one in self._cells())

    def _cells(self) -> list[list[Segment]]:
        cells: list[list[Segment]] = [[] for _ in self.columns]
        for row in self.rows:
            for segment in row.cells:
                cells[self.column(segment)].append(segment)
        return cells


def segments(line: Sequence[Word], wide: float = GAP) -> list[Segment]:
    """A line cut where it has gaps wider than `wide`, in sizes of the letters."""
    out: list[list[Word]] = []
    for word in line:
        if out:
            last = out[-1][-1]
            gap = max(word.left - last.right, last.left - word.right)
            if gap <= wide * max(word.size, last.size):
                out[-1].append(word)
                continue
        out.append([word])
    return [tuple(words) for words in out]


def blocks(pieces: Sequence[Segment]) -> Iterator[Block]:
    """Where pieces of a page stand side by side in columns, from the top."""
    if len(pieces) > MOST:
        return
    above: Row | None = None
    run: list[Row] = []
    columns: list[Column] = []
    for level in _levels(pieces):
        fit = _fit(columns, level) if run and _follows(run[-1].pieces, level) else None
        if fit is None:
            yield from _block(above, run, columns)
            above, run, columns = run[-1] if run else above, [], []
            fit = _fit([], level)
        row, new = fit or (Row(level, level), [])
        if run or len(row.cells) > 1:
            run.append(row)
            columns = new
        else:
            above = row
    yield from _block(above, run, columns)


def _block(above: Row | None, run: list[Row], columns: list[Column]) -> Iterator[Block]:
    """The block that the rows make, without single pieces at its end, and with its head.

    above: the row before the first; it is the head where its words stand in the columns.
    """
    while run and len(run[-1].cells) < 2:
        run = run[:-1]
    if len(run) < 2:
        return
    if above is not None and _follows(above.pieces, run[0].pieces):
        cells = _finer(above.pieces)
        if len(cells) > 1 and len(_fitted(columns, cells) or ()) == len(columns):
            run = [Row(above.pieces, cells), *run]
    yield Block(tuple(run), tuple(columns))


def _fit(columns: list[Column], pieces: tuple[Segment, ...]) -> tuple[Row, list[Column]] | None:
    """The row that the pieces make in these columns, and the columns then; None for no row."""
    cells = _finer(pieces)
    if columns and len(cells) > len(pieces):
        fitted = _fitted(columns, cells)
        if fitted is not None and len(fitted) == len(columns):
            return Row(pieces, cells), fitted
    fitted = _fitted(columns, pieces)
    return None if fitted is None else (Row(pieces, pieces), fitted)


def _finer(pieces: Sequence[Segment]) -> tuple[Segment, ...]:
    return tuple(cell for piece in pieces for cell in segments(piece, FINE))


def _levels(pieces: Sequence[Segment]) -> list[tuple[Segment, ...]]:
    """Pieces on one level, from the top, each row from left to right."""
    rows: list[list[Segment]] = []
    for piece in sorted(pieces, key=lambda piece: -_foot(piece)):
        if rows and _foot(rows[-1][0]) - _foot(piece) < LEVEL * piece[0].size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [tuple(sorted(row, key=_extent)) for row in rows]


def _fitted(columns: list[Column], row: Sequence[Segment]) -> list[Column] | None:
    """The columns with a row put in; None where it does not fit: it is no row of this block."""
    out = list(columns)
    taken: set[int] = set()
    for left, right in map(_extent, row):
        over = [at for at, (start, end) in enumerate(out) if left < end and start < right]
        if len(over) > 1 or taken & set(over):
            return None
        if over:
            start, end = out[over[0]]
            out[over[0]] = (min(start, left), max(end, right))
            taken.add(over[0])
        else:
            taken.add(len(out))
            out.append((left, right))
    out.sort()
    apart = all(end < start for (_, end), (start, _) in pairwise(out))
    return out if apart else None


def _follows(above: Sequence[Segment], row: Sequence[Segment]) -> bool:
    return _foot(above[0]) - _foot(row[0]) < FOLLOW * row[0][0].size


def _extent(segment: Segment) -> Column:
    return min(word.left for word in segment), max(word.right for word in segment)


def _foot(segment: Segment) -> float:
    return next((word for word in segment if not word.raised), segment[0]).bottom


def _length(column: Sequence[Segment]) -> float:
    return median(map(len, column)) if column else 0


def _has_number(segment: Segment) -> bool:
    return any(DIGIT.search(word.text) for word in segment)
