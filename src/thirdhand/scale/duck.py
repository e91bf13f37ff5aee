"""DuckDB in process: the engine of a single machine."""

import tempfile
from array import array
from collections.abc import Mapping, Sequence

import duckdb
import numpy as np

from thirdhand.model import Engine, Query
from thirdhand.model.engine import Table, Value

# Enough to join the runs of 100,000 news stories.
MEMORY = "1GB"


class DuckEngine:
    """Runs queries in one database in memory.

    Each run has a session of its own; its tables are temporary and go when it ends. What does
    not fit in `memory` ("1GB") is put on disk for as long.
    """

    def __init__(self, threads: int | None = None, memory: str = MEMORY) -> None:
        config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": memory,
            "temp_directory": tempfile.gettempdir(),
        }
        if threads is not None:
            config["threads"] = threads
        self._database = duckdb.connect(config=config)

    def run(self, query: Query, tables: Mapping[str, Table]) -> list[tuple[Value, ...]]:
        """The rows of `query` over `tables`, in the query's order.

        ValueError where an input is not among the tables or its columns differ in length.
        """
        with self._database.cursor() as session:
            for name in query.inputs:
                if name not in tables:
                    raise ValueError(f"query {query.name!r} reads a table not given: {name!r}")
                _check(name, tables[name])
                _load(session, name, tables[name])
            return session.execute(query.sql).fetchall()


def duckdb_engine(threads: int | None = None, memory: str = MEMORY) -> Engine:
    """The engine of a single machine. `threads` None leaves the number to DuckDB."""
    return DuckEngine(threads, memory)


def _check(name: str, table: Table) -> None:
    if not table:
        raise ValueError(f"table {name!r} has no columns")
    if len({len(column) for column in table.values()}) > 1:
        raise ValueError(f"table {name!r} has columns of unequal length")


def _load(session: duckdb.DuckDBPyConnection, name: str, table: Table) -> None:
    """An array of numbers is read where it lies; any other column is bound value by value."""
    lying = {
        column: np.frombuffer(values, dtype=values.typecode)
        for column, values in table.items()
        if isinstance(values, array)
    }
    if len(lying) == len(table):
        session.register(name, lying)
        return
    columns = (
        f"unnest(cast(? as {_type(values)}[])) as {_quoted(column)}"
        for column, values in table.items()
    )
    # Names and types are quoted or from a closed list; the values are bound, never written.
    session.execute(
        f"create temp table {_quoted(name)} as select {', '.join(columns)}",
        [list(values) for values in table.values()],
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _type(values: Sequence[Value]) -> str:
    """The narrowest SQL type that holds all values. TypeError for a mixture of kinds."""
    kinds = {type(value) for value in values if value is not None}
    if not kinds or kinds == {str}:
        return "varchar"
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "bigint"
    if kinds <= {int, float}:
        return "double"
    raise TypeError(f"a column mixes {sorted(kind.__name__ for kind in kinds)}")
