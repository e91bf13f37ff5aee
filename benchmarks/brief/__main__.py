"""`python -m benchmarks.brief [--accounts N] [--folder DIR] [--store FILE] [--json]`.

What a run over made-up accounts costs after reading: a tenth, three tenths and all of N. The
accounts are read once, which takes minutes; DIR (out/brief-bench) keeps them for the next time.
Exit code 1 where a bound is not kept.
"""

import argparse
import sys
from pathlib import Path

from benchmarks import scorer
from benchmarks.brief.case import STORE, write
from benchmarks.brief.known import read
from benchmarks.brief.measure import ASKED, as_json, cost, measure
from benchmarks.brief.show import table
from benchmarks.show import console

FOLDER = scorer.ROOT / "out" / "brief-bench"


def main() -> int:
    """Measure, print, and say whether the bounds were kept."""
    asked = _asked()
    place = asked.store or asked.folder / STORE
    if asked.one:
        sys.stdout.write(f"{as_json(cost(asked.folder, asked.one, place))}\n")
        return 0
    read(asked.folder, write(asked.folder, asked.accounts), place, _tell)
    sizes = [max(asked.accounts // 10, 1), max(asked.accounts * 3 // 10, 1), asked.accounts]
    costs = measure(asked.folder, sizes, place)
    if asked.json:
        sys.stdout.writelines(f"{as_json(found)}\n" for found in costs)
    else:
        console().print(table(costs))
    return 0 if all(found.kept for found in costs) else 1


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(prog="python -m benchmarks.brief", description="Time a brief.")
    words.add_argument("--accounts", type=int, default=ASKED, help=f"how many at most ({ASKED:,})")
    words.add_argument("--folder", type=Path, default=FOLDER, help="where the accounts are kept")
    words.add_argument("--store", type=Path, help="the store; else one in the folder")
    words.add_argument("--json", action="store_true", help="print one JSON object a size")
    words.add_argument("--one", type=int, help=argparse.SUPPRESS)
    return words.parse_args()


def _tell(stage: str, done: int, total: int) -> None:
    sys.stderr.write(f"{stage}: {done:,} of {total:,}\n")


if __name__ == "__main__":
    sys.exit(main())
