"""How many live there, and who."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from thirdhand.brief.charts.style import (
    BLUE,
    MUTED,
    PALETTE,
    SHAPES,
    WIDTH,
    Spec,
    scale,
    spec,
    times,
    values,
)

COUNT = alt.Axis(format=",~d", tickCount=6)
Rows = Sequence[Mapping[str, Any]]


def population(rows: Rows) -> Spec:
    """The course as a band with its line, what was assessed as bars, claims as dots by voice."""
    of = {kind: [r for r in rows if r["kind"] == kind] for kind in ("claim", "estimate", "course")}
    window = [r for r in rows if r["kind"] == "window"]
    claims = [r for r in of["claim"] if r["value"] is not None]
    dates = [r["date"] for r in (*claims, *of["estimate"], *of["course"], *window)]
    x = alt.X("date:T", title=None, axis=times(dates))
    y = alt.Y("low:Q", title="people", axis=COUNT)
    course = alt.Chart(values(of["course"]))
    band = course.mark_area(color=BLUE, opacity=0.14, interpolate="monotone", aria=False)
    level = course.mark_line(color=BLUE, strokeWidth=1.5, interpolate="monotone", aria=False)
    told = alt.Chart(values(of["estimate"]))
    spans = told.mark_rule(color=BLUE, opacity=0.4, strokeWidth=3, aria=False)
    layers = [
        band.encode(x=x, y=y, y2="high:Q"),
        level.encode(x=x, y="best:Q"),
        spans.encode(x=x, y=y, y2="high:Q"),
        _dots(claims, x),
    ]
    if window:
        start = alt.Chart(values(window[:1])).mark_rule(color=MUTED, strokeDash=[4, 3], aria=False)
        layers.append(start.encode(x=x))
    return spec(alt.layer(*layers), width=WIDTH, height=250)


def composition(rows: Rows) -> Spec:
    """A dot with its interval for each part, one below the other, in the order of the rows."""
    parts = [r["part"] for r in rows]
    axis = alt.Axis(labelLimit=260)
    base = alt.Chart(values(rows)).encode(y=alt.Y("part:N", title=None, sort=parts, axis=axis))
    span = base.transform_filter("datum.low != null && datum.high != null").mark_rule(
        color=BLUE, strokeWidth=5, opacity=0.35, aria=False
    )
    x = alt.X("low:Q", title="people", axis=COUNT, scale=alt.Scale(zero=True))
    dots = base.mark_point(color=BLUE, filled=True, size=60, opacity=1, aria=False)
    layers = alt.layer(span.encode(x=x, x2="high:Q"), dots.encode(x="best:Q"))
    return spec(layers, width=WIDTH - 180, height=alt.Step(19))


def _dots(claims: Rows, x: alt.X) -> alt.Chart:
    voices = sorted({r["voice"] for r in claims}, key=lambda v: (v == "other voices", v))
    marks = alt.Chart(values(claims)).mark_point(size=36, filled=True, opacity=0.85, aria=False)
    made: alt.Chart = marks.encode(
        x=x,
        y=alt.Y("value:Q", title="people", axis=COUNT),
        color=alt.Color("voice:N", title=None, scale=scale(voices, PALETTE)),
        shape=alt.Shape("voice:N", title=None, scale=scale(voices, SHAPES)),
    )
    return made
