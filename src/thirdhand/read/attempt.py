"""What was attempted: "14 attempts at abduction", "the 19th attempt" of what was told before."""

import re

from spacy.tokens import Token

from thirdhand.read import lexicon

_ATTEMPTS = (
    (re.compile(r"attempts? (?:at|of) (?:abduct|kidnap)"), "abduction attempt"),
    (re.compile(r"attempts? (?:at|to|of) (?:escap|flee|break)"), "escape attempt"),
)
# An attempt that says itself what it was at, by a word that no table has.
_OWN = re.compile(r"attempts? (?:on|at|to|by)\b|attempted")
_TRIED = re.compile(
    r"\b(?:(?P<taken>abduct|kidnap)|escap|flee|fled|smuggl|break(?:ing)? out|slip)\w*"
)
_BACK = 60  # tokens in which an account has told what was attempted


def attempted(token: Token) -> lexicon.Counted | None:
    """The row of the tables that an attempt counts in; None where nothing says which."""
    words = token.doc[token.i : token.i + 3].text.lower()
    found = next((key for p, key in _ATTEMPTS if p.match(words)), None) or _told(token, words)
    return lexicon.counted()[found] if found else None


def _told(token: Token, words: str) -> str | None:
    if _OWN.match(words):
        return None
    before = token.doc[max(0, token.i - _BACK) : token.i].text.lower()
    last = next(reversed(list(_TRIED.finditer(before))), None)
    return None if last is None else "abduction attempt" if last["taken"] else "escape attempt"
