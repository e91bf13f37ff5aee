"""More happenings of one kind than the months before let expect."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from thirdhand.model import Alarm, Happening
from thirdhand.visibility.alarms.ground import Ground
from thirdhand.visibility.alarms.predict import count_quantile
from thirdhand.visibility.alarms.telling import counted
from thirdhand.visibility.phrases import happenings
from thirdhand.visibility.slot import fitting, words

# Happenings of no kind are no one thing to be counted.
NO_KIND = "other"


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of happening: those of each month, and the months in which nobody looked for it."""

    name: str
    told: dict[str, list[Happening]] = field(default_factory=lambda: defaultdict(list))
    blind: frozenset[str] = frozenset()

    def count(self, month: str) -> int:
        """How many were told of in the month."""
        return len(self.told.get(month, ()))


def baseline(ground: Ground) -> Iterator[Alarm]:
    """Months with more happenings of a kind than chance allows at the rate of the months before.

    The rate is that per voice heard: twice the voices tell of twice as much, and nothing changed.
    A month in which no voice that usually reports was heard, or of which the plan's cell says that
    nobody looked, has no count, unless something was told of all the same. The list of one account
    never rings: that one voice tells more is not that more happens.
    """
    for kind in _kinds(ground):
        for at, month in enumerate(ground.months):
            enough = kind.count(month.name) >= ground.limits.above_fewest
            if enough and _accounts(ground, kind.told[month.name]) >= ground.limits.above_accounts:
                yield from _above(ground, kind, at)


def _kinds(ground: Ground) -> Iterator[_Kind]:
    blind = _blind(ground)
    kinds: dict[str, _Kind] = {}
    for row in ground.findings.happenings:
        name = row.types[0] if row.types else NO_KIND
        if row.site != ground.site.id or row.verdict in ("expected", "denied") or name == NO_KIND:
            continue
        kind = kinds.setdefault(name, _Kind(name, blind=blind.get(name, frozenset())))
        # A happening on the edge of two months is one of the first.
        for slot in fitting(ground.months, row.period.first, row.period.last):
            kind.told[slot.name].append(row)
            break
    yield from (kinds[name] for name in sorted(kinds))


def _blind(ground: Ground) -> Mapping[str, frozenset[str]]:
    """The months in which nobody looked for incidents of a kind, as the cells of the plan say."""
    out: dict[str, set[str]] = defaultdict(set)
    for cell in ground.cells:
        if cell.kind == "incident" and cell.area is None and cell.quiet == "nobody looked":
            out[cell.indicator].add(cell.period)
    return {name: frozenset(months) for name, months in out.items()}


def _above(ground: Ground, kind: _Kind, at: int) -> Iterator[Alarm]:
    limits, month = ground.limits, ground.months[at]
    before = [
        m.name
        for m in ground.months[max(0, at - limits.above_months) : at]
        if ground.voices[m.name] and _looked(ground, kind, m.name)
    ]
    exposure = len(ground.voices[month.name])
    if len(before) < limits.above_least or not exposure:
        return
    counts = [kind.count(name) for name in before]
    exposures = [float(len(ground.voices[name])) for name in before]
    most = count_quantile(limits.above_level, counts, exposures, exposure)
    if kind.count(month.name) > most:
        yield _alarm(ground, kind, at, (sum(counts), len(before), most))


def _accounts(ground: Ground, rows: Sequence[Happening]) -> int:
    """How many accounts tell of them, copies counted once."""
    return len({account for row in rows for account in row.accounts} & ground.sources)


def _looked(ground: Ground, kind: _Kind, month: str) -> bool:
    if kind.count(month):
        return True
    return month not in kind.blind and bool(ground.regulars[month].heard)


def _alarm(ground: Ground, kind: _Kind, at: int, found: tuple[int, int, int]) -> Alarm:
    before, of, most = found
    month = ground.months[at]
    rows = kind.told[month.name]
    one, many = happenings(kind.name)
    claims = tuple(dict.fromkeys(c for row in rows for c in row.claims))
    cells = tuple(
        c.id
        for c in ground.cells
        if (c.kind, c.indicator, c.period) == ("incident", kind.name, month.name)
    )
    return Alarm(
        id="",
        site=ground.site.id,
        kind="above baseline",
        subject=many,
        indicator=kind.name,
        since=month.first.isoformat(),
        until=min(month.last, ground.end).isoformat(),
        standing=at == len(ground.months) - 1,
        value=float(len(rows)),
        low=None,
        high=float(most),
        unit="happenings",
        reason=(
            f"{counted(len(rows), one, many)} in {words(month)}, where up to {most:,} would be no "
            f"surprise with {counted(len(ground.voices[month.name]), 'voice')} heard: "
            f"{counted(before, one, many)} in the {of} months before in which voices that usually "
            "report were heard."
        ),
        cells=cells,
        claims=claims,
        assessments=(),
        rank=0,
    )
