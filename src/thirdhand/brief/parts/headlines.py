"""Headline judgements: what a reader must know first, each with the words it rests on.

How many live there and which way that goes, the gravest happenings, what is said of access, where
life is worst, the widest contradiction, and the best-founded figures of other sectors. All are of
the last year of the brief, or of its window where that is given.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Sentence
from thirdhand.brief.parts import access, balance, conditions, conflicts, timeline
from thirdhand.brief.parts.pick import (
    FRESH,
    age,
    counts,
    last_day,
    sector,
    unfounded,
    vague,
    whole,
    years_before,
)
from thirdhand.brief.parts.pick import newest as latest
from thirdhand.brief.telling import nationals, stance, tell, tellers, thing, value
from thirdhand.brief.wording import bounds, hedged, listed, when
from thirdhand.model import Assessment, Claim

JUDGEMENTS = 8
GRAVE = 2
OTHERS = 2
# Days: a better-founded figure that is so much older stands before the newest. A level is set
# against one told between so many days earlier.
NEAR = 75
EARLIER = (25, 800)
YEAR = 365
# Grades of sources of which enough is thought to set a level against theirs.
SOUND = "ABC"
# What the sum of two counts says, before the figures, where some were struck off and need not have
# left.
REGISTER = "struck off the register"
# Sectors that have their own judgement, or that say little alone.
APART = ("population", "protection", "security")


def judgements(facts: Facts) -> tuple[Sentence, ...]:
    """The sentences in the order of the page, JUDGEMENTS at most."""
    told: list[Sentence] = []
    for make in MAKERS:
        for sentence in make(facts):
            # What a sentence before it rests on as well says the same again.
            if not any(set(sentence.claims) <= set(before.claims) for before in told):
                told.append(sentence)
    return tuple(told[:JUDGEMENTS])


def _people(facts: Facts) -> Iterator[Sentence]:
    """How many live there, within which interval, and how that stands to what was told before."""
    rows = [r for r in facts.standing if r.kind == "figure" and whole(r) and _founded(r, facts)]
    rows = [r for r in rows if r.best is not None and _over(r, facts) and not nationals(r, facts)]
    if not rows:
        return
    newest = max(rows, key=age)
    near = [r for r in rows if (newest.period.last - r.period.last).days <= NEAR]
    row = min(near, key=lambda r: _strength(r, facts))
    plain = _short(row, facts)
    parts = [plain, _interval(row, plain.text, facts)]
    before = _before(row, rows, _back(facts))
    if before is not None:
        parts += [_compared(row, before, facts), _struck(row, before, facts)]
    parts.append(_newer(row, facts))
    told = [part for part in parts if part]
    claims = tuple(dict.fromkeys(c for part in told for c in part.claims))
    rests = tuple(dict.fromkeys(a for part in told for a in part.assessments))
    yield Sentence(" ".join(part.text for part in told), claims, rests, grade=plain.grade)


def _interval(row: Assessment, told: str, facts: Facts) -> Sentence | None:
    words = bounds(row.low, row.high, row.unit)
    if row.low is None or row.high is None or row.low == row.high or words in told:
        return None
    text = f"All that is told over time puts it between {words.replace(' to ', ' and ')}."
    return Sentence(text, facts.cite(row.claims)[:1], (row.id,))


def _newer(row: Assessment, facts: Facts) -> Sentence | None:
    """That a newer figure is told, where the best founded of the newest is not the newest one."""
    last = last_day(facts)
    found = [r for r in latest(facts.standing, facts) if whole(r) and r.period.end <= last]
    newer = [r for r in found if r.period.end > row.period.end]
    if not newer:
        return None
    (told,) = newer
    claims = tellers(told, facts)
    cited = facts.cite(c.id for c in claims)[:2]
    if told.verdict == "contested":
        return tell(told, facts)
    figure, interval = value(told, claims)
    verb = {"alleged": "alleged"}.get(stance(told, claims), "told")
    what = f"{thing(told, figure, facts)} {when(told.period)}{interval}"
    text = f"A newer figure, {what}, is {verb} by {facts.speakers(claims) or 'an account'}."
    return Sentence(text, cited, (told.id,))


def _back(facts: Facts) -> int:
    """How many days back a level is set against: as many as the window has, else a year."""
    since = facts.dossier.window.since
    if since is None:
        return YEAR
    return (dt.date.fromisoformat(last_day(facts)) - dt.date.fromisoformat(since)).days


def _before(row: Assessment, rows: Sequence[Assessment], back: int) -> Assessment | None:
    """A closed figure told earlier: of the same voice if there is one, about so many days ago."""
    least, most = EARLIER
    ages = {r.id: (row.period.last - r.period.last).days for r in rows}
    closed = [r for r in rows if None not in (r.low, r.high) and least <= ages[r.id] <= most]
    closed = [r for r in closed if r.grade.source in SOUND]

    def key(earlier: Assessment) -> tuple[object, ...]:
        return not set(earlier.voices) & set(row.voices), abs(ages[earlier.id] - back), earlier.id

    return min(closed, key=key, default=None)


def _compared(row: Assessment, before: Assessment, facts: Facts) -> Sentence:
    """Fewer or more only where the intervals are apart."""
    claims = tellers(before, facts)
    figure = thing(before, value(before, claims)[0], facts)
    told = f"{figure} {when(before.period)}, told by {facts.speakers(claims)}"
    low, high = row.low or 0.0, row.high or float("inf")
    if high < (before.low or 0.0):
        text = f"That is fewer than {told}."
    elif low > (before.high or float("inf")):
        text = f"That is more than {told}."
    else:
        text = f"Before that there were {told}; the intervals overlap: it is open whether it moved."
    return Sentence(text, facts.cite(c.id for c in claims)[:2], (row.id, before.id))


def _struck(row: Assessment, before: Assessment, facts: Facts) -> Sentence | None:
    """Who was struck off the register between the two, where the sum of the two says so."""
    ends = {*row.claims}, {*before.claims}
    for row_sum in facts.dossier.findings.balances:
        two = row_sum.claims[:2]
        here = len(row_sum.claims) > len(two) and two[0] in ends[0] and two[1] in ends[1]
        if here and REGISTER in row_sum.reason:
            named = row_sum.reason.partition(REGISTER)[2].partition(";")[0]
            rest = (c for c in facts.held(row_sum.claims[2:]) if f" {hedged(c)} " in named)
            return _told_struck([c for c in rest if not facts.reveals(c)], row_sum.id, facts)
    return None


def _told_struck(claims: Sequence[Claim], sum_of: str, facts: Facts) -> Sentence | None:
    told = listed([f"{hedged(c)} ({facts.voice(c)})" for c in claims])
    text = f"Between the two counts {told} were struck off the register: that is a matter of files"
    text += " and told apart from leaving."
    return Sentence(text, tuple(c.id for c in claims), (sum_of,)) if claims else None


def _grave(facts: Facts) -> Iterator[Sentence]:
    """The happenings with the most dead or injured."""
    yield from timeline.worst(facts, _floor(facts), GRAVE)


def _seeing(facts: Facts) -> Iterator[Sentence]:
    """What is said of access and of being able to see, as theirs who say it."""
    rows = [c for c in access.claims(facts) if _fresh(c, facts)]
    rows.sort(key=lambda c: (c.attributed, access.weight(c), len(c.chain), c.id))
    yield from (access.sentence(c, facts) for c in rows[-1:])


def _worst(facts: Facts) -> Iterator[Sentence]:
    """Where life is told to be bad or to grow worse by the most voices; the newest telling."""
    rows = [c for c in conditions.told(facts) if _fresh(c, facts)]
    worse = [c for c in rows if c.condition and c.condition.direction == "worse"]
    heard: dict[str, set[str]] = {}
    for claim in worse:
        heard.setdefault(conditions.sector(claim), set()).add(facts.voice(claim))
    most = max(heard, key=lambda name: (len(heard[name]), name), default="")
    here = [c for c in worse if conditions.sector(c) == most and c.stance == "asserted"]
    here.sort(key=lambda c: (c.attributed, c.period.end if c.period else "", c.score, c.id))
    yield from (conditions.sentence(c, facts) for c in here[-1:])


def _apart(facts: Facts) -> Iterator[Sentence]:
    """The contradiction that is the widest of the newest."""
    found = conflicts.widest(facts, _floor(facts))
    yield from ([found] if found else [])


def _others(facts: Facts) -> Iterator[Sentence]:
    """The best-founded figures of the sectors that have no judgement yet, one a sector.

    What is contested is not well founded; the widest contradiction has a sentence of its own.
    """
    floor, too_large = _floor(facts), balance.wild(facts)
    best: dict[str, list[Assessment]] = {}
    for row in facts.standing:
        name = sector(row, facts)
        of_last = row.period.end >= floor and row.kind == "figure" and _over(row, facts)
        if (
            of_last
            and name not in APART
            and row.verdict != "contested"
            and _founded(row, facts)
            and not set(row.claims) <= too_large
        ):
            best.setdefault(name, []).append(row)
    rows = [min(found, key=lambda r: _strength(r, facts)) for found in best.values()]
    rows.sort(key=lambda r: _strength(r, facts))
    yield from (_short(row, facts) for row in rows[:OTHERS])


def _short(row: Assessment, facts: Facts) -> Sentence:
    """The sentence of a figure; of one voice without who else tells what of it."""
    claims = tellers(row, facts)
    plain = row.verdict == "single" and stance(row, claims) == "asserted"
    figure, interval = value(row, claims)
    if not plain or interval or figure.startswith("an "):
        return tell(row, facts)
    place = f" in {facts.area(row.area)}" if row.area else ""
    what = f"{thing(row, figure, facts)}{place} {when(row.period)}"
    text = f"According to {facts.speakers(claims) or 'an account'}, there were {what}."
    return Sentence(text, facts.cite(c.id for c in claims), (row.id,), grade=str(row.grade))


def _founded(row: Assessment, facts: Facts) -> bool:
    """False for a count of none, for "dozens", and for one voice of which nothing is known."""
    return counts(row) and row.best != 0 and not vague(row, facts) and not unfounded(row)


def _strength(row: Assessment, facts: Facts) -> tuple[object, ...]:
    """Best first: not contested, of the whole, the better grade, more voices, newer.

    People go before households. Of what is counted over a time, a long time tells more than a day.
    """
    newer = -int(row.period.end.replace("-", ""))
    part = bool(row.breakdown) or row.area is not None
    grade = row.grade.information, row.grade.source
    indicator = facts.dossier.vocabulary.get(row.indicator)
    flow = indicator is not None and indicator.measure in ("flow", "count")
    usual = indicator is None or row.unit in indicator.units[:1]
    days = (row.period.last - row.period.first).days if flow else 0
    standing = row.verdict == "contested", part, not usual
    return *standing, *grade, -len(row.voices), -days, newer, row.id


def _over(row: Assessment, facts: Facts) -> bool:
    """True where its time was over at the end of the brief: a year that still runs says little."""
    return row.period.end <= last_day(facts)


def _fresh(claim: Claim, facts: Facts) -> bool:
    return claim.period is not None and claim.period.end >= _floor(facts)


def _floor(facts: Facts) -> str:
    """The first day of which a judgement may be."""
    return facts.dossier.window.since or years_before(last_day(facts), FRESH)


MAKERS: tuple[Callable[[Facts], Iterator[Sentence]], ...] = (
    _people,
    _grave,
    _seeing,
    _worst,
    _apart,
    _others,
)
