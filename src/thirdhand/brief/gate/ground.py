"""What one row lets a sentence say: its figures as hedged as they are, and what they count.

A figure passes by one of seven named rules:
  claim     it is told by a cited claim, hedged as the claim hedges it (numbers in words too)
  quote     it stands in a quote that is cited, before the same word
  estimate  it is the best of an assessment, told with "about" and its interval, or alone where the
            interval is that one number; or an end of it beside which nothing else is told
  cell      it stands alone in a cell and is the low, best or high of an assessment
  sum       it is what the claims of a balance add up to, by how much the figure told misses that,
            or the people a household; the gate adds up for itself
  unseen    it is of an estimate of how many incidents nobody told of, rounded to a whole number
  count     it counts the voices that are not listed by name (voices.py)
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.figures import numbers
from thirdhand.brief.gate.parts import WORD
from thirdhand.model import Assessment, Balance, Claim, Period, Quantity, Unreported
from thirdhand.model.balance import added, ends, mean, outside

Form = tuple[float, float | None, str | None]
# Units that can be parted; all others count whole things.
PARTED = ("percent", "km2", "kg")
HEDGES = ("about", "nearly", "more than", "at least", "less than", "up to")


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What a sentence may say by one row.

    forms: figures as they are told; loose: those told with "about", which need their interval;
    inner: the intervals; bare: numbers that may stand alone in a cell. quoted: other numbers of the
    quote. marks: what is counted; words: those of the quote; label: those of the indicator. period:
    when, coarse where a month will do for a day; area: where, None for the whole site. tags: the
    breakdown, which has to be told.
    """

    row: Claim | Assessment | Balance | Unreported
    forms: frozenset[Form] = frozenset()
    loose: frozenset[Form] = frozenset()
    inner: frozenset[Form] = frozenset()
    bare: frozenset[float] = frozenset()
    quoted: frozenset[float] = frozenset()
    marks: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    label: frozenset[str] = frozenset()
    period: Period | None = None
    coarse: bool = False
    area: str | None = None
    tags: tuple[str, ...] = ()
    share: bool = False


def grounds(basis: Basis) -> list[Ground]:
    """A ground for each row that the sentence rests on, claims first."""
    cited = [of_claim(c, basis) for c in basis.claims]
    if types := _types(basis):
        cited = [_as_type(ground, types) for ground in cited]
    return [
        *cited,
        *(of_assessment(row, cited, basis) for row in basis.assessments),
        *(of_balance(row, cited) for row in basis.balances),
        *(of_unreported(row) for row in basis.unseen),
    ]


def of_claim(claim: Claim, basis: Basis) -> Ground:
    """The ground of a claim: made once, for it does not depend on the sentence."""
    held = basis.known.grounds.get(claim.id)
    if held is None or held.row is not claim:
        label = basis.known.labels.get(claim.indicator or "", "")
        held = basis.known.grounds[claim.id] = _of_claim(claim, label)
    return held


def _of_claim(claim: Claim, label: str) -> Ground:
    published = claim.period is None or claim.period.basis == "published"
    marks = {f"tag:{tag}" for tag in claim.breakdown}
    marks |= {f"unit:{claim.unit or 'people'}", f"indicator:{claim.indicator}"}
    marks |= {f"event:{claim.event.type}", "event:any"} if claim.event else set()
    if claim.condition:
        marks |= {f"sector:{claim.condition.sector}", f"direction:{claim.condition.direction}"}
    quoted = {n for n in numbers(claim.span.quote) if n not in (claim.low, claim.high)}
    return Ground(
        claim,
        forms=frozenset(_told(claim)),
        quoted=frozenset(quoted),
        marks=frozenset(marks | ({"basis:published"} if published else set())),
        words=_words(claim.span.quote, claim.noun or "", *claim.breakdown),
        label=_words(label, (claim.indicator or "").replace("-", " ")),
        period=claim.period,
        coarse=True,
        area=claim.area,
        tags=claim.breakdown,
        share=claim.unit == "percent",
    )


def _told(claim: Claim) -> Iterator[Form]:
    """The figure of a claim as it may be told."""
    low, high, unit = claim.low, claim.high, claim.unit
    if claim.hedge in HEDGES:
        point = low if low is not None else high
        both = low is not None and high is not None and low != high
        if both or point is not None:
            yield (
                (whole(low or 0, unit), whole(high or 0, unit), claim.hedge)
                if both
                else (whole(point or 0, unit), None, claim.hedge)
            )
        return
    for form in interval(low, high, unit):
        yield (form[0], form[1], "vague") if claim.hedge == "vague" and form[1] else form


def interval(low: float | None, high: float | None, unit: str | None) -> Iterator[Form]:
    """Both ends, or the one that is closed; whole things have whole ends, rounded outwards."""
    if unit not in PARTED:
        low = None if low is None else float(math.floor(low))
        high = None if high is None else float(math.ceil(high))
    low, high = (None if end is None else round(end, 2) for end in (low, high))
    if low is not None and high is not None:
        yield (low, None, None) if low == high else (low, high, None)
    elif low is not None:
        yield low, None, "at least"
    elif high is not None:
        yield high, None, "up to"


def whole(value: float, unit: str | None) -> float:
    """The number as it is shown: whole where the unit is, else with two decimals at most."""
    return round(value, 2) if unit in PARTED else float(round(value))


def of_assessment(row: Assessment, cited: Sequence[Ground], basis: Basis) -> Ground:
    """The ground of an assessment: its estimate, and what cited claims of it tell."""
    inner = frozenset(interval(row.low, row.high, row.unit))
    forms = {
        f for g in cited if isinstance(g.row, Claim) and g.row.id in row.claims for f in g.forms
    }
    best = None if row.best is None else whole(row.best, row.unit)
    point = best is not None and inner == {(best, None, None)}
    forms |= inner if best is None or point else set()
    loose = frozenset() if best is None else frozenset({(best, None, "about")})
    bare = {n for form in inner for n in form[:2] if n is not None}
    # Of one voice the best is told as that voice tells it.
    bare |= {best} if best is not None and row.verdict != "single" else set()
    period = {f"basis:{row.period.basis}"}
    return Ground(
        row,
        frozenset(forms),
        loose,
        inner,
        frozenset(bare),
        marks=frozenset(_marks(row, basis) | period),
        words=_words(*row.breakdown, _noun(row, cited)),
        label=_words(basis.known.labels.get(row.indicator, ""), row.indicator.replace("-", " ")),
        period=row.period,
        area=row.area,
        tags=row.breakdown,
        share=row.unit == "percent",
    )


def _noun(row: Assessment, cited: Sequence[Ground]) -> str:
    """Who is counted, by the noun of each cited claim of the row; "" where these differ."""
    nouns = {g.row.noun for g in cited if isinstance(g.row, Claim) and g.row.id in row.claims}
    return (nouns.pop() or "") if len(nouns) == 1 else ""


def _marks(row: Assessment, basis: Basis) -> set[str]:
    marks = {f"tag:{tag}" for tag in row.breakdown}
    marks |= {f"unit:{row.unit or 'people'}", f"indicator:{row.indicator}"}
    marks |= {f"chance:{row.grade.information}", f"verdict:{row.verdict}", f"grade:{row.grade}"}
    marks |= {"end:open"} if row.low is None or row.high is None else set()
    marks |= {"end:none"} if row.best is None else set()
    if row.kind == "incident":
        marks |= {"event:any", *_types(basis)}
        marks |= set() if _types(basis) else {f"event:{row.indicator}"}
    if row.low is not None and row.high is not None and _vague(row, basis):
        marks.add("end:none")
    return marks


def _types(basis: Basis) -> frozenset[str]:
    """What the most of those who tell of a happening call it; nothing where none is told of."""
    rows = [row for row in basis.assessments if row.kind == "incident"]
    told = [(c.id, c.event.type) for row in rows for c in basis.behind(row) if c.event]
    # A claim that tells of two figures counts once or twice: either way will do.
    found: set[str] = set()
    for kinds in (Counter(kind for _, kind in told), Counter(kind for _, kind in set(told))):
        most = max(kinds.values(), default=0)
        found |= {f"event:{kind}" for kind, count in kinds.items() if count == most}
    return frozenset(found)


def _as_type(ground: Ground, types: frozenset[str]) -> Ground:
    """The ground of a claim without the type that few call the happening."""
    marks = frozenset(m for m in ground.marks if not m.startswith("event:"))
    return replace(ground, marks=marks | types | {"event:any"})


def _vague(row: Assessment, basis: Basis) -> bool:
    return {c.hedge for c in basis.behind(row)} == {"vague"}


def of_balance(row: Balance, cited: Sequence[Ground]) -> Ground:
    """The ground of a balance; nothing adds up where one of its claims is not cited."""
    held = {g.row.id: g.row for g in cited if isinstance(g.row, Claim)}
    claims = [held[i] for i in row.claims if i in held]
    quantities = [q for claim in claims if (q := claim.quantity)]
    full = len(quantities) == len(row.claims) > 1
    forms = {f for made in (sums(row, quantities) if full else ()) for f in made}
    size = "balance:none" if row.gap is None else "balance:off" if row.gap else "balance:fits"
    marks = {size, "balance:any"} | {f"unit:{claim.unit}" for claim in claims}
    marks |= {"end:open"} if None in (row.expected_low, row.expected_high) else set()
    share = any(claim.unit == "percent" for claim in claims)
    return Ground(row, frozenset(forms), marks=frozenset(marks), share=share)


def sums(row: Balance, quantities: Sequence[Quantity]) -> list[frozenset[Form]]:
    """What the claims make, added up anew: what is expected, then by how much it is missed."""
    told, *terms = quantities
    if row.kind == "households":
        return [frozenset({(round(mean(told, terms[0]) or 0.0, 1), None, None)})]
    least, most = added(terms, row.signs)
    # An end that a direction nobody tells of leaves open is never closed here.
    low = least if row.expected_low is not None else None
    high = most if row.expected_high is not None else None
    gap = outside(ends(told), (low, high))
    missed: set[Form] = set() if gap is None else {(whole(gap, told.unit), None, None)}
    # One part alone that is more than the whole: other parts would only add to it.
    if gap is not None and row.kind == "parts" and len(terms) == 1:
        missed.add((whole(gap, told.unit), None, "at least"))
    return [frozenset(interval(low, high, told.unit)), frozenset(missed)]


def of_unreported(row: Unreported) -> Ground:
    """The ground of an estimate of what nobody told of."""
    found = row.unseen
    forms: set[Form] = {(float(found.observed), None, None)}
    if found.median is not None:
        forms.add((float(round(found.median)), None, "about"))
    if found.low is not None and found.high is not None:
        forms.add((float(round(found.low)), float(round(found.high)), None))
    marks = {"unseen", "event:any", f"event:{row.indicator}"}
    label = _words(row.indicator.replace("-", " "))
    return Ground(row, frozenset(forms), marks=frozenset(marks), label=label, period=row.period)


def _words(*texts: str) -> frozenset[str]:
    return frozenset(w.casefold() for text in texts for w in WORD.findall(text))
