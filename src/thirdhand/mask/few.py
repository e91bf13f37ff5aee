"""Counts of so few people that a neighbour knows who they are."""

import re
from collections.abc import Iterator
from functools import cache

from thirdhand.mask.words import table

# "Two of her three children", "3 Iraqi women": so many words may stand between.
BETWEEN = 3
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()


def few(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the numbers between 0 and `limit` in the text that count people."""
    if limit > 1:
        yield from (found.span(1) for found in _pattern(limit).finditer(text))


@cache
def _pattern(limit: int) -> re.Pattern[str]:
    numbers = [str(n) for n in range(1, limit)] + _WORDS[: limit - 1]
    counted = "|".join(sorted(table()["counted"], key=lambda w: (-len(w), w)))
    between = rf"(?:[^\W\d_][\w'’-]*[ \u00a0-]){{0,{BETWEEN}}}"
    return re.compile(
        rf"(?<![\w.,/:-])({'|'.join(sorted(numbers, key=len, reverse=True))})(?![\w.,:/%]\d|\w|%)"
        rf"(?=[ \u00a0](?:of )?{between}(?:{counted})\b)",
        re.IGNORECASE,
    )
