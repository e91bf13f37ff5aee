"""What cannot be seen: the plan as a picture, the worst gaps, the questions to ask."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Chart, Datum, Listing, Question
from thirdhand.brief.wording import capital, day, share
from thirdhand.model import Cell

GAPS = 20
QUESTIONS = 12
# More columns than this do not fit on paper: months become quarters, quarters years.
COLUMNS = 32
# Worst first: on a tie a column shows the worse state.
STATES = ("silent", "unread", "no access", "stale", "contested", "one voice", "seen")
# The states in which somebody tells of a thing, however badly.
TOLD = STATES[4:]
QUIET = ("nothing reported", "nobody looked", "not known which")
Key = tuple[str, str, tuple[str, ...], str]
Parts = dict[str, list[tuple[set[str], str | None, str]]]


def matrix(facts: Facts) -> Chart:
    """Every line of the plan against time. Parts of the site are taken together."""
    cells, within = facts.dossier.view.cells, _within(facts)
    months = {m for c in cells for m in months_of(c.period) if within(m)}
    grain = "month" if len(months) <= COLUMNS else "quarter"
    grain = grain if len({_column(m, grain) for m in months}) <= COLUMNS else "year"
    held: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for cell in cells:
        name = f"{cell.label} (parts)" if cell.area else cell.label
        for month in (m for m in months_of(cell.period) if within(m)):
            held[name, _column(month, grain)][cell.state] += 1
    data: tuple[Datum, ...] = tuple(
        {"line": capital(line), "period": period, "state": _usual(states)}
        for (line, period), states in held.items()
    )
    count: Counter[str] = Counter(c.state for c in cells)
    states = ", ".join(f"{count[s]:,} {s}" for s in reversed(STATES) if count[s])
    alt = unasked(facts)
    if cells:
        alt = (
            f"Chart: the {len({d['line'] for d in data})} lines of the plan by {grain}. "
            f"Of {len(cells):,} cells: {states}. A column shows the state that most of it is in."
        )
    return Chart("matrix", f"What was seen of the plan, by {grain}", alt, data, wide=True)


def unasked(facts: Facts) -> str:
    """Why the plan asks for nothing in this time, in a sentence; "" where it does."""
    view, items = facts.dossier.view, facts.dossier.plan.items
    if view.cells:
        return ""
    if not items:
        return "The plan has no lines, so nothing can be said to be unseen."
    sights, since = view.sights, facts.dossier.window.since
    if not sights:
        return "No account with a date tells of this place, so the plan has no time to ask of."
    if since and sights[-1].period < since[:7]:
        why = f"The plan ends in {day(sights[-1].period)} and asks for nothing later"
    else:
        why = f"The plan begins in {day(sights[0].period)} and asks for nothing earlier"
    return f"{why}, so nothing can be said to be unseen."


def told(cells: Sequence[Cell]) -> float:
    """The share of the cells that anybody tells of, however badly; 0 where there are none."""
    return _share(cells, TOLD) if cells else 0.0


def seen(cells: Sequence[Cell]) -> float:
    """The share of the cells that two or more voices tell of; 0 where there are none."""
    return _share(cells, ("seen",)) if cells else 0.0


def gaps(facts: Facts) -> Listing:
    """The lines of the plan that are least in sight, worst first; parts are taken together."""
    lines: dict[Key, list[Cell]] = defaultdict(list)
    for cell in facts.dossier.view.cells:
        lines[cell.kind, cell.indicator, cell.breakdown, cell.label].append(cell)
    unseen = [c for c in lines.values() if any(x.state != "seen" for x in c)]
    unseen.sort(key=lambda c: (seen(c), told(c), c[0].label))
    parts = _parts(facts)
    rows = _once(_gap(c, facts, parts) for c in unseen)
    columns = (
        "Line of the plan", "Seen by two", "Told by anyone", "Silent", "Last told of",
        "Last seen by a witness", "Now", "Why",
    )  # fmt: skip
    caption = "The lines of the plan least in sight"
    return Listing("gaps", caption, columns, rows, GAPS, "lines", columns[1:3])


def _once(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The rows, each reason told in full at its first line alone; later ones name that line."""
    first: dict[str, str] = {}
    told = []
    for row in rows:
        name, why = row[0], row[-1]
        same = first.setdefault(why, name)
        told.append(row if same == name else (*row[:-1], f"as “{same}”"))
    return tuple(told)


def questions(facts: Facts) -> tuple[Question, ...]:
    """The questions that would show most, first."""
    rows = sorted(facts.dossier.view.requests, key=lambda r: r.rank)[:QUESTIONS]
    return tuple(
        Question(r.question, tuple(f"{a.name} ({a.why})" if a.why else a.name for a in r.to), r.why)
        for r in rows
    )


def _gap(cells: Sequence[Cell], facts: Facts, parts: Parts) -> tuple[str, ...]:
    last_period = max(c.period for c in cells)
    ending = [c for c in cells if c.period == last_period]
    now = min(ending, key=lambda c: STATES.index(c.state))
    areas = len({c.area for c in cells if c.area})
    mixed = len({c.state for c in ending}) > 1
    place = f" (worst: {facts.area(now.area)})" if mixed else ""
    name = capital(now.label) + (f", {areas} parts" if areas > 1 else "")
    last = max((c.last_seen for c in cells if c.last_seen), default=None)
    ago = day(last) if last else _partly(cells, parts)
    state = f"{now.state}{f', {now.quiet}' if now.quiet else ''}{place}"
    shares = share(seen(cells)), share(told(cells))
    return name, *shares, _silent(cells), ago, _witnessed(cells), state, now.reason


def _silent(cells: Sequence[Cell]) -> str:
    """How many cells are silent, and how that is: nobody reported, nobody looked, or not known."""
    quiet: Counter[str] = Counter(
        c.quiet or "not known which" for c in cells if c.state == "silent"
    )
    return ", ".join(f"{quiet[words]:,} {words}" for words in QUIET if quiet[words]) or "–"


def _witnessed(cells: Sequence[Cell]) -> str:
    """The last day of which somebody tells what they saw, and who."""
    found = [(c.witnessed, c.witness or "") for c in cells if c.witnessed]
    last, who = max(found, default=("", ""))
    return f"{day(last)}, {who}" if last else "never"


def _parts(facts: Facts) -> Parts:
    """Of each indicator, the parts that are told of, and when last."""
    found: Parts = defaultdict(list)
    for row in facts.standing:
        if row.verdict != "expected" and row.kind in ("figure", "incident"):
            found[row.indicator].append((set(row.breakdown), row.area, row.period.end))
    return found


def _partly(cells: Sequence[Cell], parts: Parts) -> str:
    """When parts of a figure were told of of which nobody tells the whole; "never" for none."""
    line, areas = cells[0], {c.area for c in cells}
    whole = set(line.breakdown)
    ends = [
        end
        for breakdown, area, end in (parts[line.indicator] if line.kind == "figure" else ())
        if whole < breakdown or (whole == breakdown and area not in areas)
    ]
    return f"only parts of it, last {day(max(ends))}" if ends else "never"


def _share(cells: Sequence[Cell], states: Iterable[str]) -> float:
    wanted = set(states)
    return sum(c.state in wanted for c in cells) / len(cells)


def _usual(states: Counter[str]) -> str:
    return min(states, key=lambda s: (-states[s], STATES.index(s)))


def _within(facts: Facts) -> Callable[[str], bool]:
    """Whether a month is one of those watched: a cell of a year may reach beyond them."""
    sights = facts.dossier.view.sights
    if not sights:
        return bool
    first, last = sights[0].period, sights[-1].period
    return lambda month: first <= month <= last


def months_of(period: str) -> list[str]:
    """The months of a cell's period, in order; of a week the one that holds its Thursday."""
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
