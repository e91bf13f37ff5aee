"""Numbers in words: their values, what a vague plural can mean, shares told as fractions."""

import re

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
# A pattern of the words from two on.
SPELLED = "|".join([*UNITS[2:], *TENS])
# "lakh" and "crore" are South Asia's hundred thousand and ten million.
BIG = {
    "thousand": 1_000,
    "lakh": 100_000,
    "lac": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
}
SHORT = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000}
SCALES = {"hundred": 100, **BIG}
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_VALUE = {w: i for i, w in enumerate(UNITS)} | {w: 20 + 10 * i for i, w in enumerate(TENS)}
# What a vague plural can mean, ends included.
VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
    "millions": (1_000_000, 9_999_999),
    "tens of millions": (10_000_000, 99_999_999),
    "hundreds of millions": (100_000_000, 999_999_999),
}
# "several hundred" means no more and no less than "hundreds".
SEVERAL = {"dozen": "dozens", "hundred": "hundreds", "thousand": "thousands", "million": "millions"}
FRACTIONS = {
    "half": 50, "a half": 50, "one half": 50, "a third": 33, "one third": 33, "one-third": 33,
    "two thirds": 67, "two-thirds": 67, "a quarter": 25, "one quarter": 25, "one-quarter": 25,
    "three quarters": 75, "three-quarters": 75, "a fifth": 20, "one fifth": 20, "one-fifth": 20,
    "two of three": 67, "two out of three": 67, "two in three": 67, "one in three": 33,
    "one in four": 25, "one in five": 20, "three in four": 75, "one in ten": 10, "nine in ten": 90,
}  # fmt: skip


def spelled(words: str) -> int:
    """The value of a number in words: "sixty-two thousand" is 62,000. ValueError for no number."""
    total = part = 0
    for word in re.split(r"[\s,-]+", words.lower()):
        if word in _VALUE:
            part += _VALUE[word]
        elif word in ("a", "an"):
            part = part or 1
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in SCALES:
            total, part = total + max(part, 1) * SCALES[word], 0
        elif word != "and":
            raise ValueError(f"no number: {words!r}")
    return total + part
