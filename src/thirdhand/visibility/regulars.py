"""Which voices usually report on a site, and which of them were not heard in a month.

The rule is that of usual.py, asked of the site and not of one line of the plan: a voice usually
reports in a month where it was heard on anything in at least two other months, none further than a
year away.
"""

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from thirdhand.visibility.held import Held
from thirdhand.visibility.slot import Slot, fitter
from thirdhand.visibility.usual import NEAR, OFTEN


@dataclass(frozen=True, slots=True)
class Regulars:
    """Names of the voices that usually report: those heard in a month, and those missed in it.

    Those heard most of all stand first.
    """

    heard: tuple[str, ...]
    missed: tuple[str, ...]


def regulars_of(months: Sequence[Slot], held: Held) -> dict[str, Regulars]:
    """By month, from what is held."""
    return regulars(months, named_in(months, held))


def named_in(months: Sequence[Slot], held: Held) -> dict[str, frozenset[str]]:
    """The names of the voices with a name heard on the site, by month: then, or of then."""
    out: dict[str, set[str]] = {month.name: set() for month in months}
    fit = fitter(months)
    for row in held.heard:
        if row.period is not None:
            for slot in fit(row.period.first, row.period.last):
                out[slot.name] |= row.named
    for telling in held.tellings:
        for slot in fit(telling.first, telling.last):
            out[slot.name].update(telling.named)
    return {month: frozenset(names) for month, names in out.items()}


def regulars(months: Sequence[Slot], heard: Mapping[str, frozenset[str]]) -> dict[str, Regulars]:
    """By month. heard: the names of the voices with a name that were heard in each of `months`."""
    days: dict[str, list[dt.date]] = defaultdict(list)
    for month in months:
        for voice in heard.get(month.name, ()):
            days[voice].append(month.first)
    usual: dict[dt.date, set[str]] = defaultdict(set)
    for voice, told in days.items():
        for month in months if len(told) >= OFTEN else ():
            # `told` is in order, as the months are.
            first = bisect.bisect_left(told, month.first - NEAR["month"])
            last = bisect.bisect_right(told, month.first + NEAR["month"])
            if last - first - (voice in heard.get(month.name, ())) >= OFTEN:
                usual[month.first].add(voice)
    out = {}
    for month in months:
        here, known = heard.get(month.name, frozenset()), usual[month.first]
        row = Regulars(_most(known & here, days), _most(known - here, days))
        out[month.name] = row
    return out


def _most(voices: Collection[str], days: Mapping[str, Collection[dt.date]]) -> tuple[str, ...]:
    """Those heard in most months first."""
    return tuple(sorted(voices, key=lambda v: (-len(days[v]), v)))
