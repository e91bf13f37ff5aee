"""The defaults of every alarm, in one place. docs/visibility.md says why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Months, periods and days are counts; shares and tails are 0..1.

    fall_*: of the index, against that many months before, at least so many of them; tail: the
    chance of so low a share by chance alone. alone_*: one voice alone behind this share of what is
    told in so many months, of at least so many things. silent_*: a voice heard in at least so many
    months, whose silence has at most this chance. stale_periods: so many periods of a line's own
    cadence in a row. open_days: from the later claim of a contradiction. fresh_months: what has
    been stale or open for longer is old news: a gap, and no alarm. above_*: happenings of a
    month against so many months before, at least so many of them; level: of the quantile; fewest:
    fewer never ring; accounts: so many tell of them. most: alarms kept of one kind.
    """

    fall_months: int = 12
    fall_least: int = 6
    fall_tail: float = 0.025
    alone_months: int = 12
    alone_share: float = 0.5
    alone_least: int = 6
    silent_least: int = 5
    silent_tail: float = 0.01
    stale_periods: int = 3
    open_days: int = 30
    fresh_months: int = 12
    above_months: int = 24
    above_least: int = 6
    above_level: float = 0.975
    above_fewest: int = 3
    above_accounts: int = 2
    most: int = 10
