"""Breakdown tags from words: women, children, Iraqi, foreign, under five."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from thirdhand.read import lexicon
from thirdhand.read.span import text_of

_UNDER_5 = re.compile(r"\bunder (?:the age of )?(?:5|five)\b", re.IGNORECASE)
_UNDER_18 = re.compile(
    r"\b(?:under|below|younger than) (?:the age of )?(?:1?[0-8]|[sn]ine|ten|twelve|fifteen|sixteen"
    r"|eighteen)\b(?! per| ?%)",
    re.IGNORECASE,
)


def is_person(token: Token) -> bool:
    """True for a noun that a table knows as a person."""
    # "64,000 displaced" is parsed as a verb, and counts people.
    lower = token.lower_
    named = token.lemma_.lower() in lexicon.persons() or lower == "displaced"
    return named or lower in lexicon.nationalities()


def next_word(token: Token) -> str:
    """The word behind, in lower case; "" at the end of the text."""
    return token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""


def tag(token: Token) -> str:
    """The breakdown that one word carries, "" for none."""
    lemma, lower = token.lemma_.lower(), token.lower_
    if lower in lexicon.nationalities():
        return lexicon.nationalities()[lower]
    third = lower == "country" and token.i > 0 and token.nbor(-1).lower_ == "third"
    if third or lower in ("foreign", "tcn", "tcns"):
        return "foreign"
    return "women" if lower == "female" else lexicon.persons().get(lemma, "")


def tags_of(token: Token, first: int) -> frozenset[str]:
    """Breakdowns named by the noun, its modifiers and what is coordinated with it."""
    doc = token.doc
    words = [*doc[min(first, token.i) : token.i + 1], *_coordinated(token)]
    out = {tag(t) for t in words} - {""}
    if any(t.lemma_.lower() == "family" and next_word(t) in ("member", "members") for t in words):
        out.add("families")
    if _UNDER_5.match(doc[token.i + 1 : token.i + 6].text):
        out = (out - {"children"}) | {"under-5"}
    return frozenset(out)


def _coordinated(token: Token) -> Iterator[Token]:
    """As in "women and children": the further nouns, where they have no number of their own."""
    doc, index = token.doc, token.i + 1
    while index < len(doc) and doc[index].lower_ in ("and", "or", "/", ","):
        index += 1
        run = []
        while index < len(doc) and doc[index].pos_ in ("ADJ", "NOUN", "PROPN", "PRON", "DET"):
            run.append(doc[index])
            index += 1
        # A comma goes on only in a list of bare nouns: "men, women and children".
        if not run or not any(is_person(t) or t.lemma_.lower() == "family" for t in run[-2:]):
            return
        if _AMONG.match(doc[index : index + 2].text):
            return  # "seven people, children among them": they are a part
        yield from run


_AMONG = re.compile(r"(?:among|amongst) (?:them|those|these)\b|included\b", re.IGNORECASE)


# What stands behind a share or a part: "of them women", "of the 70,000 are children", "are Iraqi".
_BE = r"(?:are|were|is|was)"
_OF = r"(?:of|among) (?:them|whom|which|these|those)(?:,[^,;.]{3,30},|,)?"
_NP = r"[^,;.)]{3,50}"
_BEHIND = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^ ?{_OF}(?: {_BE})? (?P<np>{_NP})",
        rf"^ ?of (?:the|its|their|all|al|those)?[^;.)]{{0,60}}?\b{_BE} (?P<np>{_NP})",
        rf"^,? ?{_BE} (?P<np>(?!(?:in|at|on|from|to) ){_NP})",
        r"^ (?P<np>(?!(?:of|and|while|but|or)\b)[^,;.)\d]{3,50})",
    )
)


_NEXT = re.compile(r"\s(?:and|while|but)\s+(?=(?:\w+ )?\d)", re.IGNORECASE)


def named_behind(span: Span, sent: Span) -> tuple[frozenset[str], int]:
    """(breakdown, end offset) of the words that say what a share or a part consists of."""
    text = text_of(sent)[span.end_char - sent.start_char :]
    for pattern in _BEHIND:
        match = pattern.match(text)
        if match is None:
            continue
        start = span.end_char + match.start("np")
        said = _NEXT.split(match["np"])[0]
        words = sent.doc.char_span(start, start + len(said), alignment_mode="expand")
        if words is None:
            continue
        found = {tag(t): t for t in _until_verb(words)}
        found.pop("", None)
        tags = set(found)
        if _UNDER_5.search(said):
            tags = (tags - {"children"}) | {"under-5"}
        elif _UNDER_18.search(said) or re.search(r"\bminors\b", said):
            tags.add("children")
        if tags:
            end = max((t.idx + len(t) for t in found.values()), default=span.end_char)
            return frozenset(tags), end
        return frozenset(), span.end_char
    return frozenset(), span.end_char


def _until_verb(words: Span) -> Iterator[Token]:
    for token in words:
        if token.pos_ in ("VERB", "NUM") and token.i > words.start:
            return
        yield token


_BEFORE = re.compile(
    r"\b(?P<who>Iraqis?|Syrians?|children|minors|women and children|foreigners"
    r"|third[- ]country nationals)"
    r"(?:,? (?:who|which|that))?(?: (?:are|were|is|was|make up|made up|making up|form|formed"
    r"|constitute|represent|comprise|account for|accounted for|number|numbered|have been|now|at))?"
    r"(?: (?:some|about|around|over|more than|nearly|almost|roughly|the))?\s*\(?$",
    re.IGNORECASE,
)
_WHO = {
    "iraqi": "iraqi",
    "iraqis": "iraqi",
    "syrian": "syrian",
    "syrians": "syrian",
    "minors": "children",
    "children": "children",
}


def named_before(text: str) -> frozenset[str]:
    """The breakdown that the words before a share name: "Iraqis are 45 per cent"."""
    match = _BEFORE.search(text)
    if match is None:
        return frozenset()
    who = match["who"].lower()
    return frozenset({"women", "children"} if " and " in who else {_WHO.get(who, "foreign")})


def disease_tags(words: str) -> frozenset[str]:
    """The breakdown that the name of a disease in `words` carries."""
    tags = {
        t
        for t, p in (("covid-19", r"covid|corona"), ("malnutrition", "malnutr|malnourish"))
        if re.search(p, words, re.IGNORECASE)
    }
    if "covid-19" in tags and re.search(r"\b(?:staff|health workers)\b", words):
        tags.add("staff")
    return frozenset(tags)
