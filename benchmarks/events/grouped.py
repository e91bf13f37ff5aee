"""Group collections of accounts at every threshold: ours, and the peers in their environment."""

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from benchmarks.reading.peers import PYTHON, NotRun
from benchmarks.scorer import ROOT
from thirdhand.corroborate import events
from thirdhand.corroborate.alike.clusters import clusters
from thirdhand.corroborate.alike.likeness import tell
from thirdhand.model import Account
from thirdhand.scale import duckdb_engine

# For each part (a collection of its own), for each threshold, a label for each account.
Labels = list[int]
Sweep = list[list[Labels]]


def shipped(accounts: Sequence[Account]) -> Labels:
    """As `thirdhand events` groups them."""
    at = {account.ref: position for position, account in enumerate(accounts)}
    found = events(accounts, duckdb_engine())
    return labelled(len(accounts), [[at[ref] for ref in group.accounts] for group in found])


def ours(accounts: Sequence[Account], parts: list[list[int]], thresholds: list[float]) -> Sweep:
    """Our grouping with the threshold moved."""
    engine = duckdb_engine()
    swept: Sweep = []
    for part in parts:
        pairs = tell([accounts[at] for at in part]).pairs(engine)
        swept.append([labelled(len(part), clusters(pairs, least)) for least in thresholds])
    return swept


def peers(
    accounts: Sequence[Account], parts: list[list[int]], thresholds: list[float]
) -> dict[str, Sweep]:
    """By peer. NotRun where scikit-learn is not installed, or it broke down."""
    if not PYTHON.exists() and find_spec("sklearn") is None:
        raise NotRun("scikit-learn is not installed; `make bench-peers` installs it")
    python = str(PYTHON) if PYTHON.exists() else sys.executable
    texts = [f"{account.title or ''}\n{account.text}" for account in accounts]
    done = subprocess.run(  # noqa: S603 - our own words
        [python, "-m", "benchmarks.peers.alike"],
        check=False,
        cwd=ROOT,
        input=json.dumps({"texts": texts, "parts": parts, "thresholds": thresholds}),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise NotRun(f"it ended with {done.returncode}: {last}")
    found: dict[str, Sweep] = json.loads(done.stdout)
    return found


def labelled(size: int, groups: Sequence[Sequence[int]]) -> Labels:
    """A label for each position; one in no group has its own."""
    labels = list(range(size))
    for group in groups:
        for position in group:
            labels[position] = min(group)
    return labels
