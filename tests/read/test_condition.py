"""How a sector of life stands, and what is only said. Title: "Tarnholt camp"."""

import pytest
from tests.read.camp import fits, tell

CONDITIONS = [
    ("The water supply in Tarnholt has got worse since July.", "water", "worse"),
    ("There is a severe shortage of medicine in the camp.", "health", "worse"),
    ("Security at the camp has deteriorated, the Border Commission said.", "security", "worse"),
    ("Food rations in the camp have improved since June.", "food", "better"),
    ("Schools in the camp remain closed.", "education", "worse"),
    ("The latrines of the camp are overflowing.", "sanitation", "worse"),
    ("Access to the camp is limited.", "access", "worse"),
    ("The clinic in the camp is overwhelmed, a doctor said.", "health", "worse"),
    ("Bread is running short in the camp.", "food", "worse"),
    ("The pull-out reduced the mission's ability to see into the camp.", "access", "worse"),
    ("Since May monitors have lost visibility at the camp.", "access", "worse"),
    ("The Border Commission relies on third-party accounts of the camp.", "access", "worse"),
    ("The Border Commission lacks the staff to visit the camp.", "access", "worse"),
    ("Doctors have had no access to the camp since May.", "access", "worse"),
    ("The guards could provide only minimal security in the camp.", "security", "worse"),
]
NONE = [
    "The roads are dry.",
    "The governor arrived by car.",
    "The camp lies on a river.",
    "Security in the camp could collapse.",
    "Security in the camp could only get worse.",
]
STATEMENTS = [
    ("The governor hopes to bring the families home.", "bring the families home", "expected"),
    (
        "The governor stood by his order to bring the soldiers home from the border.",
        "his order to bring the soldiers home",
        "expected",
    ),
    ("The president has threatened to release the fighters.", "release the fighters", "expected"),
    ("“The camp is a disgrace,” Mira Oland said.", "The camp is a disgrace", "asserted"),
    ("The minister said that the camp will be closed soon.", "the camp will be closed", "asserted"),
]


@pytest.mark.parametrize(("text", "sector", "way"), [pytest.param(*r, id=r[0]) for r in CONDITIONS])
def test_a_condition(claims, text, sector, way):
    found = claims(text)
    wanted = {"kind": "condition", "sector": sector, "direction": way, "indicator": sector}
    assert any(fits(c, wanted) for c in found), tell(found)


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_said_of_how_things_stand(claims, text):
    found = claims(text)
    assert not found, tell(found)


@pytest.mark.parametrize(
    ("text", "words", "stance"), [pytest.param(*r, id=r[0]) for r in STATEMENTS]
)
def test_a_statement_is_no_event(claims, text, words, stance):
    found = claims(text)
    assert any(
        c.kind == "statement" and words in c.span.quote and c.stance == stance for c in found
    ), tell(found)
    assert all(c.kind == "statement" for c in found), tell(found)


@pytest.mark.parametrize(
    ("text", "title", "site"),
    [
        ("Ambulances are few.", "Tarnholt camp in July", "tarnholt"),
        ("Ambulances are few.", "News of the week", None),
        ("Ambulances are few in Castrel Camp.", "Tarnholt camp in July", None),
    ],
)
def test_an_account_of_the_site_tells_how_things_stand_there(claims, text, title, site):
    (found,) = claims(text, title=title)
    assert (found.kind, found.site) == ("condition", site)
