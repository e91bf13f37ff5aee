"""What can be computed again of rows that are as they were kept: words at their place, hashes."""

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select

from thirdhand.model import Flaw
from thirdhand.store.originals import HALF, Originals
from thirdhand.store.seal import as_stored
from thirdhand.store.tables import ACCOUNT, CLAIM, READING, RECEIPT

Tell = Callable[[str, int, int], None]
# JSON as the database gives it; of a damaged row anything.
Stored = Any
SHORT = 12
# Claims between two words on how far it is.
STEP = 200


def claims(connection: Connection, total: int, tell: Tell) -> Iterator[Flaw]:
    """Claims whose words do not stand in the text of their account."""
    texts = as_stored(CLAIM.c.body), as_stored(ACCOUNT.c.body).label("text")
    query = (
        select(READING.c.version, CLAIM.c.id, *texts)
        .join(READING, READING.c.id == CLAIM.c.reading)
        .join(ACCOUNT, ACCOUNT.c.version == READING.c.version)
        .order_by(READING.c.version, CLAIM.c.reading, CLAIM.c.position)
    )
    rows = connection.execution_options(yield_per=1000).execute(query)
    done = 0
    for _, group in groupby(rows, key=lambda row: row[0]):
        text: str | None = None
        for _, ident, body, account in group:
            done += 1
            if done % STEP == 0 or done == total:
                tell("claims", done, total)
            text = _text(account) if text is None else text
            if not _stands(body, text):
                why = "its words do not stand at their place in the account"
                yield Flaw("broken", CLAIM.name, str(ident), why)


def _text(body: Stored) -> str:
    return str(_parsed(body).get("text", ""))


def _parsed(body: Stored) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _stands(body: Stored, text: str) -> bool:
    span = _parsed(body).get("span")
    if not isinstance(span, dict):
        return False
    start, end, quote = (span.get(name) for name in ("start", "end", "quote"))
    return isinstance(start, int) and isinstance(end, int) and text[start:end] == quote


def accounts(connection: Connection) -> tuple[list[Flaw], list[str]]:
    """Accounts that are not named by the hash of what arrived; a note on those without receipt."""
    query = select(ACCOUNT.c.version, ACCOUNT.c.id, RECEIPT.c.original).outerjoin(
        RECEIPT, RECEIPT.c.version == ACCOUNT.c.version
    )
    flaws, without = [], set()
    for version, ident, original in connection.execute(query):
        if original is None:
            without.add(ident)
        elif original != ident:
            why = f"its id is not the SHA-256 of what arrived ({original[:SHORT]}…)"
            flaws.append(Flaw("broken", ACCOUNT.name, f"{version} ({ident[:SHORT]})", why))
    if not without:
        return flaws, []
    told = "1 account has" if len(without) == 1 else f"{len(without):,} accounts have"
    return flaws, [f"{told} no receipt: taken in before receipts were kept, or by another program"]


def originals(
    connection: Connection, kept: Originals | None, tell: Tell
) -> tuple[int, list[Flaw], list[str]]:
    """How many files were compared, those that are not what arrived, and notes on the folder."""
    query = select(RECEIPT.c.original, as_stored(RECEIPT.c.body)).order_by(RECEIPT.c.original)
    sizes = {str(key): _parsed(body).get("size") for key, body in connection.execute(query)}
    if kept is None:
        note = "no folder of originals: what arrived is known by its SHA-256 alone"
        return 0, [], [note] if sizes else []
    flaws = []
    for at, (key, size) in enumerate(sizes.items(), 1):
        if told := kept.fault(key, size):
            kind, _, why = told.partition(": ")
            flaws.append(_file_flaw(kind, key, why))
        tell("originals", at, len(sizes))
    named = {kept.path(key) for key in sizes}
    rest = [path for path in kept.names() if path not in named]
    half = sum(path.name.endswith(HALF) for path in rest)
    notes = []
    if half:
        notes.append(f"{half} unfinished files (*{HALF}) in {kept.folder}, left by a crash")
    if orphans := len(rest) - half:
        files, them = ("file", "it") if orphans == 1 else ("files", "them")
        notes.append(
            f"{orphans:,} {files} in {kept.folder} that no row names: a run was broken off before"
            f" it kept its rows; running the same command again takes {them} in"
        )
    return len(sizes), flaws, notes


def _file_flaw(kind: str, key: str, why: str) -> Flaw:
    if kind == "missing":
        return Flaw("missing", "originals", key, "was kept and is not there")
    if kind == "changed":
        return Flaw("changed", "originals", key, why)
    return Flaw("broken", "originals", key, f"{kind}: {why}" if why else kind)
