"""What can be seen of the plan, what cannot, and whom to ask."""

from dataclasses import dataclass
from typing import Literal

from thirdhand.model.alarm import Alarm
from thirdhand.model.plan import PlanKind
from thirdhand.model.target import Score

CellState = Literal["seen", "one voice", "stale", "contested", "silent", "unread", "no access"]
Quiet = Literal["nothing reported", "nobody looked"]
RequestKind = Literal["gap", "document", "contradiction"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One line of the plan, one area, one period ("YYYY-MM", "YYYY-Qn", "YYYY" or "YYYY-Wnn").

    Every cell has a state and a reason. A gap is a cell whose state is not "seen".
    last_seen is the last day told of before or in the cell, None where nothing was ever told.
    witnessed is the last day (ISO) before or in the cell of which a voice tells what it saw itself
    (a claim of basis "witnessed"), and witness who that is.
    quiet tells silent cells apart: a voice that usually tells of it was heard, or none was; None
    where nobody can say, and the reason says why.
    target says how the figure stands to the plan's target, and measured how that was reckoned, or
    why it could not be; both None where the plan sets none or no figure is told. heads is the
    estimate or assessment (id) of how many people the figure was divided by.
    """

    id: str
    site: str
    area: str | None
    kind: PlanKind
    indicator: str
    breakdown: tuple[str, ...]
    label: str
    sector: str
    period: str
    state: CellState
    reason: str
    voices: tuple[str, ...]
    assessments: tuple[str, ...]
    last_seen: str | None
    witnessed: str | None = None
    witness: str | None = None
    quiet: Quiet | None = None
    target: Score | None = None
    measured: str | None = None
    heads: str | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody to ask, and in a phrase why: "told of it 4 times, last on 3 May 2021"."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Request:
    """A question worth asking, why, and whom to ask, the best first.

    kind: of a gap of the plan, of a document that is cited and not held, or of a contradiction.
    period: the time asked about, as a cell names it, "" for none. cells, claims: ids of what it is
    made from. rank: 1 is to be asked first; over all requests of a site.
    """

    id: str
    question: str
    to: tuple[Addressee, ...]
    cells: tuple[str, ...]
    why: str = ""
    kind: RequestKind = "gap"
    period: str = ""
    sector: str = ""
    claims: tuple[str, ...] = ()
    rank: int = 0

    @property
    def ask(self) -> tuple[str, ...]:
        """The names alone."""
        return tuple(row.name for row in self.to)


@dataclass(frozen=True, slots=True)
class StateCount:
    """So many cells in one state."""

    state: CellState
    cells: int


@dataclass(frozen=True, slots=True)
class SectorSight:
    """The cells of one sector of the plan: how many, how many seen, how many told of by anyone."""

    sector: str
    cells: int
    seen: int
    told: int


@dataclass(frozen=True, slots=True)
class Sight:
    """How much of the plan was seen in one month. Shares are 0..1 of the cells.

    index: the share seen by two or more voices; any: the share told of by anyone, however badly.
    accounts and voices: how many were heard in the month.
    states, sectors: the parts of the index; each adds up to `cells`, and the cells seen to the
    index. missed: names of the voices that usually report and were not heard.
    """

    period: str
    index: float
    any: float
    cells: int
    accounts: int
    voices: int
    states: tuple[StateCount, ...] = ()
    sectors: tuple[SectorSight, ...] = ()
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """Coverage of the whole plan. `index` is the share seen over all cells of all periods."""

    cells: tuple[Cell, ...] = ()
    requests: tuple[Request, ...] = ()
    sights: tuple[Sight, ...] = ()
    index: float = 0.0
    alarms: tuple[Alarm, ...] = ()
