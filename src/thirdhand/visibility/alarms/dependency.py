"""One voice stands alone behind much of what is told lately."""

from collections import Counter
from collections.abc import Iterator

from thirdhand.model import Alarm
from thirdhand.visibility.alarms.ground import Ground
from thirdhand.visibility.alarms.telling import counted, share
from thirdhand.visibility.phrases import say


def dependency(ground: Ground) -> Iterator[Alarm]:
    """A voice that alone tells at least `alone_share` of the matters of the last months.

    A matter is an assessment that is no expectation. Rings for nobody where less was told than
    `alone_least`: of two matters any voice tells half.
    """
    limits, site = ground.limits, ground.site.id
    late = ground.months[-limits.alone_months :]
    if not late:
        return
    first, end = late[0].first, ground.end
    rows = [
        a
        for a in ground.findings.assessments
        if a.site == site
        and a.verdict != "expected"
        and first <= a.period.last
        and a.period.first <= end
    ]
    if len(rows) < limits.alone_least:
        return
    alone = Counter(a.voices[0] for a in rows if len(a.voices) == 1)
    for voice, count in sorted(alone.items()):
        if count < limits.alone_share * len(rows):
            continue
        mine = tuple(a.id for a in rows if a.voices == (voice,))
        yield Alarm(
            id="",
            site=site,
            kind="dependency",
            subject=voice,
            indicator=None,
            since=first.isoformat(),
            until=end.isoformat(),
            standing=True,
            value=round(count / len(rows), 6),
            low=None,
            high=limits.alone_share,
            unit="share",
            reason=(
                f"{voice} alone stands behind {count:,} of the {len(rows):,} things told of the "
                f"{counted(len(late), 'month')} to {say(end)} ({share(count / len(rows))}): no "
                "other voice confirms them."
            ),
            cells=(),
            claims=(),
            assessments=mine,
            rank=0,
        )
