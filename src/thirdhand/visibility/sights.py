"""The visibility index month by month, and its parts."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import get_args

from thirdhand.model import Cell, SectorSight, Sight, StateCount
from thirdhand.model.gap import CellState
from thirdhand.visibility.cells import heard_in
from thirdhand.visibility.held import Held
from thirdhand.visibility.regulars import Regulars
from thirdhand.visibility.slot import Slot, slot_of, slots

STATES: tuple[CellState, ...] = get_args(CellState)
# The states in which somebody tells of a cell, however badly.
ANY: tuple[CellState, ...] = ("seen", "one voice", "contested")


def sights(
    rows: Sequence[Cell],
    months: Sequence[Slot],
    held: Held,
    grid: Mapping[str, Slot],
    known: Mapping[str, Regulars],
) -> list[Sight]:
    """One a month. Longer cells count in each of their months, weeks in that of their Thursday.

    grid: the periods of the cells by name. known: the voices that usually report, by month.
    """
    heard = heard_in(months, held.heard)
    by_month: dict[str, list[Cell]] = defaultdict(list)
    of = {name: months_of(slot) for name, slot in grid.items()}
    for cell in rows:
        for name in of[cell.period]:
            by_month[name].append(cell)
    out = []
    for month in months:
        here = heard.get(month.name, [])
        mine = by_month.get(month.name, [])
        voices = {v for h in here for v in h.voices}
        row = Sight(
            period=month.name,
            index=share(mine, ("seen",)),
            any=share(mine, ANY),
            cells=len(mine),
            accounts=len(here),
            voices=len(voices),
            states=_states(mine),
            sectors=_sectors(mine),
            missed=known[month.name].missed,
        )
        out.append(row)
    return out


def months_of(slot: Slot) -> list[str]:
    """The months, by name, in which a cell of that period counts."""
    if "-W" in slot.name:
        return [slot_of(slot.first + dt.timedelta(days=3), "month").name]
    return [s.name for s in slots(slot.first, slot.last, "month")]


def share(rows: Sequence[Cell], states: Sequence[str]) -> float:
    """The share of the cells in one of `states`, 0..1; 0 where there are none."""
    return round(sum(c.state in states for c in rows) / len(rows), 6) if rows else 0.0


def _states(rows: Sequence[Cell]) -> tuple[StateCount, ...]:
    """Best first; states in which no cell is are left out."""
    count = Counter(c.state for c in rows)
    return tuple(StateCount(state, count[state]) for state in STATES if count[state])


def _sectors(rows: Sequence[Cell]) -> tuple[SectorSight, ...]:
    """In the order of the plan."""
    by: dict[str, list[Cell]] = defaultdict(list)
    for cell in rows:
        by[cell.sector].append(cell)
    return tuple(
        SectorSight(
            sector,
            len(mine),
            sum(c.state == "seen" for c in mine),
            sum(c.state in ANY for c in mine),
        )
        for sector, mine in by.items()
    )
