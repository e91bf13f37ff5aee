"""Who says what: source, cue, content, stance, and what stands inside what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from thirdhand.model.claim import Basis, SpeakerKind, Stance
from thirdhand.read import lexicon
from thirdhand.read.parse import sentences
from thirdhand.read.quote import Quote, quotes
from thirdhand.read.speaker import Speaker, Speakers, bare, np


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution: offsets in the text. `via`: who was told ("told AFP"), None for nobody.

    source and cue are (start, end); content a tuple of them. parent indexes the list of sayings.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    speaker: str | None
    kind: SpeakerKind
    stance: Stance
    basis: Basis
    via: str | None = None
    parent: int | None = None

    def covers(self, start: int, end: int) -> bool:
        return any(a <= start and end <= b for a, b in self.content)

    @property
    def size(self) -> int:
        return sum(b - a for a, b in self.content)


def sayings(doc: Doc) -> list[Saying]:
    """Every attribution of an account in the order of their cues, each with its parent."""
    speakers, spoken = Speakers(), quotes(doc.text)
    found: list[Saying] = []
    for sent in sentences(doc):
        _documents(sent, speakers)
        rows = sorted(_cues(sent), key=lambda t: t.i)
        for token in rows:
            said = (
                _according(token, sent, speakers)
                if token.lower_ in ("according", "per", "citing")
                else _verb(token, sent, speakers, spoken)
            )
            if said is not None:
                found.append(said)
        found.extend(_hearsay(sent))
    return _nested(_led(_continued(found, doc, spoken), speakers))


def _continued(found: list[Saying], doc: Doc, spoken: list[Quote]) -> list[Saying]:
    """A quote with no cue of its own goes on for who was quoted just before in its paragraph."""
    out = list(found)
    for quote in spoken:
        if quote.end - quote.start < 25 or any(
            s.covers(quote.start + 1, quote.end - 1)
            or (s.cue and quote.start <= s.cue[0] < quote.end)
            for s in out
        ):
            continue
        before = [
            i
            for i, s in enumerate(out)
            if s.cue
            and s.source
            and 0 < quote.start - max(s.cue[1], s.content[-1][1]) < 160
            and "\n" not in doc.text[s.cue[1] : quote.start]
        ]
        quoted = [i for i in before if doc.text[out[i].content[0][0]] in '“"']
        if quoted:
            last = out[quoted[-1]]
            out[quoted[-1]] = replace(last, content=(*last.content, (quote.start, quote.end)))
    return out


def _led(found: list[Saying], speakers: Speakers) -> list[Saying]:
    """News leads with a description and names its source below: "a local official said" is the
    official named next. Only the first saying of an account is read so."""
    for at, said in enumerate(found[:2]):
        if said.kind != "unnamed" or said.source is None:
            continue
        lead = next((s for s in speakers.heard if s.start == said.source[0]), None)
        if lead is None or lead.plural:
            continue
        named = next(
            (
                s
                for s in speakers.heard
                if s.start > lead.start and s.kind == "named" and _same_kind(lead, s)
            ),
            None,
        )
        if named is not None:
            return [
                replace(s, speaker=named.name, kind="named")
                if s.speaker == said.speaker and i >= at
                else s
                for i, s in enumerate(found)
            ]
    return found


def _same_kind(lead: Speaker, named: Speaker) -> bool:
    if lead.person:
        return named.person
    return not named.person


def _cues(sent: Span) -> Iterator[Token]:
    for token in sent:
        lemma = token.lemma_.lower()
        if token.lower_ == "according" and _next(token) == "to":
            yield token
        elif token.lower_ in ("citing",):
            yield token
        elif (
            token.pos_ in ("VERB", "AUX")
            and lemma in lexicon.cue_verbs()
            and token.dep_ not in ("amod", "compound", "aux")
        ):
            yield token


def _next(token: Token) -> str:
    return token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""


def _subject(verb: Token) -> Token | None:
    """The speaker's head: the subject, the agent of a passive, or that of the verb before."""
    node: Token = verb
    for _ in range(4):
        for child in node.children:
            if child.dep_ == "agent":
                return next((c for c in child.children if c.dep_ == "pobj"), None)
        active = next((c for c in node.children if c.dep_ == "nsubj"), None)
        if active is not None:
            return active
        if any(c.dep_ == "nsubjpass" for c in node.children):
            return None
        if node.dep_ == "acl" and node.tag_ in ("VBG", "VBN"):
            return node.head if node.tag_ == "VBG" else None
        if node.dep_ not in ("conj", "advcl", "xcomp") or node.head == node:
            return None
        node = node.head
    return None


def _verb(verb: Token, sent: Span, speakers: Speakers, spoken: list[Quote]) -> Saying | None:
    lemma = verb.lemma_.lower()
    stance, basis = lexicon.cue_verbs()[lemma]
    head = _subject(verb)
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    content = _content(verb, sent, spoken, head)
    if not content:
        return None
    if head is None:
        if not passive or lemma in lexicon.cue_set("clause_only"):
            return None
        return Saying(
            None,
            (verb.idx, verb.idx + len(verb)),
            content,
            None,
            "unnamed",
            "alleged" if stance == "asserted" else stance,
            basis,
        )
    speaker = speakers.of(head)
    if speaker is None:
        return None
    if any(c.dep_ == "neg" for c in verb.children) and stance == "asserted":
        stance = "denied" if lemma in ("confirm", "acknowledge", "admit") else stance
    return Saying(
        (speaker.start, speaker.end),
        (verb.idx, verb.idx + len(verb)),
        content,
        speaker.name,
        speaker.kind,
        stance,
        basis,
        _via(verb, sent, speakers),
    )


def _content(
    verb: Token, sent: Span, spoken: list[Quote], head: Token | None
) -> tuple[tuple[int, int], ...]:
    """What is said: the clause under the cue, the quotes of its sentence, or its own object."""
    lemma = verb.lemma_.lower()
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is None:
        clause = next(
            (
                c
                for c in verb.children
                if c.dep_ == "parataxis"
                or (
                    c.dep_ in ("xcomp", "advcl")
                    and c.i > verb.i
                    and c.pos_ == "VERB"
                    and lemma
                    in (
                        "warn",
                        "deny",
                        "promise",
                        "vow",
                        "threaten",
                        "plan",
                        "order",
                        "pledge",
                        "claim",
                    )
                )
            ),
            None,
        )
    quoted = [q for q in spoken if q.start < sent.end_char and sent.start_char < q.end]
    if clause is not None:
        start, end = _reach(clause, verb, sent)
        for quote in quoted:
            if quote.start < verb.idx < quote.end:
                continue
            if (
                quote.start <= start
                and end <= quote.end + 2
                or (
                    min(end, quote.end) - max(start, quote.start) > 0
                    and quote.end - quote.start > 12
                )
            ):
                start, end = min(start, quote.start), max(end, quote.end)
        return ((start, end),)
    outside = [q for q in quoted if not q.start <= verb.idx < q.end and q.end - q.start > 8]
    if outside and lemma not in ("call", "see", "describe"):
        return tuple((q.start, q.end) for q in outside)
    if lemma in lexicon.cue_set("tells_counts"):
        return _object(verb, sent, head)
    return ()


def _reach(clause: Token, verb: Token, sent: Span) -> tuple[int, int]:
    """From the first to the last word of the clause; what trails behind it goes with it."""
    first, last = clause.left_edge, clause.right_edge
    if first.i < verb.i < last.i:  # the cue stands in the middle of what is said
        first, last = (first, verb.nbor(-1)) if clause.i < verb.i else (verb.nbor(1), last)
    start, end = first.idx, last.idx + len(last)
    if verb.i < first.i and (stop := _next_clause(verb, sent)) > end:
        end = stop
    return start, end


def _next_clause(verb: Token, sent: Span) -> int:
    """Where what is said after `verb` ends: at the next clause that stands beside the verb."""
    for child in verb.children:
        if (
            child.dep_ in ("conj", "parataxis")
            and child.i > verb.i
            and child.pos_ in ("VERB", "AUX")
        ):
            return child.left_edge.nbor(-1).idx if child.left_edge.i > verb.i else child.idx
    text = sent.text.rstrip()
    return sent.start_char + len(text)


def _object(verb: Token, sent: Span, head: Token | None) -> tuple[tuple[int, int], ...]:
    """The object of a verb that tells by itself: "recorded 23 attacks", "put the toll at 9"."""
    below = [
        c
        for c in verb.children
        if c.i > verb.i
        and c.dep_ in ("dobj", "prep", "attr", "oprd", "conj", "advcl", "dative", "npadvmod")
        and c != head
    ]
    if not any(c.dep_ in ("dobj", "attr", "oprd", "prep") for c in below):
        return ()
    words = [c for c in below if c.dep_ != "conj"]
    if not words:
        return ()
    last = max(c.right_edge.i for c in words)
    first = min(c.left_edge.i for c in words)
    words_told = sent.doc[first : last + 1]
    if not any(t.like_num or t.pos_ == "NUM" for t in words_told):
        return ()
    return ((words_told.start_char, words_told.end_char),)


def _according(token: Token, sent: Span, speakers: Speakers) -> Saying | None:
    """ "according to X": what is said is the rest of the clause."""
    inner = next((c for c in token.subtree if c.dep_ in ("pobj", "dobj") and c.i > token.i), None)
    if inner is None:
        return None
    speaker = speakers.of(inner)
    if speaker is None:
        return None
    end = max(speaker.end, sent.doc[inner.i].idx + len(inner))
    first, tail = token.idx, max(end, np(inner).end_char)
    content = []
    left, right = sent.text[: first - sent.start_char], sent.text[tail - sent.start_char :]
    if len(left.strip(' ,"“”-–—')) > 3:
        content.append((sent.start_char, sent.start_char + len(left.rstrip(" ,;"))))
    aside = (
        right.startswith(",")
        and content
        and not any(t.pos_ in ("VERB", "AUX") for t in sent if t.idx > tail)
    )
    if len(right.strip(' ,."“”-–—')) > 3 and not aside:
        lead = len(right) - len(right.lstrip(" ,;"))
        content.append((tail + lead, sent.end_char))
    cue_end = (
        token.nbor(1).idx + len(token.nbor(1))
        if token.lower_ == "according"
        else token.idx + len(token)
    )
    if not content:
        return None
    return Saying(
        (speaker.start, min(speaker.end, end)),
        (token.idx, cue_end),
        tuple(content),
        speaker.name,
        speaker.kind,
        "asserted",
        "told",
    )


_INTERVIEW = re.compile(
    r"\b(?:interview with|statement to|speaking to|spoke to|comments? to|quoted by|cited by|carried by|reported by|published by)\s*$",
    re.IGNORECASE,
)


def _via(verb: Token, sent: Span, speakers: Speakers) -> str | None:
    """The outlet that was told: "told AFP", "in an interview with the National Post"."""
    for child in verb.children:
        if (
            child.dep_ in ("dobj", "dative")
            and child.pos_ == "PROPN"
            and verb.lemma_ == "tell"
            and child.ent_type_ != "PERSON"
        ):
            return bare(np(child).text)
        if (
            child.dep_ in ("dobj", "dative")
            and verb.lemma_ == "tell"
            and child.lemma_.lower() not in lexicon.cue_set("not_media")
        ):
            named = [
                c for c in child.children if c.pos_ == "PROPN" and c.dep_ in ("compound", "nmod")
            ]
            if named:
                return bare(np(child).text)
    for token in sent:
        if (
            token.pos_ == "PROPN"
            and token.dep_ == "pobj"
            and abs(token.i - verb.i) < 12
            and _INTERVIEW.search(
                sent.doc[sent.start : token.left_edge.i].text.removesuffix("the").rstrip() + " "
            )
        ):
            return bare(np(token).text)
    return None


def _documents(sent: Span, speakers: Speakers) -> None:
    """Documents with an owner, so that "the report" later finds its way back to them."""
    for token in sent:
        if token.lemma_.lower() in lexicon.cue_verbs() and token.pos_ == "VERB":
            speakers.own(token)
        if token.lemma_.lower() in lexicon.cue_set("documents") and token.pos_ == "NOUN":
            named = speakers._named(token)  # noqa: SLF001 - one notion of a speaker's name
            if (
                named is not None
                and named.kind == "document"
                and named.name != token.lemma_.lower()
                and named.name.lower() not in ("report", "the report")
            ):
                speakers.note(named)


def _hearsay(sent: Span) -> Iterator[Saying]:
    for token in sent:
        stance = lexicon.hearsay().get(token.lower_)
        if stance is None or token.lower_ == "so-called":
            continue
        verb = token.head
        first, last = verb.left_edge, verb.right_edge
        yield Saying(
            None,
            (token.idx, token.idx + len(token)),
            ((first.idx, last.idx + len(last)),),
            None,
            "unnamed",
            stance,
            "induced",
        )


def _nested(found: list[Saying]) -> list[Saying]:
    """Each saying with the smallest other one whose content holds it as its parent."""
    out = []
    for index, said in enumerate(found):
        inside = said.cue or said.source
        holders = [
            (other.size, at)
            for at, other in enumerate(found)
            if at != index
            and inside is not None
            and other.covers(*inside)
            and other.size > said.size
        ]
        out.append(replace(said, parent=min(holders)[1] if holders else None))
    return out
