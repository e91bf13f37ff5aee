"""The names of a case, each with what else it is called, looked up by the first word of a name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from thirdhand.brief.gate.table import unlabelled
from thirdhand.model import Claim, Dossier, Site, Source

FIRST = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Known:
    """What a case knows of names; made once for a brief.

    claims: every claim by its id. voice_of: the name of the voice of a claim (id). unnamed: names
    of voices that are not named. names: every known name by its first word, the longest first.
    called: for a name in small letters, the names that the register has for the same one. areas:
    for the name of a part of a site, in small letters, the sites and parts (ids) called so.
    places: all names of sites and their parts. called_by: the names of `called` by their first
    word. labels: what indicators are called.
    register: the names that the register has. seen: what `registered` found, by text. cut, grounds,
    speakers: texts taken apart, claims weighed and who speaks in them, as the gate keeps them.
    """

    claims: Mapping[str, Claim] = field(default_factory=dict)
    voice_of: Mapping[str, str] = field(default_factory=dict)
    unnamed: frozenset[str] = frozenset()
    sites: Mapping[str, Site] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    places: frozenset[str] = frozenset()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)
    called_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    register: frozenset[str] = frozenset()
    grounds: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    speakers: dict[str, set[str]] = field(default_factory=dict, compare=False, repr=False)
    cut: dict[tuple[str, bool], Any] = field(default_factory=dict, compare=False, repr=False)
    seen: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, dossier: Dossier) -> "Known":
        """The names of one dossier."""
        claims = {c.id: c for reading in dossier.readings for c in reading.claims}
        found = dossier.findings
        voices = {v.id: v.name for v in found.voices}
        sources = dossier.plan.sources
        called = _called(sources)
        every = dict.fromkeys(_every(dossier, claims.values()))
        return cls(
            claims,
            {claim: voices[v] for claim, v in found.voice_of if v in voices},
            frozenset(
                name
                for v in found.voices
                if v.kind == "unnamed"
                for name in (v.name, unlabelled(v.name))
            ),
            {site.id: site for site in dossier.plan.sites},
            {row.name: row.label for row in dossier.vocabulary.indicators},
            _areas(dossier.plan.sites),
            frozenset(n.casefold() for site in dossier.plan.sites for n in _of_site(site)),
            index(n for name in every for n in (name, unlabelled(name))),
            called,
            index(called),
            frozenset(n for source in sources for n in (source.name, *source.aliases)),
        )

    def registered(self, text: str) -> frozenset[str]:
        """What the register calls those whose names stand in a text, all in small letters."""
        if not self.called:
            return frozenset()
        if text not in self.seen:
            self.seen[text] = frozenset(self._registered(text))
        return self.seen[text]

    def _registered(self, text: str) -> Iterator[str]:
        for match in FIRST.finditer(text):
            for alias in self.called_by.get(match.group(), ()):
                end = match.start() + len(alias)
                if text.startswith(alias, match.start()) and not text[end : end + 1].isalnum():
                    yield from (" ".join(n.casefold().split()) for n in self.called[alias])


def index(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Names by their first word in small letters, the longest first."""
    found: dict[str, set[str]] = {}
    for name in names:
        first = FIRST.search(name)
        if first and first.start() == 0:
            found.setdefault(first.group().casefold(), set()).add(name)
    return {word: tuple(sorted(held, key=lambda n: (-len(n), n))) for word, held in found.items()}


def _every(dossier: Dossier, claims: Iterable[Claim]) -> Iterator[str]:
    for source in dossier.plan.sources:
        yield from _of_source(source)
    for site in dossier.plan.sites:
        yield from _of_site(site)
    for claim in claims:
        yield from claim.chain
    for account in dossier.accounts:
        yield account.outlet
    yield from (voice.name for voice in dossier.findings.voices)
    yield from (row.name for row in dossier.findings.missing)


def _of_site(site: Site) -> Iterator[str]:
    yield from (site.name, *site.aliases)
    yield from (name for area in site.areas for name in (area.name, *area.aliases))


def _areas(sites: Iterable[Site]) -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for site in sites:
        for area in site.areas:
            for name in (area.name, *area.aliases):
                found.setdefault(name.casefold(), set()).add((site.id, area.id))
    return {name: frozenset(held) for name, held in found.items()}


def _of_source(source: Source) -> Iterator[str]:
    yield from (source.name, *source.aliases, *source.sites)
    if source.owner:
        yield source.owner
    for person in source.people:
        yield from (person.name, *person.aliases)


def _called(sources: Iterable[Source]) -> dict[str, frozenset[str]]:
    """Whose name it is, the register's name of the source and of its owner."""
    found: dict[str, set[str]] = {}
    for source in sources:
        whose = {source.name, source.owner} - {None}
        for name in _of_source(source):
            if name != source.owner:
                found.setdefault(name.casefold(), set()).update(n for n in whose if n)
    return {name: frozenset(held) for name, held in found.items()}
