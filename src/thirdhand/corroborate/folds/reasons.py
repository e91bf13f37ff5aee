"""One plain sentence for each assessment: how it came to be."""

from collections.abc import Callable, Sequence

from thirdhand.corroborate.cited.heard import untraced
from thirdhand.corroborate.folds.estimate import is_bound
from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.matters import say
from thirdhand.corroborate.voices.tellings import Telling


def assessed(row: Fold, tolerance: float) -> str:
    """The sentence: verdict, voices and figures, then what an analyst must know besides."""
    agreed = row.verdict == "agreed"
    said = _agreed(row, tolerance) if agreed else _SAID[row.verdict](row)
    return said + _besides(row) + "."


def _agreed(row: Fold, tolerance: float) -> str:
    voices = say.listed([say.who(r) for r in row.confirm])
    head = f"{say.count(len(row.confirm), 'independent voice')} ({voices})"
    if row.estimate is None:
        return f"{head} tell of it"
    within = f" within {tolerance:.0%}" if tolerance else ""
    return f"{head} agree{within} on {_best(row)}"


def _contested(row: Fold) -> str:
    if row.estimate is None or not row.against:
        sides = [*row.confirm, *row.against] if row.against else list(row.chosen)
        told = "; ".join(f"{say.who(r)}: {say.what(r.claim)}" for r in sides[: say.SHOWN])
        return f"Voices do not fit together: {told}"
    told = say.listed([f"{say.figure(q)} ({say.who(r)})" for r in row.against if (q := r.quantity)])
    middle = "the middle of what voices say" if len(row.chosen) > 2 else "the better founded"
    return f"{_best(row)} by {_teller(row)} is {middle}, against {told}"


def _single(row: Fold) -> str:
    by = _teller(row) if row.estimate else say.listed([say.who(r) for r in row.chosen])
    what = f" says {_best(row)}" if row.estimate else " tells of it"
    heard = row.estimate.near if row.estimate else row.chosen
    others = len(heard) - len(_passed_on(row)) - 1
    if others <= 0:
        return f"One voice alone, {by},{what}"
    verbs = "neither confirms nor excludes" if others == 1 else "neither confirm nor exclude"
    return f"{by}{what}; {say.count(others, 'other voice')} {verbs} it"


def _planned(row: Fold) -> str:
    return f"A plan or forecast by {_names(row.chosen)}, never counted as done"


def _denied(row: Fold) -> str:
    return f"Denied or said not to be by {_names(row.chosen)}"


def _besides(row: Fold) -> str:
    notes = []
    accounts = len({r.account.id for r in row.rows})
    channels = len({r.channel for r in row.rows})
    if accounts > 1:
        copied = f", {accounts - channels} of them copies" if accounts > channels else ""
        notes.append(f"told in {accounts} accounts{copied}")
    if row.level:
        many = sum(share >= say.SOME for share in row.level.shares.values())
        notes.append(f"low and high by {say.count(many, 'claim')} of this and other times")
    if row.rows and all(r.claim.stance == "alleged" for r in row.rows):
        notes.append("alleged only")
    quantities = [q for r in row.chosen if (q := r.quantity)]
    if quantities and all(is_bound(q) for q in quantities):
        notes.append("only bounds are told")
    if passed := len(_passed_on(row)):
        named, further = ("names", "is no") if passed == 1 else ("name", "are no")
        further += " further voice" if passed == 1 else " further voices"
        notes.append(f"{say.count(passed, 'outlet')} that {named} nobody for it {further}")
    far = len(quantities) - len(row.estimate.near) if row.estimate else 0
    if far:
        notes.append(f"{say.count(far, 'voice')} set aside, more than ten times off")
    if not row.bucket.comparable and len(row.chosen) > 1:
        notes.append("the day is not told, so it may be more than one happening")
    if all(r.claim.period and r.claim.period.basis == "published" for r in row.rows):
        notes.append("dated by publication alone")
    if row.verdict == "single" and row.neighbour and row.neighbour.best is not None:
        near = f"{say.number(row.neighbour.best)} in {row.neighbour.bucket.start[:7]}"
        notes.append(f"it fits another voice's {near}")
    return "; " + "; ".join(notes) if notes else ""


def _passed_on(row: Fold) -> list[Telling]:
    """The outlets that were heard, and are no voices of their own."""
    heard = row.estimate.near if row.estimate else row.chosen
    own = {r.claim.id for r in (*row.alone, *row.against)}
    if row.estimate:
        own.add(row.estimate.teller.claim.id)
    return [r for r in heard if untraced(r) and r.claim.id not in own]


def _best(row: Fold) -> str:
    quantity = row.estimate.teller.quantity if row.estimate else None
    return say.figure(quantity) if quantity else "no figure"


def _teller(row: Fold) -> str:
    return say.who(row.estimate.teller) if row.estimate else _names(row.chosen)


def _names(rows: Sequence[Telling]) -> str:
    return say.listed([say.who(row) for row in rows])


_SAID: dict[str, Callable[[Fold], str]] = {
    "contested": _contested,
    "single": _single,
    "expected": _planned,
    "denied": _denied,
}
