"""What the alarms of one site are rung from, sorted once for all of them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from thirdhand.model import (
    Cell,
    Claim,
    Findings,
    Period,
    Plan,
    Sight,
    Site,
    Vocabulary,
)
from thirdhand.visibility.alarms.limits import Limits
from thirdhand.visibility.held import Heard, Held
from thirdhand.visibility.regulars import Regulars
from thirdhand.visibility.slot import Slot, fitter, fitting, slots


@dataclass(frozen=True)
class Ground:
    """One site as it was looked at, from the first to the last day of the look.

    claims: about the site, by id. cells: of the whole plan, in order. sights: one a month, in
    order. regulars: the voices that usually report, by month.
    """

    site: Site
    plan: Plan
    vocabulary: Vocabulary
    claims: Mapping[str, Claim]
    findings: Findings
    held: Held
    cells: Sequence[Cell]
    sights: Sequence[Sight]
    regulars: Mapping[str, Regulars]
    days: tuple[dt.date, dt.date]
    limits: Limits = field(default_factory=Limits)

    @property
    def end(self) -> dt.date:
        """The last day of the look: now."""
        return self.days[1]

    @cached_property
    def months(self) -> tuple[Slot, ...]:
        """Every month of the look."""
        return tuple(slots(*self.days, "month"))

    @cached_property
    def slots(self) -> Mapping[str, Slot]:
        """Every period of the plan, by its name."""
        cadences = sorted({item.cadence for item in self.plan.items})
        return {slot.name: slot for c in cadences for slot in slots(*self.days, c)}

    @cached_property
    def whole(self) -> tuple[Slot, ...]:
        """The months that are over: a month of which half is known has not fallen."""
        return tuple(m for m in self.months if m.last <= self.end)

    @property
    def fresh(self) -> dt.date:
        """What stands since before this day is old news."""
        at = len(self.months) - self.limits.fresh_months
        return self.months[max(at, 0)].first

    @property
    def lately(self) -> dt.date:
        """What was over before this day is no open question, however short the look is."""
        before = 12 * self.end.year + self.end.month - 1 - self.limits.fresh_months
        return dt.date(before // 12, before % 12 + 1, 1)

    @cached_property
    def published(self) -> Mapping[str, Period]:
        """When each dated account (id) that speaks of the site was published."""
        rows = (h for h in self.held.heard if h.account.published)
        return {h.account.id: h.period for h in rows if h.period is not None}

    @cached_property
    def assessed(self) -> Mapping[str, tuple[str, ...]]:
        """The assessments (ids) of the site that hold a claim (id)."""
        out: dict[str, tuple[str, ...]] = {}
        for row in self.findings.assessments:
            for claim in row.claims if row.site == self.site.id else ():
                out[claim] = (*out.get(claim, ()), row.id)
        return out

    @cached_property
    def originals(self) -> tuple[Heard, ...]:
        """The dated accounts that speak of the site and are no copies, up to the end of the look.

        A reprint does not mean that its voice spoke again.
        """
        copied = {
            ref
            for group in self.findings.copies
            for ref in group.accounts
            if ref != group.first
        }  # fmt: skip
        rows = [h for h in self.held.heard if h.account.ref not in copied and h.account.published]
        return tuple(sorted((h for h in rows if _first(h) <= self.end), key=_order))

    @cached_property
    def sources(self) -> frozenset[str]:
        """The ids of the originals."""
        return frozenset(row.account.id for row in self.originals)

    @cached_property
    def by_month(self) -> Mapping[str, list[Heard]]:
        """The originals by the month in which they were published."""
        out: dict[str, list[Heard]] = {m.name: [] for m in self.months}
        for row in self.originals:
            if row.period is not None:
                for slot in fitting(self.months, row.period.first, row.period.last):
                    out[slot.name].append(row)
        return out

    @cached_property
    def voices(self) -> Mapping[str, frozenset[str]]:
        """Names of the voices heard on the site, by month: those published then, or of then."""
        names = {v.id: v.name for v in self.findings.voices}
        out = {
            month: {names[v] for row in rows for v in row.voices if v in names}
            for month, rows in self.by_month.items()
        }
        fit = fitter(self.months)
        for telling in self.held.tellings:
            for slot in fit(telling.first, telling.last):
                out[slot.name].update(telling.voices)
        return {month: frozenset(voices) for month, voices in out.items()}


def _first(row: Heard) -> dt.date:
    return row.period.first if row.period else dt.date.max


def _order(row: Heard) -> tuple[dt.date, str]:
    return _first(row), row.account.id
