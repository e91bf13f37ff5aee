"""The words of a name: noun phrases, owners, short forms."""

import re

from spacy.tokens import Span, Token

from thirdhand.read import lexicon

_BEFORE = frozenset("det compound amod nmod poss nummod advmod quantmod case".split())
_WITH = frozenset("of for in from at with to".split())
_OUTSIDE = frozenset("relcl acl appos punct conj cc".split())
_LEAD = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|local|so-called|earlier|later|also|meanwhile|just|only|even"
    r"|(?:this|last|next) (?:week|month|year))\s+"
    r"|[A-Z]\w*(?:\.\w\.)?-(?:based|backed|led|run)\s+)+",
    re.IGNORECASE,
)
_OWNED_BY = frozenset(("by", "from", "of", *lexicon.cue_set("brought_out")))


def bare(words: str) -> str:
    """A speaker's words without article, cut at a line's worth."""
    return re.sub(r"\s+", " ", _LEAD.sub("", words)).strip(" ,;:\"“”'’")[:120]


def np(head: Token) -> Span:
    """The noun phrase of `head` without relative clauses and apposition; "of" phrases stay."""
    first, last = _named_entity(head) or (head.i, head.i)
    for child in head.children:
        if child.i < head.i and child.dep_ in _BEFORE:
            first = min(first, child.left_edge.i)
        elif child.i > head.i and (
            child.dep_ in ("flat", "compound")
            or (child.dep_ == "prep" and (child.text[0].isupper() or child.lower_ in _WITH))
        ):
            last = max(last, child.right_edge.i)
    first = _behind_preposition(head, first)
    for child in head.children:
        if child.dep_ in _OUTSIDE and head.i < child.left_edge.i <= last:
            last = child.left_edge.i - 1
    if (joined := _joined(head)) is not None:
        last = np(joined).end - 1
    return _trimmed(head.doc[first : _bracket(head, max(first, last)) + 1])


_TIMES = frozenset("morning afternoon evening night day week month year weekend".split())


def _behind_preposition(head: Token, first: int) -> int:
    """Where the speaker of "after the death MSF decided", "on a recent morning guards said" begins.

    No subject has a preposition before it: what it governs ends before the subject's own words.
    """
    doc = head.doc
    if head.dep_ != "nsubj" or first == 0 or doc[first - 1].pos_ not in ("ADP", "SCONJ"):
        return first
    for index in range(head.i - 1, first, -1):
        token = doc[index]
        named = (
            (head.pos_ == "PROPN" or head.text.isupper())
            and token.pos_ == "NOUN"
            and token.i == head.i - 1
        )
        if token.lower_ in _TIMES or (named and doc[first].pos_ == "DET" and token.is_lower):
            return index + 1
    return first


def _joined(head: Token) -> Token | None:
    """The second half of "Search & Rescue Centre"."""
    if head.i + 1 >= len(head.doc) or head.nbor(1).text != "&":
        return None
    return next((c for c in head.children if c.dep_ == "conj" and c.pos_ == "PROPN"), None)


def _bracket(head: Token, last: int) -> int:
    """The index of the bracket that closes a short form right behind: "X (SOHR)"."""
    doc = head.doc
    if last + 1 < len(doc) and doc[last + 1].text == ")" and doc[last - 1].text == "(":
        return last + 1
    if last + 2 < len(doc) and doc[last + 1].text == "(":
        stop = min(last + 6, len(doc))
        return next((i for i in range(last + 2, stop) if doc[i].text == ")"), last)
    return last


def _trimmed(span: Span) -> Span:
    while len(span) > 1 and span[-1].text in (",", "-", "–", "—", '"', "”", "'s", "’s"):
        span = span[:-1]
    return span


def _named_entity(head: Token) -> tuple[int, int] | None:
    """First and last token of the organisation or person whose name `head` is part of."""
    if head.ent_type_ not in ("ORG", "PERSON"):
        return None
    first = last = head.i
    doc = head.doc
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    while doc[last].text in ("'s", "’s", ",", ".") and last > head.i:
        last -= 1
    return first, last


def owner(head: Token) -> Token | None:
    """Whose report, data or count: "a Red Cross report", "a statement by the police"."""
    for child in sorted(head.children, key=lambda c: c.lower_ != "by"):
        if child.lower_ == "whose" and child.dep_ == "poss":
            return next((t.head for t in head.ancestors if t.dep_ == "relcl"), None)
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            return child
        if child.dep_ in ("prep", "acl") and child.lower_ in _OWNED_BY:
            inner = next((g for g in child.subtree if _owns(g)), None)
            if inner is not None:
                return inner
    if (sender := _sender(head)) is not None:
        return sender
    before = head.nbor(-1) if head.i > 0 else head
    if before != head and before.ent_type_ == "ORG" and before.pos_ in ("PROPN", "NOUN"):
        return before
    proper = [
        c
        for c in head.children
        if c.dep_ in ("compound", "nmod", "amod") and (c.pos_ == "PROPN" or c.ent_type_ == "ORG")
    ]
    return proper[-1] if proper else None


def _sender(head: Token) -> Token | None:
    """Who brings it out: "the police issued a statement saying"."""
    if head.dep_ != "dobj" or head.head.lemma_ not in lexicon.cue_set("brings_out"):
        return None
    agent = next((c for c in head.head.children if c.dep_ == "agent"), None)
    if agent is not None:  # "read a statement by the police": the parser hangs them on the verb
        return next((c for c in agent.children if c.dep_ == "pobj"), None)
    subjects = (c for c in head.head.children if c.dep_ == "nsubj")
    return next((c for c in subjects if c.pos_ in ("PROPN", "NOUN")), None)


def _owns(token: Token) -> bool:
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("by", "from", "of")
        and token.ent_type_ not in ("DATE", "TIME", "GPE")
        and (token.pos_ == "PROPN" or token.lemma_.lower() in lexicon.cue_set("bodies"))
    )


def theirs(head: Token) -> bool:
    """True for "their statement", "its count": the document of whoever spoke last."""
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children)


def _of(token: Token, head: Token) -> bool:
    """True inside an "of" phrase of `head`: the Ministry of Water."""
    links = (c for c in head.children if c.dep_ == "prep" and c.lower_ in ("of", "for"))
    return any(c.left_edge.i <= token.i <= c.right_edge.i for c in links)


def proper(head: Token) -> bool:
    """True where the phrase of `head` names a body or a person.

    A place behind it names nobody: "officials at the Dunmore camp" are unnamed.
    """
    words = [
        t
        for t in np(head)
        if t.text[0].isupper() and not t.is_sent_start and (t.i <= head.i or _of(t, head))
    ]
    named = any(t.pos_ == "PROPN" and t.ent_type_ not in ("NORP", "GPE", "DATE") for t in words)
    return named or (head.pos_ == "PROPN" and head.text[0].isupper())


def titled(head: Token) -> str | None:
    """A person told with an office, as "Ann Lee (mayor of Tarnholt)"; None for anybody else."""
    words = np(head)
    if head.ent_type_ == "PERSON":
        first, _ = _named_entity(head) or (words.start, 0)
        office = words[: first - words.start] if first > words.start else None
        if office is None or not any(_role(t) for t in office):
            return None
        return f"{bare(head.doc[first : words.end].text)} ({bare(office.text)})"
    named = next((c for c in head.children if c.dep_ == "appos" and _person(c, head)), None)
    if named is None and words.end < len(head.doc):
        # "its headmaster Luc Abren said": the parser gives the verb two subjects.
        beside = (c for c in head.head.children if c.dep_ == head.dep_ and c.i > head.i)
        named = next((c for c in beside if c.left_edge.i == words.end and c.pos_ == "PROPN"), None)
    if named is None or not (_role(head) or head.pos_ == "PROPN"):
        return None
    return f"{np(named).text} ({bare(words.text)})"


def called(head: Token) -> str | None:
    """The name that stands right behind what it is: "the monitor Lantern Watch"."""
    if head.pos_ != "NOUN" or head.lemma_.lower() not in lexicon.cue_set("bodies"):
        return None
    beside = (c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    named = next((c for c in beside if c.left_edge.i == head.i + 1), None)
    return bare(np(named).text) if named is not None else None


def _person(token: Token, head: Token) -> bool:
    """True for a name set beside an office: a person by the parser, or one that follows at once."""
    if token.pos_ != "PROPN":
        return False
    return token.ent_type_ == "PERSON" or (_role(head) and token.left_edge.i == head.i + 1)


def _role(token: Token) -> bool:
    """True for a word that is somebody's office: "spokeswoman", "headmaster"."""
    return token.pos_ == "NOUN" and token.lemma_.lower() not in lexicon.cue_set("bodies")
