"""Charts as vector pictures, drawn by Vega-Lite; no script reaches the page."""

import re
from collections.abc import Callable
from typing import Any

from thirdhand.brief.charts import happenings, people, place, sight
from thirdhand.brief.charts.spark import spark
from thirdhand.brief.charts.style import drawn
from thirdhand.brief.outline import Chart

__all__ = ["spark", "svg"]

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
    return _named(drawn(lambda: DRAWN[chart.key](chart.rows)), chart.key)


def _named(drawing: str, key: str) -> str:
    """The drawing with ids of its own: Vega counts them on through all that a process draws."""
    numbers: dict[str, int] = {}

    def name(found: re.Match[str]) -> str:
        return f"{key}-{found[1]}{numbers.setdefault(found[0], len(numbers) + 1)}"

    return COUNTED.sub(name, drawing)
