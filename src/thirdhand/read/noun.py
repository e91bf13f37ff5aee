"""The noun a number counts: its unit, and the breakdown its words carry."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.act import beside
from thirdhand.read.attempt import attempted
from thirdhand.read.number import Number
from thirdhand.read.numeral import SPELLED
from thirdhand.read.span import lowers
from thirdhand.read.spelling import meant
from thirdhand.read.tags import is_person, named_behind, next_word, tags_of


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted. `indicator` is set where the noun itself names it ("killings").

    measured: the number is what the noun rises to or stands at. unit: "" where the number stands
    without a noun, "-" where it counts nothing of ours.
    first: index of the first token of the noun phrase. end: offset behind the noun.
    """

    word: str | None
    unit: str
    tags: frozenset[str]
    token: Token | None
    first: int
    end: int
    indicator: str | None = None
    measured: bool = False


_SKIPPED = frozenset("of the a an more other additional new others another 's ’s".split())
_OF_THEM = re.compile(r"(?:of|among) (?:them|whom|which|those|these)\b", re.IGNORECASE)
# "11,000 of the 70,000 women": a part of a whole that is named behind it.
_OF_MANY = re.compile(
    rf"of (?:the|its|their|those|[\w’'-]+[’']s) (?:[a-z]+ )?(?:\d|(?:{SPELLED})\b)",
    re.IGNORECASE,
)
_IS = re.compile(r",? ?(?:are|were|is|was) ", re.IGNORECASE)


def noun_of(span: Span, number: Number, sent: Span) -> Noun | None:
    """The noun of the number at `span`: None where what it counts is none of ours."""
    if number.kind == "money":
        return Noun(None, "usd", frozenset(), None, span.start, span.end_char)
    behind = sent.doc[span.end : min(span.end + 3, sent.end)].text
    if number.kind == "percent" or _OF_THEM.match(behind):
        return _part(span, sent, "percent" if number.kind == "percent" else "people")
    heads = list(_heads(span, sent))
    if not heads and (noun := _labelled(span)) is not None:
        return noun
    if _OF_MANY.match(sent.doc[span.end : min(span.end + 6, sent.end)].text):
        return _measured(span) or replace(_part(span, sent, "people"), end=span.end_char)
    for head in heads:
        if (noun := classify(head, span.start)) is not None:
            known = number.kind != "ordinal" or noun.indicator is not None
            return noun if known and noun.unit != "-" else None
        near = head.i <= span.end + 2 and any(c.isalpha() for c in head.text)
        if head == span.root.head and span.root.dep_ == "nummod" and near:
            if beside(span.root) is not None:
                break  # "30 hurt" is often parsed as thirty hurts
            return None  # it counts a thing that no table knows
    return None if number.kind == "ordinal" else _bare(span, sent)


def _bare(span: Span, sent: Span) -> Noun | None:
    """A number without a noun of its own behind it."""
    if (noun := _measured(span)) is not None:
        return noun
    return None if _of_things(span) or _of_name(span) else _alone(span, sent)


def _of_things(span: Span) -> bool:
    """True for "one of the two days": a part of what is no people."""
    behind = span.doc[span.end : span.end + 5]
    if len(behind) < 2 or behind[0].lower_ != "of":
        return False
    inner = next((c for c in behind[0].children if c.dep_ == "pobj"), None)
    if inner is None or inner.pos_ != "NOUN":
        return False
    noun = classify(inner, inner.i)
    return noun is None or noun.unit not in ("people", "households")


def _of_name(span: Span) -> bool:
    """True for "Kurdistan 24", "Game 7": a small number that belongs to the name before it."""
    doc, first = span.doc, span.start
    if first == 0 or len(span) > 1 or not span.text.isdecimal() or len(span.text) > 2:
        return False
    before = doc[first - 1]
    if first > 1 and doc[first - 2].text == ":":
        return False
    if first > _TWO and doc[first - 2].text in (",", ";", "and") and doc[first - 3].like_num:
        return False  # "Kesh 17, Marrow 3 and Ostan 5"
    return before.pos_ == "PROPN" and before.text[0].isupper() and not is_person(before)


_TWO = 2


# "Attacks fell to 7", "the dead number 31", "crimes came to 93": the subject is what is counted.
_MEASURES = frozenset(
    "come reach stand number total fall rise hit drop climb grow increase decrease exceed amount"
    " pass top swell shrink cut reduce bring put decline surge jump double estimate go dwindle"
    " be remain approach near surpass".split()
)
_NUMBERS_OF = frozenset("number total count toll tally figure sum".split())


def _measured(span: Span) -> Noun | None:
    """The noun whose measure a bare number is: what rises to it, or is brought down to it."""
    node = span.root
    for _ in range(3):
        if node.dep_ not in ("pobj", "prep", "dobj", "attr", "nummod", "npadvmod"):
            break
        if node.dep_ == "prep" and node.lower_ not in ("to", "at", "of", "from", "by"):
            break
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            break
    if node.lemma_.lower() not in _MEASURES or node.pos_ not in ("VERB", "AUX"):
        return None
    roles = ("dobj", "nsubjpass", "nsubj") if node.lemma_ in _MOVES else ("nsubj", "nsubjpass")
    for role in roles:
        subject = next((c for c in node.children if c.dep_ == role and c.i < span.start), None)
        if subject is not None and (noun := _subject(subject, span)) is not None:
            return noun
    return None


_MOVES = frozenset("bring put cut reduce increase".split())


def _subject(token: Token, span: Span) -> Noun | None:
    if token.lemma_.lower() in _NUMBERS_OF:
        inner = (g for c in token.children if c.dep_ == "prep" for g in c.children)
        verb = token.head
        whose = verb.head if any(c.tag_ == "WP$" for c in token.children) else token
        token = next((g for g in inner if g.dep_ == "pobj"), whose)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") and not is_person(token):
        return None
    noun = classify(token, token.left_edge.i if token.i - token.left_edge.i < 5 else token.i)
    if noun is None or noun.unit in ("-", "items"):
        return None
    return replace(noun, first=span.start, end=span.end_char, measured=True)


def _alone(span: Span, sent: Span) -> Noun:
    """A number without a noun: what it is said to be ("29,000 are women") names it."""
    behind = sent.doc[span.end : min(span.end + 3, sent.end)].text
    if _IS.match(behind + " "):
        return _part(span, sent, "people")
    return Noun(None, "", frozenset(), None, span.start, span.end_char)


def _part(span: Span, sent: Span, unit: str) -> Noun:
    tags, end = named_behind(span, sent)
    word = "percent" if unit == "percent" else "of them"
    return Noun(word, unit, tags, span.root, span.start, end)


def _labelled(span: Span) -> Noun | None:
    """As in "Individuals: 69,015": the label is the noun."""
    doc = span.doc
    if span.start < 2 or doc[span.start - 1].text not in (":", "|", "="):
        return None
    label = doc[max(span.sent.start, span.start - 9) : span.start - 1]
    known = (t for t in reversed(label) if t.pos_ in ("NOUN", "PROPN", "ADJ") or is_person(t))
    first = next(known, None)
    noun = classify(first, max(label.start, first.i - 3)) if first is not None else None
    if noun is None or noun.indicator is not None:
        return None
    return Noun(noun.word, noun.unit, noun.tags, noun.token, span.start, span.end_char)


def _heads(span: Span, sent: Span) -> Iterator[Token]:
    """Nouns the number may count, the parser's choice first, then what stands behind it."""
    doc, head = span.doc, span.root.head
    between = doc[span.end : max(head.i, span.end)].text
    if (
        span.root.dep_ in ("nummod", "quantmod", "amod", "compound")
        and span.start < head.i < sent.end
        and not re.search(r"[:;,]|\)(?! )|^\)", between)
    ):
        while (
            head.dep_ == "compound" and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN")
        ):
            head = head.head
        yield head
    for index in range(span.end, min(span.end + 9, sent.end)):
        token = doc[index]
        paired = token.lower_ == "and" and index > span.end and doc[index - 1].pos_ == "NOUN"
        behind_more = token.pos_ == "DET" and doc[index - 1].lower_ != "of"
        if behind_more or not (paired or _inside(token)):
            return
        noun = token.pos_ in ("NOUN", "PROPN") or is_person(token)
        goes_on = index + 1 < sent.end and doc[index + 1].pos_ in ("NOUN", "PROPN")
        if noun and not goes_on:
            yield token


def _inside(token: Token) -> bool:
    """True where a noun phrase that began with a number may go on."""
    return (
        token.pos_ in ("ADJ", "NOUN", "PROPN", "DET", "PART")
        or token.lower_ in _SKIPPED
        or token.text in "-()/"
        or token.tag_ in ("VBN", "VBG", "POS")
    )


def classify(token: Token, first: int) -> Noun | None:
    """The noun as the tables know it; None where they do not."""
    lemma, lower = token.lemma_.lower(), token.lower_
    end = token.idx + len(token)
    tags = tags_of(token, first)
    before = token.nbor(-1).lemma_.lower() if token.i > 0 else ""
    if lemma == "attempt" and (row := attempted(token)) is not None:
        return Noun(lemma, row.unit, tags, token, first, end, row.indicator)
    for key in (f"{before} {lemma}", lemma, lower):
        if key in lexicon.counted():
            row = lexicon.counted()[key]
            return Noun(key, row.unit, tags | set(row.by), token, first, end, row.indicator)
    return _known(token, first, tags) or _guessed(token, first, tags)


def _known(token: Token, first: int, tags: frozenset[str]) -> Noun | None:
    """A person, a household, a thing or a people that a table knows."""
    lemma, lower = token.lemma_.lower(), token.lower_
    end = token.idx + len(token)
    for key in (lemma, lower, lower.removesuffix("s")):
        if key == "head" and _LIVESTOCK.match(token.doc[token.i + 1 : token.i + 3].text):
            return Noun(lower, "-", tags, token, first, end)
        if key in lexicon.persons():
            return Noun(lower, "people", tags, token, first, end)
        if key in lexicon.unit_nouns():
            member = key == "family" and next_word(token) in ("member", "members")
            unit = "people" if member else lexicon.unit_nouns()[key]
            if unit == "-" and key.startswith(("km", "kilomet")) and _of_area(token):
                unit = "km2"
            return Noun(lower, unit, tags, token, first, end)
    if lower in lexicon.nationalities():
        return Noun(lower, "people", tags, token, first, end)
    if token.ent_type_ == "NORP" and token.pos_ in ("NOUN", "PROPN"):
        own = tags & set(lexicon.nationalities().values())
        return Noun(lower, "people", tags if own else tags | {"foreign"}, token, first, end)
    return None


def _guessed(token: Token, first: int, tags: frozenset[str]) -> Noun | None:
    """A noun in no table: written with a slip, or the name of a people by its form."""
    lower, end = token.lower_, token.idx + len(token)
    if (word := meant(lower)) is not None:
        unit = lexicon.unit_nouns().get(word.replace("ies", "y").removesuffix("s"), "people")
        return Noun(word, unit, tags, token, first, end)
    return Noun(lower, "people", tags, token, first, end) if _people_of(token) else None


# What a people or the people of a place are called: "Ostanians", "Kesharis", "Maltese".
_DEMONYM = re.compile(r"[A-ZÀ-Þ][\w'’-]*(?:ans|ians|[^t]is|ites|ese|eans|eños|awis|shmen|chmen)")
_DOING = frozenset(
    "flee shelter displace evacuate relocate arrive return take seek live reside stay cross"
    " migrate settle kill injure wound rescue strand deport expel detain arrest uproot".split()
)


# What is done to people only, so that its object is one of them: "39 facilitators were captured".
_TO_PEOPLE = frozenset(
    "arrest kill wound injure murder behead execute assassinate repatriate vaccinate deport"
    " imprison interrogate rescue apprehend martyr slay".split()
)


def _people_of(token: Token) -> bool:
    """True for a plural that names people: a people by its ending, or anybody by the verb."""
    verb = token.head
    if token.tag_ == "NNS" and token.dep_ in ("nsubjpass", "dobj") and verb.lemma_ in _TO_PEOPLE:
        return True
    if token.pos_ != "PROPN" or token.text.isupper() or not token.text.endswith(("s", "n", "e")):
        return False
    if _DEMONYM.fullmatch(token.text):
        return True
    return (
        token.text.endswith("s")
        and token.dep_ in ("nsubj", "nsubjpass", "dobj")
        and verb.lemma_.lower() in _DOING
    )


_LIVESTOCK = re.compile(r"of (?!famil|household)", re.IGNORECASE)


def _of_area(token: Token) -> bool:
    around = token.doc[max(0, token.i - 8) : token.i + 6].text.lower()
    return "area" in around or "square" in around


def partitive(span: Span) -> bool:
    """True for "15 of them", "including 24,300 Syrians", "among them 3": a part of a whole."""
    behind = span.doc[span.end : span.end + 4].text.lower()
    if _OF_MANY.match(span.doc[span.end : span.end + 6].text):
        return False
    before = span.doc[max(0, span.start - 5) : span.start].text.lower()
    return bool(
        re.match(
            r"(?:\w+ )?of (?:them|whom|which|those|these)\b|of the\b|(?:\w+ ){0,2}among them",
            behind,
        )
        or re.search(
            r"(?:including|among them|of whom|of which|of them|among whom|comprising"
            r"|made up of|(?<!camp )(?<!site )(?<!it )includes?)"
            r"\W*(?:\w+ ){0,3}$",
            before + " ",
        )
    )


def _none(token: Token) -> Noun | None:
    """As in "no deaths", "not a single case": none of what is counted."""
    doc, first = token.doc, token.i
    if token.lower_ not in ("no", "single"):
        return None
    if token.lower_ == "single":
        if first < 2 or doc[first - 2].lower_ != "not" or doc[first - 1].lower_ != "a":
            return None
        first -= 2
    head = token.head
    if token.dep_ not in ("det", "amod") or not token.i < head.i < token.i + 4:
        return None
    noun = classify(head, first)
    harm = ("deaths", "killed", "injured", "arrests", "disease-cases", "arrivals", "returns")
    return noun if noun is not None and noun.indicator in harm else None


def article_noun(sent: Span) -> Iterator[Noun]:
    """Persons told of by an article: "an Iraqi woman", "a two-year-old", "no one", "another"."""
    words = lowers(sent.doc)
    for index in range(sent.start, sent.end):
        lower = words[index]
        if lower not in ("a", "an", "another", "no", "single", "nobody"):
            continue
        token = sent.doc[index]
        if lower == "nobody":
            yield Noun("nobody", "people", frozenset(), token, index, token.idx + len(token))
            continue
        if (noun := _none(token)) is not None:
            yield noun
        if lower == "no" and next_word(token) == "one":
            one = token.nbor(1)
            yield Noun("no one", "people", frozenset(), one, token.i, one.idx + len(one))
        elif (
            lower == "another"
            and token.dep_ in ("dobj", "nsubjpass", "nsubj")
            and token.pos_ in ("PRON", "DET")
        ):
            yield Noun("another", "people", frozenset(), token, token.i, token.idx + len(token))
        elif token.dep_ == "det" and token.head.i > token.i and noun is None:
            yield from _one_person(token, lower)


def _one_person(token: Token, lower: str) -> Iterator[Noun]:
    """As in "a woman", "a two-year-old", where the article introduces whom something befell."""
    head, doc = token.head, token.doc
    listed = head.dep_ == "conj" and (
        head.head.dep_ in ("nsubj", "nsubjpass", "dobj")
        or any(c.dep_ == "nummod" for c in head.head.children)
    )
    if head.dep_ in ("appos", "conj", "attr") and lower != "no" and not listed:
        return  # one of several told of already, or what somebody is
    aged = re.search(r"year\W{1,3}old$", doc[token.i : head.i + 1].text.lower())
    if head.dep_ == "nsubj" and head.head.lemma_ in lexicon.cue_verbs():
        return  # who says it is not whom it happened to
    if is_person(head) or aged or head.lower_ in lexicon.nationalities():
        noun = classify(head, token.i)
        tags = frozenset({"children"})
        child = Noun(head.lower_, "people", tags, head, token.i, head.idx + len(head))
        if noun is None or (noun.unit == "people" and noun.indicator is None):
            yield noun or child
