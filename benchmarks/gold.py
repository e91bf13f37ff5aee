"""Ask the scorers outside this project how right an output is."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from thirdhand import flow
from thirdhand.model import Plan
from thirdhand.schema import reading_line, to_json

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "al-hol"
ACCOUNTS = EXAMPLE / "accounts"

# Where each measure stands in what score_claims.py prints.
CLAIMS = {
    "figure precision": r"^figure \(indicator.* P ([\d.]+)",
    "figure recall": r"^figure \(indicator.* R ([\d.]+)",
    "figure F1": r"^figure \(indicator.* F1 ([\d.]+)",
    "figure F1, value only": r"^figure \(value only\).* F1 ([\d.]+)",
    "as-of month": r"as-of month \S+ = ([\d.]+)",
    "as-of month, where stated": r"where stated \S+ = ([\d.]+)",
    "speaker": r"speaker \S+ = ([\d.]+)",
    "incident recall": r"^incidents.* recall \S+ = ([\d.]+)",
    "incident precision": r"^incidents.* precision \S+ = ([\d.]+)",
    "spans that are not their text": r"^spans .*: (\d+) of",
}
# The same for score_simple.py origins.
ORIGINS = {
    "same-origin pairs precision": r"^same-origin pairs P ([\d.]+)",
    "same-origin pairs recall": r"^same-origin pairs .*R ([\d.]+)",
}


def shared() -> Path:
    """The folder that holds data/ and score/; it need not be there."""
    return Path(os.environ.get("THIRDHAND_SHARED") or ROOT.parent / "shared")


def missing() -> str:
    """Why nothing can be scored, "" where it can."""
    home = shared()
    needed = ("score/score_claims.py", "score/score_simple.py", "data/al-hol/gold.jsonl")
    lost = [name for name in needed if not (home / name).is_file()]
    if not lost:
        return ""
    told = f"{home} holds no {', no '.join(lost)}"
    return f"{told}: nothing is scored; THIRDHAND_SHARED may name the folder"


def write_without_case(path: Path) -> Path:
    """Read the example with no case, as `thirdhand read --json` prints it."""
    rows = flow.read([ACCOUNTS], flow.Told(), Plan(name="", sites=()))
    lines = (to_json(reading_line(*row)) for row in rows if isinstance(row, tuple))
    return _write(path, lines)


def write_with_case(claims: Path, path: Path) -> Path:
    """The claims.jsonl of a run, as one line an account."""
    of: dict[str, list[object]] = {}
    for line in claims.read_text("utf-8").splitlines():
        row = json.loads(line)
        of.setdefault(row["ref"], []).append(row)
    lines = (json.dumps({"account": {"ref": ref}, "claims": rows}) for ref, rows in of.items())
    return _write(path, lines)


def write_groups(groups: Iterable[Iterable[str]], path: Path) -> Path:
    """Groups of accounts by their refs, as `thirdhand copies --json` is to print them."""
    return _write(path, (json.dumps({"accounts": list(refs)}) for refs in groups))


def score_claims(claims: Path) -> dict[str, float]:
    """The measures of CLAIMS. ValueError where the scorer does not print one of them."""
    return _measures(("score_claims.py", claims, shared() / "data" / "al-hol"), CLAIMS)


def score_origins(groups: Path) -> dict[str, float]:
    """The measures of ORIGINS. ValueError where the scorer does not print one of them."""
    gold = shared() / "data" / "al-hol" / "copies.jsonl"
    return _measures(("score_simple.py", "origins", gold, groups), ORIGINS)


def _measures(command: tuple[str | Path, ...], named: Mapping[str, str]) -> dict[str, float]:
    script, *rest = command
    words = [sys.executable, str(shared() / "score" / script), *map(str, rest)]
    said = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - our own words
    found: dict[str, float] = {}
    for name, pattern in named.items():
        match = re.search(pattern, said, re.MULTILINE)
        if match is None:
            raise ValueError(f"{script} printed no {name}; it printed: {said!r}")
        found[name] = float(match[1])
    return found


def _write(path: Path, lines: Iterable[str]) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path
