"""Numbers in digits, perhaps with a scale."""

import re

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
