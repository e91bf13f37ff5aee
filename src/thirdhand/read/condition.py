"""Conditions: how a sector of life stands, in the words of a clause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from thirdhand.model import Condition
from thirdhand.model.claim import Direction
from thirdhand.read import lexicon
from thirdhand.read.quick import quick
from thirdhand.read.span import text_of


@dataclass(frozen=True, slots=True)
class Told:
    """text[start:end] tells of a condition; `key` is where its strongest words stand."""

    start: int
    end: int
    condition: Condition
    key: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Sign:
    """words[start:end] say how `sector` stands."""

    start: int
    end: int
    sector: str
    direction: Direction
    level: int


@dataclass(frozen=True, slots=True)
class _Named:
    """words[start:end] name a sector. bad: by what harms people. wide: by a word that fits all."""

    start: int
    end: int
    sector: str
    bad: bool
    wide: bool


_STOP = re.compile(
    r"[;:]|,\s+(?:and|but|while|which)\b|,\s+an?\s+[\w-]+\s+(?:that|which)\b|\s[-–—]\s|—"
)
# More of what is good is better, less of it worse; of what is bad the other way round.
_MOVES: tuple[tuple[str, Direction], ...] = (("more", "better"), ("less", "worse"))
_TURNED: dict[Direction, Direction] = {"worse": "better", "better": "worse"}
# "More tents are needed": there are too few.
_WANTED = re.compile(r"\b(?:needed|required|necessary|lacking)\b", re.IGNORECASE)
# How much further off a word that fits every sector counts than one of its own, and how far a
# word may stand from what it is said of where the parse ties them not.
_WIDE, _FAR = 25, 60


def conditions(sent: Span) -> Iterator[Told]:
    """The conditions of one sentence, the strongest words of each clause."""
    if not quick(lexicon.any_state())(text_of(sent).lower()):
        return
    for start, end in _clauses(text_of(sent)):
        words = text_of(sent)[start:end]
        base = sent.start_char + start
        found = [s for s in _signs(words, base, sent) if not _ahead(words, s)]
        if not found:
            continue
        sign = max(found, key=lambda s: (s.level, s.direction != "same", -s.start))
        lead = len(words) - len(words.lstrip(" ,-–—"))
        severity = words[sign.start : sign.end].lower()
        told = Condition(sign.sector, sign.direction, severity, sign.level)
        key = (base + sign.start, base + sign.end)
        yield Told(base + lead, base + len(words.rstrip()), told, key)


def _signs(words: str, base: int, sent: Span) -> Iterator[_Sign]:
    """The words that say how a sector stands; a phrase that says both outranks the words in it."""
    whole = [
        _Sign(*match.span(), sector, state.direction, state.level)
        for sector, state in lexicon.whole_states()
        for match in state.pattern.finditer(words)
    ]
    yield from whole
    for sign in _said_of_it(words, base, sent):
        if not any(w.start <= sign.start and sign.end <= w.end for w in whole):
            yield sign


def _said_of_it(words: str, base: int, sent: Span) -> Iterator[_Sign]:
    """Words of state, of more and of less, each with the sector that it is said of."""
    named = list(_named(words))
    if not named:
        return
    for state in lexicon.states():
        for match in state.pattern.finditer(words):
            about = _linked(match.span(), named, base, sent) or _nearest(match.span(), named)
            if about is not None:
                way = _negated(words, match.start(), state.direction)
                yield _Sign(*match.span(), about.sector, way, state.level)
    for name, way in _MOVES:
        for match in lexicon.sector_words(name).finditer(words):
            about = _linked(match.span(), named, base, sent)
            if about is not None:
                wanted = match[0].lower() == "more" and _WANTED.search(words, match.end())
                turned = about.bad != bool(wanted)
                yield _Sign(*match.span(), about.sector, _TURNED[way] if turned else way, 2)


def _named(words: str) -> Iterator[_Named]:
    """Each word of a sector, none inside a longer one: "food prices" are no food."""
    stop = 0
    found = (
        (m.start(), -m.end(), sector, bad, wide)
        for sector, bad, wide, pattern in lexicon.sectors()
        for m in pattern.finditer(words)
    )
    for start, end, sector, bad, wide in sorted(found):
        if start >= stop:
            stop = -end
            yield _Named(start, stop, sector, bad, wide)


def _linked(at: tuple[int, int], named: list[_Named], base: int, sent: Span) -> _Named | None:
    """The sector whose word the parse hangs together with the words of state."""
    span = sent.doc.char_span(base + at[0], base + at[1], alignment_mode="expand")
    if span is None:
        return None
    ranges = [
        (t.left_edge.idx - base, t.right_edge.idx + len(t.right_edge) - base, t.idx - base)
        for t in _things(span.root)
    ]
    found = [
        (n.wide, abs(n.start - head), n)
        for first, last, head in ranges
        for n in named
        if first <= n.start and n.end <= last and not (n.start < at[1] and at[0] < n.end)
    ]
    return min(found, key=lambda row: row[:2])[2] if found else None


def _things(token: Token) -> Iterator[Token]:
    """What a word of state is said of: "rising violence", "violence rises", "cut the aid"."""
    counted = any(c.dep_ in ("nummod", "quantmod") for c in token.head.children)
    if token.dep_ in ("amod", "compound", "det", "advmod", "acl", "relcl") and not counted:
        yield token.head
    if token.dep_ in ("acomp", "attr", "oprd", "prep", "dobj", "xcomp"):
        yield from (c for c in token.head.children if c.dep_ in ("nsubj", "nsubjpass"))
    if token.pos_ in ("VERB", "AUX"):
        objects = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
        yield from objects or [c for c in token.children if c.dep_ == "nsubj"]
    if token.pos_ in ("NOUN", "ADP", "ADJ"):
        yield from (c for c in token.children if c.dep_ in ("prep", "compound", "pobj"))


def _nearest(at: tuple[int, int], named: list[_Named]) -> _Named | None:
    """The sector named nearest to the words of state, where none hangs together with them."""
    gaps = [
        (max(n.start - at[1], at[0] - n.end, 0) + _WIDE * n.wide, n.start, n)
        for n in named
        if n.end <= at[0] or n.start >= at[1]
    ]
    gap = min(gaps, key=lambda row: row[:2], default=None)
    return gap[2] if gap is not None and gap[0] < _FAR else None


def _negated(words: str, start: int, way: Direction) -> Direction:
    """As in "has not improved": what is not better is no worse for it, it is the same."""
    if way == "better" and lexicon.sector_words("not").search(words[max(0, start - 12) : start]):
        return "same"
    return way


def _ahead(words: str, sign: _Sign) -> bool:
    """True for what is only possible, hoped for or to come."""
    return bool(lexicon.sector_words("ahead").search(words[: sign.start]))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _STOP.finditer(text):
        if match.start() - start > 15:
            yield start, match.start()
            start = match.end()
    if len(text) - start > 8:
        yield start, len(text)
