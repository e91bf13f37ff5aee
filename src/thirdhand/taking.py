"""What arrives is kept, then read, a batch at a time: a run that is killed goes on from there."""

import getpass
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from thirdhand.files import changed, in_order, mistyped, not_ours, one_each, ours, passed
from thirdhand.ingest import About, Heeded, Intake, Limits, Taken, Told, tellings, walk
from thirdhand.model import Account, Covered, Issue, Reading, Receipt
from thirdhand.outcome import Clock, settled
from thirdhand.read import Readers
from thirdhand.store import ChangedError, Store, batches, now

# So many files, or readings, are kept together: of a run that is killed no more is lost.
BATCH = 200
# And so many bytes of what arrived.
BYTES = 32_000_000
DEFAULT = Limits()


def arriving(
    paths: Iterable[Path | Issue], about: About, limits: Limits = DEFAULT
) -> Iterator[Taken]:
    """What comes of each file, and each problem with finding them or with a sheet about them."""
    heeded = Heeded(about)
    yield from (Taken(None, (row,)) for row in about.issues)
    with Intake(about, limits) as intake:
        for found in intake.take(paths):
            heeded.see(found)
            part = found.original
            if part and part.within and isinstance(part.source, bytes) and ours(part.source):
                yield Taken(None, (passed(part.name),), part)
            else:
                yield found
    yield from (Taken(None, (row,)) for row in heeded.rows())


@dataclass(slots=True)
class Arrivals:
    """Keeps what arrives in a store: the bytes as they come, rows by the batch.

    how: the command. by: who takes in. accounts, problems: all that came, as it came.
    """

    store: Store
    how: str
    by: str
    accounts: list[Account] = field(default_factory=list)
    problems: list[Issue] = field(default_factory=list)
    _versions: dict[str, str] = field(default_factory=dict)

    def keep_bytes(self, found: Iterable[Taken]) -> Iterator[Taken]:
        """Keep the original of each before the next one comes, and let go of its bytes."""
        for one in found:
            if one.original is None:
                yield one
                continue
            try:
                self.store.keep(one.original)
            except ChangedError as error:
                yield Taken(None, (changed(one.original.name, str(error)),))
            else:
                yield replace(one, original=replace(one.original, source=b""))

    def keep(self, found: Sequence[Taken]) -> None:
        """Keep the rows of some, all or none. Their bytes are kept."""
        for one in found:
            self.problems += one.issues
        new = [one.account for one in found if one.account]
        self.accounts += new
        first = [a for a in new if self._versions.setdefault(a.id, a.version) == a.version]
        receipts = [row for one in found if (row := self._receipt(one))]
        with self.store.stage("ingest"):
            self.store.put_accounts(first)
            self.store.put_receipts(receipts)

    def _receipt(self, found: Taken) -> Receipt | None:
        original, account = found.original, found.account
        if original is None:
            return None
        wrong = next((i.code for i in found.issues if i.severity == "error"), "container")
        return Receipt(
            original.id,
            original.size,
            original.name,
            original.within,
            self._versions[account.id] if account else None,
            account.media_type if account else wrong,
            now(),
            self.how,
            self.by,
        )


def ingest(
    paths: Sequence[Path], told: tuple[Told, Limits], by: str, store: Store, clock: Clock
) -> tuple[list[Account], tuple[Issue, ...]]:
    """The accounts under `paths` in order, and all that was wrong with the files. All is kept.

    told: what a person says of all of them, and how much of one file is taken in.
    """
    arrivals = Arrivals(store, "run", by or user())
    found = list(not_ours(walk(paths)))
    about, limits = tellings(paths, *told), told[1]
    came = arrivals.keep_bytes(arriving(clock.each(found, len(found)), about, limits))
    for batch in _some(came):
        arrivals.keep(batch)
    accounts, notes = one_each(arrivals.accounts)
    again = {note.where for note in notes if note.code == "same-file"}
    # What is wrong with a file that came before was told there.
    problems = (i for i in arrivals.problems if i.where not in again)
    return accounts, in_order([*problems, *notes])


def _some(found: Iterable[Taken]) -> Iterator[list[Taken]]:
    """What arrived, some of it at a time."""
    some: list[Taken] = []
    size = 0
    for one in found:
        some.append(one)
        size += one.original.size if one.original else 0
        if len(some) == BATCH or size >= BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some


def cover(site: str, accounts: Sequence[Account], issues: Sequence[Issue], store: Store) -> None:
    """Keep what the run of the site covers, unless nothing was there to be covered."""
    with store.stage("ingest"):
        store.put_issues(issues)
        if not mistyped(issues) or accounts:
            versions = tuple(account.version for account in accounts)
            store.put_run(Covered(site, versions, tuple(issue.id for issue in issues)))


def read_each(
    reader: Readers, accounts: Sequence[Account], store: Store, clock: Clock
) -> tuple[list[Reading], int]:
    """A reading of each account in order, and how many were read now."""
    known = store.read_versions(reader.id)
    new = [account for account in accounts if account.version not in known]
    pairs = zip(new, reader.read(new), strict=True)
    for batch in batches(clock.each(pairs, len(new)), BATCH):
        with store.stage("read"):
            store.put_readings((account.version, reading) for account, reading in batch)
            store.put_issues(issue for _, reading in batch for issue in reading.issues)
    with settled():
        every = store.readings(reader.id, [account.version for account in accounts])
        of = {reading.account: reading for reading in every}
    return [of[account.id] for account in accounts], len(new)


def user() -> str:
    """Who runs this, by the name of the system's user."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"
