"""The steps to a figure and a grade; and what a grade of 1 never rests on."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.corroborate.folds.grade import LETTERS
from thirdhand.model import Assessment, Findings

OUTLETS = ("plain.com", "hillnews.net", "hillradio.net", "valewatch.org", "ro.org", "one.com")
SPEAKERS = ("RO", "Vale Watch", "Health Front", "Hill Guard", "Daily Plain", "Hill News", "one.com")
HEDGES = ("exact", "exact", "about", "more than", "up to")

TELLINGS = st.lists(
    st.tuples(
        st.sampled_from(OUTLETS),
        st.lists(st.sampled_from(SPEAKERS), max_size=2, unique=True),
        st.sampled_from((500.0, 505.0, 900.0)),
        st.sampled_from(HEDGES),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=7,
)


def found(desk: Any, told: list[Any]) -> Findings:
    """One claim an account; a last number above 0 makes it a copy of an earlier one's text."""
    for at, (outlet, chain, value, hedge, copied) in enumerate(told):
        text = ""
        if copied and at:
            text = desk.accounts[at - 1].text
        words = text or " ".join(f"word{at} of text{at}x{n} number{at * n}" for n in range(12))
        account = desk.account(str(at), outlet, f"2021-03-{at + 1:02d}", words)
        desk.says(account, value, *chain, hedge=hedge)
    return desk.findings()


def tied(row: Assessment, findings: Findings, desk: Any) -> set[frozenset[str]]:
    """Pairs of accounts (ids) that a copy, a citation or a circle joins, over others too."""
    ids = {account.ref: account.id for account in desk.accounts}
    groups = [set(group.accounts) for group in findings.copies]
    groups += [{cite.account, cite.cited} for cite in findings.cites]
    groups += [set(loop.accounts) for loop in findings.loops if set(loop.claims) & set(row.claims)]
    joined = True
    while joined:
        joined = False
        for one, other in combinations(groups, 2):
            if one & other and one is not other:
                groups.remove(other)
                one.update(other)
                joined = True
                break
    return {frozenset({ids[a], ids[b]}) for group in groups for a, b in combinations(group, 2)}


@settings(max_examples=60, deadline=None)
@given(told=TELLINGS)
def test_1_rests_on_two_graded_voices_that_nothing_ties(new_desk: Any, told: list[Any]) -> None:
    desk = new_desk()
    findings = found(desk, told)
    claims = {c.id: c for reading in desk.readings for c in reading.claims}
    voice = dict(findings.voice_of)
    letters = {v.id: v.grade for v in findings.voices}
    for row in findings.assessments:
        if row.grade.information != 1:
            continue
        ties = tied(row, findings, desk)
        counted = [w.claim for w in findings.weights if w.assessment == row.id and w.weight]
        sound = [
            claims[i]
            for i in counted
            if letters[voice[i]] in "ABCD" and claims[i].hedge in ("exact", "about")
        ]
        assert any(
            voice[a.id] != voice[b.id] and frozenset({a.account, b.account}) not in ties
            for a, b in combinations(sound, 2)
        )


@settings(max_examples=60, deadline=None)
@given(told=TELLINGS)
def test_every_number_has_its_step_and_its_claims(new_desk: Any, told: list[Any]) -> None:
    findings = found(new_desk(), told)
    for row in findings.assessments:
        steps = {g.step: g for g in findings.grounds if g.assessment == row.id}
        ends = [steps[name].value for name in ("low", "best", "high")]
        assert ends == [row.low, row.best, row.high]
        assert (steps["source"].value, steps["information"].value) == (
            row.grade.source,
            row.grade.information,
        )
        assert steps["source"].value in LETTERS
        for step in steps.values():
            assert step.rule
            assert set(step.claims) <= set(row.claims)
        assert all(steps[name].claims for name in ("voices", "best", "low", "high", "information"))


def rules(desk: Any) -> dict[str, str]:
    (row,) = desk.findings().assessments
    return {g.step: g.rule for g in desk.findings().grounds if g.assessment == row.id}


def test_one_voice_widened_by_the_tolerance(desk: Any) -> None:
    desk.says(desk.account("a", "plain.com"), 500, "RO")
    told = rules(desk)
    assert told["best"] == "the one figure of an independent voice, by RO [Relief Office]"
    assert told["low"] == (
        "the lowest that the words of RO [Relief Office] allow, with 3% room as one voice alone"
        " gives it"
    )
    assert told["information"] == "one voice"
    assert told["source"] == "the best letter of those who say so: Relief Office"


def test_the_middle_of_three(desk: Any) -> None:
    for ref, value, name in (("a", 500, "RO"), ("b", 505, "Vale Watch"), ("c", 510, "HF")):
        desk.says(desk.account(ref, f"{ref}.com"), value, name)
    told = rules(desk)
    assert told["best"] == "the middle of 3 figures, one a voice, as Vale Watch says it"
    assert told["low"] == "the lowest that the words of RO [Relief Office] allow"
    assert told["information"].startswith("two or more independent named voices of letter A to D")


def test_only_limits(desk: Any) -> None:
    desk.says(desk.account("a", "plain.com"), 500, "RO", hedge="more than")
    told = rules(desk)
    assert told["best"] == "only limits are told: RO [Relief Office] gives the tightest"
    assert told["high"] == "no claim closes this end, so it stays open"


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ({"speaker": "officials", "speaker_kind": "unnamed"}, "one of them is not named"),
        ({"speaker": "Somebody New"}, "one of them is of letter E or F"),
        ({"speaker": "Vale Watch", "hedge": "up to"}, "one of them gives a limit and no figure"),
    ],
)
def test_why_two_who_agree_do_not_confirm(desk: Any, second: dict[str, str], why: str) -> None:
    desk.says(desk.account("a", "a.com"), 500, "RO")
    speaker = second.pop("speaker")
    desk.says(desk.account("b", "b.com"), 500, speaker, **second)
    assert rules(desk)["information"] == f"two or more independent voices agree, but {why}"
