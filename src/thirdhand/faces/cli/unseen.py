"""`thirdhand unseen`: how many cases no list names."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from thirdhand.faces.cli.output import WrongError, one_line
from thirdhand.model import TableError, Unseen

MOST = 1_000_000


def unseen(
    table: Annotated[
        Path,
        Argument(metavar="HISTORIES.csv", help="One 0/1 column a list, and a count column."),
    ],
    *,
    as_json: Annotated[bool, Option("--json", help="One JSON object, on standard output.")] = False,
    prior: Annotated[
        float | None,
        Option(metavar="P", help="Weight of each cell before any data; by default 2^-lists."),
    ] = None,
    most: Annotated[
        int, Option("--max-unseen", metavar="N", min=1, max=MOST, help="So many unseen at most.")
    ] = 20_000,
) -> None:
    """Estimate how many cases no list names, from how two to five lists overlap."""
    if prior is not None and not 0 < prior < float("inf"):
        raise WrongError(f"--prior is {prior}; it has to be above 0")
    with one_line():
        from thirdhand import flow

        try:
            found = flow.unseen(table, prior, most)
        except TableError as error:
            raise WrongError(str(error)) from None
    typer.echo(json.dumps(asdict(found), ensure_ascii=False) if as_json else _told(found))
    raise typer.Exit(0 if found.mean is not None else 1)


def _told(found: Unseen) -> str:
    if found.median is None or found.low is None:
        return f"cannot be estimated: {found.reason}; {found.observed:,} are listed"
    if found.high is None:
        return (
            f"at least {found.low:,.0f} in all (95 %), best bound {found.median:,.0f};"
            f" {found.observed:,} are listed; {found.reason}"
        )
    return (
        f"probably {found.median:,.0f} in all ({found.low:,.0f} to {found.high:,.0f}, 95 %);"
        f" {found.observed:,} are listed; {found.models} models averaged"
        f"{'; ' if found.reason else ''}{found.reason}"
    )
