"""How many incidents nobody told of: lists of voices, and mostly no estimate."""

from typing import Any

import pytest

from thirdhand.model import Event, Unreported


def tell(desk: Any, days: int, *names: str, type_: str = "killing", year: int = 2021) -> None:
    """Each day has one incident that each of these voices tells of, in an account of its own."""
    for _ in range(days):
        at = len(desk.accounts)
        when = f"{year}-{1 + at // 28 % 12:02d}-{1 + at % 28:02d}"
        for name in names:
            account = desk.account(f"{name}{at}", f"{name}.example", when)
            given = {"kind": "incident", "event": Event(type_)}  # type: ignore[arg-type]
            desk.says(account, None, name, period=when, **given)


def only(desk: Any) -> Unreported:
    (row,) = desk.findings().unreported
    return row


def test_three_lists_that_overlap_are_estimated(desk: Any) -> None:
    for names in ("AB", "BC", "AC", "ABC"):
        tell(desk, 3, *names)
    for name in "ABC":
        tell(desk, 6, name)
    row = only(desk)
    assert (row.site, row.indicator, row.period.start) == ("vale", "killing", "2021-01-01")
    assert row.lists == ("A", "B", "C")
    assert row.unseen.observed == 30
    assert row.unseen.models == 8
    assert 30 < row.unseen.low < row.unseen.median < row.unseen.high < 300  # type: ignore[operator]


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ([(6, "A"), (6, "B")], "two independent voices alone list 5 or more of them"),
        ([(6, "A"), (4, "B"), (3, "C")], "one independent voice alone lists"),
        ([(1, "A"), (1, "B")], "no independent voice lists 5 or more"),
        ([(6, "A"), (6, "B"), (6, "C")], "none of them on more than one list"),
        ([(6, "AB"), (6, "C")], "C shares no case with another list"),
    ],
)
def test_where_lists_are_few_or_apart_the_reason_is_told(
    desk: Any, told: list[tuple[int, str]], reason: str
) -> None:
    for days, names in told:
        tell(desk, days, *names)
    row = only(desk)
    assert row.unseen.mean is None
    assert row.lists == ()
    assert reason in row.unseen.reason


def test_reprints_make_no_list(desk: Any) -> None:
    """Three outlets carry one agency's list: that is one list."""
    for day in range(1, 9):
        for outlet in ("one", "two", "three"):
            when = f"2021-03-{day:02d}"
            account = desk.account(f"{outlet}{day}", f"{outlet}.com", when)
            desk.says(account, None, "RO", kind="incident", event=Event("killing"), period=when)
    assert "one independent voice alone" in only(desk).unseen.reason


def test_types_and_years_are_kept_apart(desk: Any) -> None:
    tell(desk, 1, "A")
    tell(desk, 1, "A", type_="fire")
    tell(desk, 1, "A", year=2022)
    rows = [(r.indicator, r.period.start[:4]) for r in desk.findings().unreported]
    assert rows == [("fire", "2021"), ("killing", "2021"), ("killing", "2022")]


def test_an_incident_without_a_day_is_on_no_list(desk: Any) -> None:
    claim = {"kind": "incident", "event": Event("killing"), "period": "2021"}
    desk.says(desk.account("a", "plain.com"), None, **claim)
    assert desk.findings().unreported == ()
