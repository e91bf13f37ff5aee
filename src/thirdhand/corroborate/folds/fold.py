"""Claims on one thing become one assessment."""

from collections import defaultdict
from collections.abc import Hashable, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from thirdhand.corroborate.cited.heard import (
    Cited,
    independent,
    representatives,
    standing,
    untraced,
)
from thirdhand.corroborate.folds import reasons
from thirdhand.corroborate.folds.course import Course
from thirdhand.corroborate.folds.estimate import Estimate, estimate
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.folds.grade import grade, standing_of
from thirdhand.corroborate.folds.toll import series
from thirdhand.corroborate.matters.buckets import Bucket, Measures, order, span
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Assessment, Grade, Period, content_id
from thirdhand.model.grade import Verdict

# Two voices make an agreement.
AGREED = 2
# Months that a neighbour may lie away, and how far its best may differ at least.
NEAR_MONTHS = 3
NEAR_SHARE = 0.1


def fold(
    filled: dict[Bucket, list[Telling]],
    measures: Measures,
    cited: Cited,
    courses: Sequence[Course] = (),
) -> list[Fold]:
    """One fold a bucket, in the order of `buckets.order`, each with a neighbour that fits.

    cited: the voices each channel attributes anything to (`heard.cited`). What a course sets aside
    as of something else stands for no voice, unless nothing else is told.
    """
    aside = {claim for course in courses for claim in course.aside}
    level = {key: height for course in courses for key, height in course.within.items()}
    folds = []
    for key, rows in sorted(filled.items(), key=lambda item: order(item[0])):
        row = _fold(key, rows, measures, cited, aside)
        apart = bool(row.chosen) and row.chosen[0].claim.id in aside
        height = None if apart else level.get(key)
        folds.append(replace(row, level=height) if height else row)
    return _neighbours(folds, measures)


def assess(folds: Sequence[Fold], measures: Measures) -> tuple[Assessment, ...]:
    """The folds as rows, with grade and reason, in the same order."""
    return tuple(_assessment(row, measures.tolerance(row.bucket.indicator)) for row in folds)


def _fold(
    key: Bucket, rows: Sequence[Telling], measures: Measures, cited: Cited, aside: Set[str]
) -> Fold:
    tolerance = measures.tolerance(key.indicator)
    moves = series(rows, tolerance) if key.happening and key.unit else None
    fitting = [row for row in rows if row.claim.id not in aside] or rows
    live = moves.live if moves else fitting
    chosen = representatives(live)
    alone = independent(chosen, live, cited, tolerance)
    apart = measures.apart(key.indicator, key.unit)
    # That a thing happened is confirmed whatever figures are told of it.
    whole = key.happening is not None and key.unit is None
    found = None if whole else estimate(chosen, alone, tolerance, apart)
    if key.kind == "condition" or found is None:
        confirm, against = _sides(chosen, alone)
    else:
        confirm = list(found.confirm)
        against = (
            [] if not key.comparable else [r for r in found.near if _excludes(r, found, tolerance)]
        )
    contested = bool(against) or (found is not None and key.comparable and not found.fits)
    return Fold(
        key,
        tuple(sorted(rows, key=lambda row: row.claim.id)),
        tuple(chosen),
        tuple(alone),
        found,
        tuple(sorted(confirm, key=standing)),
        tuple(sorted(against, key=standing)),
        _verdict(key, confirm, contested=contested),
        moves=moves,
    )


def _verdict(key: Bucket, confirm: Sequence[Telling], *, contested: bool) -> Verdict:
    if key.group != "told":
        return key.group
    if contested:
        return "contested"
    return "agreed" if key.comparable and len(confirm) >= AGREED else "single"


def _sides(
    chosen: Sequence[Telling], alone: Sequence[Telling]
) -> tuple[list[Telling], list[Telling]]:
    """For and against where no figure is told.

    An incident is confirmed by all who tell of it. Of a condition, "worse" and "better" exclude
    each other, and only voices that tell one direction confirm each other.
    """
    if all(row.claim.condition is None for row in chosen):
        return list(alone), []
    told = {
        direction: [row for row in chosen if _direction(row) == direction]
        for direction in ("worse", "better", "same")
    }
    if told["worse"] and told["better"]:
        one, other = sorted((told["worse"], told["better"]), key=len, reverse=True)
        return one, other
    most, own = max(told.values(), key=len), {row.claim.id for row in alone}
    return ([row for row in most if row.claim.id in own] or most) if most else list(chosen[:1]), []


def _direction(row: Telling) -> str:
    return row.claim.condition.direction if row.claim.condition else "unknown"


def _excludes(row: Telling, found: Estimate, tolerance: float) -> bool:
    quantity, said = row.quantity, found.teller.quantity
    if quantity is None or said is None:
        return False
    return not quantity.agrees(said, tolerance)


def _neighbours(folds: list[Fold], measures: Measures) -> list[Fold]:
    """Adds to each fold of a stock with one voice the nearest month where another voice fits."""
    series: dict[Hashable, list[Fold]] = defaultdict(list)
    for row in folds:
        key = row.bucket
        if (
            key.group == "told"
            and row.estimate
            and key.kind == "figure"
            and measures.stock(key.indicator, key.unit)
        ):
            series[replace(key, start="", end="")].append(row)
    fitting: dict[Bucket, Fold] = {}
    for rows in series.values():
        for one, other in pairwise(rows):
            if _fits(one, other, measures.tolerance(one.bucket.indicator)):
                fitting.setdefault(one.bucket, other)
                fitting.setdefault(other.bucket, one)
    return [
        replace(row, neighbour=near) if (near := fitting.get(row.bucket)) else row for row in folds
    ]


def _fits(one: Fold, other: Fold, tolerance: float) -> bool:
    apart = len(Period.parse(f"{one.bucket.end}/{other.bucket.start}").months()) - 1
    if apart > NEAR_MONTHS or one.best is None or other.best is None:
        return False
    here, there = ({r.origin.id for r in row.alone if not untraced(r)} for row in (one, other))
    if not here or here >= there:
        return False
    return abs(one.best - other.best) <= max(tolerance, NEAR_SHARE) * max(one.best, other.best)


def voices(row: Fold) -> tuple[str, ...]:
    """The independent voices and those who exclude what these say; who confirms it first."""
    near = row.estimate.near if row.estimate else row.chosen
    ids = {r.claim.id for r in near}
    others = sorted((r for r in (*row.alone, *row.against) if r.claim.id in ids), key=standing)
    heard = [*row.confirm, *others] or row.chosen
    return tuple(dict.fromkeys(r.origin.name for r in heard))


def graded(row: Fold) -> Grade:
    """The grade by the published table."""
    return grade(standing_of(row))


def _assessment(row: Fold, tolerance: float) -> Assessment:
    key = row.bucket
    low, high = row.ends
    claims = tuple(telling.claim.id for telling in row.rows)
    return Assessment(
        content_id("assessment", *order(key), *claims),
        key.kind,
        key.indicator,
        key.breakdown,
        key.unit,
        key.site,
        key.area,
        span(key, row.rows),
        low,
        row.best,
        high,
        voices(row),
        tuple(sorted({telling.account.id for telling in row.rows})),
        claims,
        graded(row),
        row.verdict,
        reasons.assessed(row, tolerance),
    )
