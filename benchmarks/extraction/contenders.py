"""Ours and the others: pages in, an article and a date out."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.extraction.pages import Case
from benchmarks.reading.peers import PYTHON, NotRun
from benchmarks.scorer import ROOT
from thirdhand.ingest import Told, take

# By the environment they live in: trafilatura is what the program itself rests on.
PEERS = {"trafilatura": sys.executable, "newspaper4k": str(PYTHON), "readability": str(PYTHON)}


@dataclass(frozen=True, slots=True)
class Found:
    """What was taken from a page: its text, its date (ISO) and what the date rests on."""

    text: str
    published: str | None = None
    basis: str = ""


def ours(cases: Sequence[Case]) -> dict[str, Found]:
    """By name, what becomes of each page when it is taken in as a file."""
    found = {}
    with TemporaryDirectory() as folder:
        for case in cases:
            path = Path(folder) / f"{case.name}.html"
            path.write_text(case.page, encoding="utf-8")
            (taken,) = take(path, Told(url=case.url or None))
            account = taken.account
            found[case.name] = (
                Found(account.text, account.published, account.date_basis) if account else Found("")
            )
    return found


def peer(method: str, cases: Sequence[Case]) -> dict[str, Found]:
    """By name, what a method of `benchmarks.peers.articles` makes of each page.

    NotRun where it is not installed, or broke down.
    """
    python = PEERS[method]
    if not Path(python).exists():
        raise NotRun("the peers are not installed; `make bench-peers` installs them")
    asked = [json.dumps({"ref": c.name, "page": c.page, "url": c.url}) for c in cases]
    done = subprocess.run(  # noqa: S603 - our own words
        [python, "-m", "benchmarks.peers.articles", method],
        check=False,
        cwd=ROOT,
        input="".join(f"{line}\n" for line in asked),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise NotRun(f"it ended with {done.returncode}: {last}")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {row["ref"]: Found(row["text"], row["published"]) for row in rows}
