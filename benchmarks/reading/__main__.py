"""`python -m benchmarks.reading [SET ...]`: how right the reader is, beside others."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import scorer
from benchmarks.reading import peers
from benchmarks.reading.rows import Set
from benchmarks.reading.run import Bench
from benchmarks.reading.sets import SETS
from benchmarks.reading.show import as_json, console, tables


def main(words: list[str] | None = None) -> None:
    """Read, score and print."""
    parser = _words()
    asked = parser.parse_args(words)
    unknown = set(asked.sets) - {one.name for one in SETS}
    if unknown:
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    if asked.peers:
        peers.make()
    chosen = [one for one in SETS if not asked.sets or one.name in asked.sets]
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        told = [bench.table(one, _data(one, asked.data, alone=len(chosen) == 1)) for one in chosen]
    if asked.json:
        sys.stdout.write(f"{as_json(told)}\n")
    else:
        console().print(tables(told))


def _words() -> argparse.ArgumentParser:
    words = argparse.ArgumentParser(
        prog="python -m benchmarks.reading", description="Score the reader and its peers."
    )
    names = [one.name for one in SETS]
    words.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(names)}; else all")
    words.add_argument("--json", action="store_true", help="print one JSON object")
    words.add_argument("--peers", action="store_true", help="make the peers' environment first")
    words.add_argument(
        "--data", type=Path, help="folder laid out as the shared data, or as the one set named"
    )
    return words


def _data(judged: Set, told: Path | None, *, alone: bool) -> Path:
    """Where the set lies: in the folder told, which may be the set's own where it is alone."""
    inside = (told or scorer.shared() / "data") / judged.folder
    return told if told and alone and not inside.exists() else inside


if __name__ == "__main__":
    main()
