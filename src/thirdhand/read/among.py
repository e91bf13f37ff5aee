"""Counts of some among others: words by which a number is no count of all."""

import re

from thirdhand.read.numeral import SPELLED

_OF_ALL = re.compile(
    rf"(?<![\w.,])(?:\d{{1,3}}|{SPELLED}|most|half|some|none) (?:out )?of (?:the |its |all )?$",
    re.IGNORECASE,
)
_IN_CARE = re.compile(
    r"\b(?:remain\w*|stay\w*|still) (?:\w+ )?in (?:\w+ )?"
    r"(?:intensive care|coma|critical condition|serious condition)\b",
    re.IGNORECASE,
)


def all_of_some(before: str) -> bool:
    """As in "two of five clinics operate": the five are not those that do."""
    return _OF_ALL.search(before) is not None


def in_care(near: str) -> bool:
    """As in "five remain in intensive care": a part of the hurt who were told of before."""
    return _IN_CARE.search(near) is not None
