"""The times and the memory of reading, measured on a handful of accounts."""

import json

from benchmarks import speed
from benchmarks.many import accounts, many
from benchmarks.show import console


def test_a_handful_is_measured(monkeypatch, capsys) -> None:
    monkeypatch.setattr(speed, "TRIES", 1)
    monkeypatch.setattr("sys.argv", ["speed", "--json", "--accounts", "3"])
    speed.main()
    told = json.loads(capsys.readouterr().out)
    assert told["ratio"] == told["reading"] / told["plain"] > 0
    assert told["scale"] == told["processes"]["1"] / told["processes"]["2"]
    assert told["memory"].keys() == {"1", "3"}
    assert all(50 * 2**20 < size < 2 * 2**30 for size in told["memory"].values())


def test_what_a_person_reads() -> None:
    screen = console()
    found = speed.Speed(1200, 2.0, 2.5, 5.0, 100, {1: 9.0, 2: 5.0}, {100: 2**29, 1000: 2**29})
    with screen.capture() as told:
        screen.print(speed.table(found))
    rows = [" ".join(line.split()) for line in told.get().splitlines() if line.strip()]
    assert rows == [
        "spaCy alone, 1,200 words 2.00 s of CPU",
        "reading them 2.50 s, 1.25 times as long",
        "the first time 5.00 s, 2.50 times",
        "100 accounts in 1 process 9.0 s",
        "100 accounts in 2 processes 5.0 s",
        "two processes against one 1.80 times as fast",
        "most memory, 100 accounts 512 MiB",
        "most memory, 1,000 accounts 512 MiB",
    ]


def test_no_two_accounts_are_alike() -> None:
    some = list(many(len(accounts()) + 2))
    assert len({a.text for a in some}) == len({a.id for a in some}) == len(some)
