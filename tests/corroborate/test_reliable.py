"""How reliable each voice is by topic, from how its figures fared against the rest."""

from typing import Any

import pytest


def months(desk: Any, told: dict[str, float], many: int = 6) -> None:
    """Each month each voice tells its own share of 10,000, in an account of its own."""
    for month in range(1, many + 1):
        for name, share in told.items():
            when = f"2021-{month:02d}-10"
            account = desk.account(f"{name}{month}", f"{name[:3].lower()}.example", when)
            desk.says(account, 10_000 * share, name, period=when[:7])


def test_who_fits_the_rest_is_more_reliable_than_who_does_not(desk: Any) -> None:
    months(desk, {"Ann Lee": 1.0, "Bo Ray": 1.001, "Cy Orr": 3.0})
    rows = {row.source: row for row in desk.findings().reliability}
    assert set(rows) == {"Ann Lee", "Bo Ray", "Cy Orr"}
    assert rows["Ann Lee"].right == rows["Bo Ray"].right > 0.7
    assert rows["Cy Orr"].right == pytest.approx(0.2)  # 0 of 6, and one half of the prior's 4
    assert all(row.low < row.right < row.high for row in rows.values())
    assert {row.topic for row in rows.values()} == {"population"}
    assert rows["Ann Lee"].claims == 6


def test_the_letter_of_the_register_is_where_a_voice_starts(desk: Any) -> None:
    """Relief Office has a B, Hill Guard a D; each is judged once."""
    months(desk, {"Relief Office": 1.0, "Hill Guard": 1.0}, many=1)
    rows = {row.source: row.right for row in desk.findings().reliability}
    assert rows["Relief Office"] == pytest.approx((4 * 0.85 + 1) / 5)
    assert rows["Hill Guard"] == pytest.approx((4 * 0.5 + 1) / 5)


def test_what_nobody_else_tells_of_teaches_nothing(desk: Any) -> None:
    months(desk, {"Ann Lee": 1.0})
    assert desk.findings().reliability == ()


def test_a_voice_that_leans_is_told_with_its_bias(desk: Any) -> None:
    months(desk, {"Ann Lee": 1.0, "Bo Ray": 1.0, "Cy Orr": 1.08, "Di Fox": 1.0})
    rows = {row.source: row for row in desk.findings().biases}
    assert rows["Cy Orr"].bias > 0.03 > abs(rows["Ann Lee"].bias)
    assert rows["Cy Orr"].low < rows["Cy Orr"].bias < rows["Cy Orr"].high
    assert rows["Cy Orr"].item == "population, people, vale"
