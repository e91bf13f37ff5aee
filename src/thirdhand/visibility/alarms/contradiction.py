"""A contradiction that nobody has resolved for long."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from thirdhand.model import Alarm, Assessment, Claim, Contradiction
from thirdhand.visibility.alarms.ground import Ground
from thirdhand.visibility.alarms.telling import counted
from thirdhand.visibility.phrases import days, say

Matter = tuple[str | None, tuple[str, ...], str | None, str | None]


def contradiction(ground: Ground) -> Iterator[Alarm]:
    """A contradiction about the site that stands `open_days` after its later side was published.

    One of before the last `fresh_months`, or of a matter that was over by then, is old news, and
    stands with the contradictions. So does one with a stale echo: that an old figure does not fit
    is no question that is open.

    It is over where the matter was agreed on: for what lasts, in any assessment of a later time;
    for what happened, in one of the same time.
    """
    echoes = {echo.claim for echo in ground.findings.stale}
    for row in standing(ground):
        claims = [ground.claims[c] for c in row.claims]
        published = _published(claims, ground)
        if published is None or published < ground.fresh:
            continue
        if _ended(claims) < ground.lately or echoes & set(row.claims):
            continue
        if (ground.end - published).days >= ground.limits.open_days:
            yield _alarm(ground, row, claims, published)


def standing(ground: Ground) -> Iterator[Contradiction]:
    """The contradictions about the site that nothing has resolved, however new."""
    agreed = _agreed(ground)
    for row in ground.findings.contradictions:
        claims = [ground.claims[c] for c in row.claims if c in ground.claims]
        whole = len(claims) == len(row.claims) and any(c.period for c in claims)
        if row.kind == "contradiction" and whole and not _over(claims, agreed, ground):
            yield row


def few(claims: Sequence[Claim], small: int) -> bool:
    """True where a claim tells a figure of fewer people than `small`, which is not to be told."""
    people = [c.quantity.point for c in claims if c.quantity and c.unit in ("people", "households")]
    return any(point is not None and point < small for point in people)


def _agreed(ground: Ground) -> Mapping[Matter, list[Assessment]]:
    out: dict[Matter, list[Assessment]] = defaultdict(list)
    for row in ground.findings.assessments:
        if row.site == ground.site.id and row.verdict == "agreed":
            out[row.indicator, row.breakdown, row.unit, row.area].append(row)
    return out


def _published(claims: Sequence[Claim], ground: Ground) -> dt.date | None:
    """When the later side came out, as far as the accounts are dated; None where none is."""
    days = [ground.published[c.account].last for c in claims if c.account in ground.published]
    return max(days, default=None)


def _ended(claims: Sequence[Claim]) -> dt.date:
    """The last day of which a side tells."""
    return max(c.period.last for c in claims if c.period)


def _over(
    claims: Sequence[Claim], agreed: Mapping[Matter, Sequence[Assessment]], ground: Ground
) -> bool:
    periods = [c.period for c in claims if c.period is not None]
    if not periods:
        return False
    first, last = max(p.start for p in periods), max(p.end for p in periods)
    indicator = ground.vocabulary.get(claims[0].indicator)
    lasts = indicator is not None and indicator.measure in ("stock", "share")
    for claim in claims:
        for row in agreed.get((claim.indicator, claim.breakdown, claim.unit, claim.area), ()):
            if lasts and last < row.period.end and row.period.start <= ground.end.isoformat():
                return True
            if row.period.start <= first and last <= row.period.end:
                return True
    return False


def _alarm(
    ground: Ground, row: Contradiction, claims: Sequence[Claim], published: dt.date
) -> Alarm:
    open_for = (ground.end - published).days
    indicator = ground.vocabulary.get(row.indicator)
    told = indicator.label if indicator else row.indicator
    held = tuple(dict.fromkeys(a for c in row.claims for a in ground.assessed.get(c, ())))
    return Alarm(
        id="",
        site=ground.site.id,
        kind="open contradiction",
        subject=told,
        indicator=row.indicator,
        since=published.isoformat(),
        until=ground.end.isoformat(),
        standing=True,
        value=float(open_for),
        low=None,
        high=float(ground.limits.open_days - 1),
        unit="days",
        reason=(
            f"{_reason(row, claims, ground.plan.small_cell)} Nothing told since has resolved it, "
            f"for {counted(open_for, 'day')} since {say(published)}."
        ),
        cells=(),
        claims=row.claims,
        assessments=held,
        rank=0,
    )


def _reason(row: Contradiction, claims: Sequence[Claim], small: int) -> str:
    """Its own reason, unless that tells a figure of very few people; and of when each side is."""
    told = row.reason
    if few(claims, small):
        told = f"{' and '.join(dict.fromkeys(c.chain[0] for c in claims))} contradict one another."
    when = [days(c.period) if c.period else "no time told" for c in claims]
    if len(set(when)) == 1:
        return f"{told} Both are of {when[0]}."
    return f"{told} The first is of {when[0]}, the second of {when[1]}."
