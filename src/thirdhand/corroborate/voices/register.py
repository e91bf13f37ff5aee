"""The plan's register of sources, ready to be asked."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thirdhand.corroborate.voices import naming
from thirdhand.model import Account, Person, Site, Source, outlets

# Words for an office. "OCHA spokesperson Jane Roe" and "OCHA officials" speak for OCHA; "OCHA
# sources" may be anybody near it.
_ROLES = (
    r"spokes\w+|speakers?|officials?|officers?|directors?|heads?|chiefs?|commanders?|generals?|"
    r"president|coordinators?|representatives?|envoys?|ministers?|secretary|advisers?|advisors?|"
    r"chair\w*|managers?|administrators?|delegation|investigators?|experts?|supervisors?|correspondents?|reporters?|"
    r"governors?|mayors?|leaders?|staff|teams?|statements?|reports?|updates?|snapshots?|data|figures|press|media|flash|"
    r"situation"
)
_ROLE = re.compile(rf"^(?:{_ROLES})$")
# "Jane Roe of OCHA": one to three words before the body.
_PERSON_OF = re.compile(r"^(?:\w+ ){2,3}(?:of|from|at|with) (?:the )?(.+)$")
_OFFICE_OF = re.compile(rf"^(?:[\w-]+ ){{0,3}}?(?:{_ROLES}|member) (?:of|for|at|from|in) (.+)$")
# "a senior camp official", "top U.S. officials"
_RANK = re.compile(
    r"^(?:(?:an?|the|another|one|some|several|two|three|many|top|senior|high|leading|local)"
    r"(?: ranking)? )+"
)
# "the charity Doctors Without Borders"
_SORT = re.compile(
    r"^(?:organi[sz]ation|charity|ngo|group|agency|monitor|aid group|medical charity|newspaper|"
    r"منظمة|وكالة|صحيفة|جمعية) "
)
_OWNER = re.compile(r"^(?:[Tt]he )?(.+?)['’]s? ((?:[\w-]+ ){0,3}?[\w-]+)$")
# Who runs a place, behind the word for the place: "camp administration".
_RUNS = ("administration", "management", "authority", "authorities", "directorate")
# A unit of a body: "the Guard's Observation Desk". A state's are not the state.
_UNIT = re.compile(r"^(.+?)['’]s? (\w.*)$")
_VIA = re.compile(r",? (?:via|through|quoted by|cited by|as told to) .+$")
# Who held an office once speaks for himself.
_PAST = re.compile(r"\b(?:former|retired|ex|past)\b")
_BEHIND = ("in", "at", "on", "for", "and", "near", "to")
_NAME = 2


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who holds an office, by the words of the name."""

    words: frozenset[str]
    surname: str
    person: Person
    source: Source


class Register:
    """Finds the source behind a name or a web host, and who stands behind that source."""

    def __init__(self, sources: Sequence[Source], sites: Sequence[Site] = ()) -> None:
        self._forms: dict[str, Source] = {}
        self._hosts: dict[str, Source] = {}
        self._owned: dict[str, list[Source]] = {}
        self._holders: dict[str, list[_Holder]] = defaultdict(list)
        for source in sources:
            for form in (source.name, *source.aliases):
                self._forms.setdefault(naming.squeezed(form), source)
            for site in source.sites:
                self._hosts.setdefault(place(site) or site.casefold(), source)
            if source.owner:
                self._owned.setdefault(naming.key(source.owner), []).append(source)
            for holder in _holders(source):
                self._holders[holder.surname].append(holder)
        self._places = dict(self._run(sites))
        people = [person for source in sources for person in source.people]
        # Whether it matters when somebody speaks.
        self.dated = any(person.since or person.until for person in people)
        self._spoken: dict[tuple[str, str | None], Source | None] = {}
        self._offices: dict[str, Source | None] = {}

    def named(self, name: str) -> Source | None:
        """The source of exactly that name or alias, case and a leading article aside."""
        return self._forms.get(naming.squeezed(name))

    def _run(self, sites: Sequence[Site]) -> Iterator[tuple[str, Source]]:
        """The names of each site, with the source that runs it: the "camp administration"."""
        for site in sites:
            runs = (self.named(f"{site.kind} {office}") for office in _RUNS)
            if source := next((found for found in runs if found), None):
                for name in (site.kind, site.name, *site.aliases):
                    yield naming.squeezed(name), source
                    yield naming.squeezed(f"{name} {site.kind}"), source

    def _body(self, words: str) -> Source | None:
        """The source of that name, or the one that runs the place of that name."""
        return self.named(words) or self._places.get(naming.squeezed(words))

    def speaking(self, name: str, on: str | None = None) -> Source | None:
        """The source that a speaker stands for: itself, a short form, its site, an office.

        on: when it was said (ISO), for who holds an office for a time only.
        """
        key = name, on if self.dated else None
        if key not in self._spoken:
            self._spoken[key] = self._speaking(*key)
        return self._spoken[key]

    def _speaking(self, name: str, on: str | None) -> Source | None:
        for form in _forms(name):
            outside, inside = naming.split_brackets(form)
            for whole in (form, outside, *([inside] if inside else [])):
                if found := self.named(whole):
                    return found
            if naming.host(form):
                return self.publishing(form)
            found = self.office(outside) or self.holding(outside, on)
            found = found or (self.office(inside) if inside else None) or self._unit(outside)
            if found := found or self._places.get(naming.squeezed(form)):
                return found
        return None

    def holding(self, name: str, on: str | None = None) -> Source | None:
        """The source that a person speaks for by office: two words at least, a title among them.

        None where two sources have somebody of that name, or the office was not held then.
        """
        said = naming.untitled(name).split()
        # "Roe" is no name; "Gen. Roe" is the one general of that name.
        if not said or len(naming.tokens(name)) < _NAME:
            return None
        found = {
            holder.source.name: holder.source
            for holder in self._holders.get(said[-1], ())
            if holder.words >= set(said) and _in_office(holder.person, on)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def office(self, said: str) -> Source | None:
        """The source of "OCHA officials", "camp director Jo Roe", "the Guard's deputy head"."""
        if said not in self._offices:
            self._offices[said] = self._office(said)
        return self._offices[said]

    def _office(self, said: str) -> Source | None:
        owner = _OWNER.match(said.strip())
        if owner and is_role(owner[2]) and (source := self._body(owner[1])):
            return source
        key = naming.key(said)
        words = _RANK.sub("", key)
        if words != key and (source := self.named(words)):
            return source
        if _PAST.search(words):
            return None
        found = _OFFICE_OF.match(words) or _PERSON_OF.match(words)
        if found and (source := self._opening(found[1]) or self._leading(found[1])):
            return source
        # "US Central Command commander": one word may stand before the name.
        return self._leading(words) or self._leading(words.partition(" ")[2])

    def _opening(self, words: str) -> Source | None:
        """The source whose name is the words, or opens them: "Red Cross in the north"."""
        parts = words.removeprefix("the ").split()
        for end in range(len(parts), 0, -1):
            source = self._body(" ".join(parts[:end]))
            if source and (end == len(parts) or parts[end] in _BEHIND):
                return source
        return None

    def _leading(self, words: str) -> Source | None:
        """The source whose name begins the words, if a role follows it or ends it."""
        parts = words.split()
        for end in range(len(parts) - 1, 0, -1):
            source = self._body(" ".join(parts[:end]))
            if source and (_ROLE.match(parts[end]) or (end > 1 and _ROLE.match(parts[end - 1]))):
                return source
        return None

    def _unit(self, name: str) -> Source | None:
        found = _UNIT.match(name)
        if found is None or not found[2][:1].isupper():
            return None
        source = self.named(found[1])
        return source if source and source.type != "government" else None

    def outlet(self, account: Account) -> Source | None:
        """The source that published an account: by its publisher, else by its address."""
        return self.publishing(account.publisher) or self.publishing(outlets.outlet(account.url))

    def publishing(self, publisher: str | None) -> Source | None:
        """The source whose site a publisher is, sub-domains included, or that bears its name.

        On a platform a site is the page of one holder: "t.me/name".
        """
        where = place(publisher)
        while where and "." in where:
            if source := self._hosts.get(where):
                return source
            where = where.partition(".")[2] if "/" not in where else None
        return self.named(publisher) if publisher else None

    def behind(self, source: Source) -> Source:
        """The source's owner, followed upwards.

        An owner that is not registered takes after what it owns: its type, and the best letter.
        """
        seen = {source.name}
        while source.owner:
            owner = self.named(source.owner)
            if owner is None:
                return self._made(source.owner)
            if owner.name in seen:
                return owner
            seen.add(owner.name)
            source = owner
        return source

    def _made(self, owner: str) -> Source:
        owned = sorted(self._owned[naming.key(owner)], key=lambda s: (s.grade, s.name))
        return Source(owner, (), owned[0].type, owner, grade=owned[0].grade)


def place(publisher: str | None) -> str | None:
    """The host of a publisher given as an address, with the holder's page on a platform."""
    host = naming.host(publisher)
    if host is None or not outlets.platform(host):
        return host
    bare = (publisher or "").strip()
    return outlets.outlet(bare if "//" in bare else f"https://{bare}") or host


def is_role(words: str) -> bool:
    """True where the words name an office and nobody: "camp director", "chair", "US commander"."""
    parts = naming.tokens(words)
    return bool(parts) and (bool(_ROLE.match(parts[-1])) or bool(_OFFICE_OF.match(" ".join(parts))))


def _holders(source: Source) -> Iterator[_Holder]:
    for person in source.people:
        for name in (person.name, *person.aliases):
            words = naming.untitled(name).split()
            yield _Holder(frozenset(words), words[-1] if words else "", person, source)


def _in_office(person: Person, on: str | None) -> bool:
    """True where the day, month or year may lie in the time of office; an unknown one may."""
    if on is None:
        return True
    early = person.since is not None and on[: len(person.since)] < person.since[: len(on)]
    late = person.until is not None and on[: len(person.until)] > person.until[: len(on)]
    return not early and not late


def _forms(name: str) -> Iterator[str]:
    """The name, and what is left of it without what is said besides."""
    yield name
    bare = _VIA.sub("", name)
    if bare != name:
        yield bare
    key = naming.key(bare)
    for named in (_SORT.sub("", key), naming.outlet(bare)):
        if named != key:
            yield named
    # "the Hill Observatory, a war monitor"; "the Internal Forces, the Guard"
    if ", " in bare and "(" not in bare:
        yield from bare.split(", ")
