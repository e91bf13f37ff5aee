"""quantulum3: quantities with units of measure.

It knows no people: a quantity without a unit takes the noun that follows it, as the plain
expression does.
"""

from quantulum3 import classifier, parser

from benchmarks.peers.nouns import unit_after
from benchmarks.peers.serve import Account, Found, serve, span

# The model it ships to tell a pound from a pound no longer loads under the scikit-learn of today,
# and no unit of ours hangs on it.
classifier.USE_CLF = False


def quantities(text: str, _: Account) -> Found:
    """Its figures, one a quantity."""
    figures = []
    for found in parser.parse(text):
        start, end = found.span
        unit = found.unit.name
        if unit == "dimensionless":
            unit = unit_after(text, end) or unit
        either = found.uncertainty or 0.0
        low, high = found.value - either, found.value + either
        figures.append({**span(text, start, end), "low": low, "high": high, "unit": unit})
    return {"figures": figures}


if __name__ == "__main__":
    serve(quantities)
