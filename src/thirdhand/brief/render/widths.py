"""How wide the columns of a table should be, by the words they hold."""

from collections.abc import Sequence

# A cell of more letters than this may break into lines.
LONG = 60
# What the sides of a cell take, in letters.
MARGIN = 4


def widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """The share of each column, together 1: room for its longest word, then for its longest cell.

    The two steps of CSS 2.1, 17.5.2.2 (minimum, then maximum content width).
    """
    whole = [columns, *rows]
    cells = [[row[n] for row in whole if n < len(row)] for n in range(len(columns))]
    least = [MARGIN + max([3, *(len(w) for c in column for w in c.split())]) for column in cells]
    most = [min(LONG, max(len(c) for c in column)) for column in cells]
    spare = [max(0, wide - slim) for wide, slim in zip(most, least, strict=True)]
    # The more there is to break, the more lines; room goes where the words are.
    room = max(sum(least), 110) - sum(least)
    shares = [slim + room * s / max(1, sum(spare)) for slim, s in zip(least, spare, strict=True)]
    return [share / sum(shares) for share in shares]
