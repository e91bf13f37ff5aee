"""What a brief held, kept so that the next one can say what changed."""

from dataclasses import dataclass

from thirdhand.model.account import Account
from thirdhand.model.assessment import Assessment
from thirdhand.model.audience import Audience
from thirdhand.model.claim import Claim
from thirdhand.model.window import Window


@dataclass(frozen=True, slots=True)
class Arrived:
    """An account as a brief knew it: enough to find it again, and to know it when it is corrected.

    version: of the account as it was read.
    """

    id: str
    version: str
    ref: str
    path: str
    url: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Parted:
    """Two claims (ids) that did not fit. key: the same for the same pair in accounts sent anew."""

    key: str
    claims: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one brief of a site held. `id` is a hash of all but `made`.

    made: the date printed on it. reader: the id of the reader whose claims it rests on.
    assessments: those it showed, each with a few of its claims and without its reason.
    voices: each with a claim (id) of its own.
    """

    id: str
    site: str
    made: str
    window: Window
    audience: Audience
    reader: str
    accounts: tuple[Arrived, ...]
    assessments: tuple[Assessment, ...]
    parted: tuple[Parted, ...]
    voices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Before:
    """The last brief, and of the accounts that are not held now what its sentences rested on."""

    brief: Snapshot
    claims: tuple[Claim, ...] = ()
    accounts: tuple[Account, ...] = ()
