"""How much hangs on the numbers that our grouping was shipped with.

All of them are chosen on one half of the events and judged on the other, and each is moved alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from benchmarks.events import grouped
from benchmarks.events.measure import pairs
from benchmarks.events.run import Bench
from thirdhand.corroborate.alike import likeness, terms
from thirdhand.corroborate.alike.clusters import clusters
from thirdhand.corroborate.alike.events import ALIKE
from thirdhand.model.engine import Table
from thirdhand.scale import duckdb_engine

# Halves looked at: the first of the bench.
HALVES = 16


class Setting(NamedTuple):
    """The numbers of decision 0034."""

    title: float = terms.TITLE
    lead: int = terms.LEAD
    days: float = likeness.DAYS
    background: float = likeness.BACKGROUND
    threshold: float = ALIKE


TITLES = (1.0, 2.0, 3.0, 5.0)
LEADS = (100, 300, 1000)
DAYS = (30.0, 60.0, 120.0)
BACKGROUNDS = (20.0, 50.0)
THRESHOLDS = (0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.2)


@dataclass(frozen=True, slots=True)
class Sheet:
    """By setting, the pair F1 on each half."""

    f1: dict[Setting, list[float]]

    def nested(self) -> list[float]:
        """On each half, with the setting that is best on the other one."""
        found = []
        for half in range(len(self.f1[Setting()])):
            best = max(self.f1, key=lambda setting: self.f1[setting][half ^ 1])
            found.append(self.f1[best][half])
        return found

    def alone(self, field: str) -> dict[float, float]:
        """The mean over the halves for each value of one number, the others as shipped."""
        shipped = Setting()._asdict()
        found = {}
        for setting, row in self.f1.items():
            if {**setting._asdict(), field: shipped[field]} == shipped:
                found[getattr(setting, field)] = sum(row) / len(row)
        return found


def sheet(bench: Bench) -> Sheet:
    """Every setting on every half. It takes a minute or two."""
    f1: dict[Setting, list[float]] = {}
    for half in range(1, HALVES + 1):
        for setting, value in _half(bench, half):
            f1.setdefault(setting, []).append(value)
    return Sheet(f1)


def lines(told: Sheet) -> Iterator[str]:
    """What a person reads."""
    found = sorted(told.nested())
    mean, low = sum(found) / len(found), found[len(found) // 10]
    yield (
        f"{len(told.f1)} settings, chosen on one half and judged on the other, {HALVES} halves:"
        f" mean {mean:.3f}, nine of ten reach {low:.3f}, worst {found[0]:.3f}"
    )
    for field in Setting._fields:
        row = ", ".join(f"{value:g} {f1:.3f}" for value, f1 in told.alone(field).items())
        yield f"  {field} moved alone: {row}"


def _half(bench: Bench, half: int) -> Iterator[tuple[Setting, float]]:
    accounts = [bench.accounts[at] for at in bench.parts[half]]
    gold = [bench.events[at] for at in bench.parts[half]]
    engine = duckdb_engine()
    shipped = terms.TITLE, terms.LEAD
    for title, lead in product(TITLES, LEADS):
        terms.TITLE, terms.LEAD = title, lead
        told = likeness.tell(accounts)
        for days, background in product(DAYS, BACKGROUNDS):
            limits: Table = {**told.tables["limits"], "days": [days], "background": [background]}
            near = replace(told, tables={**told.tables, "limits": limits}).pairs(engine)
            for least in THRESHOLDS:
                labels = grouped.labelled(len(accounts), clusters(near, least))
                yield Setting(title, lead, days, background, least), pairs(gold, labels).f1
    terms.TITLE, terms.LEAD = shipped
