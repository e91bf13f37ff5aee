"""Work in a second process meanwhile, where there are processors and claims enough for it.

The process is forked, so it sees all that this one holds and nothing is sent to it; what it finds
comes back pickled. It must ask no engine anything: threads are not forked. Memory is shared until
one of the two writes to it.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import current_process, get_context
from typing import Any, TypeVar

T = TypeVar("T")

# Fewer claims are looked through sooner by one process.
WORTH_IT = 5_000
# What the second process is to do: a fork inherits it.
_held: list[Callable[[], Any]] = []


@contextmanager
def meanwhile(work: Callable[[], T], claims: int) -> Iterator[Callable[[], T]]:
    """What gives the result of `work`, which a process of its own does meanwhile.

    claims: how many there are to look through. Of few, on one processor, where nothing can be
    forked, or where the process was ended from outside, this one does it when it is asked.
    """
    if claims < WORTH_IT or not _forks():
        yield work
        return
    with ProcessPoolExecutor(1, get_context("fork"), _begin, (work,)) as pool:
        under_way = pool.submit(_do)

        def result() -> T:
            try:
                found: T = under_way.result()
            except BrokenProcessPool:
                return work()
            return found

        yield result


def _forks() -> bool:
    """True where another process can be had. On macOS system libraries do not survive a fork."""
    if sys.platform != "linux" or current_process().daemon:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _begin(work: Callable[[], Any]) -> None:
    """In the new process: what it is to do. An interrupt is for the first one to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # looking for circles would write to all that is shared
    _held[:] = [work]


def _do() -> Any:  # noqa: ANN401 - what the work gives
    return _held[0]()
