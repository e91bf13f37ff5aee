"""What is thought of sources before a table is read: a person's priors, and named or unnamed."""

import math
import re
from collections.abc import Mapping, Sequence
from ipaddress import ip_address

from thirdhand.model import TableError

# How often a source of each letter is taken to be right, before its claims are compared. F says
# nothing: such a source starts where its kind stands.
LETTERS: dict[str, float | None] = {
    "A": 0.95,
    "B": 0.85,
    "C": 0.7,
    "D": 0.5,
    "E": 0.25,
    "F": None,
}
# 0 and 1 would let no claim speak against them.
LEAST, MOST = 0.01, 0.99
_NOBODY = frozenset("anonymous unknown unnamed unsigned".split())
_PARTS = re.compile(r"[\s()\[\]<>,;]+")


def priors(rows: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """How often each source is right, of a table with the columns source and prior.

    prior: a letter A to F of the Admiralty code, or a share 0..1. TableError names a bad line.
    """
    missing = [name for name in ("source", "prior") if rows and name not in rows[0]]
    if missing:
        raise TableError(f"the priors have no column {', '.join(missing)}; write source,prior")
    found: dict[str, float] = {}
    for line, row in enumerate(rows, start=2):
        source, value = row["source"].strip(), _prior(row["prior"].strip(), line)
        if found.get(source, value) != value:
            raise TableError(f"priors, line {line}: {source!r} has another prior above")
        if value is not None:
            found[source] = value
    return found


def _prior(text: str, line: int) -> float | None:
    if text.upper() in LETTERS:
        return LETTERS[text.upper()]
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 1:
        raise TableError(f"priors, line {line}: prior is {text!r}; write A to F, or 0 to 1")
    return min(max(value, LEAST), MOST)


def unnamed(source: str) -> bool:
    """True for a source that is nobody in particular: a network address, or "anonymous"."""
    return any(part.lower() in _NOBODY or _address(part) for part in _PARTS.split(source))


def _address(part: str) -> bool:
    if "." not in part and ":" not in part:
        return False
    try:
        ip_address(part)
    except ValueError:
        return False
    return True
