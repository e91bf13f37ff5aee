"""Tables for a person to read."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from thirdhand.model import Account, Claim, Listed, Reading
from thirdhand.outcome import Outcome

# Where nobody says how wide the page is, a page of this width is easy to read.
WIDTH = 110


def console() -> Console:
    """Standard output, as wide as its terminal."""
    screen = Console(highlight=False)
    return screen if screen.is_terminal else Console(highlight=False, width=WIDTH)


def claims_table(account: Account, reading: Reading) -> Table:
    """The claims of one account: what, who says it, how, when, and the words."""
    told = ", ".join(part for part in (account.outlet, account.published) if part)
    head = f"{account.ref}: {account.title or 'no title'} ({told})"
    table = Table(title=Text(head), title_justify="left", box=box.SIMPLE, pad_edge=False)
    for name in ("claim", "who says it", "stance", "holds", "words"):
        table.add_column(name, overflow="fold")
    for claim in reading.claims:
        row = (_what(claim), " → ".join(claim.chain), claim.stance, _when(claim), claim.span.quote)
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    return table


def closing_table(outcome: Outcome) -> Table:
    """What a run came to."""
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    table.add_column("what")
    table.add_column("how many", justify="right")
    table.add_row("accounts taken in", f"{outcome.taken:,}")
    if known := outcome.taken - outcome.read:
        table.add_row("  read before, not again", f"{known:,}")
    if outcome.accounts != outcome.taken:
        table.add_row("accounts the brief may use", f"{outcome.accounts:,}")
        left = outcome.taken - outcome.accounts
        table.add_row("  earlier versions, sealed or of other days", f"{left:,}")
    table.add_row("copies folded", f"{outcome.copies:,}")
    table.add_row("claims", f"{sum(number for _, number in outcome.claims):,}")
    for kind, number in outcome.claims:
        table.add_row(f"  {kind}", f"{number:,}")
    table.add_row("voices", f"{outcome.voices:,}")
    table.add_row("contradictions", f"{outcome.contradictions:,}")
    table.add_row("visibility index", f"{outcome.index:.1%}")
    table.add_row("sentences checked / dropped", f"{outcome.sentences:,} / {outcome.dropped:,}")
    table.add_row("problems", f"{outcome.problems:,}")
    return table


def sources_table(lines: Sequence[Listed]) -> Table:
    """Who they are and how often they were heard; a column that nobody has filled is left out."""
    columns: dict[str, list[str | None]] = {
        "source": [line.name for line in lines],
        "type": [line.type for line in lines],
        "owner": [line.owner for line in lines],
        "in": [line.country for line in lines],
        "lang.": [line.language for line in lines],
        "access": [line.access for line in lines],
        "grade": [line.grade for line in lines],
        "accounts": [f"{line.accounts:,}" for line in lines],
        "first": [line.first for line in lines],
        "last": [line.last for line in lines],
        "known from": [line.known for line in lines],
    }
    table = Table(box=box.SIMPLE, pad_edge=False)
    filled = {name: cells for name, cells in columns.items() if any(cells)}
    for name in filled:
        long = name in {"source", "owner"}
        table.add_column(name, no_wrap=not long, justify="right" if name == "accounts" else "left")
    for cells in zip(*filled.values(), strict=True):
        table.add_row(*(Text(cell or "–") for cell in cells))
    return table


def _what(claim: Claim) -> str:
    kind: str = claim.kind
    if claim.event:
        kind = claim.event.type
    elif claim.condition:
        kind = f"{claim.condition.sector}: {claim.condition.direction}"
    if claim.quantity is None:
        return kind
    of = " ".join((claim.indicator or "figure", *claim.breakdown))
    return f"{of} {_number(claim)} {claim.unit}"


def _number(claim: Claim) -> str:
    ends = ["…" if end is None else f"{end:,.10g}" for end in (claim.low, claim.high)]
    number = ends[0] if ends[0] == ends[1] else "–".join(ends)
    return number if claim.hedge in (None, "exact", "range") else f"{claim.hedge} {number}"


def _when(claim: Claim) -> str:
    if claim.period is None:
        return "unknown"
    start, end = claim.period.start, claim.period.end
    return start if start == end else f"{start} – {end}"
