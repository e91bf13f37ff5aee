"""Who came and who left, and what is planned."""

from collections.abc import Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import KEPT, Row, Table
from thirdhand.brief.parts.pick import age, counts, sector
from thirdhand.brief.telling import tell, tellers, thing, value, verdict
from thirdhand.brief.wording import as_of, capital
from thirdhand.model import Assessment

MOVEMENTS = 20
EXPECTED = 12
TOLD = ("When", "What is told", "Voices", "Grade", "Verdict")


def listing(facts: Facts) -> Table:
    """Who came and who left, newest first."""
    rows = [r for r in facts.rows if counts(r) and sector(r, facts) == "movement"]
    rows = [r for r in rows if r.kind == "figure" or r.best is not None]
    caption = "Arrivals, returns and other movements, newest first"
    return _table("movements", caption, rows, MOVEMENTS, facts)


def expected(facts: Facts) -> Table:
    """What somebody plans or expects. Nothing here has happened."""
    rows = [r for r in facts.rows if r.verdict == "expected" and r.kind != "condition"]
    caption = "Planned or expected, not known to have happened"
    return _table("expected", caption, rows, EXPECTED, facts)


def _table(key: str, caption: str, rows: Sequence[Assessment], shown: int, facts: Facts) -> Table:
    large = [r for r in rows if not facts.small(r)]
    large.sort(key=age, reverse=True)
    lines = tuple(_line(row, facts) for row in large[:KEPT])
    beyond = max(0, len(large) - KEPT)
    what = "plans" if key == "expected" else key
    return Table(key, caption, TOLD, lines, shown, what, beyond=beyond)


def _line(row: Assessment, facts: Facts) -> Row:
    claims = tellers(row, facts)
    figure, interval = value(row, claims)
    what = thing(row, figure, facts) if figure else row.indicator.replace("-", " ")
    cells = (
        as_of(row.period),
        f"{capital(what)}{interval}",
        facts.voices(row.voices),
        str(row.grade),
        verdict(row, claims, facts),
    )
    return Row(cells, tell(row, facts))
