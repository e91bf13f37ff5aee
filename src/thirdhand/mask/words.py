"""The words of words.yaml, and words in place."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

# A word; what is joined by a hyphen are two. The "s" of an owner is none of its letters.
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´‘](?!s\b)[^\W\d_]+)*")
_APOSTROPHES = re.compile(r"['’ʼ`´‘ـ]")
# What may part the words of one name, on one line or where a line was wrapped.
JOINT = re.compile(
    r"[ \u00a0]{1,2}|[ \u00a0]?[\n\r]{1,2}[ \u00a0]{0,4}|\.? ?[-‐‑–] ?|\. ?|[ ]?[\"“”] ?"
)


class Word(NamedTuple):
    """A word in place, and its key: the same for all its spellings by case, marks and accents."""

    start: int
    end: int
    text: str
    key: str


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """The key of a word: "Ya’qoub" is "yaqoub", "Stéphane" is "stephane"."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", word.casefold()))
    return "".join(c for c in plain if not unicodedata.combining(c))


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of text[start:end] in order."""
    for found in WORD.finditer(text, start, len(text) if end is None else end):
        word = found[0]
        yield Word(*found.span(), word, fold(word))


def keys(text: str) -> tuple[str, ...]:
    """The keys of the words of a text."""
    return tuple(word.key for word in words(text))


@cache
def table() -> dict[str, frozenset[str]]:
    """words.yaml of this package: each list as keys."""
    raw: dict[str, str] = yaml.safe_load(
        (files("thirdhand.mask") / "words.yaml").read_text("utf-8")
    )
    return {name: frozenset(fold(word) for word in told.split()) for name, told in raw.items()}


@cache
def listed_in(*names: str) -> frozenset[str]:
    """The words of several lists together."""
    return frozenset().union(*(table()[name] for name in names))


def cased(text: str) -> bool:
    """True for a word of a script that has large and small letters."""
    return text[:1].lower() != text[:1].upper()


def large(text: str) -> bool:
    """True for a word that may begin a name: a large first letter, or a script without any."""
    return text[:1].isupper() or not cased(text)
