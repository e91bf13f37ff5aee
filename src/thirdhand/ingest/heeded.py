"""Which lines of the sheets told of something, and which did not, and why."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from thirdhand.ingest.about import About, Line, whole
from thirdhand.ingest.rows import issue
from thirdhand.ingest.taken import Taken
from thirdhand.ingest.told import Told
from thirdhand.model import Issue


class Heeded:
    """Sees all that was taken in, and then has a row on each sheet and each line that missed."""

    def __init__(self, about: About) -> None:
        self._about = about
        self._accounts: Counter[Path] = Counter()
        self._used: set[Line] = set()
        # What arrived at a path: a file that holds others, or one that could not be read.
        self._held: set[str] = set()
        self._failed: set[str] = set()

    def see(self, taken: Taken) -> None:
        """Heed one more."""
        if not self._about.lines:
            return
        if taken.account:
            lines = self._about.telling(taken.account.path)
            self._used.update(lines)
            self._accounts.update({line.sheet for line in lines if line.told != Told()})
        if taken.original:
            self._held.add(whole(taken.original.name))
        self._failed.update(whole(i.where) for i in taken.issues if i.severity == "error")

    def rows(self) -> Iterator[Issue]:
        """A note on each sheet that was used, a warning for each line that tells of nothing."""
        sheets = defaultdict(list)
        for line in self._about.lines:
            sheets[line.sheet].append(line)
        for sheet, lines in sheets.items():
            count = self._accounts[sheet]
            what = "1 account" if count == 1 else f"{count:,} accounts"
            yield issue(sheet, "about-used", "note", f"this sheet was used: it tells of {what}")
            for line in lines:
                if line not in self._used and (reason := self._missed(line)):
                    reason = f"line {line.number}: {reason}"
                    yield issue(sheet, "about-line", "warning", reason)

    def _missed(self, line: Line) -> str | None:
        """Why a line told of nothing; None where that is in order."""
        if line.many:
            return f"no file here fits {line.file!r}"
        if line.path in self._failed:  # that it cannot be read is told of it
            return None
        if line.path in self._held:
            return f"{line.file!r} only holds others: write '{line.file}/*' to tell of all in it"
        place = Path(line.path)
        there = next((p for p in (place, *place.parents) if p.exists() and not p.is_dir()), None)
        if there and (there == place or str(there) not in self._held):  # not asked for this time
            return None
        return f"there is no file {line.file!r}; paths begin at the folder of the sheet"
