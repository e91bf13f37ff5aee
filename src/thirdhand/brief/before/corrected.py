"""What an account said before it came again, and what it says now."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from thirdhand.model import Account, Arrived, Claim


@dataclass(frozen=True, slots=True)
class Correction:
    """A claim of `old` and the one that stands in its place in `new`; None where none does."""

    old: Arrived
    new: Account
    before: Claim | None
    now: Claim | None


@dataclass(frozen=True, slots=True)
class Sent:
    """What accounts that came again say otherwise: claims (ids) that fell, and that came.

    again: ids of these accounts, of both their versions.
    """

    again: frozenset[str]
    before: frozenset[str]
    now: frozenset[str]

    @classmethod
    def of(cls, pairs: Iterable[tuple[Arrived, Account]], found: Iterable[Correction]) -> "Sent":
        """Of the pairs and the corrections found in them."""
        rows = list(found)
        return cls(
            frozenset(account.id for old, new in pairs for account in (old, new)),
            frozenset(row.before.id for row in rows if row.before),
            frozenset(row.now.id for row in rows if row.now),
        )

    def tells_anew(self, account: str, claims: Iterable[Claim]) -> bool:
        """True where the account never came again, or one of these claims in it is otherwise."""
        changed = self.before | self.now
        return account not in self.again or any(
            claim.id in changed for claim in claims if claim.account == account
        )


def corrections(
    pairs: Iterable[tuple[Arrived, Account]], claims: Callable[[str], Sequence[Claim]]
) -> list[Correction]:
    """What changed in accounts that came again, in the order of their words.

    claims: those of an account (id) that are about the site. A claim that only moved in the text,
    or is told in other words, did not change.
    """
    found = []
    for old, new in pairs:
        before, now = _apart(claims(old.id), claims(new.id))
        for one, other in _matched(before, now):
            found.append(Correction(old, new, one, other))
    return found


def _apart(before: Sequence[Claim], now: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Both without what stands in both."""
    here, there = Counter(map(_content, before)), Counter(map(_content, now))
    same = here & there
    return _without(before, Counter(same)), _without(now, Counter(same))


def _without(claims: Sequence[Claim], same: Counter[Hashable]) -> list[Claim]:
    rest = []
    for claim in sorted(claims, key=lambda c: (c.span.start, c.id)):
        if same[_content(claim)] > 0:
            same[_content(claim)] -= 1
        else:
            rest.append(claim)
    return rest


def _matched(before: list[Claim], now: list[Claim]) -> list[tuple[Claim | None, Claim | None]]:
    """Each claim with the one that took its place: of the same thing and time, else thing."""
    pairs: list[tuple[Claim | None, Claim | None]] = []
    rest, new = list(before), list(now)
    for likeness in (_thing_and_time, _thing, _kind):
        for claim in list(rest):
            found = next((c for c in new if likeness(c) == likeness(claim)), None)
            if found:
                pairs.append((claim, found))
                rest.remove(claim)
                new.remove(found)
    pairs += [(claim, None) for claim in rest]
    pairs.sort(key=lambda pair: pair[0].span.start if pair[0] else 0)
    return [*pairs, *((None, claim) for claim in new)]


def _content(claim: Claim) -> Hashable:
    """All that a claim says, wherever it stands."""
    who = claim.chain, claim.stance, claim.negated
    figure = claim.low, claim.high, claim.hedge
    return _thing_and_time(claim), claim.event, claim.condition, who, figure


def _thing_and_time(claim: Claim) -> Hashable:
    return _thing(claim), (claim.period.start, claim.period.end) if claim.period else None


def _thing(claim: Claim) -> Hashable:
    return _kind(claim), claim.indicator, claim.breakdown, claim.unit, claim.area


def _kind(claim: Claim) -> Hashable:
    sector = claim.condition.sector if claim.condition else None
    return claim.kind, claim.event.type if claim.event else None, sector
