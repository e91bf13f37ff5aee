"""The steps from the claims of an assessment to its figure and its grade."""

import math
from collections.abc import Iterator, Sequence

from thirdhand.corroborate.folds import grade
from thirdhand.corroborate.folds.estimate import is_bound
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices.tellings import Telling
from thirdhand.model import Assessment, Ground
from thirdhand.model.assessment import Part

_VERDICT = {
    "agreed": "two or more independent voices say the same, and none excludes it",
    "single": "no second independent voice says the same",
    "contested": "voices exclude each other",
    "expected": "it is a plan or a forecast, and is never counted as done",
    "denied": "it is denied or said not to be",
}


def grounds(fold: Fold, found: Assessment, tolerance: float) -> tuple[Ground, ...]:
    """The steps in order: voices, best, low and high, verdict, and both letters of the grade."""
    return tuple(
        Ground(found.id, step, value, rule, tuple(row.claim.id for row in rows))
        for step, value, rule, rows in _steps(fold, found, tolerance)
    )


Made = tuple[Part, str | int | float | None, str, Sequence[Telling]]


def _steps(fold: Fold, found: Assessment, tolerance: float) -> Iterator[Made]:
    yield "voices", len(fold.alone), _voices(fold), fold.alone
    if fold.estimate and found.best is not None:
        yield "best", found.best, *_best(fold)
        yield "low", found.low, *_end(fold, found.low, tolerance, lower=True)
        yield "high", found.high, *_end(fold, found.high, tolerance, lower=False)
    sides = (*fold.confirm, *fold.against)
    yield "verdict", found.verdict, _VERDICT[found.verdict], sides or fold.chosen
    letter = found.grade.source
    said = [row for row in fold.confirm if row.origin.grade == letter]
    yield "source", letter, grade.letter_why(fold.confirm), said
    basis = grade.standing_of(fold)
    yield "information", found.grade.information, grade.digit_why(basis), sides or fold.chosen


def _voices(fold: Fold) -> str:
    claims, channels = len(fold.rows), len({row.channel for row in fold.rows})
    accounts = len({row.account.id for row in fold.rows})
    copied = f", {accounts - channels} of them copies" if accounts > channels else ""
    one = f"{say.count(claims, 'claim')} in {say.count(accounts, 'account')}{copied}"
    return f"{one}: one claim stands for each voice, and only independent voices count"


def _best(fold: Fold) -> tuple[str, Sequence[Telling]]:
    """The rule that gives the best figure, and the claims it is taken from."""
    estimate = fold.estimate
    assert estimate is not None  # noqa: S101 - only asked where there is one
    teller = estimate.teller
    quantity = teller.quantity
    assert quantity is not None  # noqa: S101 - else it would tell no best
    own = {row.claim.id for row in fold.alone}
    figures = [
        row
        for row in estimate.near
        if row.claim.id in own and (q := row.quantity) and not is_bound(q)
    ]
    if is_bound(quantity):
        return f"only limits are told: {say.who(teller)} gives the tightest", [teller]
    if len(figures) <= 1:
        return f"the one figure of an independent voice, by {say.who(teller)}", [teller]
    middle = f"the middle of {len(figures)} figures, one a voice, as {say.who(teller)} says it"
    return middle, [teller]


def _end(
    fold: Fold, end: float | None, tolerance: float, *, lower: bool
) -> tuple[str, Sequence[Telling]]:
    """The rule that gives one end of the interval, and the claims it is taken from."""
    estimate = fold.estimate
    assert estimate is not None  # noqa: S101 - only asked where there is one
    rows = [row for row in estimate.near if row.quantity]
    if end is None:
        return "no claim closes this end, so it stays open", rows
    for widen in (0.0, tolerance):
        told = [row for row in rows if _reaches(row, end, widen, lower=lower)]
        if told:
            side = "lowest" if lower else "highest"
            room = f", with {widen:.0%} room as one voice alone gives it" if widen else ""
            words = f"the words of {say.who(told[0])} allow{_slack(told[0])}"
            return f"the {side} that {words}{room}", told
    return "9 chances in 10 lie within, by all counted claims, each by its weight", rows


def _reaches(row: Telling, end: float, widen: float, *, lower: bool) -> bool:
    quantity = row.quantity
    if quantity is None:
        return False
    reach = quantity.reach(widen)[0 if lower else 1]
    return math.isclose(reach, end, rel_tol=1e-9, abs_tol=1e-9)


def _slack(row: Telling) -> str:
    quantity = row.quantity
    loose = quantity is not None and quantity.hedge in ("about", "nearly")
    return f" (“{quantity.hedge}” is 10 % of room)" if quantity and loose else ""
