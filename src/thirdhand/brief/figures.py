"""Figures: the latest of each, movements, what is planned, the key judgements, the population."""

from collections.abc import Callable, Sequence

from thirdhand.brief import balance
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Chart, Row, Sentence, Table
from thirdhand.brief.telling import tell, tellers, thing, value, verdict
from thirdhand.brief.wording import amount, as_of, capital, counted, day, ends, label
from thirdhand.model import Assessment, Claim, Estimated, Period

JUDGEMENTS = 6
MOVEMENTS = 20
EXPECTED = 12
# How far back a key judgement may lie, in years: of its sector's newest figure, of the newest.
FRESH = 1
KEPT = 3
CHART_VOICES = 6
TOLD = ("When", "What is told", "Voices", "Grade", "Verdict")


def judgements(facts: Facts) -> tuple[Sentence, ...]:
    """The best-founded recent figure of each sector, in the vocabulary's order of sectors.

    Recent: within FRESH years of the sector's newest figure, and that within KEPT of the newest.
    """
    rows = [r for r in facts.rows if r.kind == "figure" and _counts(r) and _founded(r)]
    newest = max((r.period.end for r in rows), default="")
    best = []
    for sector in facts.dossier.vocabulary.sectors:
        here = [r for r in rows if _sector(r, facts) == sector]
        last = max((r.period.end for r in here), default="")
        if last and last >= _years_before(newest, KEPT):
            floor = _years_before(last, FRESH)
            fresh = [r for r in here if r.period.end >= floor]
            best.append(min(fresh, key=lambda r: _strength(r, facts)))
    return tuple(tell(r, facts) for r in best[:JUDGEMENTS])


def latest(facts: Facts) -> Table:
    """The newest assessment of each indicator, breakdown, unit and place.

    "Dozens" do not push out a number that was told before them, nor does a part that is told to be
    far larger than its whole.
    """
    wild = balance.wild(facts)
    newest: dict[tuple[object, ...], Assessment] = {}
    for row in sorted(facts.standing, key=_age):
        key = row.indicator, row.breakdown, row.unit, row.area
        if not _counts(row) or row.kind != "figure" or (wild and set(row.claims) <= wild):
            continue
        if key not in newest or not _vague(row, facts):
            newest[key] = row
    order = _order(facts)
    last = max((r.period.end for r in newest.values()), default="")
    since = facts.dossier.window.since
    floor = since or (_years_before(last, FRESH) if last else "")
    rows = sorted(newest.values(), key=lambda r: (r.area or "", *order(r)))
    columns = ("Figure", "Low", "Best", "High", "As of", "Voices", "Grade", "Verdict")
    lines = tuple(_figure(r, facts, r.period.end < floor) for r in rows)
    old = f"before {day(since)}" if since else "over a year before the newest"
    caption = f"The latest figure of each kind; “old” is told of a time {old}"
    numeric = columns[1:4]
    return Table("figures", caption, columns, lines, len(lines), "figures", numeric)


def movements(facts: Facts) -> Table:
    """Who came and who left, newest first."""
    rows = [r for r in facts.rows if _counts(r) and _sector(r, facts) == "movement"]
    rows = [r for r in rows if r.kind == "figure" or r.best is not None]
    rows = [r for r in rows if not facts.small(r)]
    caption = "Arrivals, returns and other movements, newest first"
    return Table("movements", caption, TOLD, _told(rows, facts), MOVEMENTS, "movements")


def expected(facts: Facts) -> Table:
    """What somebody plans or expects. Nothing here has happened."""
    rows = [r for r in facts.rows if r.verdict == "expected" and r.kind != "condition"]
    rows = [r for r in rows if not facts.small(r)]
    caption = "Planned or expected, not known to have happened"
    return Table("expected", caption, TOLD, _told(rows, facts), EXPECTED, "plans")


def population(facts: Facts) -> Chart:
    """Claims as dots by voice, what was told as a line with its interval, and the course behind."""
    rows = [r for r in facts.standing if r.kind == "figure" and _counts(r) and _whole(r)]
    rows = [r for r in rows if facts.watched(r.period)]
    rows.sort(key=_age)
    claims = [c for r in rows for c in facts.held(r.claims) if _drawn(c, facts)]
    voices = _most_heard([facts.voice(c) for c in claims])
    data: list[dict[str, str | float | None]] = []
    for claim in claims:
        name = facts.voice(claim)
        shown = name if name in voices else "other voices"
        data.append({**_dot(claim), "voice": shown})
    lines = [
        {
            "kind": "estimate",
            "date": _middle(r.period),
            "low": r.low,
            "best": r.best,
            "high": r.high,
        }
        for r in rows
        if r.best is not None
    ]
    alt = "No figure for the population is held."
    if rows:
        alt = (
            f"Chart: {counted(len(claims), 'claim')} of the population by "
            f"{counted(len({facts.voice(c) for c in claims}), 'voice')} and "
            f"{counted(len(lines), 'estimate')} with low and high, "
            f"{day(rows[0].period.start)} to {day(rows[-1].period.end)}. "
            "A bound (“more than”) is drawn at its number."
        )
    course = _course(facts, rows)
    if course:
        alt += f" The band behind is the estimate of {counted(len(course), 'month')}, told or not."
    caption = tell(rows[-1], facts) if rows else None
    return Chart("population", "Population over time", alt, (*data, *lines, *course), caption)


def _course(facts: Facts, rows: Sequence[Assessment]) -> list[dict[str, str | float | None]]:
    """The estimate of each month from the first that is told of to the last."""
    if not rows:
        return []
    first, last = rows[0].period.start[:7], rows[-1].period.end[:7]
    return [
        {
            "kind": "course",
            "date": _middle(Period.parse(row.month)),
            "low": row.low,
            "best": row.best,
            "high": row.high,
        }
        for row in facts.dossier.findings.estimated
        if _whole(row) and row.site == facts.dossier.site.id and first <= row.month <= last
    ]


def _figure(row: Assessment, facts: Facts, old: bool) -> Row:
    claims = tellers(row, facts)
    told = "imprecise" if _vague(row, facts) else value(row, claims)[0]
    hedged = row.verdict == "single" or row.best is None
    best = told if hedged else amount(row.best or 0.0, row.unit)
    low, high = ends(row.low, row.high, row.unit)
    cells = (
        label(row.indicator, row.breakdown, row.unit, facts.dossier.vocabulary),
        _end(low, row.unit),
        best or "not told",
        _end(high, row.unit),
        as_of(row.period) + (", old" if old else ""),
        facts.speakers(claims),
        str(row.grade),
        verdict(row, claims, facts),
    )
    group = facts.area(row.area) or capital(_sector(row, facts))
    return Row(cells, tell(row, facts), group)


def _told(rows: Sequence[Assessment], facts: Facts) -> tuple[Row, ...]:
    ordered = sorted(rows, key=_age, reverse=True)
    lines = []
    for row in ordered:
        claims = tellers(row, facts)
        figure, interval = value(row, claims)
        what = thing(row, figure, facts) if figure else row.indicator.replace("-", " ")
        what = f"{capital(what)}{interval}"
        cells = (
            as_of(row.period),
            what,
            facts.voices(row.voices),
            str(row.grade),
            verdict(row, claims, facts),
        )
        lines.append(Row(cells, tell(row, facts)))
    return tuple(lines)


def _vague(row: Assessment, facts: Facts) -> bool:
    hedges = {c.hedge for c in facts.held(row.claims)}
    return hedges == {"vague"}


def _counts(row: Assessment) -> bool:
    told = row.best is not None or row.low is not None or row.high is not None
    return row.verdict not in ("expected", "denied") and told


def _founded(row: Assessment) -> bool:
    """False for a count of none and for one voice of which nothing is known."""
    lone = row.verdict == "single" and row.grade.source == "F"
    return row.best != 0 and not lone


def _whole(row: Assessment | Estimated) -> bool:
    whole = not row.breakdown and row.area is None
    return row.indicator == "population" and row.unit == "people" and whole


def _strength(row: Assessment, facts: Facts) -> tuple[object, ...]:
    """Best first: not contested, of the whole, the better grade, more voices, newer.

    Of what is counted over a time, a long time tells more than a day.
    """
    newer = -int(row.period.end.replace("-", ""))
    part = bool(row.breakdown) or row.area is not None
    grade = row.grade.information, row.grade.source
    indicator = facts.dossier.vocabulary.get(row.indicator)
    flow = indicator is not None and indicator.measure in ("flow", "count")
    days = (row.period.last - row.period.first).days if flow else 0
    return row.verdict == "contested", part, *grade, -len(row.voices), -days, newer, row.id


def _age(row: Assessment) -> tuple[str, str, str, int, str, str]:
    return row.period.end, row.period.start, row.indicator, len(row.voices), _of(row), row.id


def _of(row: Assessment) -> str:
    return f"{'+'.join(row.breakdown)} {row.unit}"


def _order(facts: Facts) -> Callable[[Assessment], tuple[object, ...]]:
    """By sector and indicator as the vocabulary has them, the whole before its parts."""
    vocabulary = facts.dossier.vocabulary
    sectors = {s: n for n, s in enumerate(vocabulary.sectors)}
    indicators = {i.name: n for n, i in enumerate(vocabulary.indicators)}

    def key(row: Assessment) -> tuple[object, ...]:
        sector = sectors.get(_sector(row, facts), len(sectors))
        indicator = indicators.get(row.indicator, len(indicators))
        usual = vocabulary.get(row.indicator)
        unit = usual.units.index(row.unit) if usual and row.unit in usual.units else 9
        return sector, indicator, len(row.breakdown) > 0, unit, row.breakdown, row.id

    return key


def _years_before(date: str, years: int) -> str:
    return f"{int(date[:4]) - years:04d}{date[4:]}"


def _sector(row: Assessment, facts: Facts) -> str:
    indicator = facts.dossier.vocabulary.get(row.indicator)
    return indicator.sector if indicator else "security"


def _end(bound: float | None, unit: str | None) -> str:
    return "open" if bound is None else amount(bound, unit)


def _dot(claim: Claim) -> dict[str, str | float | None]:
    quantity = claim.quantity
    date = _middle(claim.period) if claim.period else None
    return {"kind": "claim", "date": date, "value": quantity.point if quantity else None}


def _drawn(claim: Claim, facts: Facts) -> bool:
    return claim.period is not None and claim.counted and not facts.small(claim)


def _middle(period: Period) -> str:
    return (period.first + (period.last - period.first) / 2).isoformat()


def _most_heard(names: Sequence[str]) -> set[str]:
    return set(sorted(set(names), key=lambda n: (-names.count(n), n))[:CHART_VOICES])
