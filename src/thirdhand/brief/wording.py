"""Numbers, dates, lists and labels in plain words. Hedges are kept, never strengthened."""

import datetime as dt
import math
from calendar import month_name
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from thirdhand.brief.gate import table
from thirdhand.model import Claim, Period, Vocabulary, Window

# Units that can be parted; all others count whole things.
PARTED = ("percent", "km2", "kg")
# Units that are measured: the name of an indicator does not say them, as "tents" says tents.
MEASURES = ("km2", "kg", "litres per day", "usd")
VERDICTS = {
    "agreed": "voices agree",
    "single": "one voice",
    "contested": "contested",
    "expected": "planned or expected",
    "denied": "denied",
}


@cache
def phrases() -> dict[str, Any]:
    """phrases.yaml of this package."""
    raw: dict[str, Any] = yaml.safe_load(
        (files("thirdhand.brief") / "phrases.yaml").read_text("utf-8")
    )
    return raw


def number(value: float) -> str:
    """62000.0 -> "62,000"; 2.41 -> "2.41": at most two decimals, none where there are none."""
    rounded = round(value, 2)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")


def amount(value: float, unit: str | None) -> str:
    """A number with its sign, where the unit has one ("65%"); whole where the unit is."""
    if unit == "percent":
        return f"{number(value)}%"
    return number(value if unit in PARTED else round(value))


def share(value: float) -> str:
    """A share of the plan: "8.3%", "64%". A small one keeps a decimal: 0.6% is not 1%."""
    return f"{value:.1%}" if 0 < value < 0.0995 else f"{value:.0%}"


def ends(
    low: float | None, high: float | None, unit: str | None
) -> tuple[float | None, float | None]:
    """Both ends of an interval, rounded outwards where the unit counts whole things."""
    if unit in PARTED:
        return low, high
    floor = None if low is None else float(math.floor(low))
    return floor, None if high is None else float(math.ceil(high))


def bounds(low: float | None, high: float | None, unit: str | None) -> str:
    """The words of an interval: "60 to 80", "at least 60", "up to 80"; "" where both are open.

    Whole things have whole ends, rounded outwards: an interval is never made narrower.
    """
    low, high = ends(low, high, unit)
    if low is not None and high is not None:
        one = amount(low, unit)
        return one if low == high else f"{one} to {amount(high, unit)}"
    if low is not None:
        return f"at least {amount(low, unit)}"
    return f"up to {amount(high, unit)}" if high is not None else ""


def hedged(claim: Claim) -> str:
    """The figure of a claim as hedged as it was told."""
    low, high, unit = claim.low, claim.high, claim.unit
    point = low if low is not None else high
    if point is None:
        return ""
    if claim.hedge == "vague":
        return f"an imprecise number ({bounds(low, high, unit)}) of"
    if claim.hedge in ("about", "nearly", "more than", "at least", "less than", "up to"):
        if low is not None and high is not None and low != high:
            return f"{claim.hedge} {bounds(low, high, unit)}"
        return f"{claim.hedge} {amount(point, unit)}"
    return bounds(low, high, unit)


def day(iso: str) -> str:
    """A date in words ("5 March 2021"); a month or a year is kept as coarse as it is."""
    parts = iso.split("-")
    if len(parts) == 1:
        return iso
    month = f"{month_name[int(parts[1])]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def span(period: Period) -> str:
    """The days, months or years of a period: "22 to 25 September 2019", "March 2021", "2019"."""
    first, last = period.first, period.last
    if period.precision == "year":
        return _range(str(first.year), str(last.year))
    if period.precision == "month":
        return _range(*_short(first, last, f"{month_name[first.month]}", first.year != last.year))
    if first == last:
        return day(period.start)
    same_month = (first.year, first.month) == (last.year, last.month)
    start = str(first.day) if same_month else f"{first.day} {month_name[first.month]}"
    return f"{start}{f' {first.year}' if first.year != last.year else ''} to {day(period.end)}"


def between(window: Window) -> str:
    """The time of a window: "from 1 to 31 August 2019", "since 1 August 2019"; "" where open."""
    if window.since and window.end:
        return f"from {span(Period(window.since, window.end, 'day', 'stated'))}"
    if window.since:
        return f"since {day(window.since)}"
    return f"up to {day(window.end)}" if window.end else ""


def as_of(period: Period) -> str:
    """The period, with a mark where only the date of publication bounds it."""
    return f"{span(period)} (published)" if period.basis == "published" else span(period)


def when(period: Period) -> str:
    """The period with its preposition, to stand behind a figure."""
    words = span(period)
    if " to " in words:
        told = f"from {words}"
    else:
        told = f"on {words}" if period.precision == "day" else f"in {words}"
    by_print = ", going by the date of publication" if period.basis == "published" else ""
    return f"{told}{by_print}"


def listed(names: Sequence[str]) -> str:
    """A list in words: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(size: int, noun: str) -> str:
    """A count with its noun: "1 telling", "2 tellings"."""
    return f"{size:,} {noun}" if size == 1 else f"{size:,} {noun}s"


def who(breakdown: Sequence[str], unit: str | None) -> str:
    """Who or what is counted: "foreign women and children", "households", "events"."""
    table = phrases()
    nouns = [words for b, words in table["nouns"].items() if b in breakdown]
    topics = [table["topics"][b] for b in breakdown if b in table["topics"]]
    rest = [b for b in breakdown if b not in table["nouns"] and b not in table["topics"]]
    before = listed([b if b in table["plain"] else b.capitalize() for b in rest])
    thing = "people" if unit in (None, "percent") else table["units"].get(unit, unit)
    if nouns and unit in (None, "people", "percent"):
        thing = listed(nouns)
    elif nouns:
        topics = [*nouns, *topics]
    behind = f"({', '.join(topics)})" if topics else ""
    return " ".join(w for w in (before, thing, behind) if w)


def meant(breakdown: Sequence[str]) -> str:
    """The breakdown alone: "foreign women", "Iraqi", "hospitals"; "" where there is none."""
    words = who(breakdown, None) if breakdown else ""
    return words.replace("people", "").replace("(", "").replace(")", "").strip()


def single(figure: str) -> bool:
    """True for a figure of one, however hedged: "1", "at least 1"."""
    return f" {figure}".endswith(" 1") and " to " not in figure


def one(text: str) -> str:
    """The words of a figure of 1, in the singular."""
    singular: dict[str, str] = phrases()["singular"]
    return " ".join(singular.get(w, w) for w in text.split(" "))


def label(
    indicator: str, breakdown: Sequence[str], unit: str | None, vocabulary: Vocabulary
) -> str:
    """A heading for a figure: "people living there: foreign women and children", "area (km²)".

    The unit stands behind it where it is a measure, or not the usual one of the indicator.
    """
    row = vocabulary.get(indicator)
    name = row.label if row else indicator.replace("-", " ")
    parts = meant(breakdown)
    usual = row.units[0] if row else None
    shown = unit if unit in MEASURES or unit != usual else None
    told = f" ({phrases()['units'].get(shown, shown)})" if shown else ""
    return capital(f"{name}{f': {parts}' if parts else ''}{told}")


def unlabelled(name: str) -> str:
    """A name as it is shown: without disputed labels, which are not ours to use.

    A name that the register of the case has is shown as it is, and not asked about here.
    """
    return table.unlabelled(name) or "a voice that is named by a disputed label"


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _short(first: dt.date, last: dt.date, month: str, years: bool) -> tuple[str, str]:
    end = f"{month_name[last.month]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end, end
    return (f"{month} {first.year}" if years else month), end
