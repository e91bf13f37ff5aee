"""What happened, as told."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from thirdhand.brief.charts.style import BLUE, WIDTH, Spec, spec, times, values

Rows = Sequence[Mapping[str, Any]]


def incidents(rows: Rows) -> Spec:
    """A strip for each type, one below the other: a bar says how many are told of in its time.

    Strips and not stacks: which type it is can be read without colour.
    """
    types = list(dict.fromkeys(r["type"] for r in rows))
    dates = [d for r in rows for d in (r["first"], r["last"])]
    most = max(r["count"] for r in rows)
    head = alt.Header(labelAngle=0, labelAlign="left", labelFontSize=11, labelLimit=150)
    strips = (
        alt.Chart(values(rows))
        .mark_bar(color=BLUE, stroke="#ffffff", strokeWidth=0.5, aria=False)
        .encode(
            x=alt.X("first:T", title=None, axis=times(dates)),
            x2="last:T",
            y=alt.Y("count:Q", title=None, axis=_whole(most), stack=None),
            y2=alt.datum(0),
            row=alt.Row("type:N", title=None, sort=types, header=head, spacing=6),
        )
    )
    return spec(strips, width=WIDTH - 130, height=34)


def _whole(most: int) -> alt.Axis:
    return alt.Axis(values=sorted({0, most}), format="d", grid=False)
