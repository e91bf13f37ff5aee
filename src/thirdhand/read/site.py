"""Which place a claim is about: the site, a part of it, another place, or unclear."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thirdhand.model import Site
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
_DIVISION = r"(?:province|district|governorate|region|county|town|city|village|countryside)"
_ELSEWHERE = re.compile(
    rf"\b[Ii]n (?:the )?(?P<name>(?:{_DIVISION} of (?:[A-Z][\w'’-]+ ?)+)"
    rf"|(?:[A-Z][\w'’-]+ )+{_DIVISION})\b"
)
_TOGETHER = re.compile(r"\b(?:two camps|both|camps)\b", re.IGNORECASE)


class Scene:
    """Where an account plays: its places, and the site it is mainly about."""

    def __init__(
        self, places: Sequence[Place], sites: Sequence[Site], text: str, title: str | None
    ) -> None:
        self._places, self._text = places, text
        kinds = "|".join(sorted({s.kind for s in sites} | {"camp"}))
        self._common = re.compile(
            rf"\b(?:the|this|that|its)\s+(?:\w+\s+){{0,3}}"
            rf"(?:{kinds}|facility|settlement|encampment|compound)\b",
            re.IGNORECASE,
        )
        self.main = self._main(sites, title or "")

    def _by_noun(self, words: str) -> re.Match[str] | None:
        """The first "the camp" in the words; "the Dunmore camp" is another one's name."""
        found = self._common.finditer(words)
        return next((m for m in found if not re.search(r"\s(?!I?IDP\b)[A-Z]", m[0])), None)

    def _main(self, sites: Sequence[Site], title: str) -> str | None:
        """The site named in the title, else the one named most; None where none is named."""
        named = [p.site for p in self._places if p.site and p.area is None]
        for site in sites:
            if any(name.casefold() in title.casefold() for name in (site.name, *site.aliases)):
                return site.id
        return max(sorted(set(named)), key=named.count, default=None)

    def about(self, start: int, end: int, sent: tuple[int, int]) -> About:
        """What text[start:end], inside the sentence `sent`, is about."""
        words = self._text[sent[0] : sent[1]]
        here = [p for p in self._places if sent[0] <= p.start < sent[1]]
        area = next((p.area for p in here if p.area), None)
        camps = [p for p in here if p.camp]
        sites = [p for p in camps if p.site]
        if sites:
            return self._named(camps, area, words, (start, end))
        if camps and not self._by_noun(words):
            return About(None, None, _nearest(camps, start, end).text, None)
        return self._common_noun(words, (start, end), sent[0], here, area)

    def nearest(self, start: int, base: int) -> About:
        """The place named last before `start` in the sentence that begins at `base`."""
        before = [p for p in self._places if base <= p.start and p.end <= start]
        return About(before[-1].site, None, before[-1].text, None) if before else NOWHERE

    def _named(
        self, camps: list[Place], area: str | None, words: str, at: tuple[int, int]
    ) -> About:
        """The site is named in the sentence, alone or beside other camps."""
        near = _nearest(camps, *at)
        if any(p.site is None for p in camps) and _TOGETHER.search(words):
            between = self._text[min(p.end for p in camps) : max(p.start for p in camps)]
            if re.search(r"\band\b", between):
                names = " and ".join(p.text for p in camps[:3])
                return About(None, None, names, "several camps together")
        return About(near.site, area if near.site else None, near.text, None)

    def _common_noun(
        self, words: str, at: tuple[int, int], base: int, here: list[Place], area: str | None
    ) -> About:
        """No camp is named by name: "the camp", "camps", another place, or nothing at all."""
        common = self._by_noun(words)
        plural = list(_PLURAL.finditer(words))
        if plural and not common:
            many = min(plural, key=lambda m: _far(base + m.start(), base + m.end(), *at))[0]
            many = many.strip(" “”\"'")
            return About(None, None, many, f"“{many}” names no single place")
        if common:
            return About(self.main, area, common[0], None)
        elsewhere = _ELSEWHERE.search(words)
        if elsewhere and area is None:
            return About(None, None, elsewhere["name"], None)
        inside = [
            p for p in here if not p.area and _IN.search(self._text[max(0, p.start - 30) : p.start])
        ]
        if inside and area is None:
            near = _nearest(inside, *at)
            if self.main is None or near.start < at[0]:
                return About(None, None, near.text, None)
        return About(self.main, area, None, None)


def _nearest(places: Sequence[Place], start: int, end: int) -> Place:
    return min(places, key=lambda p: _far(p.start, p.end, start, end))


def _far(first: int, last: int, start: int, end: int) -> int:
    """Characters between two stretches; what stands behind counts as nearer."""
    return first - end if first >= end else max(2 * (start - last), 0)
