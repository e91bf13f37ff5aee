"""An explanation for a terminal of 80 columns."""

from collections.abc import Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from thirdhand.model import Claim, Explanation, Ground, Told, Touching

WIDTH = 80
# So many letters of an id tell it from the others of a case.
SHORT = 12
# Rows of one kind beside it; the rest are counted.
BESIDE = 5
_STEPS = {
    "voices": "voices",
    "best": "best",
    "low": "low",
    "high": "high",
    "verdict": "verdict",
    "source": "letter",
    "information": "digit",
}


def show(found: Explanation) -> None:
    """Print it, as wide as the terminal is and no wider than 80 columns."""
    screen = Console(highlight=False)
    width = min(screen.width, WIDTH) if screen.is_terminal else WIDTH
    Console(highlight=False, width=width).print(_page(found))


def _page(found: Explanation) -> Group:
    site = f", site {found.site}" if found.site else ""
    head = [
        Text(f"{found.kind} {found.id[:SHORT]}{site}", style="bold"),
        Text(found.title),
        *(Text(line) for line in (found.figure, found.grade) if line),
        *([Text(""), Text(_plain(found.reason))] if found.reason else []),
    ]
    parts: list[Group] = []
    if found.told:
        parts.append(_section("What is said", _claims(found.told)))
    if found.steps:
        parts.append(_section("The steps from there", _steps(found.steps)))
    if found.touching:
        parts.append(_section("See also", _touching(found.touching)))
    return Group(*head, *parts)


def _section(name: str, table: Table) -> Group:
    return Group(Text(""), Text(name, style="bold"), Padding(table, (0, 0, 0, 2)))


def _grid(*widths: int | None) -> Table:
    table = Table.grid(padding=(0, 1))
    for width in widths:
        table.add_column(width=width, overflow="fold", ratio=None if width else 1)
    table.expand = True
    return table


def _claims(told: Sequence[Told]) -> Table:
    """Each claim: what it does and its weight, where it has any; its words; where they stand."""
    used = any(row.use for row in told)
    table = _grid(9, 4, None) if used else _grid(None)
    for row in told:
        by = f"{row.voice} ({row.grade}): {_says(row.claim)}"
        stand = f"account {row.ref}, {row.outlet}, {row.published or 'undated'}"
        chain = " ← ".join(row.claim.chain)
        lines = [
            Text(_plain(by)),
            Text(f"“{_plain(row.claim.span.quote)}”", style="italic"),
            Text(_plain(f"{chain}; {stand}"), style="dim"),
            Text(f"claim {row.claim.id[:SHORT]}", style="dim"),
        ]
        if row.use and row.use not in ("counted", "bound"):
            lines.append(Text(_plain(row.why)))
        weight = "" if row.weight is None else f"{row.weight:.2f}"
        table.add_row(*([Text(row.use or ""), Text(weight)] if used else []), Group(*lines))
    return table


def _steps(steps: Sequence[Ground]) -> Table:
    table = _grid(8, 12, None)
    for step in steps:
        claims = ", ".join(claim[:SHORT] for claim in step.claims)
        table.add_row(_STEPS[step.step], Text(_value(step.value)), Text(_plain(step.rule)))
        if claims:
            table.add_row("", "", Text(f"by {claims}", style="dim"))
    return table


def _touching(rows: Sequence[Touching]) -> Table:
    table = _grid(13, SHORT, None)
    for kind in dict.fromkeys(row.kind for row in rows):
        same = [row for row in rows if row.kind == kind]
        for row in same[:BESIDE]:
            table.add_row(Text(kind), Text(row.id[:SHORT]), Text(_plain(row.reason)))
        if len(same) > BESIDE:
            table.add_row("", "", f"and {len(same) - BESIDE} more (--json lists all)")
    return table


def _value(value: str | int | float | None) -> str:
    if value is None:
        return "open"
    return value if isinstance(value, str) else f"{value:,.10g}"


def _says(claim: Claim) -> str:
    """The figure as told, or what kind of claim it is; and when it holds."""
    when = ""
    if claim.period:
        start, end = claim.period.start, claim.period.end
        when = f", {start}" if start == end else f", {start} to {end}"
        when += " (published)" if claim.period.basis == "published" else ""
    ends = [f"{end:,.10g}" for end in (claim.low, claim.high) if end is not None]
    if not ends:
        return f"{claim.event.type if claim.event else claim.kind}{when}"
    number = ends[0] if len(set(ends)) == 1 else " to ".join(ends)
    hedge = f"{claim.hedge} " if claim.hedge not in (None, "exact", "range") else ""
    return f"{hedge}{number} {claim.unit}{when}"


def _plain(text: str) -> str:
    return " ".join(text.split())
