"""Who speaks in a claim, by name, and who saw it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thirdhand.model import Account, Claim, Findings
from thirdhand.model.account import NOBODY

# Who is said to have seen a thing: a denial or a plan is no observation.
SAID = ("asserted", "alleged")


@dataclass(frozen=True, slots=True)
class Witness:
    """A voice that tells of first..last what it saw itself."""

    first: dt.date
    last: dt.date
    voice: str


class Speakers:
    """The voices of the findings, by claim. voice_of: claim (id) to voice (id)."""

    def __init__(self, findings: Findings, accounts: Iterable[Account]) -> None:
        self.voice_of = dict(findings.voice_of)
        self._names = {v.id: v.name for v in findings.voices}
        self._unnamed = {v.name for v in findings.voices if v.kind == "unnamed"} | {NOBODY}
        self._published = {a.id: a.period for a in accounts}
        self._outlets: dict[str, str] = {}

    def name(self, claim: Claim) -> str:
        """Who says it: the voice the claim was traced to, else the deepest of its chain."""
        return self._names.get(self.voice_of.get(claim.id, ""), claim.chain[0])

    def named(self, voices: Iterable[str]) -> tuple[str, ...]:
        """Those of the names that are somebody's: not "officials", not an unknown outlet."""
        return tuple(v for v in voices if v not in self._unnamed)

    def learn(self, claims: Iterable[Claim]) -> None:
        """Take from claims that rest on the outlet alone which voice an outlet is."""
        for claim in claims:
            if not claim.attributed:
                self._outlets[claim.chain[-1]] = self.name(claim)

    def outlet(self, account: Account) -> tuple[str, ...]:
        """The outlet's name as a voice; none where it never speaks for itself."""
        name = self._outlets.get(account.outlet)
        return (name,) if name else ()

    def witnesses(self, claims: Iterable[Claim]) -> Iterator[Witness]:
        """Who saw what they tell, no later than their account was published."""
        for claim in claims:
            if claim.basis != "witnessed" or claim.stance not in SAID or claim.period is None:
                continue
            first, last = claim.period.first, claim.period.last
            published = self._published.get(claim.account)
            if published and published.last >= first:
                last = min(last, published.last)
            yield Witness(first, last, self.name(claim))
