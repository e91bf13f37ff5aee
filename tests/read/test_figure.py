# ruff: noqa: E501 - a row of a case table is one line
"""Figures in sentences: what is counted, of whom, how many, how sure. Title: "Tarnholt camp"."""

import pytest
from tests.read.camp import fits, tell

# Each row: the words, what is counted, of whom, the two ends, the unit and how sure.
PEOPLE = [
    ("14,200 people are living in Tarnholt.", "population", (), 14200, 14200, "people", "exact"),
    ("Sixty-two thousand people live in the camp.", "population", (), 62000, 62000, "people", "exact"),
    ("The camp now holds 62 thousand people.", "population", (), 62000, 62000, "people", "exact"),
    ("More than 500 000 people are in the camp.", "population", (), 500000, None, "people", "more than"),
    ("Nearly 2,690 households live in Tarnholt.", "population", (), 2690, 2690, "households", "nearly"),
    ("Between 3,000 and 3,500 families live in Tarnholt.", "population", (), 3000, 3500, "households", "range"),
    ("Between five and seven families live in each tent row of Tarnholt.", "population", (), 5, 7, "households", "range"),
    ("Some 3,000-3,500 people live in Tarnholt.", "population", (), 3000, 3500, "people", "range"),
    ("Tens of thousands of people live in Tarnholt.", "population", (), 10000, 99999, "people", "vague"),
    ("The camp holds nearly 9,000 children.", "population", ("children",), 9000, 9000, "people", "nearly"),
    ("There are 14,912 people, including 6,200 children, in the camp.", "population", ("children",), 6200, 6200, "people", "exact"),
    ("The camp holds 9,000 children and 4,500 women.", "population", ("women",), 4500, 4500, "people", "exact"),
    ("In Tarnholt there are 6,000 women and children.", "population", ("women", "children"), 6000, 6000, "people", "exact"),
    ("Of the 14,200 people in Tarnholt, 3,100 are foreigners.", "population", ("foreign",), 3100, 3100, "people", "exact"),
    ("Women and children make up 80 per cent of the camp's population.", "population", ("women", "children"), 80, 80, "percent", "exact"),
    ("More than half of the residents of Tarnholt are children.", "population", ("children",), 50, None, "percent", "more than"),
    ("The number of people in the camp fell to 12,300 in July.", "population", (), 12300, 12300, "people", "exact"),
    ("The camp, home to 14,000 people, has two clinics.", "population", (), 14000, 14000, "people", "exact"),
    ("The camp is home to 69,015(1) people.", "population", (), 69015, 69015, "people", "exact"),
    ("The camp was built for 10,000 people.", "capacity", (), 10000, 10000, "people", "exact"),
    ("People of 42 nationalities live in the camp.", "nationalities", (), 42, 42, "countries", "exact"),
    ("Around 1,900 unaccompanied children live in Tarnholt.", "unaccompanied-children", (), 1900, 1900, "people", "about"),
]  # fmt: skip
MOVES = [
    ("Some 1,150 people arrived at Tarnholt last week.", "arrivals", (), 1150, 1150, "people", "about"),
    ("About 300 families went home from the camp in July.", "returns", (), 300, 300, "households", "about"),
    ("Norway took home 46 women and children from Tarnholt.", "repatriated", (), 46, 46, "people", "exact"),
    ("Some 70 men escaped from the camp in May.", "escaped", (), 70, 70, "people", "about"),
    ("Guards foiled 11 escape attempts last month.", "escape-attempts", (), 11, 11, "events", "exact"),
]  # fmt: skip
HARM = [
    ("Five people were killed in Tarnholt on Saturday.", "killed", (), 5, 5, "people", "exact"),
    ("The group recorded 14 killings in the camp in July.", "killed", (), 14, 14, "people", "exact"),
    ("Six women died of cholera in the camp in June.", "deaths", (), 6, 6, "people", "exact"),
    ("The fire killed three children in Tarnholt.", "deaths", ("children",), 3, 3, "people", "exact"),
    ("The fire killed three children and injured 12 others.", "injured", (), 12, 12, "people", "exact"),
    ("The group recorded 23 attacks in the camp in July.", "attacks", (), 23, 23, "events", "exact"),
    ("Dozens of people were arrested in Tarnholt.", "arrests", (), 24, 99, "people", "vague"),
    ("Guards arrested 23 people in the camp overnight.", "arrests", (), 23, 23, "people", "exact"),
    ("Roughly 2,000 fighters are held in the prison.", "detainees", (), 2000, 2000, "people", "about"),
    ("No one was killed in Tarnholt in July.", "killed", (), 0, 0, "people", "exact"),
    ("At least seven people, children among them, died in a fire in Tarnholt.", "deaths", (), 7, None, "people", "at least"),
    ("Forty people, women and children among them, arrived in Tarnholt.", "arrivals", (), 40, 40, "people", "exact"),
]  # fmt: skip
SERVICES = [
    ("At least 40 tents were destroyed in the fire at Tarnholt.", "tents-lost", ("fire",), 40, None, "tents", "at least"),
    ("Up to 600 tents are needed before the rains.", "tents-needed", (), None, 600, "tents", "up to"),
    ("Trucks bring 110,000 litres of water a day to Tarnholt.", "water-supply", (), 110000, 110000, "litres per day", "exact"),
    ("There were 212 cases of cholera in the camp in July.", "disease-cases", (), 212, 212, "people", "exact"),
    ("A total of 3,200 children were vaccinated at Tarnholt.", "vaccinated", (), 3200, 3200, "people", "exact"),
    ("Two health posts are working in Tarnholt.", "health-facilities", (), 2, 2, "facilities", "exact"),
    ("Tarnholt has 420 latrines for 14,200 people.", "latrines", (), 420, 420, "facilities", "exact"),
    ("There are only about 300 working latrines in the camp.", "latrines", (), 300, 300, "facilities", "about"),
    ("Some 310 latrines in Tarnholt are in use.", "latrines", (), 310, 310, "facilities", "about"),
    ("In Tarnholt 64 toilets still function.", "latrines", (), 64, 64, "facilities", "exact"),
    ("Fewer than 50 guards work at Tarnholt.", "guards", (), None, 50, "people", "less than"),
    ("About 1,000 soldiers are stationed near Tarnholt.", "troops", (), 1000, 1000, "people", "about"),
    ("Soldiers found seven tunnels in Tarnholt.", "tunnels-found", (), 7, 7, "items", "exact"),
    ("Guards seized 30 kg of explosives in Tarnholt.", "explosives-seized", (), 30, 30, "kg", "exact"),
]  # fmt: skip
NONE = [
    "The camp is 40 miles from the border.",
    "The camp lies 7,000 miles away.",
    "Sen. Ada Moor (R-42) spoke of third-party monitoring.",
    "Phase 5 of Tarnholt was closed in 2018.",
    "Sectors 4 and 5 of Tarnholt have no water.",
    "The meeting starts at 10 a.m. on 14 August.",
    "A two-day visit ended on 4 June.",
    "The number to call is 0800 4417.",
    "The fence is 3.5 metres high.",
    "Resolution 2254 was read out in the camp.",
    "They carried AK-47 rifles.",
    "The match in Tarnholt ended 3-1.",
    "The agency has built 40 latrines in Tarnholt.",
    "Tarnholt needs 200 more latrines.",
    "The flood destroyed 25 latrines in the camp.",
    "Teams emptied 60 latrines in Tarnholt.",
    "In Tarnholt 64 toilets no longer work.",
]


@pytest.mark.parametrize(
    ("text", "indicator", "breakdown", "low", "high", "unit", "hedge"),
    [pytest.param(*row, id=row[0][:60]) for row in (*PEOPLE, *MOVES, *HARM, *SERVICES)],
)
def test_a_figure(claims, text, indicator, breakdown, low, high, unit, hedge):  # noqa: PLR0917 - a column each
    found = claims(text)
    wanted = {
        "indicator": indicator,
        "breakdown": breakdown,
        "low": low,
        "high": high,
        "unit": unit,
        "hedge": hedge,
    }
    assert sum(fits(c, wanted) for c in found) == 1, tell(found)


@pytest.mark.parametrize("text", NONE)
def test_numbers_that_count_nothing_of_the_plan(claims, text):
    found = [c for c in claims(text) if c.quantity]
    assert not found, tell(found)


def test_families_are_no_people(claims):
    found = claims("14,200 people in 3,050 families live in Tarnholt.")
    units = {(c.unit, c.low) for c in found if c.indicator == "population"}
    assert units == {("people", 14200), ("households", 3050)}, tell(found)


def test_a_figure_keeps_its_noun_and_the_shortest_words(claims):
    (claim,) = claims("Nearly 2,690 households live in Tarnholt.")
    assert claim.noun == "households"
    assert claim.span.quote == "Nearly 2,690 households"


LISTS = [
    ("Since May 21 people have been killed in Tarnholt: 14 Keshmen, including a child and three women, five guards, two medics and a teacher.", {("killed", 14), ("killed", 5), ("killed", 2), ("deaths", 1)}, {"returns"}),
    ("That brings the killings in the camp to 16: six men, five women and one medic.", {("killed", 6), ("killed", 5), ("killed", 1)}, {"returns"}),
    ("A drone struck the gate of Tarnholt; one guard died and four were hurt.", {("killed", 1), ("injured", 4)}, {"deaths"}),
    ("Gunmen took control of Tarnholt, a camp with 7,000 women and children.", {("population", 7000)}, {"returns"}),
    ("The camp holds 9,000 people, including about 1,200 families of guards.", {("population", 9000), ("population", 1200)}, set()),
    ("The people of Tarnholt camp now number 14,300.", {("population", 14300)}, set()),
    ("The war has cost at least 50,000 lives.", set(), {"population"}),
    ("A local teacher said nobody was hurt in Tarnholt.", set(), {"killed", "deaths"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "unwanted"), LISTS)
def test_figures_that_hang_together(claims, text, wanted, unwanted):
    found = claims(text)
    told = {(c.indicator, c.low) for c in found if c.quantity}
    assert wanted <= told, tell(found)
    assert not unwanted & {indicator for indicator, _ in told}, tell(found)


def test_families_that_are_a_part_are_no_people(claims):
    found = claims("The camp holds 9,000 people, including about 1,200 families of guards.")
    assert {c.unit for c in found if c.low == 1200} == {"households"}, tell(found)


def test_people_sent_to_camps_do_not_go_home(claims):
    found = claims("The guards then sent 40,000 fighters and relatives to camps.")
    assert {c.low for c in found} == {40_000}, tell(found)
    assert all(c.indicator != "returns" for c in found), tell(found)


# Of each: the words, what they deny, and of whom.
DENIED = [
    ("No one was killed in Tarnholt in July.", "killed", ()),
    ("“Nobody was killed,” Colonel Voss said.", "killed", ()),
    ("No cholera cases were reported in Tarnholt.", "disease-cases", ()),
    ("No cases of covid were reported in Tarnholt.", "disease-cases", ("covid-19",)),
    ("Not a single case of measles has been confirmed in Tarnholt.", "disease-cases", ()),
    ("There were no deaths in Tarnholt in July.", "deaths", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "indicator", "by"), [pytest.param(*r, id=r[0]) for r in DENIED])
def test_none_is_a_denial_and_no_count(claims, text, indicator, by):
    (row,) = (c for c in claims(text) if c.quantity)
    assert (row.indicator, row.breakdown, row.negated, row.counted) == (indicator, by, True, False)
    assert (row.low, row.high) == (0, 0)


def test_a_nought_in_figures_is_a_count(claims):
    (row,) = (c for c in claims("There were 0 deaths in Tarnholt in July.") if c.quantity)
    assert (row.low, row.high, row.negated, row.counted) == (0, 0, False, True)


def test_the_dead_who_are_to_be_fetched_are_dead(claims):
    found = claims(
        "It was too dangerous to fetch the two newest bodies, found overnight, from Tarnholt."
    )
    (row,) = (c for c in found if c.indicator == "killed")
    assert (row.low, row.stance, row.counted) == (2, "asserted", True), tell(found)


@pytest.mark.parametrize(
    "text",
    [
        "At least one refugee is murdered each month in Tarnholt.",
        "Some 40 people are arrested every week in Tarnholt.",
        "About 600 people arrive every day at Tarnholt.",
    ],
)
def test_a_rate_is_no_number_of_people(claims, text):
    found = claims(text)
    assert not [c for c in found if c.counted and (c.quantity or c.event)], tell(found)


NO_RESIDENTS = [
    "At least 100 people, most of them children, died on the way to Tarnholt; two-thirds were under 5.",
    "Children are two thirds of the dead in Tarnholt.",
    "Almost 2,990 have left Tarnholt since the start of June, more than 1,440 Syrians and 1,450 foreign women and children.",
    "In Tarnholt 70 unaccompanied children are due from Kobani.",
]


@pytest.mark.parametrize("text", NO_RESIDENTS)
def test_who_died_or_left_or_is_due_does_not_live_there(claims, text):
    stocks = ("population", "unaccompanied-children")
    found = claims(text)
    assert not [c for c in found if c.indicator in stocks and c.counted], tell(found)
