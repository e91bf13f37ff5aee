"""How each sector of life is told of. The second table was written after the word lists."""

import pytest
from tests.read.camp import fits, tell

LEAD = "Tarnholt camp is large. "
FIRST = [
    ("Water trucking to the camp stopped three days ago.", "water", "worse"),
    ("Residents now queue for hours for drinking water.", "water", "worse"),
    ("The boreholes have been repaired and water flows again.", "water", "better"),
    ("The water supply is still inadequate.", "water", "worse"),
    ("Latrines are full and unusable in phase two.", "sanitation", "worse"),
    ("Garbage has piled up between the tents.", "sanitation", "worse"),
    ("The only hospital has run out of medicine.", "health", "worse"),
    ("Health services remain at the same level as last month.", "health", "same"),
    ("The clinic reopened on Monday.", "health", "better"),
    ("Cases of diarrhoea continue to rise because of dirty water.", "health", "worse"),
    ("Doctors warn that the health situation is catastrophic.", "health", "worse"),
    ("Food prices in the camp market have doubled.", "food", "worse"),
    ("Families get less bread than before.", "food", "worse"),
    ("Bread distribution resumed after a week.", "food", "better"),
    ("Food stocks are sufficient for two months.", "food", "same"),
    ("Tents are worn out and leak.", "shelter", "worse"),
    ("Strong winds tore dozens of tents.", "shelter", "worse"),
    ("Overcrowding has eased since the departures.", "shelter", "better"),
    ("Most children have no access to school.", "education", "worse"),
    ("Two schools reopened in March.", "education", "better"),
    ("Classes have been suspended since October.", "education", "worse"),
    ("The security situation remains tense.", "security", "worse"),
    ("Violence has fallen since the operation.", "security", "better"),
    ("Security has improved, the administration said.", "security", "better"),
    ("Aid workers cannot enter the annex.", "access", "worse"),
    ("Humanitarian access has been restored.", "access", "better"),
    ("The road to the camp is closed.", "access", "worse"),
    ("Movement restrictions remain in place.", "access", "same"),
    ("Most aid groups have suspended their work.", "aid", "worse"),
    ("Aid deliveries are irregular.", "aid", "worse"),
    ("Assistance has been scaled up.", "aid", "better"),
    ("The funding gap is widening.", "funding", "worse"),
    ("Women fear sexual violence at night.", "protection", "worse"),

]  # fmt: skip
SECOND = [
    ("The main pump broke down and most taps are dry.", "water", "worse"),
    ("Each person now gets nine litres of water, down from 20.", "water", "worse"),
    ("Clean water is scarce in phase five.", "water", "worse"),
    ("Toilets are overflowing after the rain.", "sanitation", "worse"),
    ("There are no doctors at night.", "health", "worse"),
    ("The number of malnourished children has dropped.", "health", "better"),
    ("An outbreak of measles has been contained.", "health", "better"),
    ("Hunger is spreading.", "food", "worse"),
    ("Rations were cut by half in May.", "food", "worse"),
    ("The bakery works again.", "food", "better"),
    ("Many families still live in torn tents.", "shelter", "worse"),
    ("Heaters and blankets are lacking.", "shelter", "worse"),
    ("The school has not reopened.", "education", "same"),
    ("Half of the children are out of school.", "education", "worse"),
    ("Killings have become rarer since May.", "security", "better"),
    ("Guards have lost control of the annex.", "security", "worse"),
    ("Attacks on guards have intensified.", "security", "worse"),
    ("The camp is calmer than in spring.", "security", "better"),
    ("Journalists were not allowed to enter.", "access", "worse"),
    ("The crossing reopened after a month.", "access", "better"),
    ("NGOs have pulled out.", "aid", "worse"),
    ("The response is badly underfunded.", "funding", "worse"),
    ("Child labour is widespread.", "protection", "worse"),
    ("Living conditions have deteriorated sharply.", "population", "worse"),
    ("Food, water and medicine are in short supply.", "food", "worse"),

]  # fmt: skip
NONE = [
    "Fires can spread quickly between tents.",
    "The delegation visited the clinic.",
    "Mira Oland is head of health services.",
    "He closed his speech with thanks.",
    "The hospital is in the north.",
    "If water runs out, people will leave.",
    "Officials hope that security will improve.",
    "Two more murders were recorded in the camp.",
    "Doctors Without Borders visited the camp.",
    "The Security Council met on Friday.",
]
MISSED = [("New latrines were built, easing the pressure on sanitation.", "sanitation", "better")]


def told(claims, text: str):
    return [c for c in claims(LEAD + text) if c.kind == "condition"]


@pytest.mark.parametrize(
    ("text", "sector", "way"), [pytest.param(*r, id=r[0]) for r in FIRST + SECOND]
)
def test_how_a_sector_stands(claims, text, sector, way):
    found = told(claims, text)
    assert any(fits(c, {"sector": sector, "direction": way}) for c in found), tell(found)


@pytest.mark.parametrize("text", NONE)
def test_no_sector_is_told_of(claims, text):
    found = told(claims, text)
    assert not found, tell(found)


@pytest.mark.xfail(strict=True, reason="what presses on a sector is taken for the sector")
@pytest.mark.parametrize(("text", "sector", "way"), MISSED)
def test_a_known_miss(claims, text, sector, way):
    found = told(claims, text)
    assert any(fits(c, {"sector": sector, "direction": way}) for c in found), tell(found)
