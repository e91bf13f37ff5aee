"""Numbers in digits and in words, and what can be read of them before any noun."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from thirdhand.read.number import Number
from thirdhand.read.numeral import VAGUE
from thirdhand.read.plain.spell import Sequence, Word, joins
from thirdhand.read.plain.table import CLITICS, found, table

_DIGITS = r"\d{1,3}(?:[ .,،]\d{3})+(?![\d])|\d+(?:[.,]\d{1,2}(?!\d))?"
_LEAD = {"ar": r"(?P<lead>[وف]?[بلك]?(?:ال|ل)?)", "fr": r"(?P<lead>)"}
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_AFTER = re.compile(
    r"[.,/:-]?\d|(?:e|er|ère|ème|nd|nde|è|h|º|°)(?!\w)|-?[A-Za-z]-?\d", re.IGNORECASE
)


@cache
def _lexer(code: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/:-]){_LEAD[code]}(?P<digits>{_DIGITS})|(?P<word>(?<![^\W\d_])[^\W\d_]+)"
    )


@cache
def _words(code: str) -> dict[str, tuple[str, int]]:
    """Word -> (kind, value): "small" adds up, "scale" multiplies."""
    rows = table(code)["numbers"]
    out = {w: ("small", int(v)) for v, words in rows["small"].items() for w in words.split()}
    out |= {w: ("scale", int(v)) for v, words in rows["scale"].items() for w in words.split()}
    return out


def _token(code: str, match: re.Match[str]) -> Word | None:
    if match["digits"]:
        start = match.start("digits")
        value = _value(match["digits"])
        return Word(start, match.end(), "digits", value, (match["lead"] or "").startswith("و"))
    words, whole = _words(code), match["word"].lower()
    for cut in (0, 1, 2) if code == "ar" else (0,):
        lead, word = whole[:cut], whole[cut:]
        if (
            word in words
            and set(lead) <= set("وفبلك")
            and (lead in ("", "و") or len(word) > 3 or word == "الف")
        ):
            kind, value = words[word]
            start = match.start("word") + (0 if lead == "و" else cut)
            dual = _dual(code).fullmatch(word) is not None and not _CLOSED.match(
                match.string, match.end()
            )
            return Word(start, match.end(), kind, float(value), lead.startswith("و"), dual)
    return None


# The accusative singular is spelt like the dual; no noun of its own stands behind it.
_CLOSED = re.compile(r"\s*(?:[^\w\s]|و|من |في |عام|$)")


@cache
def _dual(code: str) -> re.Pattern[str]:
    return re.compile("|".join(table(code)["duals"]) or r"(?!)")


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[ .,،]\d{3})+", digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", "."))


def numbers(code: str, text: str) -> Iterator[Number]:
    """Every number of folded text, left to right, none inside another."""
    vague = list(_vague(code, text))
    taken = bytearray(len(text))
    for number in vague:
        taken[number.start : number.end] = b"\x01" * (number.end - number.start)
    found: list[Number] = []
    run: Sequence | None = None
    for match in _lexer(code).finditer(text):
        word = _token(code, match)
        if word is None or any(taken[word.start : word.end]) or _no_count(word, text):
            continue
        if run is not None and joins(code, text[run.end : word.start]) and run.add(word):
            continue
        if run is not None:
            found += run.number(text)
        run = Sequence.of(code, word)
    if run is not None:
        found += run.number(text)
    yield from sorted([*vague, *(_percent(code, n, text) for n in found)], key=lambda n: n.start)


def _no_count(word: Word, text: str) -> bool:
    """True for digits that go on as a date, an ordinal, an hour."""
    return word.kind == "digits" and bool(_AFTER.match(text, word.end))


def _percent(code: str, number: Number, text: str) -> Number:
    match = _percents(code).match(text, number.end)
    if match is None:
        return number
    return Number(number.start, match.end(), number.low, number.high, "percent")


@cache
def _percents(code: str) -> re.Pattern[str]:
    body = "|".join(table(code)["percent"])
    return re.compile(rf"\s?(?:%|(?:{body})(?!\w))", re.IGNORECASE)


@cache
def _vagues(code: str) -> tuple[re.Pattern[str], dict[str, Number]]:
    """A pattern of the words, the longest first, and what each of its groups means."""
    tables = table(code)
    rows = [(w, Number(0, 0, *VAGUE[n], "vague")) for n, ws in tables["vague"].items() for w in ws]
    rows += [
        (w, Number(0, 0, v, v, "percent")) for v, ws in tables["fractions"].items() for w in ws
    ]
    rows += [(w, Number(0, 0, v, v, "cardinal")) for v, ws in tables["rounded"].items() for w in ws]
    rows.sort(key=lambda row: -len(row[0]))
    body = "|".join(rf"(?P<g{i}>{word})" for i, (word, _) in enumerate(rows))
    meant = {f"g{i}": number for i, (_, number) in enumerate(rows)}
    return re.compile(rf"(?<!\w){CLITICS[code]}(?:{body})(?!\w)", re.IGNORECASE), meant


def _vague(code: str, text: str) -> Iterator[Number]:
    """Vague plurals, fractions (as percent) and rounded nouns ("a hundred or so")."""
    pattern, meant = _vagues(code)
    for match in pattern.finditer(text):
        name = match.lastgroup or ""
        yield replace(meant[name], start=match.start(name), end=match.end(name))


@cache
def _rounded(code: str) -> re.Pattern[str]:
    return found(code, [w for words in table(code)["rounded"].values() for w in words])


def is_rounded(code: str, number: Number, text: str) -> bool:
    """True for a noun that rounds by itself ("une centaine")."""
    return bool(_rounded(code).fullmatch(text[number.start : number.end]))


def is_year(number: Number, text: str) -> bool:
    """True for four digits that are more often a year than a count."""
    return bool(_YEAR.match(text[number.start : number.end]))
