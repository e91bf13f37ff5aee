"""When things happened: how many are told of by type and week, and the gravest one by one."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Chart, Datum, Row, Sentence, Table
from thirdhand.brief.parts.incidents import UNTOLD, Told, happenings, line, tolls_moved, type_of
from thirdhand.brief.parts.pick import unfounded
from thirdhand.brief.wording import day
from thirdhand.model import Assessment, Period

TYPES = 7
GRAVEST = 12
# Up to so many months a week is wide enough to be seen.
WEEKS = 24
# What makes a happening grave, the gravest first.
TOLLS = ("killed", "deaths", "injured")
Slot = tuple[dt.date, dt.date]


def chart(facts: Facts) -> Chart:
    """What is told to have happened, by type and week; by month where the time is long.

    What is told of less closely than that has no place in it and is counted beside it.
    """
    rows = [rows[0] for rows in happenings(facts) if rows[0].verdict not in UNTOLD]
    rows = [row for row in rows if facts.watched(row.period)]
    grain = _grain(facts, rows)
    placed = [(slot, row) for row in rows if (slot := _slot(row.period, grain))]
    types = [type_of(row, facts.held(row.claims)) for _, row in placed]
    most = [t for t, _ in Counter(sorted(types)).most_common(TYPES)]
    shown = [t if t in most else "other incidents" for t in types]
    told = Counter(zip((slot for slot, _ in placed), shown, strict=True))
    order = {t: n for n, t in enumerate([*most, "other incidents"])}
    data: tuple[Datum, ...] = tuple(
        {"type": t, "first": slot[0].isoformat(), "last": slot[1].isoformat(), "count": n}
        for (slot, t), n in sorted(told.items(), key=lambda item: (order[item[0][1]], item[0][0]))
    )
    alt = _words(types, placed, grain, len(rows) - len(placed))
    return Chart("incidents", f"Incidents told of, by type and {grain}", alt, data)


def worst(facts: Facts, floor: str, most: int) -> list[Sentence]:
    """The sentences of the gravest happenings from a day (ISO) on, the gravest first."""
    moves = tolls_moved(facts)
    fresh = [rows for rows in _grave(facts) if rows[0].period.start >= floor]
    fresh = [rows for rows in fresh if not unfounded(rows[0])]
    return [line(rows, facts, moves).sentence for rows in fresh[:most]]


def gravest(facts: Facts) -> Table:
    """The happenings with the most dead or injured, in the order of time."""
    moves = tolls_moved(facts)
    first = sorted(_grave(facts)[:GRAVEST], key=lambda rows: (rows[0].period.start, rows[0].id))
    lines = tuple(_line(rows, line(rows, facts, moves), facts) for rows in first)
    columns = ("When", "What", "Where", "Toll", "Voices", "Grade")
    caption = "The gravest happenings, in the order of time"
    return Table("gravest", caption, columns, lines, GRAVEST, "happenings")


def _grave(facts: Facts) -> list[Told]:
    """What is told to have happened and cost lives or health, the gravest first."""
    found = [rows for rows in happenings(facts) if rows[0].verdict not in UNTOLD]
    found = [rows for rows in found if facts.watched(rows[0].period)]
    weighed = [(_weight(rows, facts), rows) for rows in found]
    grave = [(weight, rows) for weight, rows in weighed if weight[0]]
    return [rows for _, rows in sorted(grave, key=lambda g: (*(-n for n in g[0]), g[1][0].id))]


def _line(rows: Told, row: Row, facts: Facts) -> Row:
    """The row of the listing with the columns of a timeline."""
    when, what, _, toll, voices, grade, *_ = row.cells
    place = facts.area(rows[0].area)
    what = what.removesuffix(f", {place}") if place else what
    return Row((when, what, place or facts.dossier.site.name, toll, voices, grade), row.sentence)


def _weight(rows: Told, facts: Facts) -> tuple[float, float, int]:
    """Dead and injured together, the dead, and how many voices tell of it."""
    tolls: dict[str, float] = dict.fromkeys(TOLLS, 0.0)
    for row in rows:
        if row.indicator in tolls and not facts.small(row):
            least = row.best if row.best is not None else row.low
            tolls[row.indicator] = max(tolls[row.indicator], least or 0.0)
    dead = max(tolls["killed"], tolls["deaths"])
    return dead + tolls["injured"] / 10, dead, max(len(row.voices) for row in rows)


def _grain(facts: Facts, rows: Sequence[Assessment]) -> str:
    months = [s.period for s in facts.dossier.view.sights] or sorted(
        {r.period.end[:7] for r in rows}
    )
    if not months:
        return "week"
    first, last = months[0], months[-1]
    span = 12 * (int(last[:4]) - int(first[:4])) + int(last[5:7]) - int(first[5:7])
    return "week" if span < WEEKS else "month"


def _slot(period: Period, grain: str) -> Slot | None:
    """The first day of the week or month that holds the period, and the first after it."""
    first, last = (_begin(day, grain) for day in (period.first, period.last))
    if first != last:
        return None
    after = first + dt.timedelta(days=7) if grain == "week" else _begin_next(first)
    return first, after


def _begin(date: dt.date, grain: str) -> dt.date:
    return date - dt.timedelta(days=date.weekday()) if grain == "week" else date.replace(day=1)


def _begin_next(month: dt.date) -> dt.date:
    return (month + dt.timedelta(days=31)).replace(day=1)


def _words(
    types: Sequence[str], placed: Sequence[tuple[Slot, Assessment]], grain: str, coarse: int
) -> str:
    if not placed:
        return f"No incident is told of by {grain}."
    most = ", ".join(f"{name} {n}" for name, n in Counter(sorted(types)).most_common(3))
    first, last = (f(slot[0] for slot, _ in placed).isoformat() for f in (min, max))
    when = (day(first), day(last)) if grain == "week" else (day(first[:7]), day(last[:7]))
    begun = "weeks that begin on" if grain == "week" else "months from"
    loose = f" {coarse:,} more are told of less closely and are not in it." if coarse else ""
    return (
        f"Chart: incidents told of by type, {begun} {when[0]} to {when[1]}, {len(placed):,} in "
        f"all; most often {most}.{loose} Few incidents can mean that few were told."
    )
