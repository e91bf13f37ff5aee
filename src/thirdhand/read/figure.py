"""Numbers -> figures: value, hedge, unit, the noun they count."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from thirdhand.model.quantity import Hedge, Quantity
from thirdhand.read import lexicon
from thirdhand.read.noun import Noun, article_noun, noun_of, partitive
from thirdhand.read.number import Number, numbers
from thirdhand.read.numeral import BIG
from thirdhand.read.span import text_of


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with the words of the parse it stands on.

    start..end covers hedge, number and noun, as offsets in the account's text. `token` is where
    the count hangs in the parse. part: "of them", "including": a part of a whole named before.
    rate: so many a day. often: so many again and again, by the verb behind it.
    """

    start: int
    end: int
    number: Number
    quantity: Quantity
    noun: Noun
    token: Token
    sent: Span
    part: bool
    rate: bool
    often: bool = False


_RATE = re.compile(
    r"^\W*(?:people|families|children|cases)?\s*(?:(?:every|each|per"
    r"|a) (?:single )?(?:day|week|month|year)|per (?:[\d,.]+|person|capita|head)|weekly"
    r"|monthly|daily)\b",
    re.IGNORECASE,
)
# Behind a verb: "one refugee is murdered each month".
_OFTEN = re.compile(
    r"\s+(?:(?:is|are|was|were|gets?|(?:has|have) been)\s+)?(?:\w+ly\s+)?(?!and\b|or\b)\w+\s+"
    r"(?:each|every|per)\s+(?:single\s+)?(?:day|week|month|year)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"^\s*(?:-|–|to|and)\s*$")


def counts(doc: Doc, sent: Span, taken: Sequence[tuple[int, int]]) -> Iterator[Count]:
    """The counts of one sentence, left to right. `taken`: stretches of text that are dates."""
    text, base = text_of(sent), sent.start_char
    dated = [(s - base, e - base) for s, e in taken if s < sent.end_char and base < e]
    found = list(_undated(numbers(text), sorted(dated)))
    skip = -1
    made: list[Count] = []
    for index, number in enumerate(found):
        if index == skip:
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        joined = _joined(text, number, following)
        if joined is not number:
            skip = index + 1
        count = _count(doc, sent, joined)
        if count is not None:
            made.append(count)
    yield from made
    ends = [c.end for c in made]
    for one in _articles(doc, sent):
        index = bisect_right(ends, one.start)
        if index == len(made) or made[index].start >= one.end:
            yield one


def _undated(found: Iterable[Number], dated: Sequence[tuple[int, int]]) -> Iterator[Number]:
    """The numbers that are no part of a date. Both run from left to right."""
    index = 0
    for number in found:
        while index < len(dated) and dated[index][1] <= number.start:
            index += 1
        if index == len(dated) or number.end <= dated[index][0]:
            yield number


def _joined(text: str, number: Number, following: Number | None) -> Number:
    """A range "3,000 to 3,500" or "between 5 and 7" as one number."""
    if following is None or {number.kind, following.kind} != {"cardinal"}:
        return number
    between = text[number.end : following.start]
    before = text[max(0, number.start - 20) : number.start]
    spoken = re.search(r"\bbetween\s*$", before, re.IGNORECASE)
    low = _scaled(text, number, following)
    if not _RANGE.match(between) or ("and" in between and not spoken) or low >= following.low:
        return number
    if re.search(r"\bfrom\s*$", before, re.IGNORECASE):
        return number
    return Number(number.start, following.end, low, following.high, "cardinal")


_SCALE = re.compile(r"(?:" + "|".join(BIG) + r")s?$", re.IGNORECASE)


def _scaled(text: str, number: Number, following: Number) -> float:
    """The lower end of a range that shares the scale of its upper one: "two to three million"."""
    scale = _SCALE.search(text[following.start : following.end])
    if scale is None or _SCALE.search(text[number.start : number.end]):
        return number.high
    value = number.high * BIG[scale[0].lower().removesuffix("s")]
    return value if value < following.low else number.high


def hedge_of(text: str, start: int, end: int) -> tuple[Hedge, int, int]:
    """(hedge, start, end) of the words text[start:end], the hedge's own words taken in."""
    before, after = text[max(0, start - 40) : start], text[end : end + 20]
    for pattern, hedge in (
        lexicon.hedges("before") if lexicon.hedged("before").search(before) else ()
    ):
        if match := pattern.search(before):
            return hedge, start - (len(before) - match.start()), end
    for pattern, hedge in lexicon.hedges("after") if lexicon.hedged("after").search(after) else ():
        if match := pattern.match(after):
            return hedge, start, end + match.end()
    return "exact", start, end


def _quantity(number: Number, unit: str, hedge: Hedge) -> Quantity:
    if number.kind == "vague":
        return Quantity(number.low, number.high, unit, "vague")
    if number.ranged:
        return Quantity(number.low, number.high, unit, "range")
    return Quantity.hedged(number.low, unit, hedge)


def _count(doc: Doc, sent: Span, number: Number) -> Count | None:
    base, text = sent.start_char, text_of(sent)
    span = doc.char_span(base + number.start, base + number.end, alignment_mode="expand")
    if span is None:
        return None
    noun = noun_of(span, number, sent)
    if noun is None or noun.unit == "-":
        return None
    hedge, start, end = hedge_of(text, number.start, number.end)
    stop = max(end, noun.end - base)
    rate = bool(_RATE.match(text[stop : stop + 60]))
    return Count(
        base + start, base + stop, number, _quantity(number, noun.unit, hedge), noun,
        noun.token or span.root, sent, partitive(span), rate,
        bool(_OFTEN.match(text[stop : stop + 60])),
    )  # fmt: skip


def _articles(doc: Doc, sent: Span) -> Iterator[Count]:
    """As in "an Iraqi woman", "no one": one person, or none, told of without a number."""
    for noun in article_noun(sent):
        start = doc[noun.first].idx
        value = 0.0 if doc[noun.first].lower_ in ("no", "not", "nobody", "none") else 1.0
        number = Number(start - sent.start_char, start - sent.start_char, value, value, "cardinal")
        assert noun.token is not None  # noqa: S101 - article_noun starts from a token
        yield Count(
            start, noun.end, number, Quantity(value, value, noun.unit), noun, noun.token, sent,
            partitive(doc[noun.first : noun.first + 1]), False,
        )  # fmt: skip
