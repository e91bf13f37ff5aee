"""Cited but not held: documents and outlets that chains name and no account of the case is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thirdhand.corroborate.kin.agencies import agency
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices import naming
from thirdhand.corroborate.voices.origins import BARE_DOCUMENTS, MEDIA
from thirdhand.corroborate.voices.register import Register
from thirdhand.model import Account, Missing, Plan, Reading, content_id
from thirdhand.model.claim import SpeakerKind

DOCUMENTS = BARE_DOCUMENTS | {"interview", "study", "factsheet", "bulletin", "snapshot", "dossier"}
PRESS = frozenset(
    "post times news newspaper agency radio television tv journal guardian herald tribune press"
    " gazette daily weekly magazine telegraph observer chronicle broadcaster".split()
)
# A title must hold this many words of a cited name to be that document.
TITLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as one account names it, and the claim that rests on it, if one does."""

    name: str
    kind: SpeakerKind
    account: Account
    claim: str | None


def missing(
    accounts: Sequence[Account], readings: Sequence[Reading], plan: Plan
) -> tuple[Missing, ...]:
    """One row a source, ordered by name. "The report" is the named report of its own account."""
    held = {account.id: account for account in accounts}
    register = Register(plan.sources)
    kinds = _kinds(readings)
    cited = [
        citation
        for reading in readings
        if reading.account in held
        for citation in _cited(reading, held[reading.account], kinds, register)
    ]
    shelf = _Shelf(accounts, register)
    wanted = [citation for citation in cited if not shelf.holds(citation)]
    rows = (_row(group) for group in _merged(wanted))
    return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.cited_by, row.id)))


class _Shelf:
    """What the case holds, by publisher and title."""

    def __init__(self, accounts: Sequence[Account], register: Register) -> None:
        self._register = register
        self._labels = {label for a in accounts for label in naming.labels(a.publisher)}
        sources = (register.outlet(account) for account in accounts)
        self._sources = {source.name for source in sources if source}
        self._titles: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
        for account in accounts:
            words = set(naming.tokens(account.title or ""))
            for word in words:
                self._titles[word].append((account.id, words))

    def holds(self, citation: Citation) -> bool:
        source = self._register.named(citation.name)
        if citation.kind == "outlet" and source and source.name in self._sources:
            return True
        names = citation.name, naming.outlet(citation.name)
        if any(naming.squeezed(name) in self._labels for name in names):
            return True
        words = set(naming.tokens(citation.name))
        telling = words - DOCUMENTS
        if len(telling) < TITLE_WORDS:
            return False
        rarest = min((self._titles.get(word, []) for word in words), key=len)
        return any(words <= title for account, title in rarest if account != citation.account.id)


def _kinds(readings: Sequence[Reading]) -> dict[str, SpeakerKind]:
    """What the attributions say each speaker is; "document" and "outlet" outrank the others."""
    found: dict[str, SpeakerKind] = {}
    for reading in readings:
        for attribution in reading.attributions:
            speaker = naming.key(attribution.speaker)
            if attribution.speaker_kind in ("document", "outlet") or speaker not in found:
                found[speaker] = attribution.speaker_kind
    return found


def _cited(
    reading: Reading, account: Account, kinds: dict[str, SpeakerKind], register: Register
) -> Iterator[Citation]:
    for claim in reading.claims:
        links = claim.chain[1:-1]
        if claim.attributed and claim.speaker_kind in ("document", "outlet"):
            links = (claim.chain[0], *links)
        for name in links:
            given = claim.speaker_kind if name == claim.chain[0] else None
            kind = _source_kind(name, given or kinds.get(naming.key(name)), register)
            if kind:
                yield Citation(name, kind, account, claim.id)
    for attribution in reading.attributions:
        kind = _source_kind(attribution.speaker, attribution.speaker_kind, register)
        if kind:
            yield Citation(attribution.speaker, kind, account, None)


def _source_kind(name: str, kind: SpeakerKind | None, register: Register) -> SpeakerKind | None:
    """A document or an outlet; None for what cannot be got and read: officials, bodies."""
    source = register.named(name)
    if source:
        return "outlet" if source.type in MEDIA else None
    words = naming.tokens(name)
    if not words or kind == "unnamed":
        return None
    if agency(name):
        return "outlet"
    if kind == "outlet" or words[-1] in PRESS:
        return "outlet"
    return "document" if kind == "document" or words[-1] in DOCUMENTS else None


def _merged(wanted: Sequence[Citation]) -> list[list[Citation]]:
    """Citations of one source together: a name whose words all stand in a fuller one is that one.

    A bare name ("the report") joins only a fuller one of its own account.
    """
    by_name: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
    for citation in sorted(wanted, key=lambda c: (naming.key(c.name), c.account.ref, c.name)):
        by_name[naming.tokens(agency(citation.name) or citation.name)].append(citation)
    full = [name for name in by_name if not set(name) <= DOCUMENTS]
    holding: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in full:
        for word in set(name):
            holding[word].append(name)
    groups: dict[tuple[str, ...], list[Citation]] = defaultdict(list)
    for name, citations in by_name.items():
        if not set(name) <= DOCUMENTS:
            groups[_fullest(name, holding)] += citations
            continue
        for citation in citations:
            own = [n for n in full if _in_account(by_name[n], citation) and set(name) <= set(n)]
            groups[_fullest(own[0], holding) if own else (*name, citation.account.id)].append(
                citation
            )
    return list(groups.values())


def _fullest(
    name: tuple[str, ...], holding: Mapping[str, Sequence[tuple[str, ...]]]
) -> tuple[str, ...]:
    """The longest of the names that hold all its words. holding: the full names by word."""
    rarest = min(name, key=lambda word: len(holding[word]))
    larger = [other for other in holding[rarest] if set(name) <= set(other)]
    return max(larger, key=lambda other: (len(other), other))


def _in_account(citations: Sequence[Citation], citation: Citation) -> bool:
    return any(other.account.id == citation.account.id for other in citations)


def _row(citations: Sequence[Citation]) -> Missing:
    longest = max(citations, key=lambda c: (len(naming.tokens(c.name)), c.name))
    refs = tuple(sorted({c.account.ref for c in citations}))
    claims = tuple(sorted({c.claim for c in citations if c.claim}))
    article = longest.name
    rests = f" {say.count(len(claims), 'claim')} rest{'s' if len(claims) == 1 else ''} on it."
    reason = f"“{article}” is cited by {say.listed(refs)} and the case does not hold it."
    return Missing(
        content_id("missing", naming.key(longest.name), *refs),
        longest.name,
        longest.kind,
        refs,
        claims,
        reason.removesuffix(".") + (";" + rests if claims else "."),
    )
