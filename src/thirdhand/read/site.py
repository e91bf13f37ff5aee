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


_PLURAL = re.compile(
    r"\b(?:the|these|those|both|two|three|several|other|such|IDP|displaced|displacement|person|refugee)[\w\s“”\"'-]{0,25}camps\b|\bin camps\b|\bcamps\b|\bprisons\b",
    re.IGNORECASE,
)
_IN = re.compile(
    r"\b(?:in|at|inside|within|across|of|from|throughout|near|to)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


class Scene:
    """Where an account plays: its places, and the site it is mainly about."""

    def __init__(
        self, places: Sequence[Place], sites: Sequence[Site], text: str, title: str | None
    ) -> None:
        self._places, self._text = places, text
        kinds = {s.kind for s in sites} | {"camp"}
        self._common = re.compile(
            rf"\b(?:the|this|that|its)\s+(?:\w+\s+){{0,3}}(?:{'|'.join(kinds)}|facility|settlement|encampment|compound)\b",
            re.IGNORECASE,
        )
        self.main = self._main(sites, title or "")

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
        sites = {p.site for p in camps if p.site}
        others = [p for p in camps if p.site is None]
        if sites and not others:
            near = min((p for p in camps if p.site), key=lambda p: _gap(p, start, end))
            return About(near.site, area, near.text, None)
        if sites and others:
            near = min(camps, key=lambda p: _gap(p, start, end))
            joined = re.search(
                r"\band\b", self._text[min(p.end for p in camps) : max(p.start for p in camps)]
            )
            if joined and re.search(r"\b(?:two camps|both|camps)\b", words):
                return About(
                    None, None, " and ".join(p.text for p in camps[:3]), "several camps together"
                )
            return About(near.site, area if near.site else None, near.text, None)
        if others:
            near = min(others, key=lambda p: _gap(p, start, end))
            if not self._common.search(words):
                return About(None, None, near.text, None)
        return self._unnamed(start, end, words, here, area)

    def _unnamed(
        self, start: int, end: int, words: str, here: list[Place], area: str | None
    ) -> About:
        """No camp is named by name: "the camp", "camps", another place, or nothing at all."""
        common = self._common.search(words)
        plural = _PLURAL.search(words)
        if plural and not common:
            return About(None, None, plural[0], f"“{plural[0]}” names no single place")
        if common:
            return About(self.main, area, common[0], None)
        inside = [
            p
            for p in here
            if p.site is None
            and not p.area
            and _IN.search(self._text[max(0, p.start - 30) : p.start])
        ]
        if inside and area is None:
            near = min(inside, key=lambda p: _gap(p, start, end))
            if self.main is None or near.start < start:
                return About(None, None, near.text, None)
        return About(self.main, area, None, None if self.main is None else None)


def _gap(place: Place, start: int, end: int) -> int:
    return max(place.start - end, start - place.end, 0)
