"""What an account is about: its telling words, each with how much it is dwelt on.

The head of a story tells what happened, so its title counts most, and only the first words of the
text are looked at: what comes after is background, which all stories of a place share.
"""

import calendar
import math
import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from importlib import import_module
from typing import NamedTuple

from thirdhand.corroborate.kin import shingles
from thirdhand.model import Account

# Telling words of the text that are looked at.
LEAD = 300
# And so many characters hold them in any language.
SAMPLE = 20_000
# A word of the title counts as three of the text.
TITLE = 3.0
SHORTEST = 3
ENGLISH = "en"
# spaCy files Norwegian under its written form.
_FILED = {"no": "nb"}
_NEWS = {"said", "says", "told"} | {day.casefold() for day in calendar.day_name}
# Plurals in -s are one with the singular (Harman 1991), and so is the Arabic noun with its article
# and a particle before that (Larkey, Ballesteros and Connell 2002), each in its simplest form.
_PLURAL = re.compile(r"(?<=\w{3}[^\Ws])s$")
_ARTICLE = re.compile(r"^[وفبك]?(?:ال|لل)(?=\w{3})")


class Term(NamedTuple):
    """How much an account dwells on a term, and the shortest word that it has for it."""

    times: float
    word: str


def terms(account: Account) -> dict[str, Term]:
    """The account's terms: 1 + ln of how often each stands in the lead, more in the title."""
    plain = stop_words(account.language)
    title = _telling(account.title or "", plain)
    lead = _telling(account.text[:SAMPLE], plain)[:LEAD]
    times = {term: _dwelt(count) for term, count in Counter(map(_term, lead)).items()}
    for term in set(map(_term, title)):
        times[term] = times.get(term, 1.0) * TITLE
    words = defaultdict(set)
    for word in (*title, *lead):
        words[_term(word)].add(word)
    return {term: Term(times[term], min(words[term], key=shortest)) for term in sorted(times)}


def shortest(word: str) -> tuple[int, str]:
    """The order of words that are one term."""
    return len(word), word


@cache
def stop_words(language: str | None) -> frozenset[str]:
    """Words that tell nothing in this language, by spaCy's list; English where it has none."""
    code = language or ENGLISH
    try:
        listed = import_module(f"spacy.lang.{_FILED.get(code, code)}.stop_words").STOP_WORDS
    except ImportError:
        return stop_words(ENGLISH)
    return frozenset(listed) | _NEWS


@cache
def _dwelt(times: int) -> float:
    return 1.0 + math.log(times)


def _telling(text: str, plain: frozenset[str]) -> list[str]:
    """The words of `text` in order, without those that tell nothing."""
    return [
        word
        for word in shingles.words(text)
        if word not in plain and (len(word) >= SHORTEST or (word.isdigit() and len(word) > 1))
    ]


@lru_cache(100_000)
def _term(word: str) -> str:
    return _ARTICLE.sub("", _PLURAL.sub("", word))
