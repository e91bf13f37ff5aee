"""A digest of each row: what the log holds of it. The form is fixed and needs SHA-256 alone."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Table, type_coerce
from sqlalchemy.types import NullType

from thirdhand.store.tables import DERIVED

Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sealed:
    """A row by its key, and the SHA-256 (hex) of its columns."""

    key: str
    digest: str


def sealed(table: Table, row: Columns) -> Sealed:
    """The row as the log names it."""
    return Sealed(key_of(table, row), digest_of(table, row))


def as_stored(column: Any) -> Any:  # noqa: ANN401 - SQLAlchemy has no common type for them
    """The column, its values as the database gives them: a damaged one stops nothing."""
    if not isinstance(column.type, JSON):
        return column
    return type_coerce(column, NullType()).label(column.name)


def key_of(table: Table, row: Columns) -> str:
    """The primary key in words; of a derived row without its site."""
    return " ".join(str(row[name]) for name in _shape(table)[0])


def digest_of(table: Table, row: Columns) -> str:
    """SHA-256 (hex) over the name of the table and, by name, each column that holds a value.

    A column is its name, a zero byte, what its value is (b: bytes, n: a number, s: text in UTF-8),
    its length in bytes, a colon and the bytes. A column that is added later and holds nothing
    changes no digest.
    """
    parts = [table.name.encode()]
    for name, encoded, json in _shape(table)[1]:
        value = row.get(name)
        if value is not None:
            mark, data = _bytes(value, json)
            parts += (encoded, mark, b"%d:" % len(data), data)
    return hashlib.sha256(b"".join(parts)).hexdigest()


def whole(rows: Iterable[Sealed]) -> str:
    """One digest of all the rows, in their order."""
    told = "\n".join(f"{row.digest} {row.key}" for row in rows)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


# The names of the key; of each column, by name, its name, the same in bytes, and if it is JSON.
_Shape = tuple[list[str], list[tuple[str, bytes, bool]]]
_SHAPES: dict[str, _Shape] = {}


def _shape(table: Table) -> _Shape:
    # To ask SQLAlchemy for it costs more than to hash a row.
    name = table.name
    if name not in _SHAPES:
        columns = sorted(table.columns, key=lambda column: column.name)
        each = [(c.name, c.name.encode() + b"\0", isinstance(c.type, JSON)) for c in columns]
        key = [c.name for c in table.primary_key]
        _SHAPES[name] = [n for n in key if not (table is DERIVED and n == "site")], each
    return _SHAPES[name]


def _bytes(value: str | bytes | float, json: bool) -> tuple[bytes, bytes]:
    if isinstance(value, bytes):
        return b"b", value
    if isinstance(value, str):
        if json and value[:1] not in '{["tfn' and (found := _number(value)) is not None:
            return b"n", found
        return b"s", value.encode("utf-8", "surrogatepass")
    return b"n", repr(float(value)).encode() if json else str(value).encode()


def _number(text: str) -> bytes | None:
    # SQLite keeps a JSON value that is a number as one, and may write it otherwise.
    try:
        return repr(float(text)).encode()
    except ValueError:
        return None
