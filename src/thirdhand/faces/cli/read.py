"""`thirdhand read`: what each account says, and who says it."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.output import WrongError, one_line, tell, tell_issue
from thirdhand.model import Account, Issue, Plan, Reading

Show = Callable[[Account, Reading], None]


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
    about: options.About = None,
    title: options.Title = None,
    url: options.Url = None,
    language: options.Language = None,
    processes: options.Processes = None,
    case: options.Case = None,
) -> None:
    """Read accounts and say what each one claims. Nothing is kept; a case helps, none is needed."""
    with one_line():
        plan = _plan(case, paths)
        from thirdhand import flow

        told = flow.Told(published, publisher, title, url, language, about=about)
        show = _json(with_text=with_text) if as_json else _table
        try:
            accounts, problems = _each(flow.read(paths, told, plan, processes), show)
        except (flow.NoPipeline, flow.LostReader) as error:
            raise WrongError(str(error)) from error
    if not accounts:
        tell("nothing could be read")
        raise typer.Exit(2)
    raise typer.Exit(1 if problems else 0)


def _plan(folder: Path | None, paths: list[Path]) -> Plan:
    from thirdhand.case import NOTHING, nearest, open_case

    case = open_case(folder) if folder else nearest(paths, Path.cwd())
    return case.plan if case else NOTHING


def _each(rows: Iterable[Issue | tuple[Account, Reading]], show: Show) -> tuple[int, int]:
    """Show each reading and tell each problem as it comes: how many accounts, how many problems."""
    accounts = problems = 0
    for row in rows:
        issues: tuple[Issue, ...] = (row,) if isinstance(row, Issue) else row[1].issues
        if not isinstance(row, Issue):
            accounts += 1
            show(*row)
        for issue in issues:
            tell_issue(issue)
            problems += issue.severity != "note"
    return accounts, problems


def _json(*, with_text: bool) -> Show:
    from thirdhand.schema import reading_line, to_json

    def show(account: Account, reading: Reading) -> None:
        typer.echo(to_json(reading_line(account, reading, text=with_text)))

    return show


def _table(account: Account, reading: Reading) -> None:
    from thirdhand.faces.cli.tables import claims_table, console

    console().print(claims_table(account, reading))
