"""A saying at the end of a sentence, told by its commas where the parse does not show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.saying import Stretch

_LONGEST = 40  # tokens of a speaker's phrase
_AFTER = 10  # tokens behind the verb: when and where it was said
_FEWEST = 4  # tokens that say something
_FINITE = ("VBD", "VBZ", "VBP", "VBN")


@dataclass(frozen=True, slots=True)
class Tail:
    """As in "Five died, a monitor, the Lantern (LT), reported": who, and the words before."""

    head: Token
    content: Stretch


def tail_of(verb: Token, sent: Span) -> Tail | None:
    """The speaker and the words before "..., X reported on Sunday"; None for no such end."""
    if verb.lemma_.lower() not in lexicon.cue_set("tails") or verb.tag_ not in _FINITE:
        return None
    if inverted := _inverted(verb, sent):
        return inverted
    near = min(sent.end, verb.i + _AFTER + 2)  # a sentence of a book's length is no longer to read
    stop = next((t.i for t in sent.doc[verb.i + 1 : near] if t.text == ";"), near)
    after = sent.doc[verb.i + 1 : stop]
    if len(after) > _AFTER or any(t.pos_ in ("VERB", "AUX") for t in after):
        return None
    parts = list(_parts(verb, sent))
    if not parts or parts[-1].start - sent.start <= _FEWEST:
        return None
    named = next((p for p in parts if p.root.pos_ == "PROPN"), parts[0])
    return Tail(named.root, (sent.start_char, sent.doc[parts[-1].start - 1].idx))


def _inverted(verb: Token, sent: Span) -> Tail | None:
    """As in "Five died, reported the Lantern; it said": the speaker stands behind the verb."""
    doc = sent.doc
    if verb.i - sent.start <= _FEWEST or doc[verb.i - 1].text not in (",", '"', "”"):
        return None
    stop = verb.i + 1
    while stop < min(sent.end, verb.i + _LONGEST) and doc[stop].text not in ".,;:":
        stop += 1
    part = doc[verb.i + 1 : stop]
    if not _phrase(part):
        return None
    return Tail(part.root, (sent.start_char, doc[verb.i - 1].idx))


def _parts(verb: Token, sent: Span) -> Iterator[Span]:
    """The noun phrases between commas right before the verb, the nearest first."""
    doc, stop = sent.doc, verb.i
    while stop > sent.start and doc[stop - 1].pos_ == "ADV":
        stop -= 1
    if doc[stop - 1].text == ",":
        stop -= 1
    first = stop
    while first > max(sent.start, verb.i - _LONGEST):
        first -= 1
        if doc[first].text != ",":
            continue
        part = doc[first + 1 : stop]
        if not _phrase(part):
            return
        yield part
        stop = first


def _phrase(part: Span) -> bool:
    """True for a phrase that may name somebody: it opens like one and holds no verb."""
    if not len(part) or any(
        t.pos_ in ("VERB", "AUX", "SCONJ") and t.dep_ not in ("amod", "compound") for t in part
    ):
        return False
    opens = part[0].pos_ in ("DET", "PROPN", "NOUN", "ADJ") or part[0].tag_ == "PRP$"
    return opens and any(t.pos_ in ("NOUN", "PROPN") for t in part)
