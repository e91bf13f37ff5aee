"""Set-wise work as named values: a query is a value, an engine runs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

Value = str | int | float | bool | None
Table = Mapping[str, Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Query:
    """One SQL select in the portable subset. `inputs` names the tables it reads."""

    name: str
    sql: str
    inputs: tuple[str, ...]


class Engine(Protocol):
    """Runs queries over columns in memory. An engine keeps nothing between two runs.

    A column of numbers may be an array of the standard library, which an engine can read where it
    lies.
    """

    def run(self, query: Query, tables: Mapping[str, Table]) -> list[tuple[Value, ...]]:
        """The rows of `query` over `tables` (column name -> values), in the query's order.

        ValueError where an input of the query is not among the tables.
        """
        ...
