# ruff: noqa: E501 - a row of a case table is one line
"""Times as written, resolved against the account's date. Monday 12 August 2019, unless told."""

import datetime as dt
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.model import Period
from thirdhand.read.when import times

MONDAY = "2019-08-12"

DATES = [
    ("on 4 June 2019", "4 June 2019", "2019-06-04", "2019-06-04", "day"),
    ("on June 4, 2019", "June 4, 2019", "2019-06-04", "2019-06-04", "day"),
    ("on the 4th of June 2019", "4th of June 2019", "2019-06-04", "2019-06-04", "day"),
    ("on 2019-06-04", "2019-06-04", "2019-06-04", "2019-06-04", "day"),
    ("on 04-Jun-2019", "04-Jun-2019", "2019-06-04", "2019-06-04", "day"),
    ("on 4 June", "4 June", "2019-06-04", "2019-06-04", "day"),
    ("on Aug. 3", "Aug. 3", "2019-08-03", "2019-08-03", "day"),
    ("on 20 December", "20 December", "2018-12-20", "2018-12-20", "day"),
    ("in March 2019", "March 2019", "2019-03-01", "2019-03-31", "month"),
    ("in early March 2019", "early March 2019", "2019-03-01", "2019-03-31", "month"),
    ("in 2018", "2018", "2018-01-01", "2018-12-31", "year"),
    ("from 3 to 9 June", "3 to 9 June", "2019-06-03", "2019-06-09", "day"),
    ("on 3-5 June 2019", "3-5 June 2019", "2019-06-03", "2019-06-05", "day"),
    ("from June 28 to July 2", "June 28 to July 2", "2019-06-28", "2019-07-02", "day"),
    (
        "in the first quarter of 2019",
        "the first quarter of 2019",
        "2019-01-01",
        "2019-03-31",
        "month",
    ),
    (
        "in the first half of 2019",
        "the first half of 2019",
        "2019-01-01",
        "2019-06-30",
        "month",
    ),
    ("on Saturday, June 8, 2019", "Saturday, June 8, 2019", "2019-06-08", "2019-06-08", "day"),
    ("on 25/6/2019", "25/6/2019", "2019-06-25", "2019-06-25", "day"),
    ("on 6/25/2019", "6/25/2019", "2019-06-25", "2019-06-25", "day"),
    ("from March to July 2019", "March to July 2019", "2019-03-01", "2019-07-31", "month"),
    (
        "between November and February 2019",
        "November and February 2019",
        "2018-11-01",
        "2019-02-28",
        "month",
    ),
    ("over the past eighty days", "the past eighty days", "2019-05-24", "2019-08-12", "day"),
    ("in Q2 2019", "Q2 2019", "2019-04-01", "2019-06-30", "month"),
    ("in the winter of 2018", "the winter of 2018", "2018-12-01", "2019-02-28", "month"),
    ("on 3 October", "3 October", "2019-10-03", "2019-10-03", "day"),
    ("29 February 2016", "29 February 2016", "2016-02-29", "2016-02-29", "day"),
]
RELATIVE = [
    ("it came overnight", "overnight", "2019-08-11", "2019-08-11", "day"),
    ("it came yesterday", "yesterday", "2019-08-11", "2019-08-11", "day"),
    ("it came today", "today", "2019-08-12", "2019-08-12", "day"),
    ("last week", "last week", "2019-08-05", "2019-08-11", "day"),
    ("this week", "this week", "2019-08-12", "2019-08-18", "day"),
    ("last month", "last month", "2019-07-01", "2019-07-31", "month"),
    ("last year", "last year", "2018-01-01", "2018-12-31", "year"),
    ("last spring", "last spring", "2019-03-01", "2019-05-31", "month"),
    ("this summer", "this summer", "2019-06-01", "2019-08-31", "month"),
    ("last winter", "last winter", "2018-12-01", "2019-02-28", "month"),
    ("in the second quarter", "the second quarter", "2019-04-01", "2019-06-30", "month"),
    (
        "in last year's fourth quarter",
        "last year's fourth quarter",
        "2018-10-01",
        "2018-12-31",
        "month",
    ),
    ("three days ago", "three days ago", "2019-08-09", "2019-08-09", "day"),
    ("two weeks ago", "two weeks ago", "2019-07-29", "2019-08-04", "day"),
    ("two months ago", "two months ago", "2019-06-01", "2019-06-30", "month"),
    ("in the past two weeks", "the past two weeks", "2019-07-29", "2019-08-12", "day"),
    ("over the last 3 days", "the last 3 days", "2019-08-09", "2019-08-12", "day"),
]
WEEKDAYS = [
    ("It happened on Friday.", "Friday", "2019-08-09"),
    ("It happened on Monday.", "Monday", "2019-08-12"),
    ("It happened last Monday.", "last Monday", "2019-08-05"),
    ("It happened on Tuesday night.", "Tuesday night", "2019-08-06"),
    ("The convoy will leave on Friday.", "Friday", "2019-08-16"),
    ("The governor said on Friday that the convoy will leave.", "Friday", "2019-08-09"),
    ("Guards, who will be replaced, shot at it on Friday.", "Friday", "2019-08-09"),
    ("The convoy leaves next Friday.", "next Friday", "2019-08-16"),
]
MONTHS = [
    ("The camp opened in March.", "2019-03-01", "2019-03-31"),
    ("The camp opened in November.", "2018-11-01", "2018-11-30"),
    ("The camp will open in November.", "2019-11-01", "2019-11-30"),
    ("People came in late July.", "2019-07-01", "2019-07-31"),
    ("People came in mid-June.", "2019-06-01", "2019-06-30"),
]
NO_SUCH_DAY = ["31 April", "30 February 2019", "29 February 2019", "2019-13-40", "June 31, 2019"]
UNDATED = ["last week", "on Friday", "yesterday", "in March", "on 4 June", "two days ago"]
NONE = [
    "They may march on the capital.",
    "He may come.",
    "a second attack",
    "the sun and the moon",
    "2,019 people",
    "12019",
    "no time at all",
    "Phase 3",
]


def named(text, published=MONDAY):
    rows = []
    for time_ in times(text, Period.parse(published, "published") if published else None):
        found = time_.stretch
        told = (found.first.isoformat(), found.last.isoformat(), found.precision) if found else None
        rows.append((text[time_.start : time_.end], *(told or (None, None, None))))
    return rows


@pytest.mark.parametrize(("text", "words", "first", "last", "precision"), DATES + RELATIVE)
def test_a_time(text, words, first, last, precision):
    assert named(text) == [(words, first, last, precision)]


@pytest.mark.parametrize(("text", "words", "at"), WEEKDAYS)
def test_a_weekday_is_the_latest_past_one_unless_it_is_told_ahead(text, words, at):
    assert named(text) == [(words, at, at, "day")]


@pytest.mark.parametrize(("text", "first", "last"), MONTHS)
def test_a_month_without_a_year(text, first, last):
    ((_, *rest),) = named(text)
    assert rest == [first, last, "month"]


@pytest.mark.parametrize("words", NO_SUCH_DAY)
def test_a_day_that_does_not_exist_is_named_and_not_resolved(words):
    ((quote, *rest),) = named(f"It came on {words} at night.")
    assert quote == words
    assert rest == [None, None, None]


@pytest.mark.parametrize("words", UNDATED)
def test_an_undated_account_resolves_no_relative_time(words):
    assert [row[1:] for row in named(f"It came {words}.", None)] == [(None, None, None)]


def test_an_undated_account_keeps_a_full_date():
    assert named("on 4 June 2019", None) == [("4 June 2019", "2019-06-04", "2019-06-04", "day")]


@pytest.mark.parametrize("words", ["last week", "on Friday", "yesterday"])
def test_an_account_dated_to_its_month_gives_no_day(words):
    ((_, *rest),) = named(f"It came {words}.", "2019-08")
    assert rest[2] == "month"


@pytest.mark.parametrize("text", NONE)
def test_words_that_name_no_time(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("since January", True),
        ("since 4 June", True),
        ("since the start of 2019", True),
        ("since last Friday", True),
        ("in January", False),
    ],
)
def test_since_opens_a_period(text, since):
    period = Period.parse(MONDAY, "published")
    assert [t.since for t in times(text, period)] == [since]


def test_later_counts_from_the_day_named_before():
    text = "They arrived on 4 June. Three days later they left."
    assert named(text)[1][1:3] == ("2019-06-07", "2019-06-07")


def test_across_the_turn_of_the_year():
    assert named("from December 28 to January 3", "2020-01-10")[0][1:3] == (
        "2019-12-28",
        "2020-01-03",
    )


PIECES = st.sampled_from(
    (
        "since 31 April in March 2019 last week Friday next 99 months ago 4 June to , . - – "
        "2019-02-30 the first quarter of 0 9999 years ago May may Sept. mid- early a day later 😀 \n"
    ).split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(
    TEXTS,
    st.sampled_from(
        [None, "2019", "2019-08", "2019-08-12", "2020-02-29", "0001-01-01", "9999-12-31"]
    ),
)
def test_times_stand_apart_inside_the_text(text, published):
    period = Period.parse(published, "published") if published else None
    rows = list(times(text, period))
    assert all(0 <= t.start < t.end <= len(text) for t in rows)
    assert all(a.end <= b.start for a, b in pairwise(rows))
    assert all(t.stretch.first <= t.stretch.last for t in rows if t.stretch)


@settings(max_examples=200, deadline=None)
@given(st.dates(), st.sampled_from(["%-d %B %Y", "%B %-d, %Y", "%Y-%m-%d", "%-d %b %Y"]))
def test_a_written_day_is_that_day(day, shape):
    if not 1900 <= day.year <= 2099:
        day = day.replace(year=2000 + day.year % 19 * 4)
    text = f"It came on {day.strftime(shape)} at night."
    assert [row[1] for row in named(text)] == [day.isoformat()]


@pytest.mark.parametrize(
    "piece",
    ["1 ", "June ", "2019 ", "last ", "three days ", "4 June ", "since ", "-", "mid-", "1-", "Fri"],
)
def test_a_long_run_takes_no_long_time(piece):
    text = piece * (20_000 // len(piece))
    begun = time.process_time()
    list(times(text, Period.parse(MONDAY, "published")))
    assert time.process_time() - begun < 2


def test_what_happened_did_so_by_the_time_its_account_came_out(claims):
    text = "In April Norland moved 40 families. In October 2019 Marland took back 35 women."
    (row,) = (c for c in claims(text, published="2019-08-12") if c.low == 35)
    assert (row.period.start, row.period.basis) == ("2019-08-12", "published")


def test_what_is_to_come_keeps_its_day(claims):
    text = "Some 2,000 people will leave Tarnholt on 5 October 2019."
    (row,) = (c for c in claims(text, published="2019-08-12") if c.quantity)
    assert (row.stance, row.period.start) == ("expected", "2019-10-05")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Orvali, 8 March 2024\n\nThe fire of 4 March was put out.", dt.date(2024, 3, 4)),
        ("Orvali, 8 March 2024\n\nA count of 30 December was lost.", dt.date(2023, 12, 30)),
        ("It fell to 9,000 on 31 March 2024 from 9,400 in February.", dt.date(2024, 2, 1)),
        ("The camp opened on 2 May 1991. A fire broke out on 4 March.", None),
    ],
)
def test_a_date_without_a_year_in_an_undated_account(text, first):
    last = list(times(text, None))[-1]
    assert (last.stretch.first if last.stretch else None) == first
