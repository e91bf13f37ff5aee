"""What the report says, and what it says where nothing can be scored."""

import json

import pytest

from benchmarks import gold
from benchmarks.rows import BOUND, Report, Score, Step
from benchmarks.show import as_json, console, tables


def report(wall: float, scores: tuple[Score, ...] = (), unscored: str = "") -> Report:
    read = Step("read", seconds=4.0, accounts=8, words=1000)
    alone = Step("spaCy alone", seconds=2.0, accounts=8, words=1000)
    return Report((read,), alone, 1.0, wall, 300 * 2**20, scores, unscored)


def shown(of: Report) -> str:
    screen = console()
    with screen.capture() as told:
        screen.print(tables(of))
    return told.get()


def test_a_step_is_set_against_spacy() -> None:
    row = next(line for line in shown(report(9.0)).splitlines() if "read" in line)
    assert row.split() == ["read", "8", "1,000", "4.00", "2", "250", "50%"]


def test_scores_stand_side_by_side() -> None:
    told = shown(report(9.0, (Score("speaker", 0.5, 0.75), Score("pairs", None, 1.0))))
    assert ["speaker", "0.500", "0.750"] in [line.split() for line in told.splitlines()]
    assert ["pairs", "1.000"] in [line.split() for line in told.splitlines()]


def test_the_bound_is_told() -> None:
    assert "whole run 9.0 s; bound on two cores 60 s: kept" in shown(report(9.0))
    assert "NOT KEPT" in shown(report(BOUND + 1))
    assert json.loads(as_json(report(BOUND + 1)))["in_time"] is False


def test_without_the_folder_it_says_so(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("THIRDHAND_SHARED", str(tmp_path))
    why = gold.missing()
    assert "score_claims.py" in why
    assert "THIRDHAND_SHARED" in why
    assert f"no scores: {why}" in shown(report(9.0, unscored=why))


def test_a_scorer_with_other_words_is_noticed(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("THIRDHAND_SHARED", str(tmp_path))
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "score_claims.py").write_text("print('all fine')")
    with pytest.raises(ValueError, match=r"score_claims.py printed no figure precision"):
        gold.score_claims(tmp_path / "claims.jsonl")


def test_claims_are_gathered_by_account(tmp_path) -> None:
    rows = [{"ref": "a", "id": 1}, {"ref": "b", "id": 2}, {"ref": "a", "id": 3}]
    (tmp_path / "claims.jsonl").write_text("".join(f"{json.dumps(r)}\n" for r in rows))
    path = gold.write_with_case(tmp_path / "claims.jsonl", tmp_path / "lines.jsonl")
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    assert [(x["account"]["ref"], [c["id"] for c in x["claims"]]) for x in lines] == [
        ("a", [1, 3]),
        ("b", [2]),
    ]
