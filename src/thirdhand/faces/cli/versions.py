"""`thirdhand versions`: what came under one address, and what changed in it."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer import Argument, Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.kept import Store, kept_at
from thirdhand.faces.cli.output import WrongError, one_line

if TYPE_CHECKING:
    from rich.text import Text

    from thirdhand.model import Edit, History, Revision, Version

# So many characters of the text stand before and behind what changed.
AROUND = 60


def versions(
    called: Annotated[
        str,
        Argument(
            metavar="ACCOUNT",
            help="Its address, its ref (the file's name without its ending), its path, or its id.",
        ),
    ],
    *,
    case: options.Case = None,
    store: Store = None,
    as_json: Annotated[bool, Option("--json", help="One JSON object, on standard output.")] = False,
) -> None:
    """List what came under one address, with its receipts, and what changed word by word."""
    with one_line():
        found = _found(called, kept_at(case, store))
    if as_json:
        typer.echo(json.dumps(_data(found), ensure_ascii=False))
    else:
        _show(found)


def _found(called: str, place: Path) -> "History":
    from thirdhand import flow
    from thirdhand.store import SqlStore

    try:
        with SqlStore.open(place) as kept:
            return flow.history(called, kept)
    except flow.UnknownAccountError as error:
        raise WrongError(f"{error} ({place})") from None


def _data(found: "History") -> dict[str, Any]:
    rows = []
    for version in found.versions:
        account = asdict(version.account)
        del account["text"]
        receipts = [asdict(row) for row in version.receipts]
        rows.append({**account, "version": version.account.version, "receipts": receipts})
    return {
        "name": found.name,
        "versions": rows,
        "changes": [asdict(step) for step in found.changes],
    }


def _show(found: "History") -> None:
    from rich.text import Text

    from thirdhand.faces.cli.tables import console

    screen, count = console(), len(found.versions)
    screen.print(Text(f"{found.name}: {count} {'version' if count == 1 else 'versions'}"))
    for number, version in enumerate(found.versions, 1):
        screen.print(Text(f"\n{number}  {_told(version)}"))
        for row in version.receipts:
            words = f"received {row.received} as {row.name} by {row.by} ({row.how})"
            screen.print(Text(f"   {words}"))
        if number > 1:
            _changes(found.changes[number - 2], found.versions[number - 2], version, screen.print)


def _told(version: "Version") -> str:
    account = version.account
    parts = (account.title, account.outlet, account.published or "undated", account.id[:12])
    return f"account {account.ref}: {', '.join(part for part in parts if part)}"


def _changes(step: "Revision", one: "Version", other: "Version", tell: Any) -> None:  # noqa: ANN401
    from rich.text import Text

    for row in step.known:
        tell(Text(f"   {row.what}: {row.before or 'none'} -> {row.now or 'none'}"))
    for edit in step.edits:
        tell(_line(edit, one.account.text, other.account.text))
    if not step.edits:
        tell(Text("   the same words"))


def _line(edit: "Edit", before: str, now: str) -> "Text":
    """The words that fell and those that came, marked as well where there are no colours."""
    from rich.text import Text

    start, end = edit.before.start, edit.now.end
    line = Text("   …")
    line.append(_flat(before[max(0, start - AROUND) : start]))
    if edit.before.text:
        line.append(f"[-{_flat(edit.before.text)}-]", "red strike")
    if edit.now.text:
        line.append(f"{{+{_flat(edit.now.text)}+}}", "green")
    line.append(f"{_flat(now[end : end + AROUND])}…")
    return line


def _flat(text: str) -> str:
    """On one line, without what would steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
