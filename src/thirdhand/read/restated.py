"""A figure told twice in one account is one voice's, also where only one telling names it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from thirdhand.model import Claim

_LEAST = 10  # smaller numbers meet by chance


def restated(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, those without a voice given that of the same figure elsewhere in the account."""
    rows = list(claims)
    voices: dict[object, Claim] = {}
    for row in rows:
        if row.attributed and row.stance in ("asserted", "alleged"):
            voices.setdefault(_figure(row), row)
    for row in rows:
        other = None if row.attributed else voices.get(_figure(row))
        large = max(row.low or 0, row.high or 0) >= _LEAST
        if other is None or not large:
            yield row
            continue
        yield replace(
            row,
            chain=other.chain,
            attributed=True,
            speaker_kind=other.speaker_kind,
            basis=other.basis,
        )


def _figure(row: Claim) -> object:
    return (row.indicator, row.breakdown, row.unit, row.low, row.high, row.place)
