"""Many files at once, foreign formats each in a process apart: the same results in the same order.

A process that dies or hangs costs one issue row, and what it was to do next is done by another.
"""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import Self

from thirdhand.ingest.limits import Limits
from thirdhand.ingest.load import digest, load
from thirdhand.ingest.media import plainly
from thirdhand.ingest.page import Refused
from thirdhand.ingest.rows import issue, shown
from thirdhand.ingest.take import AS_IS, DEFAULT, take
from thirdhand.ingest.taken import Taken
from thirdhand.ingest.told import Teller
from thirdhand.ingest.worker import At, Beat, Done, Lost, Task, died, too_slow
from thirdhand.model import Issue, Original

# So many files are asked of a process before it has answered; so many bytes of answers are held.
AHEAD, HELD = 4, 32_000_000
# Seconds that a process may take to load its libraries.
START = 120
# So many plain files are read here before it is worth it to start processes for them too.
FEW = 500
MOST = 4  # processes where nobody says how many
# So many parts of one file may each end a process before the rest of it is left.
DEATHS = 10
# A new process, with the place of this package and the pipe's number.
CODE = "import sys; sys.path[:] = {path!r}; from thirdhand.ingest.worker import serve; serve({fd})"
ALONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

Message = Taken | At | Beat | Done | Lost


@dataclass(eq=False)
class _Job:
    """A file asked of a worker, and how far it is. at: what is worked on; most: highest number."""

    task: Task
    at: At
    worker: "_Worker"
    most: int = 0
    given: bool = False


class Intake:
    """Takes files as `take` does. Use it in a `with` block: its processes end with it."""

    def __init__(
        self, told: Teller = AS_IS, limits: Limits = DEFAULT, processes: int | None = None
    ) -> None:
        """Start nothing yet. processes: for foreign formats; None for as many as serve."""
        self._told, self._limits = told, limits
        self._most = processes or min(len(os.sched_getaffinity(0)), MOST)
        self._workers: list[_Worker] = []
        self._plain = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.end()
        self._workers = []

    def take(self, found: Iterable[Path | Issue]) -> Iterator[Taken]:
        """All that comes of the files, in their order; an issue among them is handed on."""
        waiting: deque[Path | Issue | _Job] = deque()
        for item in found:
            waiting.append(self._begun(item))
            while len(waiting) > AHEAD * self._most:
                yield from self._result(waiting.popleft())
        while waiting:
            yield from self._result(waiting.popleft())

    def _begun(self, item: Path | Issue) -> "Path | Issue | _Job":
        """What is to be waited for: a file of a foreign format is given to a process at once."""
        if isinstance(item, Issue) or (self._plain < FEW and plainly(item)):
            self._plain += 1
            return item
        worker = min(self._workers, key=lambda w: len(w.jobs), default=None)
        if worker is None or (worker.jobs and len(self._workers) < self._most):
            worker = _Worker(self._told, self._limits)
            self._workers.append(worker)
        job = _Job(Task(item), At(0, shown(item)), worker)
        worker.ask(job)
        return job

    def _result(self, item: "Path | Issue | _Job") -> Iterator[Taken]:
        if isinstance(item, Issue):
            yield Taken(None, (item,))
        elif isinstance(item, Path):
            yield from take(item, self._told, self._limits)
        else:
            yield from self._of(item)

    def _of(self, job: _Job) -> Iterator[Taken]:
        """What the process tells of the file until it is done, or given up."""
        while job in job.worker.jobs:
            message = self._heard(job.worker)
            if isinstance(message, Taken):
                job.given = True
                yield message
            elif isinstance(message, At):
                job.at, job.most = message, max(job.most, message.number)
            elif isinstance(message, Done):
                job.worker.jobs.remove(job)
            elif isinstance(message, Lost):
                yield from self._given_up(job, message)

    def _given_up(self, job: _Job, why: Lost) -> Iterator[Taken]:
        """The row of what the process died of; what comes behind it is asked of a new process."""
        number, where, path = job.at.number, job.at.where, job.task.path
        row = issue(where, why.code, "error", why.reason)
        yield Taken(None, (row,), None if number or job.given else self._original(path))
        dead = job.task.dead | {number}
        if number and len(dead) < DEATHS:
            job.task = replace(job.task, upto=job.most + 1, dead=dead)
        else:
            job.worker.jobs.remove(job)
        if len(dead) == DEATHS:
            reason = f"{DEATHS} of its parts could not be read: the rest is not tried"
            yield Taken(None, (issue(path, "given-up", "error", reason),))
        job.worker.again()

    def _original(self, path: Path) -> Original | None:
        try:
            source = load(path, self._limits)
        except Refused:
            return None
        key, size = digest(source, lambda: None)
        return Original(key, size, shown(path), source)

    def _heard(self, worker: "_Worker") -> Message:
        """The next message of `worker`. What others say meanwhile is kept for its turn."""
        seconds = self._limits.max_seconds if worker.begun else START
        until = time.monotonic() + seconds
        while not worker.inbox:
            pipes = {worker.pipe: worker}
            if sum(w.held for w in self._workers) < HELD:
                pipes |= {w.pipe: w for w in self._workers if w.open}
            ready = wait(list(pipes), max(until - time.monotonic(), 0))
            if not ready:
                return too_slow(self._limits)
            for pipe in ready:
                if isinstance(pipe, Connection):
                    pipes[pipe].hear()
        return worker.next()


class _Worker:
    """A process, what it was asked to do, and what it has said."""

    def __init__(self, told: Teller, limits: Limits) -> None:
        self._said, self._limits = (told, limits), limits
        self.jobs: deque[_Job] = deque()
        self.begin()

    def begin(self) -> None:
        """Start the process anew, and ask it for all that is still to be done."""
        self.pipe, theirs = Pipe()
        self.inbox: deque[Message] = deque()
        self.held, self.open, self.begun = 0, True, False
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-c", CODE.format(path=sys.path, fd=theirs.fileno())],
            env=os.environ | ALONE,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # Ctrl-C is not for it, and it is ended with all it started
        )
        theirs.close()
        self._send(self._said)
        for job in self.jobs:
            self._send(job.task)

    def ask(self, job: _Job) -> None:
        """Ask for one more file."""
        if not self.jobs and self._process.poll() is not None:
            self.open = False  # it died while it had nothing to do
        self.jobs.append(job)
        if self.open:
            self._send(job.task)
        else:
            self.again()

    def again(self) -> None:
        """End the process; a new one takes its place as soon as there is something to do."""
        self.end()
        if self.jobs:
            self.begin()

    def _send(self, message: object) -> None:
        with suppress(ConnectionError):  # it has died: that is heard when its turn comes
            self.pipe.send(message)

    def hear(self) -> None:
        """Put what the process says into `inbox`."""
        try:
            message = self.pipe.recv()
        except (EOFError, OSError):
            self.open = False
            if not self.jobs:  # nobody's fault: another one is started when it is needed
                return
            message = self._why()
        self.begun = True
        self.inbox.append(message)
        self.held += _size(message)

    def next(self) -> Message:
        """The oldest message."""
        message = self.inbox.popleft()
        self.held -= _size(message)
        return message

    def end(self) -> None:
        """End the process and all that it started."""
        self.open = False
        self.pipe.close()
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _why(self) -> Lost:
        """What a process died of that said nothing."""
        code = self._process.wait()
        if code == -signal.SIGXCPU:
            return too_slow(self._limits)
        if code == -signal.SIGKILL:
            return died("from outside; no memory left, perhaps")
        name = signal.Signals(-code).name if code < 0 else f"code {code}"
        return died(name)


def _size(message: Message) -> int:
    if not isinstance(message, Taken):
        return 0
    source = message.original.source if message.original else b""
    text = message.account.text if message.account else ""
    return len(text) + (len(source) if isinstance(source, bytes) else 0)
