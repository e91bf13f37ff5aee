"""Words that loosen a number, before and behind it."""

import pytest

from thirdhand.read.figure import hedge_of

BEFORE = [
    ("about 400", "about"),
    ("around 400", "about"),
    ("roughly 400", "about"),
    ("some 400", "about"),
    ("an estimated 400", "about"),
    ("approximately 400", "about"),
    ("Approximately 400", "about"),
    ("~400", "about"),
    ("circa 400", "about"),
    ("in the region of 400", "about"),
    ("nearly 400", "nearly"),
    ("almost 400", "nearly"),
    ("close to 400", "nearly"),
    ("just under 400", "nearly"),
    ("more than 400", "more than"),
    ("over 400", "more than"),
    ("upwards of 400", "more than"),
    ("in excess of 400", "more than"),
    ("just over 400", "more than"),
    ("at least 400", "at least"),
    ("no fewer than 400", "at least"),
    ("a minimum of 400", "at least"),
    ("less than 400", "less than"),
    ("fewer than 400", "less than"),
    ("under 400", "less than"),
    ("below 400", "less than"),
    ("up to 400", "up to"),
    ("as many as 400", "up to"),
    ("no more than 400", "up to"),
    ("at most 400", "up to"),
    ("a maximum of 400", "up to"),
    ("400", "exact"),
    ("the 400", "exact"),
    ("all 400", "exact"),
    ("exactly 400", "exact"),
    ("another 400", "exact"),
    ("handsome 400", "exact"),
    ("the game was over. 400", "exact"),
]
BEHIND = [
    ("400 or so", "about"),
    ("400 or more", "at least"),
    ("400 or fewer", "up to"),
    ("400 at least", "at least"),
    ("400 at most", "up to"),
    ("400+", "at least"),
    ("400 people", "exact"),
]


@pytest.mark.parametrize(("words", "hedge"), BEFORE + BEHIND)
def test_a_hedge(words, hedge):
    text = f"They say {words} people."
    at = text.index("400")
    found, start, end = hedge_of(text, at, at + 3)
    assert found == hedge
    assert "400" in text[start:end]


@pytest.mark.parametrize(("words", "hedge"), [row for row in BEFORE[:31] if row[0] != "~400"])
def test_the_hedges_words_belong_to_the_figure(words, hedge):
    text = f"They say {words} people."
    at = text.index("400")
    _, start, end = hedge_of(text, at, at + 3)
    assert text[start:end] == words
