"""One thing that one account says."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from thirdhand.model.period import Period
from thirdhand.model.quantity import Hedge, Quantity
from thirdhand.model.span import Span

Kind = Literal["figure", "incident", "condition", "statement"]
Stance = Literal["asserted", "alleged", "denied", "expected", "hypothetical"]
Basis = Literal["witnessed", "told", "deduced", "induced", "unknown"]
SpeakerKind = Literal["named", "unnamed", "document", "outlet"]
EventType = Literal[
    "killing",
    "attack",
    "security-operation",
    "arrest",
    "escape-attempt",
    "smuggling",
    "repatriation",
    "aid-delivery",
    "aid-suspension",
    "fire",
    "flood",
    "disease",
    "protest-riot",
    "recruitment",
    "abduction",
    "other",
]
Status = Literal["happened", "planned", "foiled", "denied", "past"]
Direction = Literal["worse", "same", "better", "unknown"]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, by whom and to whom, as the account puts it.

    status: foiled for an attempt that was stopped or of which no more is told; past for what is
    retold of a time before the account's own news.
    """

    type: EventType
    actor: str | None = None
    target: str | None = None
    status: Status = "happened"


@dataclass(frozen=True, slots=True)
class Condition:
    """How a sector of life stands: water, health, food, shelter, ...

    severity: the word that carries it ("minimal", "gained control"). level: how strong that word
    is, 1 (weak) to 3 (strongest), 0 where no table holds it.
    """

    sector: str
    direction: Direction = "unknown"
    severity: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure, incident, condition or statement, with its span, chain and period.

    site: id of a site of the case, None where the claim is about another place or none is known.
    place: the place as the account names it. chain: deepest voice first, the outlet last.
    score: how sure the reader is, 0..1. scope: why the place is unclear, None where it is clear.
    counted: False for plans, denials, retold past events and repeats inside one account.
    """

    id: str
    account: str
    kind: Kind
    span: Span
    chain: tuple[str, ...]
    attributed: bool
    speaker_kind: SpeakerKind
    stance: Stance
    basis: Basis
    period: Period | None
    reader: str
    score: float
    indicator: str | None = None
    breakdown: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    hedge: Hedge | None = None
    noun: str | None = None
    site: str | None = None
    area: str | None = None
    place: str | None = None
    scope: str | None = None
    event: Event | None = None
    condition: Condition | None = None
    negated: bool = False
    counted: bool = True

    @property
    def quantity(self) -> Quantity | None:
        """The figure of this claim, None where it holds none."""
        if self.unit is None or (self.low is None and self.high is None):
            return None
        return _quantity(self.low, self.high, self.unit, self.hedge or "exact")


# The same figures are asked for again and again.
_quantity = lru_cache(maxsize=1 << 16, typed=True)(Quantity)
