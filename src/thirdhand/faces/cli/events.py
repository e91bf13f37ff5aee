"""`thirdhand events`: which accounts tell of one happening."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

import json
from typing import Annotated

import typer
from typer import Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.output import one_line, tell, tell_issue
from thirdhand.model import EventGroup


def events(
    paths: options.Paths,
    *,
    as_json: Annotated[
        bool, Option("--json", help="One JSON object a group and line, on standard output.")
    ] = False,
    published: options.Published = None,
    publisher: options.Publisher = None,
) -> None:
    """Group the accounts that tell of one happening, and say why. Nothing is kept."""
    with one_line():
        from thirdhand import flow

        accounts, groups, issues = flow.events(paths, flow.Told(published, publisher))
    for issue in issues:
        tell_issue(issue)
    if not accounts:
        tell("nothing could be read")
        raise typer.Exit(2)
    for group in groups:
        typer.echo(_json(group) if as_json else f"{', '.join(group.accounts)}: {group.why}")
    if not groups and not as_json:
        typer.echo(f"no two of {len(accounts)} accounts tell of one happening")
    raise typer.Exit(1 if any(issue.severity != "note" for issue in issues) else 0)


def _json(group: EventGroup) -> str:
    row = {"accounts": group.accounts, "first": group.first, "why": group.why}
    return json.dumps(row, ensure_ascii=False)
