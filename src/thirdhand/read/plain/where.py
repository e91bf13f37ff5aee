"""Places by the case's names, a gazetteer and the names of countries, in folded text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from babel import Locale
from spacy.tokens import Doc

from thirdhand.model import Site
from thirdhand.read import gazetteer
from thirdhand.read.plain.folded import Folded, folded_words
from thirdhand.read.plain.noun import noun
from thirdhand.read.plain.table import CLITICS, table
from thirdhand.read.where import Place, Places

_LARGE = 100_000  # people: a smaller place outside the site's country is more often another word


class PlainPlaces:
    """Finds the places of a case's texts in one language."""

    def __init__(self, code: str, sites: Sequence[Site]) -> None:
        self._code = code
        self._country = next((s.country for s in sites if s.country), None)
        self._own = Places([_folded(site) for site in sites])

    def find(self, folded: Folded, doc: Doc, text: str) -> list[Place]:
        """Every place named in `text`, of which `folded` is the folded form and `doc` a Doc."""
        found = self._own.find(doc)
        found = [p for p in found if p.site or p.entry]
        taken = bytearray(len(folded.text))  # one mark a character: a text full of names is linear
        for place in found:
            taken[place.start : place.end] = b"\x01" * (place.end - place.start)
        for place in (
            *self._camps(folded.text),
            *self._named(folded.text),
            *_countries(self._code, folded.text),
        ):
            if not any(taken[place.start : place.end]):
                found.append(place)
                taken[place.start : place.end] = b"\x01" * (place.end - place.start)
        placed = (_back(p, folded, text) for p in found)
        return sorted(placed, key=lambda p: (p.start, p.end))

    def _camps(self, text: str) -> Iterator[Place]:
        """As in "camp de X": a camp by its name, whatever the gazetteer knows of it."""
        for match in re.finditer(table(self._code)["camp_named"], text):
            name = match["name"]
            if self._code == "ar" and (
                noun(self._code, name) or len(name) < 3 or name.startswith("لل")
            ):
                continue
            start, end = match.span("name")
            yield Place(start, end, name, None, None, True, gazetteer.find(name, self._country))

    def _named(self, text: str) -> Iterator[Place]:
        for match in _candidates(self._code).finditer(text):
            words = list(re.finditer(r"[\w'-]+", match["name"]))
            for count in range(len(words), 0, -1):
                name = match["name"][: words[count - 1].end()]
                entry = gazetteer.find(name, self._country)
                if entry and (entry.country == self._country or entry.population >= _LARGE):
                    start = match.start("name")
                    yield Place(start, start + len(name), name, None, None, False, entry)
                    break


def _folded(site: Site) -> Site:
    areas = tuple(
        replace(a, name=folded_words(a.name), aliases=tuple(map(folded_words, a.aliases)))
        for a in site.areas
    )
    return replace(
        site,
        name=folded_words(site.name),
        aliases=tuple(map(folded_words, site.aliases)),
        areas=areas,
    )


def _back(place: Place, folded: Folded, text: str) -> Place:
    start, end = folded.back(place.start, place.end)
    words = text[start:end]
    return Place(start, end, words, place.site, place.area, place.camp, place.entry)


@cache
def _candidates(code: str) -> re.Pattern[str]:
    """Words that may be a place: behind a word of place; in French with a capital."""
    lead = "|".join(table(code)["place_before"])
    if code == "ar":
        return re.compile(
            rf"(?<!\w)(?:[وف]?(?:{lead})\s+|ب(?=ال))(?=(?P<name>\w{{3,}}(?:\s\w{{2,}}){{0,2}}))"
        )
    name = r"[A-ZÀ-Þ][\w'-]+(?:[ -](?:ez|al|el|de|[A-ZÀ-Þ])[\w'-]*){0,2}"
    return re.compile(rf"(?<!\w)(?:{lead})\s*(?P<name>{name})")


@cache
def _country_names(code: str) -> dict[str, gazetteer.Entry]:
    """Folded name of a country in that language -> its entry; names from the CLDR."""
    here, english = Locale.parse(code).territories, Locale.parse("en").territories
    out = {}
    for territory, name in here.items():
        entry = (
            gazetteer.find(english.get(territory, ""), None)
            if len(territory) == 2 and territory.isalpha()
            else None
        )
        if entry is not None and entry.kind == "country":
            out[folded_words(name).lower()] = entry
    return out


@cache
def _country_pattern(code: str) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _country_names(code)), key=len, reverse=True))
    return re.compile(rf"(?<!\w){CLITICS[code]}(?P<name>{names})(?!\w)", re.IGNORECASE)


def _countries(code: str, text: str) -> Iterator[Place]:
    for match in _country_pattern(code).finditer(text):
        entry = _country_names(code)[match["name"].lower()]
        yield Place(*match.span("name"), match["name"], None, None, False, entry)
