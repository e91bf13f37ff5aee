# ruff: noqa: E501 - a row of a table is one line
"""Links to other pages in a text count for nothing; what stands around them does."""

import pytest
from tests.read.camp import tell

LINKS = [
    "Related news: two civilians hurt in a ground attack in E. Norland, August 10, 2019; a farmer shot dead in E. Kesh, August 11, 2019.",
    "Read also: Three guards were killed in Tarnholt on Saturday.",
    "RELATED ARTICLES: Three guards were killed in Tarnholt on Saturday.",
]
NEWS = "Heavy rain flooded Sector 2 of Tarnholt on Saturday."


@pytest.mark.parametrize("links", LINKS)
@pytest.mark.parametrize("lay", ["{0}\n{1}", "{1}\n{0}", "Home: Rain. {0}\n{1}", "{1} {0}"])
def test_a_line_of_links_counts_for_nothing(claims, links, lay):
    found = claims(lay.format(links, NEWS))
    assert [c.event.type for c in found if c.counted and c.event] == ["flood"], tell(found)
    assert not [c for c in found if c.counted and c.indicator], tell(found)


def test_what_links_tell_of_is_not_of_the_site_by_default(claims):
    found = claims("Related news: three guards were killed on Saturday.\n" + NEWS)
    (row,) = (c for c in found if c.indicator == "killed")
    assert (row.site, row.period.start) == (None, "2019-08-10"), tell(found)


def test_a_time_among_links_dates_nothing(claims):
    found = claims("Related news: a fire in Kesh on 2 May 2019.\nA guard was killed in Tarnholt.")
    (row,) = (c for c in found if c.counted and c.event)
    assert row.period.basis == "published", tell(found)


def test_words_like_a_link_within_a_sentence_are_read(claims):
    found = claims("The council spoke of related news: three guards were killed in Tarnholt.")
    assert [c.low for c in found if c.counted and c.indicator == "killed"] == [3], tell(found)


def test_an_account_in_one_line_is_not_lost(claims):
    found = claims("Read also: A fair in Kesh. Three guards were killed in Tarnholt on Saturday.")
    assert [c.low for c in found if c.counted and c.indicator == "killed"] == [3], tell(found)
