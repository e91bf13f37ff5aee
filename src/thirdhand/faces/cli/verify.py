"""`thirdhand verify`: prove the store whole, or name what is not."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.kept import Store, kept_at
from thirdhand.faces.cli.output import WrongError, one_line

if TYPE_CHECKING:
    from thirdhand.model import Flaw, Proof

# A shorter beginning of a head is a slip. So many flaws of one kind and place have a line.
SHORTEST = 12
LISTED = 20


def verify(
    *,
    head: Annotated[
        list[str] | None,
        Option(
            metavar="HASH",
            help="Prove that the log still holds this head, printed earlier. May be repeated.",
        ),
    ] = None,
    case: options.Case = None,
    store: Store = None,
    as_json: Annotated[bool, Option("--json", help="One JSON object, on standard output.")] = False,
    quiet: Annotated[bool, Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """Look the store through for what is not as it was kept: rows, originals and the log itself.

    Exit code 1 where something is wrong. Keep the head that it prints where nobody who could change
    the store can reach it.
    """
    heads = head or []
    if short := next((h for h in heads if len(h.strip()) < SHORTEST), None):
        raise WrongError(
            f"{short!r} is too short for a head: give {SHORTEST} letters or more of it"
        )
    with one_line():
        place = kept_at(case, store)
        found = _looked_through(place, heads, quiet=quiet or as_json)
    if as_json:
        typer.echo(json.dumps({"whole": found.whole, **asdict(found)}, ensure_ascii=False))
    else:
        _tell(found, place)
    raise typer.Exit(0 if found.whole else 1)


def _looked_through(place: Path, heads: list[str], *, quiet: bool) -> "Proof":
    from thirdhand.faces.cli.bars import progress
    from thirdhand.store import SqlStore

    with SqlStore.open(place) as kept, progress(quiet=quiet) as draw:
        return kept.verify(heads, draw)


def _tell(found: "Proof", place: Path) -> None:
    shown: Counter[tuple[str, str]] = Counter()
    for flaw in found.flaws:
        shown[flaw.kind, flaw.where] += 1
        if shown[flaw.kind, flaw.where] <= LISTED:
            typer.echo(_line(flaw))
    for (kind, where), number in shown.items():
        if number > LISTED:
            typer.echo(f"{kind}: {where}: {number - LISTED:,} more; --json lists them")
    for note in found.notes:
        typer.echo(f"note: {note}")
    rows = sum(number for _, number in found.rows)
    looked = f"{rows:,} rows, {found.originals:,} originals, {found.entries:,} entries of the log"
    wrong = len(found.flaws)
    told = "whole" if found.whole else f"not whole, {wrong:,} {'flaw' if wrong == 1 else 'flaws'}"
    typer.echo(f"{place}: {told}: {looked}")
    if found.head:
        typer.echo(f"head {found.head} after entry {found.entries:,}")


def _line(flaw: "Flaw") -> str:
    told = " ".join(f"{flaw.kind}: {flaw.where}: {flaw.row}: {flaw.why}".split())
    # A row that was tampered with may hold what would steer a terminal.
    return "".join(letter if letter.isprintable() else "?" for letter in told)
