"""The ruling lines of a page: what a table is drawn with."""

from collections.abc import Iterable
from dataclasses import dataclass

# Strokes this near are one, in points.
NEAR = 3.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke: at which place across its direction, and from where to where along it."""

    at: float
    start: float
    end: float


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that lie on one another or follow one another, as one each."""
    out: list[Rule] = []
    band: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if band and rule.at - band[0].at > NEAR:
            out += _chained(band)
            band = []
        band.append(rule)
    return out + _chained(band)


def _chained(band: list[Rule]) -> list[Rule]:
    out: list[Rule] = []
    for rule in sorted(band, key=lambda rule: rule.start):
        if out and rule.start <= out[-1].end + NEAR:
            last = out.pop()
            rule = Rule(last.at, last.start, max(last.end, rule.end))  # noqa: PLW2901
        out.append(rule)
    return out
