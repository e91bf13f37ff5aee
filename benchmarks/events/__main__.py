"""`python -m benchmarks.events`: which accounts tell of one happening, ours and others' grouping.

`--data FILE`: JSON lines of articles with id, event, title, text, published. Skips aloud where
there is none, and says so where the peers cannot be run. `--settings` moves the numbers that ours
was shipped with, `--cost` times it on generated accounts.
"""

import argparse
import json
from pathlib import Path

from rich import box
from rich.table import Table

from benchmarks import scorer
from benchmarks.events import cost
from benchmarks.events.run import SPLITS, Bench, Row
from benchmarks.events.settings import lines, sheet
from benchmarks.reading.peers import NotRun
from benchmarks.reading.show import console
from thirdhand.model import Account

DATA = Path("data") / "same-event" / "dev.jsonl"
COLUMNS = ("threshold", "pairs P", "R", "F1", "B3 P", "R", "F1", "halves F1", "9 of 10")


def main(words: list[str] | None = None) -> None:
    """Group, judge and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.events")
    parser.add_argument("--data", type=Path, help="JSON lines of articles, with their events")
    parser.add_argument("--settings", action="store_true", help="move our numbers instead: minutes")
    parser.add_argument("--cost", action="store_true", help="time it on generated accounts instead")
    asked = parser.parse_args(words)
    path = asked.data or scorer.shared() / DATA
    out = console()
    if asked.cost:
        out.print(*cost.lines(), sep="\n")
        return
    if not path.exists():
        out.print(f"skipped: {path} is not there; THIRDHAND_SHARED or --data may name it")
        return
    bench = read(path)
    if asked.settings:
        out.print(*lines(sheet(bench)), sep="\n")
        return
    rows, note = [bench.shipped(), bench.ours()], ""
    try:
        rows += bench.peers()
    except NotRun as why:
        note = f"peers (scikit-learn): not run, {why}"
    count = len(set(bench.events))
    out.print(f"{len(bench.accounts)} articles of {count} events: {path.name}")
    out.print(table(rows))
    out.print(
        "threshold: the best on this very set, but for the first row, where nothing is chosen.",
        f"halves: mean pair F1 over {2 * SPLITS} halves of the events, with the threshold that was",
        "best on the other half; 9 of 10: what nine of ten halves reach.",
        note,
        sep="\n",
    )


def read(path: Path) -> Bench:
    """The articles as accounts, in the order of their ids."""
    lines = path.read_text("utf-8").splitlines()
    rows = sorted((json.loads(line) for line in lines if line), key=lambda row: str(row["id"]))
    accounts = []
    for row in rows:
        ref, day = str(row["id"]), (row["published"] or "")[:10] or None
        title, language = row["title"], row.get("language") or "en"
        publisher = row.get("publisher")
        accounts.append(Account(ref, ref, ref, publisher, title, day, language, text=row["text"]))
    return Bench.of(accounts, [str(row["event"]) for row in rows])


def table(rows: list[Row]) -> Table:
    """What a person reads."""
    grid = Table(box=box.SIMPLE, pad_edge=False)
    grid.add_column("grouped by", no_wrap=True)
    for name in COLUMNS:
        grid.add_column(name, justify="right")
    for row in rows:
        rates = [
            rate for kind in (row.pairs, row.b3) for rate in (kind.precision, kind.recall, kind.f1)
        ]
        numbers = (f"{number:.3f}" for number in (*rates, row.mean, row.low))
        grid.add_row(row.name, f"{row.threshold:.2f}", *numbers)
    return grid


if __name__ == "__main__":
    main()
