"""Words to the person: on standard error, one line each."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from thirdhand.model import Issue

# More lines of problems than this are counted, not listed; of one line, more places than NAMED.
LISTED = 20
NAMED = 3


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


def tell_problems(issues: tuple[Issue, ...], listed: Path) -> None:
    """The errors and warnings; those of one reason on one line. Notes are left to the file."""
    same: dict[tuple[bool, str], list[Issue]] = {}
    for issue in issues:
        if issue.severity != "note":
            same.setdefault((issue.severity != "error", issue.reason), []).append(issue)
    lines = [same[key] for key in sorted(same, key=lambda key: key[0])]
    for found in lines[:LISTED]:
        tell_issue(replace(found[0], where=_places([issue.where for issue in found])))
    if rest := sum(len(found) for found in lines[LISTED:]):
        tell(f"{rest} more problems are in {listed}")


def _places(where: list[str]) -> str:
    rest = len(where) - NAMED
    return ", ".join(where) if rest <= 1 else f"{', '.join(where[:NAMED])} and {rest} more"


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
    except (FileExistsError, NotADirectoryError) as error:
        raise WrongError(f"{error.filename}: this is a file, and a folder is needed") from error
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise WrongError(f"{where}{error.strerror or error}") from error
