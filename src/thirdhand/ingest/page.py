"""What a reader makes of the bytes of one file."""

from dataclasses import dataclass

from thirdhand.ingest.part import Gone, Part
from thirdhand.model.account import DateBasis
from thirdhand.model.issue import Severity

# Stands where a character was lost before the text arrived.
LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Note:
    """A problem before it has a place: `take` makes an Issue of it."""

    code: str
    severity: Severity
    reason: str


@dataclass(frozen=True, slots=True)
class Dated:
    """One evidence of when a page was published: what it rests on, and the date as it is written.

    basis: "page", "byline", "address" or "feed".
    """

    basis: DateBasis
    written: str


@dataclass(frozen=True, slots=True)
class Page:
    """Text and what the file itself states about it, nothing guessed.

    published, language and sensitivity are as the file writes them; `take` cleans them. published
    is for a field of the file that is the date of publication; dates holds what may be one and is
    weighed. crawled: the day when it was fetched. changed: a day on which it was changed.
    sent: the day of the mail it came with. parts: what came within, as with a mail.
    """

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    sensitivity: str | None = None
    notes: tuple[Note, ...] = ()
    dates: tuple[Dated, ...] = ()
    crawled: str | None = None
    changed: str | None = None
    sent: str | None = None
    parts: tuple[Part | Gone, ...] = ()


class Refused(Exception):  # noqa: N818 - it reads as what happened: "raise Refused(...)"
    """The file gives no account. `code` and `reason` become its one Issue."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
