"""The word tables of a language (lexicon/<code>.yaml), in the spelling that texts are folded to."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from thirdhand.read.lexicon import load
from thirdhand.read.plain.folded import folded_words

CODES = ("ar", "fr")
# What is written as one word with the next: "and", "so", "in", "to", "as", "the".
CLITICS = {"ar": r"(?:[وف]?(?:[بكلس]|ال|بال|كال|لل)?)", "fr": ""}


@cache
def table(code: str) -> dict[str, Any]:
    """The tables of a language. KeyError for a language without any."""
    if code not in CODES:
        raise KeyError(code)
    text = (files("thirdhand.read") / "lexicon" / f"{code}.yaml").read_text("utf-8")
    raw: dict[str, Any] = load(folded_lines(text))
    return raw


def folded_lines(text: str) -> str:
    """A YAML text with its words folded; brackets and quote marks are YAML's own."""
    return "".join(c if c in "[]\"'" else folded_words(c) for c in _clusters(text))


def _clusters(text: str) -> Iterable[str]:
    return re.findall(
        r"[^\u064b-\u065f\u0670\u0300-\u036f][\u064b-\u065f\u0670\u0300-\u036f]*", text, re.DOTALL
    )


def found(code: str, patterns: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the patterns as whole words, in any case, with what is written on to them."""
    body = "|".join(patterns) or r"(?!)"
    return re.compile(rf"(?<!\w){CLITICS[code]}(?:{body})(?!\w)", re.IGNORECASE)


@cache
def pattern(code: str, *keys: str) -> re.Pattern[str]:
    """The list under `keys` as one pattern of whole words."""
    row: Any = table(code)
    for key in keys:
        row = row[key]
    return found(code, row)
