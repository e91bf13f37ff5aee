"""Which place a claim is about: the site, a part of it, another place, or unclear."""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.model import Site
from thirdhand.read.along import Along
from thirdhand.read.gazetteer import Entry
from thirdhand.read.where import Place


@dataclass(frozen=True, slots=True)
class About:
    """site and area are ids. place: the words the account uses. scope: why it is unclear."""

    site: str | None
    area: str | None
    place: str | None
    scope: str | None


NOWHERE = About(None, None, None, None)
_PLURAL = re.compile(
    r"(?:\b(?:the|these|those|both|two|three|several|other|such)\b[\s“\"]*)?"
    r"(?:\b(?:IDP|internally|displaced|displacement|persons?|refugee|detention"
    r"|prison|provisional)\s+){0,4}"
    r"\b(?:camps|prisons)\b",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?<!outside )\b(?:in|at|inside|within|across|of|throughout"
    r"|near)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
# As in "in Kesh", "in E. Idlib", "near the town of Kesh".
_BEFELL = re.compile(
    r"\b(?:in|at|inside|within|near|across|throughout)\s+(?:the\s+)?"
    r"(?:(?:[NSEW]|[NSns][EWew])\.\s+|\w+\s+(?:of\s+)?){0,1}$",
    re.IGNORECASE,
)
# So near in kilometres, the town may stand for the site beside it.
_VICINITY = 50.0
_DIVISION = r"(?:province|district|governorate|region|county|town|city|village|countryside)"
_ELSEWHERE = re.compile(
    rf"\b[Ii]n (?:the )?(?P<name>(?:{_DIVISION} of (?:[A-Z][\w'’-]+ ?)+)"
    rf"|(?:[A-Z][\w'’-]+ )+{_DIVISION})\b"
)
# "330 civilians killed across Ostania": all of it is meant, not the place the account is about.
_ALL_OVER = re.compile(r"\s*(?:[\w-]+\s+){0,3}(?:across|throughout|all over)\s+(?:the\s+)?$")
_TOGETHER = re.compile(r"\b(?:two camps|both|camps)\b", re.IGNORECASE)


class Scene:
    """Where an account plays: its places, and the site it is mainly about."""

    def __init__(
        self, places: Sequence[Place], sites: Sequence[Site], text: str, title: str | None
    ) -> None:
        self._places, self._text = places, text
        self._sites = {s.id: s for s in sites}
        self._along = Along((p.start, p.end, p) for p in places)
        self._seen: _Seen | None = None
        kinds = "|".join(sorted({s.kind for s in sites} | {"camp"}))
        self._common = re.compile(
            rf"\b(?:the|this|that|its)\s+(?:\w+\s+){{0,3}}"
            rf"(?:{kinds}|facility|settlement|encampment|compound)\b",
            re.IGNORECASE,
        )
        self._titled = self._in_title(sites, title or "")
        self.main = self._titled or self._named_most()

    def _by_noun(self, words: str) -> re.Match[str] | None:
        """The first "the camp" in the words; "the Dunmore camp" is another one's name."""
        found = self._common.finditer(words)
        return next((m for m in found if not re.search(r"\s(?!I?IDP\b)[A-Z]", m[0])), None)

    def _in_title(self, sites: Sequence[Site], title: str) -> str | None:
        """The site named in the title; None for none."""
        small = title.casefold()
        named = (s for s in sites if any(n.casefold() in small for n in (s.name, *s.aliases)))
        return next((site.id for site in named), None)

    def _named_most(self) -> str | None:
        """The site named most in the text; None where none is named."""
        named = [p.site for p in self._places if p.site and p.area is None]
        return max(sorted(set(named)), key=named.count, default=None)

    def of_title(self, start: int, end: int) -> bool:
        """True where the title names the site, and text[start:end] no other place."""
        return self._titled is not None and all(p.site for p in self._along.begun(start, end))

    def about(self, start: int, end: int, sent: tuple[int, int]) -> About:
        """What text[start:end], inside the sentence `sent`, is about."""
        if self._seen is None or self._seen.sent != sent:
            self._seen = self._look(sent)
        seen = self._seen
        if (over := self._all_over(seen, end)) is not None:
            return About(None, None, over.text, None)
        if any(p.site for p in seen.camps):
            return self._named(seen, (start, end))
        if seen.camps and not seen.common:
            return About(None, None, _nearest(seen.camps, start, end).text, None)
        return self._common_noun(seen, (start, end))

    def befell(self, start: int, end: int, sent: tuple[int, int]) -> About:
        """What a deed at text[start:end] is about: where it says "in Kesh", that is no site.

        A place that holds the site, or is so near to it that it may be meant, is none of its own.
        """
        about = self.about(start, end, sent)
        if about.site is None or about.place is not None or about.area is not None:
            return about
        first = self._text.rfind(";", sent[0], start) + 1
        last = self._text.find(";", end, sent[1])
        own = (max(first, sent[0]), last if last >= 0 else sent[1])
        inside = [p for p in self._along.begun(*own) if self._apart(p, about.site)]
        near = _nearest(inside, start, end) if inside else None
        return About(None, None, near.text, None) if near else about

    def _apart(self, place: Place, site: str) -> bool:
        """True for "in Kesh", a place that is neither the site nor what it lies in."""
        own, entry = self._sites.get(site), place.entry
        if (
            place.site
            or len(place.text) < 2
            or not _BEFELL.search(self._text[max(0, place.start - 30) : place.start])
        ):
            return False
        if entry is None or own is None or entry.kind == "region":
            return entry is None and own is not None
        if entry.kind == "country":
            return own.country is not None and own.country != entry.country
        if own.country is None and own.lat is None:
            return True
        return entry.country != own.country or _distance(own, entry) > _VICINITY

    def _look(self, sent: tuple[int, int]) -> "_Seen":
        """The places of a sentence and the words it has for them."""
        words = self._text[sent[0] : sent[1]]
        here = self._along.begun(*sent)
        inside = [
            p for p in here if not p.area and _IN.search(self._text[max(0, p.start - 30) : p.start])
        ]
        return _Seen(
            sent,
            words,
            next((p.area for p in here if p.area), None),
            [p for p in here if p.camp],
            inside,
            self._by_noun(words),
            [(sent[0] + m.start(), sent[0] + m.end(), m[0]) for m in _PLURAL.finditer(words)],
            _ELSEWHERE.search(words),
        )

    def _all_over(self, seen: "_Seen", end: int) -> Place | None:
        """The land right behind what is counted "across" it."""
        behind = (p for p in seen.inside if p.start > end and not p.site and not p.camp)
        near = next(behind, None)
        told = near is not None and _ALL_OVER.fullmatch(self._text[end : near.start])
        return near if told else None

    def nearest(self, start: int, base: int) -> About:
        """The place named last before `start` in the sentence that begins at `base`."""
        before = [p for p in self._along.begun(base, start) if p.end <= start]
        return About(before[-1].site, None, before[-1].text, None) if before else NOWHERE

    def _named(self, seen: "_Seen", at: tuple[int, int]) -> About:
        """The site is named in the sentence, alone or beside other camps."""
        camps = seen.camps
        near = _nearest(camps, *at)
        if any(p.site is None for p in camps) and _TOGETHER.search(seen.words):
            between = self._text[min(p.end for p in camps) : max(p.start for p in camps)]
            if re.search(r"\band\b", between):
                names = " and ".join(p.text for p in camps[:3])
                return About(None, None, names, "several camps together")
        return About(near.site, seen.area if near.site else None, near.text, None)

    def _common_noun(self, seen: "_Seen", at: tuple[int, int]) -> About:
        """No camp is named by name: "the camp", "camps", another place, or nothing at all."""
        if seen.plural and not seen.common:
            many = min(seen.plural, key=lambda m: _far(m[0], m[1], *at))[2].strip(" “”\"'")
            return About(None, None, many, f"“{many}” names no single place")
        if seen.common:
            return About(self.main, seen.area, seen.common[0], None)
        if seen.elsewhere and seen.area is None:
            return About(None, None, seen.elsewhere["name"], None)
        if seen.inside and seen.area is None:
            near = _nearest(seen.inside, *at)
            if self.main is None or near.start < at[0]:
                return About(None, None, near.text, None)
        return About(self.main, seen.area, None, None)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one sentence has to say about where: read once for all its counts."""

    sent: tuple[int, int]
    words: str
    area: str | None
    camps: list[Place]
    inside: list[Place]
    common: re.Match[str] | None
    plural: list[tuple[int, int, str]]
    elsewhere: re.Match[str] | None


def _distance(site: Site, entry: Entry) -> float:
    """Kilometres between them over a flat piece of the earth; no end where a point is unknown."""
    if site.lat is None or site.lon is None or entry.lat is None or entry.lon is None:
        return math.inf
    east = (site.lon - entry.lon) * math.cos(math.radians(site.lat))
    return _DEGREE * math.hypot(site.lat - entry.lat, east)


_DEGREE = 111.0  # kilometres


def _nearest(places: Sequence[Place], start: int, end: int) -> Place:
    """The nearest of places in the order of the text: one of those around `start`."""
    index = bisect_left(places, start, key=lambda p: p.start)
    around = places[max(0, index - 2) : index + 2]
    return min(around, key=lambda p: _far(p.start, p.end, start, end))


def _far(first: int, last: int, start: int, end: int) -> int:
    """Characters between two stretches; what stands behind counts as nearer."""
    return first - end if first >= end else max(2 * (start - last), 0)
