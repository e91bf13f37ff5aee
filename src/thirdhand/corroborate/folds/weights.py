"""What each claim does in its assessment, so that a figure can be explained."""

from collections.abc import Callable, Sequence

from thirdhand.corroborate.folds.course import Course
from thirdhand.corroborate.folds.estimate import is_bound
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.levels.heights import Height
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Weight
from thirdhand.model.assessment import Use


def weights(fold: Fold, assessment: str, course: Course | None = None) -> tuple[Weight, ...]:
    """One row a claim of the fold, and for a course one of each claim that bears on it besides.

    assessment: the id.
    """
    if course and fold.level:
        return _over_time(fold, fold.level, assessment, course)
    left, use = _left(fold), _uses(fold)
    uses = [left.get(row.claim.id) or use(row) for row in fold.rows]
    counted = sum(one in ("counted", "bound") for one in uses)
    return tuple(
        Weight(assessment, row.claim.id, one, _share(one, counted), why(one, row))
        for row, one in zip(fold.rows, uses, strict=True)
    )


def _over_time(fold: Fold, level: Height, assessment: str, course: Course) -> tuple[Weight, ...]:
    own = {row.claim.id: row for row in fold.rows}
    others = {claim for claim, share in level.shares.items() if share >= say.SOME} - own.keys()
    rows = [*own.values(), *(course.rows[claim] for claim in sorted(others))]
    whole = sum(level.shares.get(row.claim.id, 0.0) for row in rows) or 1.0
    told = []
    for row in rows:
        one = _use_over_time(row, course)
        share = level.shares.get(row.claim.id, 0.0) / whole
        told.append(Weight(assessment, row.claim.id, one, share, why(one, row)))
    return tuple(told)


def _use_over_time(row: Telling, course: Course) -> Use:
    fresh = course.fresh.get(row.claim.id)
    if fresh is None:
        return "copy" if row.copied else "aside" if row.claim.id in course.aside else "repeat"
    if fresh < 0.5:
        return "stale"
    return "bound" if row.quantity and is_bound(row.quantity) else "counted"


def _uses(fold: Fold) -> Callable[[Telling], Use]:
    """What a row does among the claims of its fold: one claim a voice counts."""
    found = fold.estimate
    chosen, near = _ids(fold.chosen), _ids(found.near if found else fold.chosen)
    heard = _ids((*fold.alone, *fold.against, *([found.teller] if found else [])))

    def use(row: Telling) -> Use:
        claim = row.claim
        if claim.id not in chosen:
            return "copy" if row.copied else "repeat"
        if row.quantity and claim.id not in near:
            return "aside"
        if claim.id not in heard:
            return "passed on"
        return "bound" if row.quantity and is_bound(row.quantity) else "counted"

    return use


def _left(fold: Fold) -> dict[str, Use]:
    """What the claims do that tell of a toll, but not its latest figure."""
    if fold.moves is None:
        return {}
    live = {row.claim.id for row in fold.moves.live}
    found: dict[str, Use] = {i: "moved" for row in fold.rows if (i := row.claim.id) not in live}
    found |= {row.claim.id: "stale" for row in fold.moves.echoes}
    found |= {row.claim.id: "part" for row in fold.moves.parts}
    return found


def why(one: Use, row: Telling) -> str:
    """The use in a phrase: who says what, and why it counts or does not."""
    said = f"{say.who(row)} says {say.what(row.claim)}"
    return f"{said}{_WHY[one]}"


def _ids(rows: Sequence[Telling]) -> frozenset[str]:
    return frozenset(row.claim.id for row in rows)


def _share(one: Use, counted: int) -> float:
    return 1 / counted if one in ("counted", "bound") else 0.0


_WHY: dict[Use, str] = {
    "counted": "",
    "bound": ", which is a limit and no figure",
    "repeat": ", but another claim stands for this voice",
    "copy": ", copied from an older account",
    "passed on": ", but is no voice of its own",
    "stale": ", a figure that was said before and tells nothing new",
    "moved": ", which later accounts moved",
    "part": ", which is of some of them",
    "aside": ", which is too far off to be of the same thing",
}
