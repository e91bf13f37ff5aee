"""A plain regular expression over counts of people and households.

What a competent analyst writes in an hour: a number in digits or words, and within three words of
it a noun for persons or for households. No parser, no memory of the sentence.
"""

import re

from benchmarks.peers.serve import serve

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {w: i for i, w in enumerate(_ONES)} | {w: 20 + 10 * i for i, w in enumerate(_TENS)}
_WORDS |= {"a": 1, "an": 1, "dozen": 12}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
}
PERSONS = (
    r"people|persons?|individuals?|civilians?|residents?|inhabitants?|villagers?|citizens?"
    r"|idps?|refugees?|returnees?|evacuees?|migrants?|asylum[- ]seekers?|displaced|homeless"
    r"|men|women|children|boys|girls|victims|deaths|dead|injured|wounded|missing|evacuated"
)
HOUSEHOLDS = r"famil(?:y|ies)|households?|hhs?|homes?|houses?|dwellings?"
_DIGITS = r"\d{1,3}(?:[, \u00a0]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_WORD = "|".join(sorted((w for w in _WORDS if w not in ("a", "an")), key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_SPELLED = (
    rf"(?:(?:{_WORD})(?:[- ](?:and )?(?:{_WORD}|{_SCALE}))*"
    rf"|an? (?:dozen|{_SCALE})(?:[- ](?:and )?(?:{_WORD}|{_SCALE}))*)\b"
)
_HEDGES = {
    "about": "about", "around": "about", "some": "about", "approximately": "about",
    "roughly": "about", "an estimated": "about", "nearly": "nearly", "almost": "nearly",
    "close to": "nearly", "more than": "more than", "over": "more than", "at least": "at least",
    "less than": "less than", "fewer than": "less than", "up to": "up to", "as many as": "up to",
}  # fmt: skip
_FIGURE = re.compile(
    rf"(?<![\w.,])(?:(?P<hedge>{'|'.join(_HEDGES)})\s+)?"
    rf"(?<![\w.,])(?:(?P<digits>{_DIGITS})(?:[ -](?P<scale>{_SCALE}))?|(?P<words>{_SPELLED}))"
    rf"(?:\s+(?:of\s+)?(?:[\w'’-]+\s+){{0,3}}?)"
    rf"(?P<noun>(?P<person>{PERSONS})|{HOUSEHOLDS})\b",
    re.IGNORECASE,
)


def read(text: str) -> list[dict[str, object]]:
    """The figures of `text` in the shape of the contract, left to right, none inside another."""
    return [_figure(match) for match in _FIGURE.finditer(text)]


def _figure(match: re.Match[str]) -> dict[str, object]:
    value = _spelled(match["words"]) if match["words"] else _written(match)
    hedge = _HEDGES.get(re.sub(r"\s+", " ", (match["hedge"] or "")).lower(), "exact")
    return {
        "start": match.start(),
        "end": match.end(),
        "text": match[0],
        "low": None if hedge in ("less than", "up to") else value,
        "high": None if hedge in ("more than", "at least") else value,
        "unit": "people" if match["person"] else "households",
        "hedge": hedge,
        "noun": match["noun"].lower(),
    }


def _written(match: re.Match[str]) -> float:
    plain = re.sub(r"[, \u00a0]", "", match["digits"])
    return float(plain) * _SCALES.get((match["scale"] or "").lower(), 1)


def _spelled(words: str) -> float:
    total = part = 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in _SCALES and word != "hundred":
            total, part = total + max(part, 1) * _SCALES[word], 0
        elif word in ("hundred", "dozen"):
            part = max(part, 1) * (100 if word == "hundred" else 12)
        else:
            part += _WORDS.get(word, 0)
    return float(total + part)


if __name__ == "__main__":
    serve(lambda text, _: {"figures": read(text)})
