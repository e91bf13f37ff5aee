"""Cues: the words that say that somebody says something, and what hangs on each."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from thirdhand.model.claim import Stance
from thirdhand.read import lexicon
from thirdhand.read.according import according
from thirdhand.read.content import Said, content_of
from thirdhand.read.quote import Quote
from thirdhand.read.saying import Saying
from thirdhand.read.speaker import Speakers
from thirdhand.read.stretch import cue_words, source_words
from thirdhand.read.tags import next_word
from thirdhand.read.via import heard_by


def cues(sent: Span) -> Iterator[Token]:
    """The cue words of a sentence, left to right."""
    for token in sent:
        if (
            (token.lower_ == "according" and next_word(token) == "to")
            or token.lower_ == "citing"
            or (
                token.pos_ in ("VERB", "AUX")
                and token.lemma_.lower() in lexicon.cue_verbs()
                and token.dep_ not in ("amod", "compound", "aux")
            )
        ):
            yield token


def said_at(cue: Token, sent: Span, speakers: Speakers, spoken: list[Quote]) -> Saying | None:
    """The attribution that hangs on `cue`; None where nobody says anything by it."""
    if cue.lower_ in ("according", "citing"):
        return according(cue, sent, speakers)
    said = content_of(cue, sent, spoken)
    return _verb(cue, sent, speakers, said) if said is not None else None


def _verb(verb: Token, sent: Span, speakers: Speakers, said: Said) -> Saying | None:
    lemma = verb.lemma_.lower()
    stance, basis = lexicon.cue_verbs()[lemma]
    cue = cue_words(verb, said.through)
    head = _subject(verb)
    if head is None:
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
        if not passive or lemma in lexicon.cue_set("clause_only"):
            return None
        told: Stance = "alleged" if stance == "asserted" else stance
        return Saying(None, cue, said.parts, None, "unnamed", told, basis)
    speaker = speakers.of(head, strange=said.spoken)
    if speaker is None:
        return None
    if any(c.dep_ == "neg" for c in verb.children) and lemma in lexicon.cue_set("admissions"):
        stance = "denied"
    return Saying(
        source_words(head, verb),
        cue,
        said.parts,
        speaker.name,
        speaker.kind,
        stance,
        basis,
        heard_by(verb, sent),
    )


def _subject(verb: Token) -> Token | None:
    """The speaker's head: the subject, the agent of a passive, or that of the verb before."""
    node: Token = verb
    for _ in range(4):
        by = next((c for c in node.children if c.dep_ == "agent"), None)
        if by is not None:
            return next((c for c in by.children if c.dep_ == "pobj"), None)
        active = next((c for c in node.children if c.dep_ == "nsubj"), None)
        if active is not None:
            return active
        if any(c.dep_ == "nsubjpass" for c in node.children):
            return None
        if node.dep_ == "acl" and node.tag_ in ("VBG", "VBN"):
            return node.head if node.tag_ == "VBG" else None
        if node.dep_ not in ("conj", "advcl", "xcomp") or node.head == node:
            return None
        node = node.head
    return None
