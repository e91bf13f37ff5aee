"""How every store must behave. test_sqlite.py runs it over each way to open one.

A subclass gives the fixture `store`: an empty store.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from tests.store.made import (
    ACCOUNT,
    BRIEF,
    FINDINGS,
    ISSUE,
    JUDGEMENT,
    READING,
    RECEIPT,
    VIEW,
    accounts,
    read,
)

from thirdhand.model import Account, Covered, Findings, View, Window
from thirdhand.store import Place, Store


class CrashError(Exception):
    """Stands for whatever may go wrong in the middle of a stage."""


class StoreConformance:
    """A store is any class that passes these."""

    @pytest.fixture
    def store(self) -> Iterator[Store]:
        raise NotImplementedError

    def test_what_was_put_is_listed(self, store: Store) -> None:
        with store.stage("ingest"):
            store.put_accounts([ACCOUNT])
            store.put_issues([ISSUE])
        assert list(store.accounts()) == [ACCOUNT]
        assert list(store.issues()) == [ISSUE]

    def test_a_reading_comes_back_with_its_claims_in_order(self, store: Store) -> None:
        with store.stage("ingest"):
            store.put_accounts([ACCOUNT])
        with store.stage("read"):
            store.put_readings([(ACCOUNT.version, READING)])
        assert list(store.readings(READING.reader, [ACCOUNT.version])) == [READING]
        assert store.read_versions(READING.reader) == {ACCOUNT.version}

    def test_another_reader_has_read_nothing(self, store: Store) -> None:
        with store.stage("read"):
            store.put_accounts([ACCOUNT])
            store.put_readings([(ACCOUNT.version, READING)])
        assert store.read_versions("rules-2") == frozenset()
        assert list(store.readings("rules-2", [ACCOUNT.version])) == []

    def test_judgements_come_back_in_the_order_made(self, store: Store) -> None:
        later = replace(JUDGEMENT, id="0", ruling="revoke")
        for row in (JUDGEMENT, later, JUDGEMENT):
            with store.stage("judge"):
                store.put_judgements([row])
        assert list(store.judgements()) == [JUDGEMENT, later]

    def test_put_twice_is_put_once(self, store: Store) -> None:
        for _ in range(2):
            with store.stage("read"):
                store.put_accounts([ACCOUNT, ACCOUNT])
                store.put_readings([(ACCOUNT.version, READING)])
                store.put_issues([ISSUE, ISSUE])
        assert list(store.accounts()) == [ACCOUNT]
        assert list(store.readings(READING.reader, [ACCOUNT.version])) == [READING]
        assert list(store.issues()) == [ISSUE]

    def test_order_of_puts_does_not_change_the_listing(self, store: Store) -> None:
        many = accounts(7)
        with store.stage("ingest"):
            store.put_accounts(reversed(many))
        assert list(store.accounts()) == sorted(many, key=lambda a: a.id)

    def test_a_changed_account_is_a_new_version_and_the_latest_wins(self, store: Store) -> None:
        dated = replace(ACCOUNT, published="2021-03-05", date_basis="given")
        with store.stage("ingest"):
            store.put_accounts([ACCOUNT, dated])
        assert list(store.accounts()) == [dated]
        with store.stage("ingest"):
            store.put_accounts([ACCOUNT])
        assert list(store.accounts()) == [ACCOUNT]

    def test_an_older_version_keeps_its_reading(self, store: Store) -> None:
        dated = replace(ACCOUNT, published="2021-03-05")
        with store.stage("read"):
            store.put_accounts([ACCOUNT, dated])
            store.put_readings([(ACCOUNT.version, READING), (dated.version, read(dated))])
        assert list(store.readings(READING.reader, [ACCOUNT.version])) == [READING]

    def test_many_rows_are_listed_whole(self, store: Store) -> None:
        many = accounts(1203)
        with store.stage("read"):
            store.put_accounts(many)
            store.put_readings((a.version, read(a)) for a in many)
        versions = [a.version for a in many]
        assert {r.account for r in store.readings("rules-1", versions)} == {a.id for a in many}
        assert len(list(store.accounts())) == 1203

    def test_a_crash_inside_a_stage_leaves_nothing_of_it(self, store: Store) -> None:
        with store.stage("ingest"):
            store.put_accounts([ACCOUNT])
        with suppress(CrashError), store.stage("read"):
            store.put_readings([(ACCOUNT.version, READING)])
            store.put_issues([ISSUE])
            store.replace_view("riverbend", VIEW)
            raise CrashError
        assert list(store.accounts()) == [ACCOUNT]
        assert store.read_versions(READING.reader) == frozenset()
        assert list(store.issues()) == []
        assert store.view("riverbend") == View()

    def test_a_crash_that_replaces_keeps_what_was_there(self, store: Store) -> None:
        with store.stage("corroborate"):
            store.replace_findings("riverbend", FINDINGS)
        with suppress(CrashError), store.stage("corroborate"):
            store.replace_findings("riverbend", Findings())
            raise CrashError
        assert store.findings("riverbend") == FINDINGS

    def test_derived_rows_are_replaced_whole_and_by_site(self, store: Store) -> None:
        with store.stage("visibility"):
            store.replace_findings("riverbend", FINDINGS)
            store.replace_view("riverbend", VIEW)
            store.replace_view("hilltop", VIEW)
        assert store.findings("riverbend") == FINDINGS
        assert store.view("riverbend") == VIEW
        with store.stage("visibility"):
            store.replace_view("riverbend", View())
        assert store.view("riverbend") == View()
        assert store.view("hilltop") == VIEW
        assert store.findings("riverbend") == FINDINGS

    def test_a_row_is_found_by_how_its_id_begins(self, store: Store) -> None:
        claim = READING.claims[0]
        with store.stage("read"):
            store.put_accounts([ACCOUNT])
            store.put_readings([(ACCOUNT.version, READING)])
            for site in ("riverbend", "a"):
                store.replace_findings(site, FINDINGS)
            store.replace_view("riverbend", VIEW)
        assert store.find("as") == [
            Place("assessments", "a", "as1"),
            Place("assessments", "riverbend", "as1"),
        ]
        assert store.find("cell") == [Place("cells", "riverbend", "cell1")]
        assert store.find(claim.id[:8]) == [Place("claim", "", claim.id)]
        assert store.find("%") == store.find("nobody") == []
        assert store.sites() == ["a", "riverbend"]

    def test_claims_and_accounts_come_by_id(self, store: Store) -> None:
        newer = replace(ACCOUNT, publisher="The Other Post")
        again = replace(READING, id="again", reader="rules-2")
        with store.stage("read"):
            store.put_accounts([ACCOUNT, newer])
            store.put_readings([(ACCOUNT.version, READING), (newer.version, again)])
        ids = [claim.id for claim in READING.claims]
        assert {c.id: c for c in READING.claims} == {c.id: c for c in store.claims(ids)}
        assert len(list(store.claims([*ids, ids[0], "nobody"]))) == len(set(ids))
        assert list(store.accounts_of([ACCOUNT.id, "nobody"])) == [newer]

    def test_a_version_of_an_account_comes_as_it_was(self, store: Store) -> None:
        newer = replace(ACCOUNT, publisher="The Other Post")
        with store.stage("read"):
            store.put_accounts([ACCOUNT, newer])
        assert list(store.accounts_at([ACCOUNT.version, "nobody"])) == [ACCOUNT]

    def test_the_last_brief_is_the_last_that_differs(self, store: Store) -> None:
        other = replace(BRIEF, id="b2", made="2021-05-02")
        assert store.last_brief(BRIEF) is None
        for row, last in ((BRIEF, None), (BRIEF, None), (other, BRIEF), (other, BRIEF)):
            assert store.last_brief(row) == last
            with store.stage("brief"):
                store.put_brief(row)
        # What was so before is so again, and is kept again.
        with store.stage("brief"):
            store.put_brief(BRIEF)
        assert store.last_brief(replace(BRIEF, id="b3")) == BRIEF

    def test_the_last_brief_is_of_the_same_readers_and_ends_no_later(self, store: Store) -> None:
        july, august, never = (
            replace(BRIEF, id=end or "open", window=Window.parse(until=end))
            for end in ("2021-07", "2021-08", None)
        )
        rows = (never, replace(august, id="p", audience="public"), august, july)
        with store.stage("brief"):
            for row in rows:
                store.put_brief(row)
        assert store.last_brief(july) is None
        assert store.last_brief(august) == july
        assert store.last_brief(never) == august
        assert store.last_brief(replace(august, site="hilltop")) is None

    def test_a_whole_brief_ends_where_what_it_tells_ends(self, store: Store) -> None:
        whole = replace(BRIEF, id="whole", last="2021-07-31")
        july, august = (
            replace(BRIEF, id=end, window=Window.parse(until=end)) for end in ("2021-07", "2021-08")
        )
        with store.stage("brief"):
            store.put_brief(whole)
        assert store.last_brief(replace(july, window=Window.parse(until="2021-06"))) is None
        assert store.last_brief(july) == store.last_brief(august) == whole
        with store.stage("brief"):
            store.put_brief(august)
        # A whole one is set beside a whole one, though what it tells may end earlier now.
        assert store.last_brief(replace(whole, id="less", last="2021-06-30")) == whole

    def test_the_last_run_of_a_site_is_remembered(self, store: Store) -> None:
        assert store.last_run("riverbend") is None
        for versions in (("v1",), ("v1", "v2"), ("v1", "v2")):
            with store.stage("ingest"):
                store.put_run(Covered("riverbend", versions, ("i1",)))
        assert store.last_run("riverbend") == Covered("riverbend", ("v1", "v2"), ("i1",))
        assert store.last_run("hilltop") is None
        assert [run.accounts for run in store.runs()] == [("v1",), ("v1", "v2")]

    def test_a_receipt_is_kept_once_until_something_else_comes_under_its_name(
        self, store: Store
    ) -> None:
        later = replace(RECEIPT, received="2026-12-01T10:00:00Z")
        other = replace(later, original="o" * 64, version=None, outcome="damaged-pdf")
        with store.stage("ingest"):
            store.put_accounts([ACCOUNT])
        for row in (RECEIPT, later, other, later):
            with store.stage("ingest"):
                store.put_receipts([row, row])
        assert list(store.receipts()) == [RECEIPT, other, later]
        assert list(store.receipts([ACCOUNT.id])) == [RECEIPT, later]
        assert list(store.receipts([])) == []

    def test_all_versions_are_listed_as_they_came(self, store: Store) -> None:
        newer = replace(ACCOUNT, publisher="The Other Post")
        for row in (newer, ACCOUNT, newer):
            with store.stage("ingest"):
                store.put_accounts([row])
        assert list(store.versions()) == [newer, ACCOUNT]

    def test_every_stage_leaves_a_whole_store_and_another_head(self, store: Store) -> None:
        heads = [store.verify().head]
        for put in (
            lambda: store.put_accounts([ACCOUNT]),
            lambda: store.put_receipts([RECEIPT]),
            lambda: store.put_readings([(ACCOUNT.version, READING)]),
            lambda: store.put_judgements([JUDGEMENT]),
            lambda: store.put_issues([ISSUE]),
            lambda: store.put_brief(BRIEF),
            lambda: store.put_run(Covered("riverbend", (ACCOUNT.version,), ())),
            lambda: store.replace_findings("riverbend", FINDINGS),
            lambda: store.replace_view("riverbend", VIEW),
        ):
            with store.stage("any"):
                put()
            found = store.verify([head for head in heads if head])
            # What these rows tell of is made up: no bytes ever came.
            assert {flaw.where for flaw in found.flaws} <= {"originals"}
            heads.append(found.head)
            with store.stage("again"):
                put()
            assert store.verify().head == heads[-1], "what is put twice is entered once"
        assert len(set(heads)) == len(heads)

    def test_a_crash_leaves_nothing_in_the_log(self, store: Store) -> None:
        with suppress(CrashError), store.stage("ingest"):
            store.put_accounts([ACCOUNT])
            raise CrashError
        assert (store.verify().entries, store.ground()) == (0, "")

    def test_what_a_brief_rests_on_has_a_head_that_briefs_do_not_move(self, store: Store) -> None:
        with store.stage("ingest"):
            store.put_accounts([ACCOUNT])
        ground = store.ground()
        with store.stage("brief"):
            store.replace_view("riverbend", VIEW)
            store.put_issues([ISSUE])
            store.put_brief(BRIEF)
        assert store.ground() == ground
        assert any(ground[:12] in note for note in store.verify([ground]).notes)
        with store.stage("read"):
            store.put_readings([(ACCOUNT.version, READING)])
        assert store.ground() != ground

    def test_nothing_is_put_outside_a_stage(self, store: Store) -> None:
        with pytest.raises(RuntimeError, match="inside a stage"):
            store.put_accounts([ACCOUNT])
        assert list(store.accounts()) == []

    def test_a_stage_holds_no_other_stage(self, store: Store) -> None:
        with (
            store.stage("ingest"),
            pytest.raises(RuntimeError, match="inside stage 'ingest'"),
            store.stage("read"),
        ):
            pass

    @pytest.mark.parametrize(
        "text",
        ["مخيم", "a\x00b", "line\r\n", "\U0001f600", "\ud800 half a pair", ""],
        ids=["arabic", "nul", "newline", "emoji", "lone surrogate", "empty"],
    )
    def test_text_is_kept_character_for_character(self, store: Store, text: str) -> None:
        odd = replace(ACCOUNT, text=text, path=f"/accounts/{text}.txt")
        with store.stage("ingest"):
            store.put_accounts([odd])
        assert list(store.accounts()) == [odd]

    def test_a_listing_can_be_read_inside_a_stage(self, store: Store) -> None:
        with store.stage("ingest"):
            store.put_accounts([ACCOUNT])
            seen: list[Account] = list(store.accounts())
        assert seen == [ACCOUNT]
