"""Read the accounts once, so that a run over them finds all of them read."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from thirdhand.case import open_case
from thirdhand.ingest import Told, take
from thirdhand.outcome import Progress, silent
from thirdhand.read import Readers
from thirdhand.store import SqlStore
from thirdhand.words import vocabulary

# Accounts are kept by so many: where reading is stopped, the next one goes on from there.
BATCH = 500


def read(folder: Path, paths: Sequence[Path], place: Path, progress: Progress = silent) -> int:
    """Keep a reading of each account in the store at `place`; how many were read now."""
    readers = Readers(open_case(folder).plan, vocabulary(), None)
    with SqlStore.open(place) as store:
        known = store.read_versions(readers.id)
        taken = (one.account for path in paths for one in take(path, Told()) if one.account)
        new = [account for account in taken if account.version not in known]
        if not new:
            return 0
        readings = iter(zip(new, readers.read(new), strict=True))
        done = 0
        while batch := list(islice(readings, BATCH)):
            with store.stage("read"):
                store.put_accounts(account for account, _ in batch)
                store.put_readings((account.version, reading) for account, reading in batch)
            done += len(batch)
            progress("read once", done, len(new))
        return done
