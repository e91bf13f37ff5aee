"""The files that may be accounts, in sorted order."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from thirdhand.ingest.rows import issue, shown
from thirdhand.model import Issue

# What stands beside accounts in a folder and is none: settings, stores, code, style, logs.
SETTINGS = (".toml", ".yaml", ".yml", ".ini", ".cfg", ".lock", ".tmp", ".bak", ".log")
STORES = (".db", ".db-wal", ".db-shm", ".sqlite", ".sqlite3", ".jsonl", ".csv", ".tsv", ".xml")
CODE = (".py", ".pyc", ".ipynb", ".sh", ".js", ".css", ".map", ".svg", ".woff", ".woff2", ".ico")
BESIDE = frozenset(SETTINGS + STORES + CODE)
BESIDE_STEMS = frozenset(("readme", "license", "licence", "changelog", "makefile", "notice"))


def walk(paths: Iterable[Path]) -> Iterator[Path | Issue]:
    """Files under `paths`, sorted, each once; problems as issues among them.

    Hidden files and Office lock files in a folder are passed over in silence; other files that are
    clearly no accounts are listed in one note a folder. A file named itself is always given.
    """
    for path in sorted(set(paths)):
        if path.is_dir():
            yield from _folder(path)
        elif os.path.lexists(path):
            yield path
        else:
            yield issue(path, "no-such-path", "error", "there is no such file or folder")


def _folder(root: Path) -> Iterator[Path | Issue]:
    """All of `root`, its own files before its folders' ones. Links to folders are not followed."""
    try:
        inside = sorted(root.iterdir())
    except OSError as error:
        yield issue(root, "unreadable", "error", f"the folder cannot be opened: {error.strerror}")
        return
    inside = [path for path in inside if not path.name.startswith((".", "~$"))]
    beside = [path for path in inside if path.is_file() and _beside(path)]
    folders = [path for path in inside if path.is_dir()]
    if beside:
        names = ", ".join(shown(path.name) for path in beside)
        reason = f"passed over, as they are no accounts (name one to have it tried): {names}"
        yield issue(root, "passed-over", "note", reason)
    yield from (path for path in inside if path not in beside and path not in folders)
    for folder in folders:
        if folder.is_symlink():
            yield issue(folder, "passed-over", "note", "a link to a folder is not followed")
        else:
            yield from _folder(folder)


def _beside(path: Path) -> bool:
    return path.suffix.lower() in BESIDE or path.stem.lower() in BESIDE_STEMS
