"""Headline judgements: what a reader must know first."""

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Sentence
from thirdhand.brief.pick import FRESH, KEPT, counts, sector, years_before
from thirdhand.brief.telling import tell
from thirdhand.model import Assessment

JUDGEMENTS = 6


def judgements(facts: Facts) -> tuple[Sentence, ...]:
    """The best-founded recent figure of each sector, in the vocabulary's order of sectors.

    Recent: within FRESH years of the sector's newest figure, and that within KEPT of the newest.
    """
    rows = [r for r in facts.rows if r.kind == "figure" and counts(r) and _founded(r)]
    newest = max((r.period.end for r in rows), default="")
    best = []
    for name in facts.dossier.vocabulary.sectors:
        here = [r for r in rows if sector(r, facts) == name]
        last = max((r.period.end for r in here), default="")
        if last and last >= years_before(newest, KEPT):
            floor = years_before(last, FRESH)
            fresh = [r for r in here if r.period.end >= floor]
            best.append(min(fresh, key=lambda r: _strength(r, facts)))
    return tuple(tell(r, facts) for r in best[:JUDGEMENTS])


def _founded(row: Assessment) -> bool:
    """False for a count of none and for one voice of which nothing is known."""
    lone = row.verdict == "single" and row.grade.source == "F"
    return row.best != 0 and not lone


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
