"""Each claim's part in its assessment."""

from typing import Any


def uses(desk: Any) -> dict[str, tuple[str, float]]:
    return {row.claim: (row.use, row.weight) for row in desk.findings().weights}


def test_the_voices_share_the_weight_and_repeats_have_none(desk: Any) -> None:
    first = desk.says(desk.account("a", "one.com"), 10_000, "RO")
    again = desk.says(desk.account("b", "two.com"), 10_000, "RO")
    other = desk.says(desk.account("c", "three.com"), 10_200, "Vale Watch")
    found = uses(desk)
    assert found[other.id] == ("counted", 0.5)
    assert sorted([found[first.id], found[again.id]]) == [("counted", 0.5), ("repeat", 0.0)]


def test_an_outlet_that_passes_on_and_a_part_weigh_nothing(desk: Any) -> None:
    desk.says(desk.account("a", "one.com"), 10_000, "RO")
    passed = desk.says(desk.account("b", "plain.com"), 10_000)
    part = desk.says(desk.account("c", "two.com"), 12, "Vale Watch")
    bound = desk.says(desk.account("d", "three.com"), 9_000, "Health Front", hedge="more than")
    found = uses(desk)
    assert found[passed.id] == ("passed on", 0.0)
    assert found[part.id] == ("aside", 0.0)
    assert found[bound.id] == ("bound", 0.5)


def test_every_claim_of_an_assessment_has_one_row(desk: Any) -> None:
    desk.says(desk.account("a", "one.com"), 10_000, "RO")
    desk.says(desk.account("b", "two.com"), 10_000, "Vale Watch")
    found = desk.findings()
    (row,) = found.assessments
    assert sorted(w.claim for w in found.weights if w.assessment == row.id) == list(row.claims)
