"""The store over SQLAlchemy Core."""

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, Insert, Select, Table, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from thirdhand.model import (
    Account,
    Claim,
    Covered,
    Findings,
    Issue,
    Judgement,
    Reading,
    Snapshot,
    View,
)
from thirdhand.store import rows
from thirdhand.store.database import connect, writing
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
    READING,
    RUN,
    WHOLE,
)

# Rows a statement; SQLite takes 32,766 values in one.
BATCH = 500

T = TypeVar("T")


class SqlStore:
    """A Store in SQLite or PostgreSQL. Close it, or use it in a `with`."""

    def __init__(self, engine: Engine) -> None:
        """Take an engine whose schema is up to date; `open` makes one."""
        self._engine = engine
        self._stage: tuple[str, Connection] | None = None

    @classmethod
    def open(cls, place: str | Path) -> Self:
        """The store at `place`: a path, ":memory:" or a database URL. Made where it is new.

        StoreError where it cannot be opened, or was made by a later version.
        """
        return cls(connect(place))

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
            raise RuntimeError(f"stage {name!r} inside stage {self._stage[0]!r}")
        try:
            with writing(self._engine).begin() as connection:
                self._stage = (name, connection)
                yield
        except SQLAlchemyError as error:
            why = getattr(error, "orig", None) or error
            raise StoreError(f"the store could not keep stage {name!r}: {why}") from error
        finally:
            self._stage = None

    def put_accounts(self, accounts: Iterable[Account]) -> None:
        """Keep each account; a changed one is a new version."""
        for batch in _batches(accounts):
            self._insert(ACCOUNT, [rows.account(account) for account in batch])
            latest = self._latest([account.id for account in batch])
            arrivals = []
            for account in batch:
                if latest.get(account.id) != account.version:
                    latest[account.id] = account.version
                    arrivals.append({"account": account.id, "version": account.version})
            self._insert(ARRIVAL, arrivals)

    def accounts(self) -> Iterator[Account]:
        """The latest version of every account, by id."""
        last = select(func.max(ARRIVAL.c.seq)).group_by(ARRIVAL.c.account)
        bodies = (
            select(ACCOUNT.c.body)
            .join(ARRIVAL, ARRIVAL.c.version == ACCOUNT.c.version)
            .where(ARRIVAL.c.seq.in_(last))
            .order_by(ACCOUNT.c.id)
        )
        for (body,) in self._select(bodies):
            yield rows.load(Account, body)

    def put_readings(self, readings: Iterable[tuple[str, Reading]]) -> None:
        """Keep pairs of (account version, its reading) and their claims."""
        for batch in _batches(readings):
            self._insert(READING, [rows.reading(version, reading) for version, reading in batch])
            self._insert(CLAIM, [row for _, reading in batch for row in rows.claims(reading)])

    def read_versions(self, reader: str) -> Set[str]:
        """The account versions that the reader with this id has read."""
        query = select(READING.c.version).where(READING.c.reader == reader)
        return frozenset(version for (version,) in self._select(query))

    def readings(self, reader: str, versions: Iterable[str]) -> Iterator[Reading]:
        """That reader's readings of these account versions, by id within each batch."""
        for batch in _batches(sorted(set(versions))):
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
        for batch in _batches(judgements):
            self._insert(JUDGEMENT, [rows.judgement(row) for row in batch])

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
        for batch in _batches(sorted(set(ids))):
            query = select(CLAIM.c.id, CLAIM.c.body).where(CLAIM.c.id.in_(batch))
            found = dict(map(tuple, self._select(query.order_by(CLAIM.c.reading))))
            for ident in sorted(found):
                yield rows.load(Claim, found[ident])

    def accounts_of(self, ids: Iterable[str]) -> Iterator[Account]:
        """The latest version of the accounts of these ids, by id within each batch."""
        for batch in _batches(sorted(set(ids))):
            latest = self._latest(batch)
            chosen = ACCOUNT.c.version.in_(latest.values())
            query = select(ACCOUNT.c.version, ACCOUNT.c.body).where(chosen)
            bodies = dict(map(tuple, self._select(query)))
            for ident in sorted(latest):
                yield rows.load(Account, bodies[latest[ident]])

    def accounts_at(self, versions: Iterable[str]) -> Iterator[Account]:
        """These versions of accounts, by version within each batch."""
        for batch in _batches(sorted(set(versions))):
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

    def put_issues(self, issues: Iterable[Issue]) -> None:
        """Keep every problem once."""
        for batch in _batches(issues):
            self._insert(ISSUE, [rows.issue(issue) for issue in batch])

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
        kinds = list(rows.members(type(whole)))
        old = (DERIVED.c.site == site) & DERIVED.c.kind.in_(kinds)
        self._writing().execute(delete(DERIVED).where(old))
        for batch in _batches(rows.derived(site, whole)):
            self._insert(DERIVED, batch)

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
            self._insert(table, [row])

    def _latest(self, accounts: Sequence[str]) -> dict[str, str]:
        query = (
            select(ARRIVAL.c.account, ARRIVAL.c.version)
            .where(ARRIVAL.c.account.in_(accounts))
            .order_by(ARRIVAL.c.seq)
        )
        return dict(tuple(row) for row in self._select(query))

    def _writing(self) -> Connection:
        if self._stage is None:
            raise RuntimeError("rows are put inside a stage: with store.stage(name): ...")
        return self._stage[1]

    def _insert(self, table: Table, values: Sequence[rows.Columns]) -> None:
        connection = self._writing()
        if values:
            connection.execute(_insert_new(table, connection.dialect.name), values)

    def _select(self, query: Select[Any]) -> Sequence[Any]:
        """All rows, read before any is used, so that a listing never holds a transaction open."""
        try:
            if self._stage:
                return self._stage[1].execute(query).all()
            with self._engine.begin() as connection:
                return connection.execute(query).all()
        except SQLAlchemyError as error:
            why = getattr(error, "orig", None) or error
            raise StoreError(f"the store could not be read: {why}") from error


def _insert_new(table: Table, dialect: str) -> Insert:
    """Insert what is not there yet: both dialects know it, SQLAlchemy's common insert does not."""
    if dialect == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch
