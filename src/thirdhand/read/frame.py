"""What is done by or to a counted thing: the verbs and nouns that govern it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from thirdhand.read.span import lowers

Role = Literal["subj", "obj", "other"]


@dataclass(frozen=True, slots=True)
class Governor:
    """A verb or noun above the counted, and the counted's role under it. near: steps climbed."""

    token: Token
    role: Role
    near: int


def _raised(verb: Token, role: Role, near: int) -> Iterator[Governor]:
    """As in "are said to be held", "are expected to leave": the verb below tells what happens."""
    if role == "other" or verb.pos_ not in ("VERB", "AUX"):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if role == "obj" and not passive:
        return
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ in ("VERB", "AUX"):
            below = any(c.dep_ == "auxpass" for c in child.children)
            yield Governor(child, "obj" if below else "subj", near)
            yield from _raised(child, "subj", near + 1)


_SUBJ = {"nsubj", "csubj"}
_OBJ = {"dobj", "obj", "nsubjpass", "attr", "oprd", "dative"}


def governors(token: Token) -> Iterator[Governor]:
    """The words above `token`, nearest first: its own participle, then verbs up to the root."""
    for child in token.children:
        if child.dep_ in ("acl", "relcl") and child.pos_ in ("VERB", "AUX"):
            yield Governor(child, _clause_role(child), 0)
    node, near = token, 1
    while node.head != node and near < 9:
        role = _role(node)
        node = node.head
        yield from _raised(node, role, near)
        if node.pos_ in ("VERB", "AUX", "NOUN", "PROPN"):
            yield Governor(node, role, near)
        near += 1


def _clause_role(verb: Token) -> Role:
    """The role a noun has in its own relative clause: "121 people arrested", "people who fled"."""
    if verb.dep_ == "acl":
        return "subj" if verb.tag_ == "VBG" else "obj"
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    own = subject is not None and subject.tag_ in ("WDT", "WP")
    return "obj" if passive or not own else "subj"


_LONG = 40  # a longer list has no verb that tells of each


def _role(node: Token) -> Role:
    first = node
    for _ in range(_LONG):
        if first.dep_ not in ("conj", "appos") or first.head == first:
            break
        first = first.head
    if first.dep_ in _SUBJ:
        return "subj"
    if first.dep_ in _OBJ:
        return "obj"
    return "other"


def planned(verb: Token) -> bool:
    """True where the verb tells of what has not happened: "will bring", "are to come"."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass", "acomp")}
    before = verb.doc[max(0, verb.i - 4) : verb.i].text
    if _AHEAD.search(before):
        return True
    if possible(verb):
        return False
    if words & {"will", "would", "shall", "should", "may", "might", "could", "must"}:
        return True
    if verb.dep_ == "xcomp" and "to" in words:
        head = verb.head
        return head.lemma_.lower() in _PLANS or (head.lemma_ == "be" and head.pos_ == "AUX")
    if verb.dep_ in ("advcl", "acl", "pcomp", "xcomp") and verb.head.lower_ in _PLANS | {"about"}:
        return True
    return verb.lemma_.lower() in _PLANS


def possible(verb: Token) -> bool:
    """True where it may be so already: "may have died", "could have been taken"."""
    words = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return "have" in words and bool(words & {"may", "might", "could"})


_AHEAD = re.compile(
    r"\b(?:ready|about|efforts?|trying|attempts?|preparing|bid|due|set|need|hopes?) to(?: be)?$",
    re.IGNORECASE,
)
_PLANS = frozenset(
    "plan expect intend due schedule prepare order threaten hope aim set about"
    " ready want ask".split()
)


_FAR = 60


def clause(token: Token, sent: Span) -> Span:
    """The clause around `token`: up to the nearest stop, semicolon or conjoined full clause.

    No further than _FAR tokens either way: a table read as one sentence has no clauses.
    """
    doc, first, last, words = token.doc, token.i, token.i, lowers(token.doc)
    while first > max(sent.start, token.i - _FAR) and not _breaks(doc, first - 1, words[first - 1]):
        first -= 1
    while last + 1 < min(sent.end, token.i + _FAR) and not _breaks(doc, last + 1, words[last + 1]):
        last += 1
    return doc[first : last + 1]


def _breaks(doc: Doc, index: int, word: str) -> bool:
    if word in (";", ":", "•", "\u2013", "\u2014"):
        return True
    if word not in ("and", "but", "while", "whereas"):
        return False
    token = doc[index]
    if token.dep_ in ("cc", "mark"):
        conjunct = next(
            (c for c in token.head.children if c.dep_ == "conj" and c.i > token.i), None
        )
        return (
            conjunct is not None
            and conjunct.pos_ in ("VERB", "AUX")
            and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in conjunct.children)
        )
    return False
