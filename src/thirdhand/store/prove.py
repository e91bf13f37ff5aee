"""Look a store through: every row against the log, every entry against the one before it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from thirdhand.model import Findings, Flaw, View
from thirdhand.store.adopt import ADOPTED
from thirdhand.store.log import MARK, START, is_derived, link, listed, part_of
from thirdhand.store.rows import members
from thirdhand.store.seal import Columns, Sealed, as_stored, digest_of, key_of, sealed, whole
from thirdhand.store.tables import DERIVED, LOG, RAW

Tell = Callable[[str, int, int], None]
# Rows that stand in each other's place are looked for among so many.
SWAPPED = 100
SHORT = 12


@dataclass(slots=True)
class Chain:
    """The log as it was read. covered: of each table, the digest of each row by its key.

    last: of each derived part the digest of all its rows, and the rows with marks for digests.
    made: the number and time of each entry by its hash. adopted: when rows from before the log were
    entered, "" where none were.
    """

    head: str = ""
    entries: int = 0
    adopted: str = ""
    covered: dict[str, dict[str, str]] = field(default_factory=dict)
    last: dict[str, tuple[str, list[Sealed]]] = field(default_factory=dict)
    made: dict[str, tuple[int, str]] = field(default_factory=dict)


def plain(table: Table) -> Select[Any]:
    """All rows in the order of their keys, each value as the database gives it."""
    return select(*(as_stored(column) for column in table.columns)).order_by(*table.primary_key)


def read(connection: Connection, tell: Tell) -> tuple[Chain, list[Flaw]]:
    """The log, and what is wrong within it."""
    chain, flaws = Chain(), list[Flaw]()
    total = connection.execute(select(func.count()).select_from(LOG)).scalar_one()
    for at, entry in enumerate(_each(connection, LOG), 1):
        tell("log", at, total)
        flaws += _linked(entry, chain)
        chain.head, chain.entries = str(entry["hash"]), int(entry["seq"])
        chain.made[chain.head] = chain.entries, str(entry["made"])
        flaws += _covers(entry, chain)
    return chain, flaws


def _each(connection: Connection, table: Table) -> Iterator[Columns]:
    rows = connection.execution_options(yield_per=1000).execute(plain(table))
    return (dict(row) for row in rows.mappings())


def _linked(entry: Columns, chain: Chain) -> Iterator[Flaw]:
    number = int(entry["seq"])
    row = f"entry {number}"
    if number != chain.entries + 1:
        gone = f"entries {chain.entries + 1} to {number - 1}"
        yield Flaw("missing", "log", gone, "the log goes on after them")
    elif entry["prior"] != (chain.head or START):
        yield Flaw("order", "log", row, "is not chained to the entry before it")
    if not _holds(entry):
        yield Flaw("changed", "log", row, "does not have the hash of what it holds")


def _holds(entry: Columns) -> bool:
    """True where the hash is that of what the entry holds."""
    try:
        return bool(entry["hash"] == link(entry))
    except TypeError:
        return False


def _covers(entry: Columns, chain: Chain) -> Iterator[Flaw]:
    """Take over what the entry covers."""
    row, part = f"entry {entry['seq']}", str(entry["part"])
    try:
        rows = listed(entry)
    except ValueError as error:
        yield Flaw("broken", "log", row, str(error))
        return
    if entry["stage"] == ADOPTED:
        chain.adopted = str(entry["made"])
    if is_derived(part):
        chain.last[part] = str(entry["digest"]), rows
        return
    held = chain.covered.setdefault(part, {})
    for one in rows:
        if one.key in held:
            yield Flaw("outside", "log", row, f"enters {part} {one.key} a second time")
        held[one.key] = one.digest


def tables(connection: Connection, chain: Chain, tell: Tell) -> tuple[dict[str, int], list[Flaw]]:
    """How many rows each table holds, and which of them are not as they were kept."""
    counts, flaws = {}, []
    for at, table in enumerate(RAW):
        tell("rows", at, len(RAW) + 1)
        counts[table.name], found = _table(connection, table, chain.covered.get(table.name, {}))
        flaws += found
    known = {table.name for table in RAW}
    for part in chain.covered.keys() - known:
        flaws.append(Flaw("missing", "log", part, "no such table is known to this version"))
    counts[DERIVED.name], found = _derived(connection, chain)
    tell("rows", len(RAW) + 1, len(RAW) + 1)
    return counts, flaws + found


def _table(connection: Connection, table: Table, kept: Mapping[str, str]) -> tuple[int, list[Flaw]]:
    """Every row against its digest. `kept` holds those digests by key."""
    left, count, odd, flaws = dict(kept), 0, [], []
    for row in _each(connection, table):
        count += 1
        one = sealed(table, row)
        if left.pop(one.key, None) != one.digest:
            odd.append(row)
    moved = _moved(table, odd[:SWAPPED], kept)
    for row in odd:
        key = key_of(table, row)
        if key not in kept:
            why = "was never entered into the log"
            flaws.append(Flaw("outside", table.name, _named(key, row), why))
        elif key in moved:
            why = f"stands in the place of {moved[key]}, or that one here"
            flaws.append(Flaw("order", table.name, _named(key, row), why))
        else:
            why = "is not as it was kept"
            flaws.append(Flaw("changed", table.name, _named(key, row), why))
    flaws += [Flaw("missing", table.name, key, "was kept and is not there") for key in left]
    return count, flaws


def _moved(table: Table, odd: Sequence[Columns], kept: Mapping[str, str]) -> dict[str, str]:
    """Of rows that are not as kept, those that are as another one was: the keys of both."""
    names = [column.name for column in table.primary_key]
    found = {}
    for row in odd:
        for other in odd:
            there = {**row, **{name: other[name] for name in names}}
            key = key_of(table, other)
            if other is not row and kept.get(key) == digest_of(table, there):
                found[key_of(table, row)] = key
    return found


def _named(key: str, row: Columns) -> str:
    """The key, and the path or address where the row has one."""
    told = row.get("name")
    return f"{key} ({told})" if told else key


def _derived(connection: Connection, chain: Chain) -> tuple[int, list[Flaw]]:
    """What was derived, site by site, against the last entry of each part."""
    count, flaws, left = 0, [], dict(chain.last)
    known = {kind: derived for derived in (Findings, View) for kind in members(derived)}
    query = _each(connection, DERIVED)
    for site, group in groupby(query, key=lambda row: str(row["site"])):
        rows = list(group)
        count += len(rows)
        odd = [row for row in rows if row["kind"] not in known]
        flaws += [_derived_flaw("outside", site, key_of(DERIVED, row)) for row in odd]
        for derived in (Findings, View):
            mine = [row for row in rows if known.get(str(row["kind"])) is derived]
            digest, kept = left.pop(part_of(site, derived), ("", []))
            flaws += _compared(site, [sealed(DERIVED, row) for row in mine], digest, kept)
    for part, (_, kept) in left.items():
        site = part.split(" ", 2)[-1]
        flaws += [_derived_flaw("missing", site, row.key) for row in kept]
    return count, flaws


def _compared(site: str, rows: list[Sealed], digest: str, kept: list[Sealed]) -> list[Flaw]:
    each = sorted(rows, key=lambda row: row.key)
    if whole(each) == digest or not (each or kept):
        return []
    was, now = ({row.key: row.digest[:MARK] for row in some} for some in (kept, each))
    flaws = [_derived_flaw("missing", site, key) for key in was.keys() - now.keys()]
    flaws += [_derived_flaw("outside", site, key) for key in now.keys() - was.keys()]
    both = was.keys() & now.keys()
    flaws += [_derived_flaw("changed", site, key) for key in sorted(both) if was[key] != now[key]]
    return flaws or [_derived_flaw("changed", site, "one of its rows")]


def _derived_flaw(kind: Any, site: str, key: str) -> Flaw:  # noqa: ANN401
    why = "the next run or brief of the site makes it anew"
    return Flaw(kind, DERIVED.name, f"{site} {key}", why)


def head(asked: str, chain: Chain) -> tuple[str, Flaw | None]:
    """Where an earlier head stands in the log, in words; a flaw where it does not."""
    found = [name for name in chain.made if name.startswith(asked.strip().lower())]
    if len(found) == 1:
        number, when = chain.made[found[0]]
        later = chain.entries - number
        since = (
            f"{later:,} {'entry' if later == 1 else 'entries'} came since" if later else "the last"
        )
        return f"head {asked[:SHORT]} is entry {number:,} of {when}: {since}", None
    why = "is not in the log: entries were cut off or written anew, or it is of another store"
    return "", Flaw("missing", "head", asked, why)
