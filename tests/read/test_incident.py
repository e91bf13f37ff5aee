# ruff: noqa: E501 - a row of a case table is one line
"""Happenings told of, and words that tell of none. Title: "Tarnholt camp"."""

import pytest
from tests.read.camp import fits, tell

HAPPENED = [
    ("A guard was shot dead in Tarnholt on Friday night.", "killing", "2019-08-09"),
    ("The body of a woman was found in Sector 2 of the camp on Sunday.", "killing", "2019-08-11"),
    ("A fire broke out in Tarnholt on Saturday.", "fire", "2019-08-10"),
    ("Forces launched a sweep of Tarnholt on Saturday.", "security-operation", "2019-08-10"),
    ("Lantern Relief suspended its work in Tarnholt on Saturday.", "aid-suspension", "2019-08-10"),
    ("Lantern Relief handed out blankets in Tarnholt on Saturday.", "aid-delivery", "2019-08-10"),
    ("Residents of Tarnholt protested over food on Saturday.", "protest-riot", "2019-08-10"),
    ("Two boys were kidnapped from Tarnholt on Saturday.", "abduction", "2019-08-10"),
    ("Heavy rains flooded Sector 2 of Tarnholt on Saturday.", "flood", "2019-08-10"),
    ("An outbreak of cholera was declared in Tarnholt on Saturday.", "disease", "2019-08-10"),
    ("A smuggler was arrested in Tarnholt on Saturday.", "arrest", "2019-08-10"),
    ("Guards foiled an escape attempt at Tarnholt on Saturday.", "escape-attempt", "2019-08-10"),
    ("Gunmen attacked a patrol near Tarnholt on Saturday.", "attack", "2019-08-10"),
    ("A convoy of families left Tarnholt for home on Saturday.", "repatriation", "2019-08-10"),
    ("The council condemned the killing of a nurse in Tarnholt on Friday.", "killing", "2019-08-09"),
]  # fmt: skip
NOT_HAPPENED = [
    "Forces will launch an operation in Tarnholt next week.",
    "The government plans to launch a campaign in Tarnholt.",
    "Attacks in the camp are frequent.",
    "Killings and fires are common in Tarnholt.",
    "Fires can spread quickly between the tents.",
    "Women fear attacks at night in the camp.",
    "The camp needs more water and more guards.",
]


@pytest.mark.parametrize(("text", "event", "day"), [pytest.param(*r, id=r[0]) for r in HAPPENED])
def test_a_happening(claims, text, event, day):
    found = claims(text)
    wanted = {"event": event, "site": "tarnholt", "period": f"{day}/{day}", "counted": True}
    assert any(c.kind == "incident" and fits(c, wanted) for c in found), tell(found)


@pytest.mark.parametrize("text", NOT_HAPPENED)
def test_nothing_happened(claims, text):
    found = [c for c in claims(text) if c.kind == "incident" and c.counted]
    assert not found, tell(found)


def test_a_killing_denied_is_kept_and_not_counted(claims):
    found = claims("The Border Commission denied that a guard had been killed in Tarnholt.")
    (row,) = (c for c in found if c.kind == "incident")
    assert (row.stance, row.counted) == ("denied", False)


def test_who_did_it_and_to_whom(claims):
    (row,) = (c for c in claims("Gunmen attacked a patrol near Tarnholt.") if c.event)
    assert (row.event.actor, row.event.target) == ("Gunmen", "a patrol")
