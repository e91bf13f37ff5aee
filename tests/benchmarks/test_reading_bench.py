"""The tables of reading: what stands in them, and what they say where something is not there."""

import io
import json
import re
import sys

import pytest
from tests.benchmarks.sets import FIRE, NEWS, make

from benchmarks import scorer
from benchmarks.peers.serve import serve
from benchmarks.reading import peers
from benchmarks.reading.__main__ import main
from benchmarks.reading.others import EXPRESSION
from benchmarks.reading.rows import READ, Above, Measure, Part, Peer, Published, Row, Set
from benchmarks.reading.run import Bench
from benchmarks.reading.sets import SETS
from benchmarks.reading.show import as_json, console, tables

# Prints how many figures there are in the readings, and whether they are all there.
SCORER = """
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1])]
print("figures", sum(len(line["figures"]) for line in lines), "lines", len(lines), "of", 2)
"""
LOST = Peer("lost", "expression", ("no_such_library",), "cannot be installed")
BROKEN = Peer("broken", "no_such_script", (), "ends badly")
ALL = sorted({peer for one in SETS for peer in one.peers}, key=lambda peer: peer.name)


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """A shared folder with a scorer of its own."""
    monkeypatch.setenv("THIRDHAND_SHARED", str(tmp_path))
    monkeypatch.setattr(peers, "PYTHON", tmp_path / "no" / "python")
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "count.py").write_text(SCORER)
    (tmp_path / "data").mkdir()
    for name, text in (("a", NEWS), ("b", FIRE)):
        (tmp_path / "data" / f"{name}.txt").write_text(text)
    return tmp_path


def counted(*measures: Measure, others: tuple[Peer, ...] = (EXPRESSION,)) -> Set:
    figures = Measure("figures", r"figures (\d+)", most=True)
    told = (Published("told", "by hand", {"figures": 3}),)
    parts = lambda data, _: [Part("", data, ("count.py", READ))]  # noqa: E731 - as in sets.py
    return Set("tiny", "tiny: two texts", "", "count.py", parts, (figures, *measures), others, told)


def table(shared, judged: Set):
    work = shared / "work"
    work.mkdir()
    return Bench(work).table(judged, shared / "data")


def shown(*told) -> str:
    screen = console()
    with screen.capture() as words:
        screen.print(tables(told))
    return words.get()


def test_all_stand_side_by_side(shared) -> None:
    lines = Measure("lines", r"lines (\d+) of (\d+)", asked=0.9)
    told = table(shared, counted(lines))
    assert told.columns == ("ours", "expression", "told")
    ours, peer, published = told.rows[0].values
    assert (ours, peer, published) == (3, 3, 3)
    assert told.rows[1] == Row("lines", 0.9, (1.0, 1.0, None))
    page = shown(told)
    assert ["lines", "0.900", "1.000", "1.000", "yes"] in [x.split() for x in page.splitlines()]
    assert "told: published, by hand" in page


def test_as_json_by_set(shared) -> None:
    rows = json.loads(as_json([table(shared, counted())]))["tiny"]["rows"]
    assert rows == [
        {"name": "figures", "asked": None, "reached": None, "ours": 3, "expression": 3, "told": 3}
    ]


def test_what_is_asked_may_hang_on_a_peer(shared) -> None:
    more = Measure("lines", r"lines (\d+) of (\d+)", asked=Above("expression", 0.1))
    row = table(shared, counted(more)).rows[1]
    assert (row.asked, row.reached) == (pytest.approx(1.1), False)


@pytest.mark.parametrize(
    ("row", "reached"),
    [
        (Row("F1", 0.8, (0.8,)), True),
        (Row("F1", 0.8, (0.79,)), False),
        (Row("lost texts", 0, (0,), most=True), True),
        (Row("lost texts", 0, (1,), most=True), False),
        (Row("F1", None, (0.8,)), None),
    ],
)
def test_what_is_reached(row, reached) -> None:
    assert row.reached is reached


def test_a_peer_that_cannot_run_is_told_of(shared) -> None:
    told = table(shared, counted(others=(LOST, BROKEN)))
    assert told.rows[0].values == (3, None, None, 3)
    page = shown(told)
    assert "lost: cannot be installed: not run, no_such_library is not installed" in page
    assert "broken: ends badly: not run, it ended with 1" in page


def test_a_text_on_which_a_peer_raises(monkeypatch, capsys) -> None:
    def read(text, account):
        if account["ref"] == "b":
            raise ValueError("no pair")
        return {"places": [{"start": 0, "end": 1, "text": text[:1]}]}

    asked = [{"ref": "a", "text": "x"}, {"ref": "b", "text": "y"}]
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{json.dumps(a)}\n" for a in asked)))
    serve(read)
    one, other = map(json.loads, capsys.readouterr().out.splitlines())
    assert (one["account"]["ref"], len(one["places"]), one["figures"]) == ("a", 1, [])
    assert other["raised"] == "ValueError: no pair"


def test_raised_texts_have_a_row(shared, monkeypatch) -> None:
    def answers(_peer, _accounts, path):
        path.write_text("")
        return path, 2

    monkeypatch.setattr(peers, "answers", answers)
    assert table(shared, counted()).rows[-1] == Row(
        "texts it raised on", 0, (None, 2, None), most=True
    )


def test_without_the_data_it_says_so(shared, capsys) -> None:
    main(["places"])
    told = capsys.readouterr().out
    assert "skipped" in told
    assert str(shared / "data" / "places") in " ".join(told.split())


def test_without_the_scorer_it_says_so(shared, capsys) -> None:
    (shared / "data" / "places").mkdir()
    main(["places"])
    assert "holds no score/score_simple.py" in " ".join(capsys.readouterr().out.split())


def test_a_set_that_is_none(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["weather"])
    assert "no such set: weather" in capsys.readouterr().err


@pytest.mark.parametrize("peer", ALL, ids=lambda peer: peer.name)
def test_every_peer_answers_with_the_contract(peer, tmp_path) -> None:
    text = f"{NEWS} “Nobody is left in the old town by the river,” the mayor said."
    asked = {"ref": "a", "text": text, "published": "2021-05-05", "language": "en"}
    try:
        path, raised = peers.answers(
            peer, [asked, asked | {"ref": "b", "text": ""}], tmp_path / "x"
        )
    except peers.NotRun as why:
        pytest.skip(str(why))
    told = [json.loads(line) for line in path.read_text().splitlines()]
    assert ([line["account"]["ref"] for line in told], raised) == (["a", "b"], 0)
    kinds = ("attributions", "figures", "places", "times", "claims")
    assert all(isinstance(line[kind], list) for line in told for kind in kinds)
    assert any(told[0][kind] for kind in kinds)
    # text2num reads another text than ours, so its spans are none of ours.
    if peer.name != "text2num":
        spans = [found for kind in ("figures", "places", "times") for found in told[0][kind]]
        assert [text[found["start"] : found["end"]] for found in spans] == [
            found["text"] for found in spans
        ]


@pytest.fixture
def no_peers(monkeypatch, tmp_path):
    """Only what runs in this environment, for speed: each peer is tested apart."""
    monkeypatch.setattr(peers, "PYTHON", tmp_path / "no" / "python")


def test_every_set_is_read_and_scored(tmp_path, capsys, no_peers) -> None:
    lost = scorer.missing([*(f"score/{one.scorer}" for one in SETS), "data/al-hol/indicators.csv"])
    if lost:
        pytest.skip(lost)
    main(["--json", "--data", str(make(tmp_path))])
    told = json.loads(capsys.readouterr().out)
    assert list(told) == [one.name for one in SETS]
    assert [name for name, one in told.items() if one["skipped"]] == []
    for one in SETS:
        names = [row["name"] for row in told[one.name]["rows"]]
        wanted = [m.name for m in one.measures]
        assert {name.partition(": ")[2] or name for name in names} >= set(wanted)
        assert all(row["ours"] is not None for row in told[one.name]["rows"])


def test_a_part_kept_apart_is_named_by_its_own_folder(tmp_path, capsys, no_peers) -> None:
    lost = scorer.missing(["score/score_simple.py"])
    if lost:
        pytest.skip(lost)
    main(["displacement", "--json", "--data", str(make(tmp_path) / "displacement-figures")])
    names = [row["name"] for row in json.loads(capsys.readouterr().out)["displacement"]["rows"]]
    assert {name.partition(":")[0] for name in names} == {"one", "two"}


def test_the_peers_that_cannot_be_installed_stop_nothing(shared, monkeypatch, capsys) -> None:
    (shared / "Makefile").write_text("bench-peers:\n\t@echo no network; false\n")
    monkeypatch.setattr(peers, "ROOT", shared)
    monkeypatch.setattr(sys, "stderr", (shared / "said").open("w"))
    main(["places", "--peers"])
    assert "skipped" in capsys.readouterr().out
    assert "no network" in (shared / "said").read_text()


@pytest.mark.parametrize("peer", [peer for peer in ALL if peer.package], ids=lambda peer: peer.name)
def test_the_version_is_told(peer) -> None:
    assert re.fullmatch(rf"{peer.package} \d[\d.]*, .+", peers.about(peer))
