"""Figures that count different things, told apart by the words around them."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.corroborate.told import says


def test_an_age_that_one_voice_names_is_a_difference_of_definition(desk: Any) -> None:
    text = "RO counts 340 children under 12 in Vale. Vale Watch puts the children at 430 in March."
    account = desk.account("a", "one.com", text=text)
    one = says(desk, account, "340 children", 340, "RO", breakdown=("children",))
    other = says(desk, account, "430", 430, "Vale Watch", breakdown=("children",))
    (row,) = desk.findings().contradictions
    assert (row.kind, row.within, row.claims) == ("definition", True, (one.id, other.id))
    assert row.reason == (
        "RO [Relief Office] says 340 people (children) (“under 12”), Vale Watch says 430 people"
        " (children) (no such words): they count different things (age)."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("500 people, including Iraqis,", "900 people, without the Iraqis,"),
        ("500 people registered", "900 people actually living"),
        ("500 people", "900 people in the two camps"),
        ("500 family members linked to the fighters", "900 people"),
    ],
)
def test_words_that_count_otherwise(desk: Any, one: str, other: str) -> None:
    for ref, words, value in (("a", one, 500), ("b", other, 900)):
        account = desk.account(ref, f"{ref}.com", text=f"There are {words} at Vale, it said.")
        says(desk, account, f"{value}", value, f"Voice {ref}")
    assert [row.kind for row in desk.findings().contradictions] == ["definition"]


def test_words_that_make_it_fewer_do_not_explain_why_it_is_more(desk: Any) -> None:
    """More children under 12 than children: no way of counting makes that so."""
    for ref, words, value in (("a", "430 children under 12", 430), ("b", "340 children", 340)):
        account = desk.account(ref, f"{ref}.com", text=f"There are {words} at Vale, it said.")
        says(desk, account, f"{value} children", value, f"Voice {ref}", breakdown=("children",))
    assert [row.kind for row in desk.findings().contradictions] == ["contradiction"]


def test_a_day_against_a_running_total(desk: Any) -> None:
    text = (
        "Another 26 suspects were held, Vale Watch said. That brings those held since the"
        " operation began to 136, said the Relief Office."
    )
    account = desk.account("a", "one.com", text=text)
    day = {"indicator": "arrests", "period": "2021-03-04"}
    says(desk, account, "26 suspects", 26, "Vale Watch", **day)
    says(desk, account, "136", 136, "RO", **day)
    (row,) = desk.findings().contradictions
    assert (row.kind, "“Another”" in row.reason) == ("definition", True)
    assert "“since the operation began" in row.reason


def test_words_of_the_next_figure_are_not_its_own(desk: Any) -> None:
    """ "60 thousand, of whom 25 thousand are Iraqis" is a whole, and stays one."""
    text = "Vale has 60,000 people, of whom 25,000 are Iraqis, RO said."
    first = desk.account("a", "one.com", text=text)
    says(desk, first, "60,000 people", 60_000, "RO")
    says(desk, first, "25,000", 25_000, "RO", breakdown=("iraqi",))
    desk.says(desk.account("b", "two.com"), 50_000, "Vale Watch")
    assert [row.kind for row in desk.findings().contradictions] == ["contradiction"]


@pytest.mark.parametrize(
    "part",
    [
        "300 of them",
        "300 Iraqis",
        "300 displaced civilians",
        "300 people were deregistered",
        "300 people have left",
    ],
)
def test_what_is_told_as_a_part_is_never_set_against_the_whole(desk: Any, part: str) -> None:
    account = desk.account("a", "one.com", text=f"RO says that {part} in March.")
    quote = "300 people" if "people" in part else part
    says(desk, account, quote, 300, "RO")
    desk.says(desk.account("b", "two.com"), 500, "Vale Watch")
    assert desk.findings().contradictions == ()


def test_a_stock_of_two_days_that_moves_so_fast_is_change(desk: Any) -> None:
    for n, value in enumerate((1000, 1100, 1210, 1331, 1464)):
        day = f"2020-{n + 8:02d}-01"
        desk.says(desk.account(f"s{n}", "ro.org", day), value, "RO", period=day)
    desk.says(desk.account("a", "one.com"), 2000, "Vale Watch", period="2021-03-01")
    desk.says(desk.account("b", "two.com"), 2200, "HF", period="2021-03-28")
    (row,) = [r for r in desk.findings().contradictions if "2,200" in r.reason]
    assert row.kind == "change"
    assert row.reason == (
        "2,000 people (2021-03-01) by Vale Watch and 2,200 people (2021-03-28) by HF [Health"
        " Front]: 27 days lie between, and this figure moves by about 0.31% a day."
    )


def test_without_a_series_nothing_is_explained_as_change(desk: Any) -> None:
    desk.says(desk.account("a", "one.com"), 2000, "Vale Watch", period="2021-03-01")
    desk.says(desk.account("b", "two.com"), 2300, "HF", period="2021-03-28")
    (row,) = desk.findings().contradictions
    assert row.kind == "contradiction"


def test_a_later_higher_toll_is_change(desk: Any) -> None:
    fire = {"indicator": "deaths", "period": "2021-02-27"}
    desk.says(desk.account("a", "one.com", "2021-02-27"), 3, "RO", **fire)
    desk.says(desk.account("b", "two.com", "2021-03-20"), 7, "HF", hedge="at least", **fire)
    (row,) = desk.findings().contradictions
    assert row.kind == "change"
    assert row.reason.endswith("one happening (account a of 2021-02-27, account b of 2021-03-20).")


def test_a_later_lower_toll_is_none(desk: Any) -> None:
    fire = {"indicator": "deaths", "period": "2021-02-27"}
    desk.says(desk.account("a", "one.com", "2021-02-27"), 7, "RO", **fire)
    desk.says(desk.account("b", "two.com", "2021-03-20"), 3, "HF", **fire)
    (row,) = desk.findings().contradictions
    assert row.kind == "contradiction"


@pytest.mark.parametrize(("words", "rows"), [("so far this year", 1), ("earlier this year", 0)])
def test_a_short_time_cannot_count_more_than_a_long_one(desk: Any, words: str, rows: int) -> None:
    long = desk.account("a", "one.com", text=f"Vale Watch says 36 were killed {words}.")
    says(desk, long, "36", 36, "Vale Watch", indicator="killed", period="2021")
    short = desk.account("b", "two.com", text="By RO, 44 were killed in March.")
    says(desk, short, "44", 44, "RO", indicator="killed", period="2021-03")
    found = desk.findings().contradictions
    assert [row.kind for row in found] == ["contradiction"] * rows


def test_a_running_count_of_one_voice_that_falls_is_no_change(desk: Any) -> None:
    long = desk.account("a", "one.com", "2021-12-30", text="RO says 36 were killed this year.")
    short = desk.account("b", "two.com", "2021-04-05", text="By RO, 44 were killed in March.")
    says(desk, long, "36", 36, "RO", indicator="killed", period="2021")
    says(desk, short, "44", 44, "RO", indicator="killed", period="2021-03")
    assert [row.kind for row in desk.findings().contradictions] == ["contradiction"]


phrases = st.lists(
    st.sampled_from(
        [
            "{n} children under 12 live there",
            "{n} people in the two camps",
            "another {n} people were held",
            "{n} people, of whom most are Iraqis",
            "{n} people since the operation began",
            "the {n} residents, including Iraqis",
        ]
    ),
    min_size=2,
    max_size=4,
)


@given(phrases)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_quoted_word_stands_in_an_account(new_desk: Any, rows: list[str]) -> None:
    desk = new_desk()
    texts = []
    for n, phrase in enumerate(rows):
        value = 500 + 300 * n
        texts.append(f"There are {phrase.format(n=value)} at Vale, it said.")
        account = desk.account(str(n), f"s{n}.com", text=texts[-1])
        says(desk, account, str(value), value, f"Voice {n}")
    for row in desk.findings().contradictions:
        for quoted in re.findall("“(.+?)”", row.reason):
            assert any(quoted in text for text in texts)


def test_the_toll_of_the_year_is_no_toll_of_its_first_months(desk: Any) -> None:
    text = (
        "Vale Watch says there were 73 crimes in the first eleven months of 2021. The Relief Office"
        " put the year's toll at 126 crimes."
    )
    account = desk.account("a", "one.com", text=text)
    months = {"indicator": "attacks", "unit": "events", "period": "2021-01-01/2021-11-30"}
    says(desk, account, "73 crimes", 73, "Vale Watch", **months)
    says(desk, account, "126 crimes", 126, "RO", **months)
    assert [row.kind for row in desk.findings().contradictions] == ["definition"]
