"""No sentence denies what its claims say, nor says what they deny."""

import re
from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.parts import Parts
from thirdhand.brief.gate.table import frames, words


def polarity(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """A "not" that no claim holds, and one that is lost.

    A claim that is quoted in full keeps its own.
    """
    told = list(dict.fromkeys(n for part in shown for n in negations(part)))
    denied = [c for c in basis.claims if c.negated or c.stance == "denied"]
    if told and not denied and not any(row.verdict == "denied" for row in basis.assessments):
        yield f"no words cited hold “{told[0]}”"
    bare = [c for c in denied if not any(f"“{c.span.quote}”" in part.text for part in shown)]
    if bare and len(denied) == len(basis.claims) and not told:
        yield "what is denied is told as so"


def negations(part: Parts) -> Iterator[str]:
    """The words of a sentence that turn it into its contrary, our own phrases left out."""
    rest = re.sub("|".join(map(re.escape, frames())), " ", part.rest)
    for match in re.finditer(r"[^\W\d_]+(?:['’][^\W\d_]+)?", rest):
        word = match.group().casefold().replace("’", "'")
        if word in words("negation"):
            yield match.group()
