"""`thirdhand judge`: say that two claims are of one happening, or of two."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

from typing import Annotated, Literal

import typer
from typer import Argument, Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.kept import Store, kept_at
from thirdhand.faces.cli.output import WrongError, one_line


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
    store: Store = None,
) -> None:
    """Judge whether two incident claims are of one happening. The next run follows it.

    A judgement outranks the rule that joins claims; "apart" outranks "same". The ids stand as
    "claims" in events.jsonl; its "figures" follow the incident that they stand beside.
    """
    with one_line():
        from thirdhand import flow
        from thirdhand.store import SqlStore

        with SqlStore.open(kept_at(case, store)) as kept:
            try:
                row = flow.judge(flow.Ruled(ruling, (one, other), by, because), kept)
            except flow.JudgementError as error:
                raise WrongError(str(error)) from None
    typer.echo(f"{ruling}: {row.named}; the next run follows it")
