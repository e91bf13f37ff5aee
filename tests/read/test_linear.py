"""Twice the text takes twice the time, whatever it repeats.

CPU seconds of a run of each piece that takes some time, and of one twice as long. A busy machine
can slow any one try, so a piece fails only where no try keeps to the bound. THIRDHAND_SOAK=1
(`make soak`) takes longer runs, in which more stands out.
"""

import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.camp import account, read

BOUND, TRIES = 2.6, 4
LEAST = 0.6 if os.environ.get("THIRDHAND_SOAK") else 0.04  # seconds that the shorter run takes
LONGEST = 50_000  # characters of the shorter run
PIECES = {
    "en": (
        *("said ", "officials said ", "according to officials, ", "“A”, he said, ", "reportedly "),
        *("“", '"', "''", "(", "9", "Al-", "A ", "A. ", "Aden, ", "the camp ", "camps ", "\u200b"),
        *("1 2 3 ", "five ", "12 women were killed ", "killed 5 people in the camp, ", "1-2-"),
        *("4 June ", "last week ", "the report ", "water has got worse ", "their plan to go "),
        *("of the ", "and ", "; ", "\n", "women and children ", "Five were shot, Oland said. "),
    ),
    "ar": (
        *("قال ", "قالت المنظمة إن ", "وفقا ل", "مخيم ", "قتل ", "خمسة وعشرون ", "1000 شخص ", "5 "),
        *('"', "«", "،", "ألف ", "نساء وأطفال ", "يوم الاثنين ", "أعلن ", "\u0651", "\u200f", "؛ "),
    ),
    "fr": (
        *("a déclaré ", "selon ", "selon l'ONU, ", "d'après ", "le camp ", "tués ", "cinq ", "5 "),
        *("1 000 personnes ", "«", '"', "l'", "femmes et enfants ", "lundi ", "vingt-", "mille "),
    ),
}


def seconds(text, language):
    told = account(text, language=language)
    begun = time.process_time()
    read(told)
    return time.process_time() - begun


def linear(piece, language):
    """True where some try of a text twice as long takes no more than BOUND times as long."""
    text = piece * (1_000 // len(piece))
    while (short := seconds(text, language)) < LEAST and len(text) < LONGEST:
        text *= 2
    for _ in range(TRIES):
        if seconds(text * 2, language) < BOUND * short + LEAST:
            return True
        short = seconds(text, language)
    return False


@pytest.fixture(scope="module", autouse=True)
def loaded():
    for language in PIECES:
        read(account("5 said.", language=language))


@pytest.mark.parametrize(("language", "piece"), [(x, p) for x, ps in PIECES.items() for p in ps])
def test_one_piece_again_and_again(language, piece):
    assert linear(piece, language)


@pytest.mark.parametrize("language", PIECES)
def test_several_pieces_again_and_again(language):
    mixed = st.lists(st.sampled_from(PIECES[language]), min_size=2, max_size=5).map("".join)

    @settings(
        max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
    )
    @given(mixed)
    def grows(piece):
        assert linear(piece, language), piece

    grows()


def test_one_sentence_of_a_hundred_thousand_characters():
    text = "some 12 people of the camp near Aru, women and children, left the tents and " * 1_300
    assert seconds(text, "en") < 60
