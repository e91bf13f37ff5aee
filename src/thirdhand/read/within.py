"""People who are moved and go nowhere: led away, or brought from one part of a site to another."""

from spacy.tokens import Token

from thirdhand.read.role import led

_TAKES = frozenset("take lead haul drag whisk march drive".split())
_HOME = frozenset("home homes homeland villages families".split())
_INTO = frozenset(("to", "into"))
_PARTS = frozenset(
    "annex annexe section sector phase block zone tent ward wing row side corner shelter".split()
)


def taken_away(verb: Token) -> bool:
    """As in "eight men were taken away": nobody says where to."""
    if verb.lemma_.lower() not in _TAKES:
        return False
    near = {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 7]}
    return any(c.lower_ == "away" for c in verb.children) and not near & _HOME


def stays(verb: Token) -> bool:
    """As in "moved to the annex", "brought to another section": a part of where they are."""
    return any(p.lemma_.lower() in _PARTS for p in led(verb, _INTO))
