"""Who really said it: speakers of the example against the voices a person gave them.

`python -m benchmarks.origins [--half open|closed] [--wrong] [--json]`

benchmarks/origins.csv holds each speaker as the judged claims name it (from gold) or as the reader
gives it (from read), the account it stands in, and its voice by hand: the body that answers for
the words, after its owner; "-" for a speaker that nobody can tell from another; "A|B" where both
are right. The rules were made while looking at the open half alone.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.gold import ACCOUNTS, EXAMPLE
from thirdhand import flow
from thirdhand.case import open_case
from thirdhand.corroborate.voices.origins import Origin
from thirdhand.corroborate.voices.tellings import learned
from thirdhand.model.claim import SpeakerKind

TABLE = Path(__file__).parent / "origins.csv"
NOBODY = "-"
KINDS: dict[str, SpeakerKind] = {
    "named": "named",
    "unnamed": "unnamed",
    "document": "document",
    "outlet": "outlet",
}
Row = dict[str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Score:
    """How well one half was resolved.

    right: the share of rows with the voice that the hand gave them. merged: of the pairs put
    together, the share of two voices. parted: of the pairs of one voice, the share left apart.
    """

    half: str
    rows: int
    right: float
    merged: float
    parted: float
    wrong: tuple[str, ...]


def rows() -> list[Row]:
    """The table, a speaker a row."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def resolved(judged: Sequence[Row]) -> list[tuple[Row, Origin]]:
    """Each row with the voice that corroboration gives it, over the example as a run reads it."""
    plan = open_case(EXAMPLE).plan
    told = [row for row in flow.read([ACCOUNTS], flow.Told(), plan) if isinstance(row, tuple)]
    claims = [claim for _, reading in told for claim in reading.claims]
    origins = learned([account for account, _ in told], claims, plan)
    held = {account.ref: account for account, _ in told}
    return [
        (row, origins.speaker(row["said"], KINDS[row["kind"]], held[row["ref"]])) for row in judged
    ]


def score(half: str, told: Sequence[tuple[Row, Origin]]) -> Score:
    """The measures of one half, "open" or "closed"."""
    mine = [(row, origin) for row, origin in told if row["half"] == half]
    hand = {id(row): _by_hand(row, origin) for row, origin in mine}
    ours: dict[str, list[Row]] = defaultdict(list)
    theirs: dict[str, list[tuple[Row, Origin]]] = defaultdict(list)
    for row, origin in mine:
        ours[origin.id].append(row)
        theirs[hand[id(row)]].append((row, origin))
    joined = [hand[id(a)] == hand[id(b)] for a, b in _pairs(ours.values())]
    kept = [a[1].id == b[1].id for a, b in _pairs(theirs.values())]
    wrong = tuple(
        f"{row['said']} ({row['ref']}): {origin.name}, not {row['voice']}"
        for row, origin in mine
        if not _right(row, origin)
    )
    return Score(
        half,
        len(mine),
        1 - len(wrong) / max(len(mine), 1),
        1 - sum(joined) / max(len(joined), 1),
        1 - sum(kept) / max(len(kept), 1),
        wrong,
    )


def _right(row: Row, origin: Origin) -> bool:
    """True where the voice is one that the hand allows."""
    return any(
        (not origin.known) if voice == NOBODY else (origin.known and origin.name == voice)
        for voice in row["voice"].split("|")
    )


def _by_hand(row: Row, origin: Origin) -> str:
    """The voice by hand. Nobody is nobody else, but the same words in the same account."""
    first = origin.name if _right(row, origin) and origin.known else row["voice"].split("|")[0]
    return f"{row['said'].casefold()} in {row['ref']}" if first == NOBODY else first


def _pairs(groups: Iterable[Sequence[T]]) -> Iterator[tuple[T, T]]:
    for group in groups:
        yield from combinations(group, 2)


def main() -> int:
    """Measure and print."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.origins", description=__doc__)
    words.formatter_class = argparse.RawDescriptionHelpFormatter
    words.add_argument("--half", choices=("open", "closed"), help="this half alone")
    words.add_argument("--wrong", action="store_true", help="list what is wrong")
    words.add_argument("--json", action="store_true", help="print one JSON object a half")
    asked = words.parse_args()
    told = resolved(rows())
    found = [score(half, told) for half in ([asked.half] if asked.half else ["open", "closed"])]
    if asked.json:
        sys.stdout.writelines(f"{json.dumps(asdict(one), ensure_ascii=False)}\n" for one in found)
        return 0
    Console(highlight=False, soft_wrap=True).print(_table(found))
    if asked.wrong:
        sys.stdout.writelines(f"{one.half}: {line}\n" for one in found for line in one.wrong)
    return 0


def _table(found: Sequence[Score]) -> Table:
    shown = Table(box=box.SIMPLE, pad_edge=False, title="Speakers against voices given by hand")
    shown.add_column("half")
    for name in ("speakers", "right voice", "wrongly merged", "wrongly parted"):
        shown.add_column(name, justify="right")
    for one in found:
        shares = (f"{share:.3f}" for share in (one.right, one.merged, one.parted))
        shown.add_row(one.half, str(one.rows), *shares)
    return shown


if __name__ == "__main__":
    sys.exit(main())
