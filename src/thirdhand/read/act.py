"""What happened to a counted thing: the act of its clause, and the verb that carries it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.frame import Governor, clause, governors
from thirdhand.read.lexicon import Act


@dataclass(frozen=True, slots=True)
class Done:
    """An act, and the verb it was found at (None where only words of the clause hint at it)."""

    act: Act
    verb: Token | None


# A death in one of these is no act of violence.
_MISHAP = re.compile(
    r"\b(?:fires?|blaze|burn(?:s|ed)?|flood\w*|cold|hunger|starv\w*|malnutrition|illness|disease|diseases|accident\w*|stove|heater|drown\w*|different causes|infect\w*|hypothermia|earthquake|crash|diarrh\w+)\b",
    re.IGNORECASE,
)


def act_of(token: Token, sent: Span) -> Done | None:
    """The act that `token` undergoes: phrases of its clause, then verbs above it, then hints."""
    words = clause(token, sent)
    done = _phrase(token, words) or _verb(token) or _hint(words)
    if done and done.act.name == "kill" and _MISHAP.search(sent.text) and not re.search(r"\b(?:shot|murder\w*|behead\w*|gun\w*|knife|stab\w*|by violence)\b", words.text):
        return Done(_named("die"), done.verb)
    return done


def _named(name: str) -> Act:
    return next(a for a in lexicon.acts() if a.name == name)


def _phrase(token: Token, words: Span) -> Done | None:
    """The act whose phrase stands nearest to the token inside its clause."""
    best: tuple[int, Act, int] | None = None
    for act in lexicon.acts():
        for match in act.phrases.finditer(words.text) if act.phrases else ():
            at = words.start_char + match.start()
            gap = min(abs(at - token.idx), abs(words.start_char + match.end() - token.idx))
            if gap < 90 and (best is None or gap < best[0]):
                best = (gap, act, at)
    if best is None:
        return None
    verb = next((t for t in words if t.idx >= best[2] and t.pos_ == "VERB"), None)
    return Done(best[1], verb)


def _verb(token: Token) -> Done | None:
    for governor in governors(token):
        if governor.near > 6:
            return None
        if governor.token.pos_ in ("NOUN", "PROPN"):
            if act := _noun_act(governor):
                return Done(act, governor.token)
            continue
        for act in _acts_of(governor):
            return Done(act, governor.token)
    return None


def _noun_act(governor: Governor) -> Act | None:
    """"the killing of two women", "the arrest of 12 suspects"."""
    row = lexicon.counted().get(governor.token.lemma_.lower())
    if row is None or governor.role != "other" or governor.near > 2:
        return None
    return next((a for a in lexicon.acts() if a.indicator == row.indicator), None)


def _acts_of(governor: Governor) -> Iterator[Act]:
    lemma = governor.token.lemma_.lower()
    particle = next((c.lower_ for c in governor.token.children if c.dep_ == "prt"), "")
    for act in lexicon.acts():
        if governor.role == "obj" and lemma in act.obj:
            yield act
        elif governor.role == "subj" and lemma in act.subj:
            yield act
        elif governor.role == "other" and governor.near <= 3 and lemma in act.obj and particle != "in":
            if act.name in ("live", "free", "arrest", "kill", "injure") and governor.token.lemma_ not in ("include", "place"):
                continue
            yield act


def _hint(words: Span) -> Done | None:
    for act in lexicon.acts():
        if act.hints and act.hints.search(words.text):
            return Done(act, None)
    return None
