"""One file -> its accounts, or the one reason why not."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

from thirdhand.ingest.changed import changed
from thirdhand.ingest.containers import CONTAINERS
from thirdhand.ingest.encoding import restated
from thirdhand.ingest.known import damage, date, language, publisher, sensitivity
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.load import digest, load
from thirdhand.ingest.media import media_type
from thirdhand.ingest.page import LOST, Note, Page, Refused
from thirdhand.ingest.part import Gone, Part
from thirdhand.ingest.readers import READERS
from thirdhand.ingest.room import Room, Spent
from thirdhand.ingest.rows import issue, shown
from thirdhand.ingest.stated import bounded
from thirdhand.ingest.taken import Taken
from thirdhand.ingest.told import Teller, Told
from thirdhand.model import Account, Original

HALF = re.compile("[\ud800-\udfff]")
AS_IS = Told()
DEFAULT = Limits()
# Accounts that may hold others.
HOLDERS = frozenset(("message/rfc822",))
WORDLESS = "no words of its own: only what came with it is taken in"


def take(path: Path, told: Teller = AS_IS, limits: Limits = DEFAULT) -> Iterator[Taken]:
    """What comes of the file at `path`: its accounts, or why there are none, and every problem.

    A container gives itself first, without an account, then its parts in order. Never raises for
    what a file holds, what it is called, or what state it is in.
    """
    yield from Taking(told, limits).file(path)


@dataclass(frozen=True, slots=True)
class Item:
    """A file or a part on its way. where: its path as shown. depth: 0 for a file.

    mail: whether it is a mail, or came with one.
    """

    where: str
    ref: str
    part: Part
    within: str | None = None
    depth: int = 0
    mail: bool = False


def nobody(number: int, where: str) -> None:
    """Tell nobody."""


@dataclass
class Taking:
    """Takes one file with all that lies in it.

    at: is told what is worked on next, by its running number (0 for the file itself) and path;
    `Intake` so knows what a process died of. Numbers in `dead` are left out with all they hold; of
    those below `upto` nothing is given, as it was given before.
    """

    told: Teller = AS_IS
    limits: Limits = DEFAULT
    at: Callable[[int, str], None] = nobody
    upto: int = 0
    dead: frozenset[int] = frozenset()
    _next: int = field(default=0, init=False)

    def file(self, path: Path) -> Iterator[Taken]:
        """As `take`."""
        where, room = shown(path), Room(self.limits)
        try:
            source = load(path, self.limits)
            item = Item(where, shown(path.stem), Part(path.name, source))
            yield from self._item(item, room)
        except Refused as no:
            yield Taken(None, (issue(where, no.code, "error", no.reason),))

    def _item(self, item: Item, room: Room) -> Iterator[Taken]:
        """A file or a part, and what lies in it. Raises Spent alone, and Refused for nothing."""
        number = self._number()
        if number in self.dead:
            return
        self.at(number, item.where)
        part, new = item.part, number >= self.upto
        key, size = digest(part.data, lambda: self.at(number, item.where))
        original = Original(key, size, item.where, part.data, item.within)
        try:
            media, notes = media_type(part.data, PurePath(part.name).suffix, part.media)
            item = replace(item, mail=item.mail or media in HOLDERS)
            account: Account | None = None
            if media in CONTAINERS:
                found = self._opened(item, media, room)
            elif new or media in HOLDERS:
                page = _read(part, media, self.limits)
                if page.text.strip() or not page.parts:
                    account, told = self._account(item, key, media, page)
                else:
                    told = (*page.notes, Note("no-words", "note", WORDLESS))
                notes, found = (*notes, *told), iter(page.parts)
            else:  # it was given before
                return
        except Refused as no:
            if new:
                yield Taken(None, (issue(item.where, no.code, "error", no.reason),), original)
            return
        if new:
            whose = key if account else None
            rows = (issue(item.where, n.code, n.severity, n.reason, whose) for n in notes)
            yield Taken(account, tuple(rows), original)
        yield from self._inside(found, replace(item, within=key), number, room)

    def _inside(
        self, found: Iterator[Part | Gone], item: Item, number: int, room: Room
    ) -> Iterator[Taken]:
        """All that comes of the parts of `item`."""
        try:
            for part in found:
                room.part(item.depth)
                where = f"{item.where}/{shown(part.name)}" if part.name else item.where
                if isinstance(part, Gone):
                    if self._number() >= self.upto:
                        row = issue(where, part.code, part.severity, part.reason)
                        yield Taken(None, (row,))
                else:
                    ref = f"{item.ref}/{_stem(part.name)}"
                    inside = replace(item, where=where, ref=ref, part=part, depth=item.depth + 1)
                    yield from self._item(inside, room)
                self.at(number, item.where)
        except Spent:
            raise
        except Refused as no:
            if self._number() >= self.upto:
                yield Taken(None, (issue(item.where, no.code, "error", no.reason),))

    def _opened(self, item: Item, media: str, room: Room) -> Iterator[Part | Gone]:
        """The parts of a container. Refused where it holds none."""
        data, empty = item.part.data, True
        with data.open("rb") if isinstance(data, Path) else BytesIO(data) as file:
            for part in CONTAINERS[media](file, item.part.name, room):
                empty = False
                yield part
        if empty:
            raise Refused("empty-archive", "there is nothing in it")

    def _account(
        self, item: Item, key: str, media: str, page: Page
    ) -> tuple[Account, tuple[Note, ...]]:
        told = self.told.of(item.where)
        _bounded(page.text, self.limits)
        published, basis, dated = date(told, page)
        spoken, heard = language(told, page)
        sealed, doubted = sensitivity(told, page, mail=item.mail)
        account = Account(
            id=key,
            ref=item.ref,
            path=item.where,
            publisher=publisher(told, page),
            title=told.title or page.title,
            published=published,
            language=spoken,
            url=told.url or page.url,
            media_type=media,
            date_basis=basis,
            sensitivity=sealed,
            text=page.text,
            changed=changed(page),
        )
        return account, (*page.notes, *damage(page.text), *dated, *heard, *doubted)

    def _number(self) -> int:
        self._next += 1
        return self._next - 1


def _read(part: Part, media: str, limits: Limits) -> Page:
    """The page of one part, with what its container states."""
    if isinstance(part.data, Path):  # only a container is left on the disk
        raise Refused("too-large", "too large for one account; split it")
    page = _whole(READERS[media](restated(part.data, part.charset), limits))
    crawled = part.crawled or page.crawled
    return replace(page, url=part.url or page.url, crawled=crawled, sent=part.sent)


def _stem(name: str) -> str:
    return shown(name.removesuffix(PurePosixPath(name).suffix))


def _whole(page: Page) -> Page:
    """`page` with half a surrogate pair, which no store can hold, replaced one for one."""
    stated = ("title", "published", "publisher", "url", "language", "sensitivity")
    mended: dict[str, Any] = {
        name: (value := getattr(page, name)) and _mended(value) for name in stated
    }
    return bounded(replace(page, text=_mended(page.text), **mended))


def _mended(text: str) -> str:
    return HALF.sub(LOST, text)


def _bounded(text: str, limits: Limits) -> None:
    if not text.strip():
        raise Refused("blank-file", "there is nothing but white space in it")
    if len(text) > limits.max_characters:
        size = f"{len(text):,} characters, over the limit of {limits.max_characters:,}"
        raise Refused("too-long", f"{size} for one account; split it")
