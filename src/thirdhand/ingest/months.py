"""Names of months in the languages that press and situation reports are written in."""

import re
from collections import defaultdict
from functools import cache

from babel.dates import get_month_names

# Arabic four times: the Gulf and Egypt, the Levant and Iraq, Algeria and Tunisia, Morocco.
ARABIC = ("ar", "ar_SY", "ar_DZ", "ar_MA")
LATIN = ("en", "fr", "es", "pt", "it", "de", "nl", "tr", "ku", "sw", "so")
LOCALES = (*ARABIC, *LATIN, "ru", "uk", "fa", "ckb")
# What no table has: forms of English press.
OTHERS = {"sept": 9}
# Written with and without a mark over the letter.
ALEF = str.maketrans("أإآ", "ااا")


def key(name: str) -> str:
    """The name without case, full stops and Arabic marks: what `months` is asked by."""
    return " ".join(name.translate(ALEF).casefold().replace(".", "").split())


@cache
def months() -> dict[str, int]:
    """Month (1..12) by name. A name that means two months in two languages is left out."""
    found: dict[str, set[int]] = defaultdict(set)
    for locale in LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    if not name.strip().isdecimal():
                        found[key(name)].add(number)
    return {name: min(of) for name, of in found.items() if len(of) == 1 and len(name) > 1} | OTHERS


@cache
def names() -> str:
    """A regular expression for any of the names, without groups; it is matched on `folded` text."""
    longest = sorted(months(), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest) + r")\.?"


def folded(text: str) -> str:
    """`text` as `names` wants it, each character in its place."""
    low = "".join(c if len(c.casefold()) != 1 else c.casefold() for c in text)
    return low.translate(ALEF)
