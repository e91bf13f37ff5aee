"""The visibility index has fallen, or the share that anybody tells of."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thirdhand.model import Alarm, Cell, Sight
from thirdhand.model.gap import CellState
from thirdhand.visibility.alarms.ground import Ground
from thirdhand.visibility.alarms.predict import share_quantile
from thirdhand.visibility.alarms.telling import share
from thirdhand.visibility.sights import ANY, months_of
from thirdhand.visibility.slot import Slot, names, words

SEEN: tuple[CellState, ...] = ("seen",)
LOST = 3


@dataclass(frozen=True, slots=True)
class _Measure:
    """A share of the plan's cells: its name, and the states that it counts."""

    name: str
    states: tuple[CellState, ...]


@dataclass(frozen=True, slots=True)
class _Fall:
    """A month below what the months before let expect. mean: their share; least: the lowest."""

    at: int
    hits: int
    mean: float
    least: int


MEASURES = (
    _Measure("the visibility index", SEEN),
    _Measure("the share of the plan told of by anyone", ANY),
)


def fall(ground: Ground) -> Iterator[Alarm]:
    """Months in which a share of the cells lies below its interval; months in a row are one alarm.

    The share told of by anyone rings where the index itself, which may be at 0 already, does not.
    """
    rung: set[int] = set()
    for measure in MEASURES:
        for run in _runs(ground, measure):
            if rung.isdisjoint(f.at for f in run):
                yield _alarm(ground, measure, run)
            rung.update(f.at for f in run)


def _runs(ground: Ground, measure: _Measure) -> Iterator[list[_Fall]]:
    """The falls, each with the months after it that stay below what the same months let expect.

    After `fall_months` what was a fall is how things are.
    """
    sights = ground.sights[: len(ground.whole)]
    hits = [_hits(s, measure.states) for s in sights]
    run: list[_Fall] = []
    for at in range(len(sights)):
        first = run[0].at if run else at
        found = _fallen(sights, hits, (at, first), ground)
        if found:
            run.append(found)
        if run and (not found or len(run) == ground.limits.fall_months):
            yield run
            run = []
    if run:
        yield run


def _fallen(
    sights: Sequence[Sight], hits: Sequence[int], months: tuple[int, int], ground: Ground
) -> _Fall | None:
    """The month numbered months[0], set against the months before the one numbered months[1]."""
    limits, (at, first) = ground.limits, months
    before = [i for i in range(max(0, first - limits.fall_months), first) if sights[i].cells]
    size = sights[at].cells
    if len(before) < limits.fall_least or not size:
        return None
    told, of = [hits[i] for i in before], [sights[i].cells for i in before]
    least = share_quantile(limits.fall_tail, told, of, size)
    return _Fall(at, hits[at], sum(told) / sum(of), least) if hits[at] < least else None


def _alarm(ground: Ground, measure: _Measure, run: Sequence[_Fall]) -> Alarm:
    first, last = run[0], run[-1]
    month, until = ground.months[first.at], ground.months[last.at]
    sight = ground.sights[first.at]
    lost = tuple(_lost(ground.cells, month, measure.states, ground.slots))
    here = (
        f"{_capital(measure.name)} fell to {share(first.hits / sight.cells)} in {words(month)} "
        f"({first.hits:,} of {sight.cells:,} cells): the months before had {share(first.mean)} on "
        f"average, and {share(first.least / sight.cells)} was the least to be expected."
    )
    stayed = f" It stayed low until {words(until)}." if last.at > first.at else ""
    return Alarm(
        id="",
        site=ground.site.id,
        kind="fall",
        subject=measure.name,
        indicator=None,
        since=month.first.isoformat(),
        until=until.last.isoformat(),
        standing=last.at == len(ground.months) - 1,
        value=round(first.hits / sight.cells, 6),
        low=round(first.least / sight.cells, 6),
        high=None,
        unit="share",
        reason=f"{here}{stayed}{_where(lost)}{_missed(ground, month)}",
        cells=tuple(c.id for c in lost),
        claims=(),
        assessments=(),
        rank=0,
    )


def _lost(
    cells: Sequence[Cell], month: Slot, states: Sequence[str], slots: Mapping[str, Slot]
) -> Iterator[Cell]:
    """The cells of the month that are not in `states`, where those of the period before were."""
    before: Cell | None = None
    for cell in cells:
        fell = before and before.state in states and cell.state not in states
        if before and fell and _same(before, cell) and month.name in months_of(slots[cell.period]):
            yield cell
        before = cell


def _same(one: Cell, other: Cell) -> bool:
    return (one.label, one.indicator, one.area) == (other.label, other.indicator, other.area)


def _where(lost: Sequence[Cell]) -> str:
    if not lost:
        return ""
    lines = Counter(c.label for c in lost)
    first = sorted(lines, key=lambda label: (-lines[label], label))
    return f" Lost from sight: {names(first, LOST)}."


def _missed(ground: Ground, month: Slot) -> str:
    missed = ground.regulars[month.name].missed
    if not missed:
        return ""
    verb = "usually reports, was" if len(missed) == 1 else "usually report, were"
    return f" {names(missed, LOST)}, who {verb} not heard."


def _hits(sight: Sight, states: Sequence[str]) -> int:
    return sum(part.cells for part in sight.states if part.state in states)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
