"""The whole journey over a made-up site: real stages, small accounts."""

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from thirdhand import flow
from thirdhand.case import Case
from thirdhand.model import View
from thirdhand.schema.make import schema
from thirdhand.store import SqlStore

FILES = {
    *("brief.html", "brief.json", "claims.jsonl"),
    *(
        "assessments.jsonl",
        "balance.jsonl",
        "estimates.jsonl",
        "events.jsonl",
        "gaps.jsonl",
        "sights.jsonl",
        "alarms.jsonl",
        "requests.jsonl",
        "requests.csv",
        "loops.jsonl",
        "stale.jsonl",
        "totals.jsonl",
        "bias.jsonl",
        "reliability.jsonl",
        "issues.jsonl",
    ),
}


def job(case: Case, out: Path, *paths: Path) -> flow.Job:
    return flow.Job(case.plan, case.site("riverbend"), paths, out)


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def contents(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


def unanchored(out: Path) -> dict[str, bytes]:
    """The contents without the head of the log, which no other store has."""
    head = json.loads((out / "brief.json").read_text("utf-8"))["head"]["log"]
    return {name: data.replace(head.encode(), b"") for name, data in contents(out).items()}


def test_a_run_leaves_the_files_of_the_contract(case, folder, store, tmp_path):
    outcome = flow.run(job(case, tmp_path / "out", folder), store)
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES
    assert {path.name for path in outcome.paths} == FILES
    assert (outcome.accounts, outcome.read, outcome.copies) == (3, 3, 0)
    assert [stage for stage, _ in outcome.seconds] == [
        *("ingest", "read", "corroborate", "visibility", "brief")
    ]


def test_every_line_fits_its_schema(case, folder, store, tmp_path):
    out = tmp_path / "out"
    (folder / "empty.txt").touch()
    flow.run(job(case, out, folder), store)
    for name in ("claim", "assessment", "event", "gap", "sight", "request", "issue"):
        rows = lines(out / f"{name}s.jsonl")
        assert rows, f"no {name} to look at"
        for row in rows:
            Draft202012Validator(schema(name)).validate(row)


def test_every_claim_leads_back_to_its_words(case, folder, store, tmp_path):
    flow.run(job(case, tmp_path / "out", folder), store)
    texts = {account.ref: account.text for account in store.accounts()}
    claims = lines(tmp_path / "out" / "claims.jsonl")
    assert {claim["ref"] for claim in claims} == {"count", "other", "fire"}
    for claim in claims:
        span = claim["span"]
        assert texts[claim["ref"]][span["start"] : span["end"]] == span["quote"]


def test_the_figures_and_the_fire_are_found(case, folder, store, tmp_path):
    flow.run(job(case, tmp_path / "out", folder), store)
    claims = lines(tmp_path / "out" / "claims.jsonl")
    people = {c["low"] for c in claims if c["indicator"] == "population"}
    assert people == {12400, 15000}
    assert "fire" in {c["event"]["type"] for c in claims if c["event"]}


def test_a_gap_is_a_cell_that_is_not_seen(case, folder, store, tmp_path):
    flow.run(job(case, tmp_path / "out", folder), store)
    gaps = lines(tmp_path / "out" / "gaps.jsonl")
    unseen = [cell for cell in store.view("riverbend").cells if cell.state != "seen"]
    assert [gap["id"] for gap in gaps] == [cell.id for cell in unseen]


def test_running_again_reads_nothing_and_changes_nothing(case, folder, store, tmp_path):
    out = tmp_path / "out"
    flow.run(job(case, out, folder), store)
    first = contents(out)
    again = flow.run(job(case, out, folder), store)
    assert again.read == 0
    assert contents(out) == first


def test_a_fresh_store_gives_the_same(case, folder, store, tmp_path):
    flow.run(job(case, tmp_path / "one", folder), store)
    with SqlStore.open(tmp_path / "other.db") as fresh:
        flow.run(job(case, tmp_path / "two", *sorted(folder.iterdir(), reverse=True)), fresh)
    one, two = unanchored(tmp_path / "one"), unanchored(tmp_path / "two")
    assert one == two
    # Each brief names the log that proves it, and a receipt says when.
    assert store.ground() in (tmp_path / "one" / "brief.html").read_text("utf-8")


def test_a_new_date_for_an_account_is_a_new_reading(case, folder, store, tmp_path):
    flow.run(job(case, tmp_path / "out", folder), store)
    told = flow.Told(published="2021-03-20")
    dated = flow.Job(case.plan, case.site("riverbend"), (folder,), tmp_path / "out", told)
    assert flow.run(dated, store).read == 3


def test_a_run_covers_its_paths_and_the_store_keeps_all(case, folder, store, tmp_path):
    flow.run(job(case, tmp_path / "out", folder), store)
    outcome = flow.run(job(case, tmp_path / "out", folder / "fire.json"), store)
    assert (outcome.accounts, outcome.read) == (1, 0)
    assert {row["ref"] for row in lines(tmp_path / "out" / "claims.jsonl")} == {"fire"}
    assert len(list(store.accounts())) == 3


def test_the_same_file_twice_is_one_account(case, folder, store, tmp_path):
    shutil.copy(folder / "count.txt", folder / "copy-of-count.txt")
    outcome = flow.run(job(case, tmp_path / "out", folder, folder / "count.txt"), store)
    assert outcome.accounts == 3
    # The first one has no date; of the second one only that it is the same is told.
    told = [(Path(i.where).name, i.code) for i in outcome.issues]
    assert told == [("copy-of-count.txt", "no-date"), ("count.txt", "same-file")]


def test_an_earlier_brief_is_no_account(case, folder, store, tmp_path):
    out = folder / "out"
    flow.run(job(case, out, folder), store)
    (out / "brief.html").rename(folder / "sent by mail.html")
    outcome = flow.run(job(case, tmp_path / "elsewhere", folder), store)
    assert outcome.accounts == 3
    assert sum(i.code == "own-output" for i in outcome.issues) == 2
    read = [r[0].ref for r in flow.read([folder], flow.Told(), case.plan) if isinstance(r, tuple)]
    assert read == ["count", "fire", "other"]


BAD = [
    # file, its bytes
    ("empty.txt", b""),
    ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(64)),
    ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
]


@pytest.mark.parametrize(("name", "data"), BAD, ids=[name for name, _ in BAD])
def test_a_bad_file_is_one_error_and_the_rest_goes_on(case, folder, store, tmp_path, name, data):
    (folder / name).write_bytes(data)
    outcome = flow.run(job(case, tmp_path / "out", folder), store)
    errors = [i for i in outcome.issues if i.severity == "error"]
    assert [Path(i.where).name for i in errors] == [name]
    assert (outcome.accounts, outcome.code) == (3, 1)


def test_nothing_read_says_why_and_keeps_the_earlier_brief(case, folder, store, tmp_path):
    out = tmp_path / "out"
    flow.run(job(case, out, folder), store)
    before = contents(out)
    outcome = flow.run(job(case, out, tmp_path / "nowhere"), store)
    assert (outcome.accounts, outcome.code) == (0, 2)
    assert [row["code"] for row in lines(out / "issues.jsonl")] == ["no-such-path"]
    after = contents(out)
    assert {name for name in FILES if before[name] != after[name]} == {"issues.jsonl"}


class CrashError(Exception):
    """Stands for whatever may go wrong in a stage."""


def test_a_crash_keeps_the_stages_before_it(case, folder, store, tmp_path, monkeypatch):
    def crash(*_):
        raise CrashError

    with monkeypatch.context() as patch:
        patch.setattr(flow, "look", crash)
        with pytest.raises(CrashError):
            flow.run(job(case, tmp_path / "out", folder), store)
    assert len(list(store.accounts())) == 3
    assert store.findings("riverbend").voices
    assert store.view("riverbend") == View()
    assert not list((tmp_path / "out").iterdir())
    assert flow.run(job(case, tmp_path / "out", folder), store).read == 0


def test_progress_tells_each_stage_once_to_its_end(case, folder, store, tmp_path):
    steps: list[tuple[str, int, int]] = []
    flow.run(job(case, tmp_path / "out", folder), store, lambda *step: steps.append(step))
    ends = [(stage, total) for stage, done, total in steps if done == total]
    assert ends == [
        ("ingest", 3),
        ("read", 3),
        ("corroborate", 1),
        ("visibility", 1),
        ("brief", 1),
    ]
    assert ("read", 2, 3) in steps


def test_reading_alone_keeps_the_order_and_tells_problems(case, folder, tmp_path):
    (folder / "empty.txt").touch()
    rows = list(flow.read([folder], flow.Told(), case.plan))
    read = [account.ref for account, reading in (r for r in rows if isinstance(r, tuple))]
    assert read == ["count", "fire", "other"]
    assert "empty.txt" in {Path(r.where).name for r in rows if not isinstance(r, tuple)}
