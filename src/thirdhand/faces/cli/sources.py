"""`thirdhand sources`: who published the accounts of a case, and who of them is not registered."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.kept import Store, kept_at
from thirdhand.faces.cli.output import WrongError, one_line, tell, tell_issue
from thirdhand.model import Issue, Listed, Plan

Lines = tuple[tuple[Listed, ...], tuple[Issue, ...]]


def sources(
    paths: Annotated[
        list[Path] | None,
        Argument(metavar="[PATH...]", help="Accounts; left out: those of the case's last runs."),
    ] = None,
    *,
    as_json: Annotated[
        bool, Option("--json", help="One JSON object a source and line, on standard output.")
    ] = False,
    as_toml: Annotated[
        bool,
        Option("--toml", help="Only the blocks of those not in the case: for its sources.toml."),
    ] = False,
    about: options.About = None,
    case: options.Case = None,
    store: Store = None,
) -> None:
    """List the sources of a case: who they are, how often and when heard, and who is missing."""
    if as_json and as_toml:
        raise WrongError("--json and --toml do not go together; take one out")
    with one_line():
        lines, problems = _listed(paths or [], about, case, store)
    for problem in problems:
        tell_issue(problem)
    if not lines:
        tell("no source is registered and no account could be read")
        raise typer.Exit(2)
    if as_json:
        _json(lines)
    elif as_toml:
        typer.echo("\n".join(line.block for line in lines if line.block), nl=False)
    else:
        _table(lines)
    raise typer.Exit(1 if any(problem.severity != "note" for problem in problems) else 0)


def _listed(
    paths: list[Path], about: Path | None, folder: Path | None, store: Path | None
) -> Lines:
    from thirdhand import flow
    from thirdhand.store import SqlStore

    if paths:
        return flow.sources(paths, _plan(folder, paths), flow.Told(about=about))
    with SqlStore.open(kept_at(folder, store)) as kept:
        return flow.sources(kept, _case(folder))


def _plan(folder: Path | None, paths: list[Path]) -> Plan:
    from thirdhand.case import NOTHING, nearest, open_case

    found = open_case(folder) if folder else nearest(paths, Path.cwd())
    return found.plan if found else NOTHING


def _case(folder: Path | None) -> Plan:
    from thirdhand.case import around, open_case

    return (open_case(folder) if folder else around(Path.cwd())).plan


def _json(lines: Sequence[Listed]) -> None:
    from thirdhand.schema import to_json

    for line in lines:
        typer.echo(to_json(line))


def _table(lines: Sequence[Listed]) -> None:
    from thirdhand.faces.cli.tables import console, sources_table

    heard = [line for line in lines if line.accounts]
    console().print(sources_table(heard))
    if silent := [line.name for line in lines if not line.accounts]:
        typer.echo(f"registered, and no account is by them: {', '.join(silent)}")
    strange = [line for line in heard if line.known != "case"]
    for line in strange:
        if line.nearest:
            typer.echo(f"{line.name} may be {' or '.join(line.nearest)}: add it to their aliases")
    if strange:
        tell(
            f"{len(strange)} of these are not in the case; their blocks for sources.toml, to be "
            "looked through: thirdhand sources --toml"
        )
