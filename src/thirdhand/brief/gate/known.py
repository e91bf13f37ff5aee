"""The names of a case, each with what else it is called, looked up by the first word of a name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from thirdhand.model import Claim, Dossier, Site, Source, Vocabulary

FIRST = re.compile(r"\w+")
NO_WORDS = Vocabulary((), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Known:
    """What a case knows of names; made once for a brief.

    claims: every claim by its id. voice_of: the name of the voice of a claim (id). unnamed: names
    of voices that are not named. names: every known name by its first word, the longest first.
    called: for a name in small letters, the names that the register has for the same one.
    """

    claims: Mapping[str, Claim] = field(default_factory=dict)
    voice_of: Mapping[str, str] = field(default_factory=dict)
    unnamed: frozenset[str] = frozenset()
    sites: Mapping[str, Site] = field(default_factory=dict)
    vocabulary: Vocabulary = NO_WORDS
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)
    register: frozenset[str] = frozenset()

    @classmethod
    def of(cls, dossier: Dossier) -> "Known":
        """The names of one dossier."""
        claims = {c.id: c for reading in dossier.readings for c in reading.claims}
        found = dossier.findings
        voices = {v.id: v.name for v in found.voices}
        sources = dossier.plan.sources
        return cls(
            claims,
            {claim: voices[v] for claim, v in found.voice_of if v in voices},
            frozenset(v.name for v in found.voices if v.kind == "unnamed"),
            {site.id: site for site in dossier.plan.sites},
            dossier.vocabulary,
            index(_every(dossier, claims.values())),
            _called(sources),
            frozenset(n for source in sources for n in (source.name, *source.aliases)),
        )


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
        yield from (site.name, *site.aliases)
        yield from (name for area in site.areas for name in (area.name, *area.aliases))
    for claim in claims:
        yield from claim.chain
    for account in dossier.accounts:
        yield account.outlet
    yield from (voice.name for voice in dossier.findings.voices)
    yield from (row.name for row in dossier.findings.missing)


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
