"""Numbers as written: digits, words, fractions, vague plurals. No unit yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from thirdhand.read.numeral import (
    BIG,
    FRACTIONS,
    ORDINALS,
    SCALES,
    SEVERAL,
    SHORT,
    TENS,
    UNITS,
    VAGUE,
    spelled,
)

NumberKind = Literal["cardinal", "percent", "money", "vague", "ordinal"]


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


# Nouns that make plain that a number counts people or homes, where its form leaves a doubt.
_COUNTED = (
    r"(?:people|persons?|individuals|civilians|residents|inhabitants|villagers|citizens|idps?"
    r"|refugees|returnees|evacuees|migrants|displaced|homeless|children|women|men|famil(?:y|ies)"
    r"|households?|hhs?|houses|homes|dwellings)\b"
)
_PEOPLE = re.compile(rf"\s+(?:[a-z-]+\s+)?{_COUNTED}", re.IGNORECASE)
_BIG = "|".join(BIG)
_SCALE = rf"(?:\s{{0,2}}-?(?:{_BIG})s?\b|(?:bn|mn|mln|k|m)\b| (?:bn|mn|mln)\b)"
_DIGITS = (
    rf"\d{{1,3}},\d{{1,2}}(?={_SCALE})"  # the comma of "1,5 million"
    r"|\d{1,3}(?:[,\u066c]\d{3})+(?:\.\d+)?"
    r"|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)"  # lakhs are set off: "3,50,000"
    r"|\d{1,3}, 0\d\d(?!\d)"  # a blank too many: "61, 000"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009 '’]\d{3})+(?!\d)"
    # There are no half persons: "23.450 persons" is a thousand and more.
    r"|\d{1,3}(?:\.\d{3}){2,}"
    rf"|[1-9]\d{{0,2}}\.\d{{3}}(?=\s+(?:[a-z-]+\s+)?{_COUNTED})"
    r"|\d+(?:\.\d+)?"
)
_WORD = "|".join([*UNITS, *TENS])
# "five and seven" is two numbers, "one hundred and five" one: "and" joins within a hundred or after
# a scale only, and not where a hundred or a scale of its own follows.
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS[1:10])}))?|{'|'.join(UNITS)})\b"
_BELOW = rf"(?:(?:{_SMALL}|\ban?)[- ]hundred\b(?:(?: and)?[- ]{_SMALL}(?![- ]hundred))?|{_SMALL})"
_WORDS = (
    rf"(?:(?:{_BELOW}|an?)[- ](?:{_BIG})\b(?:,? {_BELOW} thousand\b)?"
    rf"(?:,?(?: and)? {_BELOW}(?![- ](?:{_BIG})))?|{_BELOW})"
)
_CARDINAL = re.compile(
    rf"(?:(?<![\w.,/:])|(?<=[a-z]{{2}})(?=\d{{1,3}}(?:,\d{{3}})+(?!\w)))"  # "with14,200"
    rf"(?<![^\W\d]-)(?<!\W-)(?P<money>[$€£₹]\s?"
    rf"|USD\s?)?(?P<digits>{_DIGITS})(?P<scale>{_SCALE})?(?P<pct>\s?%|\s?per ?cent\b"
    rf"|\s?percentage\b|\s?p\.? ?c\b\.?)?(?P<km2>km2|km²)?",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    rf"(?<![\w-])(?P<words>{_WORDS})(?![\w])(?P<pct>\s?per ?cent\b)?", re.IGNORECASE
)
_VAGUE = re.compile(
    rf"(?<!\w)(?:(?P<vague>{'|'.join(sorted(VAGUE, key=len, reverse=True))})"
    rf"|(?P<few>several|(?:a )?few|many|a couple(?: of)?) (?P<many>{'|'.join(SEVERAL)})"
    r"(?P<thousand> thousand)?)(?!\w)",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"(?<!\w)(?:(?P<part>half|(?:(?:a|one)[ -])?quarter of|three[ -]quarters of) (?:a|one)"
    rf"|(?P<n>{_SMALL}|\d{{1,3}}|an?) and a half) (?P<scale>{_BIG})s?(?!\w)"
    rf"|(?<!\w)an? (?P<whole>{_BIG}) and a half(?!\w)",
    re.IGNORECASE,
)
_DOZEN = re.compile(rf"(?<!\w)(?:(?P<n>{_WORD}|\d+|a|half a) )?dozen(?!\w)", re.IGNORECASE)
_FRACTION = re.compile(
    r"(?<!\w)(?P<fraction>"
    + "|".join(sorted(FRACTIONS, key=len, reverse=True))
    + r")(?=,? (?:of|its|the|are|were|their|residents|people|children)\b|[.,;)])",
    re.IGNORECASE,
)
# "one in every five people": a share, and no count of five.
_RATIO = re.compile(
    rf"(?<![\w.,])(?P<part>{_SMALL}|\d{{1,2}}) (?:(?:in|of|out of) (?:every|each)"
    rf"|in(?= (?:{_SMALL}|\d{{1,3}})\s+(?:[a-z-]+\s+)?{_COUNTED}|(?= {_SMALL} of (?:them|those))))"
    rf" (?P<whole>{_SMALL}|\d{{1,4}})(?![\w,.]\d)",
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
    r"|photos?|image|picture|slide|wave|batch|group"
    r"|(?:man|woman|boy|girl|child|son|daughter|baby|infant|toddler|teenager|widow|youth) of"
    r"|(?:mother|father|parents?) of|fig\.?|table"
    r"|figure|item|para(?:graph)?|order)[\s#:.-]*|#|§|Res\.? )$",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"(?:\b(?:children|minors|infants|boys|girls|those|them|people|are|and|kids|persons)|\()"
    r" (?:under|below|over|aged|younger than|older than)(?: the age of)? $",
    re.IGNORECASE,
)
_OLDEST = 120
_LABEL_AFTER = re.compile(
    r"(?:[- ]years?[- ]olds?\b|[- ](?:day|week|month|year|hour|minute|storey|story"
    r"|point|time|mile|kilometer|km|meter|bed|seat)\b(?!s)|-(?:man|person|member)\b(?!s)"
    r"|[-–](?:[A-Z]\d|AMP)|\s?(?:a\.?m\.?|p\.?m\.?|gmt|utc|hrs?)\b|:\d\d|/\d)",
    re.IGNORECASE,
)
# "the baker, 68, was shot"
_AGE = re.compile(r"[a-z], $")
# Several parts named at once: "Phases 1, 2 and 3".
_LABELS = re.compile(
    r"\b(?:phases|sections|sectors|blocks|zones|articles|pages|rooms|grades|annexes|waves|batches"
    r"|weeks|rounds|tables|groups)"
    r" \d{1,3}(?:, \d{1,3})*,?\s*(?:and|or|to|&|-|–)\s*\d{1,3}(?![\d,]*\d)"
    r"|\baged \d{1,2}(?:, \d{1,2})*,? (?:and|or|to|-) \d{1,2}(?!\d)"
    r"|(?<=, )\d{1,2} and \d{1,2}(?=,? (?:were|was|who|had|have|are|is)\b)"
    r"|\A\W{0,3}\d{1,2}(?=[/)] )",
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
        (_half, _HALF),
        (_vague, _VAGUE),
        (_dozen, _DOZEN),
        (_ratio, _RATIO),
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


def _cardinal(match: re.Match[str], text: str) -> Number | None:
    before = text[max(0, match.start() - _NEAR) : match.start()]
    after = text[match.end() : match.end() + _NEAR]
    digits = match["digits"]
    glued = re.match(r"\d{1,2}(?!\d)", after) if _GROUPED.search(digits) else None
    kind: NumberKind = "percent" if match["pct"] else "money" if match["money"] else "cardinal"
    scale = (match["scale"] or "").strip(" -\n\u00a0\u202f").lower()
    if scale == "m" and kind == "cardinal" and _MEASURE.match(after):
        return None
    value = _value(digits, scale)
    if _no_count(digits, before, after) or (
        kind == "cardinal" and _label(match, value, before, after)
    ):
        return None
    if glued is None and after[:1].isalpha() and not re.match(r"(?:kg|km|m)\b", after):
        return None
    if before.endswith("-") and not _continues(before, value):
        return None
    # A footnote mark glued to the number is taken in with it: "69,0151".
    return Number(match.start(), match.end() + (len(glued[0]) if glued else 0), value, value, kind)


_GROUPED = re.compile(r"[,\u066c\u202f\u00a0 ]\d{3}$")
# "5m high" is metres.
_MEASURE = re.compile(
    r"\s?(?:high|deep|wide|long|tall|thick|above|below|from|away|of (?:water|rain))"
)


def _value(digits: str, scale: str) -> float:
    plain = re.sub(r"[,\u066c\u00a0\u202f\u2009 '’]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}|[1-9]\d{0,2}\.\d{3}", plain) and not scale:
        plain = plain.replace(".", "")
    elif scale and re.fullmatch(r"\d{1,3},\d{1,2}", digits):
        plain = digits.replace(",", ".")
    scale = scale.removesuffix("s")
    return float(plain) * {**BIG, **SHORT}.get(scale, 1)


def _no_count(digits: str, before: str, after: str) -> bool:
    """True for parts of telephone numbers and versions, footnote marks and ages."""
    return bool(
        re.match(r"0\d", digits)
        or re.match(r"\.\d|[ -]0\d", after)
        or (before.endswith(" ") and re.search(r"\b0\d* $", before))
        or (len(digits) < 3 and re.search(r"\d\($", before))  # a footnote mark: "69,015(1)"
        or (len(digits) < 3 and after.startswith(",") and _AGE.search(before))
    )


def _label(match: re.Match[str], value: float, before: str, after: str) -> bool:
    """True for the number of a section, an hour, an age, a year."""
    grouped = _GROUPED.search(match["digits"])
    if (not grouped and _LABEL_BEFORE.search(before)) or _aged(value, before, after):
        return True
    year = not match["scale"] and _YEAR.fullmatch(match["digits"])
    return bool(_LABEL_AFTER.match(after) or (year and not _PEOPLE.match(after)))


def _aged(value: float, before: str, after: str) -> bool:
    """True for the age in "children under 5", not for the count in "and over 50 people"."""
    return value < _OLDEST and bool(_AGE_BEFORE.search(before)) and not _PEOPLE.match(after)


def _continues(before: str, value: float) -> bool:
    """True where "3,000-" stands before and `value` is the larger end of that range."""
    lower = re.search(r"(?<![\w,.-])(\d[\d,]*)-$", before)
    return lower is not None and float(lower[1].replace(",", "")) < value


def _spelled(match: re.Match[str], text: str) -> Number | None:
    before = text[max(0, match.start() - _NEAR) : match.start()]
    after = text[match.end() : match.end() + _NEAR]
    value = float(spelled(match["words"]))
    if _LABEL_BEFORE.search(before) or _LABEL_AFTER.match(after) or _aged(value, before, after):
        return None
    return Number(
        match.start(), match.end(), value, value, "percent" if match["pct"] else "cardinal"
    )


def _vague(match: re.Match[str], _: str) -> Number:
    if match["vague"]:
        low, high = VAGUE[match["vague"].lower()]
        return Number(match.start(), match.end(), low, high, "vague")
    many, thousand = match["many"].lower(), match["thousand"] or ""
    if "couple" in match["few"].lower():
        value = 2.0 * (12 if many == "dozen" else SCALES[many]) * (1000 if thousand else 1)
        return Number(match.start(), match.end(), value, value, "vague")
    low, high = VAGUE["hundreds of thousands" if thousand else SEVERAL[many]]
    return Number(match.start(), match.end(), low, high, "vague")


def _half(match: re.Match[str], _: str) -> Number:
    if match["whole"]:
        value = 1.5 * BIG[match["whole"].lower()]
    elif match["part"]:
        part = match["part"].lower()
        share = 0.5 if part == "half" else 0.75 if part.startswith("three") else 0.25
        value = share * BIG[match["scale"].lower()]
    else:
        value = (_small(match["n"]) + 0.5) * BIG[match["scale"].lower()]
    return Number(match.start(), match.end(), value, value, "cardinal")


def _small(words: str) -> float:
    return float(words) if words.isdigit() else float(spelled(words))


def _ratio(match: re.Match[str], _: str) -> Number | None:
    part, whole = _small(match["part"]), _small(match["whole"])
    if not 0 < part < whole:
        return None
    share = float(round(100 * part / whole))
    return Number(match.start(), match.end(), share, share, "percent")


def _dozen(match: re.Match[str], _: str) -> Number:
    count = (match["n"] or "a").lower()
    many = {"a": 1.0, "half a": 0.5}.get(count) or _small(count)
    return Number(match.start(), match.end(), many * 12, many * 12, "cardinal")


def _fraction(match: re.Match[str], _: str) -> Number:
    share = float(FRACTIONS[match["fraction"].lower()])
    return Number(match.start(), match.end(), share, share, "percent")


def _ordinal(match: re.Match[str], _: str) -> Number:
    word = match["ordinal"].lower()
    value = float(ORDINALS.index(word) + 1 if word in ORDINALS else re.sub(r"\D", "", word))
    return Number(match.start(), match.end(), value, value, "ordinal")
