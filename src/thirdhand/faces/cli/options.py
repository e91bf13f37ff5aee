"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from thirdhand.model import Period


def _date(value: str | None) -> str | None:
    """The date as given. BadParameter where it is none."""
    if value is None:
        return None
    try:
        Period.parse(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is no date: {error}") from None
    if "/" in value:
        raise typer.BadParameter(f"{value!r} is no one date; write 2019, 2019-08 or 2019-08-12")
    return value


Paths = Annotated[list[Path], Argument(metavar="PATH...", help="Accounts: files, or folders.")]
Case = Annotated[
    Path | None, Option("--case", metavar="DIR", help="The folder that holds case.toml.")
]
Published = Annotated[
    str | None,
    Option(
        metavar="DATE",
        callback=_date,
        help="When every account here was published: 2019, 2019-08 or 2019-08-12.",
    ),
]
Publisher = Annotated[str | None, Option(metavar="NAME", help="Who published them.")]
Title = Annotated[str | None, Option(metavar="TEXT", help="Their title.")]
Url = Annotated[str | None, Option("--url", metavar="ADDRESS", help="Their web address.")]
Language = Annotated[str | None, Option(metavar="CODE", help="Their language: en, fr, ar.")]
