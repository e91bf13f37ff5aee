"""How many people live there over time: what was told, by whom, and the course behind."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Chart, Datum
from thirdhand.brief.parts.pick import age, counts, last_day, whole
from thirdhand.brief.telling import tell
from thirdhand.brief.wording import counted, day
from thirdhand.model import Assessment, Claim, Estimated, Period

VOICES = 6
# The picture of a short time shows what came before: a level is known by where it came from.
BEFORE = 12
SHORT = 12
# More dots than this cannot be told apart: the newest are drawn.
DOTS = 600


def chart(facts: Facts) -> Chart:
    """Claims as dots by voice, what was told as a line with its interval, and the course behind."""
    rows = [r for r in facts.standing if r.kind == "figure" and counts(r) and whole(r)]
    first, last = _shown(facts, rows)
    rows = sorted((r for r in rows if first <= r.period.end[:7] <= last), key=age)
    claims = [c for r in rows for c in facts.held(r.claims) if _drawn(c, facts)][-DOTS:]
    dots = _dots(claims, facts)
    lines = [_line("estimate", _middle(r.period), r) for r in rows if r.best is not None]
    course = [
        _line("course", _middle(Period.parse(row.month)), row)
        for row in facts.dossier.findings.estimated
        if whole(row) and row.site == facts.dossier.site.id and first <= row.month <= last
    ]
    start = _start(facts, first)
    alt = "No figure for the population is held."
    if rows:
        alt = (
            f"Chart: {counted(len(dots), 'claim')} of the population by "
            f"{counted(len({facts.voice(c) for c in claims}), 'voice')} and "
            f"{counted(len(lines), 'assessment')} with low and high, "
            f"{day(first)} to {day(last)}. A bound (“more than”) is drawn at its number."
        )
    if course:
        alt += f" The band is the estimate of {counted(len(course), 'month')}, told or not."
    if start:
        alt += " What stands before the dashed line is of the time before this brief."
    caption = tell(rows[-1], facts) if rows else None
    data = (*dots, *lines, *course, *start) if rows else ()
    return Chart("population", "Population over time", alt, data, caption)


def _shown(facts: Facts, rows: Sequence[Assessment]) -> tuple[str, str]:
    """The first and the last month of the picture; a short window has BEFORE months before it."""
    sights = facts.dossier.view.sights
    if not sights:
        months = sorted(r.period.end[:7] for r in rows) or [""]
        return months[0], months[-1]
    first, last = _begins(facts), last_day(facts)[:7]
    if _back(last, SHORT) >= first:
        return first, last
    return _back(first, BEFORE), last


def _start(facts: Facts, first: str) -> list[Datum]:
    """Where the time of the brief begins, if the picture shows some time before it."""
    begins = _begins(facts) or first
    return [{"kind": "window", "date": f"{begins}-01"}] if begins > first else []


def _begins(facts: Facts) -> str:
    """The first month that the brief speaks of; "" where nobody says."""
    since, sights = facts.dossier.window.since, facts.dossier.view.sights
    return since[:7] if since else (sights[0].period if sights else "")


def _back(month: str, months: int) -> str:
    year, number = divmod(12 * int(month[:4]) + int(month[5:7]) - 1 - months, 12)
    return f"{year:04d}-{number + 1:02d}"


def _line(kind: str, date: str, row: Assessment | Estimated) -> Datum:
    return {"kind": kind, "date": date, "low": row.low, "best": row.best, "high": row.high}


def _dots(claims: Sequence[Claim], facts: Facts) -> list[Datum]:
    names = [facts.voice(c) for c in claims]
    heard = Counter(names)
    voices = set(sorted(heard, key=lambda n: (-heard[n], n))[:VOICES])
    return [
        {
            "kind": "claim",
            "date": _middle(claim.period),
            "value": claim.quantity.point if claim.quantity else None,
            "voice": name if name in voices else "other voices",
        }
        for claim, name in zip(claims, names, strict=True)
        if claim.period
    ]


def _drawn(claim: Claim, facts: Facts) -> bool:
    return claim.period is not None and claim.counted and not facts.small(claim)


def _middle(period: Period) -> str:
    middle: dt.date = period.first + (period.last - period.first) / 2
    return middle.isoformat()
