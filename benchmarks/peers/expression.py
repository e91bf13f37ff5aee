"""The plain regular expression: a number, perhaps a scale, and a noun that counts people."""

import re

from benchmarks.peers.nouns import unit_after
from benchmarks.peers.serve import serve, span

NUMBER = re.compile(
    r"(?<![\w.,])(?P<digits>\d{1,3}(?:[, ]\d{3})+|\d+(?:\.\d+)?)"
    r"(?:\s+(?P<scale>thousand|million))?\b(?!%)",
    re.IGNORECASE,
)
SCALE = {"thousand": 1_000, "million": 1_000_000}


def value(number: re.Match[str]) -> float:
    """The value of a match of NUMBER."""
    bare = float(number["digits"].replace(",", "").replace(" ", ""))
    return bare * SCALE.get((number["scale"] or "").lower(), 1)


def read(text: str) -> list[dict[str, object]]:
    """Figures of the contract, for people and households."""
    found: list[dict[str, object]] = []
    for number in NUMBER.finditer(text):
        unit = unit_after(text, number.end())
        if unit:
            told = value(number)
            found.append({**span(text, *number.span()), "low": told, "high": told, "unit": unit})
    return found


if __name__ == "__main__":
    serve(lambda text, _: {"figures": read(text)})
