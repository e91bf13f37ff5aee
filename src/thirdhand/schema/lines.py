"""The lines of the contract: one frozen type a file, and how a row becomes JSON."""

import dataclasses
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import Any, get_type_hints

from thirdhand.model import (
    Account,
    Alarm,
    Assessment,
    Attribution,
    Balance,
    Cell,
    Claim,
    Estimated,
    Explanation,
    Figure,
    Happening,
    Issue,
    Leaning,
    Listed,
    Loop,
    PlaceMention,
    Reading,
    Reliability,
    Request,
    Sight,
    StaleEcho,
    TimeMention,
    Total,
)
from thirdhand.model.account import DateBasis, Sensitivity

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, slots=True)
class AccountHead:
    """What is known of an account. `text` is null unless it was asked for."""

    id: str
    ref: str
    path: str
    publisher: str | None
    title: str | None
    published: str | None
    language: str | None
    url: str | None
    media_type: str
    date_basis: DateBasis
    sensitivity: Sensitivity
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """A line of `thirdhand read --json`: one account and all that was read in it."""

    account: AccountHead
    attributions: tuple[Attribution, ...]
    figures: tuple[Figure, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine(Claim):
    """A line of claims.jsonl: a claim, and the `ref` of the account that makes it."""

    ref: str = field(kw_only=True)


# The types of each file's lines.
LINES: Mapping[str, type] = {
    "reading": ReadingLine,
    "claim": ClaimLine,
    "assessment": Assessment,
    "estimate": Estimated,
    "event": Happening,
    "balance": Balance,
    "gap": Cell,
    "sight": Sight,
    "alarm": Alarm,
    "request": Request,
    "loop": Loop,
    "stale": StaleEcho,
    "total": Total,
    "bias": Leaning,
    "reliability": Reliability,
    "explanation": Explanation,
    "source": Listed,
    "issue": Issue,
}


def reading_line(account: Account, reading: Reading, *, text: bool = False) -> ReadingLine:
    """The line of one account. `text` adds the account's text, to which the offsets belong."""
    names = [f.name for f in dataclasses.fields(AccountHead) if f.name != "text"]
    head = {name: getattr(account, name) for name in names}
    return ReadingLine(
        account=AccountHead(**head, text=account.text if text else None),
        attributions=reading.attributions,
        figures=reading.figures,
        places=reading.places,
        times=reading.times,
        claims=reading.claims,
        issues=reading.issues,
    )


def claim_line(claim: Claim, ref: str) -> dict[str, object]:
    """The fields of a ClaimLine: the claim with its account's `ref`."""
    return {**_row(claim), "ref": ref}


def plain(value: object) -> Plain:
    """Rows as dicts, tuples as lists, and whole numbers without a fraction: 62000, not 62000.0."""
    found: Plain = json.loads(json.dumps(_whole(value), default=_row))
    return found


def to_json(row: object) -> str:
    """One line of JSON without its newline. Every script stands as itself."""
    # Half a surrogate pair cannot be written as UTF-8; JSON has an escape for it.
    told = _ENCODER.encode(_whole(row))
    return told if told.isascii() else told.encode("utf-8", "backslashreplace").decode()


@dataclass(frozen=True, slots=True)
class _Shape:
    """A row's fields, how to take all of them at once, and those that may hold a float."""

    names: tuple[str, ...]
    take: Callable[[object], tuple[Any, ...]]
    loose: tuple[str, ...]


@cache
def _shape(kind: type) -> _Shape:
    hints = get_type_hints(kind)
    names = tuple(hints)
    # One name alone would be taken without a tuple around it.
    take = attrgetter(*names) if len(names) > 1 else lambda row: (getattr(row, names[0]),)
    return _Shape(names, take, tuple(n for n in names if "float" in str(hints[n])))


def _row(value: object) -> dict[str, object]:
    """A row as a dict, its members as they are. TypeError for what is no row."""
    kind = type(value)
    if not dataclasses.is_dataclass(kind):
        raise TypeError(f"no JSON for {kind.__name__}")
    shape = _shape(kind)
    found = dict(zip(shape.names, shape.take(value), strict=True))
    for name in shape.loose:
        found[name] = _whole(found[name])
    return found


def _whole(value: object) -> object:
    """Whole numbers without a fraction, in a tuple as well; all else as it is."""
    if type(value) is float:
        return int(value) if value.is_integer() else value
    if type(value) is tuple or type(value) is list:
        return [_whole(item) for item in value]
    return value


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_row)
