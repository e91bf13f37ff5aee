"""A number that moves over time: a line an item and as_of."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.corroborate import moving
from thirdhand.model import Moved, TableError

COLUMNS = ("item", "source", "value", "as_of", "low", "high", "hedge")


def table(*lines: str) -> list[dict[str, str]]:
    """Rows of "source, value, as_of, low, high, hedge"; what is left out is empty."""
    rows = [["camp", *(part.strip() for part in line.split(","))] for line in lines]
    return [dict(zip(COLUMNS, [*row, *[""] * 7], strict=False)) for row in rows]


def lines(*told: str) -> list[Moved]:
    return moving(table(*told))[0]


def test_each_time_has_its_line_in_order() -> None:
    found = lines("b, 1200, 2020-06", "a, 1000, 2020-01-15", "a, 1010, 2020-01-20")
    assert [row.as_of for row in found] == ["2020-01-15", "2020-01-20", "2020-06"]
    assert all((row.low or 0) <= (row.best or 0) <= (row.high or 0) for row in found)


def test_a_line_without_a_number_asks() -> None:
    found = lines("a, 1000, 2020-01-01", "b, 1400, 2020-12-31", ", , 2020-06")
    assert 1000 < (found[1].best or 0) < 1400
    assert found[1].voices == 2


def test_all_equal_is_that_number() -> None:
    found = lines(*(f"{name}, 523, 2020-01-01" for name in "abcde"))
    assert found[0].best == 523


def test_a_gross_error_is_set_aside() -> None:
    told = [f"{'abc'[n % 3]}, {10_000 + 7 * n}, 2020-{n + 1:02d}-10" for n in range(8)]
    (month,) = (row for row in lines(*told, "x, 117, 2020-04") if row.as_of == "2020-04")
    assert 9_000 < (month.best or 0) < 11_000


def test_the_level_may_leap() -> None:
    found = lines(
        "a, 9412, 2018-12-01",
        "b, 9531, 2018-12-20",
        "a, 73041, 2019-03-31",
        "b, 72512, 2019-04-10",
        "c, 73043, 2019-06-19",
    )
    assert 9_000 < (found[1].best or 0) < 10_500
    assert 68_000 < (found[2].best or 0) < 76_000


def test_limits_alone_are_limits() -> None:
    assert lines("a, , 2020-01, 500,", "b, , 2020-02, , 800") == [
        Moved("camp", "2020-01", 500, 500, 800, 2),
        Moved("camp", "2020-02", 500, 500, 800, 2),
    ]


def test_a_limit_lifts_the_level() -> None:
    plain = lines("a, 60000, 2020-01-01")[0]
    lifted = lines("a, 60000, 2020-01-01", "b, 62000, 2020-01-01, 62000,")[0]
    assert (lifted.best or 0) > (plain.best or 0)


def test_nobody_who_only_asks_is_answered() -> None:
    assert lines(", , 2020-01") == [Moved("camp", "2020-01", None, None, None, 0)]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a, 1, soon", "line 2: as_of 'soon' is not a date"),
        ("a, 1, 2020-05/2020-01", "ends before it begins"),
        ("a, nan, 2020", "no finite number"),
        ("a, x, 2020", "line 2: value 'x' is no number"),
        ("a, , 2020, 5, 3", "low 5 is above high 3"),
        ("a, 5, 2020, , , maybe", "hedge 'maybe' is none of"),
    ],
)
def test_what_cannot_be_read_is_refused(line: str, said: str) -> None:
    with pytest.raises(TableError, match=said):
        lines(line)


VALUES = st.one_of(
    st.integers(-5, 10**6),
    st.floats(-1e17, 1e17, allow_nan=False),
    st.sampled_from([0, 1e17, 1e-9, -1e17]),
)
DAYS = st.dates().map(lambda day: f"{day.year:04d}-{day.month:02d}-{day.day:02d}")
ROW = st.fixed_dictionaries(
    {
        "item": st.sampled_from("xy"),
        "source": st.sampled_from("abcd"),
        "value": VALUES.map(str),
        "as_of": DAYS,
        "low": st.just(""),
        "high": st.just(""),
        "hedge": st.sampled_from(["exact", "about", "nearly", "more than", "up to"]),
    }
)


@settings(max_examples=40, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=12), st.randoms())
def test_any_table_has_a_finite_answer_whatever_the_order(rows: Any, mix: Any) -> None:
    moved, leaning = moving(rows)
    for row in moved:
        ends = [row.low, row.best, row.high]
        told = [end for end in ends if end is not None]
        assert all(abs(end) < 1e300 for end in told)
        assert told == sorted(told)
    assert all(abs(one.bias) < 1e300 and one.spread >= 0 for one in leaning)
    mix.shuffle(rows)
    assert moving(rows) == (moved, leaning)


def test_zeros_are_zero_and_no_copies_of_each_other() -> None:
    (row,) = lines("a, 0, 2020-01", "b, 0, 2020-01", "c, -0, 2020-01")
    assert (str(row.low), str(row.best), row.voices) == ("0.0", "0.0", 3)
    assert (row.high or 0) < 1


def test_a_zero_among_larger_figures_is_in_their_units() -> None:
    found = lines("a, 0, 2020-01", "b, 0, 2020-01", "c, 1000, 2020-03")
    assert all(row.low == 0 and (row.high or 0) > 10 for row in found)


def test_two_figures_of_one_voice_and_time_are_both_considered() -> None:
    (row,) = lines("a, 60000, 2020-01", "a, 1000, 2020-01")
    assert (row.low or 0) < 20_000 < (row.best or 0) < 50_000 < (row.high or 0)


def test_a_value_outside_of_its_own_range_is_refused() -> None:
    with pytest.raises(TableError, match="line 2: value 500 lies outside of low 100 to high 200"):
        lines("a, 500, 2020-01, 100, 200")


def test_a_voice_that_tells_the_whole_and_parts_is_heard_on_the_whole() -> None:
    told = [f"b, {68_000 + 10 * n}, 2020-{n + 1:02d}-15" for n in range(6)]
    found = lines(*told, "a, 126, 2020-03-31", "a, 2000, 2020-03-31", "a, 68823, 2020-03-31")
    (row,) = (row for row in found if row.as_of == "2020-03-31")
    assert row.voices == 2
