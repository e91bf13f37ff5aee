"""How a row came to be: the claims with what each does, and the steps from them."""

from dataclasses import dataclass
from typing import Literal

from thirdhand.model.assessment import Ground, Use
from thirdhand.model.claim import Claim

Explained = Literal[
    "assessment", "claim", "contradiction", "gap", "loop", "cite", "cited, not held",
    "overstatement", "stale echo", "copies", "voice", "unreported", "event", "question", "balance",
    "estimate", "total", "alarm", "issue",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A claim, who stands behind it and the account it stands in.

    use, weight, why: what it does in an assessment; None where it is not of one.
    """

    claim: Claim
    voice: str
    grade: str
    ref: str
    outlet: str
    published: str | None
    use: Use | None = None
    weight: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Touching:
    """Another row that has to do with this one."""

    kind: Explained
    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is kept of one row.

    title: what it is about. figure: its low, best and high in words, "" where it has none. reason:
    its own sentence.
    """

    kind: Explained
    id: str
    site: str
    title: str
    figure: str
    grade: str
    reason: str
    told: tuple[Told, ...] = ()
    steps: tuple[Ground, ...] = ()
    touching: tuple[Touching, ...] = ()
