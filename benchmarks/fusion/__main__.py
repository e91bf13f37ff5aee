"""`python -m benchmarks.fusion [sources] [towns]`: how right fixed values are, beside others."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fusion import sources, towns

SETS = ("sources", "towns")


def main(words: list[str] | None = None) -> None:
    """Estimate, score and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.fusion", description="Score `thirdhand estimate` and its peers."
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; else all")
    parser.add_argument("--gold", type=Path, help="another file of true values of the towns")
    asked = parser.parse_args(words)
    if unknown := set(asked.sets) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    with TemporaryDirectory() as folder:
        work = Path(folder)
        if "sources" in asked.sets or not asked.sets:
            _print(sources.report(work))
        if "towns" in asked.sets or not asked.sets:
            _print(towns.report(work, asked.gold))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
