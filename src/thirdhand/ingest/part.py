"""What a container holds: parts, and those that could not be had."""

from dataclasses import dataclass
from pathlib import Path

from thirdhand.model.issue import Severity


@dataclass(frozen=True, slots=True)
class Part:
    """One thing out of a container, with what the container states about it; or a file itself.

    data: the bytes; the file where they lie if they are too many to hold. name: below the
    container, its folders parted by "/". media: its media type where the container leaves no doubt;
    None where the bytes and the name tell. url: where it was fetched. crawled: when it was fetched,
    as the container writes it; never a day of publication. charset: what its text is written in,
    as the container states. sent: when somebody sent it, as the mail writes it.
    """

    name: str
    data: bytes | Path
    media: str | None = None
    url: str | None = None
    crawled: str | None = None
    charset: str | None = None
    sent: str | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """A part that gives no account, or a word on several; name "" is the container itself."""

    name: str
    code: str
    reason: str
    severity: Severity = "error"
