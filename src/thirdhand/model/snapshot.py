"""What a brief held, kept so that the next one can say what changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thirdhand.model.account import Account
from thirdhand.model.address import address
from thirdhand.model.assessment import Assessment
from thirdhand.model.audience import Audience
from thirdhand.model.claim import Claim
from thirdhand.model.ident import content_id
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

    @classmethod
    def of(cls, row: Account, version: str) -> "Arrived":
        """What is kept of an account that was read in this version."""
        return cls(row.id, version, row.ref, row.path, row.url, row.publisher, row.published)


@dataclass(frozen=True, slots=True)
class Parted:
    """Two claims (ids) that did not fit. key: the same for the same pair in accounts sent anew."""

    key: str
    claims: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one brief of a site held. `id` changes with all that it said, not with the day.

    made: the date printed on it. reader: the id of the reader whose claims it rests on.
    assessments: the figures it showed, each with a few of its claims (ids) and without its reason;
    latest: which of them (ids) were the latest of their kind. voices: names, each with a claim (id)
    of its own. last: the last day (ISO) that it speaks of, "" where none is known.
    """

    id: str
    site: str
    made: str
    window: Window
    audience: Audience
    reader: str
    accounts: tuple[Arrived, ...]
    assessments: tuple[Assessment, ...]
    latest: tuple[str, ...]
    parted: tuple[Parted, ...]
    voices: tuple[tuple[str, str], ...]
    last: str = ""


@dataclass(frozen=True, slots=True)
class Before:
    """The last brief, and the claims and accounts behind it that are not held any more."""

    brief: Snapshot
    claims: tuple[Claim, ...] = ()
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """What the last run of a site took in: accounts (versions) and problems with files (ids)."""

    site: str
    accounts: tuple[str, ...]
    issues: tuple[str, ...]

    @property
    def id(self) -> str:
        """A hash of all of it."""
        return content_id("run", self.site, self.accounts, self.issues)


def came_again(
    before: Iterable[Arrived], now: Sequence[Account]
) -> tuple[list[tuple[Arrived, Account]], list[Arrived]]:
    """The accounts of an earlier brief that came again with other bytes; and those that are gone.

    An account came again as one of the same address, else of the same publisher and name, else of
    the same file. Only what is new can stand for what is gone, once.
    """
    known = list(before)
    held, old = {account.id for account in now}, {row.id for row in known}
    gone = [row for row in known if row.id not in held]
    new = [account for account in now if account.id not in old]
    pairs: list[tuple[Arrived, Account]] = []
    for mark in (_address, _name, _file):
        at = {key: account for account in reversed(new) if (key := mark(account))}
        for row in list(gone):
            found = at.pop(key, None) if (key := mark(row)) else None
            if found:
                pairs.append((row, found))
                gone.remove(row)
                new.remove(found)
    return pairs, gone


def _address(row: Arrived | Account) -> str:
    return address(row.url)


def _name(row: Arrived | Account) -> str:
    return f"{row.publisher.casefold()}\n{row.ref}" if row.publisher else ""


def _file(row: Arrived | Account) -> str:
    return row.path
