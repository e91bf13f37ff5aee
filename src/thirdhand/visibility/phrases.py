"""Plain words for what is asked and counted, from phrases.yaml."""

import calendar
import datetime as dt
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from thirdhand.model import Period, PlanItem
from thirdhand.model.plan import Cadence
from thirdhand.visibility.slot import Slot, words

QUARTERS = ("first", "second", "third", "fourth")


@cache
def phrases() -> dict[str, Any]:
    """phrases.yaml of this package."""
    path = files("thirdhand.visibility") / "phrases.yaml"
    raw: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return raw


def happenings(kind: str) -> tuple[str, str]:
    """How a kind of happening is counted: ("killing", "killings")."""
    row = phrases()["happenings"].get(kind)
    return (row["one"], row["many"]) if row else (f"{kind} incident", f"{kind} incidents")


def question(item: PlanItem, place: str, when: str) -> str:
    """What one line of the plan wants to know. place: "Riverbend". when: as `then` says it."""
    template = _template(item)
    at = f"in {place}"
    who = _who(item.breakdown, item.unit)
    return template.format(who=who, at=at, place=place, when=when, label=item.label)


def then(first: Slot, last: Slot, end: dt.date, *, lasts: bool) -> str:
    """When, in a question: of what lasts, the end of the last period; else from first to last.

    end: the last day of the look; nobody can tell of a later one.
    """
    day = min(last.last, end)
    if lasts and (day + dt.timedelta(days=1)).day > 1:
        return f"on {say(day)}"
    if lasts:
        return f"at the end of {calendar.month_name[day.month]} {day.year}"
    if first == last:
        return f"in {period(last)}"
    return f"in each {cadence_of(last.name)} from {period(first)} to {period(last)}"


def period(slot: Slot) -> str:
    """In words: "March 2021", "the first quarter of 2021", "week 12 of 2021", "2021"."""
    year, _, part = slot.name.partition("-")
    return f"the {QUARTERS[int(part[1:]) - 1]} quarter of {year}" if "Q" in part else words(slot)


def days(held: Period) -> str:
    """In words: "3 May 2021", "May 2021", "2021", or from a day to a day."""
    first, last = held.first, held.last
    if first == last:
        return say(first)
    if held.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{calendar.month_name[first.month]} {first.year}"
    if held.precision == "year" and first.year == last.year:
        return f"{first.year}"
    return f"{say(first)} to {say(last)}"


def cadence_of(name: str) -> Cadence:
    """The cadence of the period with that name: "2021-Q3" is a quarter."""
    _, _, part = name.partition("-")
    if not part:
        return "year"
    return "quarter" if part.startswith("Q") else "week" if part.startswith("W") else "month"


def say(when: dt.date) -> str:
    """A day in words: "3 May 2021"."""
    return f"{when.day} {calendar.month_name[when.month]} {when.year}"


def _template(item: PlanItem) -> str:
    table = phrases()
    if item.kind == "incident":
        row = table["happenings"].get(item.indicator)
        return str(row["ask"] if row else table["otherwise"]["incident"])
    if item.kind == "condition":
        return str(table["conditions"].get(item.indicator, table["otherwise"]["condition"]))
    if item.unit == "percent":
        return str(table["percent"].get(item.indicator, table["otherwise"]["percent"]))
    own = table["figures"].get(" ".join((item.indicator, *item.breakdown)))
    found = own or table["figures"].get(item.indicator)
    if found is None or (item.breakdown and not own and "{who}" not in found):
        return str(table["otherwise"]["figure"])
    return str(found)


def _who(breakdown: Sequence[str], unit: str | None) -> str:
    """Who is counted: "foreign women and children", "Iraqis", "households"."""
    table = phrases()
    nouns = [noun for tag, noun in table["nouns"].items() if tag in breakdown]
    rest = [t for t in breakdown if t not in table["nouns"] and t not in table["topics"]]
    before = [tag if tag in table["plain"] else tag.capitalize() for tag in rest]
    thing = " and ".join(nouns) if nouns else "people"
    if unit == "households":
        thing = "households"
        nouns = nouns and [f"of {' and '.join(nouns)}"]
        return " ".join([" and ".join(before), thing, *nouns]).strip()
    return f"{' and '.join(before)} {thing}".strip()
