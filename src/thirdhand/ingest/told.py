"""What the person who takes accounts in says about them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from thirdhand.model.account import Sensitivity


@dataclass(frozen=True, slots=True)
class Told:
    """Each field outranks what the file states; None leaves the file its say.

    published: "YYYY", "YYYY-MM", "YYYY-MM-DD" or any form that `dates.clean_date` knows.
    language: ISO 639-1. sensitivity: holds where the file states less, and lifts nothing.
    about: a sheet that tells more of single files; `tellings` reads it.
    """

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    sensitivity: Sensitivity | None = None
    about: Path | None = None

    def of(self, _where: str) -> "Told":
        """The same of every account."""
        return self


class Teller(Protocol):
    """Knows what is told of each account."""

    def of(self, _where: str, /) -> Told:
        """What is told of the account at the path `where`, as `Account.path` has it."""
