"""Rows from before there was a log are entered into it as they stand, and marked so."""

from itertools import groupby

from sqlalchemy import Connection, select

from thirdhand.model import Findings, View
from thirdhand.store.log import ENTRY, batches, enter, part_of
from thirdhand.store.rows import members
from thirdhand.store.seal import sealed
from thirdhand.store.tables import DERIVED, RAW

# The stage of such entries.
ADOPTED = "adopted"
# Tables that came with the log.
LATER = frozenset(("receipt",))


def adopt(connection: Connection) -> None:
    """Enter every row that is there. The log then proves that it is so since, not before."""
    for table in RAW:
        if table.name not in LATER:
            rows = connection.execute(select(table).order_by(*table.primary_key)).mappings()
            for batch in batches(rows, ENTRY):
                found = [sealed(table, dict(row)) for row in batch]
                enter(connection, ADOPTED, table.name, found)
    every = connection.execute(select(DERIVED).order_by(DERIVED.c.site)).mappings()
    for site, group in groupby(every, key=lambda row: str(row["site"])):
        each = [dict(row) for row in group]
        for derived in (Findings, View):
            mine = [row for row in each if row["kind"] in members(derived)]
            enter(connection, ADOPTED, part_of(site, derived), [sealed(DERIVED, r) for r in mine])
