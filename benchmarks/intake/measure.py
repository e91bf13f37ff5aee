"""Take a folder in, in a process of its own, and tell what it cost."""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from thirdhand.ingest import Intake, walk

ROOT = Path(__file__).parents[2]
# What is asked: mixed files a second on two cores, and bytes of memory for a mailbox.
SPEED, BYTES = 20.0, 500 * 2**20


@dataclass(frozen=True, slots=True)
class Cost:
    """What taking in cost. size: bytes on disk. errors: of each code, how many.

    cpu: seconds of the processor, of all processes. peak: bytes of memory of the program and its
    processes, each at its most, added up.
    """

    name: str
    files: int
    size: int
    accounts: int
    errors: tuple[tuple[str, int], ...]
    seconds: float
    cpu: float
    processes: int
    peak: int

    @property
    def speed(self) -> float:
        """Files a second."""
        return self.files / self.seconds


def cost(name: str, folder: Path) -> Cost:
    """Take in all files under `folder` in this process, keeping none."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    accounts, errors = 0, Counter[str]()
    begun = time.perf_counter()
    with Intake() as intake:
        for taken in intake.take(walk([folder])):
            accounts += taken.account is not None
            errors.update(i.code for i in taken.issues if i.severity == "error")
        seconds = time.perf_counter() - begun
        peaks = [_most(who) for who in ("self", *_children())]
    told = tuple(sorted(errors.items()))
    used = os.times()
    cpu = used.user + used.system + used.children_user + used.children_system
    return Cost(name, len(files), size, accounts, told, seconds, cpu, len(peaks) - 1, sum(peaks))


def _children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def _most(process: str) -> int:
    """The most memory that it ever held, in bytes."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def apart(name: str, folder: Path) -> Cost:
    """The same in a process of its own, whose memory holds nothing else."""
    command = [sys.executable, "-m", "benchmarks.intake.measure", name, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)  # noqa: S603
    row = json.loads(done.stdout.decode())
    row.pop("speed")
    return Cost(**{**row, "errors": tuple((code, many) for code, many in row["errors"])})


def as_json(found: Cost) -> str:
    """One JSON object."""
    return json.dumps({**asdict(found), "speed": found.speed})


if __name__ == "__main__":  # nothing but intake is loaded here, as its memory is measured
    sys.stdout.write(f"{as_json(cost(sys.argv[1], Path(sys.argv[2])))}\n")
