"""A run, or its intake alone, in a process that is going to be killed.

It says "begun" when it starts to take in, and the id of each account once that is kept.
"""

import sys
from pathlib import Path

from thirdhand import flow, taking
from thirdhand.case import open_case
from thirdhand.store import SqlStore

whole = taking.Arrivals.keep


def keep(self, found):
    whole(self, found)
    for one in found:
        if one.account:
            print("kept", one.account.id, flush=True)


def main(mode: str, folder: str, accounts: str, out: str) -> None:
    case = open_case(Path(folder))
    # Many small transactions: a killer finds more moments between them.
    taking.BATCH = 3
    taking.Arrivals.keep = keep
    job = flow.Job(case.plan, case.site("riverbend"), (Path(accounts),), Path(out), processes=1)
    with SqlStore.open(case.store) as store:
        print("begun", flush=True)
        if mode == "intake":
            flow._read_and_written = lambda *_: None
        flow.run(job, store)


if __name__ == "__main__":
    main(*sys.argv[1:])
