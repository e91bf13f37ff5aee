"""Who does what in a parse: the subjects and objects of a verb, and the words it carries."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

_OBJECTS = frozenset(("dobj", "obj", "nsubjpass", "attr", "oprd", "dative"))
# What goes on where a clause ends.
_LOOSE = frozenset(("conj", "cc", "punct", "advcl", "parataxis", "ccomp", "mark", "dep", "relcl"))


def is_verb(token: Token) -> bool:
    """True for a verb, a participle that describes a noun too."""
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ != "amod" and not any(c.dep_ == "det" for c in token.children)
    return token.tag_ in ("VBD", "VBN") and token.dep_ in ("acl", "relcl", "conj", "ROOT")


def passive(verb: Token) -> bool:
    """True for "was shot", "shot dead" behind a noun, "being held"."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    if any(c.dep_ == "dobj" for c in verb.children):
        return False
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not _own(verb):
        return verb.head.pos_ == "VERB" and passive(verb.head)
    return verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN" and not _own(verb)


def _own(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]


def subjects(verb: Token) -> list[Token]:
    """Who the verb is said of, in the active or the passive; shared by verbs joined by "and"."""
    for _ in range(4):
        if own := _own(verb):
            who = own[0]
            return [verb.head] if who.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else own
        if verb.dep_ in ("acl", "relcl"):
            return [verb.head]
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp") or verb.head == verb:
            return []
        verb = verb.head
    return []


def agents(verb: Token) -> list[Token]:
    """Who does it: the subject of the active, what stands behind "by" in the passive."""
    if passive(verb):
        by = [c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ == "by"]
        return [p for c in by for p in c.children if p.dep_ == "pobj"]
    return subjects(verb)


def objects(verb: Token) -> list[Token]:
    """What it is done to, and what stands in the place of an object: "stop giving care"."""
    out = [_named(c, verb) for c in verb.children if c.dep_ in _OBJECTS]
    if passive(verb):
        out += [s for s in subjects(verb) if s not in out]
    elif not out and verb.dep_ == "relcl":
        out = [verb.head]
    below = [c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i]
    return out + [c for b in below for c in (b, *(g for g in b.children if g.dep_ in _OBJECTS))]


def _named(token: Token, verb: Token) -> Token:
    """What "whom" and "which" stand for."""
    relative = token.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
    return verb.head if relative else token


def led(verb: Token, words: frozenset[str]) -> list[Token]:
    """The nouns behind prepositions of the verb that are among `words`."""
    return [
        p
        for c in verb.children
        if c.dep_ in ("prep", "dative", "agent", "prt") and c.lower_ in words
        for p in c.children
        if p.dep_ == "pobj"
    ]


def phrase(noun: Token) -> Iterator[Token]:
    """The noun, what describes it, what is joined to it, and what stands behind its "of"."""
    if noun.pos_ in ("VERB", "AUX"):
        yield noun
        return
    for token in (noun, *(noun.conjuncts if noun.n_rights else ())):
        yield token
        for child in token.children:
            if child.dep_ in ("compound", "amod", "nmod", "poss", "nummod", "appos"):
                yield child
            elif child.dep_ == "prep" and child.lower_ in ("of", "on", "in", "to", "with", "from"):
                yield from (p for p in child.children if p.dep_ == "pobj")


def extent(token: Token, sent: Span) -> Span:
    """The clause of a verb without those joined to it or hanging on it; a noun's own phrase."""
    if not is_verb(token):
        head = token.head if token.dep_ == "compound" else token
        first, last = head.left_edge.i, head.right_edge.i
    else:
        parts = [c for c in token.children if c.dep_ not in _LOOSE]
        first = min([token.i, *(c.left_edge.i for c in parts)])
        last = max([token.i, *(c.right_edge.i for c in parts)])
        if token.dep_ in ("acl", "relcl") and token.head.i < token.i:
            first = token.head.left_edge.i
    first, last = max(first, sent.start, token.i - 60), min(last, sent.end - 1, token.i + 60)
    return token.doc[first : last + 1]


def name(token: Token | None) -> str | None:
    """The noun with the words before it that describe it; None for a pronoun."""
    if token is None or token.pos_ == "PRON":
        return None
    before = ("amod", "compound", "nummod", "det", "poss", "nmod")
    lefts = [c.left_edge.i for c in token.lefts if c.dep_ in before]
    return token.doc[min([token.i, *lefts]) : token.i + 1].text
