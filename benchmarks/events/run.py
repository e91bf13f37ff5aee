"""The rows of the table: each program on the whole set, and on halves that it was not tuned on."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.events import grouped
from benchmarks.events.grouped import Labels, Sweep
from benchmarks.events.measure import Rate, b_cubed, pairs
from thirdhand.corroborate.alike.events import ALIKE
from thirdhand.model import Account

# Half of the events to choose the threshold on, half to be judged on, and the other way round.
SPLITS = 20
STEP = 0.01
THRESHOLDS = [round(STEP * n, 2) for n in range(2, 71)]


@dataclass(frozen=True, slots=True)
class Row:
    """One program. threshold: the one that `pairs` and `b3` are with.

    halves: pair F1 on each half, with the threshold that was best on the other one.
    """

    name: str
    threshold: float
    pairs: Rate
    b3: Rate
    halves: tuple[float, ...]

    @property
    def mean(self) -> float:
        """Mean pair F1 over the halves."""
        return sum(self.halves) / len(self.halves)

    @property
    def low(self) -> float:
        """The pair F1 that nine halves of ten reach."""
        return sorted(self.halves)[len(self.halves) // 10]


@dataclass(frozen=True, slots=True)
class Bench:
    """The set: its accounts, the event of each, and the parts: all of it, then pairs of halves."""

    accounts: Sequence[Account]
    events: Sequence[str]
    parts: list[list[int]]

    @classmethod
    def of(cls, accounts: Sequence[Account], events: Sequence[str]) -> "Bench":
        """The same halves every time."""
        mix = random.Random(0)  # noqa: S311 - splits a set, keeps no secret
        parts = [list(range(len(accounts)))]
        names = sorted(set(events))
        for _ in range(SPLITS):
            chosen = set(mix.sample(names, len(names) // 2))
            inside = [at for at, event in enumerate(events) if event in chosen]
            parts += [inside, [at for at in parts[0] if at not in set(inside)]]
        return cls(accounts, events, parts)

    def shipped(self) -> Row:
        """Ours as it is: nothing is chosen here."""
        labels = grouped.shipped(self.accounts)
        halves = [
            self._rate(pairs, number, grouped.shipped([self.accounts[at] for at in part])).f1
            for number, part in enumerate(self.parts)
            if number
        ]
        return self._row("ours, as shipped", ALIKE, labels, halves)

    def ours(self) -> Row:
        """Ours with its threshold chosen on the set, as those of the peers are."""
        swept = grouped.ours(self.accounts, self.parts, THRESHOLDS)
        return self._swept("ours, threshold chosen", swept)

    def peers(self) -> list[Row]:
        """NotRun where they cannot be run."""
        swept = grouped.peers(self.accounts, self.parts, THRESHOLDS)
        return [self._swept(name, found) for name, found in swept.items()]

    def _swept(self, name: str, swept: Sweep) -> Row:
        f1 = [
            [self._rate(pairs, number, labels).f1 for labels in found]
            for number, found in enumerate(swept)
        ]
        best = [max(range(len(row)), key=row.__getitem__) for row in f1]
        halves = [
            f1[number][best[number + 1 if number % 2 else number - 1]]
            for number in range(1, len(f1))
        ]
        return self._row(name, THRESHOLDS[best[0]], swept[0][best[0]], halves)

    def _row(self, name: str, threshold: float, labels: Labels, halves: list[float]) -> Row:
        whole, b3 = (self._rate(measure, 0, labels) for measure in (pairs, b_cubed))
        return Row(name, threshold, whole, b3, tuple(halves))

    def _rate(self, measure: Callable[..., Rate], number: int, labels: Labels) -> Rate:
        return measure([self.events[at] for at in self.parts[number]], labels)
