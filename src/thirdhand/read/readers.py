"""Several readers at once, each in a process of its own: the same readings in the same order."""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, takewhile
from multiprocessing import get_context, parent_process
from multiprocessing.synchronize import Event
from typing import TYPE_CHECKING

from thirdhand.model import Account, Plan, Reading, Vocabulary
from thirdhand.read.faults import LostReader
from thirdhand.read.rules import ident

if TYPE_CHECKING:
    from thirdhand.read.reader import Reader

# Accounts go to a process by the handful, and no more than a few handfuls are held at a time.
_HANDFUL, _CHARACTERS, _AHEAD = 32, 100_000, 3
# A process takes some seconds to start: a text shorter than this is read sooner without.
_WORTH_IT = 1_000_000
_MOST = 4  # processes where nobody says how many; each takes some 400 MB of memory


class Readers:
    """Reads as Reader does, in `processes`; None for as many as serve, which may be one."""

    def __init__(self, plan: Plan, vocabulary: Vocabulary, processes: int | None = 1) -> None:
        self._told = plan, vocabulary
        self._processes = processes
        self.id = ident(plan, vocabulary)

    def read(self, accounts: Iterable[Account]) -> Iterator[Reading]:
        """One reading per account, in order.

        NoPipeline where no English pipeline is installed, LostReader where a process dies.
        """
        count, rest = self._processes, _some(accounts)
        if rest is None:
            return
        if count is None:
            first = list(_worth(rest))
            short = sum(len(a.text) for a in first) < _WORTH_IT
            count = 1 if short else min(len(os.sched_getaffinity(0)), _MOST)
            rest = chain(first, rest)
        yield from _reader(*self._told).read(rest) if count == 1 else self._apart(rest, count)

    def _apart(self, accounts: Iterator[Account], count: int) -> Iterator[Reading]:
        context = get_context("spawn")  # a fork would copy threads' locks as they stand
        stop = context.Event()
        pool = ProcessPoolExecutor(count, context, _begin, (*self._told, stop))
        under_way: deque[Future[list[Reading]]] = deque()
        try:
            for handful in _handfuls(accounts):
                with _no_interrupts():
                    under_way.append(pool.submit(_read, handful))
                if len(under_way) >= count * _AHEAD:
                    yield from under_way.popleft().result()
            while under_way:
                yield from under_way.popleft().result()
        except BrokenProcessPool:
            raise LostReader(
                "a reading process was ended from outside (no memory left, perhaps); "
                "the same command with --processes 1 takes the least"
            ) from None
        finally:
            stop.set()
            pool.shutdown(cancel_futures=True)


def _some(accounts: Iterable[Account]) -> Iterator[Account] | None:
    """The accounts; None where there is none to read."""
    rest = iter(accounts)
    first = next(rest, None)
    return None if first is None else chain([first], rest)


def _reader(plan: Plan, vocabulary: Vocabulary) -> "Reader":
    """The reader. Its libraries take a second and 100 MB: only who has something to read has it."""
    from thirdhand.read.reader import Reader  # noqa: PLC0415 - see above

    return Reader(plan, vocabulary)


def _worth(accounts: Iterator[Account]) -> Iterator[Account]:
    """The accounts up to a text that processes are worth it for."""
    length = 0
    for account in accounts:
        yield account
        length += len(account.text)
        if length >= _WORTH_IT:
            return


def _handfuls(accounts: Iterable[Account]) -> Iterator[list[Account]]:
    handful: list[Account] = []
    length = 0
    for account in accounts:
        handful.append(account)
        length += len(account.text)
        if len(handful) == _HANDFUL or length >= _CHARACTERS:
            yield handful
            handful, length = [], 0
    if handful:
        yield handful


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """A process begun in here never hears of Ctrl-C; this one hears of it afterwards."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# What follows runs in the processes.

_own: tuple["Reader", Event] | None = None


def _begin(plan: Plan, vocabulary: Vocabulary, stop: Event) -> None:
    global _own  # noqa: PLW0603 - a process of a pool has nowhere else to keep it
    _own = _reader(plan, vocabulary), stop
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(accounts: Sequence[Account]) -> list[Reading]:
    """A reading of each; of fewer where nobody waits for them any more."""
    assert _own is not None  # noqa: S101 - _begin ran
    reader, stop = _own
    return (
        [] if stop.is_set() else list(takewhile(lambda _: not stop.is_set(), reader.read(accounts)))
    )
