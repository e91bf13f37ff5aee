"""An article of our own with the difficulties of the one the project began with.

A lead that says more than its sources; totals that do not fit; camps and the camp; a report that
quotes officials; an interview given to another paper; an order that is no event.
"""

import pytest
from tests.read.camp import tell

from thirdhand.corroborate import corroborate
from thirdhand.model import Account, Plan, Site, Source, content_id
from thirdhand.read.reader import Reader
from thirdhand.scale import duckdb_engine
from thirdhand.words import vocabulary

OUTLET = "plainsman.example"
TEXT = """Red Lantern rebels are quickly rebuilding their old realm in southern Odrava after the insurgents seized control of the vast camp where Western-backed River Guards had put them.

The River Guards, backed by foreign jets, took the last rebel town in April.

The Guards, a force that leans heavily on help from abroad, then placed 40,000 remaining Red Lantern fighters and relatives, 28,000 of whom were women and children, in “displaced persons camps,” with little food and few guards.

The camps held mostly women and children, while roughly 1,500 Red Lantern fighters were detained in makeshift prisons.

According to Western officials, the Red Lantern has more control in Mirefold, Odrava's largest camp, than the Guards posted there. Women of the movement are reportedly running classes of their own in the camp.

“Mirefold camp is becoming a school for the Red Lantern,” Rep. Ada Moor (D-12) warned in an interview with the Harbour Times. “The security around the camp is terribly weak.”

Approximately 6,500 of the 40,000 women and children housed in Mirefold are from other countries.

President Tomas Orlo has threatened to release dozens of fighters.

A report released last month by the Defence Ministry says that the Red Lantern has gained new strength since the soldiers began to leave.

The Defence Ministry's chief auditor argues in the report that the pull-out forces the government to lean on third-party monitors.

“According to [coalition officials], the departure of soldiers also reduced the ability of [the mission] to keep watch over the Mirefold camp,” the report reads.

“[The coalition] said that it lacks the means to watch the camp itself, and that the Guards could provide only ‘minimal security’—a gap that [officials] said has let the movement's ideas spread in the camp,” the Defence Ministry continued.

Orlo has not backed away from his order to bring the soldiers home from Odrava, who now number about 800.

“We are leaving,” he said in May. “We are 4,000 miles away.”
"""  # noqa: E501
PLAN = Plan(
    "Mirefold",
    (Site("mirefold", "Mirefold", "camp", ("Mirefold camp",), None, None, None),),
    (),
    (Source("Defence Ministry", (), "government"), Source("Harbour Times", (), "outlet")),
)
FIGURES = [
    (40_000, "population", {"fighters", "families"}, "exact", "camps", None),
    (28_000, "population", {"women", "children"}, "exact", "camps", None),
    (40_000, "population", {"women", "children"}, "exact", "Mirefold", "mirefold"),
    (6_500, "population", {"foreign"}, "about", "Mirefold", "mirefold"),
    (1_500, "detainees", set(), "about", "prisons", None),
    (800, "troops", set(), "about", "Odrava", None),
]


@pytest.fixture(scope="module")
def found():
    told = Account(
        content_id("account", TEXT), "a", "a.txt", OUTLET, None, "2021-09-15", "en", text=TEXT
    )
    (reading,) = Reader(PLAN, vocabulary()).read([told])
    return reading, corroborate([told], [reading], PLAN, vocabulary(), duckdb_engine(1))


@pytest.fixture(scope="module")
def claims(found):
    return list(found[0].claims)


@pytest.mark.parametrize(("value", "indicator", "by", "hedge", "place", "site"), FIGURES)
def test_a_figure(claims, value, indicator, by, hedge, place, site):  # noqa: PLR0917 - a column each
    rows = [
        c
        for c in claims
        if c.indicator == indicator and c.low == c.high == value and set(c.breakdown) == by
    ]
    assert len(rows) == 1, tell(claims)
    (row,) = rows
    assert (row.hedge, row.site, row.chain, row.stance) == (hedge, site, (OUTLET,), "asserted")
    assert place.lower() in (row.place or "").lower(), tell(rows)


def test_no_other_number_of_people(claims):
    listed = {row[0] for row in FIGURES}
    others = [c for c in claims if c.unit == "people" and c.low not in listed and c.counted]
    assert not others, tell(others)
    assert not any(v in (12, 4_000) for c in claims for v in (c.low, c.high))


def test_the_report_and_those_it_quotes(claims):
    rows = [c for c in claims if "coalition" in c.chain[0].lower()]
    assert rows, tell(claims)
    for row in rows:
        assert len(row.chain) == 3, tell(rows)
        assert any(w in row.chain[1].lower() for w in ("auditor", "ministry", "report"))


def test_the_interview(claims):
    rows = [c for c in claims if "Moor" in c.chain[0]]
    assert rows, tell(claims)
    assert all(c.chain[1:] == ("Harbour Times", OUTLET) for c in rows), tell(rows)


def test_an_unnamed_voice(found):
    rows = [a for a in found[0].attributions if a.speaker == "Western officials"]
    assert rows
    assert all(a.speaker_kind == "unnamed" for a in rows)


def test_last_month(found):
    rows = [(t.first, t.last) for t in found[0].times if t.text == "last month"]
    assert rows == [("2021-08-01", "2021-08-31")]


def test_the_order_is_a_statement(claims):
    rows = [c for c in claims if "order to bring the soldiers home" in c.span.quote]
    assert [(c.kind, c.stance) for c in rows] == [("statement", "expected")], tell(rows)


def test_one_contradiction_inside_the_account(claims, found):
    of = {c.id: c for c in claims}
    pairs = [{of[i].low for i in row.claims} for row in found[1].contradictions]
    assert pairs == [{28_000, 40_000}]
    assert found[1].contradictions[0].within


def test_cited_and_not_held(found):
    names = [row.name for row in found[1].missing]
    assert any("report" in n for n in names), names
    assert "Harbour Times" in names, names


def test_the_lead_is_stronger_than_what_it_rests_on(claims, found):
    of = {c.id: c for c in claims}
    (row,) = found[1].overstatements
    assert "seized control of the vast camp" in of[row.claim].span.quote
    assert of[row.basis].condition.level < of[row.claim].condition.level
    assert "security" in of[row.basis].span.quote.lower()
