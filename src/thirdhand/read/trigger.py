"""Words that tell of a happening: verbs and nouns of events.yaml, in their frames."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Span, Token

from thirdhand.model.claim import EventType
from thirdhand.read import lexicon
from thirdhand.read.role import agents, is_verb, led, objects, passive, phrase
from thirdhand.read.span import lemmas
from thirdhand.read.tags import is_person
from thirdhand.read.within import stays, taken_away

_AWAY = frozenset(("from", "out", "of"))
_TO = frozenset(("to", "into", "for", "towards", "toward"))
_NAMES = frozenset(("GPE", "NORP", "LOC", "FAC"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a happening of that type."""

    token: Token
    type: EventType


@dataclass(frozen=True, slots=True)
class _Frame:
    type: EventType
    verb: bool
    beside: str
    takes: str
    by: str
    to: str
    from_: str
    how: frozenset[str]


@cache
def _things() -> Mapping[str, frozenset[str]]:
    return {k: frozenset(v) for k, v in lexicon.part("events.yaml", "things").items()}


@cache
def _frames() -> Mapping[str, tuple[_Frame, ...]]:
    """First word -> the frames it opens, in the order of the table."""
    out: dict[str, list[_Frame]] = {}
    for kind, rows in lexicon.part("events.yaml", "events").items():
        for row in rows:
            for word in row.get("verbs", []) + row.get("nouns", []):
                first, _, beside = word.partition(" ")
                out.setdefault(first, []).append(_frame(kind, row, beside))
    return {word: tuple(rows) for word, rows in out.items()}


def _frame(kind: EventType, row: Mapping[str, Any], beside: str) -> _Frame:
    takes, by, to, away = (row.get(k, "") for k in ("takes", "by", "to", "from"))
    return _Frame(kind, "verbs" in row, beside, takes, by, to, away, frozenset(row.get("how", ())))


def triggers(sent: Span) -> Iterator[Trigger]:
    """The words of one sentence that tell of a happening, one type each."""
    table, words = _frames(), lemmas(sent.doc)
    for index in range(sent.start, sent.end):
        if words[index] in table:
            yield from of_word(sent.doc[index])


def of_word(token: Token) -> Iterator[Trigger]:
    """The happening that a word tells of, if it does."""
    for frame in _frames().get(token.lemma_.lower(), ()):
        if _fits(frame, token):
            yield Trigger(token, frame.type)
            return


def _fits(frame: _Frame, token: Token) -> bool:
    if not frame.verb:
        return token.pos_ in ("NOUN", "PROPN") and _noun_fits(frame, token)
    if not is_verb(token) or _lone(token) or (frame.beside and not _beside(frame.beside, token)):
        return False
    if frame.type == "repatriation" and (taken_away(token) or stays(token)):
        return False
    if frame.takes and not any(_among(frame.takes, o) for o in objects(token)):
        return False
    if frame.by and not _done_by(frame.by, token):
        return False
    if frame.how and not any(w in frame.how for w in _around(token)):
        return False
    if frame.from_ and not _away(frame.from_, token):
        return False
    return not frame.to or _homeward(token, named=frame.to == "home")


def _lone(verb: Token) -> bool:
    """True for "Injured" as the head of a column: a participle, and nothing with it."""
    around = (
        verb.doc[verb.i - 1].text if verb.i else "",
        verb.nbor(1).text if verb.i + 1 < len(verb.doc) else "|",
    )
    if around[0] == "|" and (around[1] == "|" or verb.i + 1 == verb.sent.end):
        return True
    alone = verb.tag_ in ("VBN", "VBD") and verb.dep_ == "ROOT"
    return alone and all(c.is_punct for c in verb.children)


def _around(verb: Token) -> Iterator[str]:
    """The words before and behind a verb, within its sentence."""
    for token in verb.doc[max(0, verb.i - 3) : verb.i + 24]:
        if token.i > verb.i and token.is_sent_start:
            return
        yield token.lower_


def _done_by(kind: str, verb: Token) -> bool:
    who = [a for a in agents(verb) if a.lemma_.lower() not in lexicon.listed("attempts")]
    if not who:  # "an attempt to escape": people do
        return kind == "people" and not passive(verb)
    return any(_among(kind, a) for a in who)


def _noun_fits(frame: _Frame, noun: Token) -> bool:
    if frame.beside:
        return noun.i + 1 < len(noun.doc) and noun.nbor(1).lemma_.lower() == frame.beside
    if noun.dep_ == "compound":
        return False
    return not frame.takes or any(_is(frame.takes, t) for t in phrase(noun) if t != noun)


def _beside(word: str, verb: Token) -> bool:
    """True where `word` goes with the verb: its particle, or close behind it."""
    if any(c.lower_ == word for c in verb.children):
        return True
    return any(t.lower_ == word for t in verb.doc[verb.i + 1 : verb.i + 9])


def _among(kind: str, noun: Token) -> bool:
    return any(_is(kind, t) for t in phrase(noun))


def _is(kind: str, token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX") and kind not in ("service", "rally"):
        return False
    if token.lemma_.lower() in _things().get(kind, ()) or token.lower_ in _things().get(kind, ()):
        return True
    if kind in ("aim", "force", "body of aid"):
        return token.ent_type_ == "ORG" or (kind != "body of aid" and token.pos_ == "PROPN")
    if kind == "country":
        return token.ent_type_ in ("GPE", "NORP")
    if kind != "people":
        return False
    return (
        is_person(token)
        or token.ent_type_ in ("PERSON", "NORP")
        or token.lower_ in _things()["they"]
    )


def _away(kind: str, verb: Token) -> bool:
    gone = [*(o for o in objects(verb)), *led(verb, _AWAY)]
    return any(
        _is(kind, t) or (kind == "place" and t.pos_ == "PROPN") for o in gone for t in phrase(o)
    )


def _homeward(verb: Token, named: bool) -> bool:
    """True for home, back, "to their villages", and where `named` for any place with a name."""
    home = _things()["home"]
    if any(t.lower_ in home for t in verb.doc[verb.i : verb.i + 9]):
        return True
    aims = led(verb, _TO)
    if any(c.tag_ == "PRP$" for p in aims for c in p.children):
        return True
    return named and any(
        t.ent_type_ in _NAMES or t.pos_ == "PROPN" for p in aims for t in phrase(p)
    )
