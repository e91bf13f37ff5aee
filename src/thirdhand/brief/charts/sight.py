"""What was seen of the plan."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from thirdhand.brief.charts.style import BLUE, INK, MUTED, WIDTH, Spec, scale, spec, times, values

Rows = Sequence[Mapping[str, Any]]
OCHRE = "#8a6d1a"
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


def sight(rows: Rows) -> Spec:
    """Shares of the plan by month, and below them how many accounts and voices were heard."""
    dates = [r["first"] for r in rows]
    x = alt.X("first:T", title=None, axis=times(dates))
    shares = [r for r in rows if r["of"] == "plan"]
    heard = [r for r in rows if r["of"] == "heard"]
    # A fall from 20 % to 5 % has to be seen: the axis ends at the next tenth, and says so.
    top = max((float(r["value"]) for r in shares), default=0.0)
    axis = alt.Scale(domain=[0, min(1.0, max(0.2, math.ceil(top * 10) / 10))])
    share = alt.Y("value:Q", title="of the plan", scale=axis, axis=alt.Axis(format=".0%"))
    count = alt.Y("value:Q", title="heard", axis=alt.Axis(format="d", tickMinStep=1, tickCount=3))
    above = _steps(shares, x, share, ["told by anyone", "seen by two or more"])
    below = _steps(heard, x, count, ["voices", "accounts"])
    both = alt.vconcat(
        above.properties(width=WIDTH, height=90), below.properties(width=WIDTH, height=50)
    )
    return spec(both.resolve_scale(color="independent", strokeDash="independent"))


def parts(rows: Rows) -> Spec:
    """Of each month, how many cells of the plan are in which state, one above the other."""
    states = [state for state, *_ in STATES]
    colours = [colour for _, colour, *_ in STATES]
    data = _stacked(rows, states)
    legend = alt.Legend(columns=7, symbolType="square", symbolStrokeColor=MUTED)
    bars = (
        alt.Chart(values(data))
        .mark_rect(stroke=MUTED, strokeWidth=0.2, aria=False)
        .encode(
            x=alt.X("first:T", title=None, axis=times(r["last"] for r in rows)),
            x2="last:T",
            y=alt.Y("low:Q", title="cells of the plan", axis=alt.Axis(tickCount=4)),
            y2="high:Q",
            color=alt.Color("state:N", title=None, scale=scale(states, colours), legend=legend),
        )
    )
    return spec(bars, width=WIDTH, height=150)


def _stacked(rows: Rows, states: list[str]) -> list[dict[str, Any]]:
    """The rows with low and high: Vega stacks no marks that have two ends of time."""
    reached: dict[Any, float] = defaultdict(float)
    data = []
    for row in sorted(rows, key=lambda r: states.index(r["state"])):
        low = reached[row["first"]]
        reached[row["first"]] += row["cells"]
        data.append({**row, "low": low, "high": reached[row["first"]]})
    return data


def matrix(rows: Rows) -> Spec:
    """Every line of the plan against time: a square for each, with its state as colour and sign."""
    sign = {state: (mark, ink) for state, _, mark, ink in STATES}
    lines = list(dict.fromkeys(r["line"] for r in rows))
    periods = sorted({r["period"] for r in rows})
    shown = {state: f"{state} {mark}".strip() for state, _, mark, _ in STATES}
    data = [
        {**r, "sign": sign[r["state"]][0], "ink": sign[r["state"]][1], "shown": shown[r["state"]]}
        for r in rows
    ]
    x = alt.X("period:O", title=None, sort=periods, axis=alt.Axis(orient="top", labelAngle=-60))
    y = alt.Y("line:N", title=None, sort=lines, axis=alt.Axis(labelLimit=230))
    base = alt.Chart(values(data)).encode(x=x, y=y)
    colours = [colour for _, colour, *_ in STATES]
    legend = alt.Legend(orient="bottom", columns=7, symbolType="square", symbolStrokeColor=MUTED)
    names = list(shown.values())
    cells = base.mark_rect(stroke="#ffffff", strokeWidth=1, aria=False).encode(
        color=alt.Color("shown:N", title=None, scale=scale(names, colours), legend=legend)
    )
    signs = base.mark_text(fontSize=8, aria=False).encode(
        text="sign:N", color=alt.Color("ink:N", scale=None)
    )
    layers = alt.layer(cells, signs).resolve_scale(color="independent")
    return spec(layers, width=max(240, 15 * len(periods)), height=alt.Step(15))


def _steps(rows: Rows, x: alt.X, y: alt.Y, lines: list[str]) -> alt.Chart:
    legend = alt.Legend(symbolType="stroke", symbolStrokeWidth=2)
    colour = alt.Color("line:N", title=None, scale=scale(lines, [OCHRE, BLUE]), legend=legend)
    dash = alt.StrokeDash(
        "line:N", title=None, scale=alt.Scale(domain=lines, range=[[4, 3], [1, 0]])
    )
    marks = alt.Chart(values(rows)).mark_line(strokeWidth=2, interpolate="step-after", aria=False)
    made: alt.Chart = marks.encode(x=x, y=y, color=colour, strokeDash=dash)
    return made
