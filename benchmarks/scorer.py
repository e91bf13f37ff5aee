"""Ask the scorers outside this project: they are not ours, so they are run as commands."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
Words = tuple[str | Path, ...]


def shared() -> Path:
    """The folder that holds data/ and score/; it need not be there."""
    return Path(os.environ.get("THIRDHAND_SHARED") or ROOT.parent / "shared")


def missing(needed: Iterable[str]) -> str:
    """Why nothing can be scored, "" where it can. needed: what the shared folder is to hold."""
    home = shared()
    lost = [name for name in dict.fromkeys(needed) if not (home / name).exists()]
    if not lost:
        return ""
    told = f"{home} holds no {', no '.join(lost)}"
    return f"{told}: nothing is scored; THIRDHAND_SHARED may name the folder"


def said(command: Words) -> str:
    """What a scorer prints. command: the file's name in score/, then its words."""
    script, *rest = command
    words = [sys.executable, str(shared() / "score" / script), *map(str, rest)]
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - our own words


def found(printed: str, named: Mapping[str, str]) -> dict[str, float]:
    """The measures that are printed: a pattern's group, or the share that two groups make."""
    values: dict[str, float] = {}
    for name, pattern in named.items():
        match = re.search(pattern, printed, re.MULTILINE)
        if match:
            first, *rest = map(float, match.groups())
            values[name] = first / max(rest[0], 1) if rest else first
    return values


def measures(command: Words, named: Mapping[str, str]) -> dict[str, float]:
    """All of them. ValueError where the scorer does not print one."""
    printed = said(command)
    values = found(printed, named)
    for name in named:
        if name not in values:
            raise ValueError(f"{command[0]} printed no {name}; it printed: {printed!r}")
    return values
