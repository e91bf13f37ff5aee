"""The files that may be accounts, in sorted order."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISREG

from thirdhand.ingest.rows import issue, listed, shown
from thirdhand.model import Issue

# What stands beside accounts in a folder and is none: settings, stores, code, style, logs.
SETTINGS = (".toml", ".yaml", ".yml", ".ini", ".cfg", ".lock", ".tmp", ".bak", ".log")
STORES = (".db", ".db-wal", ".db-shm", ".sqlite", ".sqlite3", ".jsonl", ".csv", ".tsv", ".xml")
CODE = (".py", ".pyc", ".ipynb", ".sh", ".js", ".css", ".map", ".svg", ".woff", ".woff2", ".ico")
BESIDE = frozenset(SETTINGS + STORES + CODE)
# Names of what is written about the folder. A notice is that without a suffix alone: one that has a
# suffix may be pinned to a gate.
README = frozenset(("readme", "license", "licence", "changelog"))
BARE = README | {"makefile", "notice"}
PLAIN = (".txt", ".md", ".rst")
# Tells of the files it lies beside: ingest/about.py
ABOUT = "about.csv"


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


def _under(root: Path) -> Iterator[Path | Issue]:
    """All below `root`, which may lie deeper than Python calls itself: in a loop, so."""
    waiting: list[Path | Issue] = [root]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Issue):
            yield found
        elif S_ISDIR(_mode(found)):
            waiting += reversed(_folder(found))
        elif found.name == ABOUT:
            continue
        elif os.path.lexists(found):  # a broken link is there: `take` tells what is wrong with it
            yield found
        else:
            yield issue(found, "no-such-path", "error", "there is no such file or folder")


def _folder(root: Path) -> list[Path | Issue]:
    """What lies in it, sorted, and what is passed over."""
    try:
        inside = sorted(root.iterdir())
    except OSError as error:
        reason = f"the folder cannot be opened: {error.strerror}"
        return [issue(root, "unreadable", "error", reason)]
    inside = [path for path in inside if not hidden([path.name])]
    left = {path for path in inside if beside(path.name) and S_ISREG(_mode(path))}
    rows: list[Path | Issue] = []
    if named := [path for path in inside if path in left and path.name != ABOUT]:
        names = listed([shown(path.name) for path in named])
        reason = f"passed over, as they are no accounts (name one to have it tried): {names}"
        rows.append(issue(root, "passed-over", "note", reason))
    for path in inside:
        if path.is_symlink() and S_ISDIR(_mode(path)):  # it may lead round in a circle
            rows.append(issue(path, "passed-over", "note", "a link to a folder is not followed"))
        elif path not in left:
            rows.append(path)
    return rows


def beside(name: str) -> bool:
    """True for the name of a file that stands beside accounts and is none."""
    path = PurePath(name)
    stem, suffix = path.stem.lower(), path.suffix.lower()
    if suffix in PLAIN:
        return stem in README
    return suffix in BESIDE or (not suffix and stem in BARE)


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
