"""The sources: who was heard, how often their figures fit, and which way they lean."""

from thirdhand.brief.confidence import SOURCES
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Listing
from thirdhand.brief.wording import capital, label, share
from thirdhand.model import Leaning, Reliability

HEARD = 25
FITS = 15
LEANS = 10
# A share of one figure is hardly more than what was thought before: two are compared at least.
COMPARED = 2
KINDS = {
    "named": "named",
    "unnamed": "not named",
    "document": "document",
    "outlet": "outlet itself",
}


def listing(facts: Facts) -> Listing:
    """The voices, most heard first."""
    voices = sorted(facts.dossier.findings.voices, key=lambda v: (-v.claims, v.name, v.id))
    rows = tuple(
        (
            v.name,
            KINDS[v.kind],
            v.type or "–",
            v.owner or "–",
            f"{v.grade} ({SOURCES[v.grade]})",
            f"{v.claims:,}",
            f"{v.accounts:,}",
        )
        for v in voices
    )
    columns = ("Voice", "Kind", "Type", "Owner", "Source grade", "Claims", "Accounts")
    numeric = columns[-2:]
    return Listing("sources", "Voices, most heard first", columns, rows, HEARD, "voices", numeric)


def reliability(facts: Facts) -> Listing:
    """How often the figures of each voice fit the rest, by topic; the most compared first."""
    rows = sorted(facts.dossier.findings.reliability, key=_most)
    grades = {v.name: v.grade for v in facts.dossier.findings.voices}
    lines = tuple(
        (
            capital(row.topic) or "All",
            row.source,
            grades.get(row.source, "–"),
            share(row.right),
            f"{share(row.low)} to {share(row.high)}",
            f"{row.claims:,}",
        )
        for row in rows
    )
    columns = ("Topic", "Voice", "Grade", "Fits", "90 % interval", "Figures compared")
    shown = sum(row.claims >= COMPARED for row in rows)
    caption = "How often a voice's figures fit the rest, the most compared first"
    shown = min(FITS, max(shown, 1))
    return Listing("reliability", caption, columns, lines, shown, "rows", (columns[3], columns[5]))


def leanings(facts: Facts) -> Listing:
    """The voices whose figures lie above or below the rest, with an interval that leaves 0 out."""
    rows = [b for b in facts.dossier.findings.biases if b.low > 0 or b.high < 0]
    rows.sort(key=lambda b: (-abs(b.bias), b.source, b.item))
    lines = tuple(
        (
            row.source,
            _item(row, facts),
            f"{share(abs(row.bias))} {'above' if row.bias > 0 else 'below'} the rest",
            " to ".join(_signed(n) for n in (row.low, row.high)),
            f"{row.claims:,}",
        )
        for row in rows
    )
    columns = ("Voice", "Of what", "Leans", "90 % interval", "Figures")
    caption = "Voices that lean: their figures lie above or below the rest"
    return Listing("leanings", caption, columns, lines, LEANS, "leanings", columns[-1:])


def _most(row: Reliability) -> tuple[int, str, str]:
    return -row.claims, row.topic, row.source


def _item(row: Leaning, facts: Facts) -> str:
    """What it leans on in words: its key is "indicator[, breakdown][, unit], site[, area]"."""
    site, vocabulary = facts.dossier.site.id, facts.dossier.vocabulary
    indicator, *rest = row.item.split(", ")
    unit = next((part for part in rest if part in vocabulary.units), None)
    known = set(vocabulary.breakdowns)
    breakdown = next((b for part in rest if known >= set(b := part.split("+"))), [])
    area = rest[-1] if site in rest and rest[-1] != site else None
    place = f" ({facts.area(area)})" if area else ""
    return f"{label(indicator, breakdown, unit, vocabulary)}{place}"


def _signed(value: float) -> str:
    return f"{'−' if value < 0 else '+'}{share(abs(value))}"
