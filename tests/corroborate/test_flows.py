"""Counts over parts of a year, added up."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from thirdhand.corroborate.folds.flows import Part, most, tiled


def arrivals(desk: Any, *told: tuple[str, float]) -> Any:
    for n, (period, value) in enumerate(told):
        account = desk.account(str(n), f"{n}.com")
        desk.says(account, value, "RO", period=period, indicator="arrivals")
    return desk.findings().totals


def test_months_that_fill_the_year_add_up(desk: Any) -> None:
    (row,) = arrivals(desk, *((f"2020-{month:02d}", 100) for month in range(1, 13)))
    assert (row.best, len(row.parts)) == (1200, 12)
    assert row.low < row.best < row.high
    assert row.reason == "12 parts of 2020 added up; the parts follow one another without a gap."


def test_silence_is_never_zero(desk: Any) -> None:
    (row,) = arrivals(desk, ("2020-01", 100), ("2020-03", 50))
    assert (row.best, row.high) == (None, None)
    assert 140 < row.low <= 150


def test_parts_that_overlap_count_once(desk: Any) -> None:
    (row,) = arrivals(desk, ("2020-01", 100), ("2020-01/2020-02", 130), ("2020-03", 50))
    assert 170 < row.low <= 180


def test_a_year_that_is_told_needs_no_sum(desk: Any) -> None:
    assert arrivals(desk, ("2020", 500), ("2020-01", 100), ("2020-02", 50)) == ()


SPANS = st.tuples(st.integers(1, 20), st.integers(0, 6), st.integers(0, 9))


@given(st.lists(SPANS, max_size=8))
def test_the_most_shares_no_day_and_beats_each_part(spans: list[tuple[int, int, int]]) -> None:
    parts = [
        Part(str(n), first, first + long, low, low, low)
        for n, (first, long, low) in enumerate(spans)
    ]
    total, chosen = most(parts)
    days = [day for part in chosen for day in range(part.first, part.last + 1)]
    assert len(days) == len(set(days))
    assert total == sum(part.low for part in chosen)
    assert total >= max((part.low for part in parts), default=0)
    fill = tiled(parts, 1, 10)
    assert not fill or [day for p in fill for day in range(p.first, p.last + 1)] == [*range(1, 11)]
