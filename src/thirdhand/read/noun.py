"""The noun a number counts: its unit, and the breakdown its words carry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.number import Number


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted. `indicator` is set where the noun itself names it ("killings").

    first: index of the first token of the noun phrase. end: offset behind the noun.
    """

    word: str | None
    unit: str
    tags: frozenset[str]
    token: Token | None
    first: int
    end: int
    indicator: str | None = None


_SKIPPED = {"of", "the", "a", "an", "more", "other", "additional", "new", "others", "another", "'s", "’s"}
_AGES = re.compile(r"under (?:the age of )?(?:5|five)\b", re.IGNORECASE)


def noun_of(span: Span, number: Number) -> Noun | None:
    """The noun of the number at `span`: None where nothing it could count is near."""
    if number.kind == "percent":
        return _share(span)
    if number.kind == "money":
        return Noun(None, "usd", frozenset(), None, span.start, span.end_char)
    if _PRONOUN.match(span.doc[span.end : span.end + 3].text):
        return _named_behind(span, "of them", None)
    for head in _heads(span):
        if (noun := _classify(head, span.start)) is not None:
            if number.kind == "ordinal" and noun.indicator is None:
                return None
            return noun
    if number.kind == "ordinal":
        return None
    return Noun(None, "", frozenset(), None, span.start, span.end_char)


def _heads(span: Span) -> Iterator[Token]:
    """Nouns the number may count, the parser's choice first, then what stands behind it."""
    head = span.root.head
    if span.root.dep_ in ("nummod", "quantmod", "amod", "compound") and head.i > span.start:
        while head.dep_ == "compound" and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        yield head
    doc, index, last = span.doc, span.end, None
    while index < len(doc) and index < span.end + 9:
        token = doc[index]
        if token.pos_ in ("NOUN", "PROPN") or _is_noun(token):
            last = token
            if token.i + 1 < len(doc) and doc[token.i + 1].pos_ in ("NOUN", "PROPN") and _np(doc[token.i + 1]):
                index += 1
                continue
            yield last
            if _classify(last, span.start) is not None:
                return
        elif not _np(token):
            break
        index += 1
    if span.start > 1 and doc[span.start - 1].text in (":", "(") :
        yield doc[span.start - 2]


def _np(token: Token) -> bool:
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "DET", "PART", "NUM") or token.lower_ in _SKIPPED or token.text in "-()/" or token.tag_ in ("VBN", "VBG", "POS")


def _is_noun(token: Token) -> bool:
    return token.lemma_.lower() in lexicon.persons() or token.lower_ in lexicon.nationalities()


def _phrase(token: Token) -> str:
    """The noun with the word before it: "air strike"."""
    before = token.nbor(-1).lemma_.lower() if token.i > 0 else ""
    return f"{before} {token.lemma_.lower()}"


def _classify(token: Token, first: int) -> Noun | None:
    lemma, lower = token.lemma_.lower(), token.lower_
    end = token.idx + len(token)
    tags = tags_of(token, first)
    for key in (_phrase(token), lemma, lower):
        if key in lexicon.counted():
            row = lexicon.counted()[key]
            return Noun(key, row.unit, tags | set(row.by), token, first, end, row.indicator)
    for key in (lemma, lower):
        if key in lexicon.persons():
            return Noun(token.lower_, "people", tags, token, first, end)
        if key in lexicon.unit_nouns():
            unit = lexicon.unit_nouns()[key]
            member = key == "family" and _next(token) in ("member", "members")
            return Noun(token.lower_, "people" if member else unit, tags, token, first, end)
    if token.ent_type_ == "NORP" or token.tag_ in ("NNPS", "NNS") and re.search(r"(?:is|ians|ans|ese|ish|ch|men|es|s)$", token.text) and token.ent_type_ == "NORP":
        return Noun(token.lower_, "people", tags | {"foreign"} if not tags & {"iraqi", "syrian"} else tags, token, first, end)
    if lower in lexicon.nationalities():
        return Noun(lower, "people", tags, token, first, end)
    return None


def _next(token: Token) -> str:
    return token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""


def tags_of(token: Token, first: int) -> frozenset[str]:
    """Breakdowns named by the noun, its modifiers and what is coordinated with it."""
    doc = token.doc
    words = [t for t in doc[min(first, token.i) : token.i + 1]]
    words += list(_coordinated(token))
    out = {_tag(t) for t in words} - {""}
    if any(t.lemma_.lower() == "family" and _next(t) in ("member", "members") for t in words):
        out.add("families")
    behind = doc[token.i + 1 : token.i + 6].text
    if _AGES.match(behind):
        out = (out - {"children"}) | {"under-5"}
    return frozenset(out)


def _coordinated(token: Token) -> Iterator[Token]:
    """"women and children": the second noun, where no number of its own stands before it."""
    doc, index = token.doc, token.i + 1
    if index < len(doc) and doc[index].lower_ == "(":
        return
    while index < len(doc) and doc[index].lower_ in ("and", "or", "/", ","):
        index += 1
        run = []
        while index < len(doc) and doc[index].pos_ in ("ADJ", "NOUN", "PROPN", "PRON", "DET"):
            run.append(doc[index])
            index += 1
        # A comma goes on only in a list of bare nouns: "men, women and children".
        if not run or not any(_is_noun(t) or t.lemma_.lower() == "family" for t in run[-2:]):
            return
        yield from run


def _tag(token: Token) -> str:
    lemma, lower = token.lemma_.lower(), token.lower_
    if lower in lexicon.nationalities():
        return lexicon.nationalities()[lower]
    if lower in ("foreign", "tcn", "tcns") or (lower == "country" and token.i > 0 and token.nbor(-1).lower_ == "third"):
        return "foreign"
    if lower in ("female",):
        return "women"
    return lexicon.persons().get(lemma, "")


_PRONOUN = re.compile(r"(?:of|among) (?:them|whom|which|those|these)\b", re.IGNORECASE)


def _share(span: Span) -> Noun:
    """A percentage: the breakdown is what follows "of", or the predicate."""
    return _named_behind(span, "percent", span.root)


def _named_behind(span: Span, word: str, token: Token | None) -> Noun:
    """A part: its breakdown is what follows "of", or the predicate ("of whom were women")."""
    tail = span.doc[span.end : min(span.end + 12, span.sent.end)]
    tags: set[str] = set()
    end = span.end_char
    for token in tail:
        if token.text in ".;" or (token.pos_ == "VERB" and tags):
            break
        if tag := _tag(token):
            tags.add(tag)
            end = token.idx + len(token)
        if token.text == "," and tags:
            break
    if _AGES.search(tail.text):
        tags = (tags - {"children"}) | {"under-5"}
    elif re.search(r"under (?:the age of )?(?:18|eighteen)\b|minors", tail.text):
        tags.add("children")
    unit = "percent" if word == "percent" else "people"
    return Noun(word, unit, frozenset(tags), token or span.root, span.start, end)


def partitive(span: Span) -> bool:
    """True for "15 of them", "including 24,300 Syrians", "among them 3": a part of a whole."""
    behind = span.doc[span.end : span.end + 4].text.lower()
    before = span.doc[max(0, span.start - 5) : span.start].text.lower()
    return bool(
        re.match(r"(?:\w+ )?of (?:them|whom|which|those|these|the)\b|(?:\w+ )?among them", behind)
        or re.search(r"(?:including|among them|of whom|of which|of them|among whom|comprising|made up of)\W*(?:\w+ ){0,3}$", before + " ")
    )


def article_noun(sent: Span) -> Iterator[Noun]:
    """Persons told of by an article: "an Iraqi woman", "a two-year-old", "no one"."""
    for token in sent:
        lower = token.lower_
        if lower in ("nobody",) or (lower == "no" and _next(token) == "one"):
            yield Noun("no one", "people", frozenset(), token.nbor(1) if lower == "no" else token, token.i, token.idx + len(token.text_with_ws) + (3 if lower == "no" else 0))
        elif token.dep_ == "det" and lower in ("a", "an", "another", "no") and token.head.i > token.i:
            head = token.head
            if head.lemma_.lower() in lexicon.persons() or re.search(r"-year-old$", head.lower_):
                noun = _classify(head, token.i) or Noun(head.lower_, "people", frozenset({"children"}), head, token.i, head.idx + len(head))
                if noun.unit == "people" and noun.indicator is None:
                    yield noun
