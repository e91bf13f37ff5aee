# ruff: noqa: E501 - a row of a case table is one line
"""Counts of people and households as situation reports of many countries write them.

Each row: the words, and every count of people or households they hold, all of them and no other:
"people" or "households" with its two ends. The places are made up.
"""

import pytest
from tests.read.camp import NO_CASE

P, H = "people", "households"

PLAIN = [
    ("In Korrap district 3,450 people were evacuated to schools.", {(3450, 3450, P)}),
    ("The floods displaced some 18,000 people along the Velmara River.", {(18000, 18000, P)}),
    ("A total of 1,204 HHs (6,322 individuals) fled Dubasa village.", {(6322, 6322, P), (1204, 1204, H)}),
    ("As of 14 May, 2,310 hhs were staying in 14 evacuation centres in Palo Verin.", {(2310, 2310, H)}),
    ("Some 740 IDPs (132 HH) arrived in Mirandu on 3 June.", {(740, 740, P), (132, 132, H)}),
    ("The cyclone left 12 500 persons without shelter on Santorel.", {(12500, 12500, P)}),
    ("Up to 1.2 million people may need aid in Tambala province.", {(None, 1_200_000, P)}),
    ("Nearly 85,000 refugees and asylum-seekers live in Harrow settlement.", {(85000, 85000, P)}),
    ("At least 45 families lost their homes when the Orrin dam broke.", {(45, None, H)}),
    ("Between 2,000 and 2,500 residents have fled Sabrat since Monday.", {(2000, 2500, P)}),
    ("Authorities moved 610 tourists and 95 staff from the island of Pell.", {(610, 610, P), (95, 95, P)}),
    ("In Zarumi, 214 pregnant women and 388 children under five need food.", {(388, 388, P), (214, 214, P)}),
]  # fmt: skip
NUMBERS = [
    ("Around 62 thousand people are displaced in Kessara.", {(62000, 62000, P)}),
    ("About 1,5 million people were affected in Ludra.", {(1_500_000, 1_500_000, P)}),
    ("Some 2.4 lakh people have been moved to relief camps in Bhoranpur.", {(240_000, 240_000, P)}),
    ("The river has displaced over 1.1 crore people in the delta of Jamra.", {(11_000_000, None, P)}),
    ("As many as 3,50,000 people took shelter in Purbadanga.", {(None, 350_000, P)}),
    ("Half a million people live in the flooded quarters of Manaro.", {(500_000, 500_000, P)}),
    ("Twelve hundred people slept in the stadium of Costa Brina.", {(1200, 1200, P)}),
    ("One hundred and twenty-five families were relocated to Nuevo Alden.", {(125, 125, H)}),
    ("Several hundred people were evacuated from Lower Garn.", {(100, 999, P)}),
    ("A couple of hundred villagers left Oshta on foot.", {(200, 200, P)}),
    ("Two dozen families were moved out of Brimmel.", {(24, 24, H)}),
    ("Scores of fishermen were missing off Pell.", {(40, 99, P)}),
    ("Some 61, 000 people were displaced in Tarsin.", {(61000, 61000, P)}),
    ("In Marenga ٤٥٠٠ people arrived last week.", {(4500, 4500, P)}),
    ("The quake affected 23.450 persons in Valdoro.", {(23450, 23450, P)}),
    ("One and a half million people fled the country of Ostania.", {(1_500_000, 1_500_000, P)}),
    ("About 4,000-4,500 people remain in Hollin camp.", {(4000, 4500, P)}),
    ("More than 10,000¹ people are sheltering in Tembe.", {(10000, None, P)}),
    ("An estimated 3.4M people are in need in Suvarna State.", {(3_400_000, 3_400_000, P)}),
    ("Between one and 1.5 million people could be displaced by the fighting in Ostania.", {(1_000_000, 1_500_000, P)}),
]  # fmt: skip
BARE = [
    ("The storm killed four people and left 2,300 homeless.", {(2300, 2300, P), (4, 4, P)}),
    ("Floods hit 9,000 people in Ruvina, of whom 1,250 have been evacuated.", {(9000, 9000, P), (1250, 1250, P)}),
    ("Twelve people died and another 4,100 have been relocated.", {(4100, 4100, P), (12, 12, P)}),
    ("Over 30,000 fled Kattegara when shelling resumed.", {(30000, None, P)}),
    ("The eruption forced 11,200 to leave their homes around Mount Asu.", {(11200, 11200, P)}),
    ("Santorel: 310 evacuated, 12 injured, 3 missing.", {(310, 310, P), (12, 12, P), (3, 3, P)}),
    ("15,400 displaced or relocated in Ngara.", {(15400, 15400, P)}),
    ("Of the 40,100 people affected in Wadi Sarq, 7,300 were sheltering with relatives.", {(40100, 40100, P), (7300, 7300, P)}),
    ("The river rose 4.5 metres, displacing about 3 000 in Kumba and 1 200 in Tikoro.", {(3000, 3000, P), (1200, 1200, P)}),
    ("Gunmen attacked Oshta, killing 6 and abducting 14.", {(6, 6, P), (14, 14, P)}),
    ("The number of people in need rose from 2.1 million in 2022 to 2.9 million in 2023.", {(2_100_000, 2_100_000, P), (2_900_000, 2_900_000, P)}),
    ("More than 500 have returned to Dubasa since the truce.", {(500, None, P)}),
    ("Of the 1,920 families in Ludra, 640 have gone home.", {(1920, 1920, H), (640, 640, H)}),
]  # fmt: skip
TABLES = [
    ("IDPs: 12,300\nReturnees: 4,150\nHouseholds: 2,460\n", {(12300, 12300, P), (4150, 4150, P), (2460, 2460, H)}),
    ("Population displaced: 23,400", {(23400, 23400, P)}),
    ("Total IDPs 122 400", {(122_400, 122_400, P)}),
    ("Number of evacuees 5,310", {(5310, 5310, P)}),
    ("No. of families affected - 1,830", {(1830, 1830, H)}),
    ("People evacuated\n6,700\n", {(6700, 6700, P)}),
    ("940\nfamilies\ndisplaced\n", {(940, 940, H)}),
    ("The number of displaced families is estimated to be 349.", {(349, 349, H)}),
    ("The number of IDPs in Kessara rose to 41,200 in June.", {(41200, 41200, P)}),
    ("The total number of returnees from Ostania stood at 52,700.", {(52700, 52700, P)}),
    ("• 4,210 internally displaced persons (812 households) in Zarumi", {(4210, 4210, P), (812, 812, H)}),
]  # fmt: skip
ODD = [
    ("About 1,800 ppl moved to higher ground in Lower Garn.", {(1800, 1800, P)}),
    ("A convoy took 320 pax from Manaro to Harrow.", {(320, 320, P)}),
    ("Some 2,100 indv. (430 fam.) were registered in Mirandu.", {(2100, 2100, P), (430, 430, H)}),
    ("About  1,300  internally  displaced  Ostanians  were  stuck  at  the  border.", {(1300, 1300, P)}),
    ("73 peple were evacuated in Brimmel.", {(73, 73, P)}),
    ("Some 560 familes remained in the school.", {(560, 560, H)}),
    ("In Tembe 1,400 peoplehave taken refuge in a church.", {(1400, 1400, P)}),
    ("Accommodation for 8,000 displacedpeople is being built in Sabrat.", {(8000, 8000, P)}),
    ("The district hosts 14,000 displaced men, women and children.", {(14000, 14000, P)}),
    ("The clashes caused 34,500 new displacements in Kattegara.", {(34500, 34500, P)}),
    ("Some 35,300 Marus of the hills took shelter in six camps.", {(35300, 35300, P)}),
    ("Some\n7,400 villagers living below the dam had moved to safer places.", {(7400, 7400, P)}),
    ("The clashes drove out 1,150 Ostanians and 300 Kesharis.", {(1150, 1150, P), (300, 300, P)}),
    ("Of 21,300 IDPs, 45 % are Ostanians (9,585) and 40 % Kesharis (8,520).", {(21300, 21300, P), (9585, 9585, P), (8520, 8520, P)}),
    ("The camp shelters 3,100 people, including 1,400 children, leaving fewer than 200 places.", {(3100, 3100, P), (1400, 1400, P)}),
    ("Some 900 persons/households were assessed in Tarsin.", {(900, 900, P)}),
]  # fmt: skip
HOMES = [
    ("The storm destroyed 410 houses and damaged 1,900 more on Pell.", {(410, 410, H)}),
    ("At least 60 homes were burned down in Dubasa.", {(60, None, H)}),
    ("Some 25 dwellings collapsed and 130 huts were washed away in Ruvina.", {(130, 130, H), (25, 25, H)}),
    ("Houses destroyed: 146", {(146, 146, H)}),
    ("Some 1,200 houses were damaged or destroyed in Kattegara.", {(1200, 1200, H)}),
    ("Fires gutted 31 shelters in Hollin camp.", {(31, 31, H)}),
    ("The state counts 46,000 homes as uninhabitable.", {(46000, 46000, H)}),
    ("More than 80 apartments were evacuated after the blast in Manaro.", {(80, None, H)}),
    ("The rains led to the destruction of 2,082 mud-brick homes.", {(2082, 2082, H)}),
    ("Landslides buried 27 homes in Oshta, and 36 others were flooded.", {(27, 27, H)}),
]  # fmt: skip
NONE = [
    "Damaged houses/shelters 1,808",
    "The quake damaged 7,500 homes, and 300 others were flooded.",
    "The group counted 46 deaths, 212 cases of cholera and 14 attacks.",
    "The storm claimed 10 lives.",
    "They took them to one of the 13 temporary shelters set up by the town.",
    "The agency built 500 houses and 40 latrines in Nuevo Alden.",
    "The storm damaged 14 bridges, 3 schools and 120 km of road.",
    "Winds of 150 km/h hit Pell on 14 June 2016.",
    "About 45 % of the crop was lost, 30 per cent of it maize.",
    "Some 2,000 hectares of rice and 340 head of cattle were lost.",
    "One in every five Ostanians is displaced.",
    "The clinic sees 40 patients a day.",
    "The appeal of $12 million is 40 per cent funded.",
    "Water trucks made 25 trips in week 23.",
    "Of the 310 tents sent, 45 were torn.",
    "A 45-year-old teacher, 3 km from the border, called 112.",
    "Contact: +63 912 555 0142, page 3 of 12.",
]  # fmt: skip


def counted(reading, text):
    figures = reading(text, case=NO_CASE, title=None).figures
    return {(f.low, f.high, f.unit) for f in figures if f.unit in (P, H)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(*row, id=row[0][:60])
        for row in (*PLAIN, *NUMBERS, *BARE, *TABLES, *ODD, *HOMES, *((t, set()) for t in NONE))
    ],
)
def test_counts_of_people_and_households(reading, text, wanted):
    assert counted(reading, text) == wanted
