"""The section that says whether the figures add up."""

import dataclasses

from tests.brief.made import MORE, SEVENTY, assessment, dossier

from thirdhand.brief.facts import Facts
from thirdhand.brief.parts import balance, figures
from thirdhand.brief.write import outlined
from thirdhand.model import Balance, Period

OVER = Balance(
    "b1", "parts", "population", "mora", Period.parse("2021-03"), (MORE.id, SEVENTY.id), (1,),
    65_000.0, None, 20_000.0, 21_000.0, 44_000.0, "more than all",
)  # fmt: skip
OPEN = dataclasses.replace(OVER, id="b2", kind="flows", gap=None, expected_low=None)


def facts(*rows: Balance) -> Facts:
    whole = dossier()
    foreign = dataclasses.replace(assessment((SEVENTY,)), breakdown=("foreign",))
    shown = (foreign, assessment((MORE,)))
    found = dataclasses.replace(whole.findings, balances=rows, assessments=shown)
    return Facts.of(dataclasses.replace(whole, findings=found))


def test_what_does_not_add_up_comes_first() -> None:
    table = balance.listing(facts(OPEN, OVER))
    assert [row.sentence.assessments for row in table.rows] == [("b1",), ("b2",)]
    first, second = table.rows
    assert first.cells[-1] == "the part is more than the whole by 44,000 at least"
    assert first.remark == "more than all"
    assert (second.cells[-2], second.cells[-1]) == ("70,000", "cannot be balanced")


def test_what_fits_on_one_side_only_is_open() -> None:
    half = dataclasses.replace(OPEN, id="b3", gap=0.0, expected_low=65_000.0)
    full = dataclasses.replace(half, id="b4", expected_high=75_000.0)
    (row,) = balance.listing(facts(half)).rows
    assert row.cells[-1] == "open"
    assert row.sentence.text.endswith("; fits as far as told, with one side open.")
    assert [row.cells[-1] for row in balance.listing(facts(full)).rows] == ["fits"]


def test_a_part_far_larger_than_its_whole_is_no_headline() -> None:
    assert {row.sentence.claims for row in figures.latest(facts()).rows} == {
        (SEVENTY.id,),
        (MORE.id,),
    }
    assert [row.sentence.claims for row in figures.latest(facts(OVER)).rows] == [(MORE.id,)]
    assert balance.wild(facts(OVER)) == {SEVENTY.id}
    assert balance.wild(facts(OPEN)) == frozenset()


def test_a_sum_that_the_gate_cannot_make_is_left_out() -> None:
    whole = dossier()
    found = dataclasses.replace(whole.findings, balances=(OVER,))
    outline, issues = outlined(Facts.of(dataclasses.replace(whole, findings=found)), "2021-05-01")
    (sums,) = (b for s in outline.sections for b in s.blocks if getattr(b, "key", "") == "balance")
    assert sums.rows == ()
    assert "44,000" in issues[0].reason
