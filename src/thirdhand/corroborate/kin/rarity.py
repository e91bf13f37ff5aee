"""What joins two accounts by shared origin: rare numbers and names that both tell within days.

A mark is a number or a name. Its weight is how much rarer it is than a mark that 37 of 100
accounts hold, on the log scale (inverse document frequency; Sparck Jones 1972). Pairs are found by
the rarest marks alone, and weighed by all that are rare. Two accounts tell from one source where
two marks or more, one of them a number, weigh enough together, and are a good part of all that the
smaller one tells: names come back in every account of a place, figures do not.
"""

from collections.abc import Sequence
from typing import cast

from thirdhand.corroborate.kin import shingles
from thirdhand.corroborate.kin.evidence import BARS, Bars, Link, whole
from thirdhand.corroborate.kin.traces import Traces
from thirdhand.model import Account, Engine, Query
from thirdhand.model.engine import Value

# A mark that 37 of 100 accounts hold (1 in e) weighs nothing.
PLAIN = 1.0
# A mark that more accounts hold is never looked up, so that the join stays in step with its input.
MOST = 20
# A mark that a larger share holds is the place's, not the story's: sharing it counts for nothing.
RARE = 0.15
# For how long one statement is passed on.
DAYS = 7
# Marks kept of a pair, to be shown.
SHOWN = 5
# An account dated to a year only says too little about the day it came out.
LONGEST_DATE = 31

MARKS = Query(
    "rare marks told by two accounts within days",
    """
    with weighed as (
        select mark, ln((limits.accounts + 1.0) / count(*)) - limits.plain as weight,
            count(*) as held
        from marks cross join limits group by mark, limits.accounts, limits.plain
        having ln((limits.accounts + 1.0) / count(*)) > limits.plain
    ), totals as (
        select account, sum(weight) as total from marks join weighed using (mark) group by account
    ), rare as (
        select marks.account as account, mark, first_day, last_day
        from marks join weighed using (mark) join dates on dates.account = marks.account
        cross join limits where held > 1 and held <= limits.most
    ), candidates as (
        select distinct a.account as one, b.account as other
        from rare a join rare b on a.mark = b.mark and a.account < b.account
        cross join limits
        where greatest(a.first_day, b.first_day) - least(a.last_day, b.last_day) <= limits.days
    ), common_marks as (
        select one, other, a.mark as mark, a.number as number, weight
        from candidates join marks a on a.account = one
            join marks b on b.account = other and b.mark = a.mark
            join weighed on weighed.mark = a.mark
        cross join limits where held <= limits.rare
    ), pairs as (
        select one, other, sum(weight) as shared, sum(number) as counted, count(*) as held
        from common_marks group by one, other
    ), joined as (
        select one, other, held, shared / least(x.total, y.total) as part
        from pairs join totals x on x.account = one join totals y on y.account = other
        cross join limits
        where held > 1 and counted > 0 and shared >= limits.enough
            and shared >= limits.part * least(x.total, y.total)
    ), ranked as (
        select one, other, held, part, mark,
            row_number() over (
                partition by one, other order by number desc, weight desc, mark
            ) as place
        from joined join common_marks using (one, other)
    )
    select one, other, held, mark, ranked.part from ranked cross join limits
    where place <= limits.shown
    order by one, other, place
    """,
    ("marks", "dates", "limits"),
)


def mark_links(
    accounts: Sequence[Account], told: Traces, engine: Engine, bars: Bars = BARS
) -> list[Link]:
    """Pairs that came out within DAYS and share enough rare marks, the telling ones first."""
    dates: dict[str, list[int]] = {"account": [], "first_day": [], "last_day": []}
    for position, account in enumerate(accounts):
        span = shingles.days(account)
        if span is not None and span[1] - span[0] <= LONGEST_DATE:
            for column, value in zip(dates.values(), (position, *span), strict=True):
                column.append(value)
    if not dates["account"] or not told.marks["account"]:
        return []
    limits: dict[str, Sequence[Value]] = {
        "accounts": [told.different],
        "plain": [PLAIN],
        "most": [MOST],
        "rare": [max(MOST, RARE * told.different)],
        "enough": [bars.enough],
        "part": [bars.part],
        "days": [DAYS],
        "shown": [SHOWN],
    }
    marks: dict[tuple[int, int, int, float], list[int]] = {}
    for row in engine.run(MARKS, {"marks": told.marks, "dates": dates, "limits": limits}):
        one, other, held, mark = whole(row[:4])
        marks.setdefault((one, other, held, float(cast("float", row[4]))), []).append(mark)
    return [
        Link(one, other, marks=tuple(shown), held=held, weight=weight)
        for (one, other, held, weight), shown in marks.items()
    ]
