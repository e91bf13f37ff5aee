"""The words of a speaker -> a name, a kind; pronouns and descriptions resolved in the account."""

import re
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from thirdhand.model.claim import SpeakerKind
from thirdhand.read import lexicon


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: words start..end of the text, the name they stand for, and what kind it is."""

    start: int
    end: int
    name: str
    kind: SpeakerKind
    head: str
    person: bool
    plural: bool = False


# "Syrian Observatory for Human Rights (SOHR)": the account goes on with the short form.
_SHORT = re.compile(
    r"(?P<long>.+?) \((?P<short>(?![A-Z]-[A-Z])[A-Z][A-Za-z.&-]*[A-Z][A-Za-z.-]*)\)"
)
_PRONOUNS = {"he", "she", "it", "they", "who", "which", "that", "i", "we"}
_ORGS = frozenset(
    "organization organisation charity agency group monitor ngo body observatory ministry administration coalition force forces command mission outlet newspaper network association committee center centre institute fund company military army government task".split()
)


@dataclass(slots=True)
class Speakers:
    """The speakers of one account, in the order they spoke."""

    heard: list[Speaker] = field(default_factory=list)
    documents: list[Speaker] = field(default_factory=list)
    shorts: dict[str, str] = field(default_factory=dict)

    def of(self, head: Token) -> Speaker | None:
        """The speaker that the noun phrase of `head` names; None where it resolves to nobody."""
        if head.lower_ in _PRONOUNS:
            return self._pronoun(head)
        speaker = self._named(head)
        if speaker is None:
            return None
        resolved = self._description(head, speaker)
        self._hear(resolved)
        return resolved

    def own(self, verb: Token) -> None:
        """ "X contends in the report": the report is X's."""
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        inside = [
            p
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ == "in"
            for p in c.children
            if p.dep_ == "pobj"
        ]
        for token in inside:
            lemma = token.lemma_.lower()
            if (
                subject is not None
                and subject.pos_ != "PRON"
                and lemma in lexicon.cue_set("documents")
                and _owner(token) is None
            ):
                words = np(token)
                name = f"{bare(np(subject).text)} {lemma}"
                self.documents.append(
                    Speaker(words.start_char, words.end_char, name, "document", lemma, False)
                )

    def note(self, document: Speaker) -> None:
        """Remember a document with an owner, named without a cue ("a report by X")."""
        self.documents.append(document)

    def _hear(self, speaker: Speaker) -> None:
        self.heard.append(speaker)
        if speaker.kind == "document":
            self.documents.append(speaker)

    def _pronoun(self, head: Token) -> Speaker | None:
        lower = head.lower_
        if lower in ("who", "which", "that"):
            clause = head.head
            noun = clause.head if clause.dep_ == "relcl" else None
            return self.of(noun) if noun is not None and noun.lower_ not in _PRONOUNS else None
        if lower in ("i", "we"):
            return None
        person = lower in ("he", "she")
        fits = [
            s
            for s in self.heard
            if lower == "they" or (s.person == person and not (person and s.plural))
        ]
        if not fits:
            return None
        last = fits[-1]
        return Speaker(head.idx, head.idx + len(head), last.name, last.kind, last.head, last.person)

    def _description(self, head: Token, speaker: Speaker) -> Speaker:
        """ "the official", "the group": the last speaker it can stand for, else its own words."""
        definite = any(
            c.dep_ == "det" and c.lower_ in ("the", "this", "its", "that") for c in head.children
        ) or any(
            c.dep_ == "poss" and c.lower_ in ("its", "their", "his", "her") for c in head.children
        )
        plain = (
            not any(
                c.pos_ == "PROPN" or c.dep_ in ("prep", "compound", "acl", "relcl")
                for c in head.children
            )
            or speaker.kind == "document"
        )
        if head.pos_ == "PROPN" or not definite or not plain:
            return speaker
        lemma = head.lemma_.lower()
        pool = self.documents if speaker.kind == "document" else self.heard
        fits = [
            s
            for s in pool
            if lemma in s.head.split() or (lemma in _ORGS and not s.person and s.kind == "named")
        ]
        if not fits and lemma in _ORGS:
            fits = [s for s in pool if s.kind == "named" and len(s.name.split()) > 2]
        if speaker.kind == "document" and not fits:
            fits = pool
        if speaker.kind == "document" and _owner(head) is not None:
            return speaker
        if not fits:
            return speaker
        return Speaker(
            speaker.start, speaker.end, fits[-1].name, fits[-1].kind, fits[-1].head, fits[-1].person
        )

    def _named(self, head: Token) -> Speaker | None:
        lemma = head.lemma_.lower()
        words = np(head)
        owner = _owner(head)
        if lemma in lexicon.cue_set("numbers_of") and owner is not None:
            return self._owned(words, owner)
        if (
            lemma in lexicon.cue_set("documents") | lexicon.cue_set("numbers_of")
            and owner is None
            and _theirs(head)
        ):
            last = next((s for s in reversed(self.heard) if s.kind in ("named", "unnamed")), None)
            return (
                None
                if last is None
                else Speaker(
                    words.start_char,
                    words.end_char,
                    last.name,
                    last.kind,
                    last.head,
                    last.person,
                    last.plural,
                )
            )
        if lemma in lexicon.cue_set("documents") and head.pos_ != "PROPN":
            if owner is None:
                return Speaker(
                    words.start_char, words.end_char, bare(words.text), "document", lemma, False
                )
            if lemma in (
                "statement",
                "release",
                "tweet",
                "post",
                "website",
                "communique",
                "letter",
                "memo",
            ):
                return self._owned(words, owner)
            name = f"{self._name(owner)} {lemma}"
            return Speaker(words.start_char, words.end_char, name, "document", lemma, False)
        if lemma in lexicon.cue_set("numbers_of"):
            return None
        if head.pos_ != "PROPN" and not (
            lemma in lexicon.cue_set("unnamed") | _ORGS
            or head.ent_type_ in ("ORG", "PERSON", "GPE", "NORP")
        ):
            return None
        return self._owned(words, head)

    def _owned(self, words: Span, owner: Token) -> Speaker:
        proper = _proper(owner)
        kind: SpeakerKind = "named" if proper else "unnamed"
        lemma = owner.lemma_.lower()
        heads = f"{lemma} {_apposed(owner)}".strip()
        people = lexicon.cue_set("unnamed") - _ORGS
        person = any(t.ent_type_ == "PERSON" for t in words) or (
            bool(people & set(heads.split())) if owner.pos_ != "NOUN" else lemma in people
        )
        plural = owner.tag_ in ("NNS", "NNPS")
        return Speaker(
            words.start_char, words.end_char, self._name(owner), kind, heads, person, plural
        )

    def _name(self, head: Token) -> str:
        words = np(head)
        short = _SHORT.fullmatch(bare(words.text))
        if short is not None and head.ent_type_ != "PERSON":
            name = f"{short['short']} ({short['long']})"
            self.shorts[short["short"]] = name
            return name
        if bare(words.text) in self.shorts:
            return self.shorts[bare(words.text)]
        apposed = next(
            (
                c
                for c in head.children
                if c.dep_ == "appos" and c.pos_ == "PROPN" and c.ent_type_ == "PERSON"
            ),
            None,
        )
        if apposed is not None and head.pos_ == "NOUN":
            return f"{np(apposed).text} ({bare(words.text)})"
        return bare(words.text)


def _proper(head: Token) -> bool:
    words = [t for t in np(head) if t.text[0].isupper() and not t.is_sent_start]
    named = any(t.pos_ == "PROPN" and t.ent_type_ not in ("NORP", "GPE", "DATE") for t in words)
    return named or (head.pos_ == "PROPN" and head.text[0].isupper())


def _apposed(head: Token) -> str:
    """Lemmas of the words set beside a name: "Sheikhmous Ahmed, an official of ..."."""
    return " ".join(
        c.lemma_.lower()
        for c in head.children
        if c.dep_ in ("appos", "compound")
        and (c.pos_ == "NOUN" or c.lemma_.lower() in lexicon.cue_set("unnamed"))
    )


def _theirs(head: Token) -> bool:
    """ "their statement", "its count": the document of whoever spoke last."""
    return any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children)


def _owner(head: Token) -> Token | None:
    """Whose report, data or count: "a Save the Children report", "a statement by the Asayish"."""
    for child in sorted(head.children, key=lambda c: c.lower_ != "by"):
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            return child
        if child.dep_ in ("prep", "acl") and child.lower_ in (
            "by",
            "from",
            "of",
            "released",
            "issued",
            "published",
            "made",
        ):
            inner = next(
                (
                    g
                    for g in child.subtree
                    if g.dep_ == "pobj"
                    and g.head.lower_ in ("by", "from", "of")
                    and g.pos_ == "PROPN"
                    and g.ent_type_ not in ("DATE", "TIME", "GPE")
                ),
                None,
            )
            if inner is not None:
                return inner
    entity = _entity(head, before=True)
    if entity is not None:
        return entity
    proper = [
        c
        for c in head.children
        if c.dep_ in ("compound", "nmod", "amod") and (c.pos_ == "PROPN" or c.ent_type_ == "ORG")
    ]
    return proper[-1] if proper else None


def _entity(head: Token, *, before: bool) -> Token | None:
    """The last word of a named organisation right before `head`: "a Save the Children report"."""
    if head.i == 0 or not before:
        return None
    token = head.nbor(-1)
    return (
        token
        if token.ent_type_ == "ORG" and token.pos_ in ("PROPN", "NOUN") and token.ent_iob_ != "O"
        else None
    )


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


def np(head: Token) -> Span:
    """The noun phrase of `head` without relative clauses and apposition; "of" phrases stay."""
    first, last = head.i, head.i
    if (entity := _named_entity(head)) is not None:
        first, last = entity
    for child in head.children:
        if child.i < head.i and child.dep_ in (
            "det",
            "compound",
            "amod",
            "nmod",
            "poss",
            "nummod",
            "advmod",
            "quantmod",
            "case",
        ):
            first = min(first, child.left_edge.i)
        elif child.i > head.i and child.dep_ == "prep" and child.text[0].isupper():
            last = max(last, child.right_edge.i)
        elif (
            child.i > head.i
            and child.dep_ == "prep"
            and child.lower_ in ("of", "for", "in", "from", "at", "with", "to")
        ):
            last = max(last, child.right_edge.i)
        elif child.i > head.i and child.dep_ in ("flat", "compound"):
            last = max(last, child.i)
    for child in head.children:
        if (
            child.dep_ in ("relcl", "acl", "appos", "punct", "conj", "cc")
            and head.i < child.left_edge.i <= last
        ):
            last = child.left_edge.i - 1
    doc = head.doc
    stop = min(last + 4, len(doc))
    if last + 2 < len(doc) and doc[last + 1].text == "(":
        close = next(
            (i for i in range(last + 2, stop + 2) if i < len(doc) and doc[i].text == ")"), None
        )
        last = close if close is not None else last
    span = doc[first : max(last, first) + 1]
    while len(span) > 1 and span[-1].text in (",", "-", "–", "—", '"', "”", "'s", "’s"):
        span = span[:-1]
    return span


_LEAD = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|local|so-called)\s+|[A-Z]\w*(?:\.\w\.)?-(?:based|backed|led|run)\s+)+",
    re.IGNORECASE,
)


def bare(words: str) -> str:
    """A speaker's words without article, cut at a line's worth."""
    return re.sub(r"\s+", " ", _LEAD.sub("", words)).strip(" ,;:\"“”'’")[:120]
