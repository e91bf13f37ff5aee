"""Where the store of a case lies, for commands that look into the last run."""

# ruff: noqa: PLC0415 - libraries are loaded when they are used, so that --help is quick

from pathlib import Path

from thirdhand.faces.cli.options import Store
from thirdhand.faces.cli.output import WrongError

__all__ = ["Store", "kept_at"]


def kept_at(folder: Path | None, store: Path | None) -> Path:
    """The database file. WrongError where no run has made it yet."""
    from thirdhand.case import around, open_case

    place = store or (open_case(folder) if folder else around(Path.cwd())).store
    if not place.is_file():
        raise WrongError(f"{place}: no store yet; 'thirdhand run' makes it")
    return place
