"""What runs in a process of its own: files in, what comes of them out, within bounds.

A file made to hurt takes no more than this process with it. Why it is not a pool of a library, and
what it does not guard against: docs/decisions/0050-foreign-formats-apart.md
"""

import os
import resource
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

from thirdhand.ingest.language import language_of
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.pulse import listen
from thirdhand.ingest.take import Taking
from thirdhand.ingest.taken import Taken
from thirdhand.ingest.told import Teller


@dataclass(frozen=True, slots=True)
class Task:
    """A file to take. upto, dead: as of Taking."""

    path: Path
    upto: int = 0
    dead: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class At:
    """What is worked on from now on: its number in the file and its path."""

    number: int
    where: str


@dataclass(frozen=True, slots=True)
class Beat:
    """The process has begun, or goes on."""


@dataclass(frozen=True, slots=True)
class Done:
    """All that comes of the file was sent."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The process has ended, or has to be ended, and why."""

    code: str
    reason: str


def serve(descriptor: int) -> None:
    """Take the files that the other end of the pipe asks for, until nobody asks any more."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    with Connection(descriptor) as pipe:
        told, limits = pipe.recv()
        language_of("So that its model is loaded.")
        _bound_memory(limits)
        pipe.send(Beat())
        listen(lambda: _go_on(pipe, limits))
        with _LastWords(pipe, limits):
            while True:
                task = pipe.recv()
                for taken in _taking(task, pipe, told, limits):
                    pipe.send(taken)
                pipe.send(Done())


def _end_with(parent: int) -> None:
    """A process that hangs would outlive a parent that was killed."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _taking(task: Task, pipe: Connection, told: Teller, limits: Limits) -> Iterator[Taken]:
    def at(number: int, where: str) -> None:
        _bound_time(limits)
        pipe.send(At(number, where))

    return Taking(told, limits, at, task.upto, task.dead).file(task.path)


def _go_on(pipe: Connection, limits: Limits) -> None:
    _bound_time(limits)
    pipe.send(Beat())


def _bound_time(limits: Limits) -> None:
    """So many seconds of the processor from now on; then the system ends the process.

    The other end counts the seconds of the clock. This serves where it is gone, or busy.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + limits.max_seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))


def _bound_memory(limits: Limits) -> None:
    """So many bytes beyond what the libraries took when they were loaded."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:  # no Linux: no bound
        return
    size = pages * resource.getpagesize() + limits.max_memory
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


class _LastWords:
    """Says why the process ends, where it can still say so."""

    def __init__(self, pipe: Connection, limits: Limits) -> None:
        self._pipe, self._limits = pipe, limits

    def __enter__(self) -> None:
        """Nothing yet."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> bool:
        if kind is None or isinstance(error, EOFError | ConnectionError):
            return True  # nobody listens any more
        if isinstance(error, MemoryError):
            self._pipe.send(too_much(self._limits))
        else:
            why = " ".join(f"{kind.__name__}: {error}".split())[:200]
            self._pipe.send(died(why))
        return True


def too_much(limits: Limits) -> Lost:
    """It took more memory than it may."""
    most = f"{limits.max_memory / 1e6:,.0f} MB"
    return Lost("too-much-memory", f"reading it takes more than {most} of memory: given up")


def too_slow(limits: Limits) -> Lost:
    """It took more time than it may."""
    return Lost("too-slow", f"reading it takes more than {limits.max_seconds} seconds: given up")


def died(why: str) -> Lost:
    """It ended by itself, or was ended from outside."""
    return Lost("worker-died", f"the process that read it ended ({why}): given up")
