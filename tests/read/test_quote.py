"""Stretches between quotation marks."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.read.quote import quotes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "the camp is full".', ['"the camp is full"']),
        ("He said “the camp is full”.", ["“the camp is full”"]),
        ("Il a dit « le camp est plein ».", ["« le camp est plein »"]),
        ('"One," she said, "and two."', ['"One,"', '"and two."']),
        ("“One,” she said, “and two.”", ["“One,”", "“and two.”"]),
        ("“Kept open to the end", ["“Kept open to the end"]),
        (
            "“Kept open over a paragraph.\n\n“It goes on here.”",
            ["“Kept open over a paragraph.", "“It goes on here.”"],
        ),
        ("the wall is 5\" thick and 6\" high", []),
        ("no quote at all", []),
        ("the women's tents", []),
        ("“”", []),
    ],
)  # fmt: skip
def test_quotes(text, found):
    assert [text[q.start : q.end] for q in quotes(text)] == found


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("“”„«»\"' \na,."), max_size=200) | st.text(max_size=200))
def test_quotes_stand_inside_the_text_in_order(text):
    found = quotes(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert [q.start for q in found] == sorted(q.start for q in found)


@pytest.mark.parametrize("piece", ["“", "”", '"', "“a ", ' "a', "«„“"])
def test_a_long_run_takes_no_long_time(piece):
    text = piece * (20_000 // len(piece))
    begun = time.perf_counter()
    quotes(text)
    assert time.perf_counter() - begun < 2
