"""Groups of accounts on standard output, for `copies` and `events`."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer
from typer import Option

from thirdhand.faces.cli.output import tell, tell_issue
from thirdhand.model import Account, AccountGroup, Issue

AsJson = Annotated[
    bool, Option("--json", help="One JSON object a group and line, on standard output.")
]


def show(
    accounts: Sequence[Account],
    groups: Sequence[AccountGroup],
    issues: Sequence[Issue],
    *,
    as_json: bool,
    none: str,
) -> typer.Exit:
    """Print the groups, the problems to the side, and give the exit that tells how it went.

    none: what is said where no two accounts are together ("share text or origin").
    """
    for issue in issues:
        tell_issue(issue)
    if not accounts:
        tell("nothing could be read")
        return typer.Exit(2)
    for group in groups:
        typer.echo(_json(group) if as_json else f"{', '.join(group.accounts)}: {group.why}")
    if not groups and not as_json:
        typer.echo(f"no two of {len(accounts)} accounts {none}")
    return typer.Exit(1 if any(issue.severity != "note" for issue in issues) else 0)


def _json(group: AccountGroup) -> str:
    row = {"accounts": group.accounts, "first": group.first, "why": group.why}
    return json.dumps(row, ensure_ascii=False)
