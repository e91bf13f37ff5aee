"""A sheet to be filled in: a line for each account that lacks a date or a publisher."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from thirdhand.ingest.about import FILE, REMARKS, TELLS, Table, whole
from thirdhand.ingest.dates import date_seen
from thirdhand.model import Account

COLUMNS = (FILE, *TELLS, "known", "seen")
NOTHING = Table(COLUMNS, (), ",")
# What a spreadsheet would take for a formula, if a name began so.
FORMULA = ("=", "+", "-", "@")


def blank(accounts: Iterable[Account], folder: Path, held: Table = NOTHING) -> Iterator[list[str]]:
    """The rows of the sheet, its header first: those of `held`, then what is lacking.

    folder: where the sheet will lie. What is known stands in a remark: written in its own cell it
    would be told by a person. seen: a date in the text, which may be of anything.
    """
    header = (*held.header, *(name for name in COLUMNS if name not in held.header))
    yield list(header)
    there = set()
    for _, cells in held.rows:
        row = dict(zip(held.header, cells, strict=False))
        there.add(whole(folder / row[FILE]))
        yield [row.get(name, "") for name in header]
    for account in accounts:
        lacks = account.published is None or account.publisher is None
        if lacks and whole(account.path) not in there:
            row = _row(account, folder)
            yield [row.get(name, "") for name in header]


def _row(account: Account, folder: Path) -> dict[str, str]:
    file = os.path.relpath(os.path.abspath(account.path), os.path.abspath(folder))  # noqa: PTH100
    known = (
        ("published", account.published),
        ("publisher", account.publisher),
        ("title", account.title),
    )
    return {
        FILE: f"./{file}" if file.startswith(FORMULA) else file,
        REMARKS[0]: "; ".join(f"{name}: {' '.join(told.split())}" for name, told in known if told),
        REMARKS[1]: "" if account.published else date_seen(account.text) or "",
    }
