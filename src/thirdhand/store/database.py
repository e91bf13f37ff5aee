"""Open a database and bring its schema up to date."""

import os
import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from thirdhand.store.protocol import StoreError
from thirdhand.store.rows import as_written, written

MEMORY = ":memory:"
# The end of the name of the folder that keeps what arrived, beside the database.
ORIGINALS = ".originals"
# How long to wait for another writer, in milliseconds, before giving up.
PATIENCE = 30_000


def connect(place: str | Path) -> Engine:
    """The engine of the database at `place`: a path, a URL, or ":memory:".

    A file that cannot be written is opened to be read alone. StoreError where the database cannot
    be opened or holds another schema.
    """
    if (path := _sealed(place)) is not None:
        return _reading(path)
    engine = _engine(place)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _settle)
        event.listen(engine, "begin", _begin)
    try:
        with writing(engine).begin() as connection:
            _migrate(connection)
    except CommandError as error:
        engine.dispose()
        raise StoreError(f"{place}: made by another version of thirdhand ({error})") from error
    except (SQLAlchemyError, UnicodeDecodeError) as error:
        # SQLite quotes a damaged schema byte by byte, and Python cannot read the message then.
        engine.dispose()
        why = getattr(error, "orig", None) or error
        raise StoreError(f"{place}: cannot be opened as a store: {why}") from error
    return engine


def _sealed(place: str | Path) -> Path | None:
    """The path of a database file that is there and cannot be written, such as on a sealed disk."""
    if str(place) == MEMORY or (isinstance(place, str) and "://" in place):
        return None
    path = Path(place)
    writable = os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    return path if path.is_file() and not writable else None


def _reading(path: Path) -> Engine:
    """The engine of a file that nobody writes meanwhile: not a byte of it or beside it changes."""
    newest = path.with_name(f"{path.name}-wal")
    if newest.is_file() and newest.stat().st_size:
        told = f"its last changes lie in {newest.name}: copy all to a folder that can be written"
        raise StoreError(f"{path}: cannot be written, and {told}")
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False),
        json_serializer=written,
        json_deserializer=as_written,
    )
    try:
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError as error:
        engine.dispose()
        why = getattr(error, "orig", None) or error
        raise StoreError(f"{path}: cannot be opened as a store: {why}") from error
    if found != ScriptDirectory.from_config(_config()).get_current_head():
        engine.dispose()
        told = "copy it to a folder that can be written, so that it can be brought up to date"
        raise StoreError(f"{path}: made by another version of thirdhand, and is sealed; {told}")
    return engine


def beside(place: str | Path) -> Path | None:
    """The folder of originals of the database file at `place`; None for what is no file."""
    if str(place) == MEMORY or (isinstance(place, str) and "://" in place):
        return None
    return Path(place).with_suffix(ORIGINALS)


def _engine(place: str | Path) -> Engine:
    json: dict[str, Any] = {"json_serializer": written, "json_deserializer": as_written}
    if str(place) == MEMORY:
        # One connection that stays: a second one would see another, empty database.
        return create_engine(f"sqlite:///{MEMORY}", poolclass=StaticPool, **json)
    if isinstance(place, str) and "://" in place:
        return create_engine(place, **json)
    path = Path(place)
    if not path.absolute().parent.is_dir():
        raise StoreError(f"{path}: its folder does not exist; make it or name another --store")
    return create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(path, check_same_thread=False),
        **json,
    )


def _settle(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # Python's sqlite3 opens transactions by its own rules, around DDL above all; SQLAlchemy's
    # documented remedy is to switch that off and to begin them itself (see _begin).
    connection.isolation_level = None
    for pragma in (
        "foreign_keys = ON",
        f"busy_timeout = {PATIENCE}",
        "journal_mode = WAL",
        # What was told as kept has to be there after a power cut too.
        "synchronous = FULL",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once. A transaction that reads first and writes later would fail
    # where another one wrote in between.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _config() -> Config:
    config = Config()
    folder = Path(__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    return config


def _migrate(connection: Connection) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write."""
    options: dict[str, Any] = {"writes": True}
    return engine.execution_options(**options)
