"""Tables as text: a line a row, cells parted by a bar, so that a number keeps its label."""

from collections.abc import Iterable, Sequence

BAR = " | "


def row(cells: Sequence[str]) -> str:
    """One row; empty cells at its end are left out.

    A bar inside a cell would part it in two: it is written as a slash.
    """
    written = BAR.join(" ".join(cell.replace("|", "/").split()) for cell in cells)
    return " ".join(written.rstrip("| ").split())


def rows(cells: Iterable[Sequence[str]]) -> str:
    """The rows that hold anything."""
    written = (row(line) for line in cells)
    return "\n".join(line for line in written if line)
