"""Where a passage begins, and what is cleaned away before the parse."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.read.passage import clean, starts

LONG = "The council counted the people of the camp once more in the spring of that year and"


def passages(text):
    at = [*sorted(set(starts(text))), len(text)]
    return [text[a:b].strip() for a, b in pairwise(at)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One line. Another sentence.", ["One line. Another sentence."]),
        ("A headline\n\nA story.", ["A headline", "A story."]),
        ("First line.\nSecond line.", ["First line.", "Second line."]),
        (f"{LONG}\nfound more of them.", [f"{LONG}\nfound more of them."]),
        (
            "Needs:\n- 40 tents\n- 20 latrines",
            ["Needs:", "- 40 tents", "- 20 latrines"],
        ),
        ("1. Water\n2. Food", ["1. Water", "2. Food"]),
        ("KESH (Northern Wire) - Two men died.", ["KESH (Northern Wire) -", "Two men died."]),
        ("KESH, 4 June — Two men died.", ["KESH, 4 June —", "Two men died."]),
    ],
    ids=lambda value: None if isinstance(value, list) else value[:30].replace("\n", "/"),
)
def test_a_text_falls_into_passages(text, parts):
    assert passages(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "The Tarn-Holt road - the only one - is shut.",
        "Ten people died - all of them women.",
        "A well-known doctor came.",
    ],
)
def test_a_dash_inside_a_sentence_begins_nothing(text):
    assert passages(text) == [text]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("one\ntwo", "one two"),
        ("one\r\ntwo\tthree", "one  two three"),
        ("“[the officials] said”", "“ the officials  said”"),
        ("nul\x00 here", "nul  here"),
        ("plain words (and these)", "plain words (and these)"),
        ("held 69,015 [1] people", "held 69,015     people"),
        ("six people [2] were killed. [3]", "six people     were killed.    "),
        ("[1] The office", "    The office"),
        ("killed [12] people", "killed  12  people"),  # an editor's word, and a count
    ],
)
def test_cleaning_keeps_every_offset(text, cleaned):
    assert clean(text) == cleaned


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text):
    assert len(clean(text)) == len(text)
    at = list(starts(text))
    assert at[0] == 0
    assert all(0 <= a <= len(text) for a in at)


@pytest.mark.parametrize("piece", ["\n", "A", "Aa ", "A, ", "A/", "- ", "A-", "(", "Aa of ", "a\n"])
def test_a_long_run_takes_no_long_time(piece):
    text = piece * (20_000 // len(piece))
    begun = time.process_time()
    list(starts(text))
    clean(text)
    assert time.process_time() - begun < 2
