"""`thirdhand explain`: how a figure and its grade came to be."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.kept import Store, kept_at
from thirdhand.faces.cli.output import WrongError, one_line

if TYPE_CHECKING:
    from thirdhand.model import Explanation

# Shorter beginnings of an id fit too many rows.
SHORTEST = 4


def explain(
    ident: Annotated[
        str, Argument(metavar="ID", help="The id of a row, or how it begins (4 letters or more).")
    ],
    *,
    case: options.Case = None,
    store: Store = None,
    as_json: Annotated[bool, Option("--json", help="One JSON object, on standard output.")] = False,
) -> None:
    """Show the claims behind any row of a run that has an id, and the steps to it.

    A row is a claim, assessment, estimate, event, balance, total, contradiction, gap, alarm,
    question or problem.
    """
    prefix = ident.strip().lower()
    if len(prefix) < SHORTEST:
        raise WrongError(f"{ident!r} is too short for an id: give {SHORTEST} letters or more of it")
    with one_line():
        found = _explained(prefix, kept_at(case, store))
    if as_json:
        from thirdhand.schema import to_json

        typer.echo(to_json(found))
    else:
        from thirdhand.faces.cli.explained import show

        show(found)


def _explained(prefix: str, place: Path) -> "Explanation":
    from thirdhand import flow
    from thirdhand.store import SqlStore

    try:
        with SqlStore.open(place) as kept:
            return flow.explain(prefix, kept)
    except flow.UnknownIdError as error:
        raise WrongError(f"{error} ({place})") from None
    except flow.AmbiguousIdError as error:
        for row in error.rows:
            typer.echo(f"{row.id[:16]}  {row.kind}: {row.title}", err=True)
        raise WrongError(str(error)) from None
