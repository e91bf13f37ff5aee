"""What does not fit, and what only looks so."""

from typing import Any

import pytest

from thirdhand.model import Event

CAMPS = {"site": None, "place": "the camps", "scope": "the camps: which ones is not said"}


def test_a_figure_of_the_camps_against_one_of_the_camp(desk: Any) -> None:
    """70,000 people sent to camps, 50,000 of them women and children; 70,000 women and children
    in Vale: one contradiction inside one account, not three."""
    account = desk.account("a", "plain.com")
    month = {"period": "2021-03", "basis": "published"}
    desk.says(account, 70_000, breakdown=("families", "fighters"), **CAMPS, **month)
    part = desk.says(account, 50_000, breakdown=("children", "women"), **CAMPS, **month)
    whole = desk.says(account, 70_000, breakdown=("children", "women"), **month)
    (row,) = desk.findings().contradictions
    assert (row.kind, row.within, row.claims) == ("contradiction", True, (part.id, whole.id))
    assert row.reason == (
        "Daily Plain says 50,000 people (children and women) at the camps and also 70,000"
        " people (children and women) at Vale camp in one account (a); it is unclear which place"
        " “the camps” means."
    )


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"value": 510}, "within the indicator's tolerance"),
        ({"value": 400, "hedge": "more than"}, "a bound that allows it"),
        ({"value": 900, "period": "2021-04"}, "another month is change"),
        ({"value": 900, "period": "2020"}, "another time"),
        ({"value": 900, "breakdown": ("women",)}, "another definition"),
        ({"value": 900, "unit": "households"}, "another unit"),
        ({"value": 900, "area": "phase-1"}, "another area"),
        ({"value": 900, "site": None, "place": "elsewhere"}, "another place"),
        ({"value": 900, "stance": "expected"}, "a plan"),
        ({"value": 900, "counted": False}, "a repeat"),
    ],
)
@pytest.mark.parametrize("within", [True, False])
def test_no_contradiction(desk: Any, other: dict[str, Any], why: str, within: bool) -> None:
    first = desk.account("a", "one.com")
    second = first if within else desk.account("b", "two.com")
    given = dict(other)
    desk.says(first, 500, "RO")
    desk.says(second, given.pop("value"), "Vale Watch", **given)
    assert desk.findings().contradictions == (), why


def test_two_voices_two_accounts(desk: Any) -> None:
    one = desk.says(desk.account("a", "one.com"), 500, "RO")
    other = desk.says(desk.account("b", "two.com"), 900, "Vale Watch")
    (row,) = desk.findings().contradictions
    assert (row.kind, row.within, set(row.claims)) == ("contradiction", False, {one.id, other.id})
    assert "RO [Relief Office] says 500 people at Vale" in row.reason
    assert "Vale Watch says 900 people at Vale" in row.reason


def test_many_accounts_of_two_figures_are_one_row(desk: Any) -> None:
    for n in range(12):
        account = desk.account(str(n), f"s{n}.com")
        desk.says(account, 500 if n % 2 else 900, "RO" if n % 2 else "Vale Watch")
    assert len(desk.findings().contradictions) == 1


def test_a_pair_inside_one_account_is_not_told_again_between_accounts(desk: Any) -> None:
    both = desk.account("a", "one.com")
    desk.says(both, 500, "RO")
    desk.says(both, 900, "Vale Watch")
    desk.says(desk.account("b", "two.com"), 500, "RO")
    (row,) = desk.findings().contradictions
    assert row.within


def test_bounds_that_exclude_each_other(desk: Any) -> None:
    desk.says(desk.account("a", "one.com"), 900, "RO", hedge="more than")
    desk.says(desk.account("b", "two.com"), 500, "Vale Watch", hedge="less than")
    (row,) = desk.findings().contradictions
    assert "more than 900 people" in row.reason
    assert "less than 500 people" in row.reason


def incident(desk: Any, ref: str, value: int, voice: str, published: str, **given: Any) -> Any:
    account = desk.account(ref, f"{ref}.com", published)
    what = {"kind": "incident", "indicator": "killed", "event": Event("fire")}
    return desk.says(account, value, voice, **{**what, "period": "2021-02-27", **given})


def test_a_toll_that_one_voice_raised_is_change(desk: Any) -> None:
    first = incident(desk, "b", 3, "RO", "2021-02-27")
    last = incident(desk, "a", 7, "RO", "2021-03-01")
    (row,) = desk.findings().contradictions
    assert (row.kind, row.claims) == ("change", (first.id, last.id))
    assert "moved its figure from 3 people at Vale camp to 7 people at Vale camp" in row.reason


def test_one_voice_told_in_two_ways_on_one_day_is_a_contradiction(desk: Any) -> None:
    incident(desk, "a", 3, "RO", "2021-02-27")
    incident(desk, "b", 7, "RO", "2021-02-27")
    (row,) = desk.findings().contradictions
    assert row.kind == "contradiction"
    assert row.reason.startswith("Accounts a and b differ on what RO")


@pytest.mark.parametrize(
    "given", [{"event": Event("attack")}, {"period": "2021-02"}, {"period": "2021-02-28"}]
)
def test_two_happenings_do_not_contradict(desk: Any, given: dict[str, Any]) -> None:
    incident(desk, "a", 3, "RO", "2021-02-27")
    incident(desk, "b", 7, "Vale Watch", "2021-02-27", **given)
    assert desk.findings().contradictions == ()


def test_two_counts_of_one_voice_in_one_text_are_parts_or_happenings(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    for value in (226, 36, 12):
        desk.says(account, value, "RO", indicator="arrests")
    assert desk.findings().contradictions == ()


def test_never_a_flood(desk: Any) -> None:
    """Thirty voices with thirty figures: each against the one the assessment rests on."""
    for n in range(30):
        desk.says(desk.account(f"{n:02d}", f"s{n}.com"), n + 1, f"Voice {n}", indicator="killed")
    assert len(desk.findings().contradictions) == 29


@pytest.mark.parametrize(
    ("one", "other", "within", "rows", "why"),
    [
        (60_000, 30_000, True, 1, "half is still the same thing"),
        (60_000, 29_000, True, 0, "less than half of it, by the same voice, is a part"),
        (60_000, 6_000, False, 1, "a tenth by another voice"),
        (60_000, 5_000, False, 0, "less than a tenth is hardly the same thing"),
    ],
)
def test_a_part_is_no_contradiction(
    desk: Any, one: int, other: int, within: bool, rows: int, why: str
) -> None:
    first = desk.account("a", "one.com")
    desk.says(first, one, "RO")
    second = first if within else desk.account("b", "two.com")
    desk.says(second, other, "RO" if within else "Vale Watch")
    assert len(desk.findings().contradictions) == rows, why


def test_a_toll_may_well_be_far_off(desk: Any) -> None:
    incident(desk, "a", 1, "RO", "2021-02-27")
    incident(desk, "b", 40, "Vale Watch", "2021-02-27")
    assert len(desk.findings().contradictions) == 1
