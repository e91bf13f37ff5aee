"""A store with some rows in every table, and hands that reach into it past the program."""

# ruff: noqa: S608 - the tables are those of the schema

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.store.made import BRIEF, FINDINGS, ISSUE, JUDGEMENT, TEXT, VIEW, read

from thirdhand.model import Account, Covered, Original, Receipt
from thirdhand.store import SqlStore

ROWS = 3


def received(number: int) -> tuple[Original, Account, Receipt]:
    """What arrived as file `number`, its account and its receipt."""
    data = f"file {number}: {TEXT}".encode()
    key, name = hashlib.sha256(data).hexdigest(), f"accounts/{number}.txt"
    row = Account(key, str(number), name, "The Post", None, None, "en", text=TEXT)
    told = ("text/plain", f"2026-11-2{number}T10:00:00Z", "run", "ann")
    receipt = Receipt(key, len(data), name, None, row.version, *told)
    return Original(key, len(data), name, data), row, receipt


def fill(place: Path) -> None:
    """Put three rows or more into every table, in three stages."""
    with SqlStore.open(place) as store:
        for number in range(ROWS):
            original, row, receipt = received(number)
            store.keep(original)
            with store.stage("ingest"):
                store.put_accounts([row])
                store.put_receipts([receipt])
                store.put_readings([(row.version, read(row))])
                store.put_judgements([replace(JUDGEMENT, id=f"j{number}")])
                store.put_issues([replace(ISSUE, id=f"i{number}")])
                store.put_brief(replace(BRIEF, id=f"b{number}"))
                store.put_run(Covered("riverbend", (row.version,), ()))
        with store.stage("corroborate"):
            store.replace_findings("riverbend", FINDINGS)
            store.replace_view("riverbend", VIEW)
            store.replace_view("hilltop", VIEW)


@contextmanager
def past_the_guards(place: Path) -> Iterator[sqlite3.Connection]:
    """The database without its triggers, which are there again afterwards."""
    with closing(sqlite3.connect(place)) as raw:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        guards = raw.execute(query).fetchall()
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER {name}")
        yield raw
        for _, sql in guards:
            raw.execute(sql)
        raw.commit()


def columns(raw: sqlite3.Connection, table: str) -> list[tuple[str, bool]]:
    """The columns of the table, and of each whether it is of its key."""
    found = raw.execute(f"PRAGMA table_info({table})").fetchall()
    return [(str(row[1]), bool(row[5])) for row in found]


def rowids(raw: sqlite3.Connection, table: str) -> list[int]:
    return [row for (row,) in raw.execute(f"SELECT rowid FROM {table} ORDER BY rowid")]


def put(raw: sqlite3.Connection, table: str, row: int, column: str, value: Any) -> None:
    raw.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (value, row))


def value(raw: sqlite3.Connection, table: str, row: int, column: str) -> Any:
    query = f'SELECT "{column}" FROM {table} WHERE rowid = ?'
    found = raw.execute(query, (row,)).fetchone()
    return found[0] if found else None


def other(was: Any) -> Any:
    """A value that differs in one bit, or is there where none was."""
    if was is None:
        return "x"
    if isinstance(was, int | float):
        return was + 1000
    data = was.encode() if isinstance(was, str) else bytes(was)
    middle = len(data) // 2
    changed = bytes([*data[:middle], data[middle] ^ 1, *data[middle + 1 :]])
    return changed.decode() if isinstance(was, str) else changed


def another(was: Any) -> Any:
    return was + 1000 if isinstance(was, int) else f"{was}x"


def edit(raw: sqlite3.Connection, table: str) -> None:
    row, name = rowids(raw, table)[1], columns(raw, table)[-1][0]
    put(raw, table, row, name, other(value(raw, table, row, name)))


def remove(raw: sqlite3.Connection, table: str) -> None:
    raw.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowids(raw, table)[1],))


def empty(raw: sqlite3.Connection, table: str) -> None:
    raw.execute(f"DELETE FROM {table}")


def swap(raw: sqlite3.Connection, table: str) -> None:
    """Have two rows stand under each other's key."""
    one, two = rowids(raw, table)[:2]
    for name, key in columns(raw, table):
        if not key and not (name == "id" and table == "judgement"):
            first, second = (value(raw, table, row, name) for row in (one, two))
            put(raw, table, one, name, second)
            put(raw, table, two, name, first)


def add(raw: sqlite3.Connection, table: str) -> None:
    """Insert a row that is like another one, but for its key."""
    names = [name for name, _ in columns(raw, table)]
    row = rowids(raw, table)[0]
    unique = {name for name, key in columns(raw, table) if key} | {"id"} & {*names}
    values = [value(raw, table, row, name) for name in names]
    values = [another(v) if n in unique else v for n, v in zip(names, values, strict=True)]
    told = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" for _ in names)
    raw.execute(f"INSERT INTO {table} ({told}) VALUES ({marks})", values)


HANDS: dict[str, Callable[[sqlite3.Connection, str], None]] = {
    "edit": edit,
    "remove": remove,
    "empty": empty,
    "swap": swap,
    "add": add,
}
