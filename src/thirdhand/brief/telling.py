"""One assessment in one sentence: who says what of when, no stronger than it was told."""

import re
from collections import defaultdict
from collections.abc import Sequence

from thirdhand.brief.confidence import level
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Sentence
from thirdhand.brief.wording import (
    VERDICTS,
    amount,
    bounds,
    capital,
    hedged,
    listed,
    meant,
    one,
    phrases,
    single,
    when,
    who,
)
from thirdhand.model import Assessment, Claim, Quantity

SIDES = 3
# A word that begins large inside a quote is a name: of a nation, beside who is counted.
LARGE = r"[A-Z][a-z]+(?:[- ][A-Z][a-z]+)*"


def tell(row: Assessment, facts: Facts) -> Sentence:
    """The sentence of a figure or of an incident with a figure, with the claims it cites."""
    claims = tellers(row, facts)
    voices = facts.speakers(claims) or "an account"
    place = facts.area(row.area)
    at = f" in {place}" if place else ""
    figure, interval = value(row, claims)
    what = f"{thing(row, figure, facts)}{at} {when(row.period)}{interval}"
    was = "was" if figure.startswith("an ") or single(figure) else _was(row)
    if stance(row, claims) == "expected":
        text = f"According to {voices}, this is planned or expected: {what}."
    elif row.verdict == "denied":
        none = all(c.high == 0 for c in claims)  # "nobody was killed"
        that = f"there were any: {what}" if none else f"there {was} {what}"
        text = f"It is denied by {voices} that {that}."
    elif stance(row, claims) == "alleged":
        text = f"It is alleged by {voices} that there {was} {what}."
    elif row.verdict == "contested":
        return _contested(row, facts)
    elif row.verdict == "single":
        return _single(row, claims, f"According to {voices}, there {was} {what}.", facts)
    else:
        frame = level(row.grade.information).frame.format(was=was, what=what)
        text = f"{frame}, according to {voices}."
    return Sentence(text, facts.cite(c.id for c in claims), (row.id,), grade=str(row.grade))


def tellers(row: Assessment, facts: Facts) -> list[Claim]:
    """The claims that carry the row's best figure; all of them where none does.

    A voice that only says "more than 60" fits a voice that says "70", but does not say 70: it is
    named where voices agree, and not where the figure is that of one voice. Nor is a voice named
    there that says "about 71,000", though the tolerance allows both. Where voices agree, only the
    independent ones are named: an outlet that names nobody may be one of them again.
    """
    told = facts.told.get(row.id)
    if told is None or told[0] is not row:
        told = facts.told[row.id] = row, _tellers(row, facts)
    return told[1]


def _tellers(row: Assessment, facts: Facts) -> list[Claim]:
    claims = facts.held(row.claims)
    if row.best is None or row.verdict == "contested":
        return claims
    indicator = facts.dossier.vocabulary.get(row.indicator)
    tolerance = indicator.tolerance if indicator else 0.0
    best = Quantity(row.best, row.best, row.unit or "")
    carry = [c for c in claims if (q := c.quantity) and q.agrees(best, tolerance)]
    closed = [c for c in carry if c.low is not None and c.high is not None]
    if row.verdict == "agreed":
        independent = [c for c in carry if facts.voice_of.get(c.id) in row.voices]
        return independent or carry or claims
    return _printed(row, closed, facts) or closed or carry or claims


def _printed(row: Assessment, claims: Sequence[Claim], facts: Facts) -> list[Claim]:
    """Those that tell the very figure of the row, hedged as its voice hedges it.

    An outlet that names nobody is left out where the voice of the row tells the figure itself.
    """
    same = [c for c in claims if (q := c.quantity) and q.point == row.best]
    own = [c for c in same if facts.voice_of.get(c.id, c.chain[0]) in row.voices]
    if own:
        same = [c for c in same if c in own or c.speaker_kind != "outlet"]
    lead = min(own or same, key=lambda c: (-c.attributed, -c.score, c.account, c.id), default=None)
    return [c for c in same if lead is not None and hedged(c) == hedged(lead)]


def value(row: Assessment, claims: Sequence[Claim]) -> tuple[str, str]:
    """The figure in words and its interval in brackets, either of them "" where there is none.

    As told where all say the same; else the best with low and high.
    """
    told = {hedged(c) for c in claims if c.quantity is not None and c.unit == row.unit}
    if len(told) == 1:
        return told.pop(), ""
    if row.best is None:
        return bounds(row.low, row.high, row.unit), ""
    best = amount(row.best, row.unit)
    if row.low == row.high == row.best and all(c.hedge in ("exact", None) for c in claims):
        return best, ""
    interval = bounds(row.low, row.high, row.unit)
    return f"about {best}", "" if row.low == row.high else f" ({interval})"


def verdict(row: Assessment, claims: Sequence[Claim], facts: Facts) -> str:
    """The verdict in words. One figure of two names that do not confirm each other says so."""
    lone = row.verdict == "single" and len({facts.voice(c) for c in claims}) > 1
    return "not confirmed" if lone else VERDICTS[row.verdict]


def thing(row: Assessment, figure: str, facts: Facts) -> str:
    """The figure with what it counts: "more than 62,000 people living there"."""
    indicator = facts.dossier.vocabulary.get(row.indicator)
    name = indicator.label if indicator else row.indicator.replace("-", " ")
    counted = nationals(row, facts) or who(row.breakdown, row.unit)
    if row.unit == "percent":
        return f"a share of {figure} {counted} among {name}"
    pattern: str = phrases()["indicators"].get(row.indicator, f"{{n}} {{who}} ({name})")
    text = pattern.format(n=figure, who=counted)
    if "{who}" not in pattern and row.breakdown:
        text = f"{text} ({meant(row.breakdown)})"
    return one(text) if single(figure) else text


def nationals(row: Assessment, facts: Facts) -> str:
    """Who is counted in the words of the quote, where it names a nation and no breakdown does.

    "Over 500 Kyrgyz citizens" are no 500 people of all nations. "" where those who tell the figure
    name none, or not the same.
    """
    if row.breakdown or row.unit != "people":
        return ""
    named = {_named(claim) for claim in tellers(row, facts)}
    return named.pop() if len(named) == 1 else ""


def _named(claim: Claim) -> str:
    """The noun that is a name or has one before it: "Iraqis", "Kyrgyz citizens"; else ""."""
    noun = re.escape(claim.noun or "")
    pattern = rf"(?<=\w )(?:{LARGE} (?i:{noun})|(?=[A-Z])(?i:{noun}))\b"
    found = re.search(pattern, claim.span.quote) if noun and claim.breakdown == () else None
    return found[0] if found else ""


def stance(row: Assessment, claims: Sequence[Claim]) -> str:
    """The stance that every claim of the row shares; "asserted" where one of them asserts."""
    if row.verdict == "expected":
        return "expected"
    stances = {c.stance for c in claims}
    return stances.pop() if len(stances) == 1 else "asserted"


def _single(row: Assessment, claims: Sequence[Claim], text: str, facts: Facts) -> Sentence:
    """The figure of one voice, then who tells another that fits it, then that others tell of it."""
    named = {facts.voice(c) for c in claims}
    rest = [c for c in facts.held(row.claims) if facts.voice(c) not in named]
    near: dict[str, list[Claim]] = defaultdict(list)
    said = {hedged(c) for c in claims}
    for claim in (c for c in _close(row, rest, facts) if hedged(c) not in said):
        near[hedged(claim)].append(claim)
    sides = sorted(near.items(), key=lambda side: (-len(side[1]), side[0]))[:SIDES]
    told = listed(
        [f"{facts.speakers(side)} {_say(side, facts)} {figure}" for figure, side in sides]
    )
    text += f" {told}, which fits within the tolerance." if told else ""
    shown = [c for _, side in sides for c in side]
    if {facts.voice(c) for c in rest} - {facts.voice(c) for c in shown}:
        text += " Others tell of it and neither confirm nor exclude this."
    cited = [facts.cite(c.id for c in side)[0] for _, side in sides]
    cited = [*facts.cite(c.id for c in claims), *cited]
    return Sentence(text, tuple(dict.fromkeys(cited)), (row.id,), grade=str(row.grade))


def _close(row: Assessment, rest: Sequence[Claim], facts: Facts) -> list[Claim]:
    """Of these claims the closed figures that lie within the tolerance of the best one."""
    if row.best is None:
        return []
    indicator = facts.dossier.vocabulary.get(row.indicator)
    best = Quantity(row.best, row.best, row.unit or "")
    tolerance = indicator.tolerance if indicator else 0.0
    return [
        c
        for c in rest
        if (q := c.quantity) and c.low is not None and c.high is not None and c.hedge != "vague"
        if q.agrees(best, tolerance) and not (facts.small(c) or facts.reveals(c))
    ]


def _say(claims: Sequence[Claim], facts: Facts) -> str:
    alleged = all(c.stance == "alleged" for c in claims)
    many = len({facts.voice(c) for c in claims}) > 1
    return ("allege" if alleged else "say") + ("" if many else "s")


def _contested(row: Assessment, facts: Facts) -> Sentence:
    indicator = facts.dossier.vocabulary.get(row.indicator)
    name = indicator.label if indicator else row.indicator.replace("-", " ")
    part = f" ({meant(row.breakdown)})" if row.breakdown else ""
    large = (c.id for c in facts.held(row.claims) if not facts.small(c))
    sides = facts.held(facts.cite(large))[:SIDES]
    told = "; ".join(f"{hedged(c)} according to {facts.voice(c)}" for c in sides if hedged(c))
    head = f"Accounts contradict one another on {name}{part} {when(row.period)}"
    text = capital(f"{head}: {told}." if told else f"{head}.")
    return Sentence(text, tuple(c.id for c in sides), (row.id,), grade=str(row.grade))


def _was(row: Assessment) -> str:
    singular = row.best == 1 or row.unit in ("percent", "km2") or row.indicator == "capacity"
    return "was" if singular else "were"
