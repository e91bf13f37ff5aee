"""`python -m benchmarks.intake [--files N] [--mailbox MB] [--plain N] [--json]`.

What taking in costs, before reading: a quarter and all of N mixed files, a mailbox of so many MB,
and N plain .json files. All are made from the example in a folder that is deleted afterwards. Exit
code 1 where a bound is not kept.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from rich import box
from rich.table import Table

from benchmarks.intake.make import write, write_mailbox, write_plain
from benchmarks.intake.measure import BYTES, SPEED, Cost, apart, as_json
from benchmarks.show import console

FILES, MAILBOX, PLAIN = 1_000, 2_048, 2_000
# Memory is flat where four times the files take no more than so many times as much.
FLAT = 1.1


def main() -> int:
    """Make, measure, print, and say whether the bounds were kept."""
    asked = _asked()
    with TemporaryDirectory() as place:
        costs = list(_costs(Path(place), asked))
    if asked.json:
        sys.stdout.writelines(f"{as_json(found)}\n" for found in costs)
    else:
        console().print(_table(costs))
    return 0 if all(_kept(found, costs) for found in costs) else 1


def _costs(place: Path, asked: argparse.Namespace) -> Iterator[Cost]:
    for count in filter(None, (asked.files // 4, asked.files)):
        folder = _told(place / f"mixed {count}")
        write(folder, count)
        yield apart("mixed", folder)
    if asked.plain:
        folder = _told(place / "plain")
        write_plain(folder, asked.plain)
        yield apart("plain", folder)
    if asked.mailbox:
        folder = _told(place / "mailbox")
        write_mailbox(folder / "desk.mbox", asked.mailbox * 2**20)
        yield apart("mailbox", folder)


def _told(folder: Path) -> Path:
    """The folder, once a person knows what is made."""
    sys.stderr.write(f"{folder.name}: making and taking in\n")
    folder.mkdir()
    return folder


def _kept(found: Cost, costs: list[Cost]) -> bool:
    """Whether it is quick enough, and needs no more memory for many files than for a quarter."""
    if found.name == "mailbox":
        return found.peak <= BYTES
    least = min(other.peak for other in costs if other.name == found.name)
    return found.speed >= SPEED and found.peak <= FLAT * least


def _table(costs: list[Cost]) -> Table:
    grid = Table(box=box.SIMPLE, pad_edge=False)
    for name in (
        "",
        "files",
        "MB",
        "accounts",
        "errors",
        "seconds",
        "CPU s",
        "files/s",
        "MB/s",
        "MiB",
        "",
    ):
        grid.add_column(name, justify="left" if not name else "right")
    for found in costs:
        grid.add_row(
            found.name,
            f"{found.files:,}",
            f"{found.size / 1e6:,.1f}",
            f"{found.accounts:,}",
            f"{sum(many for _, many in found.errors):,}",
            f"{found.seconds:.1f}",
            f"{found.cpu:.1f}",
            f"{found.speed:,.0f}",
            f"{found.size / 1e6 / found.seconds:,.1f}",
            f"{found.peak / 2**20:,.0f}",
            "kept" if _kept(found, costs) else "NOT KEPT",
        )
    return grid


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(prog="python -m benchmarks.intake", description="Time intake.")
    words.add_argument("--files", type=int, default=FILES, help=f"how many mixed ({FILES:,})")
    words.add_argument("--mailbox", type=int, default=MAILBOX, help=f"its size in MiB ({MAILBOX})")
    words.add_argument("--plain", type=int, default=PLAIN, help=f"how many .json ({PLAIN:,})")
    words.add_argument("--json", action="store_true", help="print one JSON object a folder")
    return words.parse_args()


if __name__ == "__main__":
    sys.exit(main())
