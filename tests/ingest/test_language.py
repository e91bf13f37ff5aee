"""Which language a text is in. Each row: a text as short as a headline, and what is told."""

import pytest

from thirdhand.ingest.language import language_of

ROWS = [
    ("Over 300 families left the valley", "en"),
    ("4,200 people were evacuated", "en"),
    ("Number of displaced: 318", "en"),
    ("700 displaced or relocated", "en"),
    ("9,000 Displaced by River Floods", "en"),
    ("Trois cents familles sont sans abri", "fr"),
    ("Tres muertos en la ciudad", "es"),
    ("12,000 - 13,000 - 14,000", None),
    ("Kelwa Norta Sadim Beru Tolis Aman", None),
    ("Six killed", "en"),
    ("418 Houses destroyed", "en"),
    ("Population Evacuated 9120", "en"),
    ("IDPs total 88 020", "en"),
    ("Kelwa up to 9,120", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_a_short_text(text, told):
    assert language_of(text)[0] == told


def test_of_two_near_languages_neither_is_told():
    code, sure = language_of("Ukupna procjena od strane uprave")
    assert (code, sure < 0.6) == (None, True)
