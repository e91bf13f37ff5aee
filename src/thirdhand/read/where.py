"""Places named in a text: the case's sites and their areas first, then a gazetteer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from thirdhand.model import PlaceMention, Plan, Site
from thirdhand.read import gazetteer
from thirdhand.read.lexicon import either

_LABELS = ("GPE", "LOC", "FAC")
_CAMP = re.compile(
    r"\b((?:[A-Z][\w'’]*|al|el|ar|ad|as)(?:[- ](?:[A-Z][\w'’]*|ez))*)[- ](?i:camp"
    r"|prison|settlement)s?\b"
)
_ARTICLE = re.compile(r"\b[AaEe]l[- ][A-Z][\w'’]+(?:[- ](?:[A-Z][\w'’]+|ez|az))*")
_LEAD = re.compile(
    r"^(?:the|northeast(?:ern)?|northwest(?:ern)?|northern|southern|eastern|western"
    r"|central|north|south|east|west)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """text[start:end] names a place. site and area are ids of the case; both None elsewhere.

    camp: the words name a camp or a prison by themselves, so they can hold people.
    """

    start: int
    end: int
    text: str
    site: str | None
    area: str | None
    camp: bool
    entry: gazetteer.Entry | None


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
        found = [*self._own(doc.text), *self._named(doc)]
        found.sort(key=lambda p: (p.site is None, p.area is not None, -(p.end - p.start)))
        kept: list[Place] = []
        for place in found:
            if not any(
                k.start < place.end
                and place.start < k.end
                and (k.area is None) == (place.area is None)
                for k in kept
            ):
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
        for match in _CAMP.finditer(doc.text):
            name = _LEAD.sub("", match[1])
            if name.lower() not in ("the", "this", "that", "a", "idp", "refugee", "in", "at"):
                yield Place(
                    match.start(1) + len(match[1]) - len(name),
                    match.end(1),
                    name,
                    None,
                    None,
                    True,
                    gazetteer.find(name, self._country),
                )
        for match in _ARTICLE.finditer(doc.text):
            entry = gazetteer.find(match[0], self._country)
            if entry is not None or re.search(
                r"\b(?:in|at|inside|from|to|near) $", doc.text[: match.start()][-8:]
            ):
                yield Place(match.start(), match.end(), match[0], None, None, False, entry)
        for ent in doc.ents:
            name = _LEAD.sub("", ent.text)
            entry = (
                gazetteer.find(name, self._country)
                if ent.label_ in (*_LABELS, "PERSON", "ORG", "NORP")
                else None
            )
            if ent.label_ not in _LABELS and (
                entry is None or entry.country != self._country or len(name) < 5
            ):
                continue
            start = ent.end_char - len(name)
            yield Place(start, ent.end_char, name, None, None, False, entry)


def mention(place: Place, sites: Sequence[Site]) -> PlaceMention:
    """The contract's row of a place."""
    site = next((s for s in sites if s.id == place.site), None)
    if site is not None:
        ident = f"{site.id}/{place.area}" if place.area else site.id
        return PlaceMention(
            place.start, place.end, place.text, ident, site.name, site.country, site.lat, site.lon
        )
    entry = place.entry
    if entry is None:
        return PlaceMention(place.start, place.end, place.text, None, place.text, None, None, None)
    return PlaceMention(
        place.start,
        place.end,
        place.text,
        f"geonames:{entry.id}",
        entry.name,
        entry.country,
        entry.lat,
        entry.lon,
    )
