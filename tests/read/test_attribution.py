# ruff: noqa: E501 - a row of a case table is one line
"""Who says it, through whom, and how firmly. The outlet is dispatch.example."""

import pytest
from tests.read.camp import OUTLET, tell

# words, the voices before the outlet (deepest first), stance
NAMED = [
    ("According to the Border Commission, {0}.", ("Border Commission",), "asserted"),
    ("{0}, according to the Border Commission.", ("Border Commission",), "asserted"),
    ("The Border Commission said {0}.", ("Border Commission",), "asserted"),
    ("The Border Commission said on Monday that {0}.", ("Border Commission",), "asserted"),
    ("{0}, the Border Commission said.", ("Border Commission",), "asserted"),
    ("“{0},” Mira Oland said.", ("Mira Oland",), "asserted"),
    ('"{0}," said Mira Oland, who runs the camp.', ("Mira Oland",), "asserted"),
    ("Mira Oland said: “{0}.”", ("Mira Oland",), "asserted"),
    ("“{0},” Mira Oland, the camp's director, said on Monday.", ("Mira Oland",), "asserted"),
    ("“The camp is quiet,” Mira Oland said. “{0}.”", ("Mira Oland",), "asserted"),
    ("Lantern Relief said in its latest report that {0}.", ("Lantern Relief",), "asserted"),
    ("The Border Commission's statement said {0}.", ("Border Commission",), "asserted"),
]
THROUGH = [
    ("Mira Oland told AFP that {0}.", ("Mira Oland", "AFP"), "asserted"),
    ("Guards told Lantern Relief that {0}.", ("Guards", "Lantern Relief"), "asserted"),
    (
        "According to a report by Lantern Relief, commission officials said that {0}.",
        ("commission officials", "Lantern Relief report"),
        "asserted",
    ),
    (
        "“According to [commission officials], {0},” the report reads.",
        ("commission officials", "report"),
        "asserted",
    ),
    ("Border Commission officials told reporters that {0}.", ("Border Commission officials",), "asserted"),
]  # fmt: skip
SAME_AS_BEFORE = [
    ("Mira Oland said the roads were dry. She said {0}.", ("Mira Oland",), "asserted"),
    ("Mira Oland said the roads were dry. “{0},” she said.", ("Mira Oland",), "asserted"),
    ("The Border Commission said the roads were dry. It said {0}.", ("Border Commission",), "asserted"),
]  # fmt: skip
UNNAMED = [
    ("An official said that {0}.", ("official",), "asserted"),
    ("An official came on Monday. The official said {0}.", ("official",), "asserted"),
    ("Residents said {0}.", ("Residents",), "asserted"),
    ("A medic, who asked not to be named, said {0}.", ("medic",), "asserted"),
    ("“{0},” a shopkeeper told Morning Dispatch.", ("shopkeeper",), "asserted"),
    ("The governor said {0}.", ("governor",), "asserted"),
]
STANCES = [
    ("Josef Tarn dismissed reports that {0}.", ("Josef Tarn",), "denied"),
    ("Witnesses claimed that {0}.", ("Witnesses",), "alleged"),
    ("The Border Commission denied that {0}.", ("Border Commission",), "denied"),
    ("Kesh Observatory could not confirm that {0}.", ("Kesh Observatory",), "denied"),
    ("The Border Commission fears that {0}.", ("Border Commission",), "hypothetical"),
    ("Guards of Lantern Relief fear that {0}.", ("Guards of Lantern Relief",), "hypothetical"),
    ("Kesh Observatory suspects that {0}.", ("Kesh Observatory",), "alleged"),
]
KILLED = "five people were killed in Tarnholt"


@pytest.mark.parametrize(
    ("frame", "voices", "stance"),
    [
        pytest.param(*row, id=row[0])
        for row in (*NAMED, *THROUGH, *SAME_AS_BEFORE, *UNNAMED, *STANCES)
    ],
)
def test_the_chain(claims, frame, voices, stance):
    first = frame.lstrip('“"').startswith("{0}")
    told = KILLED[0].upper() + KILLED[1:] if first else KILLED
    found = claims(frame.format(told))
    row = next((c for c in found if c.indicator == "killed"), None)
    assert row, tell(found)
    heads = tuple(name.lower() for name in row.chain)
    assert heads == (*(v.lower() for v in voices), OUTLET), tell(found)
    assert row.stance == stance
    assert row.attributed


def test_with_nobody_named_the_outlet_speaks(claims):
    (row,) = (c for c in claims(f"{KILLED[0].upper()}{KILLED[1:]}.") if c.indicator == "killed")
    assert (row.chain, row.attributed, row.speaker_kind) == ((OUTLET,), False, "outlet")


@pytest.mark.parametrize(
    "text",
    [
        "Five people were reportedly killed in Tarnholt.",
        "Five people were allegedly killed in Tarnholt.",
    ],
)
def test_hearsay_is_nobodys_word(claims, text):
    (row,) = (c for c in claims(text) if c.indicator == "killed")
    assert (row.chain, row.stance) == ((OUTLET,), "alleged")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Border Commission said {0}.", "named"),
        ("Mira Oland said {0}.", "named"),
        ("Residents said {0}.", "unnamed"),
        ("An official said {0}.", "unnamed"),
        ("The report says {0}.", "document"),
    ],
)
def test_the_kind_of_voice(claims, text, kind):
    (row,) = (c for c in claims(text.format(KILLED)) if c.indicator == "killed")
    assert row.speaker_kind == kind


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The Border Commission said {0}.", "told"),
        ("Lantern Relief estimated that {0}.", "deduced"),
        ("Lantern Relief believes that {0}.", "induced"),
    ],
)
def test_how_the_voice_knows(claims, text, basis):
    (row,) = (c for c in claims(text.format(KILLED)) if c.indicator == "killed")
    assert row.basis == basis


def test_a_body_that_publishes_its_own_word_is_the_voice(claims):
    found = claims("There are 14,200 people in the camp.", publisher="lanternrelief.example")
    assert [c.chain for c in found] == [("Lantern Relief", "lanternrelief.example")], tell(found)


def test_data_have_an_owner(claims):
    (row,) = (c for c in claims(f"Commission data show that {KILLED}.") if c.quantity)
    assert row.attributed


def test_a_denial_is_not_counted(claims):
    (row,) = (c for c in claims(f"The Border Commission denied that {KILLED}.") if c.quantity)
    assert not row.counted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Border Commission plans to bring 2,000 more people to Tarnholt.", 2000),
        ("The commission expects 2,000 people to arrive at the camp by September.", 2000),
        ("Up to 2,000 people could return home, the Border Commission said.", 2000),
        ("Some 2,000 people will leave Tarnholt in September.", 2000),
    ],
)
def test_what_is_planned_is_expected_and_not_counted(claims, text, value):
    (row,) = (c for c in claims(text) if c.quantity)
    assert (row.quantity.point, row.stance, row.counted) == (value, "expected", False)


def test_the_attribution_says_source_cue_and_content(reading):
    text = "The Border Commission said on Monday that five people were killed."
    (row,) = reading(text).attributions
    assert row.speaker == "Border Commission"
    assert row.cue
    assert row.cue.text == "said"
    assert row.source
    assert "Border Commission" in row.source.text
    assert any("five people were killed" in c.text for c in row.content)


def test_a_report_that_quotes_is_the_parent(reading):
    text = "According to the report, commission officials said that only 45 guards were left."
    said = reading(text).attributions
    inner = next(a for a in said if a.speaker == "commission officials")
    assert inner.parent is not None
    assert said[inner.parent].speaker_kind == "document"


def test_what_is_feared_of_those_who_are_there_leaves_their_number_told(claims):
    found = claims("Guards fear that they could lose control of 39,000 people in Tarnholt.")
    (row,) = (c for c in found if c.indicator == "population")
    assert (row.stance, row.counted) == ("asserted", True), tell(found)
