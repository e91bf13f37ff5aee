"""What came under one address, one after the other, and what changed in its words."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from thirdhand.model import (
    Account,
    Edit,
    History,
    Known,
    Mention,
    Revision,
    Version,
    address,
)
from thirdhand.store import Store

# A shorter beginning of an id is a slip.
SHORTEST = 4
TOLD = ("publisher", "title", "published", "language", "url", "sensitivity")
WORDS = re.compile(r"\s+|\w+|[^\w\s]")
SENTENCES = re.compile(r"[^\n.!?\u061f]+[.!?\u061f\n]*|[.!?\u061f\n]+")
# Longer stretches (characters) are not set side by side word by word: it would take minutes.
LONG = 12_000
NAMED = 5


class UnknownAccountError(ValueError):
    """Nothing that is kept is called so, or several are. One line that says what to do."""


def history(called: str, store: Store) -> History:
    """The versions of the account called so: its address, ref, path, or how its id begins.

    UnknownAccountError where there is none, or more than one.
    """
    families: dict[str, list[Account]] = {}
    for account in store.versions():
        families.setdefault(_family(account), []).append(account)
    found = [name for name, rows in families.items() if any(_is(row, called) for row in rows)]
    if not found:
        told = "give an address, a ref (the file's name without its ending), a path or an id"
        raise UnknownAccountError(f"no account is called {called!r}; {told}")
    if len(found) > 1:
        some = ", ".join(name.replace("\n", " ") for name in found[:NAMED])
        raise UnknownAccountError(f"{len(found)} accounts are called {called!r}: {some}")
    rows = families[found[0]]
    receipts = list(store.receipts({row.id for row in rows}))
    versions = tuple(
        Version(row, tuple(r for r in receipts if r.version == row.version)) for row in rows
    )
    changes = tuple(_revision(one, other) for one, other in pairwise(rows))
    name = next((row.url for row in rows if row.url), found[0].replace("\n", " "))
    return History(name, versions, changes)


def _family(account: Account) -> str:
    """What its versions have in common: the address, else publisher and name, else the path."""
    if at := address(account.url):
        return at
    return f"{account.publisher.casefold()}\n{account.ref}" if account.publisher else account.path


def _is(account: Account, called: str) -> bool:
    name = called.strip()
    begins = len(name) >= SHORTEST and account.id.startswith(name.lower())
    same = bool(account.url) and address(account.url) == address(name)
    return begins or same or name in (account.ref, account.path)


def _revision(one: Account, other: Account) -> Revision:
    told = ((name, getattr(one, name), getattr(other, name)) for name in TOLD)
    known = tuple(Known(*row) for row in told if row[1] != row[2])
    return Revision(known, tuple(edits(one.text, other.text)))


def edits(before: str, now: str) -> Iterator[Edit]:
    """What has to be changed in `before` to give `now`: sentences first, in them words.

    A stretch of very many words that was written anew is one change.
    """
    for a, b, c, d in _apart(before, now, SENTENCES):
        one, other = before[a:b], now[c:d]
        if max(len(one), len(other)) > LONG:
            yield Edit(_mention(before, a, b), _mention(now, c, d))
            continue
        for e, f, g, h in _apart(one, other, WORDS):
            yield Edit(_mention(before, a + e, a + f), _mention(now, c + g, c + h))


def _apart(before: str, now: str, pieces: re.Pattern[str]) -> Iterator[tuple[int, int, int, int]]:
    """Offsets of the stretches that differ, piece by piece."""
    old, new = pieces.findall(before), pieces.findall(now)
    here, there = _starts(old), _starts(new)
    for a, b, c, d in _joined(SequenceMatcher(None, old, new, autojunk=False), old):
        yield here[a], here[b], there[c], there[d]


def _joined(match: SequenceMatcher[str], old: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """The pieces that differ; two with nothing but a space between them are one."""
    last: tuple[int, ...] = ()
    for kind, a, b, c, d in match.get_opcodes():
        if kind == "equal":
            continue
        if last and not "".join(old[last[1] : a]).strip():
            last = last[0], b, last[2], d
            continue
        if last:
            yield last
        last = a, b, c, d
    if last:
        yield last


def _starts(pieces: Sequence[str]) -> list[int]:
    """Where each piece begins, and where the last one ends."""
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _mention(text: str, start: int, end: int) -> Mention:
    return Mention(start, end, text[start:end])
