"""Who really said it: each claim's deepest voice.

Rules, in this order:

1. A claim in the outlet's own words is the outlet's. In a group of copies it is the outlet's of
   the oldest copy that says the same; under a credit ("Beirut (AFP) -") it is the agency's.
2. A speaker whom the register holds, by name, alias, short form, office ("Jane Roe (OCHA)") or as
   the publisher of an account, is that source, or the owner who stands behind it.
3. An unnamed speaker ("officials", "local sources") is known by words and outlet: two outlets'
   officials are not known to be the same, nor to be different.
4. A document without a name of its own ("the report") is known by words and outlet.
5. A surname is the one full name that the same account gives for it.
6. "X (Y)" that nobody registered is Y, unless Y is short for X: the body, not the person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from thirdhand.corroborate import agencies, naming
from thirdhand.corroborate.abbreviations import abbreviations
from thirdhand.corroborate.register import Register
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
        self._register = Register(plan.sources)
        self._short = abbreviations(account.text for account in held)
        self._publishers: dict[str, str] = {}
        self._full: dict[tuple[str, str], str] = {}
        self._own: dict[str, Origin] = {}
        self._outlets: dict[str, Origin] = {}
        for account in held:
            for label in sorted(naming.labels(account.publisher)):
                self._publishers.setdefault(label, account.publisher or _UNKNOWN)

    def of(self, claim: Claim, teller: Account) -> Origin:
        """The voice of `claim`, told by `teller` (the account, or the older one it copies)."""
        if claim.attributed:
            kind = "named" if claim.speaker_kind == "outlet" else claim.speaker_kind
            return self.speaker(claim.chain[0], kind, teller)
        if teller.id not in self._own:
            agency = agencies.credited(teller.text)
            self._own[teller.id] = self._named(agency, "outlet") if agency else self.outlet(teller)
        return self._own[teller.id]

    def outlet(self, account: Account) -> Origin:
        """The voice of an account's publisher. Nobody knows an unknown one from another."""
        if account.id not in self._outlets:
            self._outlets[account.id] = self._outlet(account)
        return self._outlets[account.id]

    def _outlet(self, account: Account) -> Origin:
        if account.publisher is None:
            return _origin(_UNKNOWN, "outlet", known=False, within=account.id)
        source = self._register.publishing(account.publisher)
        if source:
            return self._registered(source, "outlet")
        return _origin(naming.host(account.publisher) or account.publisher, "outlet")

    def surnames(self, account: str, speakers: Iterable[str]) -> None:
        """Learns the full names told in an account (id), so that "Roe" can be "Jane Roe"."""
        full: dict[str, set[str]] = {}
        for speaker in speakers:
            words = naming.untitled(naming.split_brackets(speaker)[0]).split()
            if len(words) > 1:
                full.setdefault(words[-1], set()).add(speaker)
        for surname, people in full.items():
            if len({naming.untitled(naming.split_brackets(name)[0]) for name in people}) == 1:
                self._full[account, surname] = min(people)

    def speaker(self, said: str, kind: SpeakerKind, teller: Account) -> Origin:
        """The voice of a speaker as named in `teller`."""
        if kind == "named" and not self._source(said):
            said = self._full.get((teller.id, naming.untitled(said)), said)
        source = self._source(said) if kind != "unnamed" else self._register.named(said)
        if source:
            return self._registered(source, "named")
        if kind == "unnamed" or (kind == "document" and _bare(said)):
            carrier = self.outlet(teller).id
            return _origin(said, kind, known=kind == "document", within=carrier)
        return self._named(said, kind)

    def _named(self, said: str, kind: SpeakerKind) -> Origin:
        source = self._source(said)
        if source:
            return self._registered(source, kind)
        publisher = self._publishers.get(naming.squeezed(said))
        if publisher:
            return _origin(naming.host(publisher) or publisher, "outlet")
        outside, inside = naming.split_brackets(said)
        if inside is None or naming.key(inside) in _WITHHELD:
            return _origin(said, kind, by=self._long(said))
        if self._long(inside) == naming.key(outside):
            return _origin(outside, kind)
        return _origin(inside, kind, by=self._long(inside))

    def _source(self, said: str) -> Source | None:
        return self._register.speaking(said) or self._register.named(self._long(said))

    def _long(self, name: str) -> str:
        """The key of a name, or of what it is short for."""
        return self._short.get(naming.key(name)) or naming.person(name)

    def _registered(self, source: Source, kind: SpeakerKind) -> Origin:
        voice = self._register.behind(source)
        kind = "outlet" if voice.type in MEDIA else "named" if kind == "outlet" else kind
        return _origin(voice.name, kind, source=voice)


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


def _bare(said: str) -> bool:
    return set(naming.tokens(said)) <= BARE_DOCUMENTS
