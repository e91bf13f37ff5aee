"""Lay what is held over the plan: every cell gets a state and a reason."""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from thirdhand.model import (
    Account,
    Cell,
    Findings,
    Plan,
    PlanItem,
    Reading,
    Request,
    Sight,
    Site,
    View,
    Vocabulary,
)
from thirdhand.model.plan import Cadence
from thirdhand.visibility.cells import around, cells, heard_in
from thirdhand.visibility.heads import Counts
from thirdhand.visibility.held import Heard, Held, hold, lasts, matches
from thirdhand.visibility.line import Line
from thirdhand.visibility.requests import Asker, requests, weight
from thirdhand.visibility.slot import Slot, slot_of, slots
from thirdhand.visibility.usual import Usual, sectors

# The time that says what is out of sight now.
LATELY = dt.timedelta(days=365)
ANY = ("seen", "one voice", "contested")


def look(
    accounts: Sequence[Account],
    readings: Sequence[Reading],
    findings: Findings,
    plan: Plan,
    site: Site,
    vocabulary: Vocabulary,
) -> View:
    """Coverage of the plan for one site, from plan.start to plan.end.

    Where the plan leaves an end open, the accounts that speak of the site set it. An empty View
    where the plan has no items or no account of the site has a date.
    """
    held = hold(accounts, readings, findings, site, plan.small_cell)
    days = _days(plan, held.heard)
    if days is None:
        return View()
    asker = Asker([c for r in readings for c in r.claims], findings, vocabulary)
    cadences = sorted({i.cadence for i in plan.items})
    grid = {c: tuple(slots(*days, c)) for c in cadences}
    topics = sectors(plan, vocabulary)
    counts = Counts(findings.estimated, held.tellings, plan.small_cell)
    known = {c: around(grid[c], held, Usual(held.tellings, c, topics), counts) for c in cadences}
    rows: list[Cell] = []
    asked: list[tuple[int, Request]] = []
    for item in plan.items:
        when, told = grid[item.cadence], known[item.cadence]
        lines = _lines(item, site, held, vocabulary)
        mine = [cell for line in lines for cell in cells(line, when, told)]
        rows += mine
        late = {slot.name for slot in when if slot.last > days[1] - LATELY}
        now = weight([cell for cell in mine if cell.period in late])
        asked += [(now, r) for r in requests(item, site, mine, asker)]
    # What is out of sight now comes first; on a tie the plan's own order stands.
    asked.sort(key=lambda a: -a[0])
    sights = tuple(_sights(rows, days, held, grid))
    index = _share(rows, ("seen",))
    return View(tuple(rows), tuple(r for _, r in asked), sights, index)


def _lines(item: PlanItem, site: Site, held: Held, vocabulary: Vocabulary) -> list[Line]:
    """The line for the whole site, or one for each of its parts."""
    indicator = vocabulary.get(item.indicator)
    tolerance = indicator.tolerance if indicator else 0.0
    long = lasts(item, vocabulary)
    areas: list[str | None] = [a.id for a in site.areas] if item.areas == "each" else []
    out = []
    for area in areas or [None]:
        told = tuple(t for t in held.tellings if matches(item, area, t, vocabulary))
        out.append(Line(item, site, area, long, tolerance, told))
    return out


def _days(plan: Plan, heard: Sequence[Heard]) -> tuple[dt.date, dt.date] | None:
    """First day of the first month to last day of the last; None where nothing sets them.

    Accounts set an open end by their own date: a sentence about 1991 does not mean that anybody
    watched in 1991.
    """
    periods = [h.period for h in heard if h.period]
    start = plan.start or min((p.start for p in periods), default="")[:7]
    end = plan.end or max((p.end for p in periods), default="")[:7]
    if not start or not end:
        return None
    year, month = (int(p) for p in end.split("-"))
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date.fromisoformat(f"{start}-01"), last


def _sights(
    rows: Sequence[Cell],
    days: tuple[dt.date, dt.date],
    held: Held,
    grid: dict[Cadence, tuple[Slot, ...]],
) -> list[Sight]:
    """One a month. Longer cells count in each of their months, weeks in that of their Thursday."""
    months = tuple(slots(*days, "month"))
    heard = heard_in(months, held.heard)
    by_month: dict[str, list[Cell]] = defaultdict(list)
    months_of = {slot.name: _months_of(slot) for row in grid.values() for slot in row}
    for cell in rows:
        for name in months_of[cell.period]:
            by_month[name].append(cell)
    out = []
    for month in months:
        here = heard.get(month.name, [])
        mine = by_month.get(month.name, [])
        voices = {v for h in here for v in h.voices}
        shares = _share(mine, ("seen",)), _share(mine, ANY)
        out.append(Sight(month.name, *shares, len(mine), len(here), len(voices)))
    return out


def _months_of(slot: Slot) -> list[str]:
    if "-W" in slot.name:
        return [slot_of(slot.first + dt.timedelta(days=3), "month").name]
    return [s.name for s in slots(slot.first, slot.last, "month")]


def _share(rows: Sequence[Cell], states: Sequence[str]) -> float:
    return round(sum(c.state in states for c in rows) / len(rows), 6) if rows else 0.0
