"""The words of a cue and of a source, as they stand around their heads."""

from spacy.tokens import Token

from thirdhand.read.saying import Stretch

_WITH_CUE = frozenset("aux auxpass neg advmod".split())
_LEADS_CLAUSE = frozenset("when where why how while then now so".split())


def cue_words(verb: Token, last: Token | None = None) -> Stretch:
    """From its auxiliaries, "not" and adverbs right before the verb to its particle.

    last: the preposition through which it governs what is said ("pointed to").
    """
    first = verb
    while first.i > 0 and _belongs(first.nbor(-1), verb):
        first = first.nbor(-1)
    above = verb.head
    if verb.dep_ == "xcomp" and above.i < first.i and _only_between(above, first):
        return cue_words(above)[0], verb.idx + len(verb)
    end = verb.nbor(1) if _particle(verb) else verb
    if last is not None and last.i <= end.i + 2:
        end = max(end, last, key=lambda t: t.i)
    return first.idx, end.idx + len(end)


def _belongs(token: Token, verb: Token) -> bool:
    return (
        token.head == verb
        and token.dep_ in _WITH_CUE
        and token.lower_ not in _LEADS_CLAUSE
        and token.text != ","
    )


def _only_between(above: Token, first: Token) -> bool:
    """True for "refused to say": nothing but "to" stands between the two verbs."""
    between = above.doc[above.i + 1 : first.i]
    return all(t.lower_ == "to" for t in between)


def _particle(verb: Token) -> bool:
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    return after is not None and after.head == verb and after.dep_ == "prt"


def source_words(head: Token, verb: Token) -> Stretch:
    """The whole phrase of a speaker: with apposition, office and relative clause."""
    first, last = head.left_edge.i, head.right_edge.i
    if first < verb.i < last:  # the cue stands in the speaker's own clause: "officials who said"
        first, last = (first, verb.i - 1) if head.i < verb.i else (verb.i + 1, last)
    doc = head.doc
    first, last = max(first, head.sent.start), min(last, head.sent.end - 1)
    while last > head.i and _loose(doc[last]):
        last -= 1
    while first < head.i and _loose(doc[first]):
        first += 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _loose(token: Token) -> bool:
    """Signs and joining words that stand at the edge of a phrase, not in it."""
    bracket = token.text in (")", "(")
    return token.is_space or (token.is_punct and not bracket) or token.dep_ == "cc"
