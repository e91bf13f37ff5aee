"""The costs as a table."""

from collections.abc import Sequence

from rich import box
from rich.console import Group
from rich.table import Table

from benchmarks.brief.measure import BYTES, SECONDS, Cost


def table(costs: Sequence[Cost]) -> Group:
    """What a person reads: a column a size, a line a stage."""
    grid = Table(box=box.SIMPLE, pad_edge=False)
    grid.add_column("seconds of")
    for found in costs:
        grid.add_column(f"{found.accounts:,} accounts", justify="right")
    for at, (stage, _) in enumerate(costs[0].seconds):
        grid.add_row(stage, *(f"{found.seconds[at][1]:.2f}" for found in costs))
    grid.add_row("after reading", *(f"{found.after:.2f}" for found in costs))
    grid.add_row("CPU, all of it", *(f"{found.cpu:.2f}" for found in costs))
    grid.add_row("claims", *(f"{found.claims:,}" for found in costs))
    grid.add_row("most memory, MiB", *(f"{found.peak / 2**20:,.0f}" for found in costs))
    grid.add_row("bound", *("kept" if found.kept else "NOT KEPT" for found in costs))
    return Group(grid, f"bound: {SECONDS:.0f} s after reading, {BYTES / 2**20:,.0f} MiB")
