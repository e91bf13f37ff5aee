"""Circular reporting, and how many incidents nobody told of: what the collection cannot carry."""

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Row, Sentence, Table
from thirdhand.brief.wording import capital, hedged, label, listed, number, phrases
from thirdhand.model import Loop, Unreported

SHOWN = 10


def circles(facts: Facts) -> Table:
    """Publishers that name each other for one matter."""
    site = facts.dossier.site.id
    rows = []
    for loop in facts.dossier.findings.loops:
        claims = facts.held(loop.claims)
        here = any(claim.site == site and facts.of_time(claim) for claim in claims)
        if here and not any(facts.reveals(claim) for claim in claims):
            rows.append(_row(loop, facts))
    columns = ("Publishers", "For what", "Who else they name")
    what, remark = "circles", "Who names whom"
    return Table("circles", "Told in a circle", columns, tuple(rows), SHOWN, what, remark=remark)


def unreported(facts: Facts) -> tuple[Sentence, ...]:
    """How many incidents nobody told of, where the lists of three voices or more overlap enough."""
    return tuple(_estimated(row, facts) for row in _here(facts) if row.unseen.median is not None)


def unestimated(facts: Facts) -> str:
    """Why it cannot be estimated, by the longest list; "" where some of it can, or none is told."""
    rows = _here(facts)
    if not rows or any(row.unseen.median is not None for row in rows):
        return ""
    best = max(rows, key=lambda row: (row.unseen.observed, row.period.start, row.indicator))
    kind, year = best.indicator.replace("-", " "), best.period.start[:4]
    return (
        "How many incidents nobody reported cannot be estimated. Even of the type told of most, "
        f"{kind} with {number(best.unseen.observed)} in {year}, {best.unseen.reason}."
    )


def _here(facts: Facts) -> list[Unreported]:
    site = facts.dossier.site.id
    window, rows = facts.dossier.window, facts.dossier.findings.unreported
    return [row for row in rows if row.site == site and window.holds(row.period)]


def _kind(row: Unreported) -> str:
    return f"incidents of the type {row.indicator.replace('-', ' ')}"


def _estimated(row: Unreported, facts: Facts) -> Sentence:
    found = row.unseen
    whole = [number(round(value or 0)) for value in (found.median, found.low, found.high)]
    lists = [facts.plain(n) + (" (not named)" if n in facts.unnamed else "") for n in row.lists]
    text = (
        f"Going by how far the lists of {listed(lists)} overlap, there were probably about "
        f"{whole[0]} {_kind(row)} in {row.period.start[:4]}, between {whole[1]} and {whole[2]}; "
        f"{number(found.observed)} are told of."
    )
    return Sentence(capital(text), facts.cite(row.claims), (row.id,))


def _row(loop: Loop, facts: Facts) -> Row:
    first = facts.held(loop.claims)[0]
    what = label(loop.indicator, first.breakdown, first.unit, facts.dossier.vocabulary)
    figure = hedged(first).removesuffix(" of")
    unit = phrases()["units"].get(first.unit, first.unit) if figure else None
    matter = f"{what}: {figure} {unit}" if figure else what
    text = f"{listed(loop.voices)} name each other for one matter."
    cells = (listed(loop.voices), matter, listed(loop.outside) or "–")
    return Row(cells, Sentence(text, loop.claims), remark=loop.reason)
