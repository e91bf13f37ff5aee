"""The files that may be accounts, in sorted order."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG

from thirdhand.ingest.rows import issue, shown
from thirdhand.model import Issue

# What stands beside accounts in a folder and is none: settings, stores, code, style, logs.
SETTINGS = (".toml", ".yaml", ".yml", ".ini", ".cfg", ".lock", ".tmp", ".bak", ".log")
STORES = (".db", ".db-wal", ".db-shm", ".sqlite", ".sqlite3", ".jsonl", ".csv", ".tsv", ".xml")
CODE = (".py", ".pyc", ".ipynb", ".sh", ".js", ".css", ".map", ".svg", ".woff", ".woff2", ".ico")
BESIDE = frozenset(SETTINGS + STORES + CODE)
# Tells of the files it lies beside: ingest/about.py
ABOUT = "about.csv"
BESIDE_STEMS = frozenset(("readme", "license", "licence", "changelog", "makefile", "notice"))


def walk(paths: Iterable[Path]) -> Iterator[Path | Issue]:
    """Files under `paths`, sorted, each once; problems as issues among them.

    Hidden files and Office lock files in a folder are passed over in silence; other files that are
    clearly no accounts are listed in one note a folder. A file named itself is always given, a
    sheet ABOUT aside.
    """
    seen: set[Path | Issue] = set()
    for path in sorted(set(paths)):
        for found in _under(path):
            if found not in seen:
                seen.add(found)
                yield found


def _under(path: Path) -> Iterator[Path | Issue]:
    if S_ISDIR(_mode(path)):
        yield from _folder(path)
    elif path.name == ABOUT:
        return
    elif os.path.lexists(path):  # a broken link is there: `take` tells what is wrong with it
        yield path
    else:
        yield issue(path, "no-such-path", "error", "there is no such file or folder")


def _folder(root: Path) -> Iterator[Path | Issue]:
    try:
        inside = sorted(root.iterdir())
    except OSError as error:
        yield issue(root, "unreadable", "error", f"the folder cannot be opened: {error.strerror}")
        return
    inside = [path for path in inside if not hidden([path.name])]
    left = [path for path in inside if beside(path.name) and S_ISREG(_mode(path))]
    if named := [path for path in left if path.name != ABOUT]:
        names = ", ".join(shown(path.name) for path in named)
        reason = f"passed over, as they are no accounts (name one to have it tried): {names}"
        yield issue(root, "passed-over", "note", reason)
    for path in inside:
        if path in left:
            continue
        if path.is_symlink() and S_ISDIR(_mode(path)):  # it may lead round in a circle
            yield issue(path, "passed-over", "note", "a link to a folder is not followed")
        else:
            yield from _under(path)


def beside(name: str) -> bool:
    """True for the name of a file that stands beside accounts and is none."""
    path = PurePath(name)
    return path.suffix.lower() in BESIDE or path.stem.lower() in BESIDE_STEMS


def hidden(parts: Iterable[str]) -> bool:
    """True where a folder or the file is hidden, or is what a system or Office leaves behind."""
    return any(
        (part.startswith((".", "~$")) and part != "..") or part == "__MACOSX" for part in parts
    )


def _mode(path: Path) -> int:
    """What kind of thing is at `path`; 0 where nothing can be found out."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):  # ValueError: a zero byte in the name
        return 0
