# ruff: noqa: E501 - a row of a case table is one line
"""Sentences the reader gets wrong today, those that mislead most first.

A row that starts to pass fails the run: move it to the tables it belongs to.
"""

from pathlib import Path

import pytest
from tests.read.camp import OUTLET, fits, tell

# why it matters, words, claims that must be there, claims that must not be there
KNOWN_MISSES = [
    ("two told of without a number beside one that has it", "A wall fell on a family in Tarnholt and killed a woman and her two sons.", [{"value": 3}], []),
    ("people brought to the camp are counted as gone home", "The Border Commission plans to bring 2,000 more people to Tarnholt.", [{"indicator": "arrivals", "value": 2000}], []),
    ("guards who left their post went home", "An official said that 45 guards had left Tarnholt.", [], [{"indicator": "returns"}]),
    ("the second of two killed is lost", "A 30-year-old man and a nine-year-old girl were killed in Tarnholt.", [{"indicator": "killed", "value": 2}], []),
    ("women killed are not told as women", "Three women were shot dead in Tarnholt.", [{"indicator": "killed", "breakdown": ("women",)}], []),
    ("a title before a name", "Police spokeswoman Irena Volsk said five people were killed in Tarnholt.", [{"chain": ("Irena Volsk", OUTLET), "value": 5}], []),
    ("tents that burned or were lost", "The Border Commission said 40 tents were lost in Tarnholt.", [{"indicator": "tents-lost", "value": 40}], []),
    ("opening fire betters no food", "Men opened fire near the food store in the camp.", [], [{"kind": "condition"}]),
    ("a change told with both its months at the end", "The population of Tarnholt rose from 9,000 to 14,000 between March and July.", [{"value": 9000, "period": "2019-03-01/2019-03-31"}], []),
    ("he is the president of the sentence before", "“Tarnholt is lost,” Rep. Ada Moor warned. The president has not backed away from his order to leave Tarnholt. “We are leaving the camp,” he said in May.", [], [{"chain": ("Rep. Ada Moor", OUTLET), "quote": "We are leaving the camp"}]),
]  # fmt: skip


# Misses of old that are mended: they stay so.
MENDED = [
    ("the mark of a quoted line is a sign of more", "Thanks, noted.\n> 12 people were killed in Tarnholt on Friday.", [{"value": 12, "hedge": "exact"}], []),
    ("a change is told of the time it began", "Diarrhea cases in Tarnholt fell, from over 1,000 a week at the end of June to 657 at the end of July.", [{"kind": "condition", "period": "2019-07-01/2019-07-31"}], []),
    ("whom meals are for do not live there", "Since February the agency has cooked 6,500 hot meals per day for 1,300 vulnerable people in Tarnholt.", [{"indicator": "people-reached", "value": 1300}], [{"indicator": "population"}]),
    ("what is checked is the checker's word", "Claim: Tarnholt holds 300,000 foreigners.\nVerdict: false. The camp holds 9,000 people.", [{"value": 300000, "stance": "denied"}, {"value": 9000, "stance": "asserted"}], [{"value": 300000, "stance": "asserted"}]),
    ("what is checked and not found wrong is alleged", "Claim: Tarnholt holds 14,000 people.\nThe camp was visited in May.", [{"value": 14000, "stance": "alleged"}], []),
    ("its ministry is the wire that is named next", "On June 19 Kesh brought back 22 citizens from Tarnholt, says its foreign ministry.\nOver 500 Kesh citizens have gone home since 2021, AFP reported.", [{"value": 22, "chain": ("foreign ministry", OUTLET)}], [{"value": 22, "chain": ("AFP", OUTLET)}]),
    ("the director and others are one man named later", "A freeze has put in doubt the way forward for Tarnholt, which holds 900 people, say the camp's director and others.\nSecretary of State Ada Moor said on Monday that she was folding the agency.", [], [{"value": 900, "chain": ("Secretary of State Ada Moor", OUTLET)}]),
    ("a share of a share is one of all", "Some 94 per cent of the people in Tarnholt are women and children, of which 67 per cent are under the age of 18.", [{"value": 94}], [{"value": 67}]),
    ("packing a bag fills no camp", "Residents of Tarnholt packed their bags.", [], [{"kind": "condition"}]),
    ("a quote begins in the middle", 'Sen. Ada Moor visited Tarnholt. She called it a "mini-state with no security" in May.', [], [{"quote": "it a"}]),
    ("guards by a relative pronoun are residents", "Guards, whose number has dropped from 700 to 250, fired in the air.", [{"indicator": "guards", "value": 700}], []),
    ("bare names with numbers are not read", "Border states have taken home over 1,000 of their nationals: Kesh 17, Marrow 3 and Ostan 5.", [{"value": 17}], []),
    ("we, the residents", "We are 14,000 here and there is water for 6,000, a resident said.", [{"indicator": "population", "value": 14000}], []),
    ("what did not happen is counted", "The 120 families did not leave Tarnholt.", [], [{"negated": False, "value": 120}, {"counted": True, "value": 120}]),
    ("the source that is cited is the deepest voice", "Five people were killed in Tarnholt, Kesh Observatory reported, citing a doctor at the clinic.", [{"chain": ("doctor at the clinic", "Kesh Observatory", OUTLET)}], []),
    ("a pronoun for somebody who has said nothing yet", "Mira Oland runs the camp. She said 14,200 people were living in Tarnholt.", [{"chain": ("Mira Oland", OUTLET)}], []),
    ("opening fire is no fire", "Twelve residents were wounded when gunmen opened fire near Tarnholt.", [{"indicator": "injured", "event": "attack"}], []),
    ("what may happen is no condition", "Fires can spread quickly between the tents of the camp.", [], [{"kind": "condition"}]),
    ("a voice that estimates behind its figure", "Some 14,200 people live in Tarnholt, Lantern Relief estimates.", [{"chain": ("Lantern Relief", OUTLET)}], []),
    ("who tells of a killing is taken for the killer", "The governor said on Friday that five people were killed in Tarnholt.", [{"actor": None, "event": "killing"}], []),
    ("what is said to be untrue is asserted", "The Border Commission said it was not true that 30 people had died in Tarnholt.", [], [{"stance": "asserted", "value": 30, "counted": True}]),
    ("what is unclear is asserted", "It is unclear whether 30 people died in Tarnholt.", [], [{"stance": "asserted", "value": 30, "counted": True}]),
    ("nobody hurt is an attack", "Nobody was hurt in Tarnholt.", [], [{"kind": "incident", "negated": False, "counted": True}]),
    ("what only might burn has burned", "If a fire broke out, no one could leave the camp.", [], [{"event": "fire", "counted": True}]),
    ("her five children are counted as dead", "A mother of five was stabbed in Tarnholt on Friday.", [], [{"value": 5}]),
    ("another camp's people are put on the site", "There are 4,000 people in the Dunmarrow camp.", [], [{"site": "tarnholt", "value": 4000}]),
    ("a province's people are put on the site", "Some 18,000 people live in Lower Kesh province.", [], [{"site": "tarnholt", "value": 18000}]),
    ("a town's people are put on the site", "About 7,000 people live in the town of Castrel.", [], [{"site": "tarnholt", "value": 7000}]),
    ("people given food are counted as living there", "Lantern Relief handed out food to 2,300 families in the camp.", [{"indicator": "people-reached", "value": 2300}], [{"indicator": "population"}]),
    ("bodies seen are counted as living there", "Mira Oland said she had seen 30 bodies in the camp.", [], [{"indicator": "population"}]),
    ("where they come from is taken for coming", "Approximately 6,500 of the 40,000 women and children in Tarnholt come from other countries.", [{"indicator": "population", "value": 6500}], [{"indicator": "arrivals"}]),
    ("both ends of a change get one month", "The population of Tarnholt rose from 9,000 in March to 14,000 in July.", [{"value": 9000, "period": "2019-03-01/2019-03-31"}, {"value": 14000, "period": "2019-07-01/2019-07-31"}], []),
    ("the dead of a whole country are put on the site", "Tarnholt holds 9,000 people; at least 330 civilians were killed across Ostania in March.", [{"indicator": "killed", "value": 330, "site": None}], [{"indicator": "killed", "site": "tarnholt"}]),
    ("what the camp has come to is taken for those who came", "Some 6,300 people came to Tarnholt from December to March, taking it past 13,000.", [{"indicator": "population", "value": 13000, "hedge": "more than"}], [{"indicator": "arrivals", "value": 13000}]),
    ("the first of two times is put on the second count", "Diarrhea cases in Tarnholt fell from over 1,000 a week at the end of May to 657 at the end of July.", [{"value": 657, "period": "2019-07-01/2019-07-31"}], []),
    ("a time is taken for a part of the speaker's name", "Earlier this month charities said over 400 children in Tarnholt were treated for malnutrition.", [{"chain": ("charities", OUTLET)}], []),
    ("what is needed is taken for what is there", "Mira Oland said that more tents and more funds are needed in Tarnholt.", [], [{"direction": "better"}]),
    ("struck off the register is not living there", "In May some 2,000 who had missed rounds of aid were deregistered in Tarnholt.", [{"indicator": "deregistered", "value": 2000}], [{"indicator": "population"}]),
    ("the second of two who left is counted as living there", "As of 31 July the camp is down to 9,100: 196 Syrians left for Sur on 11 July and 126 for Menbij on 23 July.", [{"indicator": "returns", "value": 126, "event": "repatriation", "period": "2019-07-23/2019-07-23"}], [{"indicator": "population", "value": 126}]),
    ("the second of two who came is lost", "Some 12,000 people came to Tarnholt in March and 3,000 in April.", [{"indicator": "arrivals", "value": 3000, "period": "2019-04-01/2019-04-30"}], []),
    ("where those living there come from is taken for coming", "About 6,500 of the 40,000 women and children living in Tarnholt come from dozens of countries.", [{"indicator": "population", "value": 6500}], [{"indicator": "arrivals"}]),
    ("prisoners who are let go have gone home", "The governor has threatened to let hundreds of captured fighters go.", [], [{"indicator": "returns"}]),
    ("a report that goes on is lost behind whom it quotes", "The guards said on Monday that they are few in Tarnholt, the report continues.", [{"chain": ("guards", "report", OUTLET), "quote": "they are few in Tarnholt"}], []),
    ("who lacks the means to monitor has said nothing", "The Border Commission said that it lacks the means to monitor the camp, and that the guards give “minimal security”.", [], [{"chain": ("Border Commission", "Border Commission", OUTLET)}, {"quote": "minimal security"}]),
    ("a surname that is a word names nobody", "President Donald Trump was briefed in May. A judge said that the town is calm. Trump has said that a small force will stay in Tarnholt. “We are leaving,” he said on Monday.", [{"chain": ("Trump", OUTLET), "quote": "We are leaving"}], []),
    ("a decision that is defended is not carried out yet", "Mr Renn defended his decision to close the border.", [{"kind": "statement", "stance": "expected"}], []),
    ("an office at the head is the agency that speaks next", "A fire in Tarnholt camp killed 21 people, the provincial health office said. The camp holds 31,500 people, UNHCR said.", [{"value": 21, "chain": ("provincial health office", OUTLET)}], [{"value": 21, "chain": ("UNHCR", OUTLET)}]),
    ("a ministry at the head is the agency that speaks next", "A fire in Tarnholt camp killed 21 people, the health ministry said. The camp holds 31,500 people, the World Health Organization said.", [{"value": 21, "chain": ("health ministry", OUTLET)}], []),
    ("who runs the camp is the agency that speaks next", "A fire in Tarnholt camp killed 21 people, the camp administration said. The camp holds 31,500 people, the Border Commission said.", [{"value": 21, "chain": ("camp administration", OUTLET)}], []),
    ("a ministry at the head is the one named next", "A fire in Tarnholt camp killed 21 people, the ministry said. Nine people were hurt, the Kesh Interior Ministry said.", [{"value": 21, "chain": ("Kesh Interior Ministry", OUTLET)}], []),
    ("an office at the head is the one named next", "A fire in Tarnholt camp killed 21 people, the health office said. Nine people were hurt, the Provincial Health Office of Kesh said.", [{"value": 21, "chain": ("Provincial Health Office of Kesh", OUTLET)}], []),
    ("a group at the head is the one named next", "A fire in Tarnholt camp killed 21 people, a rights group said. Nine people were hurt, the Kesh Observatory said.", [{"value": 21, "chain": ("Kesh Observatory", OUTLET)}], []),
    ("a ministry is the agency that spoke before", "The camp of Tarnholt holds 31,500 people, UNHCR said. A fire killed 21 people, the ministry said.", [{"value": 21, "chain": ("ministry", OUTLET)}], []),
    ("the letters of a body read like a pronoun", "The camp of Tarnholt holds 31,500 people, WHO said.", [{"value": 31500, "chain": ("WHO", OUTLET)}], []),
    ("what a ministry says is put into the mouth of the person quoted before", "“Tarnholt is lost,” Rep. Ada Moor (D-12) warned in an interview with the Harbour Times. The ministry's chief auditor argues in a report that money is short. “[The guards] said that 400 people left Tarnholt,” the ministry continued.", [], [{"chain": ("guards", "Rep. Ada Moor (D-12)", OUTLET)}]),
    ("what may have been is a plan", "At least 12 people may have died in the fire at Tarnholt, unconfirmed reports said.", [{"value": 12, "stance": "alleged"}], [{"stance": "expected"}]),
    ("who could have been taken is a plan", "Twelve people could have been arrested in Tarnholt.", [{"value": 12, "stance": "alleged"}], [{"stance": "expected"}]),
    ("who may die is told as dead", "Twelve people may die in Tarnholt.", [{"value": 12, "stance": "expected"}], []),
    ("who is taken away has gone home", "75 tents were searched at night in Tarnholt and eight men were taken away.", [], [{"indicator": "returns"}, {"event": "repatriation"}, {"indicator": "arrests"}]),
    ("who is moved inside the camp has gone home", "On 3 May 30 women were moved to the annex of Tarnholt.", [], [{"indicator": "returns"}, {"event": "repatriation"}]),
    ("a storm attacks", "The storm last night injured 43 people in Tarnholt.", [{"indicator": "injured", "value": 43}], [{"event": "attack"}]),
    ("a wall that falls kills like a gunman", "A wall fell on a family in Tarnholt and killed four children.", [{"indicator": "deaths", "value": 4}], [{"event": "killing"}, {"indicator": "killed"}]),
    ("a roof that a rocket brought down is an accident", "A rocket hit the clinic in Tarnholt on Friday; the roof collapsed and five people were killed.", [{"indicator": "killed", "value": 5}], []),
    ("who left came", "Between 1 and 31 March, 486 people left Tarnholt and there were 122 new arrivals.", [{"indicator": "arrivals", "value": 122}], [{"indicator": "arrivals", "value": 486}]),
    ("whom rations cover are all who live there", "Food rations covered 24,600 people in Tarnholt.", [{"indicator": "people-reached", "value": 24600}], [{"indicator": "population"}]),
    ("who is in intensive care is all who live there", "43 people were injured in Tarnholt. Five remain in intensive care.", [{"value": 43}], [{"value": 5}]),
    ("health points that are shut are counted as open", "Two of five health points in Tarnholt now operate.", [], [{"value": 5}]),
    ("children at school are all who live there", "2,340 children enrolled in school in Tarnholt.", [], [{"indicator": "population"}]),
    ("a rate of deaths is a count of the dead", "The death rate in Tarnholt was 1.1 deaths per 10,000 per day.", [], [{"indicator": "deaths"}]),
    ("the head of a column is an attack", "Section | Tents burned | Injured\nNorth A | 88 | 21\nNorth B | 55 | 14", [], [{"event": "attack"}]),
    ("clinics that are there are counted as some of them", "Tarnholt has five health points.", [{"value": 5}], []),
    ("a number at the head of a line has no time", "The population of Tarnholt stood at\n31,148 [1] individuals (7,902 households) on\n31 March 2019.", [{"value": 31148, "period": "2019-03-31/2019-03-31"}], []),
    ("the line above what a mail answers is a voice", "Thank you for this.\n\nOn Tue, 19 Mar 2019, Ann Lee <ann@lee.example> wrote:\n> The clinic in Tarnholt closed on Monday.", [], [{"kind": "statement"}, {"chain": ("19 Mar 2019, Ann Lee <ann@lee.example", OUTLET)}]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        pytest.param(*row, id=why, marks=pytest.mark.xfail(strict=True, reason=why))
        for why, *row in KNOWN_MISSES
    ],
)
def test_a_known_miss(claims, text, wanted, unwanted):
    found = claims(text)
    assert all(any(fits(c, row) for c in found) for row in wanted), tell(found)
    assert not any(fits(c, row) for c in found for row in unwanted), tell(found)


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"), [pytest.param(*row, id=why) for why, *row in MENDED]
)
def test_a_mended_miss(claims, text, wanted, unwanted):
    found = claims(text)
    assert all(any(fits(c, row) for c in found) for row in wanted), tell(found)
    assert not any(fits(c, row) for c in found for row in unwanted), tell(found)


def test_the_page_of_typical_errors_shows_these():
    page = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")
    table = page.partition("## Ten typical errors")[2].partition("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    shown = [row.split(" | ")[0].removeprefix("| ") for row in rows]
    assert len(shown) == 10
    assert set(shown) <= {text for _, text, *_ in KNOWN_MISSES}
