"""How much memory a process and those it started take, each page counted once."""

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

# How often it is looked at, in seconds.
EACH = 0.2


class Memory:
    """Used in a `with`: `peak` is the most that was seen, in bytes.

    The sum of Pss in /proc/PID/smaps_rollup (Linux): pages that processes share are counted once.
    """

    def __init__(self) -> None:
        """Nothing is looked at before `with`."""
        self.peak = 0
        self._done = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._looking.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        self._looking.join()

    def _look(self) -> None:
        while not self._done.wait(EACH):
            self.peak = max(self.peak, sum(_share(at) for at in _family("self")))


def _family(pid: str) -> list[str]:
    """The process and all below it."""
    found = [pid]
    for task in Path("/proc", pid, "task").glob("*/children"):
        for child in _told(task).split():
            found += _family(child)
    return found


def _share(pid: str) -> int:
    lines = _told(Path("/proc", pid, "smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _told(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except OSError:  # it has ended
        return ""
