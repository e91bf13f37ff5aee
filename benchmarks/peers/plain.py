"""The plainest regular expression: a number in digits, and a noun for people or families behind it.

It knows no number words and takes no count of the dead or hurt, so it finds less than `expression`
and is right more often where one figure of an excerpt is judged.
"""

import re

from benchmarks.peers.digits import NUMBER, value
from benchmarks.peers.serve import serve, span

# The noun stands behind four words at most, and within the same clause.
_COUNTED = re.compile(
    r"\s*(?:[^\s.,;:()]+\s+){0,4}?(?:(?P<households>households?|families|family|homes)"
    r"|(?P<people>people|persons?|individuals?|inhabitants|residents|civilians|men|women|children"
    r"|villagers|refugees?|IDPs?|displaced|returnees?|evacuees|migrants|asylum[- ]seekers|victims"
    r"|homeless))\b",
    re.IGNORECASE,
)


def read(text: str) -> list[dict[str, object]]:
    """Figures of the contract, for people and households."""
    found: list[dict[str, object]] = []
    for number in NUMBER.finditer(text):
        if counted := _COUNTED.match(text, number.end()):
            told = value(number)
            figure = {"low": told, "high": told, "unit": counted.lastgroup}
            found.append({**span(text, *number.span()), **figure})
    return found


if __name__ == "__main__":
    serve(lambda text, _: {"figures": read(text)})
