"""What joins two accounts by shared origin: rare numbers and names that both tell within days.

A mark is a number or a name. Its weight is how much rarer it is than a mark that PLAIN of the
accounts hold, on the log scale (inverse document frequency; Sparck Jones 1972). Two accounts tell
from one source where the marks they share weigh enough, and are a good part of all that the
smaller one tells.
"""

from collections.abc import Sequence

from thirdhand.corroborate import shingles
from thirdhand.corroborate.evidence import Link, whole
from thirdhand.model import Account, Engine, Query

# A mark that 37 of 100 accounts hold (1 in e) weighs nothing.
PLAIN = 1.0
# A mark that more accounts hold is never looked up, so that the join stays in step with its input.
MOST = 20
# What the shared marks must weigh: three that one in 20 accounts holds are more than enough.
ENOUGH = 3.0
# And by numbers alone: names come back in every account of a place, figures do not.
BY_NUMBERS = 1.0
# Long reports of one happening share marks by chance: they must be a quarter of the smaller one's.
PART = 0.25
# For how long one statement is passed on.
DAYS = 7
# An account dated to a year only says too little about the day it came out.
LONGEST_DATE = 31

MARKS = Query(
    "rare marks told by two accounts within days",
    """
    with weighed as (
        select mark, ln((limits.accounts + 1.0) / count(*)) - limits.plain as weight,
            count(*) as held
        from marks cross join limits group by mark, limits.accounts, limits.plain, limits.most
        having ln((limits.accounts + 1.0) / count(*)) > limits.plain and count(*) <= limits.most
    ), totals as (
        select account, sum(weight) as total from marks join weighed using (mark) group by account
    ), postings as (
        select marks.account as account, mark, number, weight, first_day, last_day
        from marks join weighed using (mark) join dates on dates.account = marks.account
        where held > 1
    ), pairs as (
        select a.account as one, b.account as other, sum(a.weight) as shared,
            sum(case when a.number then a.weight else 0.0 end) as counted
        from postings a join postings b on a.mark = b.mark and a.account < b.account
        cross join limits
        where greatest(a.first_day, b.first_day) - least(a.last_day, b.last_day) <= limits.days
        group by a.account, b.account
    ), joined as (
        select one, other, shared / least(x.total, y.total) as part
        from pairs join totals x on x.account = one join totals y on y.account = other
        cross join limits
        where shared >= limits.enough and counted >= limits.by_numbers
            and shared >= limits.part * least(x.total, y.total)
    )
    select one, other, part, a.mark
    from joined join postings a on a.account = one
        join postings b on b.account = other and b.mark = a.mark
    order by one, other, a.number desc, a.weight desc, a.mark
    """,
    ("marks", "dates", "limits"),
)


def mark_links(accounts: Sequence[Account], engine: Engine) -> list[Link]:
    """Pairs that came out within DAYS and share enough rare marks, the telling ones first."""
    marks: dict[str, list[int | str | bool]] = {"account": [], "mark": [], "number": []}
    dates: dict[str, list[int]] = {"account": [], "first_day": [], "last_day": []}
    for position, account in enumerate(accounts):
        span = shingles.days(account)
        if span is not None and span[1] - span[0] <= LONGEST_DATE:
            for column, value in zip(dates.values(), (position, *span), strict=True):
                column.append(value)
        told = f"{account.title or ''}\n{account.text}"
        numbers, names = shingles.numbers(told), shingles.names(told)
        marks["account"] += [position] * (len(numbers) + len(names))
        marks["mark"] += sorted(numbers) + sorted(names)
        marks["number"] += [True] * len(numbers) + [False] * len(names)
    if not dates["account"] or not marks["account"]:
        return []
    limits: dict[str, list[int | float]] = {
        "accounts": [len(accounts)],
        "plain": [PLAIN],
        "most": [MOST],
        "enough": [ENOUGH],
        "by_numbers": [BY_NUMBERS],
        "part": [PART],
        "days": [DAYS],
    }
    shared: dict[tuple[int, int], list[str]] = {}
    weight: dict[tuple[int, int], float] = {}
    for row in engine.run(MARKS, {"marks": marks, "dates": dates, "limits": limits}):
        one, other = whole(row[:2])
        shared.setdefault((one, other), []).append(str(row[3]))
        weight[one, other] = float(str(row[2]))
    return [
        Link(one, other, marks=tuple(held), weight=weight[one, other])
        for (one, other), held in shared.items()
    ]
