"""Who goes on speaking in a sentence without a cue of its own.

News tells its source once: a statement's further content follows in plain sentences, and a lead
may stand before the sentence that names who told of it. What the outlet adds of its own, older
happenings and how things stand, has no source.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from thirdhand.read import lexicon
from thirdhand.read.name import bare
from thirdhand.read.parse import sentences
from thirdhand.read.saying import Saying
from thirdhand.read.span import text_of, whole
from thirdhand.read.when import Time

_SUBJECTS = ("nsubj", "nsubjpass")
_PRONOUNS = frozenset("he she it they".split())
_STANCES = ("asserted", "alleged")
_SPEAKS_FOR = frozenset("spokesperson spokesman spokeswoman speaker representative".split())
_OPENING = 12  # characters before a time that opens a sentence: "Early on Friday"
_BULLETS = tuple("-•*–·▪●")
_HEAD = 6  # sentences in which a story leads, datelines among them


# How far a voice was carried: over a paragraph's end, inside one, or by "it" from data of its own.
FAR, NEAR, FIRM = range(3)


@dataclass(frozen=True, slots=True)
class Carried:
    """A voice that goes on, and how firmly: FAR, NEAR or FIRM."""

    said: Saying
    holds: int


@dataclass(frozen=True, slots=True)
class _Row:
    """One sentence, with the voice that opens it, the one that closes it, and its dates."""

    sent: Span
    own: tuple[Saying, ...]
    dates: frozenset[object]
    dated: bool  # it opens with one of them
    opens: bool  # it begins a paragraph


def carried(
    doc: Doc, text: str, said: Sequence[Saying], times: Sequence[Time], news: bool
) -> dict[int, Carried]:
    """Offset of each sentence that goes on with a voice told elsewhere -> that voice.

    news: the account is an outlet's, whose lead is its source's; a body's own report has no lead.
    """
    rows = list(_rows(doc, text, said, times))
    out = dict(_after(rows, news))
    if news and (lead := _lead(rows)) is not None:
        out.setdefault(lead[0], Carried(lead[1], FAR))
    return out


def _rows(doc: Doc, text: str, said: Sequence[Saying], times: Sequence[Time]) -> Iterator[_Row]:
    told = sorted((_at(s), i) for i, s in enumerate(said) if s.speaker and s.parent is None)
    begins = [t.start for t in times]
    end = 0
    for sent in sentences(doc):
        low, high = bisect_left(told, (sent.start_char, 0)), bisect_left(told, (sent.end_char, 0))
        here = times[bisect_left(begins, sent.start_char) : bisect_left(begins, sent.end_char)]
        yield _Row(
            sent,
            tuple(said[i] for _, i in told[low:high] if _heads(said[i], sent)),
            frozenset(t.stretch or text[t.start : t.end] for t in here),
            bool(here) and here[0].start - sent.start_char < _OPENING,
            "\n" in text[end : sent.start_char] or not end,
        )
        end = sent.start_char + len(text[sent.start_char : sent.end_char].rstrip())


def _heads(said: Saying, sent: Span) -> bool:
    """True where it is the sentence's own voice, not one told of in passing."""
    root = sent.root.idx
    if said.cue is not None and said.cue[0] <= root < said.cue[1]:
        return True
    opens = min(said.content[0][0], _at(said)) <= sent.start_char + 1
    return opens or 2 * said.size > sent.end_char - sent.start_char


def _at(said: Saying) -> int:
    return (said.cue or said.source or said.content[0])[0]


def _after(rows: Sequence[_Row], news: bool) -> Iterator[tuple[int, Carried]]:
    """The sentences that go on with the voice before them."""
    last: Saying | None = None
    dates: frozenset[object] = frozenset()
    holds = NEAR
    listed = False
    for row in rows:
        words = text_of(row.sent).strip()
        listed = listed and (not row.opens or words[:1] in _BULLETS)
        if row.own:
            last = row.own[-1] if row.own[-1].stance in _STANCES else None
            dates, holds = dates | row.dates, NEAR
        elif last is not None and listed:
            yield row.sent.start_char, Carried(last, FIRM)
        elif last is not None and _goes_on(row, last, dates, news):
            holds = FAR if row.opens else holds
            firm = holds == NEAR and _counts(last, row.sent)
            if holds == FAR:
                last = _for_body(last, row.sent.doc)
            yield row.sent.start_char, Carried(last, FIRM if firm else holds)
        else:
            last = None
        # "The ministry said:" and a list below: all that is listed is its word.
        listed = listed or words.endswith(":")


def _for_body(said: Saying, doc: Doc) -> Saying:
    """A spokesperson's body: what a story goes on with is the body's word, not the person's."""
    words = doc.char_span(*said.source, alignment_mode="expand") if said.source else None
    if words is None or words.root.pos_ not in ("PROPN", "NOUN"):
        return said
    if words.root.ent_type_ != "PERSON" and words.root.lemma_.lower() not in _SPEAKS_FOR:
        return said
    body = next((e for e in words.ents if e.label_ == "ORG"), None)
    return replace(said, speaker=bare(body.text)) if body is not None else said


def _counts(said: Saying, sent: Span) -> bool:
    """True where "it has 900 people" follows "by the ministry's figures it is the largest"."""
    if said.cue is None or sent[0].lower_ not in _PRONOUNS | {"these", "those"}:
        return False
    words = whole(sent.doc)[said.cue[0] : max(said.cue[1], (said.source or said.cue)[1])].lower()
    numbers = lexicon.cue_set("numbers_of") | lexicon.cue_set("documents")
    return words.startswith("according") or any(w.rstrip("s") in numbers for w in words.split())


def _goes_on(row: _Row, last: Saying, dates: frozenset[object], news: bool) -> bool:
    """True where the sentence adds to what was said before it."""
    verb = _main(row.sent)
    if _linked(row.sent) or (_past(verb) and _own_deed(last, verb)):
        return news or not row.opens
    if _perfect(verb) or _left(row.sent):
        return False
    if not row.opens and news:
        return not (row.dated and row.dates - dates)
    if row.dates - dates:
        return False
    if not row.opens:
        return True
    still = verb.lemma_ in lexicon.carry_set("states")
    return news and _past(verb) and not row.dated and not still


def _own_deed(said: Saying, verb: Token) -> bool:
    """True where the body that spoke is the one that did it: "the guards arrested two more"."""
    names = set(re.findall(r"\w+", said.speaker or ""))
    return any(c.dep_ == "nsubj" and c.pos_ == "PROPN" and c.text in names for c in verb.children)


def _linked(sent: Span) -> bool:
    """True where its words take up what was told: "also", "the two", "of them"."""
    adds = lexicon.carry_set("adds")
    if any(t.lower_ in adds for t in sent):
        return True
    if _active(sent):
        return True
    # "Post of 3 May: 60 held": what it is that is quoted, not who.
    if sent[0].lemma_.lower() in lexicon.cue_set("documents") and any(
        t.text == ":" for t in sent[1:8]
    ):
        return True
    if sent[0].lower_ == "the" and any(
        t.like_num or t.lemma_.lower() in lexicon.carry_set("resumed") for t in sent[1:3]
    ):
        return True
    return any(a.like_num and b.lower_ == "of" for a, b in pairwise(sent[:5]))


def _active(sent: Span) -> bool:
    """True for "since May it has cooked": only a body that spoke does things as "it"."""
    verb = _main(sent)
    idle = lexicon.carry_set("states") | lexicon.carry_set("effects")
    does = verb.pos_ == "VERB" and verb.lemma_ not in idle
    active = not any(c.dep_ == "auxpass" for c in verb.children)
    told = any(c.dep_ == "dobj" for c in verb.children)
    opens = any(t.lower_ == "it" and t.dep_ == "nsubj" for t in sent[:5])
    return opens and does and active and told


def _main(sent: Span) -> Token:
    """The first verb that is the sentence's own: what a parser hangs before the root is told."""
    beside = [
        c for c in sent.root.children if c.dep_ in ("ccomp", "parataxis") and c.i < sent.root.i
    ]
    return beside[0] if beside else sent.root


def _left(sent: Span) -> bool:
    return any(t.lower_ in lexicon.carry_set("leaves") for t in sent[:6])


def _perfect(root: Token) -> bool:
    """True for "had left", "have been killed": told from a distance."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in root.children)


def _past(root: Token) -> bool:
    passive = (c for c in root.children if c.dep_ == "auxpass")
    return root.tag_ == "VBD" or any(c.tag_ == "VBD" for c in passive)


def _lead(rows: Sequence[_Row]) -> tuple[int, Saying] | None:
    """The sentence at the head of a story whose source the next sentence names."""
    told = [r for r in rows[:_HEAD] if any(t.dep_ in _SUBJECTS for t in r.sent)]
    if len(told) < 2 or told[0].own or not told[1].own:
        return None
    one, two = told[:2]
    if two.own[0].stance not in _STANCES or not _retells(one, two):
        return None
    return one.sent.start_char, two.own[0]


def _retells(lead: _Row, after: _Row) -> bool:
    """True where the second sentence tells of the same happening as the first."""
    if any(t.dep_ in _SUBJECTS and t.lower_ in _PRONOUNS for t in after.sent[:4]):
        return True
    numbers = [{t.lower_ for t in r.sent if t.like_num} for r in (lead, after)]
    if numbers[0] & numbers[1]:
        return True
    return bool(lead.dates & after.dates) or bool(_happenings(lead.sent) & _happenings(after.sent))


def _happenings(sent: Span) -> set[int]:
    table = lexicon.carry_happenings()
    return {row for t in sent for row in table.get(t.lemma_.lower(), ())}
