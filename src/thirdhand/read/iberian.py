"""Figures alone, in Spanish and Portuguese: a number, perhaps an adjective, and its noun.

No claim is made of them: who says it, when and where are not read in these languages.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from thirdhand.model import Figure
from thirdhand.model.quantity import Hedge, Quantity
from thirdhand.read.numeral import VAGUE

LANGUAGES = ("es", "pt")
_DIGITS = r"\d{1,3}(?:[. \u00a0\u202f]\d{3})+(?!\d)|\d+(?:,\d{1,2}(?!\d))?"
_ARTICLES = ("un", "una", "um", "uma")  # "un centenar" is a hundred
_NEAR = 90  # characters around a count of homes in which their loss is told


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of one language; values of its number words."""

    figure: re.Pattern[str]
    values: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, str]
    hedges: tuple[tuple[re.Pattern[str], Hedge], ...]
    lost: re.Pattern[str]


def figures(code: str, text: str) -> Iterator[Figure]:
    """The figures of people, households and homes of `text`, left to right."""
    words = _words(code)
    for match in words.figure.finditer(text):
        low, high = _value(words, match)
        unit = "people" if match["people"] else "households" if match["households"] else "items"
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if unit == "items" and words.lost.search(around):
            unit = "households"  # homes lost are counted as the households they were home to
        hedge, lead = _hedge(words, text[max(0, match.start() - 30) : match.start()])
        told = Quantity.hedged(low, unit, hedge) if low == high else None
        told = told or Quantity(low, high, unit, "vague")
        start = match.start() - lead
        yield Figure(
            start, match.end(), text[start : match.end()], told.low, told.high, unit, told.hedge,
            match["noun"].lower(),
        )  # fmt: skip


def _value(words: _Words, match: re.Match[str]) -> tuple[float, float]:
    if match["vague"]:
        low, high = VAGUE[words.vague[re.sub(r"\s+", " ", match["vague"].lower())]]
        return float(low), float(high)
    total, part = 0.0, 0.0
    if match["digits"]:
        part = float(re.sub(r"[. \u00a0\u202f]", "", match["digits"]).replace(",", "."))
    spelt = re.findall(r"\w+", (match["words"] or match["scale"] or "").lower())
    for word in spelt[1:] if spelt[1:] and spelt[0] in _ARTICLES else spelt:
        if word in words.scales:
            total, part = total + (part or 1) * words.scales[word], 0
        else:
            part += words.values.get(word, 0)
    value = total + part
    return value, value


def _hedge(words: _Words, before: str) -> tuple[Hedge, int]:
    """(hedge, characters that its words stand before the number)."""
    for pattern, hedge in words.hedges:
        if match := pattern.search(before):
            return hedge, len(before) - match.start()
    return "exact", 0


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _words(code: str) -> _Words:
    room = files("thirdhand.read") / "lexicon" / "iberian.yaml"
    table: dict[str, Any] = yaml.safe_load(room.read_text("utf-8"))[code]
    values = {w: int(v) for v, ws in table["small"].items() for w in ws.split()}
    scales = {w: int(v) for v, ws in table["scale"].items() for w in ws.split()}
    vague = {w: name for name, ws in table["vague"].items() for w in ws}
    scale, of = _either(scales), table["of"]
    word = _either([*values, *scales])
    # "um" and "una" alone are articles.
    spelt = rf"(?:{word})(?:\s+(?:{table['and']}\s+)?(?:{word}))+|(?!(?:una?|uno|uma?)\b)(?:{word})"
    nouns = "|".join(
        rf"(?P<{kind}>{_either(table[kind])})" for kind in ("people", "households", "homes")
    )
    figure = (
        rf"(?<![\w.,])(?:(?P<digits>{_DIGITS})(?:\s+(?P<scale>{scale}))?"
        rf"|(?P<vague>{_either(vague)})|(?P<words>{spelt}))"
        rf"(?:\s+{of})?\s+(?:(?!(?:{of}|en|em|a|y|e|por|con|com)\s)[^\W\d]+\s+)??"
        rf"(?P<noun>{nouns})(?!\w)"
    )
    hedges = [(w, hedge) for hedge, ws in table["before"].items() for w in ws]
    return _Words(
        re.compile(figure, re.IGNORECASE),
        values,
        scales,
        vague,
        tuple((re.compile(rf"(?<!\w)(?:{w})\s+$", re.IGNORECASE), h) for w, h in hedges),
        re.compile(rf"(?<!\w)(?:{_either(table['lost'])})", re.IGNORECASE),
    )
