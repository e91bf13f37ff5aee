"""Charts as vector pictures, drawn by Vega-Lite; no script reaches the page."""

import math
from typing import Any

import altair as alt
import vl_convert

from thirdhand.brief.outline import Chart

Spec = dict[str, Any]
INK, MUTED, RULE = "#1b2a38", "#56646f", "#d5dbe0"
BLUE = "#0b5a9d"
PALETTE = ["#0b5a9d", "#c4501b", "#3f7d3a", "#7a4e9f", "#a07a00", "#0f8a8f", "#7d8790"]
SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "circle"]
WIDTH = 640
CONFIG = {
    "font": "sans-serif",
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
# State, colour, sign and ink of the sign: the sign says in black and white what the colour says.
STATES = (
    ("seen", "#0b5a9d", "2", "#ffffff"),
    ("one voice", "#a9cbe6", "1", INK),
    ("contested", "#e3a008", "×", INK),
    ("stale", "#d9d2c3", "•", INK),
    ("silent", "#f3f4f5", " ", INK),
    ("unread", "#cbb7dd", "?", INK),
    ("no access", "#9b2c1f", "/", "#ffffff"),
)


def svg(chart: Chart) -> str:
    """The picture of a chart; "" where it has no rows. ValueError for an unknown key."""
    if not chart.rows:
        return ""
    drawn = {
        "population": _population,
        "incidents": _incidents,
        "sight": _sight,
        "matrix": _matrix,
    }.get(chart.key)
    if drawn is None:
        raise ValueError(f"no picture is known for the chart {chart.key!r}")
    spec = {**drawn([dict(r) for r in chart.rows]), "config": CONFIG}
    drawing: str = vl_convert.vegalite_to_svg(spec)
    return drawing


def _population(rows: list[dict[str, Any]]) -> Spec:
    claims = [r for r in rows if r["kind"] == "claim" and r["value"] is not None]
    lines = [r for r in rows if r["kind"] == "estimate"]
    course = [r for r in rows if r["kind"] == "course"]
    voices = sorted({r["voice"] for r in claims}, key=lambda v: (v == "other voices", v))
    x = alt.X("date:T", title=None, axis=_time(r["date"] for r in rows))
    count = alt.Axis(format=",~d", tickCount=6)
    behind = (
        alt.Chart(_data(course))
        .mark_area(color=BLUE, opacity=0.12, interpolate="monotone", aria=False)
        .encode(x=x, y=alt.Y("low:Q", title="people", axis=count), y2="high:Q")
    )
    base = alt.Chart(_data(lines))
    band = base.mark_rule(color=BLUE, opacity=0.35, strokeWidth=4, aria=False).encode(
        x=x, y=alt.Y("low:Q", title="people", axis=count), y2="high:Q"
    )
    best = base.mark_line(color=BLUE, strokeWidth=1.3, opacity=0.8, aria=False).encode(
        x=x, y="best:Q"
    )
    dots = (
        alt.Chart(_data(claims))
        .mark_point(size=34, filled=True, opacity=0.85, aria=False)
        .encode(
            x=x,
            y=alt.Y("value:Q", title="people", axis=count),
            color=alt.Color("voice:N", title=None, scale=_scale(voices, PALETTE)),
            shape=alt.Shape("voice:N", title=None, scale=_scale(voices, SHAPES)),
        )
    )
    return _spec(alt.layer(behind, band, best, dots), WIDTH, 250)


def _incidents(rows: list[dict[str, Any]]) -> Spec:
    types = sorted({r["type"] for r in rows}, key=lambda t: (t == "other incidents", t))
    data = [{**r, "date": f"{r['month']}-01"} for r in rows]
    months = {r["month"] for r in rows}
    first, last = min(months), max(months)
    span = 12 * (int(last[:4]) - int(first[:4])) + int(last[5:]) - int(first[5:]) + 1
    bars = (
        alt.Chart(_data(data))
        .mark_bar(size=max(2.0, min(18.0, 0.7 * WIDTH / span)), aria=False)
        .encode(
            x=alt.X("date:T", title=None, axis=_time(r["date"] for r in data)),
            y=alt.Y("count:Q", title="incidents told of", axis=alt.Axis(tickMinStep=1, format="d")),
            color=alt.Color("type:N", title=None, scale=_scale(types, PALETTE)),
            order=alt.Order("type:N"),
        )
    )
    return _spec(bars, WIDTH, 180)


def _sight(rows: list[dict[str, Any]]) -> Spec:
    lines = ["told by anyone", "seen by two or more"]
    data = [{**r, "date": f"{r['month']}-01"} for r in rows]
    # A fall from 20 % to 5 % has to be seen: the axis ends at the next tenth, and says so.
    top = max((float(r["share"]) for r in rows), default=0.0)
    scale = alt.Scale(domain=[0, min(1.0, max(0.2, math.ceil(top * 10) / 10))])
    dash = alt.Scale(domain=lines, range=[[4, 3], [1, 0]])
    steps = (
        alt.Chart(_data(data))
        .mark_line(strokeWidth=2, interpolate="step-after", aria=False)
        .encode(
            x=alt.X("date:T", title=None, axis=_time(r["date"] for r in data)),
            y=alt.Y("share:Q", title="share of the plan", scale=scale, axis=alt.Axis(format=".0%")),
            color=alt.Color("line:N", title=None, scale=_scale(lines, ["#8a6d1a", BLUE])),
            strokeDash=alt.StrokeDash("line:N", title=None, scale=dash),
        )
    )
    return _spec(steps, WIDTH, 150)


def _matrix(rows: list[dict[str, Any]]) -> Spec:
    sign = {state: (mark, ink) for state, _, mark, ink in STATES}
    data = [{**r, "sign": sign[r["state"]][0], "ink": sign[r["state"]][1]} for r in rows]
    lines = list(dict.fromkeys(r["line"] for r in rows))
    periods = sorted({r["period"] for r in rows})
    names = [f"{state} {mark}".strip() for state, _, mark, _ in STATES]
    shown = {state: name for (state, *_), name in zip(STATES, names, strict=True)}
    data = [{**r, "shown": shown[r["state"]]} for r in data]
    x = alt.X("period:O", title=None, sort=periods, axis=alt.Axis(orient="top", labelAngle=-60))
    y = alt.Y("line:N", title=None, sort=lines, axis=alt.Axis(labelLimit=230))
    base = alt.Chart(_data(data)).encode(x=x, y=y)
    colours = [c for _, c, *_ in STATES]
    legend = alt.Legend(orient="bottom", columns=7, symbolType="square", symbolStrokeColor=MUTED)
    cells = base.mark_rect(stroke="#ffffff", strokeWidth=1, aria=False).encode(
        color=alt.Color("shown:N", title=None, scale=_scale(names, colours), legend=legend)
    )
    signs = base.mark_text(fontSize=8, aria=False).encode(
        text="sign:N", color=alt.Color("ink:N", scale=None)
    )
    layers = alt.layer(cells, signs).resolve_scale(color="independent")
    return _spec(layers, max(240, 15 * len(periods)), alt.Step(15))


def _spec(picture: alt.TopLevelMixin, width: float, height: Any) -> Spec:  # noqa: ANN401
    spec: Spec = picture.properties(width=width, height=height).to_dict(validate=False)
    return spec


def _data(rows: list[dict[str, Any]]) -> alt.InlineData:
    return alt.InlineData(values=rows)


def _scale(domain: list[str], colours: list[str]) -> alt.Scale:
    return alt.Scale(domain=domain, range=colours[: len(domain)])


def _time(dates: Any) -> alt.Axis:  # noqa: ANN401
    """Years where the span is long, months where it is short."""
    told = sorted(d for d in dates if d)
    years = int(told[-1][:4]) - int(told[0][:4]) if told else 0
    return alt.Axis(format="%Y" if years > 2 else "%b %Y", tickCount="year" if years > 2 else 6)
