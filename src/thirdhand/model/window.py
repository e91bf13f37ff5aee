"""The time a brief speaks of, and what could be known of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Self

from thirdhand.model.account import Account
from thirdhand.model.period import Period


@dataclass(frozen=True, slots=True)
class Window:
    """ISO days, both ends included; None where open.

    since, until: the time a brief speaks of. as_of: the day up to which accounts had come.
    """

    since: str | None = None
    until: str | None = None
    as_of: str | None = None

    @classmethod
    def parse(
        cls, since: str | None = None, until: str | None = None, as_of: str | None = None
    ) -> Self:
        """The window of days, months or years: a month begins on its first and ends on its last.

        ValueError for what is no date, and for ends that leave no day between them.
        """
        first = Period.parse(since).start if since else None
        last = Period.parse(until).end if until else None
        known = Period.parse(as_of).end if as_of else None
        if first and last and last < first:
            raise ValueError(f"until {until} is before since {since}; swap them")
        if first and known and known < first:
            raise ValueError(f"as-of {as_of} is before since {since}: nothing was known of it then")
        return cls(first, last, known)

    @property
    def open(self) -> bool:
        """True where nothing is left out."""
        return self.since is None and self.until is None and self.as_of is None

    @property
    def end(self) -> str | None:
        """The last day: nothing later is told, and nothing later was known."""
        if self.until and self.as_of:
            return min(self.until, self.as_of)
        return self.until or self.as_of or None

    def known(self, account: Account) -> bool:
        """True where the account had come by `as_of`: its day, month or year was over.

        An undated account cannot be placed: False, unless there is no `as_of`.
        """
        if self.as_of is None:
            return True
        return account.period is not None and account.period.end <= self.as_of

    def holds(self, period: Period) -> bool:
        """True where some of the period lies between the ends."""
        return self.begun(period) and (self.since is None or period.end >= self.since)

    def begun(self, period: Period) -> bool:
        """True where the period has begun by the end."""
        return self.end is None or period.start <= self.end

    def touches(self, slot: str) -> bool:
        """True where some of a cell's time ("2019-08", "2019-Q3", "2019-W32") lies in it."""
        return self.holds(_slot(slot))


def _slot(name: str) -> Period:
    year, _, part = name.partition("-")
    if part.startswith("W"):
        monday, sunday = (dt.date.fromisocalendar(int(year), int(part[1:]), day) for day in (1, 7))
        return Period.parse(f"{monday}/{sunday}")
    if part.startswith("Q"):
        last = 3 * int(part[1:])
        return Period.parse(f"{year}-{last - 2:02d}/{year}-{last:02d}")
    return Period.parse(name)
