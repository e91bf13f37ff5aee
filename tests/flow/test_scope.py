"""What of the plan, its questions and its alarms is of a window."""

from dataclasses import replace

import pytest
from tests.store.made import ACCOUNT, READING, VIEW

from thirdhand.model import Plan, Window
from thirdhand.scope import of_time, planned, seen_in

PLAN = Plan("case", (), start="2021-01", end="2021-08")


@pytest.mark.parametrize(
    ("until", "as_of", "end"),
    [
        (None, None, "2021-08-31"),
        (None, "2021-08-12", "2021-08-12"),
        ("2021-09", None, "2021-08-31"),
        ("2021-05", "2021-06-01", "2021-05-31"),
    ],
)
def test_a_look_ends_on_the_day_of_the_window(
    until: str | None, as_of: str | None, end: str
) -> None:
    assert planned(PLAN, (), Window.parse(None, until, as_of)).end == end


def test_what_rang_before_the_window_is_not_told_and_letters_stay() -> None:
    gap, alarm = VIEW.requests[0], VIEW.alarms[0]
    letter = replace(gap, id="r2", kind="document", cells=())
    elsewhere = replace(gap, id="r3", cells=("cell of another time",))
    old = replace(alarm, id="al2", since="2020-02-01", until="2020-06-30", standing=False)
    view = replace(VIEW, requests=(gap, letter, elsewhere), alarms=(alarm, old))
    seen = seen_in(view, Window.parse("2021-03"), {"claim-1"})
    assert [r.id for r in seen.requests] == ["r1", "r2"]
    assert seen.alarms == (alarm,)
    assert seen_in(view, Window(), {"claim-1"}) == view
    # A letter that rests on no claim of the time is a letter of another brief.
    assert [r.id for r in seen_in(view, Window.parse("2021-03"), set()).requests] == ["r1"]


def test_a_claim_is_of_the_time_it_tells_of_or_was_published_in() -> None:
    of = [(ACCOUNT, READING)]
    accounts, readings = zip(*of, strict=True)
    figure = READING.claims[0].id
    assert figure in of_time(accounts, readings, Window.parse("2021-03", "2021-03"))
    assert not of_time(accounts, readings, Window.parse("2021-04"))
