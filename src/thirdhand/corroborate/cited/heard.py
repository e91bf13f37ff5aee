"""One voice is counted once: its claim that stands for it, and which voices are independent.

A voice's claim is its latest as-of in the bucket; of those, the one most channels tell; then the
tightest hedge, the reader's surest, the latest published.

Independent voices: every voice that is known by name, but

- an outlet that repeats in its own words the figure of a voice that the same text cites is none,
  nor is one whose text cites, by name or address, an account held that tells the same;
- voices that name each other in a circle are one, and none where somebody outside is named;
- a voice heard only in copies, where the older text credits another with the same, is none;
- unnamed voices ("officials", an unknown outlet) count as one altogether, and only where the
  outlet that carries it is not itself counted: two outlets' officials may be the same person;
- an outlet that names nobody for a figure passes on somebody's, without saying whose: it is no
  voice where a named voice tells a figure that fits, and outlets with figures that fit are one
  voice altogether, with unnamed ones;
- of outlets that tell of a happening that they did not witness, those whose texts cite a common
  voice, or each other, are one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain

from thirdhand.corroborate.cited.circular import rings
from thirdhand.corroborate.voices.tellings import NEVER, Telling
from thirdhand.model import Quantity

_TIGHT = ("exact", "range", "about", "nearly", "at least", "more than", "up to", "less than")
Rank = tuple[object, ...]
Cited = Mapping[str, frozenset[str]]


def representatives(rows: Sequence[Telling]) -> list[Telling]:
    """One telling a voice, the best graded voice first."""
    if len(rows) == 1:
        return list(rows)
    channels: Counter[tuple[str, Quantity | None]] = Counter()
    seen: set[tuple[str, Quantity | None, str]] = set()
    for row in rows:
        mark = (row.origin.id, row.quantity, row.channel)
        if mark not in seen:
            seen.add(mark)
            channels[row.origin.id, row.quantity] += 1
    by_voice: dict[str, list[Telling]] = defaultdict(list)
    for row in rows:
        by_voice[row.origin.id].append(row)
    chosen = [
        told[0]
        if len(told) == 1
        else min(told, key=lambda row: _rank(row, channels[row.origin.id, row.quantity]))
        for told in by_voice.values()
    ]
    return sorted(chosen, key=standing)


def standing(row: Telling) -> Rank:
    """Named before unnamed, better graded first, then in a fixed order."""
    known, grade = row.origin.known, row.origin.grade
    return not known, grade, row.origin.name.casefold(), row.origin.id, row.claim.id


def cited(told: Sequence[Telling]) -> Cited:
    """Channel -> the voices that its accounts attribute anything to."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in told:
        if row.claim.attributed:
            found[row.channel].add(row.origin.id)
    return {channel: frozenset(voices) for channel, voices in found.items()}


def independent(
    chosen: Sequence[Telling], rows: Sequence[Telling], cited: Cited, tolerance: float = 0.0
) -> list[Telling]:
    """Those of `chosen` that count as voices of their own, by the rules above; one at least.

    tolerance: the share by which two figures that fit may differ.
    """
    if len(rows) == 1:
        return list(chosen)
    echoes = _echoes(rows, cited) | _credited_anew(rows)
    named = [row for row in chosen if row.origin.known and row.origin.id not in echoes]
    named = _circled_once(named, rows)
    carriers = {row.origin.id for row in named}
    unnamed = [
        row
        for row in chosen
        if not row.origin.known and row.carrier.id not in carriers and row.origin.id not in echoes
    ]
    # Where each leans on another, one voice is left all the same.
    return _traced(named + unnamed[:1], rows, cited, tolerance) or list(chosen[:1])


def paths(rows: Sequence[Telling]) -> dict[str, str]:
    """Channel -> the first channel that a path of citations or a circle ties it to, itself if none.

    Copies are one channel already.
    """
    first: dict[str, str] = {}

    def root(channel: str) -> str:
        while (above := first.setdefault(channel, channel)) != channel:
            first[channel] = first[above]
            channel = above
        return channel

    def tie(one: str, other: str) -> None:
        low, high = sorted((root(one), root(other)))
        first[high] = low

    for row in rows:
        for other in row.leans:
            tie(row.channel, other)
    ring_of = {voice: n for n, ring in enumerate(rings(rows)) for voice in ring.voices}
    circled: dict[int, str] = {}
    for row in rows:
        if (ring_at := ring_of.get(row.publisher.id)) is not None:
            tie(row.channel, circled.setdefault(ring_at, row.channel))
    return {row.channel: root(row.channel) for row in rows}


def _circled_once(named: list[Telling], rows: Sequence[Telling]) -> list[Telling]:
    """`named` with one voice a circle, or none where one of them stands outside it."""
    for ring in rings(rows):
        inside = [row for row in named if row.origin.id in ring.voices]
        outside = {row.origin.id for row in ring.outside} & {row.origin.id for row in named}
        dropped = {row.claim.id for row in (inside if outside else inside[1:])}
        named = [row for row in named if row.claim.id not in dropped]
    return named


def untraced(row: Telling) -> bool:
    """True for an outlet that names nobody for a figure, or for what it did not witness.

    A reporter may see a fire; nobody sees sixty thousand people.
    """
    seen = row.claim.basis == "witnessed" and row.quantity is None
    return row.origin.kind == "outlet" and not seen


def _traced(
    voices: Sequence[Telling], rows: Sequence[Telling], cited: Cited, tolerance: float
) -> list[Telling]:
    """`voices` without the outlets that may well pass on what another of them tells."""
    own = {row.origin.id for row in voices}
    named = [row for row in rows if row.origin.known and row.origin.id in own and not untraced(row)]
    # Figures are held against each other; sources are asked for where none is told.
    asked = any(untraced(row) and row.quantity is None for row in voices)
    sources = _sources(rows, cited) if asked else {}
    kept: list[Telling] = []
    for row in sorted(voices, key=untraced):
        if not untraced(row):
            kept.append(row)
            continue
        others = chain(named, (r for r in kept if untraced(r) or not r.origin.known))
        if row.quantity:
            shared = any(_fit(row, other, tolerance) for other in others)
        else:
            mine = sources.get(row.origin.id, frozenset()) | {row.origin.id}
            shared = any(
                untraced(r) and mine & (sources.get(r.origin.id, frozenset()) | {r.origin.id})
                for r in others
            )
        if not shared:
            kept.append(row)
    ids = {row.claim.id for row in kept}
    return [row for row in voices if row.claim.id in ids]


def _sources(rows: Sequence[Telling], cited: Cited) -> Cited:
    """Voice -> the voices that the texts which carry it here cite, itself left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[row.origin.id] |= cited.get(row.channel, frozenset()) - {row.origin.id}
    return {voice: frozenset(sources) for voice, sources in found.items()}


def _fit(one: Telling, other: Telling, tolerance: float) -> bool:
    a, b = one.quantity, other.quantity
    return a is not None and b is not None and a.agrees(b, tolerance)


def _echoes(rows: Sequence[Telling], cited: Cited) -> set[str]:
    """Outlets whose every own claim agrees with one of a voice that the same text cites."""
    told: dict[str, set[Quantity | None]] = defaultdict(set)
    for row in rows:
        if row.claim.attributed:
            told[row.origin.id].add(row.quantity)
    by_channel: dict[str, list[Telling]] = defaultdict(list)
    for row in rows:
        by_channel[row.channel].append(row)
    own: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        own[row.origin.id].append(
            _own_words(row)
            and (
                any(_agree(row.quantity, said) for said in _beside(row, told, cited))
                or any(_agree(row.quantity, said) for said in _leant_on(row, by_channel))
            )
        )
    return {voice for voice, echoed in own.items() if all(echoed)}


def _own_words(row: Telling) -> bool:
    """True where the outlet speaks, or the body whose own publication it is."""
    return not row.claim.attributed or row.origin.id == row.carrier.id


def _beside(
    row: Telling, told: Mapping[str, Set[Quantity | None]], cited: Cited
) -> Iterator[Quantity | None]:
    """What the other voices say here that the row's own text cites."""
    named = cited.get(row.channel, frozenset())
    for voice, said in told.items():
        if voice in named and voice != row.origin.id:
            yield from said


def _leant_on(
    row: Telling, by_channel: Mapping[str, Sequence[Telling]]
) -> Iterator[Quantity | None]:
    """What the accounts that the row's account cites say here by another voice."""
    for channel in row.leans:
        for other in by_channel.get(channel, ()):
            if other.origin.id != row.origin.id:
                yield other.quantity


def _credited_anew(rows: Sequence[Telling]) -> set[str]:
    """Voices heard in copies alone, where the original tells the same by another voice."""
    original = {(row.channel, row.origin.id) for row in rows if not row.copied}
    channels = {channel for channel, _ in original}
    heard = {row.origin.id for row in rows if not row.copied or row.channel not in channels}
    return {row.origin.id for row in rows} - heard


def _agree(one: Quantity | None, other: Quantity | None) -> bool:
    return one is other if one is None or other is None else one.agrees(other)


def _rank(row: Telling, channels: int) -> Rank:
    claim = row.claim
    period = claim.period
    stated = period is not None and period.basis == "stated"
    as_of = _back(period.end if period and stated else "")
    hedge = claim.hedge or "exact"
    tight = _TIGHT.index(hedge) if hedge in _TIGHT else len(_TIGHT)
    return (
        as_of,
        -channels,
        tight,
        -claim.score,
        _back("" if row.published == NEVER else row.published[0]),
        claim.id,
    )


# The same few thousand days are named again and again.
@lru_cache(maxsize=8192)
def _back(day: str) -> tuple[int, ...]:
    """Sorts ISO days latest first, and no day last."""
    return tuple(-int(part) for part in day.split("-")) if day else (0,)
