"""Places named in a text without a case. Each row: the words, and every place they name."""

import time

import pytest

from thirdhand.read.parse import parse
from thirdhand.read.where import Places

IN_PLACES = [
    ("The convoy left Lisbon for Porto.", ["Lisbon", "Porto"]),
    ("Floods hit Manica province and the town of Beira.", ["Manica province", "Beira"]),
    ("Rain fell in northern Sudan and north-west Kenya.", ["northern Sudan", "north-west Kenya"]),
    ("They were displaced from Veltasso.", ["Veltasso"]),
    ("Fighting went on in Ombrana, Veltasso and Durrik.", ["Ombrana", "Veltasso", "Durrik"]),
    ("People fled the DRC and CAR for Chad.", ["DRC", "CAR", "Chad"]),
    ("Trucks reached Trinidad and Tobago.", ["Trinidad and Tobago"]),
    ("Roads in the Horn of Africa are closed.", ["Horn of Africa"]),
    ("KENYA: two killed near Nairobi", ["KENYA", "Nairobi"]),
    ("Kenya's army left.", ["Kenya"]),
    ("Lima (40), Cusco (12) and Tacna (3) reported cases.", ["Lima", "Cusco", "Tacna"]),
]
IN_NONE = [
    "Jordan Smith met Chad Brown on Monday.",
    "The University of Oxford and the Bank of England said so.",
    "In May the Ministry of Health began.",
    "In March, Education and Water were the main needs.",
    "US$ 5 million was given.",
    "The car broke down, and we are turkey farmers.",
]


def named(text):
    (doc,) = parse([text])
    return [p.words or p.text for p in Places(()).find(doc)]


@pytest.mark.parametrize(("text", "places"), IN_PLACES)
def test_a_place_is_named(text, places):
    assert named(text) == places


@pytest.mark.parametrize("text", IN_NONE)
def test_no_place_is_named(text):
    assert named(text) == []


def test_a_name_told_once_is_known_again():
    text = "Wind hit Ombrana district. Rain followed.\n\nOmbrana counts its dead."
    assert named(text) == ["Ombrana district", "Ombrana"]


def test_a_camp_keeps_its_bare_name():
    (doc,) = parse(["They live in Dunmarrow camp."])
    (place,) = Places(()).find(doc)
    assert (place.text, place.words, place.camp) == ("Dunmarrow", "Dunmarrow camp", True)
    assert doc.text[place.start : place.end] == place.words


def test_a_side_does_not_hide_the_country():
    (doc,) = parse(["It rained in southern Kenya."])
    (place,) = Places(()).find(doc)
    assert place.entry is not None
    assert (place.words, place.entry.country) == ("southern Kenya", "KE")


def test_a_long_list_of_names_costs_in_proportion():
    (doc,) = parse([", ".join(["Lima"] * 4_000)])
    start = time.process_time()
    assert len(Places(()).find(doc)) == 4_000
    assert time.process_time() - start < 5
