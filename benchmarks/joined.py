"""Which incident claims of the example are told of one happening, against pairs judged by hand.

`python -m benchmarks.joined` runs the example and prints pair precision, recall and F1, and B3
(Bagga and Baldwin 1998), beside what a run did before claims were joined: one type and one stated
time, exactly. examples/al-hol/happenings.jsonl holds the labels. The weights were set on
the happenings of odd years. Those of even years were kept closed until then; they have been looked
at since, so neither row is a test any more (docs/decisions/0035-one-happening-many-accounts.md).
`--wrong` lists the pairs that are joined or parted wrongly.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import gold
from thirdhand import flow
from thirdhand.case import open_case
from thirdhand.model import Happening
from thirdhand.store import SqlStore

SITE = "al-hol"
LABELS = gold.EXAMPLE / "happenings.jsonl"


@dataclass(frozen=True, slots=True)
class Told:
    """A labelled claim as it was read: where it was put, and where it belongs."""

    ref: str
    quote: str
    year: int
    happening: str
    ours: Hashable
    before: Hashable


@dataclass(frozen=True, slots=True)
class Measure:
    """Pairs and B3 over the claims of one half."""

    claims: int
    pairs: int
    precision: float
    recall: float
    b3: float

    @property
    def f1(self) -> float:
        """Of the pairs."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def measure(rows: Sequence[Told], ours: Sequence[Hashable]) -> Measure:
    """How well the sets `ours` (one name a row) fit the happenings of `rows`."""
    held = range(len(rows))
    true = {(a, b) for a, b in combinations(held, 2) if rows[a].happening == rows[b].happening}
    found = {(a, b) for a, b in combinations(held, 2) if ours[a] == ours[b]}
    both = len(true & found)
    exact = both / len(found) if found else 1.0
    whole = both / len(true) if true else 1.0
    return Measure(len(rows), len(true), exact, whole, _b3([r.happening for r in rows], ours))


def _b3(true: Sequence[Hashable], ours: Sequence[Hashable]) -> float:
    """The F1 of the mean precision and recall of each claim's set."""

    def mean(of: Sequence[Hashable], against: Sequence[Hashable]) -> float:
        sets: dict[Hashable, list[int]] = defaultdict(list)
        for index, name in enumerate(of):
            sets[name].append(index)
        shares = (
            sum(against[other] == against[index] for other in sets[name]) / len(sets[name])
            for index, name in enumerate(of)
        )
        return sum(shares) / len(of)

    if not true:
        return 0.0
    exact, whole = mean(ours, true), mean(true, ours)
    return 2 * exact * whole / (exact + whole)


def told(folder: Path) -> tuple[list[Told], int]:
    """The labelled claims that a run reads, and how many labels it reads no claim for."""
    case = open_case(gold.EXAMPLE)
    with SqlStore.open(folder / "store.db") as store:
        flow.run(flow.Job(case.plan, case.site(SITE), (gold.ACCOUNTS,), folder / "out"), store)
        happenings = store.findings(SITE).happenings
    claims = [json.loads(line) for line in (folder / "out" / "claims.jsonl").open()]
    labels = [json.loads(line) for line in LABELS.open(encoding="utf-8")]
    rows = list(_aligned(labels, claims, happenings))
    return rows, sum("happening" in label for label in labels) - len(rows)


def _aligned(
    labels: Sequence[Mapping[str, object]],
    claims: Sequence[Mapping[str, object]],
    happenings: Sequence[Happening],
) -> Iterator[Told]:
    """Each label with the claim whose words are its own."""
    of = {claim: event.id for event in happenings for claim in event.claims}
    read = {_words(claim): claim for claim in claims if claim["id"] in of}
    for label in labels:
        claim = read.get((label["ref"], label["start"], label["quote"]))
        if claim and "happening" in label:
            yield Told(
                str(label["ref"]),
                str(label["quote"]),
                int(str(label["when"])[:4]),
                str(label["happening"]),
                of[str(claim["id"])],
                _before(claim),
            )


def _words(claim: Mapping[str, object]) -> Hashable:
    span = claim["span"]
    return (claim["ref"], span["start"], span["quote"]) if isinstance(span, dict) else None


def _before(claim: Mapping[str, object]) -> Hashable:
    """Type, time and part of the site: what put two claims together before."""
    event, period = claim["event"], claim["period"]
    kind = event["type"] if isinstance(event, dict) else None
    days = tuple(period.items()) if isinstance(period, dict) else claim["id"]
    return kind, claim["area"], days


def main() -> None:
    """Print one line a half and a way."""
    if not LABELS.exists():
        print(f"{LABELS} is not there: nothing is measured")
        return
    with TemporaryDirectory() as name:
        rows, lost = told(Path(name))
    print(f"{len(rows)} labelled claims read; {lost} labels whose words are read in another way")
    for half, odd in (("odd years", 1), ("even years", 0)):
        mine = [row for row in rows if row.year % 2 == odd]
        for way, sets in (("joined", [r.ours for r in mine]), ("before", [r.before for r in mine])):
            found = measure(mine, sets)
            print(
                f"{half:<10} {way:<7} pairs P {found.precision:.3f} R {found.recall:.3f}"
                f" F1 {found.f1:.3f}  B3 {found.b3:.3f}  ({found.claims} claims,"
                f" {found.pairs} pairs of one happening)"
            )
    if "--wrong" in sys.argv:
        _wrong(rows)


def _wrong(rows: Sequence[Told]) -> None:
    for one, other in combinations(rows, 2):
        same, joined = one.happening == other.happening, one.ours == other.ours
        if same != joined:
            words = f"{one.ref} “{one.quote[:60]}” | {other.ref} “{other.quote[:60]}”"
            print(f"{'parted' if same else 'joined'}: {words}")


if __name__ == "__main__":
    main()
