"""The happenings as rows: what is told of each, by whom, and how its figures moved."""

from collections import defaultdict
from collections.abc import Sequence

from thirdhand.corroborate.folds.fold import graded, voices
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.folds.toll import Series, ends
from thirdhand.corroborate.happenings.filled import setting
from thirdhand.corroborate.happenings.joined import Joined
from thirdhand.corroborate.happenings.pairing import reasons, score
from thirdhand.corroborate.happenings.sketch import Sketch
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.matters.buckets import span
from thirdhand.corroborate.voices.tellings import NEVER, Telling
from thirdhand.model import Happening, Step, Toll

# So many claims are held against each other to say what joins them best.
SHOWN = 12
REASONS = 4


def happenings(joined: Sequence[Joined], folds: Sequence[Fold]) -> tuple[Happening, ...]:
    """One row a happening, in the order of `joined`."""
    of: dict[str, list[Fold]] = defaultdict(list)
    for row in folds:
        if row.bucket.happening:
            of[row.bucket.happening].append(row)
    return tuple(_row(event, of[event.id]) for event in joined if event.id in of)


def _row(event: Joined, folds: Sequence[Fold]) -> Happening:
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
        _why(event),
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


def _why(event: Joined) -> str:
    """What joins the claims: the strongest pair of two accounts, and who judged."""
    judged = [f"judged {row.ruling} by {row.by}: {row.because}" for row in event.judgements]
    best = _strongest(event.rows[:SHOWN])
    if best is None:
        return "; ".join(["Told once", *judged]) + "."
    one, other, total = best
    refs = f"{one.telling.account.ref} and {other.telling.account.ref}"
    said = "; ".join(str(reason) for reason in reasons(one, other)[:REASONS])
    size = len({row.telling.account.id for row in event.rows})
    head = f"{say.count(len(event.rows), 'claim')} of {say.count(size, 'account')}"
    return "; ".join([f"{head}; {refs}: {said} ({total:+.1f} in all)", *judged]) + "."


def _strongest(rows: Sequence[Sketch]) -> tuple[Sketch, Sketch, float] | None:
    """The pair with the highest score, of two accounts where there is one."""
    pairs = [(a, b) for at, a in enumerate(rows) for b in rows[at + 1 :]]
    if not pairs:
        return None
    return max(
        ((a, b, score(a, b)) for a, b in pairs),
        key=lambda row: (row[0].telling.account.id != row[1].telling.account.id, row[2]),
    )
