"""Which assessments count, which are newer, and how a figure stands in a table."""

import re
from collections.abc import Callable, Iterable

from thirdhand.brief.facts import Facts
from thirdhand.brief.parts import balance
from thirdhand.brief.telling import tellers, value, verdict
from thirdhand.brief.wording import amount, as_of, ends
from thirdhand.model import Assessment, Claim, Estimated, Period

# How far back a figure counts as recent, in years.
FRESH = 1
FIGURE = ("Low", "Best", "High", "As of", "Voices", "Grade", "Verdict")
NUMERIC = FIGURE[:3]
# A share of some: "94 per cent are women and children, of which 67 per cent are under 18".
OF_SHARE = re.compile(
    r"(?:per ?cent|%)[^.;]{0,80}\bof (?:which|whom|these|them)\W*$", re.IGNORECASE
)
OF_THOSE = re.compile(r"^\s*of (?:these|those|the \d)", re.IGNORECASE)
NEAR = 120
Key = tuple[object, ...]


def counts(row: Assessment) -> bool:
    """True for what is told to be so, with a number: no plan, no denial."""
    told = row.best is not None or row.low is not None or row.high is not None
    return row.verdict not in ("expected", "denied") and told


def unfounded(row: Assessment) -> bool:
    """True for what one voice tells of which nothing is known."""
    return row.verdict == "single" and row.grade.source == "F"


def vague(row: Assessment, facts: Facts) -> bool:
    """True where it is told in "dozens" alone."""
    return {c.hedge for c in facts.held(row.claims)} == {"vague"}


def of_some(row: Assessment, facts: Facts) -> bool:
    """True for a share of a part: a share stands before it, and "of which" between the two."""
    claims = facts.held(row.claims) if row.unit == "percent" else []
    return bool(claims) and all(_of_which(claim, facts) for claim in claims)


def _of_which(claim: Claim, facts: Facts) -> bool:
    account = facts.texts.get(claim.account)
    if account is None:
        return False
    start, end = claim.span.start, claim.span.end
    before, after = account.text[max(0, start - NEAR) : start], account.text[end : end + NEAR]
    return bool(OF_SHARE.search(before) or OF_THOSE.search(after))


def whole(row: Assessment | Estimated) -> bool:
    """True for all the people of the whole site."""
    of_all = not row.breakdown and row.area is None
    return row.indicator == "population" and row.unit == "people" and of_all


def newest(rows: Iterable[Assessment], facts: Facts) -> list[Assessment]:
    """The newest of each indicator, breakdown, unit and place.

    A level told of a time that still runs at the end of the brief ("in 2019", for a brief of August
    2019) is not newer than one whose time was over. "Dozens" do not push out a number that was told
    before them, nor does a part that is told to be far larger than its whole. A share of a part is
    none of the whole. Of those that stand it is worked out once.
    """
    if rows is facts.standing:
        return facts.once("newest", lambda: _newest(facts.standing, facts))
    return _newest(rows, facts)


def _newest(rows: Iterable[Assessment], facts: Facts) -> list[Assessment]:
    too_large, last = balance.wild(facts), last_day(facts)
    names = [i.name for i in facts.dossier.vocabulary.indicators if i.measure in ("stock", "share")]
    levels = frozenset(names)

    def newer(row: Assessment) -> Key:
        return row.indicator not in levels or row.period.end <= last, *age(row)

    found: dict[Key, Assessment] = {}
    for row in sorted(rows, key=newer):
        key = row.indicator, row.breakdown, row.unit, row.area
        if not counts(row) or row.kind != "figure" or (too_large and set(row.claims) <= too_large):
            continue
        if of_some(row, facts):
            continue
        if key not in found or not vague(row, facts):
            found[key] = row
    return list(found.values())


def age(row: Assessment) -> tuple[str, str, str, int, str, str]:
    """Older first."""
    of = f"{'+'.join(row.breakdown)} {row.unit}"
    return row.period.end, row.period.start, row.indicator, len(row.voices), of, row.id


def last_day(facts: Facts) -> str:
    """The last day (ISO) that the brief speaks of; "" where it holds nothing."""
    sights, end = facts.dossier.view.sights, facts.dossier.window.end
    if end or sights:
        return end or Period.parse(sights[-1].period).end
    return max((row.period.end for row in facts.standing), default="")


def years_before(date: str, years: int) -> str:
    """The ISO day so many years before; "" for ""."""
    return f"{int(date[:4]) - years:04d}{date[4:]}" if date else ""


def sector(row: Assessment, facts: Facts) -> str:
    """The sector of what is counted; happenings are of security."""
    indicator = facts.dossier.vocabulary.get(row.indicator)
    return indicator.sector if indicator else "security"


def order(facts: Facts) -> Callable[[Assessment], Key]:
    """By sector and indicator as the vocabulary has them, the whole before its parts."""
    vocabulary = facts.dossier.vocabulary
    sectors = {s: n for n, s in enumerate(vocabulary.sectors)}
    indicators = {i.name: n for n, i in enumerate(vocabulary.indicators)}

    def key(row: Assessment) -> Key:
        first = sectors.get(sector(row, facts), len(sectors))
        indicator = indicators.get(row.indicator, len(indicators))
        usual = vocabulary.get(row.indicator)
        unit = usual.units.index(row.unit) if usual and row.unit in usual.units else 9
        return first, indicator, len(row.breakdown) > 0, unit, row.breakdown, row.id

    return key


def cells(row: Assessment, facts: Facts, old: bool = False) -> tuple[str, ...]:
    """The cells of FIGURE for a figure; `old` marks its date."""
    claims = tellers(row, facts)
    told = "imprecise" if vague(row, facts) else value(row, claims)[0]
    hedged = row.verdict == "single" or row.best is None
    best = told if hedged else amount(row.best or 0.0, row.unit)
    low, high = ends(row.low, row.high, row.unit)
    mark = ", earlier" if facts.dossier.window.since else ", old"
    return (
        _end(low, row.unit),
        best or "not told",
        _end(high, row.unit),
        as_of(row.period) + (mark if old else ""),
        facts.speakers(claims),
        str(row.grade),
        verdict(row, claims, facts),
    )


def _end(bound: float | None, unit: str | None) -> str:
    return "open" if bound is None else amount(bound, unit)
