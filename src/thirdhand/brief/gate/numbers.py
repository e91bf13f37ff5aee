"""Every number follows from what is cited, and none has lost its hedge.

A number passes by one of six named rules; every other number stops the sentence:
  quote     it stands in a quote that the sentence cites
  value     it is the low or high of a claim that the sentence cites (numbers told in words)
  estimate  it is the low, best or high of an assessment that the sentence rests on, which may be
            rounded to a whole number
  sum       it is what the claims of a balance that the sentence rests on add up to, by how much the
            figure told misses that, or the people a household; the gate adds up for itself
  count     it counts the voices that are not listed by name
  unseen    it is of an estimate of how many incidents nobody told of, rounded to a whole number
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.parts import Parts
from thirdhand.model import Balance, Claim
from thirdhand.model.balance import added, ends, mean, outside

COUNT = re.compile(r"\b(\d+) (?:other voices|more)\b")
NUMBER = re.compile(
    r"(?<![\w.,-])\d+(?:[,\u00a0\u2009\u202f ]\d{3})+(?:\.\d+)?(?!\d)|(?<![\w-])\d+(?:[.,]\d+)?"
)
# Two decimals are written at most.
EXACT = 0.0051
# A mean is written with one decimal, a sum as a whole number.
SIZE = 0.051
GROUPED = re.compile(r"\d{1,3}(?:[,.\u00a0\u2009\u202f ٬]\d{3})+|\d+")
HEDGES = ("about", "nearly", "more than", "at least", "less than", "up to")


def unsupported(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """The numbers of the sentence that no rule lets pass, as written."""
    for part in shown:
        most = max([1, basis.voices, *(len(a.voices) for a in basis.assessments)])
        wrong = [n for n in COUNT.findall(part.rest) if int(n) >= most]
        rest = COUNT.sub(" ", part.rest)
        wrong += [m.group() for m in NUMBER.finditer(rest) if not _known(m.group(), basis)]
        yield from (f"no words cited hold {n}" for n in wrong)


def numbers(text: str) -> Iterator[float]:
    """Every number written in digits of any script, thousands grouped or not."""
    plain = "".join(str(unicodedata.decimal(c, c)) for c in text)
    for match in re.finditer(r"\d+(?:[,.\u00a0\u2009\u202f ٬]\d{3})*(?:[.,٫]\d+)?", plain):
        yield from _readings(match.group())


def _readings(text: str) -> Iterator[float]:
    """The values of one number as written.

    A mark before three digits parts thousands ("2.410" is 2410), before others decimals.
    """
    yield float(re.sub(r"\D", "", text))
    if not GROUPED.fullmatch(text):
        yield from (float(n) for n in re.findall(r"\d+", text))
    split = re.fullmatch(r"(.*)[.,٫](\d+)", text)
    if split and len(split[2]) != 3:
        whole = re.sub(r"\D", "", split[1])
        yield float(f"{whole}.{split[2]}")


def _known(written: str, basis: Basis) -> bool:
    value = _plain(written)
    told: list[float | None] = [n for c in basis.claims for n in numbers(c.span.quote)]
    told += [b for c in basis.claims for b in (c.low, c.high)]
    if any(t is not None and abs(t - value) < EXACT for t in told):
        return True
    missed = [u.unseen for u in basis.unseen]
    if any(value in (n.observed, *map(_whole, (n.median, n.low, n.high))) for n in missed):
        return True
    if any(abs(n - value) < SIZE for b in basis.balances for n in _sums(b, basis.claims)):
        return True
    found = [b for a in basis.assessments for b in (a.low, a.best, a.high) if b is not None]
    return any(abs(t - value) < (EXACT if t == int(t) else 1) for t in found)


def _whole(value: float | None) -> float | None:
    return None if value is None else round(value)


def _sums(row: Balance, claims: Sequence[Claim]) -> Iterator[float]:
    """What the claims of a balance make, added up anew; nothing where one of them is not cited."""
    cited = {c.id: c.quantity for c in claims}
    quantities = [q for i in row.claims if (q := cited.get(i))]
    if len(quantities) != len(row.claims) or len(quantities) <= 1:
        return
    told, *terms = quantities
    if row.kind == "households":
        yield mean(told, terms[0]) or 0.0
        return
    least, most = added(terms, row.signs)
    # An end that a direction nobody tells of leaves open is never closed here.
    expected = (
        least if row.expected_low is not None else None,
        most if row.expected_high is not None else None,
    )
    gap = outside(ends(told), expected)
    yield from (n for n in (*expected, gap) if n is not None)


def lost_hedges(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """The hedge of a number that is written is kept."""
    text = " | ".join(part.text for part in shown)
    written = {n for part in shown for n in _digits(part.rest)}
    plain = {b for c in basis.claims if c.hedge not in HEDGES for b in (c.low, c.high)}
    if len({(c.low, c.high, c.hedge) for c in basis.claims}) > 1:
        plain |= {b for a in basis.assessments for b in (a.low, a.best, a.high)}
    for claim in basis.claims:
        told = {b for b in (claim.low, claim.high) if b is not None} - plain
        if claim.hedge in HEDGES and told & written and claim.hedge not in text:
            yield f"the hedge “{claim.hedge}” is lost"


def _digits(rest: str) -> Iterator[float]:
    return (_plain(m.group()) for m in NUMBER.finditer(rest))


def _plain(written: str) -> float:
    """A number of ours: a comma or a thin space groups thousands, a dot marks decimals."""
    return float(re.sub(r"[,\u00a0\u2009\u202f ]", "", written))
