"""What a run reports: how far it is, and how it ended."""

import gc
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from thirdhand.model import Dossier, Issue
from thirdhand.model.claim import Kind

T = TypeVar("T")
KINDS: tuple[Kind, ...] = ("figure", "incident", "condition", "statement")


class Progress(Protocol):
    """Told of every step: the stage, how many things are done, and of how many.

    `done == total` is told once, when the stage is over and kept; 0 of 0 is a stage that had
    nothing to do.
    """

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw it, or leave it."""
        ...


def silent(stage: str, done: int, total: int) -> None:
    """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended.

    taken: accounts taken in; the brief rests on `accounts` of them.
    words: of all texts, parted at white space. read: accounts read now; the other ones were read
    before. copies: accounts that only repeat another one. claims: how many of each kind. index: the
    share of the plan that was seen, 0..1. sentences: how many the gate checked; dropped: those of
    them that no span supports, which the brief left out. seconds: of each stage.
    """

    issues: tuple[Issue, ...]
    paths: tuple[Path, ...]
    accounts: int = 0
    taken: int = 0
    words: int = 0
    read: int = 0
    copies: int = 0
    claims: tuple[tuple[str, int], ...] = ()
    voices: int = 0
    contradictions: int = 0
    index: float = 0.0
    sentences: int = 0
    dropped: int = 0
    seconds: tuple[tuple[str, float], ...] = ()

    @property
    def problems(self) -> int:
        """Errors and warnings. A note is no problem: nothing was lost."""
        return sum(issue.severity != "note" for issue in self.issues)

    @property
    def code(self) -> int:
        """The exit code: 0 fine, 1 finished with problems, 2 nothing could be read."""
        if not (self.accounts or self.taken):
            return 2
        return 1 if self.problems else 0


@contextmanager
def settled() -> Iterator[None]:
    """What was read lives to the end: nobody looks through all of it for circles meanwhile.

    Python's collector of circles would take a third of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Clock:
    """Times each stage and tells the progress of it."""

    def __init__(self, progress: Progress) -> None:
        """Start with no stage."""
        self._progress = progress
        self._stage, self._total = "", 1
        self._seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside as the stage `name`."""
        self._stage, self._total = name, 1
        begun = time.perf_counter()
        self._progress(name, 0, 1)
        yield
        self._seconds[name] = time.perf_counter() - begun
        self._progress(name, self._total, self._total)

    def each(self, items: Iterable[T], total: int) -> Iterator[T]:
        """The items one by one, told as progress: so many of `total`."""
        self._total = total
        for done, item in enumerate(items):
            self._progress(self._stage, done, total)
            yield item

    @property
    def seconds(self) -> tuple[tuple[str, float], ...]:
        """The stages so far, in order."""
        return tuple(self._seconds.items())


def count(dossier: Dossier, paths: tuple[Path, ...], issues: tuple[Issue, ...]) -> Outcome:
    """The figures of the closing table, as far as the dossier holds them."""
    kinds = Counter(claim.kind for reading in dossier.readings for claim in reading.claims)
    found = dossier.findings
    return Outcome(
        accounts=len(dossier.accounts),
        words=sum(len(account.text.split()) for account in dossier.accounts),
        copies=sum(len(group.accounts) - 1 for group in found.copies),
        claims=tuple((kind, kinds[kind]) for kind in KINDS),
        voices=len(found.voices),
        contradictions=sum(c.kind == "contradiction" for c in found.contradictions),
        index=dossier.view.index,
        issues=issues,
        paths=paths,
    )
