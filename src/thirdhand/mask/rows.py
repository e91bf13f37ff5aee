"""Who is named by the form of a line: who writes in a chat, who stands in a roll or a list.

"[12/03/24, 06:14] Rose: …", "ROSA, Petro; pupil; 05.02.2023", "3. lokiru, m, 2, cough": a name is
told there by its place alone, whatever the name and in whatever letters.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from thirdhand.mask.words import keys, table

Stretch = tuple[int, int]

# So many lines of one form make a roll, of which so large a share tells of persons.
ROLL = 3
SHARE = 0.3
# So many words a name in a roll may have.
LONGEST = 6
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?"
_STAMP = (
    rf"(?:\[[^\[\]\n]{{0,24}}{_TIME}[^\[\]\n]{{0,12}}\]"
    rf"|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}},? {_TIME} [-–])"
)
_SENDER = r"([^\W\d_][^\n:\[\]<>]{0,40}?)"
_CHAT = re.compile(
    rf"^[^\w\[<\n]{{0,3}}{_STAMP}\s?~?\s?{_SENDER}"
    r"(?=\s?:|\s(?:added|removed|left|joined|created|changed)\b)"
    rf"|^{_SENDER}, \[[^\[\]\n]{{0,24}}{_TIME}[^\[\]\n]{{0,12}}\]"
    rf"|^(?:{_TIME} )?<{_SENDER}>",
    re.MULTILINE | re.IGNORECASE,
)
_ADDED = re.compile(
    rf"^[^\w\[<\n]{{0,3}}{_STAMP}[^\n:]{{1,50}} (?:added|removed) ([^\n:]{{2,60}})$",
    re.MULTILINE | re.IGNORECASE,
)
_LINE = re.compile(r"^[ \t]*(?:[-•·*▪]\s*)?(?:\d{1,4}[.)]?\s*[.;|\t)]?\s*)?([^\n]+)$", re.MULTILINE)
_FIELD = re.compile(r"\s*[;|\t]\s*")
_ENTRY = re.compile(r"[^\W\d_][^\d;|:!?\n]{1,60}")
_TURNED = re.compile(r"[^\W\d_]+(?:[-'’ ][^\W\d_]+)?, [^\W\d_].*")
# "F, about 60", "m, 2", "(F/31)", "34 M", "female; 20 yrs".
SEX = (
    r"(?i:[\"”»]?\s?[,;]?\s?\(?(?:(?:sex )?(?:m|f|male|female|boy|girl)[\s,;/|.]{1,3}"
    r"(?:aged? |about |abt |approx\.? |c\. ?|~)*\d{1,3}\b"
    r"|\d{1,2}\s?(?:y|yrs?|yo|y/o)?[\s,;/]{0,2}(?:m|f|male|female)\b))"
)
_PATIENT = re.compile(
    rf"^[ \t]*(?:[-•·*▪]\s*)?(?:\d{{1,4}}[.)]\s*)?([^\W\d_][^\d,;|:!?\n]{{1,50}}?)(?={SEX})",
    re.MULTILINE | re.IGNORECASE,
)
_NOBODY = frozenset(
    "no nr name names surname sex age unknown unidentified unnamed anonymous total baby".split()
)


@lru_cache(maxsize=1 << 12)
def named_by_form(text: str) -> tuple[Stretch, ...]:
    """(start, end) of names that the form of their line tells to be of private persons."""
    return tuple(_found(text)) if "\n" in text else ()


def _found(text: str) -> Iterator[Stretch]:
    for found in _CHAT.finditer(text):
        yield found.span(found.lastindex or 0)
    for found in _ADDED.finditer(text):
        yield found.span(1)
    for found in _PATIENT.finditer(text):
        if _name(found[1]):
            yield found.span(1)
    yield from _roll(text)


def _roll(text: str) -> Iterator[Stretch]:
    """The first fields of lines that are parted into fields alike, where they are of persons."""
    lines = [m for m in _LINE.finditer(text) if len(_FIELD.findall(m[1])) > 1]
    if len(lines) < ROLL:
        return
    entries = [(m.start(1), _FIELD.split(m[1])) for m in lines]
    held = [(start, row) for start, row in entries if _ENTRY.fullmatch(row[0]) and _name(row[0])]
    told = sum(_of_a_person(row) for _, row in held)
    if len(held) >= ROLL and told >= SHARE * len(held):
        yield from ((start, start + len(row[0])) for start, row in held)


def _of_a_person(row: list[str]) -> bool:
    """True for a line of a roll that tells of a person: "ROE, Jo", a trade, a sex and an age."""
    lists = table()
    if _TURNED.fullmatch(row[0]):
        return True
    whole = (keys(field) for field in row[1:])
    return any(0 < len(w) <= ROLL and set(w) & lists["private"] for w in whole) or any(
        re.fullmatch(r"(?:m|f|male|female)", field, re.IGNORECASE) for field in row[1:]
    )


def _name(words: str) -> bool:
    told = keys(words)
    return 0 < len(told) <= LONGEST and not set(told) & (_NOBODY | table()["bodies"])
