"""How right the readings of the example are, by the scorers outside this project."""

import json
from collections.abc import Iterable
from pathlib import Path

from benchmarks import scorer
from thirdhand import flow
from thirdhand.model import Plan
from thirdhand.schema import reading_line, to_json

EXAMPLE = scorer.ROOT / "examples" / "al-hol"
ACCOUNTS = EXAMPLE / "accounts"

# Where each measure stands in what score_claims.py prints.
CLAIMS = {
    "figure precision": r"^figure \(indicator.* P ([\d.]+)",
    "figure recall": r"^figure \(indicator.* R ([\d.]+)",
    "figure F1": r"^figure \(indicator.* F1 ([\d.]+)",
    "figure F1, value only": r"^figure \(value only\).* F1 ([\d.]+)",
    "as-of month": r"as-of month \S+ = ([\d.]+)",
    "as-of month, where stated": r"where stated \S+ = ([\d.]+)",
    "hedge": r"hedge (\d+)/(\d+)",
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
NEEDED = ("score/score_claims.py", "score/score_simple.py", "data/al-hol/gold.jsonl")


def missing() -> str:
    """Why nothing can be scored, "" where it can."""
    return scorer.missing(NEEDED)


def write_without_case(path: Path, accounts: Path = ACCOUNTS, *, text: bool = False) -> Path:
    """Read the accounts with no case, as `thirdhand read --json` prints it."""
    rows = flow.read([accounts], flow.Told(), Plan(name="", sites=()))
    lines = (to_json(reading_line(*row, text=text)) for row in rows if isinstance(row, tuple))
    return write(path, lines)


def write_with_case(claims: Path, path: Path) -> Path:
    """The claims.jsonl of a run, as one line an account."""
    of: dict[str, list[object]] = {}
    for line in claims.read_text("utf-8").splitlines():
        row = json.loads(line)
        of.setdefault(row["ref"], []).append(row)
    lines = (json.dumps({"account": {"ref": ref}, "claims": rows}) for ref, rows in of.items())
    return write(path, lines)


def write_groups(groups: Iterable[Iterable[str]], path: Path) -> Path:
    """Groups of accounts by their refs, as `thirdhand copies --json` is to print them."""
    return write(path, (json.dumps({"accounts": list(refs)}) for refs in groups))


def write(path: Path, lines: Iterable[str]) -> Path:
    """A file of these lines."""
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def score_claims(claims: Path) -> dict[str, float]:
    """The measures of CLAIMS. ValueError where the scorer does not print one of them."""
    return scorer.measures(("score_claims.py", claims, scorer.shared() / "data" / "al-hol"), CLAIMS)


def score_origins(groups: Path) -> dict[str, float]:
    """The measures of ORIGINS. ValueError where the scorer does not print one of them."""
    copies = scorer.shared() / "data" / "al-hol" / "copies.jsonl"
    return scorer.measures(("score_simple.py", "origins", copies, groups), ORIGINS)
