"""`python -m benchmarks.copies [al-hol] [reprints] [volume] [--size N]`."""

import argparse

from rich import box
from rich.table import Table

from benchmarks.copies import al_hol, reprints, volume
from benchmarks.show import console

PARTS = ("al-hol", "reprints", "volume")
SIZE = 100_000


def main(words: list[str] | None = None) -> None:
    """Measure and print what is asked for; all where nothing is."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.copies", description="Find copies, beside the peers."
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; else all")
    parser.add_argument("--size", type=int, default=SIZE, help="accounts of volume (100000)")
    asked = parser.parse_args(words)
    unknown = set(asked.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    chosen = asked.parts or PARTS
    if "al-hol" in chosen:
        _al_hol()
    if "reprints" in chosen:
        _reprints()
    if "volume" in chosen:
        _volume(asked.size)


def _table(title: str, *columns: str) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False, title=title, title_justify="left")
    table.add_column("")
    for name in columns:
        table.add_column(name, justify="right")
    return table


def _al_hol() -> None:
    why = al_hol.missing()
    if why:
        console().print(f"al-hol: skipped: {why}")
        return
    table = _table("al-hol: pairs of one origin", "precision", "recall", "F1")
    for row in al_hol.judged():
        values = (row.precision, row.recall, row.f1)
        table.add_row(row.name, *([row.why] if row.why else [f"{v:.3f}" for v in values]))
    console().print(table)


def _reprints() -> None:
    rows, kept, lost = reprints.found()
    table = _table(
        "reprints: recall at precision .95 (mean score of the pairs to be found); as shipped",
        "3-grams kept",
        "recall",
        "score",
        "shipped precision",
        "shipped recall",
    )
    for row in rows:
        left = f"{kept[row.kind]:.2f}" if row.kind in kept else ""
        recall = "never .95" if row.recall is None else f"{row.recall:.3f}"
        shipped = [f"{v:.3f}" for v in row.shipped] if row.shipped else ["", ""]
        table.add_row(f"{row.name}, {row.kind}", left, recall, f"{row.score:.2f}", *shipped)
    console().print(table)
    for name, why in lost.items():
        console().print(f"{name}: not run, {why}")


def _volume(size: int) -> None:
    costs = volume.costs((max(size // 10, 10), size))
    table = _table(
        "volume: a fifth are reprints",
        "accounts",
        "seconds",
        "of CPU",
        "peak MiB",
        "precision",
        "recall",
    )
    for row in costs:
        recall = dict(row.recall).get("all", 0.0)
        cells = (
            f"{row.seconds:.1f}",
            f"{row.cpu:.1f}",
            f"{row.peak / 2**20:,.0f}",
            f"{row.precision:.3f}",
        )
        told = [row.why] if row.why else [*cells, f"{recall:.3f}"]
        table.add_row(row.name, f"{row.size:,}", *told)
    console().print(table)
    for row in costs:
        kinds = ", ".join(f"{kind} {value:.3f}" for kind, value in row.recall if kind != "all")
        console().print(f"recall of {row.name} on {row.size:,}: {kinds or row.why}")
    small, mine, theirs = costs[0], costs[2], costs[3]
    console().print(f"growth of ours: n^{volume.growth(small, mine):.2f}")
    console().print(f"texts alone take {mine.before / 2**20:,.0f} MiB of ours")
    if not theirs.why:
        times = theirs.seconds / mine.seconds, theirs.cpu / mine.cpu
        console().print(
            f"datasketch takes {times[0]:.1f} times as long as ours, {times[1]:.1f} times the CPU"
        )


if __name__ == "__main__":
    main()
