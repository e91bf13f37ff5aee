"""Words to the person: on standard error, one line each."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from thirdhand.model import Issue

# More problems than this are counted, not listed: issues.jsonl holds them all.
LISTED = 20


class WrongError(Exception):
    """The command's words, or what they name, are wrong. One line; the exit code is 2."""


class StoppedError(Exception):
    """Ctrl-C was pressed. One line that says what is kept; the exit code is 130."""


def plain_output() -> None:
    """Write UTF-8 whatever the locale; what cannot be written is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(line: str) -> None:
    """One line to the person."""
    print("thirdhand: " + " ".join(line.split()), file=sys.stderr)


def tell_issue(issue: Issue) -> None:
    """One problem: how bad, where, what."""
    print(" ".join(f"{issue.severity}: {issue.where}: {issue.reason}".split()), file=sys.stderr)


def tell_problems(issues: tuple[Issue, ...]) -> None:
    """The errors and warnings, the first of them by name; notes are left to the file."""
    problems = sorted(
        (issue for issue in issues if issue.severity != "note"),
        key=lambda issue: issue.severity != "error",
    )
    for issue in problems[:LISTED]:
        tell_issue(issue)
    if len(problems) > LISTED:
        tell(f"{len(problems) - LISTED} more problems are in issues.jsonl")


@contextmanager
def one_line() -> Iterator[None]:
    """Turn what a person can mend into WrongError: the case, the store, a folder, a file."""
    from thirdhand.case import CaseError
    from thirdhand.store import StoreError

    try:
        yield
    except (CaseError, StoreError) as error:
        raise WrongError(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise WrongError(f"{where}{error.strerror or error}") from error
