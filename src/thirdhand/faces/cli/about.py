"""`thirdhand about`: a sheet to be filled in, of accounts that lack a date or a publisher."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

import csv
import sys
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.bars import progress
from thirdhand.faces.cli.output import WrongError, one_line, tell, tell_issue


def about(
    paths: options.Paths,
    *,
    out: Annotated[
        Path | None,
        Option(
            "-o",
            "--out",
            metavar="FILE",
            dir_okay=False,
            help="Write it there, as PATH/about.csv; the lines that stand there stay. Else it is "
            "printed.",
        ),
    ] = None,
    quiet: options.Quiet = False,
) -> None:
    """Make a sheet (CSV) to be filled in: a line for each account without date or publisher."""
    with one_line():
        from thirdhand import flow

        try:
            with progress(quiet=quiet) as draw:
                rows, taken, issues = flow.about(paths, out, draw)
        except flow.SheetError as error:
            raise WrongError(f"{out}: {error}") from error
        for issue in issues:
            if issue.severity == "error":
                tell_issue(issue)
        if not taken:
            tell("nothing could be read")
            raise typer.Exit(2)
        if out is None:
            csv.writer(sys.stdout, lineterminator="\n").writerows(rows)
    where = out or flow.lies(paths) / "about.csv"
    tell(
        f"{len(rows) - 1} lines; fill in what you know and leave the rest empty"
        + ("" if out else f"; keep it as {where}")
    )
    raise typer.Exit(1 if any(issue.severity == "error" for issue in issues) else 0)
