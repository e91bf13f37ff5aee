"""`thirdhand estimate`: what is most likely so, where many sources tell of many items."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich import box
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text
from typer import Argument, Option

from thirdhand.faces.cli.output import WrongError, one_line
from thirdhand.model import Fused, Moved, TableError

# Words fold to no less than this, however narrow the terminal is.
LEAST = 12
# No table is as wide.
ANY = 10_000


def estimate(
    table: Annotated[
        Path,
        Argument(
            metavar="CLAIMS.csv", help="A claim a line: item, source, value[, as_of, low, high]."
        ),
    ],
    *,
    kind: Annotated[
        Literal["number", "category"], Option(help="What a value is: a number, or a word.")
    ] = "number",
    sources: Annotated[
        Path | None,
        Option(metavar="FILE", help="Write how reliable each source is, as JSON lines."),
    ] = None,
    priors: Annotated[
        Path | None,
        Option(
            metavar="FILE.csv",
            help="What is thought of the sources so far: source, prior (A to F, or 0 to 1).",
        ),
    ] = None,
    as_json: Annotated[
        bool, Option("--json", help="One JSON object an item and line, on standard output.")
    ] = False,
) -> None:
    """Say what is most likely so of each item, sources that copy each other counted as one voice.

    Numbers with an as_of (2019, 2019-08, 2019-08-12) move over time: each item and time has its
    line. low and high tell a range, one of them alone a bound; a line without value, low and high
    asks for its time.
    """
    with one_line():
        from thirdhand import flow

        try:
            items, reliable = flow.estimate(table, kind, priors)
        except TableError as error:
            raise WrongError(str(error)) from None
        if not items:
            raise WrongError(
                f"{table}: the table holds no claims; each line below the first is one"
            )
        if sources is not None:
            sources.write_text(_lines(map(asdict, reliable)), "utf-8")
    if as_json:
        typer.echo(_lines(map(asdict, items)), nl=False)
    else:
        _show(items)


def _lines(rows: Iterable[dict[str, object]]) -> str:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def _show(items: Sequence[Fused] | Sequence[Moved]) -> None:
    """Print the table. In a narrow terminal words fold, and numbers stay whole."""
    screen = Console(highlight=False)
    wide = screen.options.update(width=ANY)
    least = Measurement.get(screen, wide, _table(items, LEAST)).maximum
    width = max(screen.width, least)
    Console(highlight=False, width=width, soft_wrap=True).print(_table(items, None))


def _table(items: Sequence[Fused] | Sequence[Moved], most: int | None) -> Table:
    """most: so wide is a column of words at most."""
    moves = any(isinstance(row, Moved) for row in items)
    shown = Table(box=box.SIMPLE, pad_edge=False)
    shown.add_column("item", overflow="fold", max_width=most)
    words = any(isinstance(row.best, str) for row in items)
    for name in ("as of", "low", "best", "high") if moves else ("low", "best", "high", "chance"):
        if name == "best" and words:
            shown.add_column(name, justify="right", overflow="fold", max_width=most)
        else:
            shown.add_column(name, justify="right", no_wrap=True)
    shown.add_column("voices", justify="right", no_wrap=True)
    for row in items:
        ends = [_value(row.low), _value(row.best), _value(row.high)]
        ends = [row.as_of, *ends] if isinstance(row, Moved) else [*ends, f"{row.chance:.2f}"]
        # As Text: brackets in a table of the person's own are no markup.
        shown.add_row(*map(Text, (row.item, *ends, str(row.voices))))
    return shown


def _value(value: str | float | None) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    return value or ""
