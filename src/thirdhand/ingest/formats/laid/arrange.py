"""Words of a page -> lines in the order of reading, rows of tables as one line each."""

from collections.abc import Iterator, Sequence

from thirdhand.ingest.formats.grid import row
from thirdhand.ingest.formats.laid.aligned import Block, Segment, blocks, segments
from thirdhand.ingest.formats.laid.line import Line, joined, line_of
from thirdhand.ingest.formats.laid.rule import Rule
from thirdhand.ingest.formats.laid.ruled import cells, grids, inside
from thirdhand.ingest.formats.laid.word import Word, is_leftward


def arranged(
    lines: Sequence[Sequence[Word]], level: Sequence[Rule] = (), upright: Sequence[Rule] = ()
) -> list[Line]:
    """The lines of a page as they are read. lines: of words, in the order of the page's text.

    That order is kept, but for tables, drawn or aligned, and for columns whose lines arrive side by
    side. level, upright: the page's rules.
    """
    made: dict[Segment, list[Line]] = {}  # what is put in the place of a piece
    for grid in grids(level, upright):
        held = [tuple(word for word in line if inside(grid, word)) for line in lines]
        found = cells(grid, [word for words in held for word in words])
        if found is not None:
            lines, first = _without(lines, held)
            made[first] = [line for one in found for line in _rows(one, held)]
    cut = [[tuple(line)] if tuple(line) in made else segments(line) for line in lines]
    pieces = [piece for line in cut for piece in line if piece not in made]
    for block in blocks(pieces) if max(map(len, cut), default=0) > 1 else ():
        made |= _placed(block, cut)
    return [line for words in cut for line in _told(words, made)]


def _without(
    lines: Sequence[Sequence[Word]], held: Sequence[Segment]
) -> tuple[list[Sequence[Word]], Segment]:
    """The lines without the words of a table, and what stands in its place: its first piece."""
    first = next(words for words in held if words)
    out: list[Sequence[Word]] = []
    for line, words in zip(lines, held, strict=True):
        rest = [word for word in line if word not in words]
        if words is first:
            out.append(first)
        if rest:
            out.append(rest)
    return out, first


def _rows(cells: Sequence[Sequence[Word]], held: Sequence[Segment]) -> list[Line]:
    """One row of a drawn table; one with a single cell of several lines is a box round a text."""
    full = [cell for cell in cells if cell]
    mine = set(full[0])
    lines = [line for words in held if (line := [w for w in words if w in mine])]
    return [_row(cells)] if len(full) > 1 or len(lines) == 1 else [line_of(one) for one in lines]


def _row(cells: Sequence[Sequence[Word]]) -> Line:
    """One row of a table; its place is that of its first cell."""
    held = [word for cell in cells for word in cell]
    line = line_of(held)
    text = row([joined(cell) for cell in cells])
    return Line(text, line.left, line.right, line.first, line.last, line.size, row=True)


def _placed(block: Block, cut: Sequence[Sequence[Segment]]) -> dict[Segment, list[Line]]:
    """What stands in the place of each piece of a block; nothing where it is left as it is."""
    held = {piece for one in block.rows for piece in one.pieces}
    lines = [[piece for piece in line if piece in held] for line in cut]
    order = [piece for line in lines for piece in line]
    across = list(range(len(block.columns)))
    if is_leftward([word for piece in order for word in piece]):
        across.reverse()
    out: dict[Segment, list[Line]] = {piece: [] for piece in order}
    if block.is_table:
        for one in block.rows:
            by = {block.column(cell): cell for cell in one.cells}
            out[order[0]].append(_row([by.get(column, ()) for column in across]))
        return out
    beside = sum(len(line) > 1 for line in lines)
    if not block.is_prose or 2 * beside < len(block.rows):
        return {}
    for column in across:
        inner = (cell for one in block.rows for cell in one.cells if block.column(cell) == column)
        out[order[0]] += map(line_of, inner)
    return out


def _told(pieces: Sequence[Segment], made: dict[Segment, list[Line]]) -> Iterator[Line]:
    """The lines of one line of the page: what is made of its pieces, and the rest as it stands."""
    rest: list[Word] = []
    for piece in pieces:
        if piece in made:
            yield from made[piece]
        else:
            rest += piece
    if rest:
        yield line_of(rest)
