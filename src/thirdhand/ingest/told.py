"""What the person who takes accounts in says about them."""

from dataclasses import dataclass

from thirdhand.model.account import Sensitivity


@dataclass(frozen=True, slots=True)
class Told:
    """Each field outranks what the file states; None leaves the file its say.

    published: "YYYY", "YYYY-MM", "YYYY-MM-DD" or any form that `dates.clean_date` knows.
    language: ISO 639-1. sensitivity: holds where the file states less, and lifts nothing.
    """

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    sensitivity: Sensitivity | None = None
