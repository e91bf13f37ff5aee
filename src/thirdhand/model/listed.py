"""One line of a case's sources: who it is, and how often it was heard."""

from dataclasses import dataclass
from typing import Literal

from thirdhand.model.plan import Access, SourceType

# Where the facts of a source are from: the case, the table that ships, or nowhere.
Known = Literal["case", "shipped", "nowhere"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A source of the register, or a publisher that is in none.

    publishers: as the accounts name it. accounts: how many it published; first, last: when the
    earliest and the latest of these came out, as fine as they say; None where all are undated.
    nearest: names of the case's register
    that are like this one. block: TOML that puts it into a case, None where it is in it.
    """

    name: str
    type: SourceType | None
    owner: str | None
    country: str | None
    language: str | None
    access: Access | None
    grade: str
    known: Known
    publishers: tuple[str, ...] = ()
    accounts: int = 0
    first: str | None = None
    last: str | None = None
    nearest: tuple[str, ...] = ()
    block: str | None = None
