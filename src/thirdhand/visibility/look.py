"""Lay what is held over the plan: every cell gets a state and a reason."""

import datetime as dt
from collections.abc import Sequence

from thirdhand.model import (
    Account,
    Cell,
    Findings,
    Period,
    Plan,
    PlanItem,
    Reading,
    Request,
    Site,
    View,
    Vocabulary,
)
from thirdhand.visibility.alarms import Ground, alarms, standing
from thirdhand.visibility.asking import Asker
from thirdhand.visibility.cells import around, cells
from thirdhand.visibility.heads import Counts
from thirdhand.visibility.held import Heard, Telling, hold, keyed, lasts, matches
from thirdhand.visibility.line import Line
from thirdhand.visibility.others import by_turns, contradictions, documents
from thirdhand.visibility.regulars import regulars_of
from thirdhand.visibility.requests import Look, gap, in_order, weight
from thirdhand.visibility.sights import share, sights
from thirdhand.visibility.slot import slots
from thirdhand.visibility.usual import Usual, sectors, told_of

# The time that says what is out of sight now.
LATELY = dt.timedelta(days=365)


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
    cadences = sorted({i.cadence for i in plan.items})
    grid = {c: tuple(slots(*days, c)) for c in cadences}
    by_name = {slot.name: slot for row in grid.values() for slot in row}
    topics = sectors(plan, vocabulary)
    counts = Counts(findings.estimated, held.tellings, plan.small_cell)
    told_by = told_of(held.tellings, topics)
    known = {c: around(grid[c], held, Usual(told_by, c), counts, topics) for c in cadences}
    by_key = keyed(held.tellings)
    here = {c.id: c for r in readings for c in r.claims if c.site == site.id}
    asker = Asker(list(here.values()), held.heard, findings, topics, days[1])
    asking = Look(site, by_name, days[1], asker)
    rows: list[Cell] = []
    asked: list[tuple[int, Request]] = []
    for item in plan.items:
        when, told = grid[item.cadence], known[item.cadence]
        lines = _lines(item, site, by_key.get(item.indicator, ()), vocabulary)
        mine = [cell for line in lines for cell in cells(line, when, told)]
        rows += mine
        late = {slot.name for slot in when if slot.last > days[1] - LATELY}
        now = weight([cell for cell in mine if cell.period in late])
        request = gap(item, mine, asking, lasts=lasts(item, vocabulary))
        # The whole site before its parts, where both are as dark.
        asked += [(2 * now + (item.areas == "site"), request)] if request else []
    months = tuple(slots(*days, "month"))
    usual = regulars_of(months, held)
    seen = tuple(sights(rows, months, held, by_name, usual))
    ground = Ground(site, plan, vocabulary, here, findings, held, tuple(rows), seen, usual, days)
    which = contradictions(standing(ground), here, vocabulary, plan.small_cell, asking)
    others = by_turns(which, documents(findings.missing, here, asking))
    questions = tuple(in_order(asked, others))
    return View(tuple(rows), questions, seen, share(rows, ("seen",)), alarms(ground))


def _lines(
    item: PlanItem, site: Site, tellings: Sequence[Telling], vocabulary: Vocabulary
) -> list[Line]:
    """The line for the whole site, or one for each of its parts."""
    indicator = vocabulary.get(item.indicator)
    tolerance = indicator.tolerance if indicator else 0.0
    long = lasts(item, vocabulary)
    areas: list[str | None] = [a.id for a in site.areas] if item.areas == "each" else []
    out = []
    for area in areas or [None]:
        told = tuple(t for t in tellings if matches(item, area, t, vocabulary))
        out.append(Line(item, site, area, long, tolerance, told))
    return out


def _days(plan: Plan, heard: Sequence[Heard]) -> tuple[dt.date, dt.date] | None:
    """First and last day of the look; None where nothing sets them.

    The plan's end is a month or a day; where a month runs, its cells are those of the whole month.
    Accounts set an open end by their own date: a sentence about 1991 does not mean that anybody
    watched in 1991.
    """
    periods = [h.period for h in heard if h.period]
    start = plan.start or min((p.start for p in periods), default="")[:7]
    end = plan.end or max((p.end for p in periods), default="")[:7]
    if not start or not end:
        return None
    return Period.parse(start).first.replace(day=1), Period.parse(end).last
