"""How a figure stands to the target that the plan sets for it.

What is told of a stock last in the period is measured. What is told of things that happen is a
floor: "a worker died in March" is no count of March's dead, and silence is never zero. So a target
of at most so many can be shown to be missed, never to be met. Where the target counts by people,
the figure is divided by how many there were then, and the ends of both are carried into the result:
the low end over the high one, the high end over the low one. Where these ends score differently,
the most likely value scores, and the words say what else may be so.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.model import PlanItem, Target
from thirdhand.model.target import SCORES, Score
from thirdhand.visibility.amount import Amount
from thirdhand.visibility.heads import Count, Counts
from thirdhand.visibility.held import Telling
from thirdhand.visibility.line import Line
from thirdhand.visibility.slot import Slot, words

# An area per head is counted in square metres.
M2 = 1_000_000
A_DAY = " per day"
WORDS: dict[Score, str] = {"met": "met", "half": "half met", "below": "less than half met"}


@dataclass(frozen=True, slots=True)
class Measured:
    """score, told: a Cell's target and measured. heads: the id of the head count it rests on."""

    score: Score | None = None
    told: str | None = None
    heads: str | None = None


@dataclass(frozen=True, slots=True)
class _Figure:
    """What is measured: the amount, the day it is of, how many days it sums up.

    few: too small to be shown.
    """

    amount: Amount
    day: dt.date
    days: int
    few: bool = False


NOTHING = Measured()


def measure(line: Line, slot: Slot, tellings: Sequence[Telling], counts: Counts) -> Measured:
    """How what is told of `line` in `slot` stands to its target.

    Nothing where it has no target, or where no figure is told.
    """
    item, target = line.item, line.item.target
    told = [t for t in tellings if t.amount]
    if target is None or not told:
        return NOTHING
    figure = _stock(told, slot) if line.lasts else _flow(told, slot, daily=target.daily)
    if figure is None:
        return Measured(None, f"No figure of {words(slot)} alone is told; target {target}.")
    if target.heads is None:
        return _scored(target, figure.few, figure.amount, figure.amount.told(item.unit or ""))
    count = counts.of(target.heads, line.area, figure.day)
    rate = _rate(item, target, figure, count)
    if count is None or rate is None:
        return _unmeasured(item, target, figure, count)
    told_by = f"{rate.told(_unit(item, target))}, with {count.told}"
    return _scored(target, figure.few or count.few, rate, told_by, count.id)


def _stock(told: Sequence[Telling], slot: Slot) -> _Figure:
    last = max(told, key=lambda t: (t.last, t.agreed, len(t.voices), t.what))
    return _Figure(last.amount or Amount(), min(last.last, slot.last), 1, last.few)


def _flow(told: Sequence[Telling], slot: Slot, *, daily: bool) -> _Figure | None:
    """The most that is told of the period or a part of it; by the day, of a longer time as well."""
    rows = [(t.amount.low, t) for t in told if t.amount and t.amount.low is not None]
    inside = [
        _Figure(Amount(low=low), slot.last, slot.days, t.few)
        for low, t in rows
        if slot.first <= t.first and t.last <= slot.last
    ]
    longer = [
        _Figure(Amount(low=low), slot.last, t.days, t.few)
        for low, t in rows
        if t.first <= slot.first and slot.last <= t.last
    ]
    found = inside + (longer if daily else [])
    return max(found, key=lambda f: (f.amount.low or 0) / f.days, default=None)


def _rate(item: PlanItem, target: Target, figure: _Figure, count: Count | None) -> Amount | None:
    if count is None:
        return None
    amount = figure.amount.times(M2 if item.unit == "km2" else 1)
    if target.daily and not (item.unit or "").endswith(A_DAY):
        amount = amount.times(1 / figure.days)
    return amount.over(count.amount.times(1 / target.per))


def _unit(item: PlanItem, target: Target) -> str:
    """The unit of the rate: "litres per person and day", "m2 per person", "per 10,000 people"."""
    unit = item.unit or ""
    if unit.endswith(A_DAY):
        rate = target.rate.removesuffix(" and day")
        return f"{unit.removesuffix(A_DAY)} {rate} and day"
    if unit in ("people", "households", "events"):
        return target.rate
    return f"{'m2' if unit == 'km2' else unit} {target.rate}".strip()


def _scored(
    target: Target, few: bool, amount: Amount, told: str, heads: str | None = None
) -> Measured:
    ends = [
        SCORES.index(target.score(0.0 if amount.low is None else amount.low)),
        SCORES.index(target.score(float("inf") if amount.high is None else amount.high)),
    ]
    may = SCORES[min(ends) : max(ends) + 1]
    likely = amount.likely
    score = may[0] if len(may) == 1 else None if likely is None else target.score(likely)
    if score is None:
        verdict = f"not known, it may be {', '.join(WORDS[s] for s in may[:-1])}"
        verdict += f" or {WORDS[may[-1]]}"
    else:
        others = " or ".join(WORDS[s] for s in may if s != score)
        verdict = WORDS[score] + (f", perhaps {others}" if others else "")
    shown = "Too few to be shown" if few else told
    return Measured(score, f"{shown}; target {target}: {verdict}.", heads)


def _unmeasured(item: PlanItem, target: Target, figure: _Figure, count: Count | None) -> Measured:
    shown = "Too few to be shown" if figure.few else figure.amount.told(item.unit or "")
    many = target.heads.many if target.heads else ""
    why = "is not held" if count is None else "is told only as a bound"
    reason = f"cannot be measured, as the number of {many} at that time {why}"
    return Measured(None, f"{shown}; target {target} {reason}.", None)
