"""What is said: the words under a cue."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.according import as_told, beside
from thirdhand.read.quote import Quote
from thirdhand.read.saying import Stretch
from thirdhand.read.span import text_of

_NUMBERED = frozenset("dobj prep attr oprd advcl dative npadvmod".split())
_COMPLETED = frozenset("dobj oprd attr ccomp xcomp".split())
_COMPLETING = frozenset("as of for over on against to about".split())


@dataclass(frozen=True, slots=True)
class Said:
    """What a cue governs. spoken: a clause or a quote, so that whoever is its subject speaks.

    through: the preposition that leads to it ("pointed to"), None for a direct complement.
    """

    parts: tuple[Stretch, ...]
    spoken: bool
    through: Token | None = None


def content_of(verb: Token, sent: Span, spoken: list[Quote]) -> Said | None:
    """The clause under the cue, the quotes of its sentence, or its complement; None for nothing.

    Behind "X says:" the rest of the sentence is said too.
    """
    aside = as_told(verb)
    if aside is not None and (around := beside(aside, sent)):
        return Said(around, spoken=True)
    said = _governed(verb, sent, spoken)
    colon = next(
        (t for t in sent.doc[verb.i + 1 : min(sent.end, verb.i + 6)] if t.text == ":"), None
    )
    if colon is None or colon.i + 2 >= sent.end:
        return said
    parts = said.parts if said is not None else ()
    rest = (colon.nbor(1).idx, sent.end_char)
    if any(b > rest[0] for _, b in parts) or any(
        t.pos_ == "VERB" for t in sent.doc[verb.i + 1 : colon.i]
    ):
        return said
    return Said((*parts, rest), spoken=True)


def _governed(verb: Token, sent: Span, spoken: list[Quote]) -> Said | None:
    lemma = verb.lemma_.lower()
    quoted = [q for q in spoken if q.start < sent.end_char and sent.start_char < q.end]
    clause = _clause(verb)
    named = lemma in lexicon.cue_set("with_object")
    if clause is not None and lemma in lexicon.cue_set("tells_counts") and _reduced(clause):
        # "counts 226 seized and 25 freed": no clause, but what was counted, to the end.
        return Said(((clause.left_edge.idx, sent.end_char),), spoken=False)
    if clause is not None and not (named and _object_of(verb) is not None):
        return Said((_with_quotes(_reach(clause, verb, sent), verb, quoted),), spoken=True)
    below = _infinitive(verb, lemma) or (_complement(verb) if named else None)
    if below is not None:
        return Said((_with_quotes(below, verb, quoted),), spoken=False)
    through = _preposition(verb, lemma)
    if through is not None:
        inner = next((c for c in through.children if c.dep_ in ("pobj", "pcomp")), None)
        if inner is not None and inner.i > through.i:
            words = _with_quotes(_span(inner.left_edge, inner.right_edge), verb, quoted)
            return Said((words,), spoken=False, through=through)
    around = _around(verb, sent)
    if around is not None:
        return Said((_with_quotes(around, verb, quoted),), spoken=True)
    outside = [q for q in quoted if not q.start <= verb.idx < q.end and q.end - q.start > 8]
    if outside and lemma not in lexicon.cue_set("no_quote"):
        return Said(_joined(outside, verb), spoken=True)
    tells = lemma in lexicon.cue_set("tells_counts") or _of_numbers(verb)
    counted = _count(verb, sent) if tells else ()
    return Said(counted, spoken=False) if counted else None


def _clause(verb: Token) -> Token | None:
    """The clause that is said: one right behind the verb first, else one under "in a statement".

    What the parser hangs behind a comma ("nine died, data shows") is no clause of the verb before.
    """
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis")]
    clauses = [c for c in clauses if c.i < verb.i or c.left_edge.text != ","]
    behind = (c for c in clauses if c.left_edge.i == verb.i + 1)
    found = next(behind, None) or next(iter(clauses), None)
    return found if found is not None else _documented(verb)


def _documented(verb: Token) -> Token | None:
    """The clause of "said in a statement that nine died", which hangs on the statement."""
    documents = lexicon.cue_set("documents")
    links = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "on"))
    papers = (n for link in links for n in link.children if n.lemma_.lower() in documents)
    below = (c for n in papers for c in n.children if c.dep_ in ("acl", "relcl"))
    return next(
        (c for c in below if c.left_edge.lower_ == "that" and c.left_edge.dep_ == "mark"), None
    )


def _of_numbers(verb: Token) -> bool:
    """True for "data give the camp 900 people", "gave the toll as nine"."""
    words = lexicon.cue_set("numbers_of") | lexicon.cue_set("documents")
    if verb.lemma_ == "give" and any(c.lower_ in ("as", "at") for c in verb.children):
        return True
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in words for c in verb.children)


def _joined(quoted: Sequence[Quote], verb: Token) -> tuple[Stretch, ...]:
    """One stretch where the cue breaks a quote in two ("A," she said, "B"), else each quote."""
    if len(quoted) > 1 and quoted[0].end <= verb.idx < quoted[-1].start:
        return ((quoted[0].start, quoted[-1].end),)
    return tuple((q.start, q.end) for q in quoted)


def _span(first: Token, last: Token) -> Stretch:
    return first.idx, last.idx + len(last)


def _around(verb: Token, sent: Span) -> Stretch | None:
    """The sentence around "opponents say" that stands in it between commas, or at its end."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ != "DET"), None)
    if subject is None or verb.dep_ not in ("parataxis", "ccomp", "advcl") or verb.head == verb:
        return None
    # "In June, the guards said, eight fled": what opens the sentence is said too.
    first, last = subject.left_edge, verb.right_edge
    if last.i - first.i > 12 or any(c.dep_ == "mark" for c in verb.children):
        return None
    doc = verb.doc
    opens = first.i > sent.start and (first.text == "," or doc[first.i - 1].text == ",")
    after = doc[last.i + 1] if last.i + 1 < sent.end else None
    if not opens or (
        after is not None and "," not in (last.text, after.text) and after.i < sent.end - 1
    ):
        return None
    if last.i >= sent.end - 2:
        return (
            (sent.start_char, doc[first.i - 1].idx)
            if first.text != ","
            else (sent.start_char, first.idx)
        )
    return sent.start_char, sent.start_char + len(text_of(sent).rstrip())


def _object_of(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)


def _reduced(clause: Token) -> bool:
    """True for "226 people seized": a participle without its auxiliary."""
    helped = any(c.dep_ in ("aux", "auxpass", "mark") for c in clause.children)
    return clause.tag_ == "VBN" and not helped


def _infinitive(verb: Token, lemma: str) -> Stretch | None:
    """As in "threatened to release them"."""
    if lemma not in lexicon.cue_set("promises"):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    for child in verb.children:
        if child.dep_ in ("xcomp", "advcl") and child.i > verb.i and child.tag_ == "VB":
            # "is expected to speak": who is to speak is part of what is expected.
            return _span((subject or child).left_edge, child.right_edge)
    return None


def _complement(verb: Token) -> Stretch | None:
    """What is said of the object, with it: "called the raid a crime", "accused them of theft".

    Of "called it a crime" only "a crime": the pronoun says nothing alone.
    """
    parts = [
        c
        for c in verb.children
        if c.i > verb.i and (c.dep_ in _COMPLETED or (c.dep_ == "prep" and c.lower_ in _COMPLETING))
    ]
    if not any(c.dep_ in _COMPLETED for c in parts):
        return None
    said = [c for c in parts if c.pos_ != "PRON"]
    parts = said if any(c.dep_ == "oprd" for c in said) else parts
    first = min((c.left_edge for c in parts), key=lambda t: t.i)
    last = max((c.right_edge for c in parts), key=lambda t: t.i)
    return _span(first, last)


def _preposition(verb: Token, lemma: str) -> Token | None:
    """The preposition of "called for", "referred to"."""
    return next(
        (
            c
            for c in verb.children
            if c.dep_ == "prep"
            and c.i > verb.i
            and f"{lemma} {c.lower_}" in lexicon.cue_set("with_preposition")
            # "commented on Monday" tells when, not on what.
            and not any(g.ent_type_ in ("DATE", "TIME") for g in c.children)
        ),
        None,
    )


def _with_quotes(said: Stretch, verb: Token, quoted: Sequence[Quote]) -> Stretch:
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
    return sent.start_char + len(text_of(sent).rstrip())


def _count(verb: Token, sent: Span) -> tuple[Stretch, ...]:
    """The object of a verb that tells by itself: "recorded 23 attacks", "put the toll at 9"."""
    below = [c for c in verb.children if c.i > verb.i and c.dep_ in _NUMBERED]
    if not any(c.dep_ in ("dobj", "attr", "oprd", "prep") for c in below):
        return ()
    words = sent.doc[min(c.left_edge.i for c in below) : max(c.right_edge.i for c in below) + 1]
    if not any(t.like_num or t.pos_ == "NUM" for t in words):
        return ()
    return ((words.start_char, words.end_char),)
