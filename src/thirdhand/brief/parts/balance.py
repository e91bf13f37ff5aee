"""Whether the figures add up, and which single figure cannot be."""

from collections.abc import Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import KEPT, Row, Sentence, Table
from thirdhand.brief.wording import amount, as_of, bounds, hedged, label
from thirdhand.model import Balance, Claim
from thirdhand.model.balance import mean

SHOWN = 12
UNFIT = 6
COLUMNS = ("Figure", "Of", "As told", "What it is made of", "Result")
KINDS = {
    "parts": "Parts of a whole",
    "list": "A list and its total",
    "shares": "Shares",
    "households": "People and households",
    "flows": "Before and after",
}
# The result where what is told fits on the side that is told of.
OPEN = "open"
# A part this many times larger than the whole is no headline.
WILD = 2.0


def listing(facts: Facts) -> Table:
    """What does not add up first, then what nobody can add up; the newest first."""
    rows = _rows(facts)
    rows.sort(key=lambda r: 0 if r.gap else 1 if r.gap is None else 2)
    lines = tuple(_line(r, facts) for r in rows[:KEPT])
    beyond = max(0, len(rows) - KEPT)
    caption, remark = "Do the figures add up?", "In full"
    return Table("balance", caption, COLUMNS, lines, SHOWN, "sums", remark=remark, beyond=beyond)


def unfit(facts: Facts) -> Table:
    """The parts of the population that do not add up to its whole, the newest first."""
    rows = [r for r in _rows(facts) if r.gap and r.indicator == "population"]
    rows = [r for r in rows if r.kind in ("parts", "list", "shares")]
    lines = tuple(_line(r, facts) for r in rows[:UNFIT])
    beyond = max(0, len(rows) - UNFIT)
    caption = "Whole and parts that do not fit"
    return Table("unfit", caption, COLUMNS, lines, UNFIT, "sums", remark="In full", beyond=beyond)


def _rows(facts: Facts) -> list[Balance]:
    """The balances that are news in the window, the newest first."""
    rows = [r for r in facts.dossier.findings.balances if _shown(r, facts) and _news(r, facts)]
    return sorted(rows, key=lambda r: (r.period.end, r.id), reverse=True)


def _news(row: Balance, facts: Facts) -> bool:
    """True where the sum is of the window, or one of its figures was told in it."""
    window = facts.dossier.window
    if window.holds(row.period):
        return True
    return window.begun(row.period) and any(facts.of_time(c) for c in facts.held(row.claims))


def wild(facts: Facts) -> frozenset[str]:
    """Claims (ids) of parts that are told to be far larger than the whole they are parts of."""
    return frozenset(
        row.claims[1]
        for row in facts.dossier.findings.balances
        if row.kind == "parts"
        and len(row.claims) == len(("whole", "part"))
        and (row.expected_low or 0) > WILD * (row.told_high or float("inf"))
    )


def _shown(row: Balance, facts: Facts) -> bool:
    claims = facts.held(row.claims)
    here = row.site == facts.dossier.site.id and len(claims) == len(row.claims)
    return here and not any(facts.reveals(claim) for claim in claims)


def _line(row: Balance, facts: Facts) -> Row:
    told, *terms = facts.held(row.claims)
    name = label(row.indicator, told.breakdown, told.unit, facts.dossier.vocabulary)
    made = _made(row, terms)
    result = _result(row, told, terms)
    when = as_of(told.period) if told.period else ""
    alleged = "alleged" if all(c.stance == "alleged" for c in (told, *terms)) else "told"
    said = "fits as far as told, with one side open" if result == OPEN else result
    text = f"{name}, {when}: {hedged(told)} {alleged}; {made}; {said}."
    sentence = Sentence(text, row.claims, (row.id,))
    cells = (name, when, f"{hedged(told)} ({facts.voice(told)})", made, result)
    return Row(cells, sentence, KINDS[row.kind], row.reason)


def _made(row: Balance, terms: Sequence[Claim]) -> str:
    words = [hedged(term) for term in terms]
    if row.kind == "households":
        return f"{words[0]} households"
    if row.kind == "shares":
        return f"with {' and '.join(words)} besides"
    signs = ("", *(" + " if sign > 0 else " − " for sign in row.signs[1:]))
    return "".join(f"{sign}{word}" for sign, word in zip(signs, words, strict=True))


def _result(row: Balance, told: Claim, terms: Sequence[Claim]) -> str:
    people, many = told.quantity, terms[0].quantity if terms else None
    if row.kind == "households" and people and many:
        size = f"{mean(people, many) or 0:.1f} each"
        return f"{size}: no usual size" if row.gap else f"{size}: a usual size"
    if row.gap is None:
        return "cannot be balanced"
    if row.kind == "shares":
        return "does not make a whole" if row.gap else "makes a whole"
    if row.kind == "parts" and len(terms) == 1:
        return f"the part is more than the whole by {amount(row.gap, told.unit)} at least"
    if not row.gap:
        return OPEN if None in (row.expected_low, row.expected_high) else "fits"
    expected = bounds(row.expected_low, row.expected_high, told.unit)
    if row.kind != "flows":
        return f"{expected} in all, off by {amount(row.gap, told.unit)}"
    return f"{expected} expected, so {amount(row.gap, told.unit)} not accounted for"
