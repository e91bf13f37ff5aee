"""One look for all pictures, and how the pieces of a Vega-Lite specification are made."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

Spec = dict[str, Any]
INK, MUTED, RULE = "#1b2a38", "#56646f", "#d5dbe0"
BLUE = "#0b5a9d"
PALETTE = ["#0b5a9d", "#c4501b", "#3f7d3a", "#7a4e9f", "#a07a00", "#0f8a8f", "#7d8790"]
SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "circle"]
WIDTH = 640
# In days.
YEAR, MONTH = 365, 31
CONFIG = {
    # The same letters where they are measured and where they are shown, or lines run into others.
    "font": "Liberation Sans, Arial, Helvetica, sans-serif",
    "background": "#ffffff",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": MUTED,
        "titleFontWeight": "normal",
        "gridColor": RULE,
        "domainColor": MUTED,
        "tickColor": MUTED,
        "labelFontSize": 11,
        "titleFontSize": 11,
    },
    "legend": {
        "orient": "top",
        "labelColor": INK,
        "labelFontSize": 11,
        "labelLimit": 240,
        "columns": 4,
        "offset": 6,
    },
}


# The process that has begun to draw, by its id.
_BEGUN: set[int] = set()


def begun() -> bool:
    """True where this process, or one that it is a fork of, has drawn before.

    The engine of Vega has threads, which no fork has: one that drew on would wait for them.
    """
    return bool(_BEGUN)


def png(drawing: str) -> bytes:
    """A drawing as an image, at twice its size."""
    _BEGUN.add(os.getpid())
    image: bytes = vl_convert.svg_to_png(drawing, scale=2)
    return image


def drawn(made: Callable[[], Spec]) -> str:
    """The picture of a specification as SVG."""
    _BEGUN.add(os.getpid())
    # Altair would hold each piece, with all its data, up to a schema: more work than drawing it.
    with debug_mode(False):
        whole = made()
    drawing: str = vl_convert.vegalite_to_svg(whole)
    return drawing


def spec(picture: alt.TopLevelMixin, **size: Any) -> Spec:  # noqa: ANN401 - numbers or steps
    """The picture as a specification; size: its width and height, where it has them."""
    made = picture.properties(**size) if size else picture
    whole: Spec = made.to_dict(validate=False)
    return {**whole, "config": CONFIG}


def values(rows: Iterable[Mapping[str, Any]]) -> alt.InlineData:
    """The rows as data of a picture."""
    # A tuple: Altair copies lists over and over, row by row.
    return alt.InlineData(values=tuple(dict(row) for row in rows))


def scale(domain: list[str], marks: list[str]) -> alt.Scale:
    """These names, each with its own colour or shape."""
    return alt.Scale(domain=domain, range=marks[: len(domain)])


def times(dates: Iterable[str]) -> alt.Axis:
    """Years where the span of these ISO days is long, months where it is short, else days."""
    told = sorted(date for date in dates if date)
    days = (_day(told[-1]) - _day(told[0])).days if told else 0
    if days > 3 * YEAR:
        return alt.Axis(format="%Y", tickCount="year")
    if days > 2 * MONTH:
        return alt.Axis(format="%b %Y", tickCount=6, labelOverlap=True)
    return alt.Axis(format="%-d %b %Y", tickCount=4, labelOverlap=True)


def _day(date: str) -> dt.date:
    return dt.date.fromisoformat(date)
