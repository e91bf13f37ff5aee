"""What is said: the words under a cue."""

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.quote import Quote
from thirdhand.read.saying import Stretch

_BELOW = frozenset("dobj prep attr oprd advcl dative npadvmod".split())


def content_of(verb: Token, sent: Span, spoken: list[Quote]) -> tuple[Stretch, ...]:
    """The clause under the cue, the quotes of its sentence, or its own object; () for nothing."""
    lemma = verb.lemma_.lower()
    quoted = [q for q in spoken if q.start < sent.end_char and sent.start_char < q.end]
    clause = _clause(verb)
    if clause is not None:
        return (_with_quotes(_reach(clause, verb, sent), verb, quoted),)
    outside = [q for q in quoted if not q.start <= verb.idx < q.end and q.end - q.start > 8]
    if outside and lemma not in ("call", "see", "describe"):
        return tuple((q.start, q.end) for q in outside)
    return _object(verb, sent) if lemma in lexicon.cue_set("tells_counts") else ()


def _clause(verb: Token) -> Token | None:
    """The head of the clause that the cue governs."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "parataxis"):
            return child
    promises = verb.lemma_.lower() in lexicon.cue_set("promises")
    return next(
        (
            c
            for c in verb.children
            if promises and c.dep_ in ("xcomp", "advcl") and c.i > verb.i and c.pos_ == "VERB"
        ),
        None,
    )


def _with_quotes(said: Stretch, verb: Token, quoted: list[Quote]) -> Stretch:
    """The clause with the quotation marks around it, where the cue stands outside of them."""
    start, end = said
    for quote in quoted:
        if quote.start < verb.idx < quote.end:
            continue
        shared = min(end, quote.end) - max(start, quote.start)
        if shared > 0 and (quote.end - quote.start > 12 or quote.start <= start):
            start, end = min(start, quote.start), max(end, quote.end)
    return start, end


def _reach(clause: Token, verb: Token, sent: Span) -> Stretch:
    """From the first to the last word of the clause; what trails behind it goes with it."""
    first, last = clause.left_edge, clause.right_edge
    if first.i < verb.i < last.i:  # the cue stands in the middle of what is said
        first, last = (first, verb.nbor(-1)) if clause.i < verb.i else (verb.nbor(1), last)
    start, end = first.idx, last.idx + len(last)
    return start, max(end, _next_clause(verb, sent)) if verb.i < first.i else end


def _next_clause(verb: Token, sent: Span) -> int:
    """Where what is said after `verb` ends: at the next clause that stands beside the verb."""
    for child in verb.children:
        beside = child.dep_ in ("conj", "parataxis") and child.pos_ in ("VERB", "AUX")
        if beside and child.i > verb.i:
            return child.left_edge.nbor(-1).idx if child.left_edge.i > verb.i else child.idx
    return sent.start_char + len(sent.text.rstrip())


def _object(verb: Token, sent: Span) -> tuple[Stretch, ...]:
    """The object of a verb that tells by itself: "recorded 23 attacks", "put the toll at 9"."""
    below = [c for c in verb.children if c.i > verb.i and c.dep_ in _BELOW]
    if not any(c.dep_ in ("dobj", "attr", "oprd", "prep") for c in below):
        return ()
    first = min(c.left_edge.i for c in below)
    last = max(c.right_edge.i for c in below)
    words = sent.doc[first : last + 1]
    if not any(t.like_num or t.pos_ == "NUM" for t in words):
        return ()
    return ((words.start_char, words.end_char),)
