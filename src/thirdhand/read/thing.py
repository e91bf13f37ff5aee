"""Things that are counted: tents, explosives, litres, money, ground."""

import re

from thirdhand.read.figure import Count
from thirdhand.read.frame import clause
from thirdhand.read.span import text_of

# Latrines that are there. Those built, needed, emptied or lost are no count of them.
_LATRINES = (
    r"(?:ha[sd]|have|with|there (?:are|were)) (?:(?:about|around|some|only|just|nearly) )*"
    r"[\w.,-]+ (?:working |usable |communal |shared )?(?:latrine|toilet)s"
    r"|(?:latrine|toilet)s (?:(?!no |not |never |stop|ceas|neither )[\w-]+ ){0,4}"
    r"(?:work|function|serv|in use|usable)"
)
_RULES: tuple[tuple[str, str, str, re.Pattern[str]], ...] = tuple(
    (unit, indicator, tag, re.compile(rf"\b(?:{words})", re.IGNORECASE))
    for unit, indicator, tag, words in (
        (
            "tents",
            "tents-lost",
            "demolished",
            r"demolish\w*|(?:pull|tak|torn|took)\w* down|dismantl\w*|remov\w+|razed|bulldoz\w+",
        ),
        ("tents", "tents-lost", "fire", r"burn\w*|fire|blaze|spread to|destroy\w*"),
        ("tents", "tents-needed", "", r"need\w*|requir\w*|short(?:age|fall)"),
        ("kg", "explosives-seized", "", r"TNT|explosives?"),
        ("km2", "area", "", r"area|size|spread|cover"),
        ("litres per day", "water-supply", "", r"per day|daily|a day|each day"),
        ("facilities", "latrines", "", _LATRINES),
        ("usd", "funding", "", r"fund\w*|appeal\w*|donor\w*|pledg\w*"),
    )
)
_EACH = re.compile(r"\b(?:per (?:person|capita|head)|each person)\b", re.IGNORECASE)


def thing(count: Count) -> tuple[str, str] | None:
    """(indicator, breakdown tag) of a count of things, None where nothing says what it is for."""
    tents = count.noun.unit == "tents"
    words = clause(count.token, count.sent).text if tents else text_of(count.sent)
    if count.noun.unit == "litres per day" and _EACH.search(words):
        return None
    return next(
        (
            (i, tag)
            for unit, i, tag, pattern in _RULES
            if unit == count.noun.unit and pattern.search(words)
        ),
        None,
    )
