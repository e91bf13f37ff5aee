"""Options that several commands share."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from thirdhand.model import Audience, Period, Window
from thirdhand.model.account import Sensitivity


class Format(StrEnum):
    """What a brief can be written as."""

    HTML = "html"
    JSON = "json"
    PDF = "pdf"
    DOCX = "docx"
    MD = "md"
    ALL = "all"


FIRST_YEAR, LAST_YEAR = 1900, 2100


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
    if not FIRST_YEAR <= int(value.strip()[:4]) <= LAST_YEAR:
        raise typer.BadParameter(f"{value!r} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return value


def _code(value: str | None) -> str | None:
    """The language as given. BadParameter where it is no code of two letters ("en", "en-GB")."""
    if value is not None and not re.fullmatch(r"[A-Za-z]{2}([-_][\w-]+)?", value.strip()):
        raise typer.BadParameter(f"{value!r} is no language code; write en, fr, ar")
    return value


def _dashed(told: str) -> str:
    """The reason with the names of the options as they are typed."""
    return re.sub(r"\b(since|until|as-of) (?=\d)", r"--\1 ", told)


def window(since: str | None, until: str | None, as_of: str | None) -> Window:
    """The window of the three dates. BadParameter where they leave no day between them."""
    try:
        return Window.parse(since, until, as_of)
    except ValueError as error:
        raise typer.BadParameter(_dashed(str(error))) from None


def formats(told: list[Format] | None) -> tuple[str, ...]:
    """The formats of the pages: html and json always, then those asked for."""
    asked = dict.fromkeys(("html", "json", *(f.value for f in told or ())))
    each = (f.value for f in Format if f is not Format.ALL)
    return tuple(name for name in each if name in asked or Format.ALL in asked)


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
About = Annotated[
    Path | None,
    Option(
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="A sheet that dates and names single files: about.csv in a folder of PATH serves by "
        "itself; 'thirdhand about' makes one.",
    ),
]
Title = Annotated[str | None, Option(metavar="TEXT", help="Their title.")]
Url = Annotated[str | None, Option("--url", metavar="ADDRESS", help="Their web address.")]
Processes = Annotated[
    int | None,
    Option(
        metavar="N",
        min=1,
        max=64,
        help="Read in N processes at once; else in one, or as many as there are cores where there "
        "is much to read.",
    ),
]
Language = Annotated[
    str | None, Option(metavar="CODE", callback=_code, help="Their language: en, fr, ar.")
]
Seal = Annotated[
    Sensitivity | None,
    Option(
        "--sensitivity",
        help="Who may see them, where a file does not say so itself or says less: restricted is "
        "for partners, confidential for nobody outside.",
    ),
]
By = Annotated[
    str,
    Option(
        "--by",
        metavar="NAME",
        help="Who takes them in, for their receipts; else the user of this machine. It stays in "
        "the store: an office will do.",
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    Option(
        metavar="DATE",
        callback=_date,
        help="Speak of the time from this day on: 2019, 2019-08 (from 1 August) or 2019-08-12.",
    ),
]
Until = Annotated[
    str | None,
    Option(
        metavar="DATE",
        callback=_date,
        help="Speak of the time up to this day: 2019, 2019-08 (to 31 August) or 2019-08-12.",
    ),
]
AsOf = Annotated[
    str | None,
    Option(
        "--as-of",
        metavar="DATE",
        callback=_date,
        help="Use only what was published by this day: the brief as it could have been then.",
    ),
]
For = Annotated[
    Audience,
    Option(
        "--audience",
        help="Who will read it: internal shows all; for partners and public, persons are masked "
        "and sealed accounts left out.",
    ),
]
To = Annotated[
    list[Format] | None,
    Option(
        "--to",
        metavar="FORMAT",
        help="Write it as pdf, docx, md or all of them as well; html and json always. May be "
        "repeated.",
    ),
]
Store = Annotated[
    Path | None, Option(metavar="FILE", help="The store; else thirdhand.db in the case.")
]
AsJson = Annotated[bool, Option("--json", help="Print the closing figures as JSON.")]
Quiet = Annotated[bool, Option("--quiet", "-q", help="No progress and no table.")]
