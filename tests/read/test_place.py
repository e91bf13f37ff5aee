# ruff: noqa: E501 - a row of a case table is one line
"""Which place a claim is about."""

from dataclasses import replace

import pytest
from tests.read.camp import CASE, NO_CASE, TARNHOLT, tell

# words, title, site, area, place
ROWS = [
    ("14,200 people live in Tarnholt.", None, "tarnholt", None, "Tarnholt"),
    ("14,200 people live in Tarn Holt.", None, "tarnholt", None, "Tarn Holt"),
    ("The camp holds 14,200 people.", "Tarnholt camp", "tarnholt", None, "The camp"),
    ("Tarnholt is far away. The camp holds 14,200 people.", None, "tarnholt", None, "The camp"),
    ("The camp holds 14,200 people.", None, None, None, "The camp"),
    ("In Sector 5 of Tarnholt, 2,100 people live in tents.", None, "tarnholt", "sector-5", "Tarnholt"),
    ("The annex of Tarnholt holds 2,100 people.", None, "tarnholt", "annex", "Tarnholt"),
    ("The camps hold 30,000 people.", "Tarnholt camp", None, None, "The camps"),
    ("Dunmarrow camp holds 4,000 people.", "Tarnholt camp", None, None, "Dunmarrow"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title", "site", "area", "place"), [pytest.param(*r, id=r[0]) for r in ROWS]
)
def test_the_place(claims, text, title, site, area, place):
    found = [c for c in claims(text, title=title) if c.indicator == "population"]
    assert [(c.site, c.area, c.place) for c in found] == [(site, area, place)], tell(found)


def test_camps_named_together_are_no_one_place(claims):
    (row,) = claims("Tarnholt and Dunmarrow camps together hold 18,000 people.")
    assert row.site is None
    assert row.scope


def test_the_plural_says_why_it_is_unclear(claims):
    (row,) = claims("About 30,000 people live in the camps.")
    assert row.site is None
    assert "the camps" in row.scope


def test_without_a_case_no_site_is_named(claims):
    (row,) = claims("14,200 people live in Tarnholt camp.", case=NO_CASE)
    assert row.site is None


def test_a_place_is_found_with_its_point(reading):
    (row,) = reading("The bishop arrived in Reykjavik.").places
    assert (row.text, row.country) == ("Reykjavik", "IS")
    assert round(row.lat or 0) == 64


def test_the_site_is_found_by_every_alias(reading):
    for name in (CASE.sites[0].name, *CASE.sites[0].aliases):
        rows = reading(f"Rain fell on {name} again.").places
        assert [(r.text, r.id) for r in rows] == [(name, "tarnholt")]


# words, site, place
DEEDS = [
    ("Two civilians were hurt in an attack in Daraa on Saturday.", None, "Daraa"),
    ("Two civilians were hurt in an attack in E. Idlib on Saturday.", None, "Idlib"),
    ("A man was shot dead in Aleppo governorate on Saturday.", None, "Aleppo governorate"),
    ("Two civilians were hurt in an attack in Tarnholt on Saturday.", "tarnholt", "Tarnholt"),
    ("Two civilians were hurt in an attack on Saturday.", "tarnholt", None),
    ("A man of Aleppo was shot dead on Saturday.", "tarnholt", None),
    ("A man was shot dead in the camp on Saturday, after a visit in Aleppo.", "tarnholt", "the camp"),
    ("A man was shot dead in the market on Saturday.", "tarnholt", None),
    ("Two men were shot dead in the Middle East's largest camp.", "tarnholt", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "site", "place"), [pytest.param(*r, id=r[0]) for r in DEEDS])
def test_a_deed_is_where_its_sentence_says(claims, text, site, place):
    found = [c for c in claims(text) if c.indicator in ("killed", "injured") or c.event]
    assert {(c.site, c.place) for c in found} == {(site, place)}, tell(found)


def test_a_town_beside_the_site_may_stand_for_it(claims):
    near = replace(TARNHOLT, country="SY", lat=32.7, lon=36.2)
    case = replace(CASE, sites=(near,))
    text = "Two civilians were hurt in an attack in Daraa on Saturday."
    assert {c.site for c in claims(text, case=case)} == {"tarnholt"}


def test_who_goes_to_another_place_comes_from_the_site(claims):
    found = claims("Norland brought 14 women home on Saturday; they landed in Aleppo.")
    assert "tarnholt" in {c.site for c in found if c.event}, tell(found)
