"""`thirdhand judge`: say that two claims are of one happening, or of two."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer import Argument, Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.output import WrongError, one_line

if TYPE_CHECKING:
    from thirdhand.model import Judgement
    from thirdhand.store import Store

# A shorter beginning of an id is a slip.
SHORTEST = 8


def judge(
    ruling: Annotated[
        Literal["same", "apart", "revoke"],
        Argument(metavar="same|apart|revoke", help="One happening, two, or take it back."),
    ],
    one: Annotated[
        str, Argument(metavar="CLAIM", help="A claim's id, or its first 8 letters or more.")
    ],
    other: Annotated[str, Argument(metavar="CLAIM", help="The other claim's.")],
    *,
    by: Annotated[str, Option(metavar="NAME", help="Who judges.")],
    because: Annotated[str, Option(metavar="TEXT", help="Why.")],
    case: options.Case = None,
    store: Annotated[
        Path | None, Option(metavar="FILE", help="The store; else thirdhand.db in the case.")
    ] = None,
) -> None:
    """Judge whether two incident claims are of one happening. The next run follows it.

    A judgement outranks the rule that joins claims; "apart" outranks "same". The ids stand as
    "claims" in events.jsonl; its "figures" follow the incident that they stand beside.
    """
    if not by.strip() or not because.strip():
        raise WrongError("--by and --because need words: a judgement has a name and a reason")
    with one_line():
        from thirdhand.model import Judgement, in_force
        from thirdhand.store import SqlStore

        place = store or _store(case)
        if not place.is_file():
            raise WrongError(f"{place}: no store; 'thirdhand run' makes it")
        with SqlStore.open(place) as kept:
            pair = (_claim(one, kept), _claim(other, kept))
            if ruling != "revoke":
                _incidents(pair, kept)
            made = datetime.now(UTC).isoformat(timespec="microseconds")
            try:
                row = Judgement.of(ruling, pair, by.strip(), made, because.strip())
            except ValueError as error:
                raise WrongError(str(error)) from error
            standing = {judged.claims for judged in in_force(kept.judgements())}
            if ruling == "revoke" and row.claims not in standing:
                raise WrongError(f"nothing to take back: no judgement of {_both(row)} stands")
            with kept.stage("judge"):
                kept.put_judgements([row])
    typer.echo(f"{ruling}: {_both(row)}; the next run follows it")


def _both(row: "Judgement") -> str:
    return " and ".join(claim[:12] for claim in row.claims)


def _store(folder: Path | None) -> Path:
    from thirdhand.case import nearest, open_case

    found = open_case(folder) if folder else nearest([], Path.cwd())
    if found is None:
        raise WrongError("no case.toml here; --case DIR names its folder, --store FILE the store")
    return found.store


def _claim(prefix: str, store: "Store") -> str:
    """The claim whose id begins so."""
    if len(prefix) < SHORTEST:
        raise WrongError(f"{prefix!r} is too short for a claim; give {SHORTEST} letters of its id")
    found = [row.id for row in store.find(prefix) if row.kind == "claim"]
    if len(found) != 1:
        how = "no claim begins" if not found else f"{len(found)} claims begin"
        raise WrongError(f"{how} with {prefix!r}; the ids stand in claims.jsonl")
    return found[0]


def _incidents(pair: tuple[str, str], store: "Store") -> None:
    """WrongError where one of them is a claim that no happening is made of."""
    for claim in store.claims(pair):
        if claim.kind != "incident":
            raise WrongError(
                f"{claim.id[:12]} is a {claim.kind} claim: only incident claims are judged,"
                ' those that stand as "claims" in events.jsonl'
            )
