"""The conformance script over every way to open a SQLite store, and what only SQLite has."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.conformance import StoreConformance
from tests.store.made import ACCOUNT, BRIEF, ISSUE, JUDGEMENT, READING, RECEIPT, VIEW, accounts

from thirdhand.model import Covered
from thirdhand.store import SqlStore, Store, StoreError
from thirdhand.store.database import connect
from thirdhand.store.tables import LOG, META, RAW


class TestFile(StoreConformance):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        with SqlStore.open(tmp_path / "thirdhand.db") as store:
            yield store


class TestMemory(StoreConformance):
    @pytest.fixture
    def store(self) -> Iterator[Store]:
        with SqlStore.open(":memory:") as store:
            yield store


class TestUrl(StoreConformance):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        with SqlStore.open(f"sqlite:///{tmp_path}/by-url.db") as store:
            yield store


def test_what_was_put_is_there_when_opened_again(tmp_path: Path) -> None:
    with SqlStore.open(tmp_path / "a.db") as store, store.stage("ingest"):
        store.put_accounts([ACCOUNT])
        store.put_readings([(ACCOUNT.version, READING)])
    with SqlStore.open(tmp_path / "a.db") as store:
        assert list(store.accounts()) == [ACCOUNT]
        assert store.read_versions(READING.reader) == {ACCOUNT.version}


def test_the_file_is_in_wal_mode(tmp_path: Path) -> None:
    SqlStore.open(tmp_path / "a.db").close()
    with sqlite3.connect(tmp_path / "a.db") as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_store_from_before_the_log_is_entered_into_it_and_marked(tmp_path: Path) -> None:
    place = tmp_path / "a.db"
    with SqlStore.open(place) as store, store.stage("read"):
        store.put_accounts([ACCOUNT])
        store.put_readings([(ACCOUNT.version, READING)])
        store.replace_view("riverbend", VIEW)
    with closing(sqlite3.connect(place)) as raw:
        raw.executescript("DROP TABLE log; DROP TABLE receipt")
        raw.execute("UPDATE alembic_version SET version_num = '0003'")
        raw.commit()
    with SqlStore.open(place) as store:
        found = store.verify()
        assert list(store.accounts()) == [ACCOUNT]
    assert found.whole
    assert any("rows from before the log were entered on" in note for note in found.notes)
    assert any("1 account has no receipt" in note for note in found.notes)
    with closing(sqlite3.connect(place)) as raw:
        assert {row for (row,) in raw.execute("SELECT stage FROM log")} == {"adopted"}
        raw.execute("UPDATE derived SET body = '{}' WHERE kind = 'cells'")
        raw.commit()
    with SqlStore.open(place) as store:
        assert [flaw.row for flaw in store.verify().flaws] == ["riverbend cells 0"]


def test_the_migrations_make_the_tables(tmp_path: Path) -> None:
    engine = connect(tmp_path / "a.db")
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), META)
    engine.dispose()
    assert found == []


@pytest.mark.parametrize("table", [t.name for t in (*RAW, LOG)])
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid"])
def test_raw_rows_are_append_only(tmp_path: Path, table: str, verb: str) -> None:
    with SqlStore.open(tmp_path / "a.db") as store, store.stage("read"):
        store.put_accounts([ACCOUNT])
        store.put_readings([(ACCOUNT.version, READING)])
        store.put_receipts([RECEIPT])
        store.put_judgements([JUDGEMENT])
        store.put_issues([ISSUE])
        store.put_brief(BRIEF)
        store.put_run(Covered("riverbend", (ACCOUNT.version,), ()))
    raw = sqlite3.connect(tmp_path / "a.db")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(verb.format(table))
    raw.close()


def test_a_reading_of_an_account_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with (
        SqlStore.open(tmp_path / "a.db") as store,
        pytest.raises(StoreError, match="FOREIGN KEY"),
        store.stage("read"),
    ):
        store.put_readings([("no such version", READING)])


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("these are my notes, and they are long enough to be no header at all" * 20)
    with pytest.raises(StoreError, match=r"notes\.db: cannot be opened as a store"):
        SqlStore.open(path)


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its folder does not exist"):
        SqlStore.open(tmp_path / "nowhere" / "a.db")


def test_a_store_of_a_later_version_is_said_so(tmp_path: Path) -> None:
    SqlStore.open(tmp_path / "a.db").close()
    raw = sqlite3.connect(tmp_path / "a.db")
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    with pytest.raises(StoreError, match="made by another version"):
        SqlStore.open(tmp_path / "a.db")


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(6)), st.lists(st.integers(0, 5), max_size=6))
def test_any_order_and_any_repeat_lists_the_same(order: list[int], again: list[int]) -> None:
    many = accounts(6)
    with SqlStore.open(":memory:") as store:
        for n in [*order, *again]:
            with store.stage("ingest"):
                store.put_accounts([many[n]])
        assert list(store.accounts()) == many


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["2019", "2020", "2021"]), min_size=1, max_size=6))
def test_the_latest_word_about_an_account_is_listed(dates: list[str]) -> None:
    with SqlStore.open(":memory:") as store:
        for date in dates:
            with store.stage("ingest"):
                store.put_accounts([replace(ACCOUNT, published=date)])
        assert [a.published for a in store.accounts()] == dates[-1:]
