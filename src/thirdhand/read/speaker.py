"""The words of a speaker -> a name, a kind; pronouns and descriptions resolved in the account."""

import re
from dataclasses import dataclass, field, replace

from spacy.tokens import Span, Token

from thirdhand.model.claim import SpeakerKind
from thirdhand.read import lexicon
from thirdhand.read.kindred import of_kind
from thirdhand.read.name import bare, called, np, owner, proper, theirs, titled


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: words start..end of the text, the name they stand for, and what kind it is.

    head: the lemmas it can be called by later ("the official"). person: somebody, not a body.
    plural: more than one, also "the director and others". theirs: of somebody just told of, as
    "its ministry" is.
    """

    start: int
    end: int
    name: str
    kind: SpeakerKind
    head: str
    person: bool
    plural: bool = False
    theirs: bool = False


# "Observatory for Human Rights (OHR)": the account goes on with the short form. "(R-SC)" is none.
_SHORT = re.compile(
    r"(?P<long>.+?) \((?P<short>(?![A-Z]-[A-Z])[A-Z][A-Za-z.&-]*[A-Z][A-Za-z.-]*)\)"
)
_PRONOUNS = frozenset("he she it they who which that i we his her its their".split())
_NOBODY = frozenset("i we you me us my what nothing it this these there".split())
_NEAR = 80  # tokens back to a body that has been named but has not spoken
_ENTITIES = ("ORG", "PERSON", "GPE", "NORP")


@dataclass(slots=True)
class Speakers:
    """The speakers of one account, in the order they spoke."""

    heard: list[Speaker] = field(default_factory=list)
    documents: list[Speaker] = field(default_factory=list)
    shorts: dict[str, str] = field(default_factory=dict)
    surnames: dict[str, int] | None = None

    def of(self, head: Token, strange: bool = False) -> Speaker | None:
        """The speaker that the noun phrase of `head` names; None where it resolves to nobody.

        strange: take any noun for a speaker, for the subject of words that only a speaker has.
        """
        if head.lower_ in _PRONOUNS and head.text != "WHO":
            return self._pronoun(head)
        speaker = self.named(head) or (self._stranger(head) if strange else None)
        if speaker is None:
            return None
        resolved = self._description(head, speaker)
        self.heard.append(resolved)
        if resolved.kind == "document":
            self.documents.append(resolved)
        return resolved

    def own(self, verb: Token) -> None:
        """Remember whose document it is: "X contends in the report", so the report is X's."""
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is None or subject.pos_ == "PRON":
            return
        inside = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "in"]
        for token in (p for c in inside for p in c.children if p.dep_ == "pobj"):
            lemma = token.lemma_.lower()
            if lemma in lexicon.cue_set("documents") and owner(token) is None:
                name = f"{bare(np(subject).text)} {lemma}"
                self.documents.append(_speaker(np(token), name, "document", lemma))

    def note(self, noun: Token) -> None:
        """Remember a document with an owner, named without a cue ("a report by X")."""
        document = self.named(noun)
        if document is not None and document.kind == "document" and owner(noun) is not None:
            self.documents.append(document)

    def named(self, head: Token) -> Speaker | None:
        """The speaker as its own words name it; None where the words name nobody who speaks."""
        lemma, words, whose = head.lemma_.lower(), np(head), owner(head)
        documents, numbers = lexicon.cue_set("documents"), lexicon.cue_set("numbers_of")
        if lemma in documents | numbers and whose is None and theirs(head):
            last = next((s for s in reversed(self.heard) if s.kind != "document"), None)
            return replace(last, start=words.start_char, end=words.end_char) if last else None
        if lemma in numbers:
            return self._owned(words, whose) if whose is not None else None
        if lemma in documents and head.pos_ != "PROPN":
            if whose is None:
                return _speaker(words, bare(words.text), "document", lemma)
            if lemma in lexicon.cue_set("announcements"):
                return self._owned(words, whose)
            return _speaker(words, f"{self._name(whose)} {lemma}", "document", lemma)
        speaks = lemma in lexicon.cue_set("unnamed") | lexicon.cue_set("bodies")
        # "NPA counts": the tagger takes capitals that it never met for a noun.
        speaks = speaks or (head.text.isupper() and head.text.isalpha() and len(head) > 1)
        if head.pos_ == "PROPN" or speaks or head.ent_type_ in _ENTITIES:
            return self._owned(words, head)
        return None

    def _stranger(self, head: Token) -> Speaker | None:
        """Whoever it is: "two thirds", "the retired welder", "some"."""
        if head.lower_ in _NOBODY or head.pos_ not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ"):
            return None
        return self._owned(np(head), head)

    def _pronoun(self, head: Token) -> Speaker | None:
        lower = head.lower_
        if lower in ("i", "we"):
            return None
        if lower in ("who", "which", "that"):
            noun = head.head.head if head.head.dep_ == "relcl" else None
            return self.of(noun) if noun is not None and noun.lower_ not in _PRONOUNS else None
        person = lower in ("he", "she", "his", "her")
        fits = (
            s
            for s in reversed(self.heard)
            if lower in ("they", "their") or (s.person == person and not (person and s.plural))
        )
        last = next(fits, None)
        if lower in ("he", "she") and (told := self._told_of(head, last)) is not None:
            last = told
        return replace(last, start=head.idx, end=head.idx + len(head)) if last else None

    def _told_of(self, head: Token, last: Speaker | None) -> Speaker | None:
        """The person told of right before "she", though that one has not spoken yet."""
        doc, first = head.doc, max(0, head.i - _NEAR // 2)
        for index in range(head.i - 1, first, -1):
            token = doc[index]
            if last is not None and token.idx < last.end:
                return None
            if token.ent_type_ == "PERSON" and token.dep_ == "nsubj" and token.pos_ == "PROPN":
                return self._owned(np(token), token)
        return None

    def _description(self, head: Token, speaker: Speaker) -> Speaker:
        """Resolve "the official", "the group": the last speaker it can stand for, or itself."""
        if head.pos_ == "PROPN" or not _definite(head) or _introduced(head):
            return speaker
        document = speaker.kind == "document"
        if owner(head) is not None if document else not _plain(head):
            return speaker
        lemma = head.lemma_.lower()
        # "its ministry" is a part of what was named, no other word for it.
        body = lemma in lexicon.cue_set("bodies") and not theirs(head)
        pool = self.documents if document else self.heard
        fits = [
            s
            for s in pool
            if lemma in s.head.split()
            or (body and not s.person and s.kind == "named" and of_kind(lemma, s.name))
        ]
        if not fits and body:
            long = [s for s in pool if s.kind == "named" and len(s.name.split()) > 2]
            fits = [s for s in long if of_kind(lemma, s.name)]
        if not fits and document:
            fits = pool
        if not fits and lemma in lexicon.cue_set("mentioned"):
            return self._mentioned(head, speaker)
        return replace(fits[-1], start=speaker.start, end=speaker.end) if fits else speaker

    def _mentioned(self, head: Token, speaker: Speaker) -> Speaker:
        """The body named last before "the organisation", though it has not spoken yet."""
        before = head.doc[max(0, head.left_edge.i - _NEAR) : head.left_edge.i]
        last = next(
            (t for t in reversed(before) if t.ent_type_ == "ORG" and t.pos_ == "PROPN"), None
        )
        if last is None:
            return speaker
        return replace(self._owned(np(last), last), start=speaker.start, end=speaker.end)

    def _owned(self, words: Span, head: Token) -> Speaker:
        lemma = head.lemma_.lower()
        heads = f"{lemma} {_apposed(head)}".strip()
        people = lexicon.cue_set("unnamed") - lexicon.cue_set("bodies")
        called = {lemma} if head.pos_ == "NOUN" else set(heads.split())
        person = any(t.ent_type_ == "PERSON" for t in words) or bool(people & called)
        person = person or any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in head.children)
        surname = self._surname(words)
        person = person or surname
        return Speaker(
            words.start_char,
            words.end_char,
            self._name(head),
            "named" if surname or proper(head) else "unnamed",
            heads,
            person,
            _many(head),
            theirs(head),
        )

    def _surname(self, words: Span) -> bool:
        """True for "Lee" once "Ann Lee" has been named, whatever the tagger takes it for."""
        if self.surnames is None:
            people = (e for e in words.doc.ents if e.label_ == "PERSON" and len(e) > 1)
            self.surnames = {e[-1].text: e.start for e in reversed(list(people))}
        if any(s.person and s.name.endswith(f" {words.text}") for s in self.heard):
            return True
        return self.surnames.get(words.text, words.start) < words.start

    def _name(self, head: Token) -> str:
        words = _body(bare(np(head).text))
        short = _SHORT.match(words)
        if short is not None and head.ent_type_ != "PERSON":
            # The world knows UNHCR by its letters; others are told by their full name.
            known = short["short"] in lexicon.bodies(own=True).values()
            both = ("short", "long") if known else ("long", "short")
            self.shorts[short["short"]] = f"{short[both[0]]} ({short[both[1]]})"
            return self.shorts[short["short"]]
        person = titled(head) or called(head)
        if person is not None:
            return person
        other = _other_name(head)
        if other is not None:
            self.shorts[other] = f"{other} ({words})"
            return self.shorts[other]
        letters = lexicon.spelled().get(lexicon.plain(words))
        return self.shorts.get(words) or (
            f"{letters} ({words})" if letters and letters != words else words
        )


# An organ through which a body speaks: "the media centre of the Hill Guard", "the General Command
# of the River Forces". A "Centre for Disease Control" is a body of its own.
_ORGAN = re.compile(
    r"^(?:(?:[\w&-]+ ){0,5}?(?:cent(?:er|re)|office|department|service|wing|arm|bureau|desk"
    r"|unit|team|section|directorate|account|page|channel|command|leadership))"
    r" (?:of|for) the (?P<body>(?:[\w.’'-]+ ){0,5}?(?:forces|army|guard|guards|police|corps|militia"
    r"|militias|movement|party|front|units|coalition|union|ministry|government|administration)"
    r"\b.*)$",
    re.IGNORECASE,
)
_SPOKEN_FOR = re.compile(
    r"^(?:(?:\w+ )?(?:media|press|information|public affairs|communications?|news)"
    r" (?:cent(?:er|re)|office|department|service|wing|arm|bureau|desk|unit|team|section"
    r"|directorate|account|page|channel|committee))"
    r" (?:of|for) (?:the )?(?P<body>.+)$",
    re.IGNORECASE,
)


def _body(words: str) -> str:
    """The body that speaks through an organ of its own, else the words."""
    found = _SPOKEN_FOR.match(words) or _ORGAN.match(words)
    return found["body"] if found else words


def _other_name(head: Token) -> str | None:
    """As in "the Internal Guard, or Vardan, said": the account goes on with the other name."""
    joined = next((c for c in head.children if c.dep_ == "conj" and c.pos_ == "PROPN"), None)
    either = any(c.dep_ == "cc" and c.lower_ == "or" for c in head.children)
    comma = joined is not None and any(c.text == "," and c.i < joined.i for c in head.children)
    return bare(np(joined).text) if joined is not None and either and comma else None


def _speaker(words: Span, name: str, kind: SpeakerKind, head: str) -> Speaker:
    return Speaker(words.start_char, words.end_char, name, kind, head, person=False)


def _many(head: Token) -> bool:
    return head.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in head.children)


def _definite(head: Token) -> bool:
    return any(
        (c.dep_ == "det" and c.lower_ in ("the", "this", "its", "that"))
        or (c.dep_ == "poss" and c.lower_ in ("its", "their", "his", "her"))
        for c in head.children
    )


def _introduced(head: Token) -> bool:
    """True for "the commander, Ann Lee": somebody is named with the description."""
    return any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.children)


def _plain(head: Token) -> bool:
    """True where nothing but an adjective stands with the noun, and no people's name."""
    return not any(
        c.pos_ == "PROPN" or c.ent_type_ == "NORP" or c.dep_ in ("prep", "compound", "acl", "relcl")
        for c in head.children
    )


def _apposed(head: Token) -> str:
    """Lemmas of the words set beside a name: "Ann Lee, an official of ..."."""
    return " ".join(
        c.lemma_.lower()
        for c in head.children
        if c.dep_ in ("appos", "compound")
        and (c.pos_ == "NOUN" or c.lemma_.lower() in lexicon.cue_set("unnamed"))
    )
