"""Circular reporting: A has it from B, which has it from A, directly or over others.

Within one matter (a bucket: one thing, place and time) each publisher is a node. An arrow goes
from the publisher of a claim to another whom its chain names, where that one tells the same.
Publishers that lead to each other are a ring. Naming each other for different matters makes none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thirdhand.corroborate.matters import say
from thirdhand.corroborate.matters.buckets import Bucket
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Loop, content_id

Arrows = dict[str, dict[str, list[Telling]]]


@dataclass(frozen=True, slots=True)
class Ring:
    """voices: ids, two at least. arrows: tellings, each with the name of the publisher it names.

    outside: tellings in these publishers' texts of the same, by somebody who is none of them.
    """

    voices: frozenset[str]
    arrows: tuple[tuple[Telling, str], ...]
    outside: tuple[Telling, ...]


def rings(rows: Sequence[Telling]) -> list[Ring]:
    """The rings among the tellings of one matter, ordered by their first voice."""
    # Most matters are told by one publisher, or by none that names another.
    if not _naming(rows):
        return []
    by_publisher: dict[str, list[Telling]] = defaultdict(list)
    for row in rows:
        if row.publisher.known:
            by_publisher[row.publisher.id].append(row)
    arrows = _core(_arrows(rows, by_publisher))
    return [_ring(voices, arrows, by_publisher) for voices in _together(arrows)]


def loops(filled: Mapping[Bucket, Sequence[Telling]]) -> tuple[Loop, ...]:
    """One row a ring and matter, by indicator, then in the order of the buckets.

    What is told of a happening and of its toll by the same claims is one matter.
    """
    found: dict[tuple[str, ...], Loop] = {}
    for key, rows in sorted(filled.items(), key=lambda item: item[0].unit is None):
        if key.group == "told" and key.comparable:
            for ring in rings(rows):
                row = _row(key, ring)
                found.setdefault(row.claims, row)
    return tuple(sorted(found.values(), key=lambda row: row.indicator))


def alike(one: Telling, other: Telling) -> bool:
    """True where two tellings of one matter say the same: figures that fit, or one direction."""
    a, b = one.quantity, other.quantity
    if a is None or b is None:
        return a is b and _direction(one) == _direction(other)
    return a.agrees(b)


def _naming(rows: Sequence[Telling]) -> bool:
    """True where a publisher of the rows names another one of them."""
    publishers = {row.publisher.id for row in rows}
    return len(publishers) > 1 and any(
        end in publishers and end != row.publisher.id
        for row in rows
        if row.claim.attributed
        for end in (row.origin.id, *row.links)
    )


def _direction(row: Telling) -> str | None:
    return row.claim.condition.direction if row.claim.condition else None


def _arrows(rows: Iterable[Telling], by_publisher: Mapping[str, Sequence[Telling]]) -> Arrows:
    """From each publisher to those it names for what they tell too, with the claims that do so."""
    found: Arrows = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if not row.publisher.known or not row.claim.attributed:
            continue
        for named in {row.origin.id, *row.links} - {row.publisher.id}:
            if any(alike(row, other) for other in by_publisher.get(named, ())):
                found[row.publisher.id][named].append(row)
    return found


def _core(arrows: Arrows) -> Arrows:
    """Without the ends that lead nowhere, or to which nothing leads: no ring goes through them."""
    while True:
        led_to = {end for ends in arrows.values() for end in ends}
        kept: Arrows = {
            start: {end: rows for end, rows in ends.items() if end in arrows}
            for start, ends in arrows.items()
            if start in led_to
        }
        kept = {start: ends for start, ends in kept.items() if ends}
        if sum(map(len, kept.values())) == sum(map(len, arrows.values())):
            return kept
        arrows = kept


def _together(arrows: Arrows) -> Iterator[frozenset[str]]:
    """The sets of nodes that lead to each other, ordered by their first member."""
    reach = {start: _reached(start, arrows) for start in arrows}
    seen: set[str] = set()
    for start in sorted(arrows):
        if start not in seen and start in reach[start]:
            ring = frozenset(end for end in reach[start] if start in reach.get(end, ()))
            seen |= ring
            yield ring


def _reached(start: str, arrows: Arrows) -> set[str]:
    found: set[str] = set()
    open_ends = list(arrows[start])
    while open_ends:
        end = open_ends.pop()
        if end not in found:
            found.add(end)
            open_ends += arrows.get(end, ())
    return found


def _ring(
    voices: frozenset[str], arrows: Arrows, by_publisher: Mapping[str, Sequence[Telling]]
) -> Ring:
    inside = [
        (min(rows, key=_first), by_publisher[end][0].publisher.name)
        for start in voices
        for end, rows in arrows[start].items()
        if end in voices
    ]
    inside.sort(key=lambda arrow: (*_first(arrow[0]), arrow[1]))
    outside = [
        row
        for voice in voices
        for row in by_publisher[voice]
        if row.origin.id not in voices and any(alike(row, other) for other, _ in inside)
    ]
    outside.sort(key=lambda row: (row.origin.name.casefold(), row.claim.id))
    return Ring(voices, tuple(inside), tuple(outside))


def _first(row: Telling) -> tuple[tuple[str, str], str, str]:
    return row.published, row.account.ref, row.claim.id


def _row(key: Bucket, ring: Ring) -> Loop:
    told = "; ".join(
        f"{row.publisher.name} has “{row.claim.span.quote}” ({row.account.ref}) from {name}"
        for row, name in ring.arrows
    )
    rows = [row for row, _ in ring.arrows]
    others = tuple(dict.fromkeys(row.origin.name for row in ring.outside))
    end = f"besides, they name {say.listed(others)}" if others else "nobody outside is named"
    claims = tuple(dict.fromkeys(row.claim.id for row in rows))
    return Loop(
        content_id("loop", key.kind, key.indicator, *sorted(claims)),
        key.indicator,
        tuple(sorted({row.publisher.name for row in rows})),
        tuple(sorted({row.account.ref for row in rows})),
        claims,
        others,
        f"Told in a circle: {told}; {end}.",
    )
