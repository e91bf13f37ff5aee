"""A level over time as a line so small that it stands in a table."""

import altair as alt

from thirdhand.brief.charts.style import BLUE, Spec, drawn, spec, values
from thirdhand.brief.outline import Trend

WIDTH, HEIGHT = 70, 18


def line(trend: Trend) -> str:
    """The line as SVG with a dot at its end; "" for fewer than two points."""
    if len(trend) <= 1:
        return ""
    return drawn(lambda: _line(trend))


def _line(trend: Trend) -> Spec:
    rows = [{"date": f"{month}-01", "level": level} for month, level in trend]
    x = alt.X("date:T", axis=None)
    y = alt.Y("level:Q", axis=None, scale=alt.Scale(zero=False, nice=False))
    line = alt.Chart(values(rows)).mark_line(color=BLUE, strokeWidth=1.3, aria=False)
    end = alt.Chart(values(rows[-1:])).mark_point(color=BLUE, filled=True, size=14, aria=False)
    both = alt.layer(line.encode(x=x, y=y), end.encode(x=x, y=y)).configure_view(stroke=None)
    made = spec(both, width=WIDTH, height=HEIGHT)
    return {**made, "padding": 2, "background": None}
