"""Who says that nobody gets in, and until when that holds.

A closure holds from its day until somebody tells, later, of better access, of people reached there,
or of what they saw there. Nobody has to say that a road is open again: who came has used it.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thirdhand.model import Account, Claim

# From this level on worse access is no access: "can see less of it" is weaker than that.
SHUTS = 2
# Words of a condition of access that say that nobody gets in, where no direction is told.
SHUT = ("no access", "cut off", "blocked", "barred", "denied", "suspended", "closed", "prevented")
# Figures that nobody has who did not get in.
BROUGHT = ("people-reached", "vaccinated")
SAID = ("asserted", "alleged")
Days = tuple[dt.date, dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Closed:
    """A claim that nobody gets in. first, last: its days. until: when somebody did, if known."""

    claim: Claim
    first: dt.date
    last: dt.date
    until: dt.date | None

    def shuts(self, area: str | None, day: dt.date) -> bool:
        """True where the part of the site, or the whole of it, was still shut on that day."""
        return self.claim.area in (None, area) and (self.until is None or day < self.until)


def closures(claims: Iterable[Claim], accounts: Sequence[Account]) -> tuple[Closed, ...]:
    """The closures among the claims, in order of their days."""
    dated = [claim for claim in claims if claim.period is not None]
    published = {a.id: a.period.last for a in accounts if a.period}
    opened = [_told(claim, published) for claim in dated if _opens(claim)]
    found = [_closed(claim, opened, published) for claim in dated if shut(claim)]
    return tuple(sorted(found, key=lambda c: (c.first, c.last, c.claim.id)))


def _closed(claim: Claim, opened: Sequence[Days], published: dict[str, dt.date]) -> Closed:
    first, last, told = _told(claim, published)
    # What is told later of a time that goes on past the closure is of the time after it.
    days = (begins for begins, ends, later in opened if ends > first and later > told)
    until = min(days, default=None)
    return Closed(claim, first, last, None if until is None else max(until, first))


def _told(claim: Claim, published: dict[str, dt.date]) -> Days:
    """The first and last day that a dated claim tells of, and the day when it was told."""
    assert claim.period is not None  # noqa: S101 - only dated claims come here
    first, last = claim.period.first, claim.period.last
    return first, last, published.get(claim.account, last)


def _opens(claim: Claim) -> bool:
    if claim.stance not in SAID or claim.negated or shut(claim):
        return False
    condition = claim.condition
    better = bool(condition and condition.sector == "access" and condition.direction == "better")
    return better or claim.indicator in BROUGHT or claim.basis == "witnessed"


def shut(claim: Claim) -> bool:
    """True where the claim says that nobody gets in."""
    condition = claim.condition
    if condition is None or condition.sector != "access" or claim.period is None:
        return False
    if claim.stance not in SAID or claim.negated:
        return False
    if condition.direction == "worse":
        return (condition.level or SHUTS) >= SHUTS
    if condition.direction == "better":
        return False
    words = f"{condition.severity or ''} {claim.span.quote}".casefold()
    return any(w in words for w in SHUT)
