"""The happenings as rows: what is told of each, by whom, and how its figures moved."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, combinations

import numpy as np

from thirdhand.corroborate.folds.fold import graded, voices
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.folds.toll import Series, ends
from thirdhand.corroborate.happenings.filled import setting
from thirdhand.corroborate.happenings.joined import Joined
from thirdhand.corroborate.happenings.pairing import reasons
from thirdhand.corroborate.happenings.scores import scores
from thirdhand.corroborate.happenings.sketch import Sketch
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.matters.buckets import span
from thirdhand.corroborate.voices.tellings import NEVER, Telling
from thirdhand.model import Happening, Step, Toll

# So many claims are held against each other to say what joins them best.
SHOWN = 12
REASONS = 4
# Two claims of one happening, and their score.
Pair = tuple[Sketch, Sketch, float]


def happenings(joined: Sequence[Joined], folds: Sequence[Fold]) -> tuple[Happening, ...]:
    """One row a happening, in the order of `joined`."""
    of: dict[str, list[Fold]] = defaultdict(list)
    for row in folds:
        if row.bucket.happening:
            of[row.bucket.happening].append(row)
    told = [event for event in joined if event.id in of]
    best = _strongest(told)
    return tuple(_row(event, of[event.id], best.get(event.id)) for event in told)


def _row(event: Joined, folds: Sequence[Fold], best: Pair | None) -> Happening:
    whole = next(row for row in folds if row.bucket.unit is None)
    at, key = setting(event), whole.bucket
    tolls = (_toll(row, row.moves) for row in folds if row.moves and row.best is not None)
    return Happening(
        event.id,
        at.types,
        key.site,
        key.area,
        span(key, whole.rows),
        tuple(tolls),
        voices(whole),
        tuple(sorted({row.account.id for row in whole.rows})),
        tuple(sorted(row.telling.claim.id for row in event.rows)),
        tuple(sorted(row.claim.id for row in event.tolls)),
        graded(whole),
        whole.verdict,
        _why(event, best),
        tuple(row.id for row in event.judgements),
    )


def _toll(row: Fold, moves: Series) -> Toll:
    parts = {telling.claim.id for telling in moves.parts}
    low, high = ends([telling for telling in row.rows if telling.claim.id not in parts], row.best)
    key = row.bucket
    return Toll(
        key.indicator,
        key.breakdown,
        key.unit or "",
        low,
        row.best,
        high,
        row.verdict == "contested",
        tuple(_step(telling) for telling in moves.steps),
        _told(row, moves),
    )


def _step(row: Telling) -> Step:
    claim = row.claim
    return Step(row.account.published, claim.low, claim.high, row.origin.name, claim.id)


def _told(row: Fold, moves: Series) -> str:
    """What the figure counts and how it moved, in a sentence."""
    key = row.bucket
    what = key.indicator.replace("-", " ").capitalize()
    what += f" ({' and '.join(key.breakdown)})" if key.breakdown else ""
    told = [_figure(step) for step in moves.steps]
    if moves.moved:
        text = f"{what}: first {', then '.join(told)}"
    elif len(told) > 1:
        text = f"{what}, told on one day: {say.listed(told)}"
    else:
        text = f"{what}: {told[0] if told else 'no figure stands'}"
    if row.verdict == "contested":
        text += "; the latest ones exclude each other"
    if moves.echoes:
        verb = "repeats" if len(moves.echoes) == 1 else "repeat"
        text += f"; {say.count(len(moves.echoes), 'later claim')} {verb} an older figure"
    if moves.parts:
        verb = "tells" if len(moves.parts) == 1 else "tell"
        text += f"; {say.count(len(moves.parts), 'claim')} {verb} of some of them"
    return f"{text}."


def _figure(row: Telling) -> str:
    day = "undated" if row.published == NEVER else str(row.account.published)
    quantity = row.quantity
    return f"{say.figure(quantity) if quantity else 'no figure'} ({say.who(row)}, {day})"


def _why(event: Joined, best: Pair | None) -> str:
    """What joins the claims: the strongest pair, and who judged."""
    judged = [f"judged {row.ruling} by {row.by}: {row.because}" for row in event.judgements]
    if best is None:
        return "; ".join(["Told once", *judged]) + "."
    one, other, total = best
    refs = f"{one.telling.account.ref} and {other.telling.account.ref}"
    said = "; ".join(str(reason) for reason in reasons(one, other)[:REASONS])
    size = len({row.telling.account.id for row in event.rows})
    head = f"{say.count(len(event.rows), 'claim')} of {say.count(size, 'account')}"
    return "; ".join([f"{head}; {refs}: {said} ({total:+.1f} in all)", *judged]) + "."


def _strongest(events: Sequence[Joined]) -> dict[str, Pair]:
    """Event (id) -> its pair with the highest score, of two accounts where there is one.

    The scores of all pairs are taken at once.
    """
    rows = [row for event in events for row in event.rows[:SHOWN]]
    starts = accumulate((len(event.rows[:SHOWN]) for event in events), initial=0)
    places = [
        list(combinations(range(start, start + len(event.rows[:SHOWN])), 2))
        for start, event in zip(starts, events, strict=False)
    ]
    pairs = np.array([pair for held in places for pair in held], np.int64).reshape(-1, 2)
    found = iter(scores(rows, pairs[:, 0], pairs[:, 1]).tolist())
    best: dict[str, Pair] = {}
    for event, held in zip(events, places, strict=True):
        told = [(rows[a], rows[b], next(found)) for a, b in held]
        if told:
            best[event.id] = max(told, key=_strength)
    return best


def _strength(pair: Pair) -> tuple[bool, float]:
    one, other, total = pair
    return one.telling.account.id != other.telling.account.id, total
