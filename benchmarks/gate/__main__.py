"""`python -m benchmarks.gate`: plant wrong sentences into the example's brief and count the caught.

`--passed` prints what the gate let pass, and the true sentences that it dropped. Exit code 1 where
a true sentence is dropped or fewer than 99 in 100 of the planted ones are caught.
"""

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from rich import box
from rich.table import Table

from benchmarks import gold
from benchmarks.gate.plant import WAYS, Told
from benchmarks.gate.sweep import Sweep, cost, sweep
from benchmarks.show import console
from thirdhand import flow
from thirdhand.case import open_case
from thirdhand.model import Dossier
from thirdhand.read import Readers
from thirdhand.store import SqlStore
from thirdhand.words import vocabulary

SITE = "al-hol"
GOAL = 0.99


def main() -> int:
    """Run the example, plant, print."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.gate", description=__doc__)
    words.add_argument("--passed", action="store_true", help="print what was not caught")
    asked = words.parse_args()
    out = console()
    out.print("reading the example")
    dossier = example()
    out.print("planting: a minute or two")
    begun = time.perf_counter()
    done = sweep(dossier)
    out.print(table(done))
    planted, caught = sum(done.planted.values()), sum(done.caught.values())
    out.print(
        f"{done.sentences} true sentences, {len(done.dropped)} of them dropped; "
        f"{caught:,} of {planted:,} wrong ones caught ({caught / planted:.2%}), "
        f"{time.perf_counter() - begun:.0f} s; "
        f"5,000 sentences are checked in {cost(dossier, 5000):.1f} s"
    )
    if asked.passed:
        for kind, told, wrong in done.passed:
            out.print(f"{kind}: {altered(told, wrong)}", markup=False)
        for told, why in done.dropped:
            out.print(f"dropped: {told.text} ({'; '.join(why)})", markup=False)
    return 1 if done.dropped or caught / planted < GOAL else 0


def example() -> Dossier:
    """The example's dossier, from its accounts."""
    case = open_case(gold.EXAMPLE)
    site, shape = case.site(SITE), vocabulary()
    with TemporaryDirectory() as folder, SqlStore.open(Path(folder) / "store.db") as store:
        flow.run(flow.Job(case.plan, site, (gold.ACCOUNTS,), Path(folder) / "out"), store)
        accounts = tuple(store.accounts())
        reader = Readers(case.plan, shape, None).id
        readings = tuple(store.readings(reader, [account.version for account in accounts]))
        found, view = store.findings(SITE), store.view(SITE)
        issues = tuple(store.issues())
    return Dossier(case.plan, site, shape, accounts, readings, found, view, issues)


def table(done: Sweep) -> Table:
    """Caught of planted, by kind."""
    shown = Table(box=box.SIMPLE, pad_edge=False)
    shown.add_column("what was altered")
    for name in ("planted", "caught", "share"):
        shown.add_column(name, justify="right")
    for kind in WAYS:
        many, held = done.planted[kind], done.caught[kind]
        shown.add_row(kind, f"{many:,}", f"{held:,}", f"{held / many:.1%}" if many else "–")
    return shown


def altered(told: Told, wrong: Told) -> str:
    """The text that was altered, before and after."""
    pair = next(p for p in zip(told.texts(), wrong.texts(), strict=True) if p[0] != p[1])
    return " → ".join(pair)


if __name__ == "__main__":
    sys.exit(main())
