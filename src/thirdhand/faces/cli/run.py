"""`thirdhand run`: from accounts to a brief."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.output import StoppedError, WrongError, one_line, tell, tell_problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from thirdhand.case import Case
    from thirdhand.flow import Job, Outcome, Progress
    from thirdhand.store import Store


def run(
    paths: options.Paths,
    *,
    site: Annotated[str, Option(metavar="ID", help="The site of the case to write about.")],
    out: Annotated[Path, Option("-o", "--out", metavar="OUT", help="The folder to write into.")],
    case: options.Case = None,
    store: options.Store = None,
    published: options.Published = None,
    publisher: options.Publisher = None,
    about: options.About = None,
    title: options.Title = None,
    url: options.Url = None,
    language: options.Language = None,
    sensitivity: options.Seal = None,
    by: options.By = "",
    since: options.Since = None,
    until: options.Until = None,
    as_of: options.AsOf = None,
    audience: options.For = "internal",
    to: options.To = None,
    processes: options.Processes = None,
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Read accounts, set them against each other and the plan, and write the brief into OUT."""
    window = options.window(since, until, as_of)
    with one_line():
        found = _case(case, paths, site, store)
        place = found.site(site)
        from thirdhand import flow

        told = flow.Told(published, publisher, title, url, language, sensitivity, about)
        wanted = (window, audience, options.formats(to))
        job = flow.Job(found.plan, place, tuple(paths), out, told, processes, *wanted, by)
        outcome = run_job(flow.run, job, found.store, quiet=quiet or as_json)
    end(outcome, job, as_json=as_json, quiet=quiet)


def end(outcome: "Outcome", job: "Job", *, as_json: bool, quiet: bool) -> None:
    """Tell how it ended, and exit with its code."""
    inside = job.audience == "internal"
    listed = job.out / ("issues.jsonl" if inside else "brief.html")
    tell_problems(outcome.issues, listed)
    if as_json:
        typer.echo(json.dumps(_figures(outcome, job.site.id), ensure_ascii=False))
    elif not quiet:
        _close(outcome)
        if not inside:
            typer.echo(f"no tables are written: they hold what {job.audience} readers may not see")
    if not outcome.taken:
        tell(f"nothing could be read; the reasons are in {listed}")
    raise typer.Exit(outcome.code)


def _case(folder: Path | None, paths: list[Path], site: str, store: Path | None) -> "Case":
    from thirdhand.case import find, open_case

    return open_case(folder, store) if folder else find(paths, site, Path.cwd(), store)


def run_job(
    make: "Callable[[Job, Store, Progress], Outcome]", job: "Job", store: Path, *, quiet: bool
) -> "Outcome":
    """Run it; Ctrl-C says what is kept."""
    from thirdhand import flow
    from thirdhand.faces.cli.bars import progress
    from thirdhand.store import SqlStore

    over: list[str] = []
    try:
        with SqlStore.open(store) as kept, progress(quiet=quiet) as draw:

            def step(stage: str, done: int, total: int) -> None:
                draw(stage, done, total)
                if done == total:
                    over.append(stage)

            return make(job, kept, step)
    except (flow.NoPipeline, flow.LostReader, flow.MixedError, flow.NoRunError) as error:
        raise WrongError(str(error)) from error
    except KeyboardInterrupt:
        what = f"{', '.join(over)}: kept in {store}" if over else "nothing was kept yet"
        raise StoppedError(f"stopped; {what}; the same command goes on from there") from None


def _close(outcome: "Outcome") -> None:
    from thirdhand.faces.cli.tables import closing_table, console

    if outcome.accounts:
        console().print(closing_table(outcome))
    if page := _brief(outcome):
        typer.echo(f"the brief is in {page}")
    if any(path.name == "assessments.jsonl" for path in outcome.paths):
        typer.echo(
            "'thirdhand explain ID' tells how a figure came to be; assessments.jsonl has ids"
        )


def _brief(outcome: "Outcome") -> str | None:
    return next((str(path) for path in outcome.paths if path.name == "brief.html"), None)


def _figures(outcome: "Outcome", site: str) -> dict[str, object]:
    return {
        "site": site,
        "taken": outcome.taken,
        "accounts": outcome.accounts,
        "words": outcome.words,
        "read": outcome.read,
        "copies": outcome.copies,
        "claims": dict(outcome.claims),
        "voices": outcome.voices,
        "contradictions": outcome.contradictions,
        "index": outcome.index,
        "problems": outcome.problems,
        "notes": len(outcome.issues) - outcome.problems,
        "sentences": outcome.sentences,
        "dropped": outcome.dropped,
        "seconds": {stage: round(seconds, 3) for stage, seconds in outcome.seconds},
        "brief": _brief(outcome),
        "paths": [str(path) for path in outcome.paths],
    }
