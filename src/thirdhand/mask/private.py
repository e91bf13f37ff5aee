"""Words beside a name that tell of a private life, even where the name is a word or a place."""

import re
from functools import cache

from thirdhand.mask.words import table


def _any(*names: str) -> str:
    return "|".join(sorted(set().union(*(table()[name] for name in names))))


_ADJ = r"(?:[\w-]+ ){0,2}"
_OTHERS = "parents|widow|widower|twin|twins|orphan|orphans|nickname|name|grave|funeral"
_LAST = re.compile(r"([^\W\d_]+)(?:,| (?:is|was|are|were|of))?\s+[\"“'‘]?$")
# "A son, Justice, ..", "two daughters, Joy and Charity", "father of Hope", "my wife is Gift".
_KIN_TOLD = re.compile(
    rf"\b(?<!of )(?:an?|one|another|the|his|her|their|my|our|your) {_ADJ}"
    rf"(?:{_any('kin', 'single')}),\s+[\"“'‘]?$"
    rf"|\b(?:two|three|four|five|six|seven|his|her|their|my|our|your) {_ADJ}"
    rf"(?:{_any('kin', 'single')})s,\s+[\"“'‘]?$"
    rf"|\b(?:his|her|their|my|our|your|whose) {_ADJ}(?:{_any('kin', 'single')})s?"
    r"(?: (?:is|was|are|were))?,?\s+[\"“'‘]?$"
    rf"|\b(?:{_any('kin')}|{_OTHERS}) of\s+$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"^[\"”’'»]?(?:[,;.:)!?\n]|$| (?:and|who|was|is|said|told|has|had|with|[a-z]+s|[a-z]+ed)\b)"
)
# "Nurse Gift", "Oga Friday", "the driver Lucky".
_TITLE = re.compile(r"([^\W\d_]+)['’\"”]?\.?\s$")
_HELLO = re.compile(r"\bthis is $", re.IGNORECASE)
_HERE = re.compile(r"^(?:,| (?:from|here|speaking|again|writing)\b|[.!]?$)")
# "Princess cries all night": what no thing does.
_LIVES = re.compile(
    r"^ (?:cries|coughs|sleeps|sings|laughs|weeps|smiles|whispers|remembers|dreams|misses|cooks"
    r"|sews"
    r"|kneels|nods|begs|prays|has (?:a fever|no (?:shoes|papers|milk|card)"
    r"|not (?:eaten|slept|spoken)))\b"
)
_NOBODY = frozenset("nobody everyone everybody somebody someone one who she he it none".split())
_FOR = re.compile(r"\b(?:pray|prays|prayed|praying) for $", re.IGNORECASE)
_SMALL = re.compile(
    r"\b(?:the|a|an|his|her|their|my|our|your|old|little|young|poor|bless|keep)\s$", re.IGNORECASE
)
_THE = re.compile(
    r"^ the ([\w-]+(?: [a-z]+)?)(?=[,.;:)!?\n]|$| (?:and|is|was|has|had|who|said|[a-z]+(?:s|ed))\b)"
)


def kin_told(before: str, behind: str) -> bool:
    """True behind "a son,", "my wife is", "the father of"."""
    last = _LAST.search(before)
    if last is None or last[1].casefold().removesuffix("s") not in _kin():
        return False
    return _KIN_TOLD.search(before) is not None and _ENDS.match(behind) is not None


@cache
def _kin() -> frozenset[str]:
    others = (word.removesuffix("s") for word in _OTHERS.split("|"))
    return table()["kin"] | table()["single"] | frozenset(others)


def titled(before: str, small: bool = False) -> bool:
    """True behind "Nurse", "Oga" and "the driver": whoever is called so is a person.

    small: behind "nurse" too.
    """
    told = _TITLE.search(before)
    if told is None or told[1].casefold() not in table()["called"]:
        return False
    return small or told[1][0].isupper() or _SMALL.search(before[: told.start()]) is not None


def alive(before: str, name: str, behind: str) -> bool:
    """True before "cries all night", behind "pray for" and "hello, this is"."""
    if _FOR.search(before) or (_HELLO.search(before) and _HERE.match(behind)):
        return True
    lives = _LIVES.match(behind) is not None
    return lives and not name.endswith("s") and name.casefold() not in _NOBODY


def called_the(behind: str) -> bool:
    """True before "the midwife" or "the Algerian": who is told apart so has no office."""
    told = _THE.match(behind)
    if told is None:
        return False
    lists = table()
    small = {word for word in told[1].split() if word.islower()}
    large = {word.casefold() for word in told[1].split()} - small
    return bool(small & lists["private"] or large & lists["peoples"])
