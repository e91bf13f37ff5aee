"""Cited but not held."""

from typing import Any

import pytest


def names(desk: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(row.name, row.kind, row.cited_by) for row in desk.findings().missing]


def test_the_report_an_article_quotes_is_wanted_once(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    desk.says(account, 500, "task force officials", "inspector general's report")
    desk.says(account, 20, "the report", indicator="guards", speaker_kind="document")
    desk.attributes(account, "The report", "document")
    desk.attributes(account, "the inspector general's report", "document")
    (row,) = desk.findings().missing
    assert row.name == "the inspector general's report"
    assert (row.kind, row.cited_by, len(row.claims)) == ("document", ("a",), 2)
    assert row.reason == (
        "“the inspector general's report” is cited by a and the case does not hold it;"
        " 2 claims rest on it."
    )


def test_an_outlet_between_voice_and_teller(desk: Any) -> None:
    desk.says(desk.account("a", "plain.com"), 500, "a senator", "Far Herald")
    desk.says(desk.account("b", "two.com"), 500, "a senator", "the Far Herald")
    assert names(desk) == [("the Far Herald", "outlet", ("a", "b"))]


def test_what_the_case_holds_is_not_wanted(desk: Any) -> None:
    desk.account("held", "far-herald.com")
    desk.account("titled", "x.org", title="Inspector General's report to the council on Vale")
    desk.account("owned", "hillnews.net")
    citing = desk.account("a", "plain.com")
    for link in ("Far Herald", "the inspector general's report", "Hill News"):
        desk.says(citing, 500, "officials", link)
    assert names(desk) == []


@pytest.mark.parametrize("link", ["officials", "Relief Office", "Hill Guard", "the United Body"])
def test_voices_that_cannot_be_got_and_read_are_not_listed(desk: Any, link: str) -> None:
    desk.says(desk.account("a", "plain.com"), 500, "someone", link)
    desk.attributes(desk.accounts[0], link, "named")
    assert names(desk) == []


def test_a_bare_report_stays_with_its_own_account(desk: Any) -> None:
    for ref in "ab":
        desk.attributes(desk.account(ref, f"{ref}.com"), "the report", "document")
    assert names(desk) == [("the report", "document", ("a",)), ("the report", "document", ("b",))]


def test_the_outlet_itself_is_never_missing(desk: Any) -> None:
    desk.says(desk.account("a", "far-herald.com"), 500, "Far Herald", speaker_kind="outlet")
    assert names(desk) == []


def test_an_agency_is_wanted_once_by_whatever_name(desk: Any) -> None:
    desk.says(desk.account("a", "plain.com"), 500, "a senator", "Associated Press")
    desk.says(desk.account("b", "two.com"), 500, "a senator", "AP")
    assert names(desk) == [("Associated Press", "outlet", ("a", "b"))]
