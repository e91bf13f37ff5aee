"""Circular reporting: A has it from B, which has it from A."""

from typing import Any

import pytest


def ring(desk: Any, *names: str, value: float = 500, **given: Any) -> list[Any]:
    """Each outlet names the next one for the same figure, the last one the first."""
    claims = []
    for at, name in enumerate(names):
        account = desk.account(name[0], name, f"2021-03-{5 + at:02d}")
        claims.append(desk.says(account, value, names[(at + 1) % len(names)], **given))
    return claims


def voices(desk: Any) -> tuple[str, ...]:
    (row,) = desk.findings().assessments
    return row.voices


def test_two_who_name_each_other_are_one_voice_and_a_loop(desk: Any) -> None:
    claims = ring(desk, "plain.com", "hillnews.net")
    found = desk.findings()
    (loop,) = found.loops
    assert loop.voices == ("Daily Plain", "Hill Council")
    assert loop.accounts == ("h", "p")
    assert set(loop.claims) == {claim.id for claim in claims}
    assert loop.outside == ()
    assert all(f"“{claim.span.quote}”" in loop.reason for claim in claims)
    assert "nobody outside is named" in loop.reason
    (row,) = found.assessments
    assert len(row.voices) == 1
    assert (row.verdict, row.grade.information) == ("single", 3)


def test_three_in_a_ring_are_one_voice(desk: Any) -> None:
    ring(desk, "plain.com", "hillnews.net", "valewatch.org")
    (loop,) = desk.findings().loops
    assert loop.accounts == ("h", "p", "v")
    assert len(voices(desk)) == 1


def test_a_ring_over_a_link_in_the_middle_is_found(desk: Any) -> None:
    plain, hill = desk.account("a", "plain.com"), desk.account("b", "hillnews.net")
    desk.says(plain, 500, "officials of nobody", "Hill News")
    desk.says(hill, 500, "Daily Plain")
    (loop,) = desk.findings().loops
    assert loop.accounts == ("a", "b")
    assert loop.outside == ("officials of nobody",)
    assert "has “words 0” (a) from Hill Council" in loop.reason
    assert "besides, they name officials of nobody" in loop.reason


def test_where_somebody_outside_is_named_the_circle_adds_no_voice(desk: Any) -> None:
    claims = ring(desk, "plain.com", "hillnews.net")
    desk.says(desk.accounts[0], 500, "RO")
    found = desk.findings()
    assert found.loops[0].outside == ("Relief Office",)
    assert set(found.loops[0].claims) == {claim.id for claim in claims}
    assert found.assessments[0].voices == ("Relief Office",)


def test_a_voice_beside_the_circle_still_counts(desk: Any) -> None:
    ring(desk, "plain.com", "valewatch.org")
    desk.says(desk.account("c", "third.com"), 500, "RO")
    (row,) = desk.findings().assessments
    assert row.voices[0] == "Relief Office"
    assert len(row.voices) == 2
    assert row.grade.information == 1


@pytest.mark.parametrize(
    "second",
    [
        {"indicator": "guards"},
        {"period": "2021-05"},
        {"value": 900},
    ],
)
def test_naming_each_other_for_different_matters_is_no_loop(desk: Any, second: Any) -> None:
    plain, watch = desk.account("a", "plain.com"), desk.account("b", "valewatch.org")
    desk.says(plain, 500, "Vale Watch")
    desk.says(watch, second.pop("value", 500), "Daily Plain", **second)
    assert desk.findings().loops == ()


def test_to_be_named_by_one_side_alone_is_no_loop(desk: Any) -> None:
    desk.says(desk.account("a", "plain.com"), 500)
    desk.says(desk.account("b", "hillnews.net"), 500, "Daily Plain")
    desk.says(desk.account("c", "valewatch.org"), 500, "Hill News")
    assert desk.findings().loops == ()


def test_a_house_that_names_its_own_other_outlet_is_no_loop(desk: Any) -> None:
    ring(desk, "hillnews.net", "hillradio.net")
    assert desk.findings().loops == ()


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_rows_changes_nothing(desk: Any, seed: int) -> None:
    ring(desk, "plain.com", "hillnews.net", "valewatch.org")
    ring(desk, "east.com", "north.com", value=20, indicator="guards")
    assert desk.findings(seed) == desk.findings()
