"""Alarms: one file a kind, and the list of them. docs/visibility.md says each rule."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from thirdhand.model import Alarm, content_id
from thirdhand.visibility.alarms.baseline import baseline
from thirdhand.visibility.alarms.contradiction import contradiction, standing
from thirdhand.visibility.alarms.dependency import dependency
from thirdhand.visibility.alarms.fall import fall
from thirdhand.visibility.alarms.ground import Ground
from thirdhand.visibility.alarms.limits import Limits
from thirdhand.visibility.alarms.silent import silent
from thirdhand.visibility.alarms.stale import stale

__all__ = ["KINDS", "Ground", "Limits", "alarms", "standing"]

# In the order in which alarms of one day are read.
KINDS: tuple[Callable[[Ground], Iterator[Alarm]], ...] = (
    baseline,
    fall,
    silent,
    dependency,
    contradiction,
    stale,
)


def alarms(ground: Ground) -> tuple[Alarm, ...]:
    """All that rings, with ids and ranks: what stands now first, then the newest.

    At most `limits.most` of one kind.
    """
    rows: list[tuple[int, Alarm]] = []
    for order, kind in enumerate(KINDS):
        mine = sorted(kind(ground), key=_newest, reverse=True)
        rows += [(order, row) for row in mine[: ground.limits.most]]
    rows.sort(key=lambda r: (not r[1].standing, _back(r[1].since), r[0], r[1].subject))
    return tuple(
        replace(row, id=_id(row), rank=rank) for rank, (_, row) in enumerate(rows, start=1)
    )


def _newest(row: Alarm) -> tuple[bool, str, float, str]:
    return row.standing, row.since, row.value, row.subject


def _back(day: str) -> int:
    """So that later ISO days come first."""
    return -int(day.replace("-", ""))


def _id(row: Alarm) -> str:
    rests = (row.cells, row.claims, row.assessments)
    return content_id("alarm", row.site, row.kind, row.subject, row.since, row.reason, *rests)
