"""Questions worth asking: those of the gaps, their order, and the list of all of them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thirdhand.model import Cell, PlanItem, Request, Site, content_id
from thirdhand.model.plan import Cadence
from thirdhand.visibility.asking import Asker
from thirdhand.visibility.phrases import cadence_of, question, say, then
from thirdhand.visibility.slot import Slot

# How far from seen: what weighs in the order of the questions. That a voice that usually tells of
# a thing was heard and told nothing is half an answer.
WEIGHT = {"silent": 4, "unread": 4, "no access": 4, "stale": 3, "contested": 2, "one voice": 1}
REPORTED_NOTHING = 2
# What happens is asked of at most so many periods at once.
SPAN: dict[Cadence, int] = {"week": 8, "month": 12, "quarter": 4, "year": 2}
# After so many questions of gaps stands one of the others.
STRIDE = 4
COLUMNS = ("rank", "question", "why", "ask", "period", "sector")
# What a spreadsheet would take for a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Look:
    """What the questions of a site are made with. slots: the periods of the plan, by name."""

    site: Site
    slots: Mapping[str, Slot]
    end: dt.date
    asker: Asker


def gap(item: PlanItem, cells: Sequence[Cell], look: Look, *, lasts: bool) -> Request | None:
    """One question for the gaps of one line of the plan, its parts taken together.

    It asks about the newest of them: of what lasts how it stood at their end, of what happens
    what happened in each. None where all is seen.
    """
    gaps = [c for c in cells if c.state != "seen"]
    if not gaps:
        return None
    run = _newest(gaps, cells, look)[-1:] if lasts else _newest(gaps, cells, look)
    first, last = look.slots[run[0]], look.slots[run[-1]]
    asked = question(item, _place(gaps, look.site), then(first, last, look.end, lasts=lasts))
    now = [c for c in gaps if c.period == run[-1]]
    alone = {v for c in now if c.state == "one voice" for v in c.voices}
    others = sorted(alone) if all(c.state == "one voice" for c in now) else ()
    key = (item.kind, item.indicator, item.breakdown, item.unit, item.cadence, item.areas)
    return Request(
        id=content_id("request", look.site.id, *key),
        question=asked,
        to=look.asker.whom(item, others),
        cells=tuple(c.id for c in gaps),
        why=_why(item, gaps, cells),
        kind="gap",
        period=first.name if first == last else f"{first.name}/{last.name}",
        sector=item.sector,
    )


def weight(cells: Sequence[Cell]) -> int:
    """How far these cells are out of sight, 0 to 100: more is worse."""
    return 25 * sum(_weight(c) for c in cells) // max(len(cells), 1)


def in_order(gaps: Sequence[tuple[int, Request]], others: Sequence[Request]) -> Iterator[Request]:
    """All questions with their ranks: gaps by weight, the others among them.

    On a tie the order given stands. A document or a contradiction stands after every STRIDE gaps:
    one letter may settle it, however dark the plan is.
    """
    first = [row for _, row in sorted(gaps, key=lambda g: -g[0])]
    rest = list(others)
    rows: list[Request] = []
    for number, row in enumerate(first, start=1):
        rows.append(row)
        if rest and number % STRIDE == 0:
            rows.append(rest.pop(0))
    for rank, row in enumerate([*rows, *rest], start=1):
        yield replace(row, rank=rank)


def table(requests: Iterable[Request]) -> Iterator[tuple[str, ...]]:
    """The rows of requests.csv, COLUMNS first. No cell begins a formula in a spreadsheet."""
    yield COLUMNS
    for row in requests:
        ask = "; ".join(f"{to.name} ({to.why})" if to.why else to.name for to in row.to)
        told = (str(row.rank), row.question, row.why, ask, row.period, row.sector)
        yield tuple(map(_safe, told))


def _safe(cell: str) -> str:
    """One line, and with an apostrophe before what would be run as a formula."""
    line = " ".join(cell.split())
    return f"'{line}" if line.startswith(FORMULA) else line


def _weight(cell: Cell) -> int:
    return REPORTED_NOTHING if cell.quiet == "nothing reported" else WEIGHT.get(cell.state, 0)


def _newest(gaps: Sequence[Cell], cells: Sequence[Cell], look: Look) -> list[str]:
    """The last periods in a row in which something is not seen, in order; as many as SPAN says."""
    blind = {c.period for c in gaps}
    periods = sorted({c.period for c in cells}, key=lambda p: look.slots[p].first)
    while periods[-1] not in blind:
        periods.pop()
    start, most = len(periods), SPAN[cadence_of(periods[-1])]
    while start and periods[start - 1] in blind and len(periods) - start < most:
        start -= 1
    return periods[start:]


def _place(gaps: Sequence[Cell], site: Site) -> str:
    parts = {a.id: a.name for a in site.areas}
    blind = list(dict.fromkeys(parts[c.area] for c in gaps if c.area in parts))
    if not blind:
        return site.name
    if len(blind) == len(parts) > 2:
        return f"each of the {len(blind)} parts of {site.name}"
    return f"{site.name} ({', '.join(blind)})"


def _why(item: PlanItem, gaps: Sequence[Cell], cells: Sequence[Cell]) -> str:
    states = Counter(c.state for c in gaps)
    told = ", ".join(f"{n} {state}" for state, n in sorted(states.items(), key=_most))
    each = " of a part" if len({c.area for c in cells}) > 1 else ""
    seen = max((c.last_seen for c in cells if c.last_seen), default=None)
    before = f"last told of on {say(dt.date.fromisoformat(seen))}" if seen else "never told of"
    return f"Not seen in {len(gaps)} of {len(cells)} {item.cadence}s{each} ({told}); {before}."


def _most(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]
