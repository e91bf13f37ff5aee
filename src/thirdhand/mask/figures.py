"""A number that leads to a person is no figure: nobody counts people by a phone number."""

import dataclasses
import re
from collections.abc import Iterable, Iterator

from thirdhand.mask.hide import SIGNS, numbers_hidden
from thirdhand.model import Account, Claim, Reading

# So much of the text around a quote says what its numbers are.
AROUND = 60
# A short number with the word of what it counts behind it is looked at no further: most are so.
_COUNTED = re.compile(r"\d[\d,.]*%?\s+[^\W\d_]{3,}")
_LONG = re.compile(r"\d{6}|\d[.٫]\d{3}|\d[ ()\-/]+\d|[A-Z]-?\d|[#+°@]|[٠-٩]")
_DIGITS = re.compile(r"\d+(?:[,.\u00a0\u2009\u202f ٬]\d{3})*(?:[.,٫]\d+)?")


def figures_alone(
    accounts: Iterable[Account], readings: Iterable[Reading], country: str | None
) -> tuple[Reading, ...]:
    """The readings without claims whose figure is a phone number, a point, a paper's number.

    country: where phone numbers without a code are from (ISO 3166).
    """
    texts = {account.id: account.text for account in accounts}
    regions = (country,) if country else ()
    return tuple(_without(r, texts.get(r.account, ""), regions) for r in readings)


def _without(row: Reading, text: str, regions: tuple[str, ...]) -> Reading:
    kept = tuple(c for c in row.claims if not _false(c, text, regions))
    return row if len(kept) == len(row.claims) else dataclasses.replace(row, claims=kept)


def _false(claim: Claim, text: str, regions: tuple[str, ...]) -> bool:
    """True where the figure stands in the quote only in what is hidden there."""
    quote = claim.span.quote
    if claim.quantity is None or not any(c.isdigit() for c in quote):
        return False
    if _COUNTED.search(quote) and not _LONG.search(quote):
        return False
    first = max(0, claim.span.start - AROUND)
    around = text[first : claim.span.end + AROUND]
    hidden = numbers_hidden(around, regions)
    if hidden == around:
        return False
    at = claim.span.start - first
    left = hidden[at : at + len(quote)]
    if not any(c in SIGNS for c in left):
        return False
    ends = {value for value in (claim.low, claim.high) if value is not None}
    lost = set(_numbers(quote)) - set(_numbers(left))
    return bool(ends & lost) or not any(c.isdigit() for c in left)


def _numbers(text: str) -> Iterator[float]:
    for found in _DIGITS.finditer(text):
        yield from (float(n) for n in re.findall(r"\d+", found[0]))
        yield float(re.sub(r"\D", "", found[0]))
