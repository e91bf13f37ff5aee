"""Numbers -> counts: value, hedge, unit, the noun counted, part of a whole or not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from thirdhand.model.quantity import Hedge, Quantity
from thirdhand.read.number import Number
from thirdhand.read.plain.noun import Noun, behind, noun
from thirdhand.read.plain.number import is_rounded, is_year, numbers
from thirdhand.read.plain.table import CLITICS, found, pattern, table


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of one sentence; start and end are offsets in the sentence's folded text."""

    start: int
    end: int
    number: Number
    quantity: Quantity
    noun: Noun
    part: bool


_NEAR = 60


def counts(code: str, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Count]:
    """The counts of a sentence, left to right. `taken`: stretches of it that are dates."""
    end = 0
    found_numbers = list(_ranges(code, text))
    stops = [*(n.start for n in found_numbers[1:]), len(text)]
    for number, stop in zip(found_numbers, stops, strict=False):
        if number.start < end or any(s < number.end and number.start < e for s, e in taken):
            continue
        count = _count(code, text, number, stop)
        if count is not None:
            end = count.end
            yield count
    yield from _pairs(code, text)
    yield from _singles(code, text)


def _ranges(code: str, text: str) -> Iterator[Number]:
    """The numbers, with "from 5 to 7" and "between 5 and 7" as one."""
    found_numbers = list(numbers(code, text))
    skip = -1
    for index, number in enumerate(found_numbers):
        if index == skip:
            continue
        following = found_numbers[index + 1] if index + 1 < len(found_numbers) else None
        if following and _range(code, text, number, following):
            skip = index + 1
            yield Number(number.start, following.end, number.low, following.high, "cardinal")
        else:
            yield number


def _range(code: str, text: str, one: Number, two: Number) -> bool:
    between, before = text[one.end : two.start], text[max(0, one.start - _NEAR) : one.start]
    if {one.kind, two.kind} != {"cardinal"} or one.low >= two.low:
        return False
    if pattern(code, "changes").search(re.split(r"[.,،;؛:()]|\d", before)[-1]):
        return False  # "rose from 10,000 to 73,000": two counts of two times
    spoken = re.search(r"(?:بين|entre)\s+$", before)
    dash = re.fullmatch(r"\s*[-–]\s*| à | الي ", between)
    return bool(dash or (spoken and re.fullmatch(r"\s*(?:و|et )\s*", between)))


def _count(code: str, text: str, number: Number, following: int) -> Count | None:
    before, after = text[max(0, number.start - _NEAR) : number.start], text[number.end :][:_NEAR]
    if number.kind == "cardinal" and _labelled(code, before, after):
        return None
    thing = _noun_of(code, text, number, following)
    if thing.unit == "-" or (is_year(number, text) and not thing.word):
        return None
    part = bool(_part_before(code).search(before) or _part_after(code).match(after))
    hedge, lead = _hedge(code, before)
    if hedge == "exact" and is_rounded(code, number, text):
        hedge = "about"
    stop = max(number.end, thing.end)
    behind_it = text[stop : stop + _NEAR]
    if hedge == "exact" and (match := _hedge_after(code).match(behind_it)):
        hedge = _hedges(code, "after")[match.lastindex - 1]  # type: ignore[operator]
        stop += match.end()
    if thing.unit != "litres per day" and _rate(code, text, stop):
        return None
    quantity = _quantity(number, thing.unit or "people", hedge)
    return Count(number.start - lead, stop, number, quantity, thing, part)


def _rate(code: str, text: str, at: int) -> bool:
    """True where the words behind say "each week": before any mark or other number."""
    return bool(pattern(code, "rate").search(re.split(r"[.,،;؛:()]|\d", text[at : at + 40])[0]))


def _labelled(code: str, before: str, after: str) -> bool:
    return bool(
        _label(code).search(before) and (_age(code).match(after) or not _plural_noun(code, after))
    )


def _plural_noun(code: str, after: str) -> bool:
    match = re.match(r"\s*(?:[^\W\d_]+)", after)
    return bool(match and noun(code, match[0].strip()))


def _noun_of(code: str, text: str, number: Number, following: int) -> Noun:
    if number.kind != "percent":
        return behind(code, text, number.end, following)
    words = re.split(r"[.,،;؛:)]|\d", text[number.end : number.end + 90])[0]
    tags: set[str] = set()
    end = 0
    for match in re.finditer(r"[^\W\d_]+", words):
        known = noun(code, match[0])
        if known and known.tags:
            tags |= known.tags
            end = number.end + match.end()
    return Noun(None, "percent", frozenset(tags), end=end)


def _quantity(number: Number, unit: str, hedge: Hedge) -> Quantity:
    if number.kind == "vague":
        return Quantity(number.low, number.high, unit, "vague")
    if number.ranged:
        return Quantity(number.low, number.high, unit, "range")
    return Quantity.hedged(number.low, unit, hedge)


@cache
def _label(code: str) -> re.Pattern[str]:
    return re.compile(
        found(code, table(code)["label_before"]).pattern + r"\s*(?:ال)?$", re.IGNORECASE
    )


@cache
def _age(code: str) -> re.Pattern[str]:
    return re.compile(r"\s*" + found(code, table(code)["age_after"]).pattern, re.IGNORECASE)


@cache
def _part_before(code: str) -> re.Pattern[str]:
    hedges = "|".join(w for ws in table(code)["hedges"]["before"].values() for w in ws)
    lead = found(code, table(code)["part_before"]).pattern
    return re.compile(rf"{lead}[\s,]*(?:{CLITICS[code]}(?:{hedges})\s*)?$", re.IGNORECASE)


@cache
def _part_after(code: str) -> re.Pattern[str]:
    return re.compile(r"\s*" + found(code, table(code)["part_after"]).pattern, re.IGNORECASE)


@cache
def _hedges(code: str, side: str) -> tuple[Hedge, ...]:
    return tuple(table(code)["hedges"][side])


def _groups(code: str, side: str) -> str:
    """One group a hedge, in the order of the table, the longest words first."""
    rows = table(code)["hedges"][side].values()
    return "|".join(f"({'|'.join(sorted(ws, key=len, reverse=True))})" for ws in rows)


@cache
def _hedge_before(code: str, side: str) -> re.Pattern[str]:
    gap = r"(?:\s+[^\s\d]+){0,8}?" if side == "far" else ""
    tie = r"\s*(?:[بلك]?(?:ال)?)" if code == "ar" else r"\s*(?:(?:le|la|les|des|de|d'|à)\s*)?"
    start = rf"(?<!\w){CLITICS[code]}(?:{_groups(code, side)})(?:(?<=')|(?!\w))"
    return re.compile(f"{start}{gap}{tie}$", re.IGNORECASE)


@cache
def _hedge_after(code: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_groups(code, 'after')})(?!\w)", re.IGNORECASE)


def _hedge(code: str, before: str) -> tuple[Hedge, int]:
    """(hedge, how many characters it stands before the number); what stands next to it first."""
    clause = re.split(r"[،,;؛:.()]|\d", before)[-1]
    for side in ("before", "far"):
        match = _hedge_before(code, side).search(clause)
        if match is not None and match.lastindex:
            lead = len(clause) - match.start(match.lastindex)
            return _hedges(code, side)[match.lastindex - 1], lead
    return "exact", 0


def _pairs(code: str, text: str) -> Iterator[Count]:
    """The Arabic dual: a noun whose form says two."""
    if code != "ar":
        return
    for match in re.finditer(r"[^\W\d_]+", text):
        known = noun(code, match[0])
        if known is None or known.form != "two":
            continue
        if re.search(r"\d\s*$", text[max(0, match.start() - 4) : match.start()]):
            continue
        start = match.start() + (match[0][0] == "و" and noun(code, match[0][1:]) == known)
        number = Number(start, match.end(), 2, 2, "cardinal")
        count = _count_of(code, text, number, replace(known, end=match.end()))
        if count is not None:
            yield count


@cache
def _single(code: str) -> re.Pattern[str]:
    """What befell one person: "the killing of a woman", the person as "who"."""
    return re.compile("|".join(table(code)["one_person"]), re.IGNORECASE)


def _singles(code: str, text: str) -> Iterator[Count]:
    """One person told of without a number."""
    for match in _single(code).finditer(text):
        start, end = match.span(match.lastgroup or 0)
        known = noun(code, text[start:end])
        if known is None or known.unit != "people" or known.form != "one" or known.indicator:
            continue
        if code == "ar" and text.startswith("ال", start):
            continue  # the person told of before
        thing, number = replace(known, end=end), Number(start, end, 1, 1, "cardinal")
        yield Count(start, end, number, Quantity(1, 1, "people"), thing, False)


def _count_of(code: str, text: str, number: Number, thing: Noun) -> Count | None:
    before = text[max(0, number.start - _NEAR) : number.start]
    if _rate(code, text, number.end):
        return None
    part = bool(_part_before(code).search(before))
    hedge, lead = _hedge(code, before)
    quantity = Quantity.hedged(2, thing.unit, hedge)
    return Count(number.start - lead, number.end, number, quantity, thing, part)
