"""The copies stage as a command: `python -m benchmarks.copies.ours [--loose]`.

A JSON object an account on standard input (`ref`, `text`, `publisher`, `published`), a list a pair
out: both refs and the score; then an object: seconds of the whole stage, reasons and all, and of
the processor's time, the most memory before and after it, in bytes, and each ref's group.
--loose: pairs far below the bars too.
"""

import json
import sys
import time

from benchmarks.peers.near import peak
from thirdhand.corroborate.kin import copies as stage
from thirdhand.corroborate.kin.evidence import BARS, Bars
from thirdhand.model import Account
from thirdhand.scale import duckdb_engine

THREADS = 2
LOOSE = Bars(share=0.02, enough=1.0, part=0.02)


def main() -> None:
    """Answer, then say what it cost."""
    accounts = [taken(line) for line in sys.stdin]
    engine = duckdb_engine(THREADS)
    before = peak()
    begun, worked = time.perf_counter(), time.process_time()
    groups = stage.kin(accounts, engine)
    seconds, cpu = time.perf_counter() - begun, time.process_time() - worked
    cost = {"seconds": seconds, "cpu": cpu, "before": before, "peak": peak()}
    refs = sorted(account.ref for account in accounts)
    by_ref = sorted(accounts, key=lambda account: account.ref)
    best: dict[tuple[int, int], float] = {}
    for link in stage.links(by_ref, engine, LOOSE if "--loose" in sys.argv else BARS):
        key = (link.one, link.other)
        best[key] = 1 - (1 - best.get(key, 0.0)) * (1 - link.score)
    for (one, other), score in best.items():
        sys.stdout.write(f"{json.dumps([refs[one], refs[other], round(score, 4)])}\n")
    inside = {ref: n for n, found in enumerate(groups) for ref in found.group.accounts}
    sys.stdout.write(f"{json.dumps({**cost, 'groups': inside})}\n")


def taken(line: str) -> Account:
    """The account of a line."""
    row = json.loads(line)
    ref = str(row["ref"])
    told = row.get("publisher"), row.get("title"), row.get("published"), "en"
    return Account(ref, ref, ref, *told, text=str(row["text"]))


if __name__ == "__main__":
    main()
