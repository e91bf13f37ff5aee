"""`python -m benchmarks.conflicts [--half open|closed]`: are conflicts told apart rightly?

Two tables judged by hand, both about the example:

- conflicts.csv: pairs of judged claims of one matter and month, and what each pair is:
  contradiction, change, definition; or part and compatible, of which no row is to be told. The
  closed half was not looked at while the rules were made.
- conflict_rows.csv: the rows that a run tells, and what they are.

A pair is told where a row holds both values of its matter, at least one of them by that account. It
is read where both figures are read in their own accounts: what is not read cannot be told.
"""

import argparse
import csv
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Group
from rich.table import Table

from benchmarks import scorer
from benchmarks.gold import ACCOUNTS, EXAMPLE
from benchmarks.judged import Key, Row, keys, lines
from benchmarks.show import console
from thirdhand import flow
from thirdhand.case import open_case
from thirdhand.corroborate import corroborate
from thirdhand.model import Account, Claim, Contradiction, Reading
from thirdhand.scale import duckdb_engine
from thirdhand.words import vocabulary

HERE = scorer.ROOT / "benchmarks"
TOLD = ("contradiction", "change", "definition")
NONE = "no row"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two judged claims and what they are. half: "open" or "closed", by a hash of their ids."""

    one: Row
    other: Row
    label: str

    @property
    def half(self) -> str:
        """A fixed half of the table."""
        key = f"{self.one['id']}|{self.other['id']}"
        return ("closed", "open")[int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2]


@dataclass(frozen=True, slots=True)
class Run:
    """What the example's accounts say, and the rows told of them."""

    claims: dict[str, Claim]
    refs: dict[str, str]
    rows: tuple[Contradiction, ...]

    @classmethod
    def of(cls, accounts: Sequence[Account], readings: Sequence[Reading]) -> "Run":
        """Corroborate them, with the example's case."""
        plan = open_case(EXAMPLE).plan
        found = corroborate(accounts, readings, plan, vocabulary(), duckdb_engine())
        claims = {c.id: c for r in readings for c in r.claims}
        return cls(claims, {a.id: a.ref for a in accounts}, found.contradictions)

    def ends(self, row: Contradiction) -> tuple[Claim, Claim]:
        """The two claims of a row."""
        return self.claims[row.claims[0]], self.claims[row.claims[1]]


def main() -> None:
    """Run the example and print both tables."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.conflicts")
    words.add_argument("--half", choices=("open", "closed"), help="one half of the pairs only")
    words.add_argument("--show", action="store_true", help="print what is not as judged")
    asked = words.parse_args()
    plan = open_case(EXAMPLE).plan
    taken = [r for r in flow.read([ACCOUNTS], flow.Told(), plan) if isinstance(r, tuple)]
    run = Run.of([account for account, _ in taken], [reading for _, reading in taken])
    halves = (asked.half,) if asked.half else ("open", "closed")
    tables = [pairs_table(list(judged_pairs()), run, half) for half in halves]
    console().print(Group(*tables, rows_table(run)))
    if asked.show:
        for line in (*wrong_pairs(run, halves), *wrong_rows(run)):
            console().print(line, markup=False)


def judged_pairs() -> Iterator[Pair]:
    """The rows of conflicts.csv with their claims."""
    rows = {row["id"]: row for row in lines(EXAMPLE / "gold.jsonl")}
    with (HERE / "conflicts.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            yield Pair(rows[line["one"]], rows[line["other"]], line["label"])


def pairs_table(pairs: Sequence[Pair], run: Run, half: str) -> Table:
    """A row a label: how many, how many read, and what is told of those."""
    named = dict(keys(EXAMPLE / "indicators.csv"))
    counts: dict[str, Counter[str]] = {}
    for pair in pairs:
        if pair.half == half:
            row = counts.setdefault(pair.label, Counter())
            row["judged"] += 1
            row["read"] += all(is_read(r, run, named) for r in (pair.one, pair.other))
            row[told_as(pair, run, named)] += 1
    columns = ("judged", "read", *TOLD, NONE)
    grid = _grid(f"pairs, {half} half", columns)
    for label in (*TOLD, "part", "compatible"):
        grid.add_row(label, *(str(counts.get(label, Counter())[column]) for column in columns))
    return grid


def rows_table(run: Run) -> Table:
    """A row a kind: how many rows a run tells, how many were judged, and how many are that."""
    judged = _judged_rows()
    grid = _grid("rows of a run", ("told", "judged", "right", "precision"))
    for kind in TOLD:
        told = [mark(row, run) for row in run.rows if row.kind == kind]
        known = [judged[m] for m in told if m in judged]
        right = sum(label == kind for label in known)
        share = f"{right / len(known):.2f}" if known else "-"
        grid.add_row(kind, str(len(told)), str(len(known)), str(right), share)
    return grid


def wrong_pairs(run: Run, halves: Sequence[str]) -> Iterator[str]:
    """The pairs that are not told as they are."""
    named = dict(keys(EXAMPLE / "indicators.csv"))
    for pair in judged_pairs():
        told = told_as(pair, run, named)
        if pair.half in halves and told != (pair.label if pair.label in TOLD else NONE):
            read = all(is_read(r, run, named) for r in (pair.one, pair.other))
            ids = f"{pair.one['id']} {pair.other['id']}"
            yield f"{ids}: {pair.label}, told as {told}{'' if read else '; not read'}"


def wrong_rows(run: Run) -> Iterator[str]:
    """The rows of a run that are not judged, or judged otherwise."""
    judged = _judged_rows()
    for row in run.rows:
        label = judged.get(mark(row, run), "not judged")
        if label != row.kind:
            yield f"{','.join(mark(row, run))}: {row.kind}, {label}: {row.reason}"


def told_as(pair: Pair, run: Run, named: dict[str, Key]) -> str:
    """The kind of the row that holds both figures; NONE where no row does."""
    for row in run.rows:
        one, other = run.ends(row)
        for a, b in ((one, other), (other, one)):
            alike = _same(pair.one, a, named) and _same(pair.other, b, named)
            if alike and (_by(pair.one, a, run) or _by(pair.other, b, run)):
                return row.kind
    return NONE


def is_read(row: Row, run: Run, named: dict[str, Key]) -> bool:
    """True where the account's reading holds such a figure."""
    return any(_by(row, c, run) and _like(row, c, named) for c in run.claims.values())


def mark(row: Contradiction, run: Run) -> tuple[str, ...]:
    """A row by its matter, accounts and values, whatever the order."""
    ends = sorted((run.refs[c.account], _value(c)) for c in run.ends(row))
    return row.indicator, *(part for end in ends for part in end)


def _judged_rows() -> dict[tuple[str, ...], str]:
    with (HERE / "conflict_rows.csv").open(encoding="utf-8", newline="") as file:
        names = ("indicator", "ref", "value", "other ref", "other value")
        return {tuple(r[n] for n in names): r["label"] for r in csv.DictReader(file)}


def _value(claim: Claim) -> str:
    point = claim.quantity and claim.quantity.point
    return f"{point or 0:.10g}"


def _like(row: Row, claim: Claim, named: dict[str, Key]) -> bool:
    indicator = named[row["indicator"]][0] if row["indicator"] in named else None
    values = {row["value"], row["low"], row["high"]} - {None}
    return claim.indicator == indicator and bool({claim.low, claim.high} & values)


def _same(row: Row, claim: Claim, named: dict[str, Key]) -> bool:
    """The same value, and a bound where that is one."""
    open_low = row["qualifier"] in ("up to", "less than")
    open_high = row["qualifier"] in ("more than", "at least")
    ends = (claim.low is None, claim.high is None)
    return _like(row, claim, named) and ends == (open_low, open_high)


def _by(row: Row, claim: Claim, run: Run) -> bool:
    return run.refs[claim.account] == str(row["doc"])


def _grid(title: str, columns: Sequence[str]) -> Table:
    grid = Table(box=box.SIMPLE, pad_edge=False)
    grid.add_column(title)
    for name in columns:
        grid.add_column(name, justify="right")
    return grid


if __name__ == "__main__":
    main()
