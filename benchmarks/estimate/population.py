"""al-Hol's population by month, the claims of the voice that is the reference withheld."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import gold
from benchmarks.estimate import byhand
from benchmarks.estimate.marks import OURS, Mark
from benchmarks.estimate.plain import PLAIN
from thirdhand import flow
from thirdhand.case import open_case
from thirdhand.corroborate.folds.course import told_of
from thirdhand.corroborate.kin.copies import kin
from thirdhand.corroborate.levels.heights import heights
from thirdhand.corroborate.voices.register import Register
from thirdhand.corroborate.voices.tellings import Telling, tell
from thirdhand.model import Claim, Period, Plan
from thirdhand.scale import duckdb_engine

NEEDED = ("data/al-hol/population.csv",)
# What a row says of its basis where nobody counted.
UNSEEN = ("interpolated", "extrapolated", "carried", "no count", "no account")


@dataclass(frozen=True, slots=True)
class Month:
    """A month of which somebody counted: the number, by which voices, in which accounts (refs)."""

    period: Period
    people: float
    voices: tuple[str, ...]
    refs: frozenset[str]


def months(path: Path, confidence: Sequence[str] = ("high",)) -> list[Month]:
    """The months of the reference that are observations of such confidence."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["confidence"] in confidence]
    return [
        Month(
            Period.parse(row["month"]),
            float(row["population"]),
            tuple(name.strip() for name in row["source"].split(";")),
            frozenset(row["doc_ids"].split(";")),
        )
        for row in rows
        if row["population"] and not any(word in _basis(row) for word in UNSEEN)
    ]


def _basis(row: dict[str, str]) -> str:
    return f"{row['basis']} {row['source']}"


def population(path: Path) -> Iterator[tuple[str, list[Mark]]]:
    """The marks on what our reader reads in the example, and on what people read in it."""
    plan = open_case(gold.EXAMPLE).plan
    pairs = [row for row in flow.read([gold.ACCOUNTS], flow.Told(), plan) if isinstance(row, tuple)]
    accounts = [account for account, _ in pairs]
    by_hand = byhand.readings(accounts)
    for name, readings in (("our reader's claims", [r for _, r in pairs]), ("gold", by_hand)):
        told = tell(accounts, readings, plan, kin(accounts, duckdb_engine()))
        rows = [row for row in told if _population(row.claim)]
        yield name, [mark for month in months(path) for mark in _marks(month, rows, plan)]


def _population(claim: Claim) -> bool:
    whole = claim.indicator == "population" and not claim.breakdown and claim.unit == "people"
    said = claim.counted and claim.stance in ("asserted", "alleged") and not claim.negated
    return whole and said and claim.site == byhand.SITE and claim.area is None


def withheld(month: Month, rows: Sequence[Telling], register: Register) -> list[Telling]:
    """What is left without the reference voice, and without the accounts that the row rests on."""
    names = {_behind(name, register) for name in month.voices}
    return [
        row for row in rows if row.origin.name not in names and row.account.ref not in month.refs
    ]


def _behind(name: str, register: Register) -> str:
    source = register.speaking(name)
    return register.behind(source).name if source else name


def _marks(month: Month, rows: Sequence[Telling], plan: Plan) -> Iterator[Mark]:
    told = told_of(withheld(month, rows, Register(plan.sources)))
    first, last = month.period.first.toordinal(), month.period.last.toordinal()
    found = heights(told, [(first + last) / 2])
    if found is None:
        return
    here = found.days[0]
    yield Mark(OURS, month.people, here.best, here.low, here.high)
    aside = {row.id for row in found.aside}
    # Beside the plain ways on all claims: the same, less the parts that ours sets aside.
    whole = [row for row in told if row.id not in aside]
    for way, ask in PLAIN.items():
        yield Mark(way, month.people, ask(told, last))
        yield Mark(f"{way}, parts set aside", month.people, ask(whole, last))
