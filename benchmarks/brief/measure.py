"""Read once, then time what a run does after reading, each size in a process of its own."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import scorer
from benchmarks.brief.case import SITE
from benchmarks.memory import Memory
from thirdhand import flow
from thirdhand.case import open_case
from thirdhand.faces.cli.bars import progress
from thirdhand.store import SqlStore

# What is asked of 10,000 accounts, after reading, on two cores.
SECONDS, BYTES, ASKED = 20.0, 2**30, 10_000
# These stages come before what is bound.
BEFORE = ("ingest", "read")


@dataclass(frozen=True, slots=True)
class Cost:
    """One run: seconds of each stage, the most memory in bytes, and what it told.

    cpu: seconds of all its threads and processes, from its start; more than the sum of the stages
    where some work side by side. peak: of all its processes, pages that they share once.
    """

    accounts: int
    claims: int
    read: int
    seconds: tuple[tuple[str, float], ...]
    cpu: float
    peak: int

    @property
    def after(self) -> float:
        """Seconds after reading."""
        return sum(seconds for stage, seconds in self.seconds if stage not in BEFORE)

    @property
    def kept(self) -> bool:
        """Whether it stays within the bound of the largest size."""
        return self.after <= SECONDS and self.peak <= BYTES


def measure(folder: Path, sizes: Sequence[int], place: Path) -> list[Cost]:
    """The cost of a run of each size over accounts that lie in `folder` and were read."""
    return [_apart(folder, size, place) for size in sizes]


def cost(folder: Path, count: int, place: Path) -> Cost:
    """Run over the first `count` accounts in this process."""
    case = open_case(folder)
    paths = tuple(folder / "accounts" / f"{number:05d}.json" for number in range(count))
    with (
        TemporaryDirectory() as out,
        SqlStore.open(place) as store,
        progress(quiet=False) as draw,
        Memory() as memory,
    ):
        told = flow.run(flow.Job(case.plan, case.site(SITE), paths, Path(out)), store, draw)
    claims = sum(count for _, count in told.claims)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = time.process_time() + ended.ru_utime + ended.ru_stime
    return Cost(told.accounts, claims, told.read, told.seconds, cpu, memory.peak)


def as_json(found: Cost) -> str:
    """One JSON object."""
    return json.dumps({**asdict(found), "after": found.after, "kept": found.kept})


def of_json(line: str) -> Cost:
    """The cost that as_json told."""
    told = json.loads(line)
    seconds = tuple((stage, took) for stage, took in told["seconds"])
    accounts, claims, read = (told[name] for name in ("accounts", "claims", "read"))
    return Cost(accounts, claims, read, seconds, told["cpu"], told["peak"])


def _apart(folder: Path, count: int, place: Path) -> Cost:
    words = ["--folder", str(folder), "--store", str(place), "--one", str(count)]
    command = [sys.executable, "-m", "benchmarks.brief", *words]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=scorer.ROOT)  # noqa: S603
    return of_json(done.stdout.decode())
