"""Say in one plain line what is wrong in a case file."""

import difflib
from collections.abc import Mapping, Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

Keys = Mapping[str, Sequence[str]]

# What to write instead, by the pattern of settings.py that did not match.
PATTERNS = {
    r"^\d{4}-(0[1-9]|1[0-2])$": "write a month such as '2021-01'",
    r"^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$": "write a year, month or day such as '2021-01'",
    r"^[a-z]{2}$": "write two small letters such as 'ar'",
    r"^[A-Z]{2}$": "write two capital letters such as 'NE'",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "write small letters, digits and hyphens",
}


def complaint(error: ValidationError, raw: object, keys: Keys) -> str:
    """The first thing that is wrong and how many more there are.

    raw: the file as parsed. keys: the keys each kind of block may hold; "" for the file itself.
    An unknown key comes first: a misspelt key is the reason why another one is missing.
    """
    rows = error.errors(include_url=False)
    row = min(rows, key=lambda r: r["type"] != "extra_forbidden")
    inside = _blocks(row["loc"], keys)
    if row["type"] == "missing":
        inside = inside[: len(row["loc"]) - 1]  # what is missing may be a block itself
    match row["type"]:
        case "extra_forbidden":
            known = keys[next((p for p in reversed(inside) if isinstance(p, str)), "")]
            told = f"unknown key {row['loc'][-1]!r}; {nearest(str(row['loc'][-1]), known)}"
        case "missing" if len(row["loc"]) == len(inside) + 1:
            told = f"{row['loc'][-1]!r} is missing; add it"
        case "value_error":
            told = str(row["ctx"]["error"])
        case _:
            told = _wrong(row, inside)
    where = _where(inside, raw)
    more = f" (and {len(rows) - 1} more)" if len(rows) > 1 else ""
    return f"{where}: {told}{more}" if where else f"{told}{more}"


def nearest(word: str, known: Sequence[str]) -> str:
    """What may be written in place of `word`."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else f"write one of: {', '.join(known)}"


def closest(word: str, known: Sequence[str]) -> str:
    """The known word that is nearest to `word`, and whether it is likely meant."""
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]!r}?"
    least = difflib.get_close_matches(word, known, n=1, cutoff=0.0)
    return f"the nearest that is known is {least[0]!r}."


def _wrong(row: ErrorDetails, inside: Sequence[int | str]) -> str:
    loc = row["loc"]
    key = loc[len(inside)] if len(loc) > len(inside) else loc[-1]
    if key == "point":
        return "point: write [latitude, longitude] in degrees, such as [13.31, 12.61]"
    if key == "outline":
        return (
            "outline: write its corners as [latitude, longitude] in degrees,"
            " such as [[13.30, 12.60], [13.30, 12.62], [13.32, 12.61]]"
        )
    if row["type"] == "string_pattern_mismatch":
        told = PATTERNS[row["ctx"]["pattern"]]
    elif row["type"] == "literal_error":
        told = f"write one of {row['ctx']['expected']}"
    else:
        told = str(row["msg"]).replace("Input should", "it should")
    return f"{key}: {told}, not {row['input']!r}"


def _blocks(loc: Sequence[int | str], keys: Keys) -> list[int | str]:
    """The part of `loc` that leads to a block: ["plan", 2] of ["plan", 2, "unit"]."""
    inside: list[int | str] = []
    for at, part in enumerate(loc):
        last = at == len(loc) - 1
        if part not in keys and not isinstance(part, int):
            break
        # The last part is a key of its block, unless the block itself is meant.
        if last and isinstance(part, str) and part != "case":
            break
        inside.append(part)
    return inside


def _where(inside: Sequence[int | str], raw: object) -> str:
    """Name ["plan", 2] as "plan 3 (Fires)": counted from 1, as a person would."""
    words: list[str] = []
    for part in inside:
        raw = _inner(raw, part)
        if isinstance(part, str):
            words.append(part)
        else:
            name = raw.get("label", raw.get("name")) if isinstance(raw, dict) else None
            words.append(f"{part + 1} ({name})" if name else f"{part + 1}")
    return " ".join(words)


def _inner(raw: object, part: int | str) -> object:
    if isinstance(raw, dict):
        return raw.get(part)
    if isinstance(raw, list) and isinstance(part, int) and part < len(raw):
        return raw[part]
    return None
