"""Counts that somebody keeps: "the monitor's tally reached 9", "900 are on the agency's lists"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.name import owner
from thirdhand.read.saying import Saying
from thirdhand.read.span import lemmas, text_of
from thirdhand.read.speaker import Speakers
from thirdhand.read.stretch import source_words

# Whose count it may be: no place's, no month's.
_OWNERS = frozenset(("ORG", "PERSON", "NORP", ""))
_SUBJECTS = ("nsubj", "nsubjpass")


def tallies(sent: Span, speakers: Speakers) -> Iterator[Saying]:
    """The sayings of counts that have an owner and no verb that says."""
    words, nouns = lemmas(sent.doc), lexicon.cue_set("numbers_of")
    for index in range(sent.start, sent.end):
        if words[index] not in nouns:
            continue
        token = sent.doc[index]
        whose = _keeper(token) if token.pos_ == "NOUN" and _tells(token) else None
        speaker = speakers.of(whose) if whose is not None else None
        if whose is None or speaker is None:
            continue
        yield Saying(
            source_words(whose, token),
            (token.idx, token.idx + len(token)),
            ((sent.start_char, sent.start_char + len(text_of(sent).rstrip())),),
            speaker.name,
            speaker.kind,
            "asserted",
            "deduced",
        )


def _tells(noun: Token) -> bool:
    """True for the subject of what the count comes to, and for "on its lists"."""
    if noun.dep_ in _SUBJECTS:
        return noun.head.lemma_.lower() not in lexicon.cue_verbs()
    return noun.dep_ == "pobj" and noun.head.lower_ in ("on", "in") and noun.tag_ == "NNS"


def _keeper(noun: Token) -> Token | None:
    whose = owner(noun)
    if whose is None or whose.dep_ not in ("poss", "pobj", "compound"):
        return None
    if whose.ent_type_ not in _OWNERS:
        return None
    speaks = lexicon.cue_set("bodies") | lexicon.cue_set("unnamed")
    return whose if whose.pos_ == "PROPN" or whose.lemma_.lower() in speaks else None
