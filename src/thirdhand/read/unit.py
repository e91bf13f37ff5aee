"""Counts -> the unit that their words give: of people, of households, of things.

The noun of a number says its unit. Where a number stands without one, what befell the counted, a
label before it or the count that it is a part of says it. It is read, never guessed: where none of
them speaks, there is no unit.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from thirdhand.read import lexicon
from thirdhand.read.figure import Count
from thirdhand.read.frame import clause
from thirdhand.read.label import Kind, above, happened, kind_of, labelled, next_noun

_FAR = 160  # characters looked at before and behind a number


@dataclass(frozen=True, slots=True)
class Told:
    """A count and what its words say it is one of. dwelling: homes, lost or not."""

    count: Count
    unit: str
    noun: str | None
    dwelling: bool = False


@dataclass(slots=True)
class _Told:
    """What was told before, for the counts that go on with it."""

    last: Told | None = None
    whole: Told | None = None

    def here(self, count: Count) -> Told | None:
        """The last one, where it is of the same sentence."""
        same = self.last is not None and self.last.count.sent == count.sent
        return self.last if same else None

    def of(self, count: Count) -> Told | None:
        """The whole that the sentence named to take parts of it: "of the 310 families, 40 ..."."""
        same = self.whole is not None and self.whole.count.sent == count.sent
        return self.whole if same else None


_OTHERS = frozenset(("other", "others"))
_LOOSE = _OTHERS | {"of them"}
# Behind or before a number: it is a part of what was told last.
_PART = re.compile(r"\s*(?:of|among) (?:them|which|these|those)\b", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:of|among|from) (?:them|which|these|those|this)\W*(?:[a-z]+ ){0,2}$", re.IGNORECASE
)
_WHOLE = re.compile(
    r"(?:^|[.,;:(•]\s*|\b(?:and|but|while)\s)\s*(?:out )?(?:of|among)"
    r"(?: (?:the|these|those|its|their|all|a total of))*\s*$",
    re.IGNORECASE,
)
_LIST = re.compile(r"[^.;:]{0,80}(?:,|;|\band|&|\bbut|\bwhile)\s*(?:another |a further )?")
_OF_MANY = re.compile(
    r"\s+of (?:the|its|their|these|those) (?:[a-z]+ ){0,2}\d[\d,.]*", re.IGNORECASE
)
_CLAIMED = re.compile(r"\b(?:claim|tak|took|cost|los)\w*\W+(?:\w+\W+){0,3}$", re.IGNORECASE)
# "displacing 3,000": a verb whose object is people.
_TAKES = re.compile(
    r"\b(?:displac|dislodg|evacuat|kill|injur|wound|maim|abduct|kidnap|arrest|detain|rescu|uproot"
    r"|resettl|repatriat|hospitali[sz]|infect|vaccinat|massacr|murder|execut)(?:ed|es|ing)\s+"
    r"(?:another |a further |an additional |all |some )?$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s+(?:more|others?)\b(?! than| of)", re.IGNORECASE)
_AT_PLACE = re.compile(r"\s+(?:in|from|at|to|near|on|across|for)\s+(?:the\s+)?[A-Z]")
_PERIOD = re.compile(r"\b(?:(?:every|each|per|an?) (?:single )?(\w+)|(dai|week|month)ly)\b")
# Between a number and what befell the counted.
_AUX = (
    r"\s*(?:,\s*)?(?:(?:others?|more|additional|were|was|are|is|have|has|had|been|being|be|to"
    r"|remain|remains|remained|remaining|still|also|now|currently|reported|reportedly|internally"
    r"|newly|forcibly|temporarily|since|later|already|feared|confirmed|believed|presumed|rendered"
    r"|made|left|found|who|that|could|may|might|will|would|seriously|severely|slightly"
    r"|critically|lightly|badly|safely|preventively|successfully|listed as|counted as|got|became"
    r"|become|needed|has to|had to|have to)\s+){0,5}"
)


def units(counts: Sequence[Count], text: str) -> Iterator[Told]:
    """The counts that have a unit, in their order. `text`: the account's, lines and all."""
    memory = _Told()
    for count in counts:
        before = text[max(0, count.start - _FAR) : count.start]
        behind = text[count.end : count.end + _FAR]
        told = _own(count, before, behind, memory)
        if told is None:
            continue
        if told.unit != "percent":
            memory.last = told
            if _WHOLE.search(before[-min(len(before), count.start - count.sent.start_char) :]):
                memory.whole = told
        yield _rated(_lost(told, before, behind), behind)


def _own(count: Count, before: str, behind: str, memory: _Told) -> Told | None:
    """The count with its unit; homes are things here, lost or not."""
    noun, here = count.noun, memory.here(count)
    if noun.unit and noun.word not in _LOOSE:
        kind = kind_of(noun.word or "")
        homes = kind is not None and kind.dwelling and noun.unit == "items"
        died = noun.word in ("life", "lives") and _CLAIMED.search(before)
        unit = "deaths" if died else happened(noun.indicator) or noun.unit
        return Told(count, unit, noun.word, homes)
    human = bool(_befell("people", behind))
    if noun.unit:
        follows = _followed(count, before, behind, memory, human)
        return _like(follows, count) if follows else Told(count, "people", noun.word)
    whole = memory.last if _PART_BEFORE.search(before) else memory.of(count)
    if whole is not None:
        return _like(whole, count)
    kind = above(before, behind) or next_noun(behind)
    if kind is None and here is not None and here.dwelling and _home(behind):
        return _like(here, count)
    if kind is None and (human or _TAKES.search(before)):
        return Told(count, "people", None)
    kind = kind or labelled(before, behind)
    if kind is not None:
        return _of(kind, count)
    return (
        _like(here, count) if here is not None and _goes_on(count, before, behind, here) else None
    )


def _followed(count: Count, before: str, behind: str, memory: _Told, human: bool) -> Told | None:
    """What "of them", "others" or "are" goes on with, where it is no people."""
    here = memory.here(count)
    many = _OF_MANY.match(behind)
    if many and (kind := next_noun(behind[many.end() :])):
        return _of(kind, count)
    if human and not (here and here.dwelling and _home(behind)):
        whole = memory.of(count)
        return whole if whole and whole.unit == "households" else None
    if count.noun.word in _OTHERS:
        return here if here is not None and here.unit != "people" else None
    if count.noun.tags:
        return None
    if _PART.match(behind) or _PART_BEFORE.search(before):
        return memory.last
    return memory.of(count)


def _goes_on(count: Count, before: str, behind: str, here: Told) -> bool:
    """True for "709 people in Ardal and 363 in Bremen", "Ostanians (9,585)"."""
    between = before[-max(0, count.start - here.count.end) or len(before) :]
    if count.start - here.count.end > _FAR:
        return False
    if _MORE.match(behind):
        return True
    if re.search(r"%[^.;:]*\($", between) and behind.startswith(")"):
        return True
    return bool(_LIST.fullmatch(between) and _AT_PLACE.match(behind))


def _home(behind: str) -> bool:
    return any(_befell(how, behind) for how in _WAYS)


def _befell(whom: str, behind: str) -> re.Match[str] | None:
    """What befell the counted, as the words right behind a number say it."""
    return re.compile(_AUX + lexicon.befallen(whom).pattern, re.IGNORECASE).match(behind)


def _of(kind: Kind, count: Count) -> Told:
    return Told(count, kind.unit, kind.word, kind.dwelling)


def _like(told: Told, count: Count) -> Told:
    return replace(told, count=count)


def _lost(told: Told, before: str, behind: str) -> Told:
    """Homes that are lost or emptied are counted as the households they were home to.

    What befell them is said by the words nearest to the count in its clause.
    """
    if not told.dwelling:
        return told
    count = told.count
    words = clause(count.token, count.sent)
    text, base = words.text, words.start_char
    if not count.noun.unit or count.start < base:
        lead = "\n".join(before.split("\n")[-2:])
        text = lead + "#" * (count.end - count.start) + behind.split(".", maxsplit=1)[0]
        base = count.start - len(lead)
    at = (count.start - base, count.end - base)
    ways = ("lost", "harmed") if (told.noun or "").startswith("shelter") else _WAYS
    found = [(_gap(m, at), rank) for rank, way in enumerate(ways) for m in _found(way, text)]
    out = bool(found) and ways[min(found)[1]] != "harmed"
    return replace(told, unit="households") if out else told


_WAYS = ("lost", "emptied", "harmed")


def _found(way: str, text: str) -> Iterator[re.Match[str]]:
    return lexicon.befallen(way).finditer(text)


def _gap(match: re.Match[str], at: tuple[int, int]) -> int:
    """Characters between the words and the count; a break of clause counts for more."""
    start, end = match.span()
    between = match.string[end : at[0]] if end <= at[0] else match.string[at[1] : start]
    return len(between) + _BREAK * len(re.findall(r"[,;:]|\band\b", between))


_BREAK = 40


def _rated(told: Told, behind: str) -> Told:
    """As in "40 patients a day": a rate is none of the patients' number."""
    if not (told.count.rate or told.count.often) or " per " in told.unit:
        return told
    match = _PERIOD.search(behind)
    period = (match[1] or {"dai": "day"}.get(match[2], match[2])) if match else "time"
    return replace(told, unit=f"{told.unit} per {period}")
