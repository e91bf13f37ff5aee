"""Frozen rows to columns and back."""

import dataclasses
import json
import zlib
from collections.abc import Iterator
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_type_hints

from pydantic import TypeAdapter

from thirdhand.model import (
    Account,
    Claim,
    Covered,
    Findings,
    Issue,
    Judgement,
    Reading,
    Snapshot,
    View,
)
from thirdhand.store.tables import FOREVER

Columns = dict[str, Any]
T = TypeVar("T")
# A type, or a form such as tuple[str, str], which has no static type of its own.
Form: TypeAlias = Any


# Building an adapter is slow, using one is quick.
_ADAPTERS: dict[Form, TypeAdapter[Any]] = {}


def _adapter(kind: Form) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def dump(row: object, kind: Form = None) -> Form:
    """`row` as plain JSON values."""
    return _adapter(kind or type(row)).dump_python(row, mode="json")


def load(kind: type[T], body: object) -> T:
    """The row of type `kind` that `dump` made `body` of."""
    return cast(T, _adapter(kind).validate_python(body))


def account(row: Account) -> Columns:
    """The columns of one version of an account."""
    return {
        "version": row.version,
        "id": row.id,
        "published": row.published,
        "publisher": row.publisher,
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


def reading_of(body: Columns, claims: tuple[Claim, ...]) -> Reading:
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
        "end": row.window.end or FOREVER,
        "made": row.made,
        "body": pack(row),
    }


def run(row: Covered) -> Columns:
    """The columns of what a run took in."""
    return {"id": row.id, "site": row.site, "body": pack(row)}


def pack(row: object) -> bytes:
    """`row` as compressed JSON."""
    return zlib.compress(json.dumps(dump(row)).encode())


def unpack(kind: type[T], body: bytes) -> T:
    """The row of type `kind` that `pack` made `body` of."""
    return load(kind, json.loads(zlib.decompress(body)))


def derived(site: str, whole: Findings | View) -> Iterator[Columns]:
    """One row for each member of each field, one for a field that is a number."""
    for kind, member in members(type(whole)).items():
        value = getattr(whole, kind)
        many = isinstance(value, tuple)
        for position, row in enumerate(value if many else (value,)):
            yield {
                "site": site,
                "kind": kind,
                "position": position,
                "id": getattr(row, "id", None),
                "indicator": getattr(row, "indicator", None),
                "body": dump(row, member),
            }


def gather(whole: type[T], bodies: dict[str, list[Any]]) -> T:
    """Findings or View again, from the bodies of each field in order."""
    fields: dict[str, Any] = {}
    for kind, member in members(whole).items():
        rows = tuple(load(member, body) for body in bodies.get(kind, ()))
        if member is float:
            fields |= {kind: rows[0]} if rows else {}
        else:
            fields[kind] = rows
    return whole(**fields)


def members(whole: type) -> dict[str, Any]:
    """Each field of Findings or View, and what it holds: {"cells": Cell, ..., "index": float}."""
    hints = get_type_hints(whole)
    return {name: get_args(hint)[0] if get_args(hint) else hint for name, hint in hints.items()}
