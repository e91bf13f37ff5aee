"""The benchmark of happenings, on invented news."""

from pathlib import Path

import pytest

from benchmarks.events import __main__ as bench
from benchmarks.events import grouped, settings
from benchmarks.events.measure import b_cubed, pairs
from thirdhand.corroborate.alike import terms

NEWS = Path(__file__).parents[1] / "corroborate" / "tables" / "events.jsonl"


def test_pairs_and_b_cubed_are_those_of_the_books():
    gold, ours = "aaabb", "xxyyy"
    assert (pairs(gold, ours).precision, pairs(gold, ours).recall) == (2 / 4, 2 / 4)
    assert b_cubed(gold, ours).precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert b_cubed(gold, ours).recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert pairs("abc", "xyz").f1 == 0
    assert pairs("aab", "xxy").f1 == b_cubed("aab", "xxy").f1 == 1


def test_it_prints_ours_and_says_that_the_peers_were_not_run(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(grouped, "PYTHON", tmp_path / "none")
    monkeypatch.setattr(grouped, "find_spec", lambda _: None)
    bench.main(["--data", str(NEWS)])
    out = " ".join(capsys.readouterr().out.split())
    assert out.startswith("8 articles of 4 events")
    assert "ours, as shipped 0.12 1.000 1.000 1.000" in out
    assert "not run, scikit-learn is not installed" in out


def test_each_number_is_moved_alone_and_all_are_chosen_on_the_other_half():
    shipped = settings.Setting()
    moved = shipped._replace(threshold=0.5)
    told = settings.Sheet({shipped: [1.0, 0.5], moved: [0.5, 0.75]})
    assert told.nested() == [0.5, 0.5]
    assert told.alone("threshold") == {0.12: 0.75, 0.5: 0.625}
    assert told.alone("title") == {3.0: 0.75}


def test_settings_are_tried_and_put_back(capsys, monkeypatch):
    for name, tried in (("TITLES", (3.0,)), ("LEADS", (300,)), ("DAYS", (60.0,))):
        monkeypatch.setattr(settings, name, tried)
    monkeypatch.setattr(settings, "HALVES", 2)
    bench.main(["--data", str(NEWS), "--settings"])
    assert "14 settings" in capsys.readouterr().out
    assert (terms.TITLE, terms.LEAD) == (3.0, 300)


def test_it_skips_aloud_without_data(capsys, tmp_path):
    bench.main(["--data", str(tmp_path / "none.jsonl")])
    assert capsys.readouterr().out.startswith("skipped: ")
