"""What is read from one account: its text in pieces, its numbers, the days it may be from."""

import calendar
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from thirdhand.model import Account, Period

SHINGLE = 4
# Fewer shared runs than this are a name and a stock phrase.
FEWEST = 8
# Signs about a digit that may say what the number is: "in 62 thousand", "at 09:30".
BEFORE, AFTER = 3, 14

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?<!\w)(?:\d[\d.,\u00a0\u202f ]*\d|\d)")
_THOUSANDS = re.compile(r"[.,\u00a0\u202f ](?=\d{3}(?!\d))")
# "62 thousand" is 62,000, also in the languages that reprint English wires most.
_THOUSAND = re.compile(
    r"(?<=\d)[^\S\n]*(?:thousand|tausend|duizend|tusind|tusen|mila|mille|mil|bin|hezar|ألف|آلاف|الف|الاف|тысяч[аи]?)"
    r"(?!\w)",
    re.IGNORECASE,
)
_NOTICE = "all rights reserved"
_YEAR = re.compile(r"(?:19|20)\d\d")
# Dates and times of day in digits, and part numbers such as "08": no counts.
_CLOCK = re.compile(
    r"\d{1,4}([-/:])\d{1,2}(?:\1\d{1,4})?(?:[Tt][\d:+]+)?"
    r"|(?<![\d.,\u00a0\u202f ])0\d+|(?<=[^\d] )0\d+"
)
MONTHS = {name.casefold() for name in (*calendar.month_name, *calendar.month_abbr)}


def words(text: str) -> list[str]:
    """The words of a short text, without case; digits are words."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def pieces(text: str, most: int) -> list[str]:
    """The text in pieces of at most about `most` characters, cut at white space.

    Paragraphs of legal notice are left out: they tell nothing of where a text comes from.
    """
    if _NOTICE in text.casefold():
        text = "\n".join(line for line in text.splitlines() if _NOTICE not in line.casefold())
    if len(text) <= most:
        return [text]
    cuts = [match.end() for match in re.finditer(rf"[\s\S]{{{most}}}\S{{0,{most}}}", text)]
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]


def numbers_by_line(text: str) -> Iterator[tuple[int, str]]:
    """The numbers of two digits and more with the line that each stands in; dates are left out.

    Grouping marks are taken out: "64,373", "64.373" and "64 373" are one number, in whatever
    language they stand, and so are "62 thousand" and "62,000". text: in compatibility form.
    """
    clean = _CLOCK.sub(" ; ", _THOUSAND.sub(",000", text))
    for line, told in enumerate(clean.split("\n")):
        for found in _NUMBER.findall(told):
            plain = found if found.isdigit() else _THOUSANDS.sub("", found)
            for part in plain.split():
                number = part.strip(".,")
                if len(number) > 1 and number.strip("0.,") and not _YEAR.fullmatch(part):
                    yield line, number


def days(account: Account) -> tuple[int, int] | None:
    """First and last day the account may have come out, as ordinals; None where undated."""
    return _days(account.published) if account.published else None


@lru_cache(1 << 12)
def _days(published: str) -> tuple[int, int]:
    period = Period.parse(published, "published")
    return period.first.toordinal(), period.last.toordinal()
