# ruff: noqa: E501 - a row of a case table is one line
"""When it holds. The account is of Monday 12 August 2019, unless told."""

import pytest
from tests.read.camp import tell

# words, as-of, basis
ROWS = [
    ("14,200 people were living in Tarnholt on 4 June.", "2019-06-04/2019-06-04", "stated"),
    ("As of 4 June 2018, 14,200 people lived in Tarnholt.", "2018-06-04/2018-06-04", "stated"),
    ("14,200 people were living in Tarnholt in May.", "2019-05-01/2019-05-31", "stated"),
    ("Last week 14,200 people were living in Tarnholt.", "2019-08-05/2019-08-11", "stated"),
    ("Five people were killed in Tarnholt on Friday.", "2019-08-09/2019-08-09", "stated"),
    ("Five people have been killed in Tarnholt since January.", "2019-01-01/2019-08-12", "stated"),
    ("Five people have been killed in Tarnholt since 4 June.", "2019-06-04/2019-08-12", "stated"),
    ("Five people have been killed in Tarnholt so far this year.", "2019-01-01/2019-08-12", "stated"),
    (
        "The governor said on Friday that five people were killed in Tarnholt on Tuesday.",
        "2019-08-06/2019-08-06",
        "stated",
    ),
    ("Five people have been killed in Tarnholt since New Year.", "2019-01-01/2019-08-12", "stated"),
    ("Five people have been killed since the gates were shut in June.", "2019-06-01/2019-08-12", "stated"),
    ("A fire was put out in 2017. The guards have taken home 400 people.", "2019-08-12/2019-08-12", "published"),
    ("Data collected 2-9 June 2019.\n\nPopulation: 14,200 people live in Tarnholt.", "2019-06-02/2019-06-09", "stated"),
    ("14,200 people were living in Tarnholt as the quarter closed.", "2019-06-01/2019-06-30", "stated"),
    ("Twelve people were killed in July, as in May.", "2019-07-01/2019-07-31", "stated"),
    ("A shop burned in May. Four cases of cholera are confirmed in Tarnholt so far.", "2019-08-12/2019-08-12", "published"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "period", "basis"), [pytest.param(*r, id=r[0]) for r in ROWS])
def test_as_of(claims, text, period, basis):
    (row,) = (c for c in claims(text) if c.quantity)
    assert row.period
    assert f"{row.period.start}/{row.period.end}" == period
    assert row.period.basis == basis


def test_without_a_time_the_accounts_own_month_is_a_bound(claims):
    (row,) = claims("14,200 people live in Tarnholt.")
    assert row.period.months() == ["2019-08"]
    assert row.period.basis == "published"


def test_an_account_dated_to_its_month(claims):
    (row,) = claims("14,200 people live in Tarnholt.", published="2019-08")
    assert (row.period.precision, row.period.basis) == ("month", "published")


def test_an_undated_account_has_no_period(claims):
    (row,) = claims("14,200 people live in Tarnholt.", published=None)
    assert row.period is None


def test_an_undated_account_keeps_the_date_it_states(claims):
    (row,) = claims("14,200 people lived in Tarnholt on 4 June 2019.", published=None)
    assert (row.period.start, row.period.basis) == ("2019-06-04", "stated")


def test_a_day_that_does_not_exist_dates_nothing(claims):
    found = claims("14,200 people lived in Tarnholt on 31 April.")
    assert all(c.period.basis == "published" for c in found), tell(found)


def test_the_times_of_a_reading_are_resolved(reading):
    (row,) = reading("A report came out last week.").times
    assert (row.text, row.first, row.last) == ("last week", "2019-08-05", "2019-08-11")


SEVERAL = [
    ("Five people were killed in May, the governor said on Sunday. Three were hurt.", 3, "2019-05-01/2019-05-31"),
    ("The raid ended with 105 arrests, after 121 in March.", 105, "2019-08-12/2019-08-12"),
    ("Some 14,200 people live in Tarnholt, down from a peak of 21,000 in 2017.", 14200, "2019-08-12/2019-08-12"),
    ("There were 31 killings between January 1 and March 31, compared with 17 in the previous quarter.", 17, "2018-10-01/2018-12-31"),
    ("The raid ended with 105 arrests, after 121 in March.", 121, "2019-03-01/2019-03-31"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "period"), SEVERAL)
def test_as_of_one_count_of_several(claims, text, value, period):
    (row,) = (c for c in claims(text) if c.quantity and c.quantity.point == value)
    assert row.period
    assert f"{row.period.start}/{row.period.end}" == period
