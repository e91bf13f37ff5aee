"""DuckDB in process: the engine of a single machine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb

from thirdhand.model import Engine, Query
from thirdhand.model.engine import Table, Value


@dataclass(frozen=True, slots=True)
class DuckEngine:
    """Runs each query in a database of its own, in memory, which is dropped afterwards."""

    threads: int | None = None

    def run(self, query: Query, tables: Mapping[str, Table]) -> list[tuple[Value, ...]]:
        """The rows of `query` over `tables`, in the query's order.

        ValueError where an input is not among the tables or its columns differ in length.
        """
        with duckdb.connect(config=self._config()) as connection:
            for name in query.inputs:
                if name not in tables:
                    raise ValueError(f"query {query.name!r} reads a table not given: {name!r}")
                _load(connection, name, tables[name])
            return connection.execute(query.sql).fetchall()

    def _config(self) -> dict[str, str | bool | int | float | list[str]]:
        return {} if self.threads is None else {"threads": self.threads}


def duckdb_engine(threads: int | None = None) -> Engine:
    """The engine of a single machine. `threads` None leaves the number to DuckDB."""
    return DuckEngine(threads)


def _load(connection: duckdb.DuckDBPyConnection, name: str, table: Table) -> None:
    if not table:
        raise ValueError(f"table {name!r} has no columns")
    if len({len(column) for column in table.values()}) > 1:
        raise ValueError(f"table {name!r} has columns of unequal length")
    columns = (
        f"unnest(cast(? as {_type(values)}[])) as {_quoted(column)}"
        for column, values in table.items()
    )
    # Names and types are quoted or from a closed list; the values are bound, never written.
    connection.execute(
        f"create table {_quoted(name)} as select {', '.join(columns)}",
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
