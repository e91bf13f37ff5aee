# ruff: noqa: E501 - a row of a case table is one line
"""Counts without a verb or a noun of their own: the words around them say what they count."""

import pytest
from tests.read.camp import fits, tell

# words, claims that must be there, claims that must not be there
CASES = [
    ("Families may go home; 850 people have so far done so.", [{"indicator": "returns", "value": 850}], [{"indicator": "population"}]),
    ("Nine batches have left since May, in all 2,500 people.", [{"indicator": "returns", "value": 2500}], [{"indicator": "population"}]),
    ("The last convoy carried 60 families.", [{"indicator": "returns", "value": 60, "unit": "households"}], []),
    ("Seven residents were murdered in Tarnholt. Four of the seven were women.", [{"indicator": "killed", "value": 4, "breakdown": ("women",)}], [{"value": 4, "indicator": "population"}]),
    ("Police arrested 226 suspects in Tarnholt. The 226 include 20 women.", [{"indicator": "arrests", "value": 20, "breakdown": ("women",)}], []),
    ("A blast hurt twenty people. Five of the attackers died in the fight.", [{"indicator": "killed", "value": 5}], [{"indicator": "injured", "value": 5}]),
    ("Some 12,000 foreigners, 4,000 women and 8,000 children, live in Tarnholt.", [{"value": 8000, "breakdown": ("foreign", "children")}], []),
    ("Iraqis number 30,500, Syrians 31,400.", [{"value": 30500, "breakdown": ("iraqi",)}, {"value": 31400, "breakdown": ("syrian",)}], []),
    ("Some 4,000 people departed from the camp: Castrel 1,900; Dunmore 800.", [{"indicator": "returns", "value": 1900}, {"indicator": "returns", "value": 800}], []),
    ("Some 8,500 Iraqis have gone home and 17,500 are still in the camp.", [{"indicator": "population", "value": 17500, "breakdown": ("iraqi",)}], []),
    ("The camp is home to 50,900 people from more than 50 countries.", [{"indicator": "population", "value": 50900, "breakdown": ()}], []),
    ("A Syrian man was stabbed in Tarnholt and survived.", [{"indicator": "injured", "value": 1}], [{"indicator": "killed"}]),
    ("Nine people were killed in the camp, two guards said.", [{"indicator": "killed", "value": 9}], [{"indicator": "guards"}]),
    ("The operation in Tarnholt involved 5,000 members of the River Guards.", [{"indicator": "troops", "value": 5000}], []),
    ("In 2021, 14 countries took home 3,500 of their nationals.", [{"indicator": "repatriated", "value": 3500}], [{"indicator": "nationalities"}]),
    ("Kesh Relief says 446 unaccompanied children have been identified.", [{"indicator": "unaccompanied-children", "value": 446}], []),
    ("Guards foiled an escape from Tarnholt. It was the 19th attempt since May.", [{"indicator": "escape-attempts", "value": 19}], []),
    ("Of its people 60 p.c. are children.", [{"value": 60, "unit": "percent", "breakdown": ("children",)}], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "unwanted"), CASES)
def test_it_counts_what_the_words_around_it_say(claims, text, wanted, unwanted):
    found = claims(text)
    assert all(any(fits(c, row) for c in found) for row in wanted), tell(found)
    assert not any(fits(c, row) for c in found for row in unwanted), tell(found)
