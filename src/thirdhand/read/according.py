"""Attributions that hang on no verb: "according to X", "reportedly"."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.name import np
from thirdhand.read.saying import Saying, Stretch
from thirdhand.read.span import lowers, text_of
from thirdhand.read.speaker import Speakers
from thirdhand.read.stretch import source_words

_SEEMING = frozenset("seem seems seemed appear appears appeared".split())
_JUNK = ' ,."“”-–—'
_LEAST = 3  # characters that say nothing
_AS_FAR = 12  # tokens between "as" and its verb
# What follows a name and is said by it: "according to the ministry, up from 40 in May".
_GOES_ON = re.compile(
    r", (?:up|down|compared|against|from|including|among|with|more|fewer|less|most|mostly|some"
    r"|about|around|nearly|almost|over|at|after|before|since|when|as|and|or|\d)\b"
)


def hearsay(sent: Span) -> Iterator[Saying]:
    """Attributions without anybody: "reportedly"."""
    words, doc = lowers(sent.doc), sent.doc
    for index in range(sent.start, sent.end):
        if words[index] in _SEEMING and _seems(doc[index]):
            yield _seeming(doc[index])
        stance = lexicon.hearsay().get(words[index])
        if stance is None or words[index] == "so-called":
            continue
        token = doc[index]
        if token.head != token:
            first, last = token.head.left_edge, token.head.right_edge
            content = ((first.idx, last.idx + len(last)),)
            cue = (token.idx, token.idx + len(token))
            yield Saying(None, cue, content, None, "unnamed", stance, "induced")


def _seeming(token: Token) -> Saying:
    subject = next(c for c in token.children if c.dep_ == "nsubj")
    first, last = subject.left_edge, token.right_edge
    content = ((first.idx, last.idx + len(last)),)
    cue = (token.idx, token.idx + len(token))
    return Saying(None, cue, content, None, "unnamed", "alleged", "induced")


def _seems(token: Token) -> bool:
    """True for "seems to have left", "it appears that"."""
    return {"nsubj"} < {c.dep_ for c in token.children if c.dep_ in ("nsubj", "xcomp", "ccomp")}


def counted_by(token: Token) -> bool:
    """True for "by" and "per" that name whose count it is: "by UN figures"."""
    if token.lower_ not in ("by", "per") or token.dep_ not in ("prep", "pcomp"):
        return False
    inner = next((c for c in token.children if c.dep_ == "pobj"), None)
    if inner is None:
        return False
    if inner.lemma_.lower() in lexicon.cue_set("numbers_of"):
        return bool(list(inner.children))
    if token.i > token.sent.start and token.nbor(-1).text != ",":
        return False
    speaks = inner.lemma_.lower() in lexicon.cue_set("unnamed") | lexicon.cue_set("bodies")
    named = inner.ent_type_ in ("ORG", "PERSON") and inner.pos_ == "PROPN"
    return named or (token.lower_ == "per" and speaks and inner.left_edge.pos_ in ("DET", "PRON"))


def as_told(verb: Token) -> Stretch | None:
    """The clause of "as documented by X", "as X reported", which tells of the rest; else None."""
    mark = next(
        (c for c in verb.children if c.lower_ == "as" and c.dep_ in ("mark", "advmod", "prep")),
        None,
    )
    if mark is None or mark.i > verb.i or verb.i - mark.i > _AS_FAR:
        return None
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    if agent is None:
        held = any(c.dep_ in ("dobj", "ccomp", "xcomp") and c.i > verb.i for c in verb.children)
        told = any(c.dep_ == "nsubj" and mark.i < c.i < verb.i for c in verb.children)
        return (mark.idx, verb.idx + len(verb)) if told and not held else None
    whose = next((c for c in agent.children if c.dep_ == "pobj"), None)
    return (mark.idx, np(whose).end_char) if whose is not None else None


def beside(aside: Stretch, sent: Span) -> tuple[Stretch, ...]:
    """The sentence before and behind an aside that tells who says it."""
    base, words = sent.start_char, text_of(sent)
    left, right = words[: aside[0] - base].rstrip(_JUNK), words[aside[1] - base :]
    content = [(base, base + len(left))] if len(left.strip(_JUNK)) > _LEAST else []
    if len(right.strip(_JUNK)) > _LEAST:
        content.append((aside[1] + len(right) - len(right.lstrip(_JUNK)), sent.end_char))
    return tuple(content)


def according(token: Token, sent: Span, speakers: Speakers) -> Saying | None:
    """As in "according to X", "by X's count": what is said is the rest of the sentence."""
    inner = next((c for c in token.subtree if c.dep_ in ("pobj", "dobj") and c.i > token.i), None)
    cited = token.lower_ in ("citing", "quoting")
    speaker = speakers.of(inner, strange=not cited) if inner is not None else None
    if inner is None or speaker is None:
        return None
    source = source_words(inner, token)
    content = _rest(token, sent, max(speaker.end, np(inner).end_char), source[1])
    if not content:
        return None
    last = token.nbor(1) if token.lower_ == "according" else token
    return Saying(
        source,
        (token.idx, last.idx + len(last)),
        content,
        speaker.name,
        speaker.kind,
        "asserted",
        "told",
        cited=cited,
    )


def _rest(token: Token, sent: Span, tail: int, far: int) -> tuple[Stretch, ...]:
    """The sentence without "according to X". tail: where the name ends; far: where its phrase."""
    base = sent.start_char
    left = text_of(sent)[: token.idx - base]
    content: list[Stretch] = []
    if len(left.strip(_JUNK)) > 3:
        content.append((base, base + len(left.rstrip(" ,;"))))
        tail = max(tail, far)
    # Behind "according to Ann Lee, mayor of X" stands who she is, not what she says.
    right = text_of(sent)[tail - base :]
    aside = bool(content) and not any(t.pos_ in ("VERB", "AUX") for t in sent if t.idx > tail)
    aside = aside and right.startswith(",") and not _GOES_ON.match(right)
    if len(right.strip(_JUNK)) > 3 and not aside:
        content.append((tail + len(right) - len(right.lstrip(" ,;")), sent.end_char))
    return tuple(content)
