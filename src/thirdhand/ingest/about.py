"""Sheets that tell of single files what cannot be told of all: when they were published, by whom.

A sheet is a CSV table with a header: a line a file, or for all files that a pattern fits.
"""

import csv
import io
import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from glob import escape, has_magic
from pathlib import Path
from typing import Any

from thirdhand.ingest.dates import clean_date
from thirdhand.ingest.known import SENSITIVITIES
from thirdhand.ingest.language import language_code
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.load import load
from thirdhand.ingest.page import Refused
from thirdhand.ingest.rows import issue, shown
from thirdhand.ingest.told import Told
from thirdhand.ingest.walk import ABOUT, hidden
from thirdhand.model import Issue

FILE = "file"
TELLS = ("published", "publisher", "title", "url", "language", "sensitivity")
# Columns for a person's eyes: what is known already, a date that stands in the text.
REMARKS = ("known", "seen", "remark")
# What may part the cells of a line: a comma, or what a spreadsheet puts there in some countries.
PARTED = ",;\t"


class SheetError(ValueError):
    """This is no such sheet. One line that says what to do."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet as it is written. header: in small letters. rows: number of the line, its cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    parted: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet. rank: the sheet's, 0 has the first say. path: whole, or a pattern."""

    rank: int
    number: int
    sheet: Path
    file: str
    path: str
    told: Told

    @property
    def many(self) -> bool:
        """True for a pattern."""
        return has_magic(self.file)


@dataclass(frozen=True)
class About:
    """What is told of each account: of all, and by lines of sheets of some.

    Of two lines that tell the same of one account, the sheet named first wins, then the line that
    names the file over a pattern, then the upper one. issues: what is wrong with the sheets.
    """

    over: Told
    lines: tuple[Line, ...] = ()
    issues: tuple[Issue, ...] = ()

    def of(self, where: str) -> Told:
        """What is told of the account at `where`. What seals it most holds."""
        told = [self.over, *(line.told for line in self.telling(where))]
        first: dict[str, Any] = {
            name: next((v for t in told if (v := getattr(t, name))), None) for name in TELLS
        }
        sealed = [t.sensitivity for t in told if t.sensitivity]
        first["sensitivity"] = max(sealed, key=list(SENSITIVITIES).index, default=None)
        return Told(**first, about=self.over.about)

    def telling(self, where: str) -> list[Line]:
        """The lines that tell of what is at `where`; the first has the first say."""
        if not self.lines:
            return []
        path = whole(where)
        fits = [line for line in self._patterns if fnmatchcase(path, line.path)]
        found = {*self._exact.get(path, ()), *fits}
        return sorted(found, key=lambda line: (line.rank, line.many, line.number))

    @cached_property
    def _exact(self) -> Mapping[str, list[Line]]:
        lines: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            lines[line.path if not line.many else whole(line.sheet.parent / line.file)].append(line)
        return dict(lines)

    @cached_property
    def _patterns(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.many)


def tellings(paths: Iterable[Path], told: Told, limits: Limits) -> About:
    """What is told of the accounts under `paths`: of all, and by the sheets for these.

    A sheet that is named by `told` has its say before those that lie in the folders; of these, the
    one that lies nearest to the file.
    """
    lying = sorted(_lying(paths), key=lambda path: (-len(Path(whole(path)).parts), path))
    sheets: dict[str, Path] = {}
    for path in (*([told.about] if told.about else []), *lying):
        sheets.setdefault(whole(path), path)
    lines: list[Line] = []
    issues: list[Issue] = []
    for rank, path in enumerate(sheets.values()):
        try:
            found, wrong = _lines(rank, path, table(path, limits))
        except SheetError as error:
            issues.append(issue(path, "about-sheet", "error", str(error)))
        else:
            lines += found
            issues += wrong
    return About(told, tuple(lines), tuple(issues))


def _lines(rank: int, path: Path, sheet: Table) -> tuple[list[Line], list[Issue]]:
    """The lines that tell something, and what is wrong with any."""
    issues = [_wrong(path, 1, reason) for reason in _strange(sheet.header)]
    lines = []
    for number, cells in sheet.rows:
        line, wrong = _line(rank, number, path, dict(zip(sheet.header, cells, strict=False)))
        if len(cells) > len(sheet.header):
            line, wrong = (
                None,
                ["has more cells than the header: left out; quote a cell with commas"],
            )
        issues += (_wrong(path, number, reason) for reason in wrong)
        lines += [line] if line else []
    return lines, issues


def table(path: Path, limits: Limits) -> Table:
    """The cells of a sheet; empty lines are left out. SheetError where it is none."""
    try:
        data = load(path, limits)
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else ""
    except Refused as no:
        raise SheetError(f"the sheet is not used: {no.reason}") from None
    except UnicodeDecodeError:
        raise SheetError('no UTF-8: save it as "CSV UTF-8"; the sheet is not used') from None
    for mark in PARTED:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        try:
            header = tuple(cell.strip().casefold() for cell in next(rows, ()))
            if FILE in header:
                held = tuple((rows.line_num, _cells(row)) for row in rows)
                return Table(header, tuple(row for row in held if any(row[1])), mark)
        except csv.Error as error:
            reason = f"line {rows.line_num}: no CSV that can be read: {error}"
            raise SheetError(f"{reason}; the sheet is not used") from None
    columns = ", ".join((FILE, *TELLS))
    raise SheetError(f"its first line has to name the columns: {columns}; the sheet is not used")


def whole(path: Path | str) -> str:
    """The path from the root, without "..", as every account has it, accents in one form."""
    return unicodedata.normalize("NFC", shown(os.path.abspath(path)))  # noqa: PTH100 - of parts too


def _lying(paths: Iterable[Path]) -> Iterator[Path]:
    """The sheets that lie in the folders, or are named among the files."""
    for path in paths:
        for folder, inside, files in os.walk(path):
            inside[:] = [name for name in inside if not hidden([name])]
            if ABOUT in files:
                yield Path(folder) / ABOUT
        if path.name == ABOUT and path.is_file():
            yield path


def _cells(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in row)


def _strange(header: Sequence[str]) -> Iterator[str]:
    known = (FILE, *TELLS, *REMARKS)
    for name in dict.fromkeys(header):
        if name and name not in known:
            yield f"no column is called {name[:40]!r}, so it is left out: {', '.join(known)}"
        if name and header.count(name) > 1:
            yield f"two columns are called {name!r}: the last one is taken"


def _line(
    rank: int, number: int, sheet: Path, cells: dict[str, str]
) -> tuple[Line | None, list[str]]:
    """The line, and what is wrong with it; a cell that cannot be used is left out."""
    file = cells.get(FILE, "")
    if not file:
        return None, ["names no file, so it is left out"]
    told: dict[str, Any] = {name: cells.get(name) or None for name in TELLS}
    wrong = []
    if told["published"]:
        try:
            told["published"] = clean_date(told["published"])
        except ValueError as error:
            told["published"] = None
            wrong.append(f"{error}; the date is left out")
    if told["language"] and not language_code(told["language"]):
        wrong.append(f"{told['language'][:40]!r} is no language code; write en, fr, ar")
        told["language"] = None
    if sealed := told["sensitivity"]:
        told["sensitivity"] = SENSITIVITIES.get(sealed.casefold(), "confidential")
        if sealed.casefold() not in SENSITIVITIES:
            known = ", ".join(SENSITIVITIES)
            reason = f"{sealed[:40]!r} is no sensitivity: taken as confidential"
            wrong.append(f"{reason}; what can be written: {known}")
    base = sheet.parent
    path = f"{escape(whole(base))}/{_shown(file)}" if has_magic(file) else whole(base / file)
    return Line(rank, number, sheet, file, path, Told(**told)), wrong


def _shown(file: str) -> str:
    return unicodedata.normalize("NFC", shown(file)).removeprefix("./")


def _wrong(sheet: Path, number: int, reason: str) -> Issue:
    return issue(sheet, "about-line", "warning", f"line {number}: {reason}")
