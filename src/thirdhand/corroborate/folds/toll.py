"""How a figure of one happening moved: the figures in the order of publication.

The accounts that came out on one day are looked at together. A figure that excludes the one that
stood until then moves it; one that fits it does not. Left out of the move are

- a stale echo: a figure that was told before the last move comes back;
- a part: one sort of person ("a woman", "two staff") counted beside a larger figure of all;
- what is too vague to gainsay a count, and what no date is known of.

The latest figures are the live ones: the assessment rests on them alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thirdhand.corroborate.folds.estimate import is_bound
from thirdhand.corroborate.voices.tellings import NEVER, Telling
from thirdhand.model import Quantity

# Words for some of the people; a count of them may be a part of a larger count.
PARTS = frozenset(
    "woman women girl girls man men boy boys child children baby babies toddler toddlers infant"
    " infants minor minors teenager teenagers staff worker workers employee employees member"
    " members guard guards fighter fighters soldier soldiers".split()
)


@dataclass(frozen=True, slots=True)
class Series:
    """steps: the tellings that moved the figure, in order. live: those that tell the latest.

    parts: tellings of a part; echoes: tellings of a figure that had moved on.
    """

    steps: tuple[Telling, ...]
    live: tuple[Telling, ...]
    parts: tuple[Telling, ...]
    echoes: tuple[Telling, ...]

    @property
    def moved(self) -> bool:
        """True where a later day told another figure."""
        return len({row.published for row in self.steps}) > 1


def series(rows: Sequence[Telling], tolerance: float) -> Series:
    """The moves of one figure of one happening. Every row holds a quantity of the same unit."""
    most = max((q.point or 0.0 for row in rows if (q := row.quantity)), default=0.0)
    parts = [row for row in rows if _is_part(row, most)]
    whole = sorted((row for row in rows if not _is_part(row, most)), key=_order)
    clear = [row for row in whole if row.claim.hedge != "vague" and row.published != NEVER]
    steps: list[Telling] = []
    live: dict[Quantity, list[Telling]] = {}
    past: set[Quantity] = set()
    echoes: list[Telling] = []
    for day in _days(clear or whole):
        told = _by_figure(day)
        for figure in [q for q in told if q in past and _any_excludes(q, live, tolerance)]:
            echoes += told.pop(figure)
        moving = [q for q in told if _any_excludes(q, live, tolerance)]
        if moving or not live:
            gone = [q for q in live if _any_excludes(q, told, tolerance)]
            past.update(gone)
            live = {q: held for q, held in live.items() if q not in gone}
            steps += [told[q][0] for q in moving or told]
        elif all(is_bound(q) for q in live):
            steps += [told[q][0] for q in told if not is_bound(q)]
        for figure, held in told.items():
            live[figure] = [*live.get(figure, ()), *held]
    kept = [row for held in live.values() for row in held]
    left = [
        row for row in whole if clear and (row.claim.hedge == "vague" or row.published == NEVER)
    ]
    for figure, held in _by_figure(left).items():
        if not _any_excludes(figure, live, tolerance):
            kept += held
    return Series(tuple(steps), tuple(kept), tuple(parts), tuple(echoes))


def ends(rows: Sequence[Telling], best: float | None) -> tuple[float | None, float | None]:
    """The lowest and the highest figure told, `best` among them; None for an open end."""
    told = [q for row in rows if (q := row.quantity)]
    within = [] if best is None else [best]
    lows = [q.low for q in told if q.low is not None] + within
    highs = [q.high for q in told if q.high is not None] + within
    floors = [q.low for q in told if q.high is None and q.low is not None]
    open_end = not highs or any(floor >= max(highs) for floor in floors)
    return (min(lows) if lows else None), (None if open_end else max(highs))


def widened(
    low: float | None, high: float | None, rows: Sequence[Telling]
) -> tuple[float | None, float | None]:
    """The ends, wide enough to hold each closed figure of these rows; an open end stays open."""
    told = [q for row in rows if (q := row.quantity) and not is_bound(q)]
    lows = [q.low for q in told if q.low is not None]
    highs = [q.high for q in told if q.high is not None]
    return (
        None if low is None else min([low, *lows]),
        None if high is None else max([high, *highs]),
    )


def _is_part(row: Telling, most: float) -> bool:
    quantity, noun = row.quantity, (row.claim.noun or "").casefold()
    if quantity is None or quantity.point is None or quantity.point >= most:
        return False
    return any(word in PARTS for word in noun.split())


def _order(row: Telling) -> tuple[tuple[str, str], str, str]:
    return row.published, row.account.ref, row.claim.id


def _days(rows: Sequence[Telling]) -> list[list[Telling]]:
    """The rows by when they came out; where only the month is known, all of it is one time."""
    found: list[list[Telling]] = []
    last = ""
    for row in rows:
        end, start = row.published
        if found and start <= last:
            found[-1].append(row)
        else:
            found.append([row])
        last = end
    return found


def _by_figure(rows: Sequence[Telling]) -> dict[Quantity, list[Telling]]:
    found: dict[Quantity, list[Telling]] = {}
    for row in rows:
        quantity = row.quantity
        if quantity is not None:
            found.setdefault(quantity, []).append(row)
    return found


def _any_excludes(figure: Quantity, others: Iterable[Quantity], tolerance: float) -> bool:
    return any(not figure.agrees(other, tolerance) for other in others)
