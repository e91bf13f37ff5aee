"""The folds over claims: copies, voices, assessments, contradictions. All can be made again."""

from dataclasses import dataclass
from typing import Literal

from thirdhand.model.balance import Balance
from thirdhand.model.claim import SpeakerKind
from thirdhand.model.fused import Leaning, Reliability
from thirdhand.model.grade import Grade, Verdict
from thirdhand.model.group import AccountGroup
from thirdhand.model.happening import Happening
from thirdhand.model.issue import Issue
from thirdhand.model.period import Period
from thirdhand.model.unseen import Unreported

ContradictionKind = Literal["contradiction", "change", "definition"]
# counted: a figure or a telling; bound: a limit; repeat: the voice has another; copy: of an older
# account; passed on: no voice of its own; stale: an old figure again; moved: a toll that later
# accounts moved; part: of some of them; aside: of another thing.
Use = Literal["counted", "bound", "repeat", "copy", "passed on", "stale", "moved", "part", "aside"]


# The steps from claims to an assessment, in this order.
Part = Literal["voices", "best", "low", "high", "verdict", "source", "information"]


@dataclass(frozen=True, slots=True)
class Voice:
    """The deepest speaker claims can be traced to. accounts and claims are counts."""

    id: str
    name: str
    kind: SpeakerKind
    type: str | None
    owner: str | None
    accounts: int
    claims: int
    grade: Literal["A", "B", "C", "D", "E", "F"]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The fold of all claims on one indicator, breakdown, unit, place and period.

    low..high is the interval, best the most likely value; all None for a condition. claims and
    accounts (ids) are all that tell of it. voices (names) are the independent ones, those who
    confirm it first; reason says how it came to be.
    """

    id: str
    kind: Literal["figure", "incident", "condition"]
    indicator: str
    breakdown: tuple[str, ...]
    unit: str | None
    site: str
    area: str | None
    period: Period
    low: float | None
    best: float | None
    high: float | None
    voices: tuple[str, ...]
    accounts: tuple[str, ...]
    claims: tuple[str, ...]
    grade: Grade
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims (ids) that do not fit. `within` is True where one account says both."""

    id: str
    kind: ContradictionKind
    claims: tuple[str, str]
    indicator: str
    within: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A source that chains name and the case does not hold: get it."""

    id: str
    name: str
    kind: SpeakerKind
    cited_by: tuple[str, ...]
    claims: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Overstatement:
    """An outlet's own words (claim) stronger than the voice it rests on (basis)."""

    id: str
    account: str
    claim: str
    basis: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cite:
    """An account (ref) cites another one held (`cited`, a ref) for these claims (ids) of its own.

    No claims: it names or links the other as a whole.
    """

    id: str
    account: str
    cited: str
    claims: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Loop:
    """Circular reporting: publishers (voices) that name each other for one matter.

    accounts (refs) and claims (ids) are those that do so. outside: who else they name for it; none
    where the whole circle rests on itself.
    """

    id: str
    indicator: str
    voices: tuple[str, ...]
    accounts: tuple[str, ...]
    claims: tuple[str, ...]
    outside: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Weight:
    """What one claim (id) does in one assessment (id).

    weight: its share of all that the assessment rests on, 0..1; 0 where it is not counted. The
    shares of an assessment add up to 1. A claim of another month that bears on it has a row too.
    why: a phrase.
    """

    assessment: str
    claim: str
    use: Use
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Estimated:
    """A stock in one month ("2019-08"), from all that is told of it over time.

    low..high holds the level in the middle of the month with 90 % chance; best is the middle of
    what is likely, a number that nobody need have said. voices (names) and claims (ids) are those
    that bear on it most, first the one that does most. told: False where nobody tells of the month.
    """

    id: str
    indicator: str
    breakdown: tuple[str, ...]
    unit: str | None
    site: str
    area: str | None
    month: str
    low: float
    best: float
    high: float
    voices: tuple[str, ...]
    claims: tuple[str, ...]
    told: bool


@dataclass(frozen=True, slots=True)
class Total:
    """What was counted over a period, added up from assessments (ids in `parts`) of its parts.

    best and high are None where the parts leave out days; low is what was counted at least.
    """

    id: str
    indicator: str
    breakdown: tuple[str, ...]
    unit: str | None
    site: str
    area: str | None
    period: Period
    low: float
    best: float | None
    high: float | None
    parts: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Ground:
    """One step from the claims (ids) of an assessment (id) to what it says: the rule in words.

    value: what the step gives: how many voices, an end of the interval (None where it is open), the
    verdict, a letter or a digit of the grade.
    """

    assessment: str
    step: Part
    value: str | int | float | None
    rule: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaleEcho:
    """A claim (id) that says again what an older one (`echoes`) said, after the figure moved.

    since: the first day (ISO) of the month from which the level has been elsewhere. level: where
    it was when the claim said `value`.
    """

    id: str
    claim: str
    echoes: str
    value: float
    level: float
    since: str
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All that corroboration makes of the claims. `voice_of` maps a claim's id to its voice's id.

    estimated: stocks month by month. totals: flows year by year. weights, grounds: how each
    assessment follows from claims. stale: old figures told again. biases,
    reliability: how voices fared against the rest. happenings: what the incident
    claims tell of. issues: what could not be set against anything.
    """

    copies: tuple[AccountGroup, ...] = ()
    voices: tuple[Voice, ...] = ()
    voice_of: tuple[tuple[str, str], ...] = ()
    assessments: tuple[Assessment, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    missing: tuple[Missing, ...] = ()
    overstatements: tuple[Overstatement, ...] = ()
    estimated: tuple[Estimated, ...] = ()
    totals: tuple[Total, ...] = ()
    cites: tuple[Cite, ...] = ()
    loops: tuple[Loop, ...] = ()
    unreported: tuple[Unreported, ...] = ()
    weights: tuple[Weight, ...] = ()
    grounds: tuple[Ground, ...] = ()
    stale: tuple[StaleEcho, ...] = ()
    biases: tuple[Leaning, ...] = ()
    reliability: tuple[Reliability, ...] = ()
    balances: tuple[Balance, ...] = ()
    issues: tuple[Issue, ...] = ()
    happenings: tuple[Happening, ...] = ()
