"""`thirdhand read`: what each account says, and who says it."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.output import one_line, tell, tell_issue
from thirdhand.model import Account, Issue, Plan, Reading


def read(
    paths: options.Paths,
    *,
    as_json: Annotated[
        bool, Option("--json", help="One JSON object an account and line, on standard output.")
    ] = False,
    with_text: Annotated[
        bool, Option("--with-text", help="With --json: the account's text, which spans index.")
    ] = False,
    published: options.Published = None,
    publisher: options.Publisher = None,
    title: options.Title = None,
    url: options.Url = None,
    language: options.Language = None,
    case: options.Case = None,
) -> None:
    """Read accounts and say what each one claims. Nothing is kept; a case helps, none is needed."""
    with one_line():
        from thirdhand import flow
        from thirdhand.schema import reading_line, to_json

        told = flow.Told(published, publisher, title, url, language)
        accounts = problems = 0
        for row in flow.read(paths, told, _plan(case, paths)):
            if isinstance(row, Issue):
                tell_issue(row)
                problems += row.severity != "note"
                continue
            account, reading = row
            accounts += 1
            if as_json:
                typer.echo(to_json(reading_line(account, reading, text=with_text)))
            else:
                _show(account, reading)
            for issue in reading.issues:
                tell_issue(issue)
                problems += issue.severity != "note"
    if not accounts:
        tell("nothing could be read")
        raise typer.Exit(2)
    raise typer.Exit(1 if problems else 0)


def _plan(folder: Path | None, paths: list[Path]) -> Plan:
    from thirdhand.case import NOTHING, nearest, open_case

    case = open_case(folder) if folder else nearest(paths, Path.cwd())
    return case.plan if case else NOTHING


def _show(account: Account, reading: Reading) -> None:
    from thirdhand.faces.cli.tables import claims_table, console

    console().print(claims_table(account, reading))
