"""Whatever is done to a store past the program is found, and what is done by it is not."""

import dataclasses
import gzip
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store import tampering
from tests.store.tampering import HANDS, past_the_guards, received

from thirdhand.model import Proof
from thirdhand.store import ChangedError, SqlStore, StoreError, database
from thirdhand.store.tables import LOG, META

SOAK = "THIRDHAND_SOAK" in os.environ
TABLES = sorted(META.tables)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("filled") / "thirdhand.db"
    tampering.fill(place)
    return place


@pytest.fixture
def place(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled.parent, tmp_path / "case")
    return tmp_path / "case" / "thirdhand.db"


def proof(place: Path, *heads: str) -> Proof:
    with SqlStore.open(place) as store:
        return store.verify(heads)


def original(place: Path, number: int) -> Path:
    key = received(number)[0].id
    return place.with_suffix(".originals") / key[:2] / f"{key}.gz"


def test_an_untouched_store_is_whole(place):
    found = proof(place)
    assert (found.flaws, found.notes, found.originals) == ((), (), 3)
    with sqlite3.connect(place) as raw:
        for table in TABLES:
            assert len(tampering.rowids(raw, table)) >= 3, f"nothing to tamper with in {table}"


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("table", TABLES)
def test_each_table_is_guarded_against_each_hand(place, table, hand):
    with past_the_guards(place) as raw:
        HANDS[hand](raw, table)
    found = proof(place).flaws
    assert table in {flaw.where for flaw in found}


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_every_table_is_covered(filled, place, table):
    with sqlite3.connect(filled) as raw:
        row = tampering.rowids(raw, table)[-1]
        names = [name for name, key in tampering.columns(raw, table) if not key]
    for name in names:
        shutil.copy(filled, place)
        with past_the_guards(place) as raw:
            was = tampering.value(raw, table, row, name)
            tampering.put(raw, table, row, name, tampering.other(was))
        assert proof(place).flaws, f"{table}.{name} is not covered"


def test_the_row_is_named_and_what_befell_it(place):
    with past_the_guards(place) as raw:
        tampering.edit(raw, "issue")
        tampering.swap(raw, "receipt")
        tampering.remove(raw, "judgement")
        tampering.add(raw, "brief")
    found = {(flaw.where, flaw.kind, flaw.row) for flaw in proof(place).flaws}
    assert found == {
        ("issue", "changed", "i1"),
        ("receipt", "order", "1 (accounts/1.txt)"),
        ("receipt", "order", "2 (accounts/0.txt)"),
        ("judgement", "missing", "2"),
        ("brief", "outside", "1001"),
    }


FILES: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "edited": (lambda one, _: one.write_bytes(gzip.compress(b"other words")), "changed"),
    "deleted": (lambda one, _: one.unlink(), "missing"),
    "cut short": (lambda one, _: one.write_bytes(one.read_bytes()[:-9]), "broken"),
    "emptied": (lambda one, _: one.write_bytes(b""), "broken"),
    "padded": (lambda one, _: one.write_bytes(one.read_bytes() + bytes(100)), "broken"),
    "added to": (
        lambda one, _: one.write_bytes(one.read_bytes() + gzip.compress(b"")),
        "broken",
    ),
    "swapped": (lambda one, two: one.write_bytes(two.read_bytes()), "changed"),
    "no gzip": (lambda one, _: one.write_bytes(b"plain"), "broken"),
}


@pytest.mark.parametrize("how", FILES)
def test_each_original_is_guarded(place, how):
    hand, kind = FILES[how]
    hand(original(place, 0), original(place, 1))
    found = [(flaw.where, flaw.kind, flaw.row) for flaw in proof(place).flaws]
    assert found == [("originals", kind, received(0)[0].id)]


def test_the_same_bytes_compressed_anew_are_the_same_original(place):
    path = original(place, 0)
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()), 1, mtime=7))
    assert proof(place).whole


def test_what_a_crash_leaves_in_the_folder_is_a_note(place):
    folder = original(place, 0).parent
    (folder / f"{'0' * 64}.gz").write_bytes(gzip.compress(b"kept, and the row never came"))
    (folder / f".{'0' * 64}.77.tmp").write_bytes(b"half")
    found = proof(place)
    assert found.whole
    assert ["1 unfinished" in found.notes[0], "1 file in" in found.notes[1]] == [True, True]


def test_a_run_that_was_broken_off_before_its_first_rows_is_told(tmp_path):
    place = tmp_path / "thirdhand.db"
    with SqlStore.open(place) as store:
        for number in (1, 2):
            store.keep(received(number)[0])
    (note,) = proof(place).notes
    assert "2 files in " in note
    assert "a run was broken off before it kept its rows" in note
    assert "the same command again takes them in" in note


def test_an_original_that_changes_while_it_is_taken_in_is_refused(place, tmp_path):
    whole, _, _ = received(7)
    path = tmp_path / "7.txt"
    path.write_bytes(b"other bytes by now")
    with SqlStore.open(place) as store, pytest.raises(StoreError, match="changed while"):
        store.keep(type(whole)(whole.id, whole.size, whole.name, path))
    assert proof(place).whole


@pytest.mark.parametrize("how", FILES)
def test_the_same_bytes_sent_again_mend_an_original(place, how):
    FILES[how][0](original(place, 0), original(place, 1))
    with SqlStore.open(place) as store:
        store.keep(received(0)[0])
    assert proof(place).whole


def test_a_file_that_is_gone_is_told_and_leaves_nothing(place, tmp_path):
    whole, _, _ = received(7)
    with SqlStore.open(place) as store, pytest.raises(ChangedError, match="is gone"):
        store.keep(type(whole)(whole.id, whole.size, whole.name, tmp_path / "7.txt"))
    assert proof(place).notes == ()


def test_two_parts_of_one_name_have_a_receipt_each_and_no_more(place):
    rows = [dataclasses.replace(received(n)[2], name="a.zip/x.txt", within="z") for n in (7, 8)]
    rows = [dataclasses.replace(row, version=None) for row in rows]
    with SqlStore.open(place) as store:
        for _ in range(3):
            with store.stage("ingest"):
                store.put_receipts(rows)
        assert len([row for row in store.receipts() if row.within]) == len(rows)


@pytest.mark.parametrize("part", ["derived x", "derived"])
def test_a_log_with_an_odd_part_is_no_traceback(place, part):
    with past_the_guards(place) as raw:
        raw.execute("UPDATE log SET part = ?", [part])
    assert not proof(place).whole


def test_a_claim_of_endless_brackets_is_no_traceback(place):
    with past_the_guards(place) as raw:
        raw.execute("UPDATE claim SET body = ?", ["[" * 200_000])
    assert not proof(place).whole


def test_a_sealed_copy_is_verified_and_not_touched(place, monkeypatch):
    before = {path: path.stat().st_mtime_ns for path in place.parent.rglob("*")}
    monkeypatch.setattr(database, "_sealed", Path)
    assert proof(place).whole
    assert {path: path.stat().st_mtime_ns for path in place.parent.rglob("*")} == before


def test_an_original_is_written_once_and_opens_by_hand(place):
    path, (kept, _, _) = original(place, 0), received(0)
    before = path.stat().st_mtime_ns
    with SqlStore.open(place) as store:
        store.keep(kept)
    assert path.stat().st_mtime_ns == before
    assert gzip.decompress(path.read_bytes()) == kept.source


def test_an_earlier_head_is_found_and_a_cut_log_is_not_whole_to_it(place):
    head = proof(place).head
    with SqlStore.open(place) as store, store.stage("judge"):
        store.put_judgements([tampering.replace(tampering.JUDGEMENT, id="later")])
    assert "1 entry came since" in proof(place, head).notes[0]
    later = proof(place).head
    with past_the_guards(place) as raw:
        raw.execute("DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)")
        raw.execute("DELETE FROM judgement WHERE id = 'later'")
    # From inside nobody can see it: whoever kept the head can.
    assert proof(place).whole
    assert [(flaw.where, flaw.kind) for flaw in proof(place, later).flaws] == [("head", "missing")]


def test_a_guard_that_is_gone_is_told(place):
    with sqlite3.connect(place) as raw:
        raw.execute("DROP TRIGGER claim_no_update")
    assert [(f.where, f.row) for f in proof(place).flaws] == [("database", "claim")]


def test_a_database_cut_short_is_told(place):
    data = place.read_bytes()
    place.write_bytes(data[: len(data) // 2])
    try:
        assert proof(place).flaws
    except StoreError as error:
        assert "cannot be opened" in str(error)  # noqa: PT017 - either is an answer


COLUMNS = sorted((t.name, c.name) for t in META.tables.values() for c in t.columns)
RELAXED = settings(
    max_examples=1000 if SOAK else 40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@RELAXED
@given(st.sampled_from(COLUMNS), st.data())
def test_any_one_value_that_is_otherwise_is_found(filled, place, where, data):
    table, column = where
    shutil.copy(filled, place)
    with past_the_guards(place) as raw:
        row = data.draw(st.sampled_from(tampering.rowids(raw, table)))
        was = tampering.value(raw, table, row, column)
        values = st.one_of(st.text(), st.binary(), st.integers(-9, 99), st.floats(), st.none())
        try:
            tampering.put(raw, table, row, column, data.draw(values.filter(lambda v: v != was)))
        except (sqlite3.IntegrityError, UnicodeEncodeError):
            return
        now = tampering.value(raw, table, row, column)
    assert now == was or not proof(place).whole


@RELAXED
@given(st.data())
def test_any_byte_of_an_original_that_is_otherwise_is_found(place, data):
    path = original(place, data.draw(st.integers(0, 2)))
    was = path.read_bytes()
    at = data.draw(st.integers(0, len(was) - 1))
    now = bytearray(was)
    now[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(now)
    try:
        same = gzip.decompress(bytes(now)) == gzip.decompress(was)
    except (OSError, EOFError, ValueError, gzip.zlib.error):
        same = False
    whole = proof(place).whole
    path.write_bytes(was)
    # The head of a gzip file holds a time and the name of a system, which say nothing.
    assert whole == same


def everything(place: Path) -> dict[str, list[str]] | None:
    """All rows of all tables as they stand in the file; None where it cannot be read."""
    try:
        with closing(sqlite3.connect(place)) as raw:
            raw.text_factory = bytes
            query = "SELECT name FROM sqlite_master WHERE type = 'table'"
            names = sorted(name.decode() for (name,) in raw.execute(query))
            query = "SELECT * FROM {}"
            return {n: sorted(map(repr, raw.execute(query.format(n)))) for n in names}
    except (sqlite3.Error, UnicodeDecodeError):
        return None


@RELAXED
@given(st.data())
def test_any_bit_of_the_database_that_is_otherwise_is_found(filled, place, data):
    was = filled.read_bytes()
    at = data.draw(st.integers(0, len(was) - 1))
    now = bytearray(was)
    now[at] ^= 1 << data.draw(st.integers(0, 7))
    for beside in place.parent.glob("thirdhand.db-*"):
        beside.unlink()
    place.write_bytes(now)
    try:
        whole = proof(place).whole
    except StoreError:
        return
    # Much of a database holds nothing: there a bit says nothing either.
    assert not whole or everything(place) == everything(filled)


@RELAXED
@given(st.lists(st.sampled_from(["put", "again", "brief"]), max_size=5))
def test_whatever_the_program_does_leaves_a_whole_store(place, doings):
    for number, doing in enumerate(doings):
        with SqlStore.open(place) as store, store.stage(doing):
            _, row, receipt = received(number % 3)
            if doing == "put":
                row = tampering.replace(row, title=f"title {number}")
                receipt = tampering.replace(receipt, version=row.version)
            store.put_accounts([row])
            store.put_receipts([receipt])
            if doing == "brief":
                store.put_brief(tampering.replace(tampering.BRIEF, id=f"x{number}"))
                store.replace_view("riverbend", type(tampering.VIEW)())
    assert proof(place).whole
    assert LOG.name in TABLES
