"""Dates as people write them, never finer than written."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.ingest.dates import clean_date
from thirdhand.ingest.known import date
from thirdhand.ingest.page import Page
from thirdhand.ingest.told import Told
from thirdhand.model import Period


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("2019", "2019"),
        ("2019-08", "2019-08"),
        ("2019-8-1", "2019-08-01"),
        (" 2019/08/12 ", "2019-08-12"),
        ("20190812", "2019-08-12"),
        ("2019-08-12T10:00:00+03:00", "2019-08-12"),
        ("2019-08-12 10:00", "2019-08-12"),
        ("12 August 2019", "2019-08-12"),
        ("Aug. 12, 2019", "2019-08-12"),
        ("August 2019", "2019-08"),
        ("13/06/2019", "2019-06-13"),
        ("06/13/2019", "2019-06-13"),
        ("06.06.2019", "2019-06-06"),
        ("Mon, 12 Aug 2019 10:00:00 GMT", "2019-08-12"),
    ],
)
def test_a_date(written, clean):
    assert clean_date(written) == clean


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("soon", "is no date"),
        ("", "is no date"),
        ("2019-08-12/2019-08-13", "is no date"),
        ("19-08-12", "is no date"),
        ("5/6/2019", "day or month first"),
        ("2019-13", "no day of the calendar"),
        ("2019-02-30", "no day of the calendar"),
        ("30/02/2019", "no day of the calendar"),
        ("0001-01-01", "not between 1900 and 2100"),
        ("9999", "not between 1900 and 2100"),
    ],
)
def test_what_is_no_date_says_why(written, reason):
    with pytest.raises(ValueError, match=reason):
        clean_date(written)


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)),
    st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]),
)
def test_a_clean_date_stays_as_it_is(day, form):
    assert clean_date(day.strftime(form)) == day.strftime(form)


@settings(max_examples=60, deadline=None)
@given(st.text() | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/. :]{0,2}[0-9]{0,8}"))
def test_any_words_give_a_date_the_model_reads_or_a_reason(written):
    try:
        clean = clean_date(written)
    except ValueError:
        return
    assert Period.parse(clean).start.startswith(clean)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Millbrook Gazette, 24 March 2026\n\nThe road is open.", "24 March 2026"),
        ("[09/03/2026, 18:22] Ann: no water today", "09/03/2026"),
        ("One.\nTwo.\nThree.\nFour.\nPosted March 4, 2026", "March 4, 2026"),
        ("One.\nTwo.\nThree.\nOn 3 March 2026 it rained.\nFive.\nSix.\nSeven.", None),
        ("About 2026 people live there.", None),
    ],
)
def test_a_day_at_an_end_of_the_text_is_offered_and_dates_nothing(
    text: str, seen: str | None
) -> None:
    published, basis, (note,) = date(Told(), Page(text))
    assert (published, basis, note.code) == (None, "unknown", "no-date")
    offered = f"{seen} stands in it: give that if it is the date of publication"
    assert offered in note.reason if seen else "stands in it" not in note.reason
