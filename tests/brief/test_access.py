"""What is said of access is theirs who say it, with the whole way it came."""

import dataclasses

from tests.brief.made import ACCOUNTS, SCARCE, at, claim, facts

from thirdhand.brief.parts import access
from thirdhand.model import Claim


def told(**more: object) -> Claim:
    """A task force says it through an inspector; the Daily passes it on."""
    values: dict[str, object] = {
        "chain": ("task force", "Inspector", "Daily"),
        "condition": dataclasses.replace(SCARCE.condition, sector="access"),  # type: ignore[type-var]
        **more,
    }
    return dataclasses.replace(SCARCE, **values)  # type: ignore[arg-type]


def test_a_claim_on_access_is_reported_as_theirs_with_its_chain() -> None:
    (row,) = access.told(facts(told())).rows
    assert row.cells == (
        "March 2021 (published)", "task force", "“Water is scarce”", "Inspector and Daily",
    )  # fmt: skip
    assert row.sentence.text == (
        "According to task force, passed on by Inspector and Daily: “Water is scarce”."
    )
    assert row.sentence.claims == (SCARCE.id,)


def test_what_is_alleged_says_so() -> None:
    (row,) = access.told(facts(told(stance="alleged"))).rows
    assert row.cells[1] == "task force (alleged)"
    assert row.sentence.text.startswith("As alleged by task force")


def test_a_statement_that_speaks_of_access_is_found_by_its_words() -> None:
    words = claim("a4", "minimal security", "the office", kind="statement")
    assert access.told(facts(words)).rows == ()
    barred = dataclasses.replace(
        words, span=dataclasses.replace(words.span, quote="No monitor may enter")
    )
    assert len(access.told(facts(barred)).rows) == 1


def test_reprints_of_one_statement_are_one_row_of_its_first_date() -> None:
    later = told(id="later", account=ACCOUNTS[1].id)
    rows = access.told(facts(at(later, "2021-05"), at(told(), "2021-03"))).rows
    assert [r.cells[0] for r in rows] == ["March 2021"]


def test_who_saw_it_is_told_apart() -> None:
    case = facts(told(), told(id="seen", basis="witnessed"))
    (row,) = access.witnessed(case).rows
    assert row.sentence.text.startswith("According to task force, who saw it, passed on by")
