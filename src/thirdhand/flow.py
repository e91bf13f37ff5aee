"""The whole journey: ingest, read, corroborate, visibility, brief. The one file that sees all.

What a run covers, and why: docs/decisions/0010-what-a-run-covers.md
"""

import datetime as dt
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from thirdhand.aside import aside
from thirdhand.brief import Facts, Outline, Written, snapshot, write
from thirdhand.corroborate import (
    ballot,
    corroborate,
    fuse,
    histories,
    listed,
    moves,
    moving,
    priors,
    said,
)
from thirdhand.corroborate import copies as group_copies
from thirdhand.corroborate import events as group_events
from thirdhand.corroborate import unseen as estimate_unseen
from thirdhand.explaining import AmbiguousIdError, UnknownIdError, explain
from thirdhand.files import (
    MixedError,
    apart,
    in_order,
    mistyped,
    not_ours,
    table,
    tables,
    write_lines,
    write_sheet,
)
from thirdhand.history import UnknownAccountError, history
from thirdhand.ingest import NOTHING, Limits, SheetError, Told, blank, tellings, walk
from thirdhand.ingest import table as sheet_table
from thirdhand.judging import JudgementError, Ruled, judge
from thirdhand.mask import figures_alone, open_to, veil
from thirdhand.model import (
    Account,
    AccountGroup,
    Audience,
    Dossier,
    Fused,
    Issue,
    Leaning,
    Listed,
    Moved,
    Plan,
    Reading,
    Reliability,
    Site,
    TableError,
    Unseen,
    Window,
    content_id,
    in_force,
)
from thirdhand.outcome import Clock, Outcome, Progress, count, settled, silent
from thirdhand.past import NoRunError, before, covered
from thirdhand.read import LostReader, NoPipeline, Readers
from thirdhand.scale import duckdb_engine
from thirdhand.scope import Scope, of_time, planned, scope, seen_in
from thirdhand.settings import register
from thirdhand.store import Store
from thirdhand.taking import arriving, cover, ingest, read_each
from thirdhand.versions import supersede
from thirdhand.visibility import look, requests_table, unwatched
from thirdhand.words import vocabulary

__all__ = [
    "AmbiguousIdError",
    "Job",
    "JudgementError",
    "LostReader",
    "MixedError",
    "NoPipeline",
    "NoRunError",
    "Outcome",
    "Progress",
    "Ruled",
    "SheetError",
    "Told",
    "UnknownAccountError",
    "UnknownIdError",
    "about",
    "brief",
    "copies",
    "estimate",
    "events",
    "explain",
    "history",
    "judge",
    "read",
    "run",
    "sources",
    "unseen",
]

AS_IS = Told()
LIMITS = Limits()
WHOLE = Window()


@dataclass(frozen=True, slots=True)
class Job:
    """What to run: these paths, for this site of this plan, into the folder `out`.

    told: what the person says about every account. processes: how many read; None for as many as
    serve. window, audience: what the brief speaks of, and to whom. formats: of its pages. by: who
    takes the accounts in; the user of this machine where nobody is named.
    """

    plan: Plan
    site: Site
    paths: tuple[Path, ...]
    out: Path
    told: Told = AS_IS
    processes: int | None = None
    window: Window = WHOLE
    audience: Audience = "internal"
    formats: tuple[str, ...] = ("html", "json")
    by: str = ""


def run(job: Job, store: Store, progress: Progress = silent) -> Outcome:
    """From paths to a brief. Each stage is kept in the store before the next one begins.

    OSError where `out` cannot be written, StoreError where the store cannot, NoPipeline where no
    parser is installed, LostReader where a reading process dies. What is wrong with an input is an
    issue of the outcome.
    """
    apart(job.out, job.audience, job.formats)
    job.out.mkdir(parents=True, exist_ok=True)
    clock = Clock(progress)

    with clock.stage("ingest"):
        accounts, issues = ingest(job.paths, (job.told, job.plan.limits), job.by, store, clock)
        cover(job.site.id, accounts, issues, store)
    if not accounts and mistyped(issues):
        return _nothing(job, clock, issues)
    return _read_and_written(job, accounts, issues, store, clock)


def brief(job: Job, store: Store, progress: Progress = silent) -> Outcome:
    """A brief from what the last run of the site took in. Its paths are not looked at again.

    NoRunError where there was none; else as `run`. An account that the reader of today has not
    read yet is read.
    """
    apart(job.out, job.audience, job.formats)
    accounts, issues = covered(job.site.id, store)
    job.out.mkdir(parents=True, exist_ok=True)
    return _read_and_written(job, accounts, in_order(issues), store, Clock(progress))


def _read_and_written(
    job: Job, accounts: list[Account], issues: tuple[Issue, ...], store: Store, clock: Clock
) -> Outcome:
    """From accounts to the brief."""
    with clock.stage("read"):
        reader = Readers(job.plan, vocabulary(), job.processes)
        readings, new = read_each(reader, accounts, store, clock)
    problems = (i for reading in readings for i in reading.issues)
    told = in_order([*issues, *problems])
    taken = Scope(tuple(accounts), tuple(readings), told, reader.id)
    return replace(_written(job, taken, store, clock), read=new, taken=len(accounts))


@settled()
def _written(job: Job, taken: Scope, store: Store, clock: Clock) -> Outcome:
    """From all that was read to the brief."""
    words = vocabulary()
    with clock.stage("corroborate"):
        known = scope(taken, job.plan, job.window, job.audience)
        figures = figures_alone(known.accounts, known.readings, job.site.country)
        held, old = supersede(replace(known, readings=figures), job.window, store)
        accounts, readings, issues = held.accounts, held.readings, held.issues
        judged = in_force(store.judgements())
        findings = corroborate(accounts, readings, job.plan, words, duckdb_engine(), judged)
        with store.stage("corroborate"):
            store.replace_findings(job.site.id, findings)
            store.put_issues([*issues, *findings.issues])
        issues = in_order([*issues, *findings.issues])

    with clock.stage("visibility"):
        plan = planned(job.plan, accounts, job.window)
        view = look(accounts, readings, findings, plan, job.site, words)
        view = seen_in(view, job.window, of_time(accounts, readings, job.window))
        issues = in_order([*issues, *unwatched(job.plan)])
        with store.stage("visibility"):
            store.replace_view(job.site.id, view)
            store.put_issues(unwatched(job.plan))

    with clock.stage("brief"):
        told = (accounts, readings, findings, view, issues, job.window, job.audience)
        dossier = Dossier(job.plan, job.site, words, *told, replaced=old, log=store.ground())
        with _tables(job, dossier) as put:
            written = _brief(job, dossier, taken.reader, store)
            issues = in_order([*issues, *written.issues])
            lines = put(issues)

    counts = count(dossier, (*written.paths, *lines), issues)
    sentences, dropped = written.sentences, written.dropped
    return replace(counts, sentences=sentences, dropped=dropped, seconds=clock.seconds)


def _tables(
    job: Job, dossier: Dossier
) -> AbstractContextManager[Callable[[Iterable[Issue]], tuple[Path, ...]]]:
    """The tables beside the brief; they hold all, and are for internal readers alone."""
    if job.audience != "internal":
        return nullcontext(lambda _: ())
    return tables(job.out, dossier, tuple(requests_table(dossier.view.requests)))


def _brief(job: Job, whole: Dossier, reader: str, store: Store) -> Written:
    """Write what the audience may read of the dossier, and keep what it held for the next brief."""
    made = f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}"
    facts = Facts.of(whole)
    now = snapshot(facts, made, reader)
    facts = facts.since(before(now, whole, store), open_to(whole, job.audience))

    def veiled(outline: Outline) -> Outline:
        return veil(outline, facts.dossier, job.audience)

    beside = partial(aside, accounts=len(whole.accounts))
    written = write(facts, job.out, made, job.formats, veiled, beside)
    with store.stage("brief"):
        store.put_issues(written.issues)
        store.put_brief(now)
    return written


def read(
    paths: Sequence[Path], told: Told, plan: Plan, processes: int | None = None
) -> Iterator[Issue | tuple[Account, Reading]]:
    """Every account under `paths` with its reading, as it is read, and every problem on the way.

    Keeps nothing. Two files of the same bytes are one account told under two refs: each has its
    line, with the same id. NoPipeline where no parser is installed, LostReader where a reading
    process dies.
    """
    waiting: deque[Account] = deque()
    problems: deque[Issue] = deque()

    def accounts() -> Iterator[Account]:
        about = tellings(paths, told, plan.limits)
        for found in arriving(not_ours(walk(paths)), about, plan.limits):
            problems.extend(found.issues)
            if found.account:
                waiting.append(found.account)
                yield found.account

    for reading in Readers(plan, vocabulary(), processes).read(accounts()):
        while problems:
            yield problems.popleft()
        yield waiting.popleft(), reading
    yield from problems


def about(
    paths: Sequence[Path], out: Path | None, progress: Progress = silent
) -> tuple[list[list[str]], int, tuple[Issue, ...]]:
    """A sheet to be filled in, of accounts that lack a date or a publisher.

    Its rows, how many accounts there are, and every problem. It is written to `out`, and the lines
    that stand there stay; without `out` its paths begin at the folder that holds all `paths`.
    SheetError where something else stands there, OSError where it cannot be written.
    """
    held = sheet_table(out, LIMITS) if out and out.exists() and out.stat().st_size else NOTHING
    clock, found = Clock(progress), list(not_ours(walk(paths)))
    with clock.stage("ingest"):
        told = tellings(paths, Told(about=out if held is not NOTHING else None), LIMITS)
        came = list(arriving(clock.each(found, len(found)), told))
    accounts = {one.account.path: one.account for one in came if one.account}
    rows = list(blank(accounts.values(), out.parent if out else lies(paths), held))
    if out and accounts:
        write_sheet(out, rows, held.parted)
    return rows, len(accounts), in_order(issue for one in came for issue in one.issues)


def lies(paths: Sequence[Path]) -> Path:
    """The folder that holds all the paths; a folder named alone is it."""
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0]
    return Path(os.path.commonpath([path.absolute().parent for path in paths]))


def copies(
    paths: Sequence[Path], told: Told
) -> tuple[list[Account], tuple[AccountGroup, ...], tuple[Issue, ...]]:
    """The accounts under `paths`, the groups that share text or origin, and every problem.

    Keeps nothing and reads no claims. Two files with the same bytes are copies of each other.
    """
    accounts, problems = _each_file(paths, told)
    return accounts, group_copies(accounts, duckdb_engine()), problems


def events(
    paths: Sequence[Path], told: Told
) -> tuple[list[Account], tuple[AccountGroup, ...], tuple[Issue, ...]]:
    """The accounts under `paths`, the groups that tell of one happening, and every problem.

    Keeps nothing and reads no claims. Any news will do: no case is asked for.
    """
    accounts, problems = _each_file(paths, told)
    return accounts, group_events(accounts, duckdb_engine()), problems


def sources(
    held: Sequence[Path] | Store, plan: Plan, told: Told = AS_IS
) -> tuple[tuple[Listed, ...], tuple[Issue, ...]]:
    """The sources of a plan and who else published the accounts, and every problem with these.

    held: files and folders of accounts, or a store, whose accounts are then looked at. Nothing new
    is kept. told: what the person says about every file.
    """
    if isinstance(held, Sequence):
        found = list(arriving(walk(held), tellings(held, told, LIMITS)))
        problems = in_order(issue for one in found for issue in one.issues)
        accounts: Iterable[Account] = {a.id: a for one in found if (a := one.account)}.values()
    else:
        accounts, problems = held.accounts(), ()
    return listed(accounts, plan.sources, register()), problems


def estimate(
    path: Path, kind: Literal["number", "category"], before: Path | None = None
) -> tuple[list[Fused], list[Reliability]] | tuple[list[Moved], list[Leaning]]:
    """What is most likely so for each item of a table of claims, and how reliable its sources are.

    Numbers that say when they hold move over time, and each time has its line. before: a table of
    what is thought of the sources before their claims are compared. OSError where a path cannot
    be opened, TableError where it holds no such table.
    """
    rows = table(path)
    if kind == "number" and moves(rows):
        if before:
            raise TableError("priors serve values that do not move; leave --priors or as_of out")
        return moving(rows)
    thought = priors(table(before)) if before else {}
    return fuse(ballot(said(rows, kind)), kind, duckdb_engine(), thought)


def unseen(path: Path, prior: float | None, most: int) -> Unseen:
    """How many cases no list of a table of capture histories names, or why nobody can tell.

    OSError where `path` cannot be opened, TableError where it holds no histories.
    """
    return estimate_unseen(histories(table(path)), prior, most)


def _each_file(paths: Sequence[Path], told: Told) -> tuple[list[Account], tuple[Issue, ...]]:
    """An account for each file, the same bytes twice being two, and every problem."""
    found = list(arriving(walk(paths), tellings(paths, told, LIMITS)))
    accounts = [
        replace(one.account, id=content_id("file", one.account.id, one.account.path))
        for one in found
        if one.account
    ]
    return accounts, in_order(issue for one in found for issue in one.issues)


def _nothing(job: Job, clock: Clock, issues: tuple[Issue, ...]) -> Outcome:
    """Nothing could be read: say why, and leave an earlier brief as it is."""
    path = write_lines(job.out / "issues.jsonl", issues)
    return Outcome(issues=issues, paths=(path,), seconds=clock.seconds)
