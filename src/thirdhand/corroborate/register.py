"""The plan's register of sources, ready to be asked."""

import re
from collections.abc import Sequence

from thirdhand.corroborate import naming
from thirdhand.model import Source

# Words for an office. "OCHA spokesperson Jane Roe" speaks for OCHA.
_ROLE = re.compile(
    r"^(?:spokes\w+|speaker|official|officer|director|head|chief|commander|general|president|"
    r"coordinator|representative|envoy|minister|secretary|adviser|advisor|chair\w*|manager|"
    r"correspondent|reporter|statement|report|update|snapshot|data|figures|press|media|flash|"
    r"situation)$"
)
# "Jane Roe of OCHA": one to three words before the body.
_PERSON_OF = re.compile(r"^(?:\w+ ){2,3}(?:of|from|at|with) (?:the )?(.+)$")
_OFFICE_OF = re.compile(
    r"^(?:[\w-]+ ){0,3}?(?:spokes\w+|director|head|chief|commander|president|coordinator|"
    r"representative|official|officer|member|report|statement) (?:of|for|at|from|in) (.+)$"
)
_LETTERS = "ABCDEF"


class Register:
    """Finds the source behind a name or a web host, and who stands behind that source."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._forms: dict[str, Source] = {}
        self._hosts: dict[str, Source] = {}
        self._owned: dict[str, list[Source]] = {}
        for source in sources:
            for form in (source.name, *source.aliases):
                self._forms.setdefault(naming.squeezed(form), source)
            for site in source.sites:
                self._hosts.setdefault(naming.host(site) or site.casefold(), source)
            if source.owner:
                self._owned.setdefault(naming.key(source.owner), []).append(source)

    def named(self, name: str) -> Source | None:
        """The source of exactly that name or alias, case and a leading article aside."""
        return self._forms.get(naming.squeezed(name))

    def speaking(self, name: str) -> Source | None:
        """The source that a speaker stands for: itself, a short form, its site, an office."""
        outside, inside = naming.split_brackets(name)
        for form in (name, outside, *([inside] if inside else [])):
            if found := self.named(form):
                return found
        if naming.host(name):
            return self.publishing(name)
        return self._office(naming.key(outside)) or (self._office(inside) if inside else None)

    def _office(self, words: str) -> Source | None:
        found = _OFFICE_OF.match(words) or _PERSON_OF.match(words)
        if found and (source := self.named(found[1])):
            return source
        parts = words.split()
        for end in range(len(parts) - 1, 0, -1):
            source = self.named(" ".join(parts[:end]))
            if source and _ROLE.match(parts[end]):
                return source
        return None

    def publishing(self, publisher: str | None) -> Source | None:
        """The source whose site a publisher is, sub-domains included, or that bears its name."""
        address = naming.host(publisher)
        while address and "." in address:
            if source := self._hosts.get(address):
                return source
            address = address.partition(".")[2]
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
        owned = sorted(
            self._owned[naming.key(owner)], key=lambda s: (_LETTERS.index(s.grade), s.name)
        )
        return Source(owner, (), owned[0].type, owner, grade=owned[0].grade)
