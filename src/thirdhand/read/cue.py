"""Cues: the words that say that somebody says something, and what hangs on each."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from thirdhand.model.claim import Stance
from thirdhand.read import lexicon
from thirdhand.read.according import according, counted_by
from thirdhand.read.content import Said, content_of
from thirdhand.read.quote import Quote
from thirdhand.read.saying import Saying
from thirdhand.read.span import lemmas, lowers
from thirdhand.read.speaker import Speakers
from thirdhand.read.stretch import cue_words, source_words
from thirdhand.read.tags import next_word
from thirdhand.read.tail import set_before, tail_of
from thirdhand.read.via import heard_by

_LINKS = frozenset("according citing quoting by per".split())
_ADDED = 12  # tokens between "said" and "adding"
_SHORT = 40  # characters of a quote that is a word or a name


def cues(sent: Span) -> Iterator[Token]:
    """The cue words of a sentence, left to right."""
    words, lemma, verbs = lowers(sent.doc), lemmas(sent.doc), lexicon.cue_verbs()
    for index in range(sent.start, sent.end):
        if lemma[index] not in verbs and words[index] not in _LINKS:
            continue
        token = sent.doc[index]
        if (
            (token.lower_ == "according" and next_word(token) == "to")
            or _citing(token)
            or counted_by(token)
            or (
                (token.pos_ in ("VERB", "AUX") or _misread(token))
                and lemma[index] in verbs
                and token.dep_ not in ("amod", "compound", "aux")
                and not _unsaid(token)
            )
        ):
            yield token


def _citing(token: Token) -> bool:
    """True for "citing the police", "quoting a medic", but not for "quoting him as saying"."""
    if token.lower_ == "citing":
        return True
    return token.lower_ == "quoting" and not any(c.lower_ == "as" for c in token.children)


def _misread(token: Token) -> bool:
    """True for a verb that the parser took for a noun: only a verb has a clause under it."""
    return (
        token.dep_ == "ROOT"
        and token.pos_ in ("NOUN", "PROPN", "ADJ")
        and {"nsubj", "ccomp"} <= {c.dep_ for c in token.children}
    )


def _unsaid(verb: Token) -> bool:
    """True for "would say", "if he says", "wrong to say": nobody is told to have said it."""
    below = {(c.dep_, c.tag_) for c in verb.children}
    # "could not confirm" is said, "could confirm" is not; "will" and "would" promise.
    told = any(c.dep_ == "neg" or c.lower_ in ("will", "would") for c in verb.children)
    if ("aux", "MD") in below and not told:
        return True
    if any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children):
        return True
    bare = verb.tag_ == "VB" and not any(dep == "nsubj" for dep, _ in below)
    if bare and verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "lack":
        return True  # "lacks the means to monitor"
    return bare and verb.dep_ in ("acl", "relcl", "pcomp", "advcl", "csubj")


def said_at(cue: Token, sent: Span, speakers: Speakers, spoken: list[Quote]) -> Saying | None:
    """The attribution that hangs on `cue`; None where nobody says anything by it."""
    if cue.lower_ in _LINKS and (cue.lower_ != "quoting" or _citing(cue)):
        return according(cue, sent, speakers)
    said = content_of(cue, sent, spoken)
    if said is not None and _ahead(said, cue) and not _ends(said, spoken):
        tail = tail_of(cue, sent)
        said = replace(said, parts=(*said.parts, *tail.content[1:])) if tail else said
    tail = tail_of(cue, sent) if said is None or _partial(said, sent, spoken) else None
    if tail is not None:
        return _told(cue, sent, speakers, tail.head, Said(tail.content, spoken=True))
    if said is not None and _quoted(cue, spoken):
        said = replace(said, spoken=False) if said.spoken and not _pronoun(cue) else None
    if said is None:
        return None
    return _verb(cue, sent, speakers, said)


def _ahead(said: Said, cue: Token) -> bool:
    """True where all that was found stands before the cue."""
    return all(end <= cue.idx for _, end in said.parts)


def _ends(said: Said, spoken: list[Quote]) -> bool:
    """True where a quote ends with what was said."""
    end = max(b for _, b in said.parts)
    return any(q.start < end and end - 2 <= q.end <= end + 2 for q in spoken)


def _partial(said: Said, sent: Span, spoken: list[Quote]) -> bool:
    """True where all that was found is a word in quotation marks inside of what is said."""
    whole = {(q.start, q.end) for q in spoken if q.start > sent.start_char + 1}
    return set(said.parts) <= whole and sum(b - a for a, b in said.parts) < _SHORT


def _quoted(cue: Token, spoken: list[Quote]) -> bool:
    """True inside a quote, where who supports or refuses what is not told by the account."""
    return any(q.start < cue.idx < q.end for q in spoken)


def _pronoun(cue: Token) -> bool:
    return any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in cue.children)


def _verb(verb: Token, sent: Span, speakers: Speakers, said: Said) -> Saying | None:
    lemma = verb.lemma_.lower()
    stance, basis = lexicon.cue_verbs()[lemma]
    cue = cue_words(verb, said.through)
    head = _read_out(verb) or _subject(verb)
    if head is not None and (near := _set_apart(verb, head, sent)) is not None:
        head = near
    if head is None and said.spoken:
        head = set_before(verb, sent)
    if head is None:
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
        if not passive or lemma in lexicon.cue_set("clause_only"):
            return None
        told: Stance = "alleged" if stance == "asserted" else stance
        return Saying(None, cue, said.parts, None, "unnamed", told, basis)
    return _told(verb, sent, speakers, head, said)


def _set_apart(verb: Token, head: Token, sent: Span) -> Token | None:
    """The speaker of "a convoy left, the tenth such group, an official told the Post".

    An apposition has a comma behind it too: "the group, a charity, said".
    """
    if head.dep_ != "nsubj" or head.i > verb.i or verb.i == sent.start:
        return None
    near = set_before(verb, sent) if verb.nbor(-1).text != "," else None
    if near is None or near.left_edge.i <= head.i:
        return None
    return near if near.left_edge.lower_ in ("a", "an") else None


def _told(verb: Token, sent: Span, speakers: Speakers, head: Token, said: Said) -> Saying | None:
    """What the speaker whose head is `head` says by `verb`."""
    lemma = verb.lemma_.lower()
    stance, basis = lexicon.cue_verbs()[lemma]
    cue = cue_words(verb, said.through)
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


def _before(verb: Token) -> Token | None:
    """The verb that says, in ", the police said on Monday, adding": both have one speaker."""
    doc, first = verb.doc, verb.sent.start
    if verb.tag_ != "VBG" or verb.dep_ == "pcomp" or verb.i <= first or doc[verb.i - 1].text != ",":
        return None
    for index in range(verb.i - 2, max(first, verb.i - _ADDED), -1):
        if doc[index].tag_ in ("VBD", "VBZ", "VBP", "VBN"):
            says = doc[index].lemma_.lower() in lexicon.cue_set("tails")
            return doc[index] if says else None
    return None


def _read_out(verb: Token) -> Token | None:
    """The statement of "five died, read a statement by the police"."""
    if verb.lemma_ != "read":
        return None
    behind = (c for c in verb.children if c.dep_ in ("dobj", "nsubj") and c.i > verb.i)
    return next((c for c in behind if c.lemma_.lower() in lexicon.cue_set("documents")), None)


def _active(verb: Token) -> Token | None:
    """The subject; of two, the one at the verb: "they hailed victory and Ann Lee insisted"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    first = next(iter(subjects), None)
    before = [c for c in subjects if c.i < verb.i]
    if first is None or len(before) < 2:
        return first
    # "Its headmaster Ann Lee said" is one.
    between = first.doc[first.i : before[-1].left_edge.i]
    return before[-1] if any(t.dep_ == "cc" or t.text in "’'" for t in between) else first


def _subject(verb: Token) -> Token | None:
    """The speaker's head: the subject, the agent of a passive, or that of the verb before."""
    node: Token = _before(verb) or verb
    for _ in range(4):
        active = _active(node)
        by = next((c for c in node.children if c.dep_ == "agent"), None)
        passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in node.children)
        if by is not None and (passive or active is None):
            return next((c for c in by.children if c.dep_ == "pobj"), None)
        if active is not None:
            return active
        if any(c.dep_ == "nsubjpass" for c in node.children):
            return None
        # "Lantern estimates that": the parser took the name for a part of the verb.
        joined = next((c for c in node.children if c.dep_ == "compound" and c.i < node.i), None)
        if joined is not None and joined.pos_ == "PROPN":
            return joined
        if node.dep_ == "acl" and node.tag_ in ("VBG", "VBN"):
            return node.head if node.tag_ == "VBG" else None
        if node.dep_ == "pcomp" and node.head.lower_ == "as":  # "was quoted as saying"
            quoted = node.head.head.children
            return next((c for c in quoted if c.dep_ in ("nsubjpass", "dobj")), None)
        if node.dep_ not in ("conj", "advcl", "xcomp") or node.head == node:
            return None
        node = node.head
    return None
