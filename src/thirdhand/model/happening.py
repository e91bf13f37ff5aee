"""An event: claims of several accounts judged to be about one happening. A fold."""

from dataclasses import dataclass

from thirdhand.model.claim import EventType
from thirdhand.model.grade import Grade, Verdict
from thirdhand.model.period import Period


@dataclass(frozen=True, slots=True)
class Step:
    """A figure as it was published: the day, who said it, and the claim that carries it.

    published: None where the account is undated. voice: a name.
    """

    published: str | None
    low: float | None
    high: float | None
    voice: str
    claim: str


@dataclass(frozen=True, slots=True)
class Toll:
    """One figure of a happening, and how it moved.

    best: the latest figure published; low and high: the lowest and highest that were told, None
    for an open end. steps: the figures in the order of publication. contested: the latest ones
    exclude each other. told: the same in a sentence.
    """

    indicator: str
    breakdown: tuple[str, ...]
    unit: str
    low: float | None
    best: float | None
    high: float | None
    contested: bool
    steps: tuple[Step, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening as the accounts tell it. Voices are names; claims and accounts are ids.

    claims: of incidents, which can be judged to be of another one. figures: claims of its dead or
    injured that stand beside these.
    types: what the claims call it, the most told first. grade, verdict: how sure it is that it
    happened, whatever its tolls. why: what joins the claims. judgements: ids of those in force.
    """

    id: str
    types: tuple[EventType, ...]
    site: str
    area: str | None
    period: Period
    tolls: tuple[Toll, ...]
    voices: tuple[str, ...]
    accounts: tuple[str, ...]
    claims: tuple[str, ...]
    figures: tuple[str, ...]
    grade: Grade
    verdict: Verdict
    why: str
    judgements: tuple[str, ...]
