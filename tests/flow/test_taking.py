"""What arrives is kept: bytes, receipts, accounts and readings, a batch at a time."""

import gzip
import hashlib
import shutil
import zipfile
from dataclasses import replace

import pytest
from tests.flow.test_flow import contents, job

from thirdhand import flow, taking
from thirdhand.ingest import Limits, Taken
from thirdhand.model import Original
from thirdhand.store import SqlStore

CUT = b"%PDF-1.7\n1 0 obj\n<<"


@pytest.fixture
def store(tmp_path):
    with SqlStore.open(tmp_path / "thirdhand.db") as store:
        yield store


def original(store, key):
    return gzip.decompress(store.originals.path(key).read_bytes())


def test_every_file_is_kept_as_it_came_with_its_receipt(case, folder, store, tmp_path):
    (folder / "cut.pdf").write_bytes(CUT)
    (folder / "empty.txt").touch()
    told = flow.Job(case.plan, case.site("riverbend"), (folder,), tmp_path / "out", by="desk 4")
    flow.run(told, store)
    rows = {row.name.rsplit("/", 1)[-1]: row for row in store.receipts()}
    # Of an empty file there is nothing to keep.
    assert sorted(rows) == ["count.txt", "cut.pdf", "fire.json", "other.json"]
    for name, row in rows.items():
        data = (folder / name).read_bytes()
        assert (row.original, row.size) == (hashlib.sha256(data).hexdigest(), len(data))
        assert original(store, row.original) == data
        assert (row.by, row.how, row.within) == ("desk 4", "run", None)
    versions = {account.ref: account.version for account in store.accounts()}
    assert (rows["fire.json"].version, rows["fire.json"].outcome) == (
        versions["fire"],
        "application/json",
    )
    assert (rows["cut.pdf"].version, rows["cut.pdf"].outcome) == (None, "damaged-pdf")
    found = store.verify()
    assert (found.flaws, found.notes, found.originals) == ((), (), 4)


def test_running_again_adds_nothing_to_the_log(case, folder, store, tmp_path):
    flow.run(job(case, tmp_path / "out", folder), store)
    before = store.verify()
    flow.run(job(case, tmp_path / "out", folder), store)
    assert store.verify() == before


def test_the_same_bytes_under_two_names_have_two_receipts_and_one_file(
    case, folder, store, tmp_path
):
    shutil.copy(folder / "fire.json", folder / "fire again.json")
    flow.run(job(case, tmp_path / "out", folder), store)
    rows = [row for row in store.receipts() if "fire" in row.name]
    assert len({row.original for row in rows}) == 1
    assert [row.version for row in rows] == [rows[0].version] * 2
    assert store.verify().originals == 3


def test_what_a_store_keeps_is_no_account(case, folder, store, tmp_path):
    first = flow.run(job(case, tmp_path / "out", folder), store)
    shutil.copytree(store.originals.folder, folder / "thirdhand.originals")
    again = flow.run(job(case, tmp_path / "two", folder), store)
    assert again.accounts == first.accounts
    notes = [i for i in again.issues if i.code == "own-output"]
    assert [note.where for note in notes] == [str(folder / "thirdhand.originals")]


def test_bytes_are_kept_before_the_next_file_comes(case, folder, store, tmp_path, monkeypatch):
    """A part of a container may lie in a file that is gone by then."""
    part = tmp_path / "part"
    whole = taking.arriving

    def arriving(*told):
        for one in whole(*told):
            part.write_bytes(one.original.source)
            yield replace(one, original=replace(one.original, source=part))
            part.unlink()

    monkeypatch.setattr(taking, "arriving", arriving)
    flow.run(job(case, tmp_path / "out", folder), store)
    assert (store.verify().flaws, store.verify().originals) == ((), 3)


class CrashError(Exception):
    """Stands for whatever may go wrong in a stage."""


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_run_that_stops_goes_on_from_the_last_batch(
    case, folder, store, tmp_path, monkeypatch, at
):
    monkeypatch.setattr(taking, "BATCH", 1)
    whole = flow.Readers.read

    def some(self, accounts):
        for number, reading in enumerate(whole(self, accounts)):
            if number == at:
                raise CrashError
            yield reading

    with monkeypatch.context() as patch:
        patch.setattr(flow.Readers, "read", some)
        with pytest.raises(CrashError):
            flow.run(job(case, tmp_path / "out", folder), store)
    assert store.verify().whole
    assert len(list(store.accounts())) == 3
    assert flow.run(job(case, tmp_path / "out", folder), store).read == 3 - at
    with SqlStore.open(":memory:") as fresh:
        flow.run(job(case, tmp_path / "fresh", folder), fresh)
    assert contents(tmp_path / "out").keys() == contents(tmp_path / "fresh").keys()
    assert store.verify().whole


def test_what_lies_in_an_archive_is_taken_in_and_kept_with_it(case, folder, store, tmp_path):
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.write(folder / "fire.json", "in/fire again.json")
        archive.writestr("market.txt", "Five people were injured in Riverbend camp on 3 May 2021.")
        archive.writestr("brief.html", '<html><meta name="generator" content="thirdhand 0.1">')
    outcome = flow.run(job(case, tmp_path / "out", folder), store)
    refs = {account.ref for account in store.accounts()}
    assert "more/market" in refs
    rows = {row.name.rsplit("/", 1)[-1]: row for row in store.receipts()}
    assert rows["more.zip"].outcome == "container"
    assert rows["market.txt"].within == rows["more.zip"].original
    told = {(i.code, i.where.rsplit("/", 1)[-1]) for i in outcome.issues}
    assert ("same-file", "fire again.json") in told
    assert ("own-output", "brief.html") in told
    assert store.verify().flaws == ()


def test_the_limits_of_the_case_hold(case, folder, store, tmp_path):
    tight = replace(case.plan, limits=Limits(max_bytes=10))
    told = flow.Job(tight, case.site("riverbend"), (folder,), tmp_path / "out")
    codes = [i.code for i in flow.run(told, store).issues if i.stage == "ingest"]
    assert set(codes) == {"too-large"}


def test_few_large_files_are_kept_together(monkeypatch):
    monkeypatch.setattr(taking, "BYTES", 100)
    found = [Taken(None, (), Original(str(n), n, "x", b"")) for n in (60, 60, 99, 1, 30)]
    assert [len(some) for some in taking._some(found)] == [2, 2, 1]
