"""When a claim holds. As-of is not the publication date."""

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, Self

Precision = Literal["day", "month", "year"]
PeriodBasis = Literal["stated", "published", "unknown"]


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day (ISO dates, both included), with precision and basis."""

    start: str
    end: str
    precision: Precision
    basis: PeriodBasis

    @classmethod
    def parse(cls, text: str, basis: PeriodBasis = "stated") -> Self:
        """The period that "2019", "2019-08", "2019-08-12" or "2019-08/2019-09" names.

        ValueError for anything else.
        """
        first, _, last = text.partition("/")
        start, _, precision = _bounds(first)
        _, end, precision_last = _bounds(last or first)
        order: tuple[Precision, ...] = ("day", "month", "year")
        coarse = max(precision, precision_last, key=order.index)
        return cls(start.isoformat(), end.isoformat(), coarse, basis)

    @property
    def first(self) -> dt.date:
        """The first day."""
        return dt.date.fromisoformat(self.start)

    @property
    def last(self) -> dt.date:
        """The last day."""
        return dt.date.fromisoformat(self.end)

    def overlaps(self, other: "Period") -> bool:
        """True where the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def months(self) -> list[str]:
        """Every month touched, as "YYYY-MM", in order."""
        year, month = self.first.year, self.first.month
        out = []
        while (year, month) <= (self.last.year, self.last.month):
            out.append(f"{year:04d}-{month:02d}")
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return out


# The same few thousand days are named again and again.
@lru_cache(maxsize=8192)
def _bounds(text: str) -> tuple[dt.date, dt.date, Precision]:
    parts = text.strip().split("-")
    if not all(p.isdigit() for p in parts) or not 1 <= len(parts) <= 3 or len(parts[0]) != 4:
        raise ValueError(f"not a date: {text!r} (write 2019, 2019-08 or 2019-08-12)")
    year, *rest = (int(p) for p in parts)
    if not rest:
        return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"
    if len(rest) == 1:
        last = calendar.monthrange(year, rest[0])[1] if 1 <= rest[0] <= 12 else 0
        return dt.date(year, rest[0], 1), dt.date(year, rest[0], last), "month"
    day = dt.date(year, rest[0], rest[1])
    return day, day, "day"
