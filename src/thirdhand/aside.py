"""Work done aside: in a process of its own, on a second core, while this one goes on."""

import os
import pickle
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

T = TypeVar("T")
# A process costs some hundredths of a second, and the memory that either of the two touches: for
# what fewer accounts make it is not worth it.
ACCOUNTS = 500
# Seconds after which a process that tells nothing is ended.
PATIENCE = 120


@contextmanager
def aside(work: Callable[[], T], accounts: int) -> Iterator[Callable[[], T | None]]:
    """Begin `work` and go on; what is given waits for what it returns, once.

    None where it was not done: one core, no fork, few accounts, an error in it, or nothing told for
    PATIENCE. Whoever asked does it then, and learns what is wrong. `work` sees everything as it
    stands now; what it returns is pickled. It must not use the store, nor a library with threads of
    its own that run: a fork copies none. What is not waited for is ended.
    """
    if accounts < ACCOUNTS or not _second_core():
        yield lambda: None
        return
    child: _Child[T] = _Child(work)
    try:
        yield child.result
    finally:
        child.end()


def _second_core() -> bool:
    return hasattr(os, "fork") and len(os.sched_getaffinity(0)) > 1


class _Child(Generic[T]):
    """A fork of this process that does one thing and ends."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._pipe, theirs = os.pipe()
        self._pid: int | None = os.fork()
        if not self._pid:
            _do(work, theirs)
        os.close(theirs)

    def result(self) -> T | None:
        """What the work returned; None where it did not come to its end."""
        ready, _, _ = select.select([self._pipe], [], [], PATIENCE)
        if not ready:
            return None
        with os.fdopen(self._pipe, "rb", closefd=False) as pipe:
            told = pipe.read()
        if self._wait() != 0:
            return None
        found: T = pickle.loads(told)  # noqa: S301 - written by our own fork
        return found

    def end(self) -> None:
        """End it where it still runs."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
            self._wait()
        os.close(self._pipe)

    def _wait(self) -> int:
        if not self._pid:
            return 1
        _, status = os.waitpid(self._pid, 0)
        self._pid = None
        return status


def _do(work: Callable[[], object], pipe: int) -> None:
    """Do it in the fork, which never comes back: nothing of its parent is closed or flushed."""
    code = 1
    try:
        told = pickle.dumps(work())
        with os.fdopen(pipe, "wb") as file:
            file.write(told)
        code = 0
    finally:
        os._exit(code)
