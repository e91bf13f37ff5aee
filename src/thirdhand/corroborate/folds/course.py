"""The course of each stock over the months: the level's model on all that is told of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from thirdhand.corroborate.levels.heights import Height, Heights, heights
from thirdhand.corroborate.levels.series import Told
from thirdhand.corroborate.matters.buckets import Bucket, Measures, order
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Estimated, Period, content_id

# So many times of so many voices make a course; fewer tell nothing of how it moves.
TIMES, VOICES = 3, 2
# Months that are told at most; a course over more is most likely a misread year.
MOST = 600
# A month further from every claim than this (days) is not told.
NEAR = 200
# What is known by publication alone may be some weeks older than that.
LATE = 45

# A stock (a bucket without its time) -> its buckets.
Stocks = dict[Bucket, dict[Bucket, Sequence[Telling]]]


@dataclass(frozen=True)
class Course:
    """One stock over time: its claims (by id), and the level in each month and bucket.

    matter: the bucket without its time. months: "2019-08" -> the level in its middle.
    """

    matter: Bucket
    rows: dict[str, Telling]
    found: Heights
    months: dict[str, Height]
    within: dict[Bucket, Height]
    told: frozenset[str]

    @property
    def aside(self) -> frozenset[str]:
        """The claims (ids) that are of something else."""
        return frozenset(row.id for row in self.found.aside)

    @cached_property
    def fresh(self) -> dict[str, float]:
        """Claim (id) -> the chance that it was counted anew; of the claims that were kept."""
        chances = self.found.heard.fresh.tolist()
        return {row.id: c for row, c in zip(self.found.kept, chances, strict=True)}

    def _near(self, row: Height) -> bool:
        return any(abs(told.day - row.day) <= NEAR for told in self.found.kept)

    def estimated(self) -> Iterator[Estimated]:
        """A row a month that is told of or lies near one that is."""
        for month, row in self.months.items():
            if not self._near(row):
                continue
            claims = [claim for claim, share in row.shares.items() if share >= 1 / 20]
            claims.sort(key=lambda claim: (-row.shares[claim], claim))
            names = dict.fromkeys(self.rows[claim].origin.name for claim in claims)
            key = replace(self.matter, start=month, end=month)
            yield Estimated(
                content_id("estimated", *order(key), *sorted(row.shares)),
                key.indicator,
                key.breakdown,
                key.unit,
                key.site,
                key.area,
                month,
                row.low,
                row.best,
                row.high,
                tuple(names),
                tuple(claims),
                month in self.told,
            )


def stocks(filled: Mapping[Bucket, Sequence[Telling]], measures: Measures) -> Stocks:
    """The stocks that are told of, each with its buckets, in the order of `buckets.order`."""
    found: Stocks = defaultdict(dict)
    for key, rows in filled.items():
        if _moves(key, measures):
            found[replace(key, start="", end="")][key] = rows
    return dict(sorted(found.items(), key=lambda item: order(item[0])))


def levels(every: Stocks) -> dict[Bucket, Heights]:
    """The levels of all stocks of which enough is told, in each month and bucket."""
    return {matter: found for matter, buckets in every.items() if (found := _level(buckets))}


def courses(every: Stocks, found: Mapping[Bucket, Heights]) -> list[Course]:
    """The courses of the stocks that have a level, in the order of `every`."""
    return [_course(key, every[key], found[key]) for key in every if key in found]


def _moves(key: Bucket, measures: Measures) -> bool:
    stock = measures.stock(key.indicator, key.unit) and key.unit != "percent"
    return key.group == "told" and key.kind == "figure" and stock


def _level(buckets: Mapping[Bucket, Sequence[Telling]]) -> Heights | None:
    told = told_of(list(_by_claim(buckets).values()))
    if len({row.day for row in told}) < TIMES or len({row.voice for row in told}) < VOICES:
        return None
    months = _months(buckets)
    if len(months) > MOST:
        return None
    asked = [_middle(Period.parse(month)) for month in months]
    asked += [_middle(Period.parse(f"{key.start}/{key.end}")) for key in buckets]
    return heights(told, asked)


def _course(matter: Bucket, buckets: Mapping[Bucket, Sequence[Telling]], found: Heights) -> Course:
    days = iter(found.days)
    by_month = {month: next(days) for month in _months(buckets)}
    within = {key: next(days) for key in buckets}
    held = frozenset(key.end[:7] for key in buckets if key.start[:7] == key.end[:7])
    return Course(matter, _by_claim(buckets), found, by_month, within, held)


def _by_claim(buckets: Mapping[Bucket, Sequence[Telling]]) -> dict[str, Telling]:
    return {row.claim.id: row for here in buckets.values() for row in here}


def _months(buckets: Iterable[Bucket]) -> list[str]:
    """Every month from the first to the last that is told of."""
    keys = list(buckets)
    first, last = min(key.start for key in keys), max(key.end for key in keys)
    return Period.parse(f"{first}/{last}").months()


def told_of(rows: Sequence[Telling]) -> list[Told]:
    """The figures that say when they hold, copies of older accounts and vague ones left out."""
    return [_told(row, row.claim.period) for row in rows if row.claim.period and _usable(row)]


def _usable(row: Telling) -> bool:
    quantity = row.quantity
    return quantity is not None and quantity.hedge != "vague" and not row.copied


def _told(row: Telling, period: Period) -> Told:
    claim = row.claim
    late = LATE if period.basis != "stated" else 0
    first, last = _days(period.start, period.end)
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


def _middle(period: Period) -> float:
    return sum(_days(period.start, period.end)) / 2


# The same days are told again and again.
@lru_cache(maxsize=8192)
def _days(start: str, end: str) -> tuple[int, int]:
    return dt.date.fromisoformat(start).toordinal(), dt.date.fromisoformat(end).toordinal()
