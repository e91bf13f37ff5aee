"""Ours and the peers, each a command that takes texts and answers with pairs and what it cost."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.reading.peers import PYTHON, NotRun
from benchmarks.scorer import ROOT

OURS = ("-m", "benchmarks.copies.ours")


@dataclass(frozen=True, slots=True)
class Answer:
    """Pairs of refs with their score.

    seconds from texts to pairs; cpu: of the processor's time, all threads together; before, peak:
    bytes in memory; group_of: the group of each ref, where groups were made.
    """

    pairs: dict[tuple[str, str], float]
    seconds: float
    cpu: float
    before: int
    peak: int
    group_of: dict[str, int]


def ours(lines: Iterable[str], *words: str) -> Answer:
    """What `ours.py` answers to these accounts."""
    return _answer([sys.executable, *OURS, *words], lines)


def peer(method: str, lines: Iterable[str]) -> Answer:
    """What a method of `benchmarks.peers.near` answers. NotRun where it is not installed."""
    if not PYTHON.exists():
        raise NotRun("the peers are not installed; `make bench-peers` installs them")
    return _answer([str(PYTHON), "-m", "benchmarks.peers.near", method], lines)


def _answer(command: list[str], lines: Iterable[str]) -> Answer:
    # One thread for the linear algebra, so that both sides do their sums on one core.
    settings = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(  # noqa: S603 - our own words
        command,
        check=False,
        cwd=ROOT,
        input="".join(lines),
        capture_output=True,
        text=True,
        env=settings,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise NotRun(f"it ended with {done.returncode}: {last}")
    *pairs, cost = map(json.loads, done.stdout.splitlines())
    inside = cost.get("groups", {})
    scored = {(min(one, other), max(one, other)): score for one, other, score in pairs}
    return Answer(scored, cost["seconds"], cost["cpu"], cost["before"], cost["peak"], inside)
