"""Places named in a text: the case's sites and areas first, then camps, then other names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from thirdhand.model import PlaceMention, Plan, Site
from thirdhand.read import gazetteer
from thirdhand.read.lexicon import either
from thirdhand.read.span import whole
from thirdhand.read.toponym import names

_CAMP = re.compile(
    r"\b((?:[A-Z][\w'’]*|al|el|ar|ad|as)(?:[- ](?:[A-Z][\w'’]*|ez)){0,8})[- ](?i:camp"
    r"|prison|settlement)s?\b"
)
_NO_CAMP = ("the", "this", "that", "a", "idp", "refugee", "in", "at")
_LEAD = re.compile(
    r"^(?:the|northeast(?:ern)?|northwest(?:ern)?|northern|southern|eastern|western"
    r"|central|north|south|east|west)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """text[start:end] names a place. site and area are ids of the case; both None elsewhere.

    text: the name alone. words: text[start:end] where that is more ("northern Aru province").
    camp: the words name a camp or a prison by themselves, so they can hold people.
    """

    start: int
    end: int
    text: str
    site: str | None
    area: str | None
    camp: bool
    entry: gazetteer.Entry | None
    words: str = ""


class Places:
    """Finds the places of a case's texts."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self._sites = [(s, either([s.name, *s.aliases])) for s in sites]
        self._areas = [(s, a, either([a.name, *a.aliases])) for s in sites for a in s.areas]
        self._country = next((s.country for s in sites if s.country), None)

    @classmethod
    def of(cls, plan: Plan) -> "Places":
        """The places of a plan's sites."""
        return cls(plan.sites)

    def find(self, doc: Doc) -> list[Place]:
        """Every place named, left to right, the longest name where two overlap."""
        found = [*self._own(whole(doc)), *self._named(doc)]
        found.sort(key=lambda p: (p.site is None, p.area is not None, -(p.end - p.start)))
        taken = {True: bytearray(len(whole(doc))), False: bytearray(len(whole(doc)))}
        kept: list[Place] = []
        for place in found:
            marks = taken[place.area is None]
            if not any(marks[place.start : place.end]):
                marks[place.start : place.end] = b"\x01" * (place.end - place.start)
                kept.append(place)
        return sorted(kept, key=lambda p: (p.start, p.end))

    def _own(self, text: str) -> Iterator[Place]:
        for site, pattern in self._sites:
            for match in pattern.finditer(text):
                yield Place(match.start(), match.end(), match[0], site.id, None, True, None)
        for site, area, pattern in self._areas:
            for match in pattern.finditer(text):
                yield Place(match.start(), match.end(), match[0], site.id, area.id, False, None)

    def _named(self, doc: Doc) -> Iterator[Place]:
        text = whole(doc)
        for match in _CAMP.finditer(text):
            name = _LEAD.sub("", match[1])
            start = match.end(1) - len(name)
            if name.lower() not in _NO_CAMP:
                entry = gazetteer.find(name, self._country)
                words = text[start : match.end()]
                yield Place(start, match.end(), name, None, None, True, entry, words)
        for found in names(doc, self._country):
            core, words = text[found.core : found.stop], text[found.start : found.end]
            yield Place(found.start, found.end, core, None, None, False, found.entry, words)


def mention(place: Place, sites: Sequence[Site]) -> PlaceMention:
    """The contract's row of a place."""
    site = next((s for s in sites if s.id == place.site), None)
    if site is not None:
        ident = f"{site.id}/{place.area}" if place.area else site.id
        return PlaceMention(
            place.start, place.end, place.text, ident, site.name, site.country, site.lat, site.lon
        )
    entry, words = place.entry, place.words or place.text
    if entry is None or entry.kind == "region":
        known = entry.name if entry else place.text
        return PlaceMention(place.start, place.end, words, None, known, None, None, None)
    return PlaceMention(
        place.start,
        place.end,
        words,
        f"geonames:{entry.id}",
        entry.name,
        entry.country,
        entry.lat,
        entry.lon,
    )
