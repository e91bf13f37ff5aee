"""A saying at the end of a sentence, told by its commas where the parse does not show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.saying import Stretch
from thirdhand.read.span import text_of

_LONGEST = 40  # tokens of a speaker's phrase
_AFTER = 10  # tokens behind the verb: when and where it was said
_FEWEST = 3  # tokens that say something
_PRONOUNS = frozenset("he she it they".split())
_STOPS = frozenset(",;:—–.")
_FINITE = ("VBD", "VBZ", "VBP", "VBN")


@dataclass(frozen=True, slots=True)
class Tail:
    """As in "Five died, a monitor, the Lantern (LT), reported": who, and the words around."""

    head: Token
    content: tuple[Stretch, ...]


def tail_of(verb: Token, sent: Span) -> Tail | None:
    """The speaker and the words around "..., X reported on Sunday, ..."; None for no such words."""
    if verb.lemma_.lower() not in lexicon.cue_set("tails") or verb.tag_ not in _FINITE:
        return None
    if inverted := _inverted(verb, sent):
        return inverted
    doc, near = sent.doc, min(sent.end, verb.i + _AFTER + 2)
    stop = next((t.i for t in doc[verb.i + 1 : near] if t.text in _STOPS), near)
    after = doc[verb.i + 1 : stop]
    if len(after) > _AFTER or any(_tells(t) for t in after):
        return None
    parts = list(_parts(verb, sent))
    if not parts:
        return None
    rest = _rest(doc[stop : sent.end]) if stop < sent.end else None
    before = parts[-1].start - 1 - sent.start
    if before < _FEWEST and rest is None:
        return None
    named = next((p for p in parts if p.root.pos_ == "PROPN"), parts[0])
    first = (sent.start_char, doc[parts[-1].start - 1].idx)
    return Tail(named.root, (first, rest) if rest else (first,))


def set_before(verb: Token, sent: Span) -> Token | None:
    """Who stands between commas right before a verb that has no subject by the parse."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.lemma_.lower() not in lexicon.cue_set(
        "tails"
    ):
        return None
    parts = list(_parts(verb, sent))
    people = lexicon.cue_set("unnamed") | lexicon.cue_set("bodies")
    named = next((p for p in parts if p.root.pos_ == "PROPN"), None)
    named = named or next((p for p in parts if p.root.lemma_.lower() in people), None)
    return named.root if named is not None else None


def _tells(token: Token) -> bool:
    """True for a word by which the verb has more behind it than when, where and to whom."""
    if token.pos_ in ("VERB", "AUX"):
        return token.tag_ not in ("VBN", "VBG") or token.dep_ not in ("acl", "amod", "compound")
    return token.pos_ == "NUM" and token.ent_type_ not in ("DATE", "TIME")


def _rest(words: Span) -> Stretch | None:
    """What goes on behind "X said,": up to the end, but for what has a cue of its own."""
    inside = [t for t in words[:3] if not t.is_punct and not t.is_space]
    if words[0].text not in (",", ";") or len(words) <= _FEWEST or not inside:
        return None
    opens = inside[0]
    if opens.lower_ == "but" or (opens.tag_ == "VBG" and opens.lemma_ in lexicon.cue_verbs()):
        return None
    return opens.idx, words.start_char + len(text_of(words).rstrip())


def _inverted(verb: Token, sent: Span) -> Tail | None:
    """As in "Five died, reported the Lantern; it said": the speaker stands behind the verb."""
    doc = sent.doc
    if verb.i - sent.start <= _FEWEST or doc[verb.i - 1].text not in (",", '"', "”"):
        return None
    if verb.lemma_ == "tell":
        return None  # who stands behind "told" has listened
    stop = verb.i + 1
    while stop < min(sent.end, verb.i + _LONGEST) and doc[stop].text not in ".,;:":
        stop += 1
    part = doc[verb.i + 1 : stop]
    if not _phrase(part):
        return None
    if verb.lemma_ == "read" and part.root.lemma_.lower() not in lexicon.cue_set("documents"):
        return None
    return Tail(part.root, ((sent.start_char, doc[verb.i - 1].idx),))


def _parts(verb: Token, sent: Span) -> Iterator[Span]:
    """The noun phrases between commas right before the verb, the nearest first."""
    doc, stop = sent.doc, verb.i
    while stop > sent.start and doc[stop - 1].pos_ in ("ADV", "AUX"):
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
    if len(part) == 1 and (part[0].lower_ in _PRONOUNS or part.text.isupper()):
        return True
    opens = part[0].pos_ in ("DET", "PROPN", "NOUN", "ADJ") or part[0].tag_ == "PRP$"
    return opens and any(t.pos_ in ("NOUN", "PROPN") for t in part)
