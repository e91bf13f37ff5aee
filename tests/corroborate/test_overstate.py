"""An outlet's own words stronger than the voice it rests on."""

from typing import Any

import pytest

from thirdhand.model import Condition


def tell(
    desk: Any, account: Any, level: int, word: str, *chain: str, sector: str = "security"
) -> Any:
    state = Condition(sector, "worse", word, level)
    return desk.says(account, None, *chain, kind="condition", condition=state)


def test_the_lead_is_shown_with_its_deepest_basis(desk: Any) -> None:
    account = desk.account("a", "plain.com")
    lead = tell(desk, account, 3, "gained control")
    tell(desk, account, 2, "weak", "a senator", "Far Herald")
    basis = tell(desk, account, 1, "minimal security", "task force officials", "the report")
    tell(desk, account, 3, "ruling")
    (row,) = desk.findings().overstatements
    assert (row.account, row.claim, row.basis) == (account.id, lead.id, basis.id)
    assert row.reason == (
        "The outlet's own words say “gained control”, where task force officials says"
        " “minimal security” (security, account a)."
    )


@pytest.mark.parametrize(
    ("own", "told", "sector", "why"),
    [
        (3, 3, "security", "a voice says it as strongly"),
        (2, 1, "security", "not the strongest words"),
        (3, 1, "water", "another sector"),
        (3, 0, "security", "no table holds the voice's word"),
    ],
)
def test_no_overstatement(desk: Any, own: int, told: int, sector: str, why: str) -> None:
    account = desk.account("a", "plain.com")
    tell(desk, account, own, "gained control")
    tell(desk, account, told, "minimal", "RO", sector=sector)
    assert desk.findings().overstatements == (), why


def test_another_account_is_no_basis(desk: Any) -> None:
    tell(desk, desk.account("a", "plain.com"), 3, "gained control")
    tell(desk, desk.account("b", "two.com"), 1, "minimal", "RO")
    assert desk.findings().overstatements == ()
