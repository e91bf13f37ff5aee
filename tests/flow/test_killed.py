"""`kill -9` at any moment: the store opens and is whole, nothing is lost, the next run finishes.

THIRDHAND_SOAK=1 (`make soak`) kills at 50 moments instead of 6; each day at other ones.
"""

import datetime as dt
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from tests.flow import victim
from tests.flow.test_flow import job, unanchored

import thirdhand
from thirdhand import flow
from thirdhand.store import SqlStore

# Stores, and on each of them kills of intake and of a run before one may finish.
ROUNDS, KILLS = (25, 1) if os.environ.get("THIRDHAND_SOAK") else (1, 3)
ROOT = Path(__file__).parents[2]
SOURCE = Path(thirdhand.__file__).parents[1]
DAY = dt.datetime.now(tz=dt.UTC).date().toordinal()
FILES = 24
# In the time of an intake alone; a run takes longer by reading.
LONGEST = {"intake": 0.4, "run": 5.0}


@pytest.fixture
def many(folder: Path) -> Path:
    """More accounts, and files that give none."""
    for number in range(FILES):
        when, count = f"{number + 1} March 2021", 12_000 + number
        text = f"UNHCR said on {when} that {count} people live in Riverbend camp."
        row = {"publisher": "Delta Radio", "published": "2021-03-28", "text": text}
        (folder / f"more{number}.json").write_text(json.dumps(row), "utf-8")
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    return folder


def killed(
    mode: str, place: Path, accounts: Path, out: Path, moment: float
) -> tuple[bool, list[str]]:
    """Kill it so many seconds after it began: whether it still ran, and what it said it kept."""
    words = [sys.executable, victim.__file__, mode, str(place.parent), str(accounts), str(out)]
    env = {**os.environ, "PYTHONPATH": f"{SOURCE}:{ROOT}", "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        time.sleep(moment)
        process.kill()
        said = process.stdout.read()
    # It may have been ready by then. It never ended in an error of its own.
    assert process.returncode in (0, -signal.SIGKILL)
    told = [line.split()[1] for line in said.splitlines() if line.startswith("kept ")]
    return process.returncode != 0, told


def whole(place: Path, said: set[str]) -> None:
    """The store opens, is proven whole, and holds what was said to be kept, once."""
    with SqlStore.open(place) as store:
        assert store.verify().flaws == ()
        held = Counter(account.id for account in store.versions())
        assert said <= held.keys(), "an account that was said to be kept is lost"
        assert set(held.values()) <= {1}, "an account is doubled"
        names = Counter(row.name for row in store.receipts())
        assert set(names.values()) <= {1}, "a receipt is doubled"


def test_a_run_that_is_killed_loses_nothing_and_the_next_one_finishes(case, many, tmp_path):
    dice = random.Random(DAY)  # noqa: S311 - moments, no secrets
    with SqlStore.open(tmp_path / "never-killed.db") as store:
        flow.run(job(case, tmp_path / "wanted", many), store)
        wanted = {account.version for account in store.accounts()}
    ended: list[bool] = []
    for turn in range(ROUNDS):
        out, said = tmp_path / f"out{turn}", set[str]()
        for mode in ("intake", "run") * KILLS:
            moment = dice.uniform(0, dice.choice((0.3, 1)) * LONGEST[mode])
            dead, told = killed(mode, case.store, many, out, moment)
            print(f"{mode}: {'killed' if dead else 'ready'} after {moment:.3f} s")
            ended.append(dead)
            said |= {*told}
            whole(case.store, said)
        with SqlStore.open(case.store) as store:
            flow.run(job(case, out, many), store)
            assert {account.version for account in store.accounts()} == wanted
            assert len(list(store.receipts())) == FILES + 4
        whole(case.store, said)
        assert unanchored(out) == unanchored(tmp_path / "wanted")
        shutil.rmtree(case.store.with_suffix(".originals"))
        for path in case.store.parent.glob("thirdhand.db*"):
            path.unlink()
    assert 2 * sum(ended) > len(ended), "most were ready before they could be killed: kill earlier"
