"""The files of a run: which accounts go in, and lines that are written whole or not at all."""

import csv
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from thirdhand.model import Account, Issue, TableError, content_id
from thirdhand.schema import to_json

STAGES = ("ingest", "read", "corroborate", "visibility", "brief")
PAGES = frozenset((".html", ".json"))
# What a brief says of itself near its start, wherever it lies and whatever it is called.
MARKS = (b'<meta name="generator" content="thirdhand', b'"generator": "thirdhand"')
HEAD = 512


def not_ours(found: Iterable[Path | Issue]) -> Iterator[Path | Issue]:
    """All that was found but briefs of earlier runs.

    A brief is no account: taken in, it would stand as one more voice for all that it repeats.
    """
    for item in found:
        if isinstance(item, Path) and _ours(item):
            yield _note("own-output", str(item), "passed over: an earlier run wrote it")
        else:
            yield item


def one_each(accounts: Iterable[Account]) -> tuple[list[Account], list[Issue]]:
    """Each account once, by date and ref; and a note for each that came again.

    Two accounts of one ref are kept; a note says so, because groups of copies name refs.
    """
    first: dict[str, Account] = {}
    named: dict[str, Account] = {}
    notes: list[Issue] = []
    for account in accounts:
        if account.id in first:
            same = first[account.id].path
            if account.path != same:
                why = f"the same bytes as {same}; taken once"
                notes.append(_note("same-file", account.path, why))
            continue
        first[account.id] = account
        if account.ref in named:
            other = named[account.ref].path
            why = f"has the name {account.ref!r}, as {other} does; rename one to tell them apart"
            notes.append(_note("same-ref", account.path, why))
        named.setdefault(account.ref, account)
    return sorted(first.values(), key=lambda a: (a.published or "", a.ref, a.id)), notes


def in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Each problem once, by stage and place."""
    each = {issue.id: issue for issue in issues}
    return tuple(
        sorted(each.values(), key=lambda i: (STAGES.index(i.stage), i.where, i.code, i.id))
    )


def write_lines(path: Path, rows: Iterable[object]) -> Path:
    """One JSON object a line, at `path` only once all are written. OSError where it cannot be."""
    beside = path.with_name(f".{path.name}.tmp")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{to_json(row)}\n" for row in rows)
        file.flush()
        os.fsync(file.fileno())
    return beside.replace(path)


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a header, each by the names of its columns.

    OSError where it cannot be opened, TableError where it is no such table.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            names = [name.strip() for name in next(csv.reader(file, strict=True), ())]
            rows = list(csv.DictReader(file, names, strict=True))
        except (csv.Error, UnicodeDecodeError) as error:
            raise TableError(f"{path} is no CSV table in UTF-8: {error}") from None
    if not names:
        raise TableError(f"{path} is empty: the first line has to name the columns")
    if len(set(names)) < len(names):
        raise TableError(f"{path} has two columns of one name; rename one")
    for row in rows:
        if None in row or None in row.values():
            at = rows.index(row) + 2
            raise TableError(f"{path}, line {at}: has not as many fields as the header")
    return rows


def _ours(path: Path) -> bool:
    """False as well for what cannot be opened: the next stage says what is wrong with it."""
    if path.suffix.lower() not in PAGES:
        return False
    try:
        # Only a plain file: a pipe would wait for somebody to write.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError):
        return False
    return any(mark in head for mark in MARKS)


def _note(code: str, where: str, reason: str) -> Issue:
    key = content_id("issue", "ingest", code, where, reason)
    return Issue(key, "ingest", code, "note", where, reason)
