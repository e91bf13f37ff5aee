"""The benchmark of fixed values, on tables made here; the peers are not needed."""

import csv
import json

import pytest

from benchmarks.fusion import run, towns
from benchmarks.fusion.__main__ import main
from benchmarks.fusion.sources import accuracy


@pytest.fixture
def no_peers(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(run, "PYTHON", tmp_path / "no" / "python")


def test_values_that_are_as_likely_share_the_item() -> None:
    best = {"a": ["x", "y"], "b": ["x"]}
    assert accuracy(best, {"a": "x", "b": "x"}) == 0.75


def test_ties_may_be_broken_by_the_order_of_the_file() -> None:
    claims = [("a", "s", 2.0), ("a", "t", 1.0), ("a", "u", 3.0)]
    assert towns._first({"a": [1.0, 2.0]}, claims) == {"a": [2.0]}


def test_the_interval_is_paired_and_the_same_each_time() -> None:
    told = towns._paired([1.0, 0.0, 0.0, 0.0] * 10)
    assert told == towns._paired([1.0, 0.0, 0.0, 0.0] * 10)
    assert told.startswith("+0.250 (+0.1")


def test_what_the_peers_are_given_is_what_ours_reads(tmp_path) -> None:
    claims = [("a", "s, t", 2.5), ("b", "u", 1.0)]
    assert run.read(run.save(claims, tmp_path / "c.csv"), "number") == claims
    best = run.ours(tmp_path / "c.csv", "number", tmp_path / "c.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "c.jsonl").read_text("utf-8").splitlines()]
    assert {row["item"]: [row["best"]] for row in rows} == best == {"a": [2.5], "b": [1.0]}


def test_what_is_not_there_is_said_aloud(monkeypatch, tmp_path, capsys, no_peers) -> None:
    monkeypatch.setenv("THIRDHAND_SHARED", str(tmp_path))
    main([])
    told = capsys.readouterr().out
    assert told.count("skipped: ") == 2
    with pytest.raises(run.NotRun, match="make bench-truth"):
        run.peers([[("a", "s", 1.0)]], "number")


def test_the_pinned_versions_are_told() -> None:
    assert run.versions().startswith("crowd-kit 1.")


def test_a_csv_file_is_what_the_command_takes(tmp_path) -> None:
    run.save([("a", "s", "x")], tmp_path / "c.csv")
    with (tmp_path / "c.csv").open(newline="") as file:
        assert next(csv.reader(file)) == ["item", "source", "value"]
