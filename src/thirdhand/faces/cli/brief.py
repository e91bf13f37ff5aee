"""`thirdhand brief`: a brief from what the last run took in."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

from pathlib import Path
from typing import Annotated

from typer import Option

from thirdhand.faces.cli import options
from thirdhand.faces.cli.output import one_line
from thirdhand.faces.cli.run import end, run_job


def brief(
    *,
    site: Annotated[str, Option(metavar="ID", help="The site of the case to write about.")],
    out: Annotated[Path, Option("-o", "--out", metavar="OUT", help="The folder to write into.")],
    case: options.Case = None,
    store: options.Store = None,
    since: options.Since = None,
    until: options.Until = None,
    as_of: options.AsOf = None,
    audience: options.For = "internal",
    to: options.To = None,
    as_json: options.AsJson = False,
    quiet: options.Quiet = False,
) -> None:
    """Write a brief from what the last run of the site took in, without taking it in again."""
    window = options.window(since, until, as_of)
    with one_line():
        from thirdhand import flow
        from thirdhand.case import find, open_case

        found = open_case(case, store) if case else find([], site, Path.cwd(), store)
        job = flow.Job(
            found.plan,
            found.site(site),
            (),
            out,
            window=window,
            audience=audience,
            formats=options.formats(to),
        )
        outcome = run_job(flow.brief, job, found.store, quiet=quiet or as_json)
    end(outcome, job, as_json=as_json, quiet=quiet)
