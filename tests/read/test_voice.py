# ruff: noqa: E501 - a row of a case table is one line
"""Voices told elsewhere than in the sentence, set apart by commas, or named by an office or a body."""

import pytest
from tests.read.camp import OUTLET, account, read, tell

# words, indicator, value, the deepest voice (None: the outlet's own)
CARRIED = [
    (
        "The Border Commission announced what its raid in Tarnholt came to, as follows:\n- The gate was shut.\n- 40 people were arrested.",
        "arrests",
        40,
        "Border Commission",
    ),
    (
        "The Border Commission said two men were killed. Three people were wounded.",
        "injured",
        3,
        "Border Commission",
    ),
    (
        "The Border Commission announced the end of its operation in Tarnholt on Friday.\nThe guards also arrested 40 people.",
        "arrests",
        40,
        "Border Commission",
    ),
    (
        "The Border Commission said on Friday that two men were killed in Tarnholt.\nThirty people were arrested.",
        "arrests",
        30,
        "Border Commission",
    ),
    (
        "A spokesman for the Border Commission said two men were killed in Tarnholt.\nThirty people were also arrested.",
        "arrests",
        30,
        "Border Commission",
    ),
    (
        "Twelve people were killed in a fire in Tarnholt on Friday.\nThe blaze began in a tent on Friday, the Border Commission said.",
        "deaths",
        12,
        "Border Commission",
    ),
    (
        "According to figures of the Border Commission, Tarnholt is the largest camp. It hosts 14,200 people.",
        "population",
        14200,
        "Border Commission",
    ),
    (
        "Some 340 people were arrested in Tarnholt.\nThe roads are dry.\nThe Border Commission said 340 people were arrested in Tarnholt.",
        "arrests",
        340,
        "Border Commission",
    ),
]
NOT_CARRIED = [
    (
        "The Border Commission said two men were killed in Tarnholt.\nThe camp holds 14,200 people.",
        "population",
        14200,
        None,
    ),
    (
        "The Border Commission said two men were killed in Tarnholt.\nOn March 3, 2018 nine people were killed in Tarnholt.",
        "killed",
        9,
        None,
    ),
    (
        "The Border Commission said two men were killed. Earlier 60 people had been arrested in Tarnholt.",
        "arrests",
        60,
        None,
    ),
    (
        "The Border Commission said the roads were dry.\nSome 2,000 fighters were held in prisons in Tarnholt.",
        "detainees",
        2000,
        None,
    ),
    (
        "Twelve people were killed in a fire in Tarnholt on Friday.\nThe Border Commission says that rents are high.",
        "deaths",
        12,
        None,
    ),
]
BY_COMMAS = [
    (
        "Some 600 people were killed in Tarnholt, a monitor, the Kesh-based Lantern Group for Rights (LGR), reported on Sunday.",
        "killed",
        600,
        "Lantern Group for Rights (LGR)",
    ),
    (
        "In June, the Border Commission said, 18 people were killed in Tarnholt.",
        "killed",
        18,
        "Border Commission",
    ),
    (
        "There are 14,200 people in Tarnholt, by the count of Lantern Relief.",
        "population",
        14200,
        "Lantern Relief",
    ),
    (
        "By the statistics of the camp's administration there are 14,200 people in Tarnholt.",
        "population",
        14200,
        "camp's administration",
    ),
    ("There are 14,200 people in Tarnholt, per the ministry.", "population", 14200, "ministry"),
    (
        "Things are bad, the charity says: 30 people have been killed in Tarnholt.",
        "killed",
        30,
        "charity",
    ),
    (
        "Mira Oland was quoted as saying 30 people were killed in Tarnholt.",
        "killed",
        30,
        "Mira Oland",
    ),
    ("Commission data give the camp of Tarnholt 14,200 people.", "population", 14200, "Commission"),
    *(
        (text, "killed", 30, voice)
        for text, voice in (
            (
                "Some 30 people were killed in Tarnholt on Monday, the Border Commission said, as rain fell.",
                "Border Commission",
            ),
            (
                "A raid began in Tarnholt on Monday, the Border Commission said, and 30 people were killed.",
                "Border Commission",
            ),
            (
                "In Tarnholt 30 people were killed, as documented by Kesh Observatory.",
                "Kesh Observatory",
            ),
            (
                "As Kesh Observatory reported, 30 people were killed in Tarnholt.",
                "Kesh Observatory",
            ),
            (
                "Lantern Relief quoted Mira Oland as saying 30 people were killed in Tarnholt.",
                "Mira Oland",
            ),
            (
                "Some 30 people were killed in Tarnholt (source: Border Commission).",
                "Border Commission",
            ),
            (
                "Thirty people were killed in Tarnholt, read a statement by the Border Commission.",
                "Border Commission",
            ),
            (
                "The Border Commission issued a statement saying 30 people were killed in Tarnholt.",
                "Border Commission",
            ),
            (
                "The Border Commission said in a statement that 30 people were killed in Tarnholt.",
                "Border Commission",
            ),
            (
                "In Tarnholt 30 people were killed, Lantern Relief reported, citing the Border Commission.",
                "Border Commission",
            ),
        )
    ),
]
NAMED = [
    ("Save the Children said 30 people were killed in Tarnholt.", "killed", 30, "Save the Children"),
    ("The Norwegian Refugee Council said 30 people were killed in Tarnholt.", "killed", 30, "NRC (Norwegian Refugee Council)"),
    ("After the death MSF said 30 people were killed in Tarnholt.", "killed", 30, "MSF"),
    ("After the death MSF decided to stop its work, and said 30 people were killed in Tarnholt.", "killed", 30, "MSF"),
    ("On a recent morning officials in Tarnholt said that 30 people were killed.", "killed", 30, "officials in Tarnholt"),
    ("Its headmaster Luc Abren said 30 people were killed in Tarnholt.", "killed", 30, "Luc Abren (headmaster)"),
    ("The media centre of the Hill Guard said 30 people were killed in Tarnholt.", "killed", 30, "Hill Guard"),
    ("A worker of Lantern Relief was hurt. The organisation said 30 people were killed in Tarnholt.", "killed", 30, "Lantern Relief"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "indicator", "value", "voice"),
    [pytest.param(*row, id=row[0]) for row in (*CARRIED, *NOT_CARRIED, *BY_COMMAS, *NAMED)],
)
def test_the_deepest_voice(text, indicator, value, voice):
    found = list(read(account(text)).claims)
    rows = [c for c in found if c.indicator == indicator and value in (c.low, c.high)]
    assert rows, tell(found)
    assert {c.chain[0] for c in rows} == {voice or OUTLET}, tell(rows)


# words; the speaker and what is said
BESIDE = [
    ("Ann Marsh came late.\nMARSH: We will stay in the camp for now.", ("MARSH", "We will stay in the camp for now.")),
    ("“We will stay in the camp.” ― Ann Marsh", ("Ann Marsh", "“We will stay in the camp.”")),
    ("The mayor's claim that nine men died was read out.", ("mayor", "that nine men died")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [pytest.param(*row, id=row[0]) for row in BESIDE])
def test_a_voice_beside_its_words(text, said):
    rows = [(a.speaker, a.content[0].text) for a in read(account(text)).attributions]
    assert said in rows, rows


@pytest.mark.parametrize(
    "text", ["Highlights: the water is clean in all blocks.", "Update: the road is open once more."]
)
def test_a_label_says_nothing(text):
    assert not read(account(text)).attributions


def test_what_is_carried_on_is_no_attribution():
    text = "The Border Commission said two men were killed. Three people were wounded."
    assert len(read(account(text)).attributions) == 1
