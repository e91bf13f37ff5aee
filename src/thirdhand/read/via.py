"""The outlet through which a speaker is heard: "told AFP", "in an interview with the Post"."""

import re

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.name import bare, np
from thirdhand.read.span import text_of

_INTERVIEW = re.compile(
    r"\b(?:interview with|statement to|speaking to|spoke to|comments? to|quoted by|cited by"
    r"|carried by|reported by|published by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def heard_by(verb: Token, sent: Span) -> str | None:
    """The outlet that was told, None for nobody."""
    return _told(verb) or _interviewer(verb, sent)


def _told(verb: Token) -> str | None:
    """The outlet that was told: "told AFP", "told a Times reporter"."""
    if verb.lemma_ != "tell":
        return None
    for child in verb.children:
        if child.dep_ not in ("dobj", "dative") or child.ent_type_ == "PERSON":
            continue
        inner = any(c.pos_ == "PROPN" and c.dep_ in ("compound", "nmod") for c in child.children)
        people = lexicon.cue_set("not_media")
        if child.pos_ == "PROPN" or (inner and child.lemma_.lower() not in people):
            return bare(np(child).text)
    return None


def _interviewer(verb: Token, sent: Span) -> str | None:
    """The outlet of "in an interview with the National Post"."""
    for token in sent:
        if token.pos_ == "PROPN" and token.dep_ == "pobj" and abs(token.i - verb.i) < 12:
            words = np(token)
            if _INTERVIEW.search(text_of(sent)[: words.start_char - sent.start_char]) or (
                words[0].lower_ == "the"
                and _INTERVIEW.search(f"{sent.doc[sent.start : words.start]} ")
            ):
                return bare(words.text)
    return None
