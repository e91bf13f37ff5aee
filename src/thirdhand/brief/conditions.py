"""How life stands in each sector, in the words of those who tell it."""

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Row, Sentence, Table
from thirdhand.brief.wording import as_of, capital, counted
from thirdhand.model import Claim

EACH = 5
DIRECTIONS = {"worse": "worse", "same": "no change", "better": "better", "unknown": "not told"}


def listing(facts: Facts) -> Table:
    """The latest tellings of each sector, newest first."""
    site = facts.dossier.site.id
    claims = [c for c in facts.claims.values() if c.condition and c.site == site]
    claims = [c for c in claims if c.period and facts.of_time(c) and not facts.reveals(c)]
    rows: list[Row] = []
    for sector in _sectors(claims, facts):
        here = _once(sorted((c for c in claims if _sector(c) == sector), key=_age), facts)
        head = capital(sector)
        rows += [_row(c, f"{head}: {_summary(here)}", facts) for c in here[:EACH]]
    columns = ("When", "Direction", "What is said", "Voice")
    caption = "Conditions by sector, newest first"
    return Table("conditions", caption, columns, tuple(rows), len(rows), "tellings")


def _row(claim: Claim, group: str, facts: Facts) -> Row:
    assert claim.condition is not None and claim.period is not None  # noqa: S101, PT018
    voice = facts.voice(claim)
    about = {"alleged": "alleged", "expected": "expected", "denied": "denied"}.get(claim.stance, "")
    told = DIRECTIONS[claim.condition.direction]
    direction = f"{told}, {about}" if about else told
    cells = (as_of(claim.period), direction, f"“{claim.span.quote}”", voice)
    text = f"{capital(claim.condition.sector)}, {direction}: “{claim.span.quote}” ({voice})."
    return Row(cells, Sentence(text, (claim.id,)), group)


def _once(claims: list[Claim], facts: Facts) -> list[Claim]:
    """Newest first; of the same words by the same voice the oldest, as reprints come later."""
    first: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        first.setdefault((" ".join(claim.span.quote.split()), facts.voice(claim)), claim)
    return list(first.values())[::-1]


def _summary(claims: list[Claim]) -> str:
    """How many tell of which direction: counts of tellings, not of the sector."""
    told = [c.condition.direction for c in claims if c.condition]
    parts = [f"{told.count(d)} {DIRECTIONS[d]}" for d in ("worse", "same", "better") if d in told]
    return ", ".join([counted(len(claims), "telling"), *parts])


def _sectors(claims: list[Claim], facts: Facts) -> list[str]:
    held = {_sector(c) for c in claims}
    known = [s for s in facts.dossier.vocabulary.sectors if s in held]
    return known + sorted(held - set(known))


def _sector(claim: Claim) -> str:
    return claim.condition.sector if claim.condition else ""


def _age(claim: Claim) -> tuple[str, str]:
    return (claim.period.end if claim.period else ""), claim.id
