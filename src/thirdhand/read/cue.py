"""Cues: the words that say that somebody says something, and what hangs on each."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from thirdhand.model.claim import Stance
from thirdhand.read import lexicon
from thirdhand.read.content import content_of
from thirdhand.read.name import bare, np
from thirdhand.read.quote import Quote
from thirdhand.read.saying import Saying, Stretch
from thirdhand.read.speaker import Speakers
from thirdhand.read.tags import next_word

_JUNK = ' ,."“”-–—'


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
        return _according(cue, sent, speakers)
    return _verb(cue, sent, speakers, spoken)


def hearsay(sent: Span) -> Iterator[Saying]:
    """Attributions without anybody: "reportedly"."""
    for token in sent:
        stance = lexicon.hearsay().get(token.lower_)
        if stance is not None and token.head != token and token.lower_ != "so-called":
            first, last = token.head.left_edge, token.head.right_edge
            content = ((first.idx, last.idx + len(last)),)
            yield Saying(None, _place(token), content, None, "unnamed", stance, "induced")


def _place(token: Token) -> Stretch:
    return token.idx, token.idx + len(token)


def _verb(verb: Token, sent: Span, speakers: Speakers, spoken: list[Quote]) -> Saying | None:
    lemma = verb.lemma_.lower()
    stance, basis = lexicon.cue_verbs()[lemma]
    content = content_of(verb, sent, spoken)
    if not content:
        return None
    head = _subject(verb)
    if head is None:
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
        if not passive or lemma in lexicon.cue_set("clause_only"):
            return None
        told: Stance = "alleged" if stance == "asserted" else stance
        return Saying(None, _place(verb), content, None, "unnamed", told, basis)
    speaker = speakers.of(head)
    if speaker is None:
        return None
    if any(c.dep_ == "neg" for c in verb.children) and lemma in lexicon.cue_set("admissions"):
        stance = "denied"
    return Saying(
        (speaker.start, speaker.end),
        _place(verb),
        content,
        speaker.name,
        speaker.kind,
        stance,
        basis,
        _told(verb) or _interviewer(verb, sent),
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


def _according(token: Token, sent: Span, speakers: Speakers) -> Saying | None:
    """As in "according to X": what is said is the rest of the sentence."""
    inner = next((c for c in token.subtree if c.dep_ in ("pobj", "dobj") and c.i > token.i), None)
    speaker = speakers.of(inner) if inner is not None else None
    if inner is None or speaker is None:
        return None
    tail = max(speaker.end, np(inner).end_char)
    base = sent.start_char
    left, right = sent.text[: token.idx - base], sent.text[tail - base :]
    content: list[Stretch] = []
    if len(left.strip(_JUNK)) > 3:
        content.append((base, base + len(left.rstrip(" ,;"))))
    # Behind "according to Ann Lee, mayor of X" stands who she is, not what she says.
    aside = bool(content) and not any(t.pos_ in ("VERB", "AUX") for t in sent if t.idx > tail)
    if len(right.strip(_JUNK)) > 3 and not (aside and right.startswith(",")):
        content.append((tail + len(right) - len(right.lstrip(" ,;")), sent.end_char))
    if not content:
        return None
    last = token.nbor(1) if token.lower_ == "according" else token
    return Saying(
        (speaker.start, speaker.end),
        (token.idx, last.idx + len(last)),
        tuple(content),
        speaker.name,
        speaker.kind,
        "asserted",
        "told",
    )


def _told(verb: Token) -> str | None:
    """The outlet that was told: "told AFP", "told a Times reporter"."""
    if verb.lemma_ != "tell":
        return None
    for child in verb.children:
        if child.dep_ not in ("dobj", "dative") or child.ent_type_ == "PERSON":
            continue
        inner = any(c.pos_ == "PROPN" and c.dep_ in ("compound", "nmod") for c in child.children)
        if child.pos_ == "PROPN" or (inner and child.lemma_.lower() not in _people()):
            return bare(np(child).text)
    return None


def _people() -> frozenset[str]:
    return lexicon.cue_set("not_media")


_INTERVIEW = re.compile(
    r"\b(?:interview with|statement to|speaking to|spoke to|comments? to|quoted by|cited by"
    r"|carried by|reported by|published by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _interviewer(verb: Token, sent: Span) -> str | None:
    """The outlet of "in an interview with the National Post"."""
    for token in sent:
        if token.pos_ == "PROPN" and token.dep_ == "pobj" and abs(token.i - verb.i) < 12:
            words = np(token)
            if _INTERVIEW.search(sent.text[: words.start_char - sent.start_char]) or (
                words[0].lower_ == "the"
                and _INTERVIEW.search(f"{sent.doc[sent.start : words.start]} ")
            ):
                return bare(words.text)
    return None
