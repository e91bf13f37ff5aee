"""The lines of the contract: one frozen type a file, and how a row becomes JSON."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

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


def claim_line(claim: Claim, ref: str) -> ClaimLine:
    """The claim with its account's `ref`."""
    fields = {f.name: getattr(claim, f.name) for f in dataclasses.fields(claim)}
    return ClaimLine(**fields, ref=ref)


def plain(value: object) -> Plain:
    """Rows as dicts, tuples as lists, and whole numbers without a fraction: 62000, not 62000.0."""
    if dataclasses.is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"no JSON for {type(value).__name__}")


def to_json(row: object) -> str:
    """One line of JSON without its newline. Every script stands as itself."""
    # Half a surrogate pair cannot be written as UTF-8; JSON has an escape for it.
    text = json.dumps(plain(row), ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode()
