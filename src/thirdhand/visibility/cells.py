"""Judge one line of the plan at one place, period by period."""

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from thirdhand.model import Cell, PlanItem, content_id
from thirdhand.model.gap import CellState, Quiet
from thirdhand.visibility.closed import Closed
from thirdhand.visibility.heads import Counts
from thirdhand.visibility.held import Heard, Held, Telling
from thirdhand.visibility.line import Line
from thirdhand.visibility.measure import Measured, measure
from thirdhand.visibility.quiet import quiet
from thirdhand.visibility.slot import Slot, fitter, names, slot_of, words
from thirdhand.visibility.speakers import Witness
from thirdhand.visibility.usual import Usual


@dataclass(frozen=True, slots=True)
class Around:
    """What else is known of each period of one cadence, by its name.

    heard: the accounts. closed: who says that nobody gets in. voices: the names of those who
    tell of the site, then or of then. usual: who usually tells of what. counts: how many people
    there were. told: the first days of what is told of a sector, in order.
    """

    heard: dict[str, list[Heard]]
    closed: dict[str, list[Closed]]
    voices: dict[str, frozenset[str]]
    usual: Usual
    counts: Counts
    told: dict[str, list[dt.date]]


@dataclass(frozen=True, slots=True)
class _Sight:
    state: CellState
    reason: str
    tellings: Sequence[Telling] = ()
    quiet: Quiet | None = None


@dataclass(frozen=True, slots=True)
class _Kept:
    """What a cell keeps beside its state: last day told of, last day witnessed, its target."""

    last: dt.date | None
    witnessed: dt.date | None
    witness: str | None
    now: Measured


def around(
    slots: Sequence[Slot], held: Held, usual: Usual, counts: Counts, sectors: Mapping[str, str]
) -> Around:
    """Accounts, closures and voices by the name of the period they fall in.

    A closure is of its own periods and the next one. sectors: of each word that a telling has.
    """
    heard = heard_in(slots, held.heard)
    after = {a.name: b for a, b in pairwise(slots)}
    shut: dict[str, list[Closed]] = defaultdict(list)
    fit = fitter(slots)
    for row in held.closed:
        own = fit(row.first, row.last)
        for slot in (*own, *(after[s.name] for s in own[-1:] if s.name in after)):
            shut[slot.name].append(row)
    told: dict[str, set[dt.date]] = defaultdict(set)
    for telling in held.tellings:
        for sector in {sectors[key] for key in telling.keys if key in sectors}:
            told[sector].add(telling.first)
    voices: dict[str, set[str]] = defaultdict(set)
    for name, rows in heard.items():
        voices[name].update(*(row.named for row in rows))
    for telling in held.tellings:
        for slot in fit(telling.first, telling.last):
            voices[slot.name].update(telling.named)
    names_of = {n: frozenset(v) for n, v in voices.items()}
    days = {sector: sorted(found) for sector, found in told.items()}
    return Around(heard, dict(shut), names_of, usual, counts, days)


def heard_in(slots: Sequence[Slot], heard: Sequence[Heard]) -> dict[str, list[Heard]]:
    """The accounts by the name of the period they fall in."""
    by_slot: dict[str, list[Heard]] = defaultdict(list)
    fit = fitter(slots)
    for row in heard:
        if row.period is not None:
            for slot in fit(row.period.first, row.period.last):
                by_slot[slot.name].append(row)
    return dict(by_slot)


def cells(line: Line, slots: Sequence[Slot], known: Around) -> Iterator[Cell]:
    """One cell for every period of `slots`, in order."""
    told = _by_slot(line)
    starts = sorted((t[0].first, name) for name, t in told.items())
    seen = [w for telling in line.tellings for w in telling.witnesses]
    for slot in slots:
        at = bisect.bisect_left(starts, (slot.first, "")) - 1
        before = told[starts[at][1]] if at >= 0 else None
        own = told.get(slot.name)
        sight = _sight(line, slot, own[1] if own else (), before, known)
        last = _last(sight.tellings or (before[1] if before else ()), slot.last)
        # An old figure says nothing of how the target is met now.
        fresh = () if sight.state == "stale" else sight.tellings
        now = measure(line, slot, fresh, known.counts)
        yield _cell(line, slot, sight, _Kept(last, *_witnessed(seen, slot), now))


def _by_slot(line: Line) -> dict[str, tuple[Slot, list[Telling]]]:
    """What is told, by the periods of the line's cadence that it fits."""
    told: dict[str, tuple[Slot, list[Telling]]] = {}
    for telling in line.tellings:
        day = telling.first
        if not slot_of(day, line.item.cadence).holds(day, telling.last):
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
    closed = _closed(line, slot, known)
    if closed:
        voice, quote = closed.claim.chain[0], closed.claim.span.quote[:120]
        return _Sight("no access", f'{voice} says of access: "{quote}".')
    heard = known.heard.get(slot.name, ())
    if heard and not any(h.read for h in heard):
        return _Sight("unread", _unread(heard, slot))
    if before and last and line.lasts:
        return _Sight("stale", _stale(before[1], last, age, line.item.shelf_life), before[1])
    return _silent(line, slot, last, known)


def _closed(line: Line, slot: Slot, known: Around) -> Closed | None:
    """The last closure that held to the end of the period: nobody told of the sector since."""
    since = known.told.get(line.item.sector, [])
    for row in reversed(known.closed.get(slot.name, ())):
        later = bisect.bisect_right(since, row.last)
        told = later < len(since) and since[later] <= slot.last
        if row.shuts(line.area, slot.last) and not told:
            return row
    return None


def _told(line: Line, tellings: Sequence[Telling], carried: str) -> _Sight:
    voices = _voices(tellings)
    if any(t.contested for t in tellings):
        who = names(voices)
        how = f"{who} contradict one another" if len(voices) > 1 else f"{who} contradicts itself"
        return _Sight("contested", f"{how}{carried}.", tellings)
    if len(voices) > 1 and _confirmed(line, tellings):
        return _Sight("seen", f"Told by {len(voices)} voices: {names(voices)}{carried}.", tellings)
    if len(voices) > 1:
        how = f"{names(voices)} tell of it and none confirms another"
        return _Sight("one voice", f"{how}{carried}.", tellings)
    who = voices[0] if voices else "one account"
    return _Sight("one voice", f"Only {who} tells of it{carried}.", tellings)


def _confirmed(line: Line, tellings: Sequence[Telling]) -> bool:
    """True where two voices say the same: in one assessment, or in two of what lasts."""
    if any(t.agreed for t in tellings):
        return True
    said = [(t.says, tuple(sorted(set(t.voices)))) for t in tellings] if line.lasts else []
    words: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for says, voices in said:
        if isinstance(says, str):
            words[says].add(voices)
    # In order, two that fit have two neighbours between them that fit and are of two voices.
    numbers = sorted((says, voices) for says, voices in said if isinstance(says, float | int))
    return any(len(voices) > 1 for voices in words.values()) or any(
        a[1] != b[1] and b[0] - a[0] <= line.tolerance * b[0] for a, b in pairwise(numbers)
    )


def _stale(tellings: Sequence[Telling], last: dt.date, age: int, shelf: int) -> str:
    newest = max(tellings, key=lambda t: (t.last, t.what))
    who = names(_voices(tellings)) or "one account"
    return (
        f"The last held is {newest.what} of {last} by {who}: {age} days old at the end "
        f"of the period, past its shelf life of {shelf} days."
    )


def _unread(heard: Sequence[Heard], slot: Slot) -> str:
    languages = sorted({h.account.language or "an unknown language" for h in heard})
    accounts = "The only account" if len(heard) == 1 else f"All {len(heard)} accounts"
    return f"{accounts} of {words(slot)} could not be read ({', '.join(languages)})."


def _silent(line: Line, slot: Slot, last: dt.date | None, known: Around) -> _Sight:
    heard = known.heard.get(slot.name, ())
    voices = known.voices.get(slot.name, frozenset())
    what, reason = quiet(line.item, slot, heard, voices, known.usual)
    total = next((t for t in line.tellings if slot.touches(t.first, t.last)), None)
    if total is not None:
        whole = f"Only what holds for {total.first} to {total.last} as a whole is held, "
        reason = f"{whole}which does not tell of {words(slot)} alone. {reason}"
    elif last:
        reason = f"{reason} It was last told of on {last}."
    return _Sight("silent", reason, quiet=what)


def _cell(line: Line, slot: Slot, sight: _Sight, kept: _Kept) -> Cell:
    item, site = line.item, line.site
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
        kept.last.isoformat() if kept.last else None,
        kept.witnessed.isoformat() if kept.witnessed else None,
        kept.witness,
        sight.quiet,
        kept.now.score,
        kept.now.told,
        kept.now.heads,
    )


def _witnessed(seen: Sequence[Witness], slot: Slot) -> tuple[dt.date | None, str | None]:
    """The last day up to the end of `slot` of which a voice tells what it saw, and the voice."""
    before = ((min(w.last, slot.last), w.voice) for w in seen if w.first <= slot.last)
    return max(before, default=(None, None))


def _key(item: PlanItem) -> tuple[str | tuple[str, ...] | None, ...]:
    return item.kind, item.indicator, item.breakdown, item.unit, item.cadence


def _voices(tellings: Iterable[Telling]) -> tuple[str, ...]:
    return tuple(sorted({v for t in tellings for v in t.voices}))


def _last(tellings: Iterable[Telling], limit: dt.date | None = None) -> dt.date | None:
    return max((min(t.last, limit) if limit else t.last for t in tellings), default=None)
