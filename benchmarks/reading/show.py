"""The tables of reading, for a person or as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from rich import box
from rich.console import Console, Group
from rich.table import Table as Grid

from benchmarks.reading.rows import Row, Table

WORDS = {True: "yes", False: "NO", None: ""}
# The same on paper as on a screen.
WIDTH = 132


def tables(told: Iterable[Table]) -> Group:
    """What a person reads."""
    return Group(*(part for table in told for part in _parts(table)))


def console() -> Console:
    """Standard output, wide enough for the widest table."""
    return Console(highlight=False, width=WIDTH)


def as_json(told: Iterable[Table]) -> str:
    """The same as one JSON object, by set."""
    return json.dumps({table.name: _plain(table) for table in told})


def _parts(table: Table) -> list[Grid | str]:
    if table.skipped:
        return [table.title, f"skipped: {table.skipped}", ""]
    grid = Grid(box=box.SIMPLE, pad_edge=False)
    grid.add_column(table.name, no_wrap=True)
    for name in ("asked", *table.columns, "reached"):
        grid.add_column(name, justify="right")
    for row in table.rows:
        numbers = (_number(row, value) for value in (row.asked, *row.values))
        grid.add_row(row.name, *numbers, WORDS[row.reached])
    return [table.title, grid, *table.notes, ""]


def _number(row: Row, value: float | None) -> str:
    """What may be at most so much is a count; all else is a share of one."""
    if value is None:
        return ""
    return f"{value:.0f}" if row.most else f"{value:.3f}"


def _plain(table: Table) -> dict[str, object]:
    told = asdict(table)
    told["rows"] = [_row(row, table.columns) for row in table.rows]
    return told


def _row(row: Row, columns: tuple[str, ...]) -> dict[str, object]:
    values = dict(zip(columns, row.values, strict=True))
    return {"name": row.name, "asked": row.asked, "reached": row.reached, **values}
