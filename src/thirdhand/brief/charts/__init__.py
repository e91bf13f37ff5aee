"""Charts as vector pictures, drawn by Vega-Lite; no script reaches the page."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from thirdhand.brief.charts import happenings, people, place, sight
from thirdhand.brief.charts.spark import line
from thirdhand.brief.charts.style import begun, drawn, png
from thirdhand.brief.outline import Chart, Outline, Table, Trend

__all__ = ["Drawings", "drawings", "kept", "png", "spark", "svg"]

Drawings = dict[str, str]
# Pictures by what they show.
_HELD: Drawings = {}
COUNTED = re.compile(r"\b(clip|gradient_)\d+\b")
DRAWN: dict[str, Callable[[Any], dict[str, Any]]] = {
    "population": people.population,
    "composition": people.composition,
    "incidents": happenings.incidents,
    "sight": sight.sight,
    "parts": sight.parts,
    "matrix": sight.matrix,
    "locator": place.locator,
    "parts-map": place.parts,
}


def svg(chart: Chart) -> str:
    """The picture of a chart; "" where it has no rows. ValueError for an unknown key."""
    if not chart.rows:
        return ""
    if chart.key not in DRAWN:
        raise ValueError(f"no picture is known for the chart {chart.key!r}")
    made = DRAWN[chart.key]
    return _held(_key(chart), lambda: _named(drawn(lambda: made(chart.rows)), chart.key))


def spark(trend: Trend) -> str:
    """A level over time as a small line; "" for fewer than two points."""
    return _held(_key(trend), lambda: line(trend))


def drawings(outline: Outline) -> Drawings | None:
    """Every picture that the page of the outline shows.

    None where the engine that draws was begun before this process was forked.
    """
    if begun():
        return None
    blocks = [block for section in outline.sections for block in section.blocks]
    pictures = {_key(block): svg(block) for block in blocks if isinstance(block, Chart)}
    rows = [row for b in blocks if isinstance(b, Table) for row in b.rows[: b.shown]]
    return {**pictures, **{_key(row.trend): spark(row.trend) for row in rows}}


@contextmanager
def kept(found: Drawings | None = None) -> Iterator[None]:
    """Each picture is drawn once in here, and those found (by `drawings`) not at all."""
    _HELD.update(found or {})
    try:
        yield
    finally:
        _HELD.clear()


def _key(shown: Chart | Trend) -> str:
    return repr((shown.key, shown.rows) if isinstance(shown, Chart) else shown)


def _held(key: str, made: Callable[[], str]) -> str:
    if key not in _HELD:
        _HELD[key] = made()
    return _HELD[key]


def _named(drawing: str, key: str) -> str:
    """The drawing with ids of its own: Vega counts them on through all that a process draws."""
    numbers: dict[str, int] = {}

    def name(found: re.Match[str]) -> str:
        return f"{key}-{found[1]}{numbers.setdefault(found[0], len(numbers) + 1)}"

    return COUNTED.sub(name, drawing)
