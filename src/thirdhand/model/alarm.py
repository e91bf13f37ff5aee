"""Something that ought to be looked at, rung by a rule of docs/visibility.md."""

from dataclasses import dataclass
from typing import Literal

# fall: of the visibility index. dependency: on one voice. silent source: a voice gone silent.
AlarmKind = Literal[
    "fall",
    "dependency",
    "silent source",
    "stale figure",
    "open contradiction",
    "above baseline",
]
# What `value`, `low` and `high` count. A share is 0..1.
AlarmUnit = Literal["share", "assessments", "days", "periods", "happenings"]


@dataclass(frozen=True, slots=True)
class Alarm:
    """An alarm of one kind about one subject, standing now or rung earlier within the look.

    subject: what it is about, in words: a line of the plan, a voice, a kind of happening.
    indicator: of the plan or of what happened, None where it is about no one thing.
    since, until: ISO days, both included. Where it stands (`standing`) until is the last day of the
    look; else they are the month in which it rang.
    value: what was found. low..high: what the rule expects, None where it expects nothing and for
    an open end; an alarm lies outside. Both in `unit`.
    reason: one plain sentence for a reader. cells, claims, assessments: ids it rests on.
    rank: 1 is to be read first; over all alarms of a site.
    """

    id: str
    site: str
    kind: AlarmKind
    subject: str
    indicator: str | None
    since: str
    until: str
    standing: bool
    value: float
    low: float | None
    high: float | None
    unit: AlarmUnit
    reason: str
    cells: tuple[str, ...]
    claims: tuple[str, ...]
    assessments: tuple[str, ...]
    rank: int
