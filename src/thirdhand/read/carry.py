"""Who goes on speaking in a sentence without a cue of its own.

News tells its source once: a statement's further content follows in plain sentences, and a lead
may stand before the sentence that names who told of it. What the outlet adds of its own, older
happenings and how things stand, has no source.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from thirdhand.read import lexicon
from thirdhand.read.parse import sentences
from thirdhand.read.saying import Saying
from thirdhand.read.when import Time

_SUBJECTS = ("nsubj", "nsubjpass")
_PRONOUNS = frozenset("he she it they".split())
_STANCES = ("asserted", "alleged")
_OPENING = 12  # characters before a time that opens a sentence: "Early on Friday"
_HEAD = 6  # sentences in which a story leads, datelines among them


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
) -> dict[int, Saying]:
    """Offset of each sentence that goes on with a voice told elsewhere -> that voice.

    news: the account is an outlet's, whose lead is its source's; a body's own report has no lead.
    """
    rows = list(_rows(doc, text, said, times))
    out = dict(_after(rows, news))
    if news and (lead := _lead(rows)) is not None:
        out.setdefault(*lead)
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
        end = sent.end_char


def _heads(said: Saying, sent: Span) -> bool:
    """True where it is the sentence's own voice, not one told of in passing."""
    root = sent.root.idx
    if said.cue is not None and said.cue[0] <= root < said.cue[1]:
        return True
    opens = said.content[0][0] <= sent.start_char + 1
    return opens or 2 * said.size > sent.end_char - sent.start_char


def _at(said: Saying) -> int:
    return (said.cue or said.source or said.content[0])[0]


def _after(rows: Sequence[_Row], news: bool) -> Iterator[tuple[int, Saying]]:
    """The sentences that go on with the voice before them."""
    last: Saying | None = None
    dates: frozenset[object] = frozenset()
    for row in rows:
        if row.own:
            last = row.own[-1] if row.own[-1].stance in _STANCES else None
            dates |= row.dates
        elif last is not None and _goes_on(row, dates, news):
            yield row.sent.start_char, last
        else:
            last = None


def _goes_on(row: _Row, dates: frozenset[object], news: bool) -> bool:
    """True where the sentence adds to what was said before it."""
    if _linked(row.sent):
        return news or not row.opens
    verb = _main(row.sent)
    if row.dates - dates or _perfect(verb) or _left(row.sent):
        return False
    return not row.opens or (news and _past(verb) and not row.dated)


def _linked(sent: Span) -> bool:
    """True where its words take up what was told: "also", "the two", "of them"."""
    adds = lexicon.carry_set("adds")
    if any(t.lower_ in adds for t in sent):
        return True
    if _active(sent):
        return True
    if sent[0].lower_ == "the" and any(t.like_num for t in sent[1:3]):
        return True
    return any(a.like_num and b.lower_ == "of" for a, b in pairwise(sent[:5]))


def _active(sent: Span) -> bool:
    """True for "since May it has cooked": only a body that spoke does things as "it"."""
    verb = _main(sent)
    does = verb.pos_ == "VERB" and verb.lemma_ not in lexicon.carry_set("states")
    active = not any(c.dep_ == "auxpass" for c in verb.children)
    told = any(c.dep_ == "dobj" for c in verb.children)
    return (
        does
        and active
        and told
        and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children)
    )


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
    return bool(lead.dates & after.dates) or bool(_happenings(lead.sent) & _happenings(after.sent))


def _happenings(sent: Span) -> set[int]:
    table = lexicon.carry_happenings()
    return {row for t in sent for row in table.get(t.lemma_.lower(), ())}
