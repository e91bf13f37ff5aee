"""Nouns beside a number that no parse ties to it: table headings, "the number of X rose to N"."""

import re
from dataclasses import dataclass
from functools import cache

from thirdhand.read import lexicon
from thirdhand.read.spelling import meant


@dataclass(frozen=True, slots=True)
class Kind:
    """What a word says is counted. dwelling: a house, a hut."""

    unit: str
    word: str | None
    dwelling: bool = False


_HAPPENED = {
    "killed": "deaths",
    "deaths": "deaths",
    "injured": "injuries",
    "arrests": "arrests",
    "disease-cases": "cases",
}


def happened(indicator: str | None) -> str | None:
    """The unit of a noun for what happened to people: deaths and cases are no people."""
    return _HAPPENED.get(indicator or "")


@cache
def kind_of(word: str) -> Kind | None:
    """The kind of one word as written, None where no table knows it."""
    lower = word.strip(".,:;()[]\"'’“”").lower()
    for key in _singulars(lower):
        if key in lexicon.counted():
            row = lexicon.counted()[key]
            return Kind(happened(row.indicator) or row.unit, lower)
        if key in lexicon.persons() or key in lexicon.nationalities():
            return Kind("people", lower)
        if key in lexicon.unit_nouns():
            return Kind(lexicon.unit_nouns()[key], lower, key in lexicon.dwellings())
    word = meant(lower) or ""
    return kind_of(word) if word not in ("", lower) else None


def _singulars(lower: str) -> list[str]:
    ends = (("ies", "y"), ("men", "man"), ("children", "child"), ("es", ""), ("s", ""))
    return [lower, *(lower.removesuffix(a) + b for a, b in ends if lower.endswith(a) and lower)]


_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# Words that may stand between a number and its noun, besides those with such an ending.
_BETWEEN = re.compile(
    r"(?:more|other|others|new|additional|extra|further|of|the|these|their|such|poor|vulnerable"
    r"|local|young|old|\w+(?:ed|ly|ing|al|ic|ous|ive|an|ese|less|ful|able|ary|ory|ern|\w\went))$",
    re.IGNORECASE,
)


def next_noun(behind: str) -> Kind | None:
    """The noun that the words right behind a number lead to: "  internally  displaced  people"."""
    state: Kind | None = None
    for match in list(_WORD.finditer(behind[:80]))[:4]:
        if not re.fullmatch(r"[\s/-]*|.*[\w\s/-]", behind[: match.start()]):
            break
        kind = kind_of(match[0])
        if kind is not None and match[0].lower() in _STATES:
            state = kind  # "displaced families" are families
        elif kind is not None:
            # "returned home" has no home that is counted.
            one = kind.dwelling and not match[0].lower().endswith(("s", "housing"))
            return kind if kind.unit != "-" and not one else None
        elif not _BETWEEN.match(match[0]):
            break
    return state


# Words of a heading besides the noun it counts by.
_HEADING = frozenset(
    """number no nb num nr total totals sum count figure figures of the and or by in with to all
    new newly internally estimated est registered reported recorded verified identified assessed
    currently now still cumulative overall approximate approx so far displaced affected evacuated
    damaged destroyed partially partly totally fully completely severely relocated returned
    sheltered injured killed dead missing homeless stranded rescued at risk need needing
    population individuals persons camps host communities""".split()
)
_END = re.compile(r"\s*(?:$|[\n.,;|)(/&]|and\b|as of\b)")
_NUMBER_OF = re.compile(
    r"\b(?:numbers?|totals?|figures?|tolls?|count|population|caseload|estimates?)(?: number)?"
    r" (?:of|for) (?P<of>(?:[^.;:]|(?<=\d)\.(?=\d)){3,110}?)\s+"
    r"(?:which |that )?(?:(?:is|was|were|are|has|have|had"
    r"|stands?|stood|rose|rises|risen|increased|grew|grown|climbed|jumped|swelled|soared|doubled"
    r"|reached|hit|fell|falls|fallen|dropped|declined|decreased|shrank|went|now|currently"
    r"|estimated|put|passed|exceeds?|exceeded|remains?|remained|totals?|totall?ed|came|by|at|to"
    r"|amounts?|amounted)\b[^.;:\d,]{0,40})$",
    re.IGNORECASE | re.DOTALL,
)
# "12,300 - the number of people displaced".
_OF_NUMBER = re.compile(
    r"\s*[^\w\s.,;()%]\s*(?:the )?(?:total |estimated )*number of (?P<of>[^.;:\d]{3,80})",
    re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?P<of>(?:[\w'’-]+ ){1,8})(?:(?:now|currently|already|still) )?(?:number|numbers|numbered"
    r"|total|totals|totall?ed|amount to|amounted to)\s*$",
    re.IGNORECASE,
)


def labelled(before: str, behind: str) -> Kind | None:
    """The kind that a heading or "the number of ..." before a number gives it."""
    if (match := _OF_NUMBER.match(behind)) and (kind := _first(match["of"])):
        return kind
    for pattern in (_NUMBER_OF, _NUMBERS):
        match = pattern.search(before)
        if match is not None and (kind := _first(match["of"])):
            return kind
    line = before.rsplit("\n", 1)[-1]
    if line.strip() or not _END.match(behind):
        return _heading(line, behind)
    return _above(before, behind)


def _above(before: str, behind: str) -> Kind | None:
    """A heading alone on the line above a number that is alone on its line."""
    lines = before.rstrip().split("\n")
    if not re.match(r"[ \t]*(?:\n|$)", behind) or (len(lines) > 1 and _digits(lines[-2])):
        return None
    return _heading(lines[-1], "")


def above(before: str, behind: str) -> Kind | None:
    """The heading above a number where a further line below could be taken for its noun."""
    alone = re.search(r"\n[ \t]*$", before) and re.match(r"[ \t]*\n", behind)
    return _above(before, behind) if alone else None


def _digits(line: str) -> bool:
    return bool(re.fullmatch(r"[\s\d.,]+", line)) and bool(line.strip())


def _heading(line: str, behind: str) -> Kind | None:
    part = re.split(r"[.;|•\t]\s|,\s|[|•\t]", line)[-1].strip()
    match = re.fullmatch(r"(?P<label>[^\d:=]{2,80}?)\s*(?P<mark>[:=–—-]|\.{2,})?\s*\(?", part)
    if match is None:
        return None
    words = [w for w in re.split(r"[\s/,()&-]+", match["label"].strip(" -–—*")) if w]
    marked = bool(match["mark"])
    if not words or len(words) > 9 or not (marked or _END.match(behind)):
        return None
    if not marked and not all(_of_heading(w) for w in words):
        return None
    if (kind := _first(" ".join(words), last=True)) is not None:
        return kind if kind.unit != "-" else None
    return Kind("people", None) if lexicon.befallen("people").fullmatch(words[-1]) else None


def _of_heading(word: str) -> bool:
    lower = word.lower().rstrip(".")
    return lower in _HEADING or kind_of(word) is not None


def _first(words: str, last: bool = False) -> Kind | None:
    """The first noun that is known, or the last one: a modifier goes before it."""
    kinds = [k for w in words.split() if (k := kind_of(w)) and w.lower() not in _STATES]
    states = [k for w in words.split() if (k := kind_of(w)) and w.lower() in _STATES]
    return (kinds[-1] if last else kinds[0]) if kinds else (states[0] if states else None)


# Persons as nouns, but of homes as well where a noun stands beside them: "houses missing".
_STATES = frozenset("displaced missing injured dead wounded homeless detained stateless".split())
