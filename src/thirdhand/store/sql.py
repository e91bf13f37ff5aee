"""The store over SQLAlchemy Core."""

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Engine, Select, Table, func, select
from sqlalchemy.exc import SQLAlchemyError

from thirdhand.model import (
    Account,
    Claim,
    Covered,
    Findings,
    Issue,
    Judgement,
    Original,
    Proof,
    Reading,
    Receipt,
    Snapshot,
    View,
)
from thirdhand.store import rows
from thirdhand.store.database import beside, connect, writing
from thirdhand.store.log import GROUNDS, batches
from thirdhand.store.originals import Originals
from thirdhand.store.proof import Tell, proof
from thirdhand.store.protocol import Place, StoreError
from thirdhand.store.tables import (
    ACCOUNT,
    ARRIVAL,
    BRIEF,
    CLAIM,
    DERIVED,
    FOREVER,
    ISSUE,
    JUDGEMENT,
    LOG,
    READING,
    RECEIPT,
    RUN,
    WHOLE,
)
from thirdhand.store.writing import Writing

# Rows a statement; SQLite takes 32,766 values in one. An account may have many claims.
BATCH = 500
CLAIMS = 5_000

T = TypeVar("T")


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


class SqlStore:
    """A Store in SQLite or PostgreSQL. Close it, or use it in a `with`."""

    def __init__(self, engine: Engine, originals: Path | None = None) -> None:
        """Take an engine whose schema is up to date; `open` makes one.

        originals: the folder of what arrived, None where it is not kept.
        """
        self._engine = engine
        self._stage: Writing | None = None
        self.originals = Originals(originals) if originals else None

    @classmethod
    def open(cls, place: str | Path, originals: Path | None = None) -> Self:
        """The store at `place`: a path, ":memory:" or a database URL. Made where it is new.

        originals: the folder for what arrives; beside a database file, it is "NAME.originals"
        where nothing is said; for others nothing is kept unless a folder is named. StoreError
        where the store cannot be opened, or was made by a later version.
        """
        return cls(connect(place), originals or beside(place))

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """One transaction. RuntimeError for a stage inside a stage; StoreError where it fails."""
        if self._stage:
            raise RuntimeError(f"stage {name!r} inside stage {self._stage.name!r}")
        try:
            with writing(self._engine).begin() as connection:
                self._stage = Writing(name, connection)
                yield
                self._stage.close()
        except SQLAlchemyError as error:
            why = getattr(error, "orig", None) or error
            raise StoreError(f"the store could not keep stage {name!r}: {why}") from error
        finally:
            self._stage = None

    def keep(self, original: Original) -> None:
        """Keep the bytes beside the store; nothing where it has no folder for them."""
        if self.originals:
            self.originals.keep(original)

    def put_receipts(self, receipts: Iterable[Receipt]) -> None:
        """Keep each receipt that tells other things than the last one of its name."""
        for batch in batches(receipts, BATCH):
            named = RECEIPT.c.name.in_([row.name for row in batch])
            kept = select(RECEIPT.c.body).where(named).order_by(RECEIPT.c.seq)
            of = [rows.load(Receipt, body) for (body,) in self._select(kept)]
            last = {_place(row): _came(row) for row in of}
            new = []
            for row in batch:
                if last.get(_place(row)) != _came(row):
                    last[_place(row)] = _came(row)
                    new.append(rows.receipt(row))
            self._writing().number(RECEIPT, new)

    def receipts(self, originals: Iterable[str] | None = None) -> Iterator[Receipt]:
        """The receipts of these originals, or all, as they came."""
        every = select(RECEIPT.c.seq, RECEIPT.c.body)
        queries = (
            [every]
            if originals is None
            else [
                every.where(RECEIPT.c.original.in_(batch))
                for batch in batches(sorted(set(originals)), BATCH)
            ]
        )
        for _, body in sorted(tuple(row) for query in queries for row in self._select(query)):
            yield rows.load(Receipt, body)

    def ground(self) -> str:
        """The hash of the newest entry of the log that a brief may rest on; "" for none."""
        query = select(LOG.c.hash).where(LOG.c.part.in_(GROUNDS)).order_by(LOG.c.seq.desc())
        found = self._select(query.limit(1))
        return str(found[0][0]) if found else ""

    def verify(self, heads: Sequence[str] = (), tell: Tell = _silent) -> Proof:
        """Every row against the log, every file against its hash."""
        return proof(self._engine, self.originals, heads, tell)

    def put_accounts(self, accounts: Iterable[Account]) -> None:
        """Keep each account; a changed one is a new version."""
        writing = self._writing()
        for batch in batches(accounts, BATCH):
            new = writing.fresh(ACCOUNT, [rows.account(account) for account in batch], "version")
            writing.add(ACCOUNT, new)
            latest = self._latest([account.id for account in batch])
            arrivals = []
            for account in batch:
                if latest.get(account.id) != account.version:
                    latest[account.id] = account.version
                    arrivals.append({"account": account.id, "version": account.version})
            writing.number(ARRIVAL, arrivals)

    def versions(self) -> Iterator[Account]:
        """Every version of every account, as they came first."""
        first = select(func.min(ARRIVAL.c.seq)).group_by(ARRIVAL.c.version)
        yield from self._arrived(first, ARRIVAL.c.seq)

    def accounts(self) -> Iterator[Account]:
        """The latest version of every account, by id."""
        last = select(func.max(ARRIVAL.c.seq)).group_by(ARRIVAL.c.account)
        yield from self._arrived(last, ACCOUNT.c.id)

    def _arrived(self, chosen: Select[Any], order: ColumnElement[Any]) -> Iterator[Account]:
        """The accounts of these arrivals (seq), in order."""
        query = (
            select(ACCOUNT.c.body)
            .join(ARRIVAL, ARRIVAL.c.version == ACCOUNT.c.version)
            .where(ARRIVAL.c.seq.in_(chosen))
            .order_by(order)
        )
        for (body,) in self._select(query):
            yield rows.load(Account, body)

    def put_readings(self, readings: Iterable[tuple[str, Reading]]) -> None:
        """Keep pairs of (account version, its reading) and their claims."""
        writing = self._writing()
        for batch in batches(readings, BATCH):
            each = [rows.reading(version, reading) for version, reading in batch]
            new = writing.fresh(READING, each, "id")
            writing.add(READING, new)
            left = {row["id"]: reading for row, (_, reading) in zip(each, batch, strict=True)}
            claims = (row for one in new for row in rows.claims(left[one["id"]]))
            for some in batches(claims, CLAIMS):
                writing.add(CLAIM, some)

    def read_versions(self, reader: str) -> Set[str]:
        """The account versions that the reader with this id has read."""
        query = select(READING.c.version).where(READING.c.reader == reader)
        return frozenset(version for (version,) in self._select(query))

    def readings(self, reader: str, versions: Iterable[str]) -> Iterator[Reading]:
        """That reader's readings of these account versions, by id within each batch."""
        for batch in batches(sorted(set(versions)), BATCH):
            chosen = (READING.c.reader == reader) & READING.c.version.in_(batch)
            whose = select(READING.c.id).where(chosen)
            claims = (
                select(CLAIM.c.reading, CLAIM.c.body)
                .where(CLAIM.c.reading.in_(whose))
                .order_by(CLAIM.c.reading, CLAIM.c.position)
            )
            of = {
                reading: tuple(rows.load(Claim, body) for _, body in group)
                for reading, group in groupby(self._select(claims), key=lambda row: row[0])
            }
            bodies = select(READING.c.id, READING.c.body).where(chosen).order_by(READING.c.id)
            for reading, body in self._select(bodies):
                yield rows.reading_of(body, of.get(reading, ()))

    def put_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Keep every judgement once, after those that are there."""
        writing = self._writing()
        for batch in batches(judgements, BATCH):
            each = [rows.judgement(row) for row in batch]
            writing.number(JUDGEMENT, writing.fresh(JUDGEMENT, each, "id"))

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement that was ever made, the oldest first."""
        for (body,) in self._select(select(JUDGEMENT.c.body).order_by(JUDGEMENT.c.seq)):
            yield rows.load(Judgement, body)

    def find(self, prefix: str) -> list[Place]:
        """The claims, derived rows and problems whose id begins so."""
        derived = select(DERIVED.c.kind, DERIVED.c.site, DERIVED.c.id).where(
            DERIVED.c.id.startswith(prefix, autoescape=True)
        )
        claims = select(CLAIM.c.id).where(CLAIM.c.id.startswith(prefix, autoescape=True))
        issues = select(ISSUE.c.id).where(ISSUE.c.id.startswith(prefix, autoescape=True))
        found = {Place(*row) for row in self._select(derived)}
        known = {row.id for row in found}
        found |= {Place("issues", "", i) for (i,) in self._select(issues) if i not in known}
        return sorted(found | {Place("claim", "", ident) for (ident,) in self._select(claims)})

    def sites(self) -> list[str]:
        """The sites of which something was found or seen, in order."""
        query = select(DERIVED.c.site).distinct().order_by(DERIVED.c.site)
        return [site for (site,) in self._select(query)]

    def claims(self, ids: Iterable[str]) -> Iterator[Claim]:
        """The claims of these ids, by id within each batch."""
        for batch in batches(sorted(set(ids)), BATCH):
            query = select(CLAIM.c.id, CLAIM.c.body).where(CLAIM.c.id.in_(batch))
            found = dict(map(tuple, self._select(query.order_by(CLAIM.c.reading))))
            for ident in sorted(found):
                yield rows.load(Claim, found[ident])

    def accounts_of(self, ids: Iterable[str]) -> Iterator[Account]:
        """The latest version of the accounts of these ids, by id within each batch."""
        for batch in batches(sorted(set(ids)), BATCH):
            latest = self._latest(batch)
            chosen = ACCOUNT.c.version.in_(latest.values())
            query = select(ACCOUNT.c.version, ACCOUNT.c.body).where(chosen)
            bodies = dict(map(tuple, self._select(query)))
            for ident in sorted(latest):
                yield rows.load(Account, bodies[latest[ident]])

    def accounts_at(self, versions: Iterable[str]) -> Iterator[Account]:
        """These versions of accounts, by version within each batch."""
        for batch in batches(sorted(set(versions)), BATCH):
            chosen = ACCOUNT.c.version.in_(batch)
            query = select(ACCOUNT.c.body).where(chosen).order_by(ACCOUNT.c.version)
            for (body,) in self._select(query):
                yield rows.load(Account, body)

    def put_brief(self, brief: Snapshot) -> None:
        """Keep it, unless the last one kept of its site, audience and end is the same."""
        row = rows.brief(brief)
        of = (BRIEF.c[key] == row[key] for key in ("site", "audience", "end"))
        self._append(BRIEF, row, select(BRIEF.c.id).where(*of))

    def last_brief(self, brief: Snapshot) -> Snapshot | None:
        """The last one of its site and audience that differs and ends no later."""
        same = (BRIEF.c.site == brief.site) & (BRIEF.c.audience == brief.audience)
        query = select(BRIEF.c.body).where(same, BRIEF.c.id != brief.id)
        day = func.substr(BRIEF.c.end, 1, len(FOREVER))
        last = query.where(day <= (brief.window.end or FOREVER))
        tried = [last.order_by(day.desc(), BRIEF.c.seq.desc())]
        if brief.window.end is None:
            # What a whole brief lost since its last may have been its last day.
            whole = BRIEF.c.end.endswith(WHOLE) | (BRIEF.c.end == FOREVER)
            tried.insert(0, query.where(whole).order_by(BRIEF.c.seq.desc()))
        found = next((row for q in tried if (row := self._select(q.limit(1)))), None)
        return rows.unpack(Snapshot, found[0][0]) if found else None

    def put_run(self, run: Covered) -> None:
        """Keep it, unless the last one kept of its site is the same."""
        self._append(RUN, rows.run(run), select(RUN.c.id).where(RUN.c.site == run.site))

    def last_run(self, site: str) -> Covered | None:
        """The last one kept of the site."""
        query = select(RUN.c.body).where(RUN.c.site == site)
        found = self._select(query.order_by(RUN.c.seq.desc()).limit(1))
        return rows.unpack(Covered, found[0][0]) if found else None

    def runs(self) -> Iterator[Covered]:
        """What every run covered, of any site, the first one first."""
        for (body,) in self._select(select(RUN.c.body).order_by(RUN.c.seq)):
            yield rows.unpack(Covered, body)

    def put_issues(self, issues: Iterable[Issue]) -> None:
        """Keep every problem once."""
        writing = self._writing()
        for batch in batches(issues, BATCH):
            writing.add(ISSUE, writing.fresh(ISSUE, [rows.issue(row) for row in batch], "id"))

    def issues(self) -> Iterator[Issue]:
        """Every problem that was ever met, by id."""
        for (body,) in self._select(select(ISSUE.c.body).order_by(ISSUE.c.id)):
            yield rows.load(Issue, body)

    def replace_findings(self, site: str, findings: Findings) -> None:
        """Drop what was found for `site` before, and keep this."""
        self._replace(site, findings)

    def findings(self, site: str) -> Findings:
        """What was found last for `site`; empty where nothing was."""
        return self._gather(site, Findings)

    def replace_view(self, site: str, view: View) -> None:
        """Drop what was seen of `site` before, and keep this."""
        self._replace(site, view)

    def view(self, site: str) -> View:
        """What was seen last of `site`; empty where nothing was."""
        return self._gather(site, View)

    def _replace(self, site: str, whole: Findings | View) -> None:
        self._writing().replace(site, whole, BATCH)

    def _gather(self, site: str, whole: type[T]) -> T:
        query = (
            select(DERIVED.c.kind, DERIVED.c.body)
            .where(DERIVED.c.site == site)
            .order_by(DERIVED.c.kind, DERIVED.c.position)
        )
        grouped = groupby(self._select(query), key=lambda row: row[0])
        return rows.gather(whole, {kind: [body for _, body in group] for kind, group in grouped})

    def _append(self, table: Table, row: rows.Columns, kept: Select[Any]) -> None:
        """Insert the row, unless the last of the rows `kept` has its id."""
        last = self._select(kept.order_by(table.c.seq.desc()).limit(1))
        if not last or last[0][0] != row["id"]:
            self._writing().number(table, [row])

    def _latest(self, accounts: Sequence[str]) -> dict[str, str]:
        query = (
            select(ARRIVAL.c.account, ARRIVAL.c.version)
            .where(ARRIVAL.c.account.in_(accounts))
            .order_by(ARRIVAL.c.seq)
        )
        return dict(tuple(row) for row in self._select(query))

    def _writing(self) -> Writing:
        if self._stage is None:
            raise RuntimeError("rows are put inside a stage: with store.stage(name): ...")
        return self._stage

    def _select(self, query: Select[Any]) -> Sequence[Any]:
        """All rows, read before any is used, so that a listing never holds a transaction open."""
        try:
            if self._stage:
                return self._stage.connection.execute(query).all()
            with self._engine.begin() as connection:
                return connection.execute(query).all()
        except SQLAlchemyError as error:
            why = getattr(error, "orig", None) or error
            raise StoreError(f"the store could not be read: {why}") from error


def _place(row: Receipt) -> tuple[str, ...]:
    """Where it came from. Of one container two parts may have one name, and neither changes."""
    return (row.name, row.within, row.original) if row.within else (row.name,)


def _came(row: Receipt) -> tuple[str, str | None, str]:
    """What a receipt tells of that another one of its name may tell otherwise."""
    return row.original, row.version, row.outcome
