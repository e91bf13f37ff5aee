"""Who really said it: each claim's deepest voice.

Rules, in this order:

1. A claim in the outlet's own words is the outlet's. In a group of copies it is the outlet's of
   the oldest copy that says the same; under a credit ("Beirut (AFP) -") it is the agency's.
2. A speaker whom the register holds, by name, alias, short form, office ("Jane Roe (OCHA)", "OCHA
   officials"), as the holder of an office at the time, or as the publisher of an account, is that
   source, or the owner who stands behind it.
3. Any other unnamed speaker ("officials", "local sources") is known by words and outlet: two
   outlets' officials are not known to be the same, nor to be different.
4. A document without a name of its own ("the report") is known by words and outlet.
5. A surname is the one full name that the same account gives for it.
6. "X (Y)" that nobody registered is the body Y, unless Y is short for X; where Y only says which
   office X holds ("the chair"), it is X.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Literal

from thirdhand.corroborate.kin import agencies
from thirdhand.corroborate.voices import naming
from thirdhand.corroborate.voices.abbreviations import abbreviations
from thirdhand.corroborate.voices.offices import introductions
from thirdhand.corroborate.voices.register import Register, is_role, place
from thirdhand.model import Account, Claim, Plan, Source, content_id
from thirdhand.model.claim import SpeakerKind

Letter = Literal["A", "B", "C", "D", "E", "F"]

# Documents that any account may mean when it says so.
BARE_DOCUMENTS = frozenset(
    "report document statement study survey assessment article paper publication post video"
    " profile data statistics letter press release".split()
)
_UNKNOWN = "unknown outlet"
_WITHHELD = ("unnamed", "anonymous", "name withheld")
MEDIA = ("outlet", "wire", "local", "social")


@dataclass(frozen=True, slots=True)
class Origin:
    """A voice before it is counted. `known` is False where we cannot tell it from another."""

    id: str
    name: str
    kind: SpeakerKind
    known: bool
    type: str | None = None
    owner: str | None = None
    grade: Letter = "F"


class Origins:
    """Resolves speakers and outlets of one collection."""

    def __init__(self, accounts: Iterable[Account], plan: Plan) -> None:
        held = sorted(accounts, key=lambda account: (account.ref, account.id))
        self._register = Register(plan.sources, plan.sites)
        self._short = abbreviations(account.text for account in held)
        self._publishers: dict[str, str] = {}
        self._texts = {account.id: account.text for account in held}
        self._full: dict[tuple[str, str], str] = {}
        self._office: dict[str, set[str]] = {}
        self._own: dict[str, Origin] = {}
        self._outlets: dict[str, Origin] = {}
        # What was found before: a few thousand speakers are asked for again and again.
        self._found: dict[tuple[str, str | None], Source | None] = {}
        self._voices: dict[Hashable, Origin] = {}
        for account in held:
            for label in sorted(naming.labels(account.publisher)):
                self._publishers.setdefault(label, account.publisher or _UNKNOWN)

    def _once(self, key: Hashable, made: Callable[[], Origin]) -> Origin:
        """The voice of that key, made where it is asked for first."""
        if key not in self._voices:
            self._voices[key] = made()
        return self._voices[key]

    def of(self, claim: Claim, teller: Account) -> Origin:
        """The voice of `claim`, told by `teller` (the account, or the older one it copies)."""
        if claim.attributed:
            kind = "named" if claim.speaker_kind == "outlet" else claim.speaker_kind
            return self.speaker(claim.chain[0], kind, teller)
        if teller.id not in self._own:
            agency = agencies.credited(teller.text)
            self._own[teller.id] = self._agency(agency) if agency else self.outlet(teller)
        return self._own[teller.id]

    def _agency(self, name: str) -> Origin:
        source = self._source(name)
        return self._registered(source, "outlet") if source else self._named(name, "outlet")

    def outlet(self, account: Account) -> Origin:
        """The voice of an account's publisher. Nobody knows an unknown one from another."""
        if account.id not in self._outlets:
            self._outlets[account.id] = self._outlet(account)
        return self._outlets[account.id]

    def _outlet(self, account: Account) -> Origin:
        if account.publisher is None:
            return _origin(_UNKNOWN, "outlet", known=False, within=account.id)
        source = self._register.outlet(account)
        if source:
            return self._registered(source, "outlet")
        return _origin(place(account.publisher) or account.publisher, "outlet")

    def learn(self, account: str, speakers: Iterable[str]) -> None:
        """Learns the full names told in an account (id): "Roe" can be "Jane Roe".

        And for whom they speak, where the text says so: "camp director Jane Roe".
        """
        self._found.clear()
        self._voices.clear()
        full: dict[str, set[str]] = {}
        for speaker in speakers:
            words = naming.untitled(naming.split_brackets(speaker)[0]).split()
            if len(words) > 1:
                full.setdefault(words[-1], set()).add(speaker)
                self._introduce(speaker, self._texts.get(account, ""))
        for surname, people in full.items():
            if len({naming.untitled(naming.split_brackets(name)[0]) for name in people}) == 1:
                self._full[account, surname] = min(people)

    def _introduce(self, speaker: str, text: str) -> None:
        name = naming.split_brackets(speaker)[0]
        if self._register.speaking(name):
            return
        for words, alone in introductions(name, text):
            source = self._register.office(words)
            source = source or (self._register.speaking(words) if alone else None)
            if source and source.type not in MEDIA:
                self._office.setdefault(naming.untitled(name), set()).add(source.name)

    def speaker(self, said: str, kind: SpeakerKind, teller: Account) -> Origin:
        """The voice of a speaker as named in `teller`."""
        on = teller.published
        if kind == "named" and not self._source(said, on):
            surname = naming.untitled(naming.split_brackets(said)[0])
            said = self._full.get((teller.id, surname), said)
        source = self._source(said, on)
        if source and not (kind == "unnamed" and _told_to(said, source)):
            return self._registered(source, "named")
        if kind == "unnamed" or (kind == "document" and _bare(said)):
            carrier = self.outlet(teller).id
            known = kind == "document"
            return self._once(
                (said, kind, carrier), lambda: _origin(said, kind, known=known, within=carrier)
            )
        return self._named(said, kind)

    def _named(self, said: str, kind: SpeakerKind) -> Origin:
        return self._once((said, kind), lambda: self._unheld(said, kind))

    def _unheld(self, said: str, kind: SpeakerKind) -> Origin:
        """A voice that the register does not hold."""
        squeezed = naming.squeezed(said), naming.squeezed(naming.outlet(said))
        publisher = next((self._publishers[n] for n in squeezed if n in self._publishers), None)
        if publisher:
            return _origin(place(publisher) or publisher, "outlet")
        outside, inside = naming.split_brackets(said)
        if inside is None or naming.key(inside) in _WITHHELD:
            return _origin(said, kind, by=self._long(said))
        if self._long(inside) == naming.key(outside) or is_role(inside):
            return _origin(outside, kind)
        return _origin(inside, kind, by=self._long(inside))

    def _source(self, said: str, on: str | None = None) -> Source | None:
        key = said, on if self._register.dated else None
        if key not in self._found:
            self._found[key] = self._held(*key)
        return self._found[key]

    def _held(self, said: str, on: str | None) -> Source | None:
        found = self._register.speaking(said, on) or self._register.named(self._long(said))
        if found is None:
            # In all accounts alike; a name that two bodies have is nobody's.
            bodies = self._office.get(naming.untitled(naming.split_brackets(said)[0]), set())
            found = self._register.named(next(iter(bodies))) if len(bodies) == 1 else None
        return found

    def _long(self, name: str) -> str:
        """The key of a name, or of what it is short for."""
        return self._short.get(naming.key(name)) or naming.person(name)

    def _registered(self, source: Source, kind: SpeakerKind) -> Origin:
        def made() -> Origin:
            voice = self._register.behind(source)
            sort = "outlet" if voice.type in MEDIA else "named" if kind == "outlet" else kind
            return _origin(voice.name, sort, source=voice)

        # The register holds its sources for good: no two have one address.
        return self._once((id(source), kind), made)


def _origin(
    name: str,
    kind: SpeakerKind,
    *,
    known: bool = True,
    by: str | None = None,
    within: str | None = None,
    source: Source | None = None,
) -> Origin:
    """The id rests on the name's key, not on the kind: one name is one voice."""
    ident = content_id("voice", by or naming.person(name) or name, within)
    if source is None:
        return Origin(ident, name, kind, known)
    return Origin(ident, name, kind, known, source.type, source.owner, source.grade)


def _told_to(said: str, source: Source) -> bool:
    """True for "a security source (Hill News)": the outlet it spoke to, not the speaker."""
    return source.type in MEDIA and naming.split_brackets(said)[1] is not None


def _bare(said: str) -> bool:
    return set(naming.tokens(said)) <= BARE_DOCUMENTS
