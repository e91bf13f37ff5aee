"""What adds up, what does not, and what nobody can add up."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corroborate.told import says

from thirdhand.model import Balance, Quantity
from thirdhand.model.balance import added, ends, outside


def only(desk: Any, kind: str) -> list[Balance]:
    return [row for row in desk.findings().balances if row.kind == kind]


def test_parts_that_miss_their_whole_by_five(desk: Any) -> None:
    account = desk.account("a", "ro.org")
    whole = desk.says(account, 68_744, "RO")
    parts = [
        desk.says(account, value, "RO", breakdown=(tag,))
        for tag, value in (("iraqi", 30_897), ("syrian", 27_813), ("foreign", 10_029))
    ]
    (row,) = only(desk, "parts")
    assert row.claims == (whole.id, *(part.id for part in parts))
    assert (row.expected_low, row.expected_high, row.gap) == (68_739, 68_739, 5)
    assert row.reason.endswith("= 68,739: 5 short.")


def test_parts_of_two_accounts_of_one_month(desk: Any) -> None:
    desk.says(desk.account("a", "ro.org"), 1000, "RO")
    for n, tag in enumerate(("women", "children", "men")):
        desk.says(desk.account(f"b{n}", "hf.org"), 300, "HF", breakdown=(tag,))
    (row,) = only(desk, "parts")
    # Round numbers are rounded: 1,000 is 500 to 1,500 and each 300 is 250 to 350.
    assert (row.expected_low, row.expected_high, row.gap) == (750, 1050, 0)


def test_a_part_that_is_more_than_its_whole(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    desk.says(account, 50_000, "RO", hedge="less than")
    part = desk.says(account, 300_000, "Vale Watch", breakdown=("foreign",))
    (row,) = only(desk, "parts")
    assert (row.claims[1], row.gap) == (part.id, 200_000)
    assert row.reason.endswith("one of the two is wrong.")


def test_a_list_that_is_more_than_its_total(desk: Any) -> None:
    text = "21 were killed: 14 Iraqis, 5 Syrians, two guards and a medic."
    account = desk.account("a", "one.com", text=text)
    words = {"21": 21, "14 Iraqis": 14, "5 Syrians": 5, "two guards": 2, "a medic": 1}
    for quote, value in words.items():
        says(desk, account, quote, value, indicator="killed", period="2021-01/2021-03")
    (row,) = only(desk, "list")
    assert (row.gap, row.reason.endswith("= 22: 1 over.")) == (1, True)


def test_a_household_of_one(desk: Any) -> None:
    text = "2,268 families, 2,494 people, went home."
    account = desk.account("a", "one.com", text=text)
    says(desk, account, "2,268 families", 2268, "RO", indicator="returns", unit="households")
    says(desk, account, "2,494 people", 2494, "RO", indicator="returns")
    (row,) = only(desk, "households")
    assert (row.expected_low, row.gap) == (4536, 2042)
    assert "1.1 each: no usual size" in row.reason


def test_a_fall_with_told_departures(desk: Any) -> None:
    desk.says(desk.account("a", "ro.org"), 1234, "RO", period="2021-03-31")
    desk.says(desk.account("b", "hf.org"), 200, "HF", indicator="returns", period="2021-04-10")
    desk.says(desk.account("c", "ro.org"), 1021, "RO", period="2021-04-30")
    (row,) = only(desk, "flows")
    assert (row.signs, row.expected_low, row.expected_high) == ((1, -1), 984, None)
    assert row.gap == 0
    assert row.reason.endswith(
        "fits as far as told: nobody tells of arrivals, so any number may have come."
    )


def test_a_round_bound_is_not_widened() -> None:
    """Of "more than 65,000" the end is 65,000: 63,811 at most misses it by 1,189."""
    said = ends(Quantity.hedged(65_000, "people", "more than"))
    assert said == (65_000, None)
    assert outside(said, (61_790, 63_811)) == 1189
    assert ends(Quantity.hedged(65_000, "people", "up to")) == (None, 65_000)


def test_a_fall_that_departures_do_not_explain_is_open_on_the_other_side(desk: Any) -> None:
    desk.says(desk.account("a", "ro.org"), 1234, "RO", period="2021-03-31")
    desk.says(desk.account("b", "hf.org"), 201, "HF", indicator="returns", period="2021-04-10")
    desk.says(desk.account("c", "ro.org"), 921, "RO", period="2021-04-30")
    (row,) = only(desk, "flows")
    assert row.gap == 112
    assert row.reason.endswith(
        "112 at least are not accounted for: nobody tells of arrivals, so any number may have come."
    )


def test_nobody_tells_of_arrivals_or_departures(desk: Any) -> None:
    desk.says(desk.account("a", "ro.org"), 1234, "RO", period="2021-03-31")
    desk.says(desk.account("c", "ro.org"), 1921, "RO", period="2021-04-30")
    (row,) = only(desk, "flows")
    assert (row.expected_low, row.expected_high, row.gap) == (None, None, None)
    assert row.reason.endswith("cannot be balanced: nobody tells of arrivals or departures.")


@pytest.mark.parametrize("indicator", ["population", "deregistered"])
def test_who_is_struck_off_a_register_has_not_left(desk: Any, indicator: str) -> None:
    """Whether the reader took those struck off for residents, or for what they are."""
    desk.says(desk.account("a", "ro.org"), 73_043, "RO", period="2021-06-19")
    text = "As of 31 July Vale is down to 68,823 people: some 2,000 were deregistered."
    account = desk.account("b", "ro.org", "2021-08-01", text=text)
    says(desk, account, "68,823 people", 68_823, "RO", period="2021-07-31")
    struck = {"indicator": indicator, "hedge": "about", "period": "2021-07-31"}
    says(desk, account, "some 2,000", 2000, "RO", **struck)
    (row,) = only(desk, "flows")
    assert row.signs == (1, -1)
    assert "struck off the register, which is no departure: about 2,000 people" in row.reason
    assert "left or died" not in row.reason
    (change,) = [r for r in desk.findings().contradictions if r.kind == "change"]
    assert change.reason == (
        "73,043 people (2021-06-19) by RO [Relief Office] and 68,823 people (2021-07-31) by RO"
        " [Relief Office]: account b says “some 2,000 were deregistered”."
    )


def test_a_flow_that_began_before_is_not_counted(desk: Any) -> None:
    desk.says(desk.account("a", "ro.org"), 1234, "RO", period="2021-03-31")
    account = desk.account("b", "hf.org", "2021-05-01")
    desk.says(account, 900, "HF", indicator="arrivals", period="2020-12-01/2021-04-30")
    desk.says(account, 1521, "HF", period="2021-04-30")
    (row,) = only(desk, "flows")
    assert (row.signs, row.gap) == ((1,), None)


def test_two_tellings_of_one_flow_are_counted_once(desk: Any) -> None:
    desk.says(desk.account("a", "ro.org"), 1234, "RO", period="2021-03-31")
    for ref, days in (("b", "2021-04-10"), ("d", "2021-04-02/2021-04-12")):
        desk.says(desk.account(ref, "hf.org"), 201, "HF", indicator="returns", period=days)
    desk.says(desk.account("c", "ro.org"), 1021, "RO", period="2021-04-30")
    (row,) = only(desk, "flows")
    assert (len(row.claims), row.expected_low) == (3, 1033)


quantities = st.builds(
    lambda low, more, open_end: Quantity(
        low, None if open_end else low + more, "people", "at least" if open_end else "range"
    ),
    st.integers(0, 10**6).map(float),
    st.integers(0, 100).map(float),
    st.booleans(),
)


@given(st.lists(st.tuples(quantities, st.sampled_from([1, -1]), st.floats(0, 1)), max_size=6))
@settings(deadline=None)
def test_what_the_figures_allow_lies_inside_their_sum(
    rows: list[tuple[Quantity, int, float]],
) -> None:
    low, high = added([q for q, _, _ in rows], [sign for _, sign, _ in rows])
    total = 0.0
    for quantity, sign, share in rows:
        first = quantity.low or 0.0
        last = first + 10 if quantity.high is None else quantity.high
        total += sign * (first + share * (last - first))
    assert low is None or low <= total + 1e-6 * max(1, abs(total))
    assert high is None or total <= high + 1e-6 * max(1, abs(total))
    assert (
        outside((total, total), (low, high)) in (None, 0)
        or low is None
        or high is None
        or (outside((total, total), (low, high)) or 0) < 1e-3
    )


def test_round_numbers_are_round() -> None:
    assert ends(Quantity(68_600, 68_600, "people")) == (68_550, 68_650)
    assert ends(Quantity(68_744, 68_744, "people")) == (68_744, 68_744)
    assert ends(Quantity(70, 70, "people")) == (70, 70)
