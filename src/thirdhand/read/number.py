"""Numbers as written: digits, words, fractions, vague plurals. No unit yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

NumberKind = Literal["cardinal", "percent", "money", "vague", "ordinal"]

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_VALUE = {w: i for i, w in enumerate(UNITS)} | {w: 20 + 10 * i for i, w in enumerate(TENS)}
# What a vague plural can mean, ends included.
VAGUE = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
    "millions": (1_000_000, 9_999_999),
}
FRACTIONS = {
    "half": 50, "a half": 50, "one half": 50, "a third": 33, "one third": 33, "one-third": 33,
    "two thirds": 67, "two-thirds": 67, "a quarter": 25, "one quarter": 25, "one-quarter": 25,
    "three quarters": 75, "three-quarters": 75, "a fifth": 20, "one fifth": 20, "one-fifth": 20,
    "two of three": 67, "two out of three": 67, "two in three": 67, "one in three": 33,
    "one in four": 25, "one in five": 20, "three in four": 75, "one in ten": 10, "nine in ten": 90,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """text[start:end] names low..high. A percent or fraction has kind "percent"."""

    start: int
    end: int
    low: float
    high: float
    kind: NumberKind

    @property
    def ranged(self) -> bool:
        """True for more than one value."""
        return self.low != self.high


_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?"
)
_WORD = "|".join([*UNITS, *TENS])
# "five and seven" is two numbers, "one hundred and five" one: "and" joins within a hundred or after
# a scale only, and not where a hundred or a scale of its own follows.
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS[1:10])}))?|{'|'.join(UNITS)})\b"
_BELOW = rf"(?:(?:{_SMALL}|\ban?)[- ]hundred\b(?:(?: and)?[- ]{_SMALL}(?![- ]hundred))?|{_SMALL})"
_WORDS = (
    rf"(?:(?:{_BELOW}|an?)[- ](?:thousand|million|billion)\b(?:,? {_BELOW} thousand\b)?"
    rf"(?:,?(?: and)? {_BELOW}(?![- ](?:thousand|million|billion)))?|{_BELOW})"
)
_SCALE = r"(?:[ -]?(?:thousand|million|billion|bn|k|m)\b)"
_CARDINAL = re.compile(
    rf"(?<![\w.,/:])(?<![^\W\d]-)(?<!\W-)(?P<money>[$€£]\s?"
    rf"|USD\s?)?(?P<digits>{_DIGITS})(?P<scale>{_SCALE})?(?P<pct>\s?%|\s?per ?cent\b"
    rf"|\s?percentage\b)?(?P<km2>km2|km²)?",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    rf"(?<![\w-])(?P<words>{_WORDS})(?![\w])(?P<pct>\s?per ?cent\b)?", re.IGNORECASE
)
_VAGUE = re.compile(
    r"(?<!\w)(?P<vague>" + "|".join(sorted(VAGUE, key=len, reverse=True)) + r")(?!\w)",
    re.IGNORECASE,
)
_DOZEN = re.compile(rf"(?<!\w)(?:(?P<n>{_WORD}|\d+|a|half a) )?dozen(?!\w)", re.IGNORECASE)
_FRACTION = re.compile(
    r"(?<!\w)(?P<fraction>"
    + "|".join(sorted(FRACTIONS, key=len, reverse=True))
    + r")(?=,? (?:of|its|the|are|were|their|residents|people|children)\b|[.,;)])",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?<![\w-])(?P<ordinal>" + "|".join(ORDINALS) + r"|\d{1,3}(?:st|nd|rd|th))(?!\w)",
    re.IGNORECASE,
)
# Digits that are no count: the words around them say so. Tried on "left|NUMBER|right".
_LABEL_BEFORE = re.compile(
    r"(?:\b(?:phases?|sections?|sectors?|annex"
    r"|(?<!this )(?<!last )(?<!next )(?<!past )(?<!per )(?<!a )week|no\.?"
    r"|(?<!now )(?<!which )(?<!who )(?<!to )number|articles?|resolutions?"
    r"|chapters?|pages?|rooms?|blocks?|zones?|grade|level|part|aged|age of|ages?|code:?|annexes"
    r"|tel\.?|covid|highway|route|camp|ak|rpg|f|mig|operation|step"
    r"|(?:mother|father|parents?) of|fig\.?|table"
    r"|figure|item|para(?:graph)?|order)[\s#:.-]*|#|§|Res\.? |(?:children|minors"
    r"|infants|boys|girls|those|them|people|are|and|kids|\(|persons) (?:under|below"
    r"|over|aged|younger than|older than)(?: the age of)? )$",
    re.IGNORECASE,
)
_LABEL_AFTER = re.compile(
    r"(?:[- ]years?[- ]olds?\b|[- ](?:day|week|month|year|hour|minute|storey|story"
    r"|point|time|man|person|member|mile|kilometer|km|meter|bed|seat)\b(?!s)"
    r"|[-–](?:[A-Z]\d|AMP)|\s?(?:a\.?m\.?|p\.?m\.?|gmt|utc|hrs?)\b|:\d\d|/\d)",
    re.IGNORECASE,
)
# "the baker, 68, was shot"
_AGE = re.compile(r"[a-z], $")
# Several parts named at once: "Phases 1, 2 and 3".
_LABELS = re.compile(
    r"\b(?:phases|sections|sectors|blocks|zones|articles|pages|rooms|grades|annexes)"
    r" \d{1,3}(?:, \d{1,3})*,?\s*(?:and|or|to|&|-|–)\s*\d{1,3}(?![\d,]*\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 40  # characters looked at before and after a number


def numbers(text: str) -> Iterator[Number]:
    """Every number of `text`, left to right, none inside another. Dates are not taken out here."""
    found: list[Number] = []
    taken = bytearray(len(text))  # one mark a character: a long list of numbers stays linear
    for labels in _LABELS.finditer(text):
        taken[slice(*labels.span())] = b"\x01" * len(labels[0])
    for make, pattern in (
        (_vague, _VAGUE),
        (_dozen, _DOZEN),
        (_fraction, _FRACTION),
        (_cardinal, _CARDINAL),
        (_spelled, _SPELLED),
        (_ordinal, _ORDINAL),
    ):
        for match in pattern.finditer(text):
            number = make(match, text)
            if number and not any(taken[number.start : number.end]):
                found.append(number)
                taken[number.start : number.end] = b"\x01" * (number.end - number.start)
    yield from sorted(found, key=lambda n: n.start)


def spelled(words: str) -> int:
    """The value of a number in words: "sixty-two thousand" is 62,000. ValueError for no number."""
    total = part = 0
    for word in re.split(r"[\s,-]+", words.lower()):
        if word in _VALUE:
            part += _VALUE[word]
        elif word in ("a", "an"):
            part = part or 1
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in SCALES:
            total, part = total + max(part, 1) * SCALES[word], 0
        elif word != "and":
            raise ValueError(f"no number: {words!r}")
    return total + part


def _cardinal(match: re.Match[str], text: str) -> Number | None:
    before = text[max(0, match.start() - _NEAR) : match.start()]
    after = text[match.end() : match.end() + _NEAR]
    digits = match["digits"]
    glued = re.match(r"\d{1,2}(?!\d)", after) if _GROUPED.search(digits) else None
    kind: NumberKind = "percent" if match["pct"] else "money" if match["money"] else "cardinal"
    if _no_count(digits, before, after) or (kind == "cardinal" and _label(match, before, after)):
        return None
    if glued is None and after[:1].isalpha() and not re.match(r"(?:kg|km|m)\b", after):
        return None
    scale = (match["scale"] or "").strip(" -").lower()
    value = _value(digits) * SCALES.get(_SHORT.get(scale, scale), 1)
    if before.endswith("-") and not _continues(before, value):
        return None
    # A footnote mark glued to the number is taken in with it: "69,0151".
    return Number(match.start(), match.end() + (len(glued[0]) if glued else 0), value, value, kind)


_GROUPED = re.compile(r"[,\u202f\u00a0 ]\d{3}$")
_SHORT = {"k": "thousand", "m": "million", "bn": "billion"}
_PEOPLE = re.compile(r"\s+(?:[a-z]+ )?(?:people|persons|families|households)")


def _value(digits: str) -> float:
    plain = re.sub(r"[,\u00a0\u202f\u2009 ]", "", digits)
    return float(
        plain.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", plain) else plain
    )


def _no_count(digits: str, before: str, after: str) -> bool:
    """True for parts of telephone numbers and versions, footnote marks and ages."""
    return bool(
        re.match(r"0\d", digits)
        or re.match(r"\.\d|[ -]0\d", after)
        or (before.endswith(" ") and re.search(r"\b0\d* $", before))
        or (len(digits) < 3 and re.search(r"\d\($", before))  # a footnote mark: "69,015(1)"
        or (len(digits) < 3 and after.startswith(",") and _AGE.search(before))
    )


def _label(match: re.Match[str], before: str, after: str) -> bool:
    """True for the number of a section, an hour, an age, a year."""
    if _LABEL_BEFORE.search(before) or _LABEL_AFTER.match(after):
        return True
    year = not match["scale"] and _YEAR.fullmatch(match["digits"])
    return bool(year) and not _PEOPLE.match(after)


def _continues(before: str, value: float) -> bool:
    """True where "3,000-" stands before and `value` is the larger end of that range."""
    lower = re.search(r"(?<![\w,.-])(\d[\d,]*)-$", before)
    return lower is not None and float(lower[1].replace(",", "")) < value


def _spelled(match: re.Match[str], text: str) -> Number | None:
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if _LABEL_BEFORE.search(before) or _LABEL_AFTER.match(text, match.end()):
        return None
    value = float(spelled(match["words"]))
    return Number(
        match.start(), match.end(), value, value, "percent" if match["pct"] else "cardinal"
    )


def _vague(match: re.Match[str], _: str) -> Number:
    low, high = VAGUE[match["vague"].lower()]
    return Number(match.start(), match.end(), low, high, "vague")


def _dozen(match: re.Match[str], _: str) -> Number:
    count = (match["n"] or "a").lower()
    many = {"a": 1.0, "half a": 0.5}.get(count) or float(
        count if count.isdigit() else spelled(count)
    )
    return Number(match.start(), match.end(), many * 12, many * 12, "cardinal")


def _fraction(match: re.Match[str], _: str) -> Number:
    share = float(FRACTIONS[match["fraction"].lower()])
    return Number(match.start(), match.end(), share, share, "percent")


def _ordinal(match: re.Match[str], _: str) -> Number:
    word = match["ordinal"].lower()
    value = float(ORDINALS.index(word) + 1 if word in ORDINALS else re.sub(r"\D", "", word))
    return Number(match.start(), match.end(), value, value, "ordinal")
