"""An account as a JSON object: text, and what is known about it."""

import json
from typing import Any

from thirdhand.ingest.encoding import decode
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Note, Page, Refused
from thirdhand.ingest.rows import listed

# The fields of the object. "text" must be there; the others may be missing or null.
STATED = ("title", "published", "publisher", "url", "language", "sensitivity")
FIELDS = ("id", *STATED, "text")
KINDS = {dict: "an object", list: "a list", bool: "true or false", int: "a number"}
KINDS |= {float: "a number", type(None): "null", str: "a string"}

MEND = "get the file again, or name it .txt to take it as it stands"


def read_record(data: bytes, _limits: Limits) -> Page:
    """One object, one account; `text` is kept character for character.

    A field of the wrong kind is Refused by name; a field that nobody knows is noted.
    """
    source, notes = decode(data)
    try:
        row = json.loads(source)
    except (ValueError, RecursionError) as error:
        raise Refused(
            "broken-json", f"not JSON that can be read: {_one_line(error)}; {MEND}"
        ) from error
    if not isinstance(row, dict):
        raise Refused("wrong-shape", f"one object was expected, not {_kind(row)}: {_shape()}")
    for field in FIELDS:
        _check(field, row)
    unknown = sorted(set(row) - set(FIELDS))
    if unknown:
        reason = f"fields that are not read: {listed(unknown)}"
        notes += (Note("unknown-field", "note", reason),)
    stated: dict[str, Any] = {field: row.get(field) or None for field in STATED}
    return Page(row["text"], **stated, notes=notes)


def _check(field: str, row: dict[str, object]) -> None:
    value = row.get(field)
    if field == "text" and field not in row:
        raise Refused("wrong-shape", f'field "text" is missing: {_shape()}')
    if field == "id" and isinstance(value, int):
        return
    if not isinstance(value, str) and (field == "text" or value is not None):
        asked = "a string" if field == "text" else "a string or null"
        raise Refused("wrong-shape", f'field "{field}" is {_kind(value)}, and must be {asked}')


def _kind(value: object) -> str:
    return KINDS[type(value)]


def _shape() -> str:
    return "{" + ", ".join(f'"{field}": ...' for field in FIELDS) + "}"


def _one_line(error: Exception) -> str:
    deep = isinstance(error, RecursionError)
    return "nested too deeply" if deep else str(error).splitlines()[0]
