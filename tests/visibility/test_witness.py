"""The last direct observation: who tells of what they saw, and up to when."""

import dataclasses

import pytest
from tests.visibility.made import WATER, account, cell, condition, seen

from thirdhand.model import Claim, Reading, View


def saw(when: str, name: str = "MSF", **more: object) -> Claim:
    claim = condition("water", when, f"{name} saw dry taps in {when}")
    values = {"basis": "witnessed", "chain": (name, "Daily"), **more}
    return dataclasses.replace(claim, **values)  # type: ignore[arg-type]


def view(*claims: Claim, published: str = "2021-06-30") -> View:
    readings = [Reading("r1", "a1", "hand", claims=claims)]
    return seen(WATER, accounts=[account("a1", published)], readings=readings)


def test_the_last_witness_is_carried_on_and_named() -> None:
    told = view(saw("2021-02-09"), saw("2021-04-03", "Red Cross"))
    assert [(c.witnessed, c.witness) for c in told.cells] == [
        (None, None),
        ("2021-02-09", "MSF"),
        ("2021-02-09", "MSF"),
        *[("2021-04-03", "Red Cross")] * 3,
    ]
    assert cell(told, "2021-06").last_seen == "2021-04-03"


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(saw("2021-02-09", basis="told"), id="was told"),
        pytest.param(saw("2021-02-09", basis="deduced"), id="drew a conclusion"),
        pytest.param(saw("2021-02-09", stance="denied"), id="denies it"),
        pytest.param(saw("2021-02-09", period=None), id="at no known time"),
        pytest.param(saw("2021-02-09", site="elsewhere"), id="elsewhere"),
    ],
)
def test_what_is_no_direct_observation(claim: Claim) -> None:
    assert {c.witnessed for c in view(claim).cells} == {None}


def test_a_month_witnessed_ends_with_the_cell_and_with_the_account() -> None:
    """ "In March" in an account of 10 March was seen by 10 March."""
    assert cell(view(saw("2021-03")), "2021-03").witnessed == "2021-03-31"
    assert cell(view(saw("2021-03"), published="2021-03-10"), "2021-03").witnessed == "2021-03-10"
