"""The claims of one stock over time, as the level's model takes them."""

from collections.abc import Sequence

from thirdhand.corroborate.series import Told
from thirdhand.corroborate.tellings import Telling
from thirdhand.model import Period

# What is known by publication alone may be some weeks older than that.
LATE = 45


def told_of(rows: Sequence[Telling]) -> list[Told]:
    """The figures that say when they hold, copies of older accounts and vague ones left out."""
    return [_told(row, row.claim.period) for row in rows if row.claim.period and usable(row)]


def usable(row: Telling) -> bool:
    """True for a figure of its own account that is no mere "dozens"."""
    quantity = row.claim.quantity
    return quantity is not None and quantity.hedge != "vague" and not row.copied


def _told(row: Telling, period: Period) -> Told:
    claim = row.claim
    first, last = period.first.toordinal(), period.last.toordinal()
    late = LATE if period.basis != "stated" else 0
    return Told(
        id=claim.id,
        voice=row.origin.id,
        day=(first + last) / 2,
        width=last - first + late,
        low=claim.low,
        high=claim.high,
        hedge=claim.hedge or "exact",
        grade=row.origin.grade,
    )
