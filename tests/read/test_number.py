"""Numbers as written. Each row: the words, and what `numbers` makes of them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thirdhand.read.number import numbers
from thirdhand.read.numeral import spelled

DIGITS = [
    ("4 people", "4", 4),
    ("a total of 14,200 people", "14,200", 14_200),
    ("1,204,550 people", "1,204,550", 1_204_550),
    ("500 000 people", "500 000", 500_000),
    ("12\u00a0400 people", "12\u00a0400", 12_400),
    ("12\u202f400 people", "12\u202f400", 12_400),
    ("1.250.000 people", "1.250.000", 1_250_000),
    ("62 thousand people", "62 thousand", 62_000),
    ("2.5 million people", "2.5 million", 2_500_000),
    ("1.2 billion dollars", "1.2 billion", 1_200_000_000),
    ("70k residents", "70k", 70_000),
    ("some 3.4m people", "3.4m", 3_400_000),
    ("2019 people", "2019", 2019),
    ("0 cases", "0", 0),
    ("(320 families)", "320", 320),
    ("Population: 9,310.", "9,310", 9_310),
    ("٦٢٠٠٠ شخص", "٦٢٠٠٠", 62_000),
    ("٦٢٬٠٠٠ شخص", "٦٢٬٠٠٠", 62_000),
    ("1,5 million people", "1,5 million", 1_500_000),
    ("2.4 lakh people", "2.4 lakh", 240_000),
    ("3 crore people", "3 crore", 30_000_000),
    ("3,50,000 people", "3,50,000", 350_000),
    ("12,34,567 people", "12,34,567", 1_234_567),
    ("some 61, 000 people", "61, 000", 61_000),
    ("12'400 people", "12'400", 12_400),
    ("23.450 persons", "23.450", 23_450),
    ("and over 500 people", "500", 500),
    ("They are over 90 persons", "90", 90),
    ("IDPs number 12,300", "12,300", 12_300),
    ("1 person died", "1", 1),
    ("2.4 mln people", "2.4 mln", 2_400_000),
]
WORDS = [
    ("nineteen men", "nineteen", 19),
    ("Twenty-three tents", "Twenty-three", 23),
    ("sixty-two thousand people", "sixty-two thousand", 62_000),
    ("one hundred and five families", "one hundred and five", 105),
    ("three hundred thousand", "three hundred thousand", 300_000),
    ("a hundred families", "a hundred", 100),
    ("a thousand tents", "a thousand", 1_000),
    ("two million litres", "two million", 2_000_000),
    ("a dozen guards", "a dozen", 12),
    ("two dozen guards", "two dozen", 24),
    ("half a dozen guards", "half a dozen", 6),
    ("zero cases", "zero", 0),
    ("one thousand two hundred people", "one thousand two hundred", 1_200),
    ("two thousand and six people", "two thousand and six", 2_006),
    ("two million three hundred thousand", "two million three hundred thousand", 2_300_000),
    ("two thousand, one hundred and six people", "two thousand, one hundred and six", 2_106),
    ("one hundred and five thousand people", "one hundred and five thousand", 105_000),
    ("half a million people", "half a million", 500_000),
    ("a quarter of a million people", "a quarter of a million", 250_000),
    ("one and a half million people", "one and a half million", 1_500_000),
    ("a million and a half people", "a million and a half", 1_500_000),
    ("three lakh people", "three lakh", 300_000),
    ("one person was killed", "one", 1),
]
VAGUE = [
    ("dozens of tents", "dozens", 24, 99),
    ("scores of men", "scores", 40, 99),
    ("hundreds of families", "hundreds", 100, 999),
    ("thousands fled", "thousands", 1_000, 9_999),
    ("tens of thousands of people", "tens of thousands", 10_000, 99_999),
    ("Hundreds of thousands", "Hundreds of thousands", 100_000, 999_999),
    ("several hundred people", "several hundred", 100, 999),
    ("a few thousand people", "a few thousand", 1_000, 9_999),
    ("several hundred thousand people", "several hundred thousand", 100_000, 999_999),
    ("a few dozen families", "a few dozen", 24, 99),
    ("a couple of hundred people", "a couple of hundred", 200, 200),
    ("a couple dozen people", "a couple dozen", 24, 24),
]
SHARES = [
    ("58 per cent of them", "58 per cent", 58),
    ("80 percent", "80 percent", 80),
    ("12.5% of residents", "12.5%", 12.5),
    ("9 % of residents", "9 %", 9),
    ("two thirds of the camp", "two thirds", 67),
    ("half of the residents", "half", 50),
    ("three-quarters of its people", "three-quarters", 75),
    ("one in five children", "one in five", 20),
    ("one in every five residents", "one in every five", 20),
    ("3 out of every 10 families", "3 out of every 10", 30),
    ("one in 20 people", "one in 20", 5),
    ("sixty per cent of families", "sixty per cent", 60),
]
MONEY = [
    ("$2.4 million in aid", "$2.4 million", 2_400_000),
    ("€300,000 for latrines", "€300,000", 300_000),
    ("USD 45,000", "USD 45,000", 45_000),
]
GLUED = [
    ("69,015(1) people", ["69,015"], [69_015]),
    ("69,0151 people", ["69,0151"], [69_015]),
    ("The camp holds 12,40912 people.", ["12,40912"], [12_409]),
]
NONE = [
    "the AK-47 rifle",
    "an RPG-7",
    "an F-16 jet",
    "COVID-19",
    "Section 4 of the camp",
    "sections 4 and 5",
    "Phase 5",
    "Annex 2",
    "Resolution 2254",
    "article 51",
    "children under 5",
    "those over 60 and under 5",
    "waves 5m high",
    "a 12-man team",
    "aged 14",
    "a 30-year-old guard",
    "a five-year-old boy",
    "at 10 p.m.",
    "at 14:30",
    "at 6am",
    "a two-day visit",
    "a 40-bed hospital",
    "in 2019",
    "ten-day-old",
    "Route 66",
    "page 12",
    "#7",
    "Room 101",
    "call 0800 4417 for news",
    "version 2.1.3",
    "no number at all",
    "anyone, everyone, someone",
    "often",
    "Phases 1, 2 and 3",
    "Sectors 4-7",
    "555-0142",
    "192.168.0.1",
]


def found(text):
    return [(text[n.start : n.end], n.low, n.high, n.kind) for n in numbers(text)]


@pytest.mark.parametrize(("text", "words", "value"), DIGITS + WORDS)
def test_a_number(text, words, value):
    assert found(text) == [(words, value, value, "cardinal")]


@pytest.mark.parametrize(("text", "words", "low", "high"), VAGUE)
def test_a_vague_plural_is_a_range(text, words, low, high):
    assert found(text) == [(words, low, high, "vague")]


@pytest.mark.parametrize(("text", "words", "value"), SHARES)
def test_a_share_is_a_percentage(text, words, value):
    assert found(text) == [(words, value, value, "percent")]


@pytest.mark.parametrize(("text", "words", "value"), MONEY)
def test_money(text, words, value):
    assert found(text) == [(words, value, value, "money")]


@pytest.mark.parametrize(("text", "words", "values"), GLUED)
def test_a_footnote_mark_is_no_part_of_the_number(text, words, values):
    rows = found(text)
    assert [row[1] for row in rows] == values
    assert [row[0] for row in rows] == words


@pytest.mark.parametrize("text", NONE)
def test_digits_that_count_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"), [("the third attack", 3), ("the 21st day", 21), ("its second camp", 2)]
)
def test_an_ordinal_is_kept_apart(text, value):
    assert [(row[1], row[3]) for row in found(text)] == [(value, "ordinal")]


def test_several_numbers_from_left_to_right():
    text = "12,412 people in 2,690 households, 58 per cent of them children, hundreds sick"
    assert [row[0] for row in found(text)] == ["12,412", "2,690", "58 per cent", "hundreds"]


@pytest.mark.parametrize(("low", "high"), [("3,000", "3,500"), ("40", "60"), ("900", "1,200")])
@pytest.mark.parametrize("join", [" to ", " and ", "-", "–", " - "])
def test_both_ends_of_a_range_are_found(low, high, join):
    text = f"between {low}{join}{high} people"
    assert [row[0] for row in found(text)] == [low, high]


@pytest.mark.parametrize(
    ("low", "high"),
    [
        ("five", "seven"),
        ("twenty", "thirty"),
        ("one hundred", "two hundred"),
        ("two thousand", "three thousand"),
        ("a hundred", "a hundred and fifty"),
    ],
)
def test_and_joins_no_two_numbers(low, high):
    assert [row[0] for row in found(f"between {low} and {high} people")] == [low, high]


def test_a_score_is_no_range():
    assert [row[0] for row in found("Castrel United won 3-1")] == ["3"]


@pytest.mark.parametrize("words", ["camp", "twelve tents", "and so on"])
def test_words_that_are_no_number_are_an_error(words):
    with pytest.raises(ValueError, match="no number"):
        spelled(words)


PIECES = st.sampled_from(
    "12 1,200 70k 3.5 % per cent million two sixty-two dozen hundreds of half a third (1) , . - – "
    "$ € USD 2019 10 p.m. AK-47 and people 0 ٦٢ ½ ² \u00a0 \u202f \n 😀 first 21st".split(" ")
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(PIECES, max_size=25).map(" ".join),
        st.lists(PIECES, max_size=25).map("".join),
    )
)
def test_numbers_stand_apart_inside_the_text(text):
    rows = list(numbers(text))
    assert all(0 <= n.start < n.end <= len(text) for n in rows)
    assert all(a.end <= b.start for a, b in pairwise(rows))
    assert all(0 <= n.low <= n.high for n in rows)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 999_999_999))
def test_a_number_with_commas_is_its_value(value):
    text = f"a total of {value:,} people"
    assert found(text) == [(f"{value:,}", value, value, "cardinal")]


@settings(max_examples=200, deadline=None)
@given(st.integers(1_000, 999_999_999))
def test_a_number_with_spaces_is_its_value(value):
    text = f"a total of {value:,} people".replace(",", " ")
    assert found(text) == [(f"{value:,}".replace(",", " "), value, value, "cardinal")]


RUNS = [
    "1", "1,", "1 ", "1.", "111,", "two ", "two-", "twenty-one thousand and ", "dozen ", "half ",
    "$", "(1)", "-", "hundred ", "a hundred ", "children under ", "section ", "1:", "% ", "１",
]  # fmt: skip


@pytest.mark.parametrize("piece", RUNS)
def test_a_long_run_takes_no_long_time(piece):
    text = piece * (20_000 // len(piece))
    begun = time.process_time()
    list(numbers(text))
    assert time.process_time() - begun < 2
