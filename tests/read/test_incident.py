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
    ("Two cousins were found murdered in their tent in Tarnholt on Saturday.", "killing", "2019-08-10"),
    ("Masked men shot a baker dead in Tarnholt on Saturday.", "killing", "2019-08-10"),
    ("Three guards were killed in clashes with gunmen in Tarnholt on Saturday.", "attack", "2019-08-10"),
    ("Two soldiers were killed by a drone in Tarnholt on Saturday.", "attack", "2019-08-10"),
    ("Rockets struck the clinic in Tarnholt on Saturday.", "attack", "2019-08-10"),
    ("Residents of Tarnholt threw stones at a nurse on Saturday.", "attack", "2019-08-10"),
    ("The guards wrapped up a sweep of Tarnholt on Saturday.", "security-operation", "2019-08-10"),
    ("The operation in Tarnholt ended on Saturday after ten days.", "security-operation", "2019-08-10"),
    ("Four women slipped out of Tarnholt on Saturday.", "escape-attempt", "2019-08-10"),
    ("Guards caught a family trying to get out of Tarnholt on Saturday.", "escape-attempt", "2019-08-10"),
    ("A driver tried to smuggle two families out of Tarnholt on Saturday.", "smuggling", "2019-08-10"),
    ("Norland brought back 14 women from Tarnholt on Saturday.", "repatriation", "2019-08-10"),
    ("Five orphans from Tarnholt were handed over to a Dutch delegation on Saturday.", "repatriation", "2019-08-10"),
    ("Lantern Relief opened a clinic in Tarnholt on Saturday.", "aid-delivery", "2019-08-10"),
    ("Lantern Relief closed its clinic in Tarnholt on Saturday.", "aid-suspension", "2019-08-10"),
    ("The council voted on Saturday to cut food aid to Tarnholt.", "aid-suspension", "2019-08-10"),
    ("Flames destroyed 12 tents in Tarnholt on Saturday.", "fire", "2019-08-10"),
    ("A boy died in Tarnholt on Saturday when a tent caught fire.", "fire", "2019-08-10"),
    ("Heavy rain swept away tents in Tarnholt on Saturday.", "flood", "2019-08-10"),
    ("Doctors confirmed a case of measles in Tarnholt on Saturday.", "disease", "2019-08-10"),
    ("Detainees mutinied in Tarnholt on Saturday.", "protest-riot", "2019-08-10"),
    ("A teacher was taken hostage in Tarnholt on Saturday.", "abduction", "2019-08-10"),
    ("The militia recruited a boy in Tarnholt on Saturday.", "recruitment", "2019-08-10"),
    ("A mercenary blew himself up in Tarnholt on Saturday.", "attack", "2019-08-10"),
    ("Masked men stormed the office of Lantern Relief in Tarnholt on Saturday.", "attack", "2019-08-10"),
    ("Militants set fire to the council office in Tarnholt on Saturday.", "attack", "2019-08-10"),
    ("Gunmen shot a baker in Tarnholt on Saturday; he died on the way to a clinic.", "killing", "2019-08-10"),
    ("Fire tore through the market of Tarnholt on Saturday.", "fire", "2019-08-10"),
    ("The first case in Tarnholt came to light on Saturday.", "disease", "2019-08-10"),
    ("Guards caught five women hiding in a tanker at Tarnholt on Saturday.", "escape-attempt", "2019-08-10"),
    ("Three boys climbed the fence of Tarnholt on Saturday.", "escape-attempt", "2019-08-10"),
    ("Twenty families boarded buses in Tarnholt on Saturday.", "repatriation", "2019-08-10"),
    ("Lantern Relief put its visits to Tarnholt on hold on Saturday.", "aid-suspension", "2019-08-10"),
    ("The sweep of Tarnholt drew to a close on Saturday.", "security-operation", "2019-08-10"),
    ("Dozens of women staged a sit-in in Tarnholt on Saturday.", "protest-riot", "2019-08-10"),
    ("A driver was taken in for questioning in Tarnholt on Saturday.", "arrest", "2019-08-10"),
]  # fmt: skip
NOT_HAPPENED = [
    "Ten people were murdered in Tarnholt between 2 and 20 July, the council said on Thursday.",
    "Some 400 people wish to leave Tarnholt for home.",
    "Not a single case of measles has been confirmed in Tarnholt.",
    "A clinic in Tarnholt stayed shut through the feast.",
    "A girl with burns waited two days for a doctor in Tarnholt.",
    "Forces will launch an operation in Tarnholt next week.",
    "The government plans to launch a campaign in Tarnholt.",
    "Attacks in the camp are frequent.",
    "Killings and fires are common in Tarnholt.",
    "Fires can spread quickly between the tents.",
    "Women fear attacks at night in the camp.",
    "The camp needs more water and more guards.",
    "Since January 40 people have been killed in Tarnholt.",
    "So far this year guards in Tarnholt have foiled 120 escape attempts.",
    "The commission plans to bring more families home from Tarnholt.",
    "Aid groups fear an outbreak of cholera in Tarnholt.",
    "The council called for an end to the killings in Tarnholt.",
    "Lantern Relief gives out bread in Tarnholt every day.",
    "Nobody claimed the attack on Tarnholt.",
    "No one was arrested in Tarnholt on Saturday.",
    "The commission has sent home 3,000 people from Tarnholt since 2017.",
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


# words, type, what became of it, whether it counts as new
BECAME = [
    ("Guards foiled an escape attempt in Tarnholt on Saturday.", "escape-attempt", "foiled", True),
    ("A group of boys tried to break out of Tarnholt on Saturday.", "escape-attempt", "foiled", True),
    ("The visit came two years after gunmen attacked a clinic in Tarnholt.", "attack", "past", False),
    ("In March 2018 a guard was shot dead in Tarnholt.", "killing", "past", False),
    ("The Border Commission denied that a guard had been killed in Tarnholt.", "killing", "denied", False),
    ("About 300 people are to leave Tarnholt for home on Thursday.", "repatriation", "planned", False),
    ("A guard was shot dead in Tarnholt on Saturday.", "killing", "happened", True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "event", "status", "new"), [pytest.param(*r, id=r[0]) for r in BECAME]
)
def test_what_became_of_it(claims, text, event, status, new):
    found = claims(text)
    told = {(c.event.type, c.event.status, c.counted) for c in found if c.event}
    assert (event, status, new) in told, tell(found)


# words, how many happenings of that type
EACH = [
    ("Four women went home from Tarnholt on 2 August and seven women on 9 August.", "repatriation", 2),
    ("Some 196 people left for Kesh on 2 August and 126 for Upper Kesh on 9 August.", "repatriation", 2),
    ("A driver tried to smuggle two families out of Tarnholt on Saturday.", "smuggling", 1),
    ("Lantern Relief halted food distribution in Tarnholt on Saturday.", "aid-suspension", 1),
    ("Gunmen shot and wounded a guard in Tarnholt on Saturday.", "attack", 1),
    ("A fire in Tarnholt on Saturday killed two boys and hurt five people.", "fire", 1),
    ("Guards arrested nine people on Saturday as they tried to flee the camp.", "escape-attempt", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event", "number"), [pytest.param(*r, id=r[0]) for r in EACH])
def test_each_happening_once(claims, text, event, number):
    found = [c for c in claims(text) if c.event]
    assert [c.event.type for c in found] == [event] * number, tell(found)


def test_a_happening_told_twice_counts_once(claims):
    found = claims(
        "Norland took home 40 women from Tarnholt on Saturday. "
        "The flight of Saturday carried 40 women home to Norland, it said. "
        "On Sunday a guard was attacked in Tarnholt."
    )
    told = [(c.event.type, c.counted) for c in found if c.event]
    assert told == [("repatriation", True), ("repatriation", False), ("attack", True)], tell(found)


def test_a_happening_has_its_spot_day_and_number(claims):
    found = claims("Masked men killed two women in Sector 2 of Tarnholt on 3 August.")
    wanted = {"event": "killing", "area": "sector-2", "value": 2, "period": "2019-08-03/2019-08-03"}
    (row,) = (c for c in found if fits(c, wanted))
    assert (row.event.actor, row.event.target) == ("Masked men", "two women")


def test_words_without_end_are_read(claims):
    assert claims("The guards shot a man and attacked a woman and stole food, " * 300) is not None
