"""The texts that a sentence cites: the words of its claims, and what names them.

A name is supported by one of six named rules:
  words     it stands in the quote, in a chain, in the account's title, publisher or place
  event     it is the actor or the target of what happened
  voice     it is the voice to which a cited claim, or a claim of an assessment, was traced
  people    it is a breakdown of the claims or assessments ("Iraqi")
  place     it is the site or the part of it that the claims or assessments are of
  register  the case's register has it for a name that one of these rules supports
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thirdhand.brief.gate.basis import Basis
from thirdhand.model import Assessment, Claim


@dataclass(frozen=True, slots=True)
class Cited:
    """texts: in small letters, all that names of the sentence may stand in; names: whole ones."""

    texts: tuple[str, ...]
    names: frozenset[str]

    def hold(self, name: str) -> bool:
        """True where the name stands in one of the texts, as whole words."""
        small = flat(name)
        return small in self.names or any(_within(small, text) for text in self.texts)


def cited(basis: Basis) -> Cited:
    """What the names of a sentence may stand in."""
    texts = tuple(dict.fromkeys(flat(t) for t in _texts(basis) if t))
    names = {flat(n) for n in (*_places(basis), *_peoples(basis))}
    names = names.union(*(basis.known.registered(text) for text in texts))
    return Cited(texts, frozenset(names))


@lru_cache(maxsize=65536)
def flat(text: str) -> str:
    """In small letters, white space single."""
    return " ".join(text.casefold().split())


def actors(basis: Basis) -> Cited:
    """Who did it, or to whom it was done."""
    texts = tuple(
        flat(who)
        for claim in basis.claims
        if claim.event
        for who in (claim.event.actor, claim.event.target)
        if who
    )
    return Cited(texts, frozenset().union(*(basis.known.registered(text) for text in texts)))


def _texts(basis: Basis) -> Iterator[str]:
    for claim in basis.claims:
        yield from _told(claim)
        yield basis.known.voice_of.get(claim.id, "")
        account = basis.accounts.get(claim.account)
        if account:
            yield from (account.outlet, account.title or "")
    for row in basis.assessments:
        yield from _voices(row, basis)
    for estimate in basis.unseen:
        yield from estimate.lists


def _told(claim: Claim) -> Iterator[str]:
    yield claim.span.quote
    yield from claim.chain
    yield claim.place or ""
    if claim.event:
        yield from (claim.event.actor or "", claim.event.target or "")


def _voices(row: Assessment, basis: Basis) -> Iterator[str]:
    yield from row.voices
    for claim in basis.behind(row):
        yield basis.known.voice_of.get(claim.id, claim.chain[0])


def _places(basis: Basis) -> Iterator[str]:
    at = {(c.site, c.area) for c in basis.claims} | {(r.site, r.area) for r in basis.assessments}
    at |= {(row.site, None) for row in basis.unseen}
    at |= {(row.site, None) for row in basis.balances}
    for ident, part in at:
        site = basis.known.sites.get(ident or "")
        if site is None:
            yield ident or ""
            continue
        yield from (site.name, *site.aliases)
        for area in site.areas:
            if area.id == part:
                yield from (area.name, *area.aliases)


def _peoples(basis: Basis) -> Iterator[str]:
    yield from (tag for claim in basis.claims for tag in claim.breakdown)
    yield from (tag for row in basis.assessments for tag in row.breakdown)


def _within(small: str, text: str) -> bool:
    at = text.find(small)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(small) : at + len(small) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(small, at + 1)
    return False
