"""An account's text as sets: word shingles, rare marks, and the days it may have come out."""

import calendar
import datetime as dt
import re
import unicodedata
from hashlib import blake2b

from thirdhand.model import Account

SHINGLE = 4

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?<!\w)(?:\d[\d.,\u00a0\u202f ]*\d|\d)")
_THOUSANDS = re.compile(r"[.,\u00a0\u202f ](?=\d{3}(?!\d))")
# "62 thousand" is 62,000, also in the languages that reprint English wires most.
_THOUSAND = re.compile(
    r"(?<=\d)\s*(?:thousand|tausend|duizend|tusind|tusen|mila|mille|mil|bin|hezar|ألف|آلاف|الف|тысяч[аи]?)"
    r"(?!\w)",
    re.IGNORECASE,
)
_NOTICE = "all rights reserved"
_YEAR = re.compile(r"(?:19|20)\d\d")
# Dates and times of day in digits, and part numbers such as "08": no counts.
_CLOCK = re.compile(
    r"\d{1,4}([-/:])\d{1,2}(?:\1\d{1,4})?(?:T[\d:+]+)?|(?<![\d.,\u00a0\u202f ])0\d+|(?<=[^\d] )0\d+"
)
_MONTHS = {name.casefold() for name in (*calendar.month_name, *calendar.month_abbr)}
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]{2,}")


def words(text: str) -> list[str]:
    """The words of `text`, without case, marks or layout; digits are words.

    Paragraphs of legal notice are left out: they tell nothing of where a text comes from.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    if _NOTICE in plain:
        plain = "\n".join(line for line in plain.splitlines() if _NOTICE not in line)
    return _WORD.findall(plain)


def shingles(told: list[str]) -> set[int]:
    """The hashes (signed, 64 bits) of every run of SHINGLE words."""
    runs = zip(*(told[start:] for start in range(SHINGLE)), strict=False)
    return {_hash(" ".join(run)) for run in runs}


def numbers(text: str) -> set[str]:
    """The numbers of two digits and more, grouping marks taken out; dates are left out.

    "64,373", "64.373" and "64 373" are one number, in whatever language they stand, and so are
    "62 thousand" and "62,000".
    """
    found = set()
    clean = _CLOCK.sub(" ; ", _THOUSAND.sub(",000", unicodedata.normalize("NFKC", text)))
    for match in _NUMBER.finditer(clean):
        for part in _THOUSANDS.sub("", match[0]).split():
            number = part.strip(".,")
            if len(number) > 1 and not _YEAR.fullmatch(part):
                found.add(number)
    return found


def names(text: str) -> set[str]:
    """Words with a capital inside a sentence that the text never writes without one.

    Month names are left out. Scripts without capitals give none.
    """
    plain = {word for word in _WORD.findall(text) if word.islower()}
    found = {match[0].casefold() for match in _NAME.finditer(text)} - plain - _MONTHS
    return {_unaccented(name) for name in found}


def days(account: Account) -> tuple[int, int] | None:
    """First and last day the account may have come out, as ordinals; None where undated."""
    period = account.period
    if period is None:
        return None
    return dt.date.toordinal(period.first), dt.date.toordinal(period.last)


def _unaccented(name: str) -> str:
    """The name without accents: "Stéphane" and "Stephane" are one."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(c for c in parts if not unicodedata.combining(c))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)
