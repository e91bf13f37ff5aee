"""The files of a run: which accounts go in, and lines that are written whole or not at all."""

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from thirdhand.aside import aside
from thirdhand.model import Account, Audience, Dossier, Issue, TableError, content_id
from thirdhand.schema import claim_line, to_json
from thirdhand.store import ORIGINALS

STAGES = ("ingest", "read", "corroborate", "visibility", "brief")
PAGES = frozenset((".html", ".json"))
# What a brief says of itself near its start, wherever it lies and whatever it is called.
MARKS = (b'<meta name="generator" content="thirdhand', b'"generator": "thirdhand"')
HEAD = 512
# What a run for internal readers leaves beside the brief.
TABLES = (
    "claims.jsonl",
    "assessments.jsonl",
    "estimates.jsonl",
    "events.jsonl",
    "balance.jsonl",
    "gaps.jsonl",
    "sights.jsonl",
    "alarms.jsonl",
    "requests.jsonl",
    "loops.jsonl",
    "stale.jsonl",
    "totals.jsonl",
    "bias.jsonl",
    "reliability.jsonl",
    "issues.jsonl",
    "requests.csv",
)
FORMATS = ("html", "json", "pdf", "docx", "md")


class MixedError(ValueError):
    """The folder holds what these readers may not see. One line that says what to do."""


def apart(out: Path, audience: Audience, formats: Iterable[str]) -> None:
    """MixedError where a brief for others would lie beside what an earlier run left in `out`.

    Its tables hold all that the brief masks; a page that is not written anew may hold it too.
    """
    if audience == "internal":
        return
    left = [f"brief.{name}" for name in FORMATS if name not in {*formats}]
    held = next((name for name in (*TABLES, *left) if (out / name).exists()), None)
    if held:
        raise MixedError(
            f"{out}: holds {held} of an earlier run, which {audience} readers may not see;"
            " name another folder"
        )


def mistyped(issues: Iterable[Issue]) -> bool:
    """True where a path that was named is not there."""
    return any(issue.code == "no-such-path" for issue in issues)


def not_ours(found: Iterable[Path | Issue]) -> Iterator[Path | Issue]:
    """All that was found but briefs of earlier runs, and what a store keeps of what arrived.

    A brief is no account: taken in, it would stand as one more voice for all that it repeats.
    """
    kept: set[Path] = set()
    for item in found:
        if isinstance(item, Path) and (folder := _store_of(item)):
            if folder not in kept:
                kept.add(folder)
                yield _note("own-output", str(folder), "passed over: a store keeps originals here")
        elif isinstance(item, Path) and _ours(item):
            yield passed(str(item))
        else:
            yield item


def ours(data: bytes) -> bool:
    """True for the bytes of a brief."""
    return any(mark in data[:HEAD] for mark in MARKS)


def passed(where: str) -> Issue:
    """The note on a brief that was found among accounts."""
    return _note("own-output", where, "passed over: an earlier run wrote it")


def changed(where: str, reason: str) -> Issue:
    """The row of a file that was another one when it was to be kept."""
    key = content_id("issue", "ingest", "changed-meanwhile", where, reason)
    return Issue(key, "ingest", "changed-meanwhile", "error", where, reason)


def one_each(accounts: Iterable[Account]) -> tuple[list[Account], list[Issue]]:
    """Each account once, by date and ref; and a note for each that came again.

    Two accounts of one ref are kept; a note says so, because groups of copies name refs.
    """
    first: dict[str, Account] = {}
    named: dict[str, Account] = {}
    notes: list[Issue] = []
    for account in accounts:
        if account.id in first:
            same = first[account.id].path
            if account.path != same:
                why = f"the same bytes as {same}; taken once"
                notes.append(_note("same-file", account.path, why))
            continue
        first[account.id] = account
        if account.ref in named:
            other = named[account.ref].path
            why = f"has the name {account.ref!r}, as {other} does; rename one to tell them apart"
            notes.append(_note("same-ref", account.path, why))
        named.setdefault(account.ref, account)
    return sorted(first.values(), key=lambda a: (a.published or "", a.ref, a.id)), notes


def in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Each problem once, by stage and place."""
    each = {issue.id: issue for issue in issues}
    return tuple(
        sorted(each.values(), key=lambda i: (STAGES.index(i.stage), i.where, i.code, i.id))
    )


def write_lines(path: Path, rows: Iterable[object]) -> Path:
    """One JSON object a line, at `path` only once all are written. OSError where it cannot be."""
    return _lines(path, rows).replace(path)


def _lines(path: Path, rows: Iterable[object]) -> Path:
    return _beside(path, (f"{to_json(row)}\n" for row in rows), "utf-8")


def write_sheet(path: Path, rows: Iterable[Sequence[str]], parted: str = ",") -> Path:
    """A table for a spreadsheet, at `path` only once all is written. OSError where it cannot be."""
    return _sheet(path, rows, parted).replace(path)


def _sheet(path: Path, rows: Iterable[Sequence[str]], parted: str = ",") -> Path:
    """A table for a spreadsheet."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=parted).writerows(rows)
    # The mark at the start tells a spreadsheet that it is UTF-8.
    return _beside(path, [text.getvalue()], "utf-8-sig")


def _beside(path: Path, parts: Iterable[str], encoding: str) -> Path:
    """Write what will stand at `path`, whole, to the file beside it."""
    with _draft(path).open("w", encoding=encoding, newline="") as file:
        file.writelines(parts)
        file.flush()
        os.fsync(file.fileno())
    return _draft(path)


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.tmp")


@contextmanager
def tables(
    out: Path, dossier: Dossier, asked: Sequence[Sequence[str]]
) -> Iterator[Callable[[Iterable[Issue]], tuple[Path, ...]]]:
    """Begin to write TABLES; what is given puts them in place, with all problems among them.

    They are written aside where that is worth it. Where the body fails, the tables that stood there
    before stay. asked: the rows of requests.csv, its header first. OSError where one cannot be
    written.
    """

    def work() -> bool:
        for name, rows in _rows(dossier).items():
            _lines(out / f"{name}.jsonl", rows)
        _sheet(out / "requests.csv", asked)
        return True

    def put(issues: Iterable[Issue]) -> tuple[Path, ...]:
        if not done():
            work()
        _lines(out / "issues.jsonl", issues)
        return tuple(_draft(path).replace(path) for path in (out / name for name in TABLES))

    try:
        with aside(work, len(dossier.accounts)) as done:
            yield put
    finally:
        for name in TABLES:
            _draft(out / name).unlink(missing_ok=True)


def _rows(dossier: Dossier) -> dict[str, Iterable[object]]:
    """The rows of each of TABLES but the problems; a gap is a cell that is not seen."""
    refs = {account.id: account.ref for account in dossier.accounts}
    found, view = dossier.findings, dossier.view
    return {
        "claims": (claim_line(c, refs[c.account]) for r in dossier.readings for c in r.claims),
        "assessments": found.assessments,
        "estimates": found.estimated,
        "events": found.happenings,
        "balance": found.balances,
        "gaps": (cell for cell in view.cells if cell.state != "seen"),
        "sights": view.sights,
        "alarms": view.alarms,
        "requests": view.requests,
        "loops": found.loops,
        "stale": found.stale,
        "totals": found.totals,
        "bias": found.biases,
        "reliability": found.reliability,
    }


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a header, each by the names of its columns.

    OSError where it cannot be opened, TableError where it is no such table.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            names = [name.strip() for name in next(csv.reader(file, strict=True), ())]
            rows = list(csv.DictReader(file, names, strict=True))
        except (csv.Error, UnicodeDecodeError) as error:
            raise TableError(f"{path} is no CSV table in UTF-8: {error}") from None
    if not names:
        raise TableError(f"{path} is empty: the first line has to name the columns")
    if len(set(names)) < len(names):
        raise TableError(f"{path} has two columns of one name; rename one")
    for row in rows:
        if None in row or None in row.values():
            at = rows.index(row) + 2
            raise TableError(f"{path}, line {at}: has not as many fields as the header")
    return rows


def _store_of(path: Path) -> Path | None:
    """The folder of originals that the path lies in, beside its store; None for other files."""
    two_up = path.parent.parent
    inside = path.suffix == ".gz" and two_up.suffix == ORIGINALS
    return two_up if inside and path.name.startswith(path.parent.name) else None


def _ours(path: Path) -> bool:
    """False as well for what cannot be opened: the next stage says what is wrong with it."""
    if path.suffix.lower() not in PAGES:
        return False
    try:
        # Only a plain file: a pipe would wait for somebody to write.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(HEAD)
    except (OSError, ValueError):
        return False
    return ours(head)


def _note(code: str, where: str, reason: str) -> Issue:
    key = content_id("issue", "ingest", code, where, reason)
    return Issue(key, "ingest", code, "note", where, reason)
