"""The versions of one account, and what changed from each to the next."""

from dataclasses import dataclass

from thirdhand.model.account import Account
from thirdhand.model.receipt import Receipt
from thirdhand.model.span import Mention


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an account, and when and how it came; no receipts where nobody kept them."""

    account: Account
    receipts: tuple[Receipt, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that changed: `before` in the earlier text, `now` in the later; either may be empty."""

    before: Mention
    now: Mention


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the account otherwise: its title, date, publisher, address or language."""

    what: str
    before: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed from one version to the next, in the order of the text."""

    known: tuple[Known, ...]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The versions of what came under one name, as they came. changes: from each to the next.

    name: the address; where none is known the publisher and name, or the path.
    """

    name: str
    versions: tuple[Version, ...]
    changes: tuple[Revision, ...]
