"""Figures: the latest of each, and how far they were told before."""

from collections import defaultdict
from collections.abc import Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import KEPT, Row, Table, Trend
from thirdhand.brief.parts.pick import (
    FIGURE,
    FRESH,
    NUMERIC,
    Key,
    cells,
    counts,
    last_day,
    newest,
    order,
    sector,
    years_before,
)
from thirdhand.brief.telling import tell
from thirdhand.brief.wording import capital, day, label
from thirdhand.model import Assessment, Estimated

SHOWN = 30
OLDER = 15
# A line of fewer points says nothing; a longer one is too fine to be seen.
POINTS = (3, 60)


def latest(facts: Facts) -> Table:
    """The newest of each indicator, breakdown, unit and place that is of the last year.

    What the plan asks for stands first within its sector.
    """
    rows = [r for r in _newest(facts) if r.period.end >= _floor(facts)]
    trends, targets = _trends(facts, rows[:SHOWN]), _targets(facts)
    lines = tuple(
        _figure(r, facts, targets.get(r.id, ""), trends.get(r.id, ())) for r in rows[:KEPT]
    )
    remark = "Target of the plan" if any(line.remark for line in lines) else ""
    beyond = max(0, len(rows) - KEPT)
    since = facts.dossier.window.since
    before = f"; “earlier” is told of a time before {day(since)}" if since else ""
    caption = f"The latest figure of each kind, of the last year{before}"
    columns = ("Figure", *FIGURE)
    return Table(
        "figures", caption, columns, lines, SHOWN, "figures", NUMERIC, remark, beyond=beyond
    )


def older(facts: Facts) -> Table:
    """What was last told of over a year before the last day of the brief; the newest first."""
    rows = [r for r in _newest(facts) if r.period.end < _floor(facts)]
    rows.sort(key=lambda r: r.period.end, reverse=True)
    lines = tuple(_old(r, facts) for r in rows[:KEPT])
    beyond = max(0, len(rows) - KEPT)
    caption = "Older figures, not renewed for a year"
    columns = ("Figure", *FIGURE)
    return Table("older", caption, columns, lines, OLDER, "figures", NUMERIC, beyond=beyond)


def _newest(facts: Facts) -> list[Assessment]:
    by, asked = order(facts), {(i.indicator, i.breakdown, i.unit) for i in facts.dossier.plan.items}

    def key(row: Assessment) -> Key:
        first, *rest = by(row)
        return row.area or "", first, (row.indicator, row.breakdown, row.unit) not in asked, *rest

    return sorted(newest(facts.standing, facts), key=key)


def _floor(facts: Facts) -> str:
    return years_before(last_day(facts), FRESH)


def _figure(row: Assessment, facts: Facts, target: str = "", trend: Trend = ()) -> Row:
    group = facts.area(row.area) or capital(sector(row, facts))
    old = row.period.end < (facts.dossier.window.since or "")
    line = (_name(row, facts), *cells(row, facts, old))
    return Row(line, tell(row, facts), group, target, trend)


def _name(row: Assessment, facts: Facts) -> str:
    return label(row.indicator, row.breakdown, row.unit, facts.dossier.vocabulary)


def _old(row: Assessment, facts: Facts) -> Row:
    """By date and not by group: the name says of which part of the site it is."""
    place = f", {facts.area(row.area)}" if row.area else ""
    return Row((f"{_name(row, facts)}{place}", *cells(row, facts)), tell(row, facts))


def _targets(facts: Facts) -> dict[str, str]:
    """How a figure (id) stands to the target of the plan, as the newest cell has it."""
    found: dict[str, str] = {}
    for cell in sorted(facts.dossier.view.cells, key=lambda c: c.period):
        if cell.target:
            words = f": {cell.measured}" if cell.measured else ""
            found.update(dict.fromkeys(cell.assessments, f"{capital(cell.target)}{words}"))
    return found


def _trends(facts: Facts, rows: Sequence[Assessment]) -> dict[str, Trend]:
    """The levels up to each figure (id): those estimated month by month, else those assessed.

    Only of what is a level: what came in a day and what came in a year make no line.
    """
    levels: dict[Key, dict[str, float]] = defaultdict(dict)
    wanted = {_key(row) for row in rows if _level(row, facts)}
    for told in sorted(facts.standing, key=lambda r: (r.period.end, r.id)):
        if told.best is not None and _key(told) in wanted and counts(told):
            levels[_key(told)][told.period.end[:7]] = told.best
    estimated: dict[Key, dict[str, float]] = defaultdict(dict)
    for row in facts.dossier.findings.estimated:
        if _key(row) in wanted and row.site == facts.dossier.site.id:
            estimated[_key(row)][row.month] = row.best
    levels.update(estimated)
    return {row.id: _course(levels[_key(row)], row) for row in rows if _key(row) in levels}


def _course(months: dict[str, float], row: Assessment) -> Trend:
    points = sorted(item for item in months.items() if item[0] <= row.period.end[:7])
    least, most = POINTS
    return tuple(points[-most:]) if len(points) >= least else ()


def _key(row: Assessment | Estimated) -> Key:
    return row.indicator, row.breakdown, row.unit, row.area


def _level(row: Assessment, facts: Facts) -> bool:
    indicator = facts.dossier.vocabulary.get(row.indicator)
    return indicator is not None and indicator.measure in ("stock", "share")
