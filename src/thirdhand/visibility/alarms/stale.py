"""A figure or a condition that has been stale for several periods of its own cadence."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from thirdhand.model import Alarm, Cell, Period
from thirdhand.visibility.alarms.ground import Ground
from thirdhand.visibility.alarms.telling import counted
from thirdhand.visibility.phrases import cadence_of, say
from thirdhand.visibility.slot import names

TOLD = ("seen", "one voice", "contested")


def stale(ground: Ground) -> Iterator[Alarm]:
    """A line of the plan, or a part of it, that ends in at least `stale_periods` stale periods.

    Periods that are unread or of which nobody gets in stand in such a row as well: what was told
    before them is no fresher. What went stale before the last `fresh_months` is a gap, and no news.
    """
    for _, rows in groupby(ground.cells, key=_line):
        cells = list(rows)
        old = _trailing(cells)
        stand = [c for c in old if c.state == "stale"]
        if len(old) < ground.limits.stale_periods or not stand:
            continue
        if ground.slots[old[0].period].first < ground.fresh:
            continue
        yield _alarm(ground, old, stand[-1])


def _trailing(cells: Sequence[Cell]) -> list[Cell]:
    """The last cells in a row that were not told of, but had been told of before."""
    start = len(cells)
    while start and cells[start - 1].state not in TOLD and cells[start - 1].last_seen:
        start -= 1
    return list(cells[start:])


def _alarm(ground: Ground, old: Sequence[Cell], last: Cell) -> Alarm:
    seen = Period.parse(str(last.last_seen)).last
    cadence = cadence_of(last.period)
    parts = {a.id: a.name for a in ground.site.areas}
    where = f", {parts.get(last.area, last.area)}" if last.area else ""
    subject = f"{last.label}{where}"
    by = f" by {names(last.voices)}" if last.voices else ""
    return Alarm(
        id="",
        site=ground.site.id,
        kind="stale figure",
        subject=subject,
        indicator=last.indicator,
        since=ground.slots[old[0].period].first.isoformat(),
        until=ground.end.isoformat(),
        standing=True,
        value=float(len(old)),
        low=None,
        high=float(ground.limits.stale_periods - 1),
        unit="periods",
        reason=(
            f"{subject[:1].upper()}{subject[1:]}: last told of on {say(seen)}{by}, and stale for "
            f"{counted(len(old), cadence)}."
        ),
        cells=tuple(c.id for c in old),
        claims=(),
        assessments=last.assessments,
        rank=0,
    )


def _line(cell: Cell) -> tuple[str | None, ...]:
    """The line of the plan and the part of the site that a cell is of."""
    cadence = cadence_of(cell.period)
    return cell.kind, cell.indicator, *cell.breakdown, cell.label, cadence, cell.area
