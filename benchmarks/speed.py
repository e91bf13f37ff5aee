"""`python -m benchmarks.speed [--json] [--accounts N]`: what reading costs, and how it scales.

Reading is set against spaCy's plain pipeline: the same model as it is shipped, over the same
English texts of the example, in the same process, in CPU seconds, the best of several tries by
turns. The first reading of a process loads the reader's tables as well, and is told apart.

One and two processes are timed on the clock, with their start, over a quarter of N accounts; two
cannot serve where other programs keep the cores busy. The most memory that reading a tenth of N,
and N, accounts took is that of a process of its own for each.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from rich import box
from rich.table import Table

from benchmarks import scorer
from benchmarks.example import BATCH, ENGLISH
from benchmarks.many import accounts, many
from benchmarks.peers.pipeline import shipped
from benchmarks.show import console
from thirdhand.model import Plan
from thirdhand.read import Readers
from thirdhand.read.parse import pipeline
from thirdhand.read.reader import Reader
from thirdhand.words import vocabulary

NO_CASE = Plan(name="", sites=())
TRIES = 5
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Speed:
    """CPU seconds of reading and of spaCy alone; wall seconds by processes; peak bytes by accounts.

    first: the first reading of a process, with its tables loaded.
    """

    words: int
    plain: float
    reading: float
    first: float
    scaled: int
    processes: dict[int, float]
    memory: dict[int, int]

    @property
    def ratio(self) -> float:
        """Reading against spaCy alone: 1 is as fast."""
        return self.reading / self.plain

    @property
    def scale(self) -> float:
        """How many times as fast two processes are as one."""
        return self.processes[1] / self.processes[2]


def main() -> None:
    """Measure and print."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.speed", description="Time reading.")
    words.add_argument("--json", action="store_true", help="print one JSON object")
    words.add_argument("--accounts", type=int, default=MOST, help=f"how many at most ({MOST:,})")
    words.add_argument("--memory", type=int, help=argparse.SUPPRESS)
    asked = words.parse_args()
    if asked.memory:
        sys.stdout.write(f"{peak(asked.memory)}\n")
        return
    speed = measure(asked.accounts)
    if asked.json:
        sys.stdout.write(f"{as_json(speed)}\n")
    else:
        console().print(table(speed))


def measure(most: int) -> Speed:
    """All of it; each part grows with `most`, the number of accounts, but for the first."""
    told = [a for a in accounts() if a.language == ENGLISH][:most]
    few, some = max(most // 10, 1), max(most // 4, 1)
    pipeline()
    alone, reader = shipped(), Reader(NO_CASE, vocabulary())

    def plain() -> None:
        _all(alone.pipe((a.text for a in told), batch_size=BATCH))

    def reading() -> None:
        _all(reader.read(told))

    first = _cpu(reading)
    tries = [(_cpu(plain), _cpu(reading)) for _ in range(TRIES)]
    return Speed(
        words=sum(len(a.text.split()) for a in told),
        plain=min(a for a, _ in tries),
        reading=min(b for _, b in tries),
        first=first,
        scaled=some,
        processes={n: _clock(some, n) for n in (1, 2)},
        memory={n: _apart(n) for n in (few, most)},
    )


def peak(count: int) -> int:
    """The most memory this process took, in bytes, when it has read so many accounts."""
    _all(Reader(NO_CASE, vocabulary()).read(many(count)))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024  # Linux tells kilobytes


def _apart(count: int) -> int:
    words = [sys.executable, "-m", "benchmarks.speed", "--memory", str(count)]
    return int(subprocess.run(words, check=True, capture_output=True, cwd=scorer.ROOT).stdout)  # noqa: S603


def _clock(count: int, processes: int) -> float:
    readers = Readers(NO_CASE, vocabulary(), processes)
    begun = time.perf_counter()
    _all(readers.read(many(count)))
    return time.perf_counter() - begun


def _cpu(work: Callable[[], None]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _all(rows: Iterable[object]) -> None:
    for _ in rows:
        pass


def as_json(speed: Speed) -> str:
    """One JSON object."""
    return json.dumps({**asdict(speed), "ratio": speed.ratio, "scale": speed.scale})


def table(speed: Speed) -> Table:
    """What a person reads."""
    grid = Table(box=box.SIMPLE, pad_edge=False, show_header=False)
    grid.add_column()
    grid.add_column(justify="right")
    grid.add_row(f"spaCy alone, {speed.words:,} words", f"{speed.plain:.2f} s of CPU")
    grid.add_row("reading them", f"{speed.reading:.2f} s, {speed.ratio:.2f} times as long")
    grid.add_row("the first time", f"{speed.first:.2f} s, {speed.first / speed.plain:.2f} times")
    for count, seconds in speed.processes.items():
        many_ = f"{speed.scaled:,} accounts in {count} process{'es' if count > 1 else ''}"
        grid.add_row(many_, f"{seconds:.1f} s")
    grid.add_row("two processes against one", f"{speed.scale:.2f} times as fast")
    for count, size in speed.memory.items():
        grid.add_row(f"most memory, {count:,} accounts", f"{size / 2**20:,.0f} MiB")
    return grid


if __name__ == "__main__":
    main()
