"""Sayings told by a noun: "his claim that nine died", "a pledge by the mayor to leave"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.name import owner
from thirdhand.read.saying import Saying, Stretch
from thirdhand.read.speaker import Speakers
from thirdhand.read.stretch import source_words

_LINKS = ("of", "to", "for", "on", "about")


def noted(sent: Span, speakers: Speakers) -> Iterator[Saying]:
    """The sayings that hang on nouns of the sentence."""
    nouns = lexicon.saying_nouns()
    for token in sent:
        stance = nouns.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        content = _content(token) if stance is not None else None
        if stance is None or content is None:
            continue
        whose = _whose(token, content)
        speaker = speakers.of(whose) if whose is not None else None
        source = source_words(whose, token) if whose is not None and speaker else None
        if whose is None and stance == "expected":
            continue  # a plan or a hope that nobody is named for is no saying
        yield Saying(
            source,
            (token.idx, token.idx + len(token)),
            (content,),
            speaker.name if speaker else None,
            speaker.kind if speaker else "unnamed",
            stance,
            "told",
        )


def _content(noun: Token) -> Stretch | None:
    """The clause or the infinitive under the noun; what follows "of" for some."""
    below = next((c for c in noun.children if c.dep_ == "acl" and _clause(c)), None)
    if below is None and noun.lemma_.lower() in lexicon.cue_set("sayings_of"):
        link = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in _LINKS), None)
        below = (
            next((c for c in link.children if c.dep_ in ("pobj", "pcomp")), None) if link else None
        )
    if below is None or below.i < noun.i:
        return None
    first, last = below.left_edge, below.right_edge
    return first.idx, last.idx + len(last)


def _clause(verb: Token) -> bool:
    """True for "that nine died" and "to leave"."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("mark", "aux")}
    return "that" in words or ("to" in words and verb.tag_ == "VB")


def _whose(noun: Token, content: Stretch) -> Token | None:
    """Who says it: "his claim", "the mayor's claim", "a claim by the mayor"."""
    own = next((c for c in noun.children if c.dep_ == "poss"), None)
    if own is not None and own.pos_ == "PRON":
        return own
    whose = owner(noun)
    return whose if whose is not None and not content[0] <= whose.idx < content[1] else None
