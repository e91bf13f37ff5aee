"""The log: what was put when, in entries that are chained by their hashes.

docs/custody.md says what it proves.
"""

import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, insert, select

from thirdhand.store.seal import Columns, Sealed, whole
from thirdhand.store.tables import DERIVED, LOG

T = TypeVar("T")
# What the first entry is chained to, and the name of the form of a hash.
START = "0" * 64
FORM = "thirdhand log 1"
# Rows an entry.
ENTRY = 20_000
# Of what is derived, and can be made again, so much of each digest is kept: it names the row, and
# the digest of all proves it.
MARK = 8
# The parts that a brief rests on.
GROUNDS = ("account", "arrival", "receipt", "reading", "claim", "judgement")


def part_of(site: str, derived: type) -> str:
    """The part of the log that holds what was derived for a site."""
    return f"{DERIVED.name} {derived.__name__} {site}"


def is_derived(part: str) -> bool:
    """True for what `part_of` gives."""
    return part.startswith(f"{DERIVED.name} ")


def enter(connection: Connection, stage: str, part: str, rows: Sequence[Sealed]) -> None:
    """Append what was put into `part` to the log, in the transaction of `connection`.

    Of derived rows nothing is written where they are the same as the last ones.
    """
    if not is_derived(part):
        for batch in batches(rows, ENTRY):
            _append(connection, stage, part, batch)
        return
    each = sorted(rows, key=lambda row: row.key)
    query = select(LOG.c.digest).where(LOG.c.part == part).order_by(LOG.c.seq.desc()).limit(1)
    if whole(each) != connection.execute(query).scalar():
        _append(connection, stage, part, each)


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items, so many at once."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _append(connection: Connection, stage: str, part: str, rows: Sequence[Sealed]) -> None:
    newest = select(LOG.c.seq, LOG.c.hash).order_by(LOG.c.seq.desc()).limit(1)
    last = connection.execute(newest).first()
    pairs = [[row.key, row.digest[: MARK if is_derived(part) else None]] for row in rows]
    entry: dict[str, Any] = {
        "seq": last[0] + 1 if last else 1,
        "prior": last[1] if last else START,
        "made": now(),
        "stage": stage,
        "part": part,
        "rows": len(rows),
        "digest": whole(rows),
        "body": zlib.compress(json.dumps(pairs, separators=(",", ":")).encode(), 1),
    }
    connection.execute(insert(LOG), entry | {"hash": link(entry)})


def now() -> str:
    """The time (UTC), to the second."""
    return f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%dT%H:%M:%SZ}"


def link(entry: Columns) -> str:
    """The hash of an entry: of the one before it and of all that it holds."""
    names = ("seq", "prior", "made", "stage", "part", "rows", "digest")
    body = hashlib.sha256(entry["body"]).hexdigest()
    told = json.dumps([FORM, *(entry[name] for name in names), body], separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def listed(entry: Columns) -> list[Sealed]:
    """The rows that an entry covers. ValueError where its list cannot be read."""
    try:
        pairs = json.loads(zlib.decompress(entry["body"]))
        return [Sealed(str(key), str(digest)) for key, digest in pairs]
    except (zlib.error, ValueError, TypeError, RecursionError) as error:
        raise ValueError(f"its list of rows cannot be read: {error}") from None
