"""An account that cites another account is no new voice."""

from dataclasses import replace
from typing import Any

import pytest


def cited(desk: Any) -> list[tuple[str, str]]:
    return [(row.account, row.cited) for row in desk.findings().cites]


def test_who_names_the_publisher_for_the_same_figure_cites_its_account(desk: Any) -> None:
    desk.says(desk.account("a", "plain.com", "2021-03-01"), 500)
    claim = desk.says(desk.account("b", "one.com", "2021-03-02"), 500, "the Daily Plain")
    (row,) = desk.findings().cites
    assert (row.account, row.cited, row.claims) == ("b", "a", (claim.id,))
    assert row.reason == "b cites a: it names the Daily Plain, which tells the same (“words 0”)."


def test_of_several_accounts_the_latest_before_is_meant(desk: Any) -> None:
    for ref, day in (("a", "01"), ("b", "05"), ("c", "20")):
        desk.says(desk.account(ref, "plain.com", f"2021-03-{day}"), 500)
    desk.says(desk.account("d", "one.com", "2021-03-10"), 500, "Daily Plain")
    assert cited(desk) == [("d", "b")]


@pytest.mark.parametrize(
    ("published", "value", "indicator"),
    [("2021-03-09", 500, "population"), (None, 500, "guards"), (None, 900, "population")],
)
def test_what_came_later_or_tells_another_thing_is_not_cited(
    desk: Any, published: str | None, value: float, indicator: str
) -> None:
    desk.says(desk.account("a", "plain.com", published), value, indicator=indicator)
    desk.says(desk.account("b", "one.com", "2021-03-02"), 500, "Daily Plain")
    assert cited(desk) == []


@pytest.mark.parametrize(
    ("name", "title", "published", "found"),
    [
        ("Vale Watch report of March 2021", None, "2021-03-30", True),
        ("Vale Watch March report", None, "2021-03", True),
        ("Vale Watch report of March 2020", None, "2021-03-30", False),
        ("Vale Watch's Broken Promises report", "Broken promises: Vale Watch", None, True),
        ("Broken Promises report", "Broken promises in the vale", None, True),
        ("Promises report", "Broken promises in the vale", None, False),
        ("the report", None, "2021-03-30", False),
        ("Relief Office report of March 2021", None, "2021-03-30", False),
    ],
)
def test_a_named_report_with_a_date_is_its_account(
    desk: Any, name: str, title: str | None, published: str | None, found: bool
) -> None:
    desk.account("a", "valewatch.org", published, title=title)
    desk.attributes(desk.account("b", "one.com", "2021-04-02"), name, "document")
    assert (cited(desk) == [("b", "a")]) is found


def test_the_address_of_an_account_cites_it(desk: Any) -> None:
    held = desk.account("a", "plain.com")
    desk.accounts[0] = replace(held, url="https://www.plain.com/news/1/")
    desk.account("b", "one.com", text="More at https://plain.com/news/1.")
    desk.account("c", "plain.com", text="See plain.com/news/1 again.")
    assert cited(desk) == [("b", "a")]


def test_one_who_cites_an_account_adds_no_voice_to_it(desk: Any) -> None:
    """The Relief Office gives the figure as its own, and cites the report it has it from."""
    desk.says(desk.account("a", "valewatch.org", "2021-03-03"), 500)
    office = desk.account("b", "ro.org", "2021-03-20")
    desk.attributes(office, "Vale Watch report of March 2021", "document")
    desk.says(office, 500)
    (row,) = desk.findings().assessments
    assert row.voices == ("Vale Watch",)
    assert row.verdict == "single"


def test_two_voices_tied_by_a_citation_do_not_confirm(desk: Any) -> None:
    first = desk.account("a", "plain.com", "2021-03-01")
    desk.says(first, 500, "RO")
    second = desk.account("b", "one.com", "2021-03-02", text="From https://plain.com/news/1 .")
    desk.says(second, 500, "Vale Watch")
    assert desk.findings().assessments[0].grade.information == 1
    desk.accounts[0] = replace(first, url="https://plain.com/news/1")
    (row,) = desk.findings().assessments
    assert (len(row.voices), row.grade.information) == (2, 2)
