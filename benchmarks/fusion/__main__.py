"""`python -m benchmarks.fusion [SET ...]`: how right fixed values are, beside other programs."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fusion import settings, sources, towns

SETS = ("sources", "towns", "settings")


def main(words: list[str] | None = None) -> None:
    """Estimate, score and print."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.fusion", description="Score `thirdhand estimate` and its peers."
    )
    parser.add_argument(
        "sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; else the first two"
    )
    parser.add_argument("--gold", type=Path, help="another file of true values of the towns")
    asked = parser.parse_args(words)
    chosen = asked.sets or SETS[:2]
    if unknown := set(asked.sets) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    with TemporaryDirectory() as folder:
        work = Path(folder)
        if "sources" in chosen:
            _print(sources.report(work))
        if "towns" in chosen:
            _print(towns.report(work, asked.gold))
        if "settings" in chosen:
            _print(settings.report(work, asked.gold))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
