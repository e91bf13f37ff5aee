"""Judge one line of the plan at one place, period by period."""

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from thirdhand.model import Cell, Claim, PlanItem, Site, content_id
from thirdhand.model.gap import CellState
from thirdhand.visibility.held import Heard, Telling
from thirdhand.visibility.slot import Slot, slot_of, words

# A figure over a whole year says nothing of one of its months: beyond this many times the length
# of a cell, what is told does not count for the cell.
LONGEST = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the plan at one place, with what is held on it.

    lasts: see held.lasts. tolerance: the share by which two honest figures may differ.
    """

    item: PlanItem
    site: Site
    area: str | None
    lasts: bool
    tolerance: float
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What else is known of each period: the accounts heard, the claims that nobody gets in."""

    heard: dict[str, list[Heard]]
    closed: dict[str, list[Claim]]


@dataclass(frozen=True, slots=True)
class _Sight:
    state: CellState
    reason: str
    tellings: Sequence[Telling] = ()


def around(slots: Sequence[Slot], heard: Sequence[Heard], closed: Sequence[Claim]) -> Around:
    """Accounts and closures by the name of the period they fall in."""
    by_slot: dict[str, list[Heard]] = defaultdict(list)
    shut: dict[str, list[Claim]] = defaultdict(list)
    for row in heard:
        if row.period is not None:
            for slot in _fitting(slots, row.period.first, row.period.last):
                by_slot[slot.name].append(row)
    for claim in closed:
        if claim.period is not None:
            for slot in _fitting(slots, claim.period.first, claim.period.last):
                shut[slot.name].append(claim)
    return Around(dict(by_slot), dict(shut))


def cells(line: Line, slots: Sequence[Slot], known: Around) -> Iterator[Cell]:
    """One cell for every period of `slots`, in order."""
    told = _by_slot(line)
    starts = sorted((t[0].first, name) for name, t in told.items())
    for slot in slots:
        at = bisect.bisect_left(starts, (slot.first, "")) - 1
        before = told[starts[at][1]] if at >= 0 else None
        own = told.get(slot.name)
        sight = _sight(line, slot, own[1] if own else (), before, known)
        yield _cell(line, slot, sight, before[1] if before else ())


def _by_slot(line: Line) -> dict[str, tuple[Slot, list[Telling]]]:
    """What is told, by the periods of the line's cadence that it fits."""
    told: dict[str, tuple[Slot, list[Telling]]] = {}
    for telling in line.tellings:
        day = telling.first
        if _too_long(telling, slot_of(day, line.item.cadence)):
            continue
        while day <= telling.last:
            slot = slot_of(day, line.item.cadence)
            told.setdefault(slot.name, (slot, []))[1].append(telling)
            day = slot.last + dt.timedelta(days=1)
    return told


def _sight(
    line: Line,
    slot: Slot,
    own: Sequence[Telling],
    before: tuple[Slot, list[Telling]] | None,
    known: Around,
) -> _Sight:
    if own:
        return _told(line, own, "")
    last = _last(before[1]) if before else None
    age = (slot.last - last).days if last else 0
    if before and last and line.lasts and age <= line.item.shelf_life:
        return _told(line, before[1], f", carried from {last}")
    closed = known.closed.get(slot.name)
    if closed:
        voice = closed[0].chain[0]
        return _Sight("no access", f'{voice} says of access: "{closed[0].span.quote[:120]}".')
    heard = known.heard.get(slot.name, ())
    if heard and not any(h.read for h in heard):
        return _Sight("unread", _unread(heard, slot))
    if before and last and line.lasts:
        return _Sight("stale", _stale(before[1], last, age, line.item.shelf_life), before[1])
    return _Sight("silent", _silent(line, slot, heard, last))


def _told(line: Line, tellings: Sequence[Telling], carried: str) -> _Sight:
    voices = _voices(tellings)
    if any(t.contested for t in tellings):
        who = _names(voices)
        how = f"{who} contradict one another" if len(voices) > 1 else f"{who} contradicts itself"
        return _Sight("contested", f"{how}{carried}.", tellings)
    if len(voices) > 1 and _confirmed(line, tellings):
        return _Sight("seen", f"Told by {len(voices)} voices: {_names(voices)}{carried}.", tellings)
    if len(voices) > 1:
        how = f"{_names(voices)} tell of it and none confirms another"
        return _Sight("one voice", f"{how}{carried}.", tellings)
    who = voices[0] if voices else "one account"
    return _Sight("one voice", f"Only {who} tells of it{carried}.", tellings)


def _confirmed(line: Line, tellings: Sequence[Telling]) -> bool:
    """True where two voices say the same: in one assessment, or in two of what lasts."""
    if any(t.agreed for t in tellings):
        return True
    said = [t for t in tellings if t.says is not None] if line.lasts else []
    return any(
        set(a.voices) != set(b.voices) and _same(a.says, b.says, line.tolerance)
        for a, b in combinations(said, 2)
    )


def _same(one: float | str | None, other: float | str | None, tolerance: float) -> bool:
    if isinstance(one, float | int) and isinstance(other, float | int):
        return abs(one - other) <= tolerance * max(abs(one), abs(other))
    return one == other


def _stale(tellings: Sequence[Telling], last: dt.date, age: int, shelf: int) -> str:
    newest = max(tellings, key=lambda t: (t.last, t.what))
    who = _names(_voices(tellings)) or "one account"
    return (
        f"The last held is {newest.what} of {last} by {who}: {age} days old at the end "
        f"of the period, past its shelf life of {shelf} days."
    )


def _unread(heard: Sequence[Heard], slot: Slot) -> str:
    languages = sorted({h.account.language or "an unknown language" for h in heard})
    accounts = "The only account" if len(heard) == 1 else f"All {len(heard)} accounts"
    return f"{accounts} of {words(slot)} could not be read ({', '.join(languages)})."


def _silent(line: Line, slot: Slot, heard: Sequence[Heard], last: dt.date | None) -> str:
    total = next((t for t in line.tellings if slot.touches(t.first, t.last)), None)
    if total is not None:
        return (
            f"Only what holds for {total.first} to {total.last} as a whole is held, "
            f"which does not tell of {words(slot)} alone."
        )
    ending = f" It was last told of on {last}." if last else ""
    if not heard:
        return f"No account of {words(slot)} is held: nobody was heard.{ending}"
    if len(heard) == 1:
        return f"1 account of {words(slot)} speaks of the site and does not tell of it.{ending}"
    return f"{len(heard)} accounts of {words(slot)} speak of the site and none tells of it.{ending}"


def _cell(line: Line, slot: Slot, sight: _Sight, before: Sequence[Telling]) -> Cell:
    item, site = line.item, line.site
    last = _last(sight.tellings or before, slot.last)
    return Cell(
        content_id("cell", site.id, line.area, *_key(item), slot.name),
        site.id,
        line.area,
        item.kind,
        item.indicator,
        item.breakdown,
        item.label,
        item.sector,
        slot.name,
        sight.state,
        sight.reason,
        _voices(sight.tellings),
        tuple(dict.fromkeys(t.assessment for t in sight.tellings if t.assessment)),
        last.isoformat() if last else None,
    )


def _key(item: PlanItem) -> tuple[str | tuple[str, ...] | None, ...]:
    return item.kind, item.indicator, item.breakdown, item.unit, item.cadence


def _voices(tellings: Iterable[Telling]) -> tuple[str, ...]:
    return tuple(sorted({v for t in tellings for v in t.voices}))


def _last(tellings: Iterable[Telling], limit: dt.date | None = None) -> dt.date | None:
    return max((min(t.last, limit) if limit else t.last for t in tellings), default=None)


def _names(voices: Sequence[str], most: int = 4) -> str:
    if len(voices) <= 1:
        return "".join(voices)
    if len(voices) > most:
        return f"{', '.join(voices[:most])} and {len(voices) - most} more"
    return f"{', '.join(voices[:-1])} and {voices[-1]}"


def _too_long(telling: Telling, slot: Slot) -> bool:
    return (telling.last - telling.first).days + 1 > LONGEST * slot.days


def _fitting(slots: Sequence[Slot], first: dt.date, last: dt.date) -> Iterator[Slot]:
    at = max(bisect.bisect_right(slots, first, key=lambda s: s.first) - 1, 0)
    for slot in slots[at:]:
        if slot.first > last:
            return
        if slot.touches(first, last) and (last - first).days + 1 <= LONGEST * slot.days:
            yield slot
