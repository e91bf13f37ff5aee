"""How reliable each voice is by topic: how its figures fared against the rest.

A figure fares well where at least half of the other independent voices that tell of the same thing
can be right with it. Nobody judges themselves, and what nobody else tells of teaches nothing. The
register's letter is the prior (`priors.LETTERS`), as if it had been judged HOLDS times; a letter
that says nothing starts at one half.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from thirdhand.corroborate.folds.folded import Fold
from thirdhand.corroborate.matters.buckets import Measures
from thirdhand.corroborate.tables.priors import LETTERS
from thirdhand.corroborate.tables.trust import HOLDS, interval
from thirdhand.corroborate.voices.origins import Origin
from thirdhand.model import Quantity, Reliability

UNKNOWN = 0.5
DIGITS = 4
# Of more voices than this on one thing only the first ones are held against each other.
MOST = 200
Judged = tuple[Origin, str, bool]


def reliability(folds: Sequence[Fold], measures: Measures) -> tuple[Reliability, ...]:
    """One row a voice (by name) and sector in which it could be judged, in order."""
    told: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    letter: dict[str, str] = {}
    for fold in folds:
        for origin, sector, fits in _judged(fold, measures):
            told[origin.name, sector] += 1
            right[origin.name, sector] += fits
            letter[origin.name] = min(letter.get(origin.name, "F"), origin.grade)
    return tuple(
        _row(name, sector, letter[name], right[name, sector], many)
        for (name, sector), many in sorted(told.items())
    )


def _judged(fold: Fold, measures: Measures) -> Iterator[Judged]:
    """Each independent voice known by name, its topic, and whether its figure fared well."""
    key, indicator = fold.bucket, measures.by_name.get(fold.bucket.indicator)
    if key.group != "told" or not key.comparable or key.unit is None or indicator is None:
        return
    tolerance = measures.tolerance(key.indicator)
    rows = {row.claim.id: row for row in (*fold.alone, *fold.against)}
    said: list[tuple[Origin, Quantity]] = [
        (row.origin, quantity) for row in rows.values() if (quantity := row.quantity)
    ][:MOST]
    others = len(said) - 1  # one telling a voice
    if not others:
        return
    figures = Counter(quantity for _, quantity in said)
    fitting = {
        one: sum(many for other, many in figures.items() if one.agrees(other, tolerance))
        - one.agrees(one, tolerance)
        for one in figures
    }
    for origin, quantity in said:
        if origin.known:
            yield origin, indicator.sector, 2 * fitting[quantity] >= others


def _row(name: str, sector: str, letter: str, right: int, claims: int) -> Reliability:
    before = LETTERS.get(letter) or UNKNOWN
    mean = (HOLDS * before + right) / (HOLDS + claims)
    low, high = interval(mean, claims)
    shares = (round(mean, DIGITS), round(low, DIGITS), round(high, DIGITS))
    return Reliability(name, *shares, claims, name, sector)
