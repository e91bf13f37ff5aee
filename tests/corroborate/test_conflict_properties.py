"""What holds of contradictions and balances whatever is told."""

import time
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thirdhand.model import Span, content_id

tellings = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from([0, 1, 300, 500, 520, 800, 900, 62_000]),
        st.sampled_from(["RO", "Vale Watch", "HF", ""]),
        st.sampled_from(["exact", "about", "more than", "up to"]),
        st.sampled_from(["population", "killed", "returns"]),
        st.sampled_from(["2021-03", "2021-03-04", "2021-04", "2021"]),
        st.sampled_from([(), ("iraqi",), ("foreign",), ("women",)]),
    ),
    max_size=10,
)


def filled(new_desk: Any, rows: Any) -> Any:
    desk = new_desk()
    accounts = [desk.account(str(n), f"s{n}.com", f"2021-03-0{n + 1}") for n in range(4)]
    for n, value, voice, hedge, indicator, period, tags in rows:
        given_ = {"hedge": hedge, "indicator": indicator, "period": period, "breakdown": tags}
        desk.says(accounts[n], value, *([voice] if voice else []), **given_)
    return desk


@given(tellings)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_order_changes_nothing(new_desk: Any, rows: Any) -> None:
    desk = filled(new_desk, rows)
    one, other = desk.findings(), desk.findings(seed=5)
    assert one.contradictions == other.contradictions
    assert one.balances == other.balances


@given(tellings)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_equal_figures_never_exclude_each_other(new_desk: Any, rows: Any) -> None:
    desk = filled(new_desk, rows)
    claims = {claim.id: claim for reading in desk.readings for claim in reading.claims}
    found = desk.findings()
    for row in found.contradictions:
        one, other = (claims[i].quantity for i in row.claims)
        assert one != other
        assert not one.agrees(other)
    for balance in found.balances:
        assert all(i in claims for i in balance.claims)
        assert len(balance.signs) == len(balance.claims) - 1
        assert balance.gap is None or 0 <= balance.gap < float("inf")


def test_ten_thousand_figures_of_one_matter(desk: Any) -> None:
    """Few rows, soon; the last row says how many more there are."""
    account = desk.account("a", "plain.com")
    first = desk.says(account, 1, "Voice", indicator="killed")
    made = tuple(
        replace(
            first,
            id=content_id("claim", n),
            span=Span(10 * n, 10 * n + 5, f"w{n}"),
            low=float(n),
            high=float(n),
            chain=(f"Voice {n % 50}", "plain.com"),
        )
        for n in range(10_000)
    )
    desk.readings[0] = replace(desk.readings[0], claims=made)
    begun = time.process_time()
    found = desk.findings()
    assert time.process_time() - begun < 20
    assert len(found.contradictions) == 40
    assert any("more such pairs." in row.reason for row in found.contradictions)
    assert len(found.balances) < 100
