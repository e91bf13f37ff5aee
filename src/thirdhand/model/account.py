"""One third-party telling as it arrived."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from thirdhand.model.ident import content_id
from thirdhand.model.period import Period

Sensitivity = Literal["public", "restricted", "confidential"]
# Stands for the outlet where nobody knows it.
NOBODY = "unknown outlet"
# What the day of publication rests on: a person, the file's own field, data of the page, words
# beside its title, the web address, a feed, or nothing but the day when it was fetched.
DateBasis = Literal["given", "stated", "page", "byline", "address", "feed", "crawl", "unknown"]


@dataclass(frozen=True, slots=True)
class Account:
    """An account with its text, frozen on arrival.

    id: SHA-256 (hex) of the bytes as they arrived, so the same file twice is one account.
    ref: the file's stem. published: "YYYY", "YYYY-MM" or "YYYY-MM-DD"; None where unknown.
    date_basis: "given" by the person who took it in, "stated" by the file itself, else which
    evidence of the page was used. "crawl" and "unknown" come with no date: the day on which a page
    was fetched says that it was published by then, and an issue row tells it.
    language: ISO 639-1, None where not found. changed: when it says that it was changed last, in
    UTC "YYYY-MM-DDTHH:MM:SSZ" or a date as fine as told; it only parts versions of one address.
    """

    id: str
    ref: str
    path: str
    publisher: str | None
    title: str | None
    published: str | None
    language: str | None
    url: str | None = None
    media_type: str = "text/plain"
    date_basis: DateBasis = "unknown"
    sensitivity: Sensitivity = "public"
    text: str = ""
    changed: str | None = None

    @property
    def outlet(self) -> str:
        """The last link of every chain: the publisher, or plain words where nobody knows it."""
        return self.publisher or NOBODY

    @property
    def period(self) -> Period | None:
        """The day, month or year of publication; None where unknown."""
        return _out(self.published) if self.published else None

    @property
    def version(self) -> str:
        """Changes when the text or what is known of the account changes."""
        told = (self.publisher, self.title, self.published, self.language, self.url)
        # An account that tells of no change keeps the id that it had before this was kept.
        changed = (self.changed,) if self.changed else ()
        return content_id("account", self.id, *told, self.sensitivity, self.text, *changed)


# The same few thousand days are named again and again.
@lru_cache(maxsize=8192)
def _out(published: str) -> Period:
    return Period.parse(published, "published")
