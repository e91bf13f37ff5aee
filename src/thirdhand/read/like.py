"""Counts that go on with another one's indicator: what it is held against, its total, its share."""

import re
from collections.abc import Sequence
from dataclasses import replace

from thirdhand.model import Quantity
from thirdhand.read.figure import Count
from thirdhand.read.indicated import Indicated
from thirdhand.read.span import text_of
from thirdhand.read.stock import lead

_HEDGED = r"(?:\w+ ){0,2}(?:than |least |to )?$"
# A count is held against another one of its kind.
_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|versus|up from|down from|against(?: only| just)?|as opposed to"
    rf"|rather than|instead of) {_HEDGED}",
    re.IGNORECASE,
)
_ANOTHER = re.compile(rf"\b(?:another|a further) {_HEDGED}", re.IGNORECASE)
# It is the sum, or a share, of what was counted last.
_TOTAL = re.compile(
    r"(?:\b(?:the|its|their) (?:total|number|figure|toll|tally|count|sum)(?: \w+){0,3}"
    r"|\bthey (?:were|are|numbered|totall?ed)|\baccount(?:s|ed|ing)? for"
    r"|\b(?:peak|high|low|record|maximum) of"
    r"|\b(?:that|this|which) (?:takes|brings|brought|puts?) (?:\w+ ){0,4}(?:to|at))"
    rf" {_HEDGED}",
    re.IGNORECASE,
)


# "196 left for Homs in May and 126 for Hama in June": the second has lost its verb.
_LOST_VERB = re.compile(
    r"(?:\band|,) (?:(?:about|some|around|over|nearly|almost|another) |more than )?$"
)
_WHERE_OR_WHEN = re.compile(r"\s*(?:for|to|from|in|on|at|by)\b")
# "2,000 women came, bringing the camp to 12,000": that is how many there are then.
_FILLS = re.compile(
    r"\b(?:tak|bring|push|lift|rais|driv|swell)(?:ing|es|s|e)? (?P<it>it|(?:the|this|its)"
    r"(?: [\w'’]+){0,2}? (?:camp|site|settlement|population)(?:['’]s population)?)"
    rf" (?:up )?(?P<how>to|past|above|over|beyond) {_HEDGED}",
    re.IGNORECASE,
)
# "Homs 810; Hama 455", "Iraqis 30,573, Syrians 31,436": a name and its number, one after another.
_NAMED = re.compile(
    r"(?:^|[;,:(\u2013\u2014-]|\band)\s*(?P<name>[A-Z\u00c0-\u00de][\w'’-]*(?:[ -][A-Z]\w*){0,2})"
    r"(?: number(?:ed|s)?| with| at|,)?\s*\(?$"
)
_ENDS = re.compile(r"^\s*(?:[,;.)\n]|and\b|$)")


def listed(
    count: Count, before: Sequence[Indicated], last: Indicated | None
) -> tuple[Indicated | None, str] | None:
    """(figure it goes on with, the name) of a number in a list by names; None for any other."""
    found = _NAMED.search(lead(count))
    at = count.end - count.sent.start_char
    if found is None or count.noun.unit != "" or not _ENDS.match(text_of(count.sent)[at:]):
        return None
    head = ":" in lead(count) or "\u2013" in lead(count)
    return (before[-1] if before else last if head else None), found["name"]


def _more(count: Count, other: Indicated) -> bool:
    """As in "and another 900 to Homs"; other people of a place are of another kind."""
    people = other.indicator == "population" and count.noun.word is not None
    return not people and bool(_ANOTHER.search(lead(count)))


def filled(count: Count, before: Sequence[Indicated]) -> Count | None:
    """What a place has come to by those who came, "past" taken in: "taking it past 73,000"."""
    found = _FILLS.search(lead(count)) if count.noun.unit in ("", "people") else None
    came = bool(before) and before[-1].indicator == "arrivals"
    if found is None or not (came or found["it"].lower() != "it"):
        return None
    if found["how"].lower() != "past" or count.quantity.hedge != "exact":
        return count
    more = Quantity.hedged(count.number.low, count.quantity.unit, "more than")
    return replace(count, quantity=more, start=count.start - len("past "))


def gapped(count: Count, before: Sequence[Indicated]) -> Indicated | None:
    """The figure whose verb this number goes on with: "60 left for Homs and 20 for Hama"."""
    other = before[-1] if before else None
    at = count.end - count.sent.start_char
    bare = count.noun.unit == "" and _LOST_VERB.search(lead(count))
    if other is None or other.verb is None or not bare:
        return None
    goes_on = _WHERE_OR_WHEN.match(text_of(count.sent)[at:])
    return other if goes_on and other.indicator != "population" else None


def like(count: Count, before: Sequence[Indicated], last: Indicated | None) -> Indicated | None:
    """The figure whose indicator this count has too; None where its own words have to say it.

    As in "28 attempts, compared with 17 in spring", "crime accounted for 15", "the toll would hit
    90", "3,000 to Raqqa and another 900 to Homs".
    """
    words = lead(count)
    other = before[-1] if before else None
    if other is not None and not (_AGAINST.search(words) or _more(count, other)):
        other = None
    if other is None and _TOTAL.search(words):
        other = before[-1] if before else last
    same = other is not None and count.noun.unit in ("", other.unit)
    return other if same and other and not count.noun.tags - set(other.by) else None
