"""`python -m benchmarks.estimate population|simulated`: the estimate over time, beside others."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks import scorer
from benchmarks.estimate.marks import Score, scores
from benchmarks.estimate.population import NEEDED, population
from benchmarks.estimate.simulated import simulated

RUNS = 1000


def main(words: list[str] | None = None) -> None:
    """Estimate, compare and print."""
    asked = _words().parse_args(words)
    told: dict[str, list[Score]] = {}
    if "population" in asked.sets:
        told |= _population(asked.data)
    if "simulated" in asked.sets:
        first, last = asked.seeds
        for name, groups in (("made-up histories", True), ("the same without groups", False)):
            if groups or asked.both:
                marks = simulated(range(first, last), asked.processes, groups=groups)
                told[f"{name}, seeds {first} to {last - 1}"] = scores(marks)
    if asked.json:
        rows = {name: [asdict(row) for row in found] for name, found in told.items()}
        sys.stdout.write(f"{json.dumps(rows)}\n")
        return
    console = Console(highlight=False, soft_wrap=True)
    for name, found in told.items():
        console.print(_table(name, found))


def _population(data: Path | None) -> dict[str, list[Score]]:
    if data is None and (why := scorer.missing(NEEDED)):
        sys.stderr.write(f"population: {why}\n")
        return {}
    path = data or scorer.shared() / NEEDED[0]
    return {
        f"al-Hol population by month, {name}": scores(marks) for name, marks in population(path)
    }


def _words() -> argparse.ArgumentParser:
    words = argparse.ArgumentParser(
        prog="python -m benchmarks.estimate", description="Score the estimate and plainer ways."
    )
    words.add_argument("sets", nargs="+", choices=("population", "simulated"), metavar="SET")
    words.add_argument("--json", action="store_true", help="print one JSON object")
    words.add_argument("--data", type=Path, help="another population.csv")
    words.add_argument("--seeds", type=_seeds, default=(0, RUNS), metavar="FIRST:LAST")
    words.add_argument("--both", action="store_true", help="histories without groups as well")
    words.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    return words


def _seeds(text: str) -> tuple[int, int]:
    first, last = text.split(":")
    return int(first), int(last)


def _table(name: str, found: Sequence[Score]) -> Table:
    table = Table(title=name, title_justify="left", box=box.SIMPLE, pad_edge=False)
    table.add_column("way")
    for column in ("answers", "median error", "mean error", "90 % holds", "mean width"):
        table.add_column(column, justify="right")
    for row in found:
        shown = [_share(value) for value in (row.median, row.mean, row.coverage, row.width)]
        table.add_row(row.way, str(row.answers), *shown)
    return table


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.1%}"


if __name__ == "__main__":
    main()
