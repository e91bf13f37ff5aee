"""One transaction: what is put in it, and the entries of the log that cover it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, text

from thirdhand.model import Findings, View
from thirdhand.store import rows
from thirdhand.store.log import enter, part_of
from thirdhand.store.seal import Sealed, sealed
from thirdhand.store.tables import DERIVED, LOG


class Writing:
    """A stage that is open. All that it puts is entered into the log by `close`."""

    def __init__(self, name: str, connection: Connection) -> None:
        """Take the transaction; nobody else writes until it is over."""
        self.name = name
        self.connection = connection
        self._put: dict[str, list[Sealed]] = {}
        if connection.dialect.name == "postgresql":
            # The numbers of rows and entries are counted here, so one writes at a time.
            connection.execute(text(f"LOCK TABLE {LOG.name} IN EXCLUSIVE MODE"))

    def fresh(self, table: Table, values: Sequence[rows.Columns], by: str) -> list[rows.Columns]:
        """Those of the rows whose column `by` is not in the table yet, each once."""
        each = {row[by]: row for row in reversed(values)}
        column = table.c[by]
        held = set(self.connection.execute(select(column).where(column.in_(each))).scalars())
        return [row for row in values if row[by] not in held and each[row[by]] is row]

    def add(self, table: Table, values: Sequence[rows.Columns]) -> None:
        """Insert the rows."""
        if values:
            self.connection.execute(insert(table), values)
            self._put.setdefault(table.name, []).extend(sealed(table, row) for row in values)

    def number(self, table: Table, values: Sequence[rows.Columns]) -> None:
        """Insert the rows after those that are there, in this order."""
        first = (self.connection.execute(select(func.max(table.c.seq))).scalar() or 0) + 1
        self.add(table, [{"seq": first + n, **row} for n, row in enumerate(values)])

    def replace(self, site: str, whole: Findings | View, size: int) -> None:
        """Drop what was derived for the site before, and insert this, `size` rows a statement."""
        kinds = tuple(rows.members(type(whole)))
        old = (DERIVED.c.site == site) & DERIVED.c.kind.in_(kinds)
        self.connection.execute(delete(DERIVED).where(old))
        put: list[Sealed] = []
        batch: list[dict[str, Any]] = []
        for row in rows.derived(site, whole):
            batch.append(row)
            put.append(sealed(DERIVED, row))
            if len(batch) == size:
                self.connection.execute(insert(DERIVED), batch)
                batch = []
        if batch:
            self.connection.execute(insert(DERIVED), batch)
        self._put[part_of(site, type(whole))] = put

    def close(self) -> None:
        """Enter all that was put into the log."""
        for part, put in self._put.items():
            enter(self.connection, self.name, part, put)
