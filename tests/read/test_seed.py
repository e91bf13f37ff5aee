"""What the project owes the article it began with. The article is no part of the repository.

tests/read/test_like_seed.py asks the same of an article made up for it.
"""

from pathlib import Path

import pytest
from tests.read.camp import tell

from thirdhand.case import open_case
from thirdhand.corroborate import corroborate
from thirdhand.model import Account, content_id
from thirdhand.read.reader import Reader
from thirdhand.scale import duckdb_engine
from thirdhand.words import vocabulary

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "seed-article.txt"
CASE = ROOT / "examples" / "al-hol"
OUTLET = "outlet.example"

# value, indicator, breakdown, hedge, words of the place, on the site
FIGURES = [
    (70_000, "population", {"fighters", "families"}, "exact", "camps", False),
    (50_000, "population", {"women", "children"}, "exact", "camps", False),
    (70_000, "population", {"women", "children"}, "exact", "al-Hol", True),
    (11_000, "population", {"foreign"}, "about", "al-Hol", True),
    (2_000, "detainees", set(), "about", "prisons", False),
    (1_000, "troops", set(), "about", "Syria", False),
]


@pytest.fixture(scope="module")
def seed():
    if not SEED.exists() or not CASE.exists():
        pytest.skip("the seed article or the example is not there: nothing to read")
    text = SEED.read_text("utf-8")
    told = Account(
        content_id("account", text), "seed", "seed.txt", OUTLET, None, "2019-08-12", "en", text=text
    )
    plan = open_case(CASE).plan
    (reading,) = Reader(plan, vocabulary()).read([told])
    return reading, corroborate([told], [reading], plan, vocabulary(), duckdb_engine(1))


@pytest.fixture(scope="module")
def claims(seed):
    return list(seed[0].claims)


def chains(claims):
    return [tuple(name.lower() for name in c.chain) for c in claims]


@pytest.mark.parametrize(("value", "indicator", "by", "hedge", "place", "here"), FIGURES)
def test_a_figure(claims, value, indicator, by, hedge, place, here):  # noqa: PLR0917 - a column each
    found = [
        c
        for c in claims
        if c.indicator == indicator and c.low == c.high == value and set(c.breakdown) == by
    ]
    assert len(found) == 1, tell(claims)
    (row,) = found
    assert row.hedge == hedge
    assert place.lower() in (row.place or "").lower()
    assert (row.site is not None) == here
    assert (row.chain, row.stance) == ((OUTLET,), "asserted")


def test_no_other_number_of_people(claims):
    listed = {row[0] for row in FIGURES}
    others = [c for c in claims if c.unit == "people" and c.low not in listed and c.counted]
    assert not others, tell(others)
    assert not any(v in (7, 7_000) for c in claims for v in (c.low, c.high))


def test_the_report_and_those_it_quotes(claims):
    found = [c for c in chains(claims) if len(c) == 3 and "task force" in c[0]]
    assert any("inspector general" in c[1] and c[2] == OUTLET for c in found), tell(claims)
    assert all("inspector general" in c[1] or "pentagon" in c[1] for c in found), tell(claims)


def test_the_interview(claims):
    found = [c for c in chains(claims) if "graham" in c[0]]
    assert found, tell(claims)
    assert all("national post" in c[1] and c[2] == OUTLET for c in found)


def test_an_unnamed_voice(claims, seed):
    found = [a for a in seed[0].attributions if a.speaker.lower() == "u.s. officials"]
    assert found
    assert all(a.speaker_kind == "unnamed" for a in found)


def test_last_week(seed):
    rows = [(t.first, t.last) for t in seed[0].times if t.text == "last week"]
    assert rows == [("2019-08-05", "2019-08-11")]


def test_the_order_is_a_statement(claims):
    found = [c for c in claims if "order to bring U.S. troops home" in c.span.quote]
    assert [(c.kind, c.stance) for c in found] == [("statement", "expected")], tell(found)


def test_one_contradiction_inside_the_account(claims, seed):
    (row,) = seed[1].contradictions
    assert (row.kind, row.within) == ("contradiction", True)
    of = {c.id: c for c in claims}
    assert {of[i].low for i in row.claims} == {50_000, 70_000}


def test_cited_and_not_held(seed):
    names = [row.name.lower() for row in seed[1].missing]
    assert any("inspector general" in name for name in names), names
    assert any("national post" in name for name in names), names


def test_the_lead_is_stronger_than_what_it_rests_on(claims, seed):
    (row,) = seed[1].overstatements
    of = {c.id: c for c in claims}
    assert "gained control over the huge camp" in of[row.claim].span.quote
    assert "minimal security" in of[row.basis].span.quote
