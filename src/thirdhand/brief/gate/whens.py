"""Every date is, as a whole, the period of something that is cited."""

from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.dates import Date, fits
from thirdhand.brief.gate.parts import Parts


def undated(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """A date that is no period of a claim, an assessment or an account that is cited."""
    for part in shown:
        for date in part.dates:
            if not _held(date, basis):
                yield f"no words cited are of {date.text}"


def _held(date: Date, basis: Basis) -> bool:
    if any(fits(date, period, coarse=True) for period in basis.periods):
        return True
    quoted = (claim.span.quote for claim in basis.claims)
    return any(date.text in quote for quote in quoted)
