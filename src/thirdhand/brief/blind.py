"""What cannot be seen: the plan as a picture, the worst gaps, the questions to ask."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Chart, Datum, Listing, Question
from thirdhand.brief.wording import capital, day, share
from thirdhand.model import Cell

GAPS = 20
# The months that say how things stand now, beside the whole of the plan.
LATELY = 12
QUESTIONS = 12
# More columns than this do not fit on paper: months become quarters, quarters years.
COLUMNS = 32
# Worst first: on a tie a column shows the worse state.
STATES = ("silent", "unread", "no access", "stale", "contested", "one voice", "seen")
Key = tuple[str, str, tuple[str, ...], str]


def sight(facts: Facts) -> Chart:
    """The visibility index month by month."""
    rows = facts.dossier.view.sights
    data: tuple[Datum, ...] = tuple(
        {"month": s.period, "share": part, "line": line}
        for s in rows
        for line, part in (("told by anyone", s.any), ("seen by two or more", s.index))
    )
    alt = "No month can be measured."
    if rows:
        best = max(rows, key=lambda s: (s.index, s.period))
        alt = (
            f"Chart: share of the plan seen by two or more voices, {rows[0].period} to "
            f"{rows[-1].period}. Highest in {best.period} with {share(best.index)}; in the last "
            f"month {share(rows[-1].index)}, and {share(rows[-1].any)} told by anyone."
        )
    return Chart("sight", "Visibility index by month", alt, data)


def matrix(facts: Facts) -> Chart:
    """Every line of the plan against time. Parts of the site are taken together."""
    cells = facts.dossier.view.cells
    months = {m for c in cells for m in _months(c.period)}
    grain = "month" if len(months) <= COLUMNS else "quarter"
    grain = grain if len({_column(m, grain) for m in months}) <= COLUMNS else "year"
    held: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for cell in cells:
        name = f"{cell.label} (parts)" if cell.area else cell.label
        for month in _months(cell.period):
            held[name, _column(month, grain)][cell.state] += 1
    data: tuple[Datum, ...] = tuple(
        {"line": capital(line), "period": period, "state": _usual(states)}
        for (line, period), states in held.items()
    )
    count: Counter[str] = Counter(c.state for c in cells)
    states = ", ".join(f"{count[s]:,} {s}" for s in reversed(STATES) if count[s])
    alt = "The plan has no lines, so nothing can be said to be unseen."
    if cells:
        alt = (
            f"Chart: the {len({d['line'] for d in data})} lines of the plan by {grain}. "
            f"Of {len(cells):,} cells: {states}. A column shows the state that most of it is in."
        )
    return Chart("matrix", f"What was seen of the plan, by {grain}", alt, data, wide=True)


def recent(facts: Facts) -> tuple[str, list[Cell]]:
    """The first of the last LATELY months of the plan, and the cells that end in them.

    ("", []) where no month is watched.
    """
    months = [s.period for s in facts.dossier.view.sights][-LATELY:]
    if not months:
        return "", []
    cells = facts.dossier.view.cells
    return months[0], [c for c in cells if _months(c.period)[-1] >= months[0]]


def told(cells: Sequence[Cell]) -> float:
    """The share of the cells that anybody tells of, however badly; 0 where there are none."""
    return _share(cells, STATES[4:]) if cells else 0.0


def seen(cells: Sequence[Cell]) -> float:
    """The share of the cells that two or more voices tell of; 0 where there are none."""
    return _share(cells, ("seen",)) if cells else 0.0


def gaps(facts: Facts) -> Listing:
    """The lines of the plan that are least in sight, worst first; parts are taken together."""
    lines: dict[Key, list[Cell]] = defaultdict(list)
    for cell in facts.dossier.view.cells:
        lines[cell.kind, cell.indicator, cell.breakdown, cell.label].append(cell)
    unseen = [c for c in lines.values() if any(x.state != "seen" for x in c)]
    unseen.sort(key=lambda c: (_share(c, ("seen",)), _share(c, STATES[4:]), c[0].label))
    rows = tuple(_gap(c, facts) for c in unseen)
    columns = ("Line of the plan", "Seen by two", "Told by anyone", "Last told of", "Now", "Why")
    numeric = columns[1:3]
    caption = "The lines of the plan least in sight"
    return Listing("gaps", caption, columns, rows, GAPS, "lines", numeric)


def questions(facts: Facts) -> tuple[Question, ...]:
    """The questions that would show most, first."""
    rows = facts.dossier.view.requests[:QUESTIONS]
    return tuple(Question(r.question, r.ask) for r in rows)


def _gap(cells: Sequence[Cell], facts: Facts) -> tuple[str, ...]:
    last_period = max(c.period for c in cells)
    ending = [c for c in cells if c.period == last_period]
    now = min(ending, key=lambda c: STATES.index(c.state))
    parts = len({c.area for c in cells if c.area})
    mixed = len({c.state for c in ending}) > 1
    place = f" (worst: {facts.area(now.area)})" if mixed else ""
    name = capital(now.label) + (f", {parts} parts" if parts > 1 else "")
    last = max((c.last_seen for c in cells if c.last_seen), default=None)
    ago = day(last) if last else _partly(cells, facts)
    return name, share(seen(cells)), share(told(cells)), ago, f"{now.state}{place}", now.reason


def _partly(cells: Sequence[Cell], facts: Facts) -> str:
    """When parts of a figure were told of of which nobody tells the whole; "never" for none."""
    line, areas = cells[0], {c.area for c in cells}
    whole = set(line.breakdown)
    parts = [
        row.period.end
        for row in facts.standing
        if (line.kind, row.verdict == "expected") == ("figure", False)
        and row.kind in ("figure", "incident")
        and row.indicator == line.indicator
        and (whole < set(row.breakdown) or (whole == set(row.breakdown) and row.area not in areas))
    ]
    return f"only parts of it, last {day(max(parts))}" if parts else "never"


def _share(cells: Sequence[Cell], states: Iterable[str]) -> float:
    wanted = set(states)
    return sum(c.state in wanted for c in cells) / len(cells)


def _usual(states: Counter[str]) -> str:
    return min(states, key=lambda s: (-states[s], STATES.index(s)))


def _months(period: str) -> list[str]:
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        first = 3 * int(part[1:]) - 2
        return [f"{year}-{m:02d}" for m in range(first, first + 3)]
    if part.startswith("W"):
        return [f"{dt.date.fromisocalendar(int(year), int(part[1:]), 4):%Y-%m}"]
    return [period] if part else [f"{year}-{m:02d}" for m in range(1, 13)]


def _column(month: str, grain: str) -> str:
    if grain == "month":
        return month
    year, part = month.split("-")
    return year if grain == "year" else f"{year} Q{(int(part) + 2) // 3}"
