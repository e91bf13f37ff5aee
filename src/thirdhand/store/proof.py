"""Prove a store whole, or name what is not."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError, SQLAlchemyError

from thirdhand.model import Flaw, Proof
from thirdhand.store import meaning, prove
from thirdhand.store.originals import Originals
from thirdhand.store.protocol import StoreError
from thirdhand.store.tables import CLAIM, LOG, RAW

Tell = Callable[[str, int, int], None]


def proof(engine: Engine, originals: Originals | None, heads: Sequence[str], tell: Tell) -> Proof:
    """Every row against the log, the log against itself, and files against their hashes.

    heads: hashes that the log had as its last one earlier. StoreError where it cannot be read.
    """
    try:
        with engine.connect() as connection, _as_bytes(connection):
            return _proof(connection, originals, heads, tell)
    except (DatabaseError, UnicodeDecodeError) as error:
        why = str(getattr(error, "orig", None) or error)
        return Proof((Flaw("broken", "database", str(engine.url), why),), (), "", 0, (), 0)
    except SQLAlchemyError as error:
        raise StoreError(f"the store could not be read: {error}") from error


def _proof(
    connection: Connection, originals: Originals | None, heads: Sequence[str], tell: Tell
) -> Proof:
    damage = list(_damage(connection))
    chain, flaws = prove.read(connection, tell)
    counts, odd = prove.tables(connection, chain, tell)
    flaws += odd
    if not chain.entries and any(counts.values()):
        flaws.append(Flaw("missing", LOG.name, "all entries", "there are rows, and no log of them"))
    flaws += meaning.claims(connection, counts[CLAIM.name], tell)
    named, notes = meaning.accounts(connection)
    files, lost, left = meaning.originals(connection, originals, tell)
    for asked in heads:
        told, flaw = prove.head(asked, chain)
        flaws += [flaw] if flaw else []
        notes += [told] if told else []
    if chain.adopted:
        told = f"rows from before the log were entered on {chain.adopted}: proven since then"
        notes.append(told)
    found = (*damage, *flaws, *named, *lost)
    rows = tuple(sorted(counts.items()))
    return Proof(found, (*notes, *left), chain.head, chain.entries, rows, files)


def _damage(connection: Connection) -> Iterator[Flaw]:
    """What SQLite itself finds wrong with its file, and guards that are gone."""
    if connection.dialect.name != "sqlite":
        return
    for (told,) in connection.execute(text("PRAGMA integrity_check")):
        if told != "ok":
            yield Flaw("broken", "database", "the file", " ".join(str(told).split()))
    query = text("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
    there = set(connection.execute(query).scalars())
    for table in (*RAW, LOG):
        for verb in ("UPDATE", "DELETE"):
            if _guard(table.name, verb) not in there:
                why = f"the guard that keeps rows from {verb} is gone"
                yield Flaw("missing", "database", table.name, why)


def _guard(table: str, verb: str) -> str:
    """The trigger as the migrations make it."""
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} rows are append-only'); END"
    )


@contextmanager
def _as_bytes(connection: Connection) -> Iterator[None]:
    """Text that is no UTF-8, which nothing here writes, is read all the same."""
    driver = connection.connection.driver_connection
    if connection.dialect.name != "sqlite" or driver is None:
        yield
        return
    driver.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = str
