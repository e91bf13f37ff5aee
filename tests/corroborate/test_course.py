"""A stock over the months, from all that is told of it."""

from typing import Any

import pytest


@pytest.fixture
def camp(desk: Any) -> Any:
    """A camp that shrinks from 70,000 to 56,000 in two years, as three voices tell."""
    told = [
        ("2020-01-15", 70_240, "RO"),
        ("2020-03-10", 69_870, "Vale Watch"),
        ("2020-07-31", 66_823, "RO"),
        ("2020-12-20", 62_110, "RO"),
        ("2021-06-15", 58_044, "Vale Watch"),
        ("2021-10-02", 56_390, "RO"),
        ("2021-12-20", 55_980, "Health Front"),
    ]
    for n, (day, value, voice) in enumerate(told):
        desk.says(desk.account(f"t{n}", f"site{n}.com", day), value, voice, period=day)
    return desk


def month(found: Any, name: str) -> Any:
    return next(row for row in found.estimated if row.month == name)


def test_a_month_of_which_nobody_tells_lies_between(camp: Any) -> None:
    row = month(camp.findings(), "2020-09")
    assert (row.told, row.voices[0]) == (False, "Relief Office")
    assert row.low < row.best < row.high
    assert 62_000 < row.best < 68_000


def test_the_interval_of_a_month_holds_what_is_best(camp: Any) -> None:
    found = camp.findings()
    for row in found.assessments:
        assert row.low <= row.best <= row.high
        assert "low and high by" in row.reason


def test_the_interval_holds_the_count_of_the_day_before_the_month(camp: Any) -> None:
    row = month(camp.findings(), "2020-08")
    assert row.low <= 66_823 <= row.high


def test_an_old_figure_told_again_is_named(camp: Any) -> None:
    old = camp.says(camp.account("x", "plain.com", "2021-09-01"), 70_240, period="2021-09-01")
    found = camp.findings()
    (row,) = found.stale
    assert (row.claim, row.value) == (old.id, 70_240)
    assert row.since < "2021-09"
    assert row.reason.startswith(
        "Daily Plain says 70,240 people, which RO [Relief Office] said of 2020-01; since "
    )
    (use,) = {share.use for share in found.weights if share.claim == old.id}
    assert use == "stale"


def test_a_figure_that_still_holds_is_no_old_one(camp: Any) -> None:
    camp.says(camp.account("x", "plain.com", "2020-02-10"), 70_240, period="2020-02-10")
    assert camp.findings().stale == ()


def test_the_shares_of_each_month_add_up(camp: Any) -> None:
    found = camp.findings()
    for row in found.assessments:
        shares = [share.weight for share in found.weights if share.assessment == row.id]
        assert sum(shares) == pytest.approx(1)
        assert len(shares) > 1


def test_two_claims_make_no_course(desk: Any) -> None:
    desk.says(desk.account("a", "one.com"), 10_000, "RO", period="2021-01")
    desk.says(desk.account("b", "two.com"), 10_200, "Vale Watch", period="2021-02")
    assert desk.findings().estimated == ()


def test_the_order_of_the_rows_changes_nothing(camp: Any) -> None:
    assert camp.findings(1) == camp.findings(2)
