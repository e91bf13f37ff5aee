"""How life stands, by sector, and which way it goes."""

from tests.brief.made import SCARCE, TEXTS, at, facts

from thirdhand.brief.parts import conditions
from thirdhand.model import Claim, Span


def test_conditions_are_told_by_sector_newest_first() -> None:
    months = {"2021-01": "scarce", "2021-03": "is scarce", "2021-02": "Water"}
    claims = [at(SCARCE, m, span=_within(SCARCE, words)) for m, words in months.items()]
    table = conditions.listing(facts(*claims))
    assert [r.cells[0] for r in table.rows] == ["March 2021", "February 2021", "January 2021"]
    assert {r.group for r in table.rows} == {
        "Water: ↓ worse as most tell it; 3 tellings, 3 worse, last 31 March 2021"
    }


def _within(claim: Claim, words: str) -> Span:
    start = TEXTS["a1"].index(words, claim.span.start)
    return Span.of(TEXTS["a1"], start, start + len(words))


def test_a_reprinted_condition_is_told_once_with_its_first_date() -> None:
    table = conditions.listing(facts(at(SCARCE, "2021-02"), at(SCARCE, "2021-01")))
    assert [r.cells[0] for r in table.rows] == ["January 2021"]
    assert table.rows[0].group == (
        "Water: ↓ worse as most tell it; 1 telling, 1 worse, last 31 January 2021"
    )
