"""Tables of claims, and what our command and its peers make of them."""

import csv
import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from benchmarks.gold import write
from benchmarks.scorer import ROOT
from thirdhand import flow

LOCK = ROOT / "requirements" / "truth.txt"
PYTHON = ROOT / ".venv-truth" / "bin" / "python"

Kind = Literal["number", "category"]
Value = str | float
Claim = tuple[str, str, Value]
# The values that a method takes for equally likely, by item.
Best = Mapping[str, Sequence[Value]]


class NotRun(Exception):  # noqa: N818 - it is an answer, not a fault
    """Why the peers have no figures."""


def ours(table: Path, kind: Kind, lines: Path) -> Best:
    """What `thirdhand estimate` says of a table; `lines` becomes what it prints with --json."""
    items, _ = flow.estimate(table, kind)
    write(lines, (json.dumps({"item": row.item, "best": row.best}) for row in items))
    return {row.item: [row.best] for row in items if row.best is not None}


def peers(tables: Sequence[Sequence[Claim]], kind: Kind) -> list[dict[str, Best]]:
    """What each peer says of each table. NotRun where they are not installed, or broke down."""
    if not PYTHON.exists():
        raise NotRun("the peers are not installed; `make bench-truth` installs them")
    asked = "".join(f"{json.dumps({'kind': kind, 'claims': claims})}\n" for claims in tables)
    done = subprocess.run(  # noqa: S603 - our own words
        [str(PYTHON), "-m", "benchmarks.peers.truth"],
        check=False,
        cwd=ROOT,
        input=asked,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["they said nothing"])[-1]
        raise NotRun(f"the peers ended with {done.returncode}: {last}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def versions() -> str:
    """The peers' libraries as they are pinned."""
    pins = re.findall(r"^(crowd-kit|truthdiscovery)==(\S+)", LOCK.read_text("utf-8"), re.MULTILINE)
    return ", ".join(" ".join(pin) for pin in pins)


def read(table: Path, kind: Kind) -> list[Claim]:
    """The claims of a CSV file, as the peers are given them."""
    with table.open(encoding="utf-8", newline="") as file:
        return [
            (row["item"], row["source"], float(row["value"]) if kind == "number" else row["value"])
            for row in csv.DictReader(file)
        ]


def save(claims: Sequence[Claim], table: Path) -> Path:
    """The claims as a CSV file."""
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("item", "source", "value"))
        rows.writerows(claims)
    return table
