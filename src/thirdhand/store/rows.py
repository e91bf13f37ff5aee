"""Frozen rows to columns and back."""

import dataclasses
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_type_hints

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError, to_json

from thirdhand.model import (
    Account,
    Claim,
    Covered,
    Findings,
    Issue,
    Judgement,
    Reading,
    Receipt,
    Snapshot,
    View,
)
from thirdhand.store.tables import FOREVER, WHOLE

Columns = dict[str, Any]
T = TypeVar("T")
# A type, or a form such as tuple[str, str], which has no static type of its own.
Form: TypeAlias = Any

# Rows that are only ever read all together lie so many in one.
PACKED = 500

# Building an adapter is slow, using one is quick.
_ADAPTERS: dict[Form, TypeAdapter[Any]] = {}


def _adapter(kind: Form) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


class Body(str):
    """JSON that is written already."""

    __slots__ = ()


def dump(row: object) -> Body:
    """`row` as JSON, its members by their names."""
    try:
        return Body(to_json(row).decode())
    except PydanticSerializationError:
        # Half a surrogate pair cannot be UTF-8; JSON has an escape for it.
        return Body(json.dumps(_adapter(type(row)).dump_python(row, mode="json")))


def written(value: object) -> str:
    """A JSON value as it goes into a column."""
    return value if isinstance(value, Body) else json.dumps(value)


def as_written(text: str | bytes | float) -> str:
    """A JSON value as it comes out of a column: `load` reads it."""
    # SQLite gives back a number that stands alone as a number.
    return text.decode() if isinstance(text, bytes) else str(text)


def load(kind: type[T], body: str) -> T:
    """The row of type `kind` that `dump` made `body` of."""
    if "\\ud" in body:
        return cast(T, _adapter(kind).validate_python(json.loads(body)))
    return cast(T, _adapter(kind).validate_json(body))


def account(row: Account) -> Columns:
    """The columns of one version of an account."""
    return {
        "version": row.version,
        "id": row.id,
        "published": row.published,
        "publisher": row.publisher,
        "body": dump(row),
    }


def receipt(row: Receipt) -> Columns:
    """The columns of a receipt; its number comes with the row."""
    return {
        "original": row.original,
        "version": row.version,
        "name": row.name,
        "body": dump(row),
    }


def reading(version: str, row: Reading) -> Columns:
    """The columns of a reading; its claims go to their own table."""
    return {
        "id": row.id,
        "version": version,
        "reader": row.reader,
        "account": row.account,
        "body": dump(dataclasses.replace(row, claims=())),
    }


def reading_of(body: str, claims: tuple[Claim, ...]) -> Reading:
    """The reading again, from its own body and its claims in order."""
    return dataclasses.replace(load(Reading, body), claims=claims)


def claims(row: Reading) -> Iterator[Columns]:
    """The columns of each claim of a reading."""
    for position, claim in enumerate(row.claims):
        yield {"reading": row.id, "position": position, **_claim(claim)}


def _claim(row: Claim) -> Columns:
    return {
        "id": row.id,
        "account": row.account,
        "kind": row.kind,
        "indicator": row.indicator,
        "site": row.site,
        "start": row.period.start if row.period else None,
        "end": row.period.end if row.period else None,
        "body": dump(row),
    }


def judgement(row: Judgement) -> Columns:
    """The columns of a judgement."""
    one, other = row.claims
    return {"id": row.id, "ruling": row.ruling, "one": one, "other": other, "body": dump(row)}


def issue(row: Issue) -> Columns:
    """The columns of a problem."""
    return {
        "id": row.id,
        "stage": row.stage,
        "severity": row.severity,
        "account": row.account,
        "body": dump(row),
    }


def brief(row: Snapshot) -> Columns:
    """The columns of what a brief held."""
    return {
        "id": row.id,
        "site": row.site,
        "audience": row.audience,
        "end": ends(row),
        "made": row.made,
        "body": pack(row),
    }


def ends(row: Snapshot) -> str:
    """The last day that the brief speaks of, marked where no window ended it."""
    if row.window.end:
        return row.window.end
    return f"{row.last}{WHOLE}" if row.last else FOREVER


def run(row: Covered) -> Columns:
    """The columns of what a run took in."""
    return {"id": row.id, "site": row.site, "body": pack(row)}


def pack(row: object) -> bytes:
    """`row` as compressed JSON."""
    return zlib.compress(dump(row).encode())


def unpack(kind: type[T], body: bytes) -> T:
    """The row of type `kind` that `pack` made `body` of."""
    return load(kind, zlib.decompress(body).decode())


def derived(site: str, whole: Findings | View) -> Iterator[Columns]:
    """One row for each member of each field, one for a field that is a number.

    Members that nobody looks for by id or indicator share a row: a list of PACKED of them.
    """
    for kind, member in members(type(whole)).items():
        value = getattr(whole, kind)
        many = value if isinstance(value, tuple) else (value,)
        packed = isinstance(value, tuple) and not _looked_for(member)
        bodies = _packs(many) if packed else many
        for position, row in enumerate(bodies):
            yield {
                "site": site,
                "kind": kind,
                "position": position,
                "id": getattr(row, "id", None),
                "indicator": getattr(row, "indicator", None),
                "body": dump(row),
            }


def _looked_for(member: Form) -> bool:
    names = getattr(member, "__dataclass_fields__", {})
    return "id" in names or "indicator" in names


def _packs(rows: Sequence[object]) -> Iterator[Sequence[object]]:
    return (rows[at : at + PACKED] for at in range(0, len(rows), PACKED))


def gather(whole: type[T], bodies: dict[str, list[str]]) -> T:
    """Findings or View again, from the bodies of each field in order."""
    fields: dict[str, Any] = {}
    for kind, member in members(whole).items():
        rows = tuple(row for body in bodies.get(kind, ()) for row in _unpacked(member, body))
        if member is float:
            fields |= {kind: rows[0]} if rows else {}
        else:
            fields[kind] = rows
    return whole(**fields)


def _unpacked(member: Form, body: str) -> Sequence[Any]:
    """The members of a row: of a list of rows all, else the one."""
    if body.startswith(("[{", "[[")):
        return load(list[member], body)
    return (load(member, body),)


def members(whole: type) -> dict[str, Any]:
    """Each field of Findings or View, and what it holds: {"cells": Cell, ..., "index": float}."""
    hints = get_type_hints(whole)
    return {name: get_args(hint)[0] if get_args(hint) else hint for name, hint in hints.items()}
