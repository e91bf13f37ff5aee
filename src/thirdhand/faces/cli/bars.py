"""How far a run is: bars on a terminal, one line a stage anywhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from thirdhand.outcome import Progress, silent


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """What to call with each step of a run."""
    if quiet:
        yield silent
    elif sys.stderr.isatty():
        with Bars(
            TextColumn("{task.description:<12}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
        ) as bars:
            yield _draw(bars)
    else:
        yield _line


def _draw(bars: Bars) -> Progress:
    tasks: dict[str, TaskID] = {}

    def draw(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            tasks[stage] = bars.add_task(stage)
        # Nothing to do is all done: a bar of 0 would never fill.
        bars.update(tasks[stage], completed=done if total else 1, total=total or 1)

    return draw


def _line(stage: str, done: int, total: int) -> None:
    """Only the end of a stage is worth a line."""
    if done == total:
        told = {0: "nothing new", 1: "done"}.get(total, f"{total:,} done")
        print(f"{stage}: {told}", file=sys.stderr, flush=True)
