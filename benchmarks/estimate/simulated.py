"""Made-up histories: how often a nominal 90 % interval holds the truth."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from multiprocessing import Pool

from benchmarks.estimate.history import History, history
from benchmarks.estimate.marks import OURS, Mark
from benchmarks.estimate.plain import PLAIN
from thirdhand.corroborate import moving
from thirdhand.corroborate.levels.moving import read

ASKS = {"item": "it", "source": "", "value": "", "low": "", "high": "", "hedge": ""}


def simulated(seeds: range, processes: int, *, groups: bool) -> Iterator[Mark]:
    """The marks of every seed, through the table that `thirdhand estimate` reads."""
    with Pool(processes) as pool:
        for marks in pool.imap(partial(_marks, groups=groups), seeds, chunksize=4):
            yield from marks


def _marks(seed: int, *, groups: bool) -> list[Mark]:
    made = history(seed, groups=groups)
    told, _ = read(made.rows)
    found = []
    for (best, low, high), day, truth in zip(_ours(made), made.asked, made.truth, strict=True):
        found.append(Mark(OURS, truth, best, low, high))
        found += [Mark(way, truth, ask(told["it"], day)) for way, ask in PLAIN.items()]
    return found


def _ours(made: History) -> Iterator[tuple[float | None, float, float]]:
    days = [dt.date.fromordinal(day).isoformat() for day in made.asked]
    moved, _ = moving([*made.rows, *({**ASKS, "as_of": day} for day in days)])
    lines = {row.as_of: row for row in moved}
    for day in days:
        row = lines[day]
        low = 0.0 if row.low is None else row.low
        yield row.best, low, float("inf") if row.high is None else row.high
