"""No sentence denies what its claims say, nor says what they deny."""

from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.parts import Parts
from thirdhand.brief.gate.stances import tells
from thirdhand.brief.gate.table import negation


def polarity(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """A "not" that no claim holds, and one that is lost.

    Phrases of ours that hold one ("not named") are no negations. A claim that is quoted in full
    keeps its own.
    """
    told = [word for part in shown for word in _negations(part)]
    denied = [c for c in basis.claims if c.negated or c.stance == "denied"]
    if told and not denied and not any(row.verdict == "denied" for row in basis.assessments):
        yield f"no words cited hold “{told[0]}”"
    bare = [c for c in denied if not any(f"“{c.span.quote}”" in part.text for part in shown)]
    if (
        bare
        and tells(shown[0])
        and len(denied) == len(basis.claims)
        and not told
        and not _denies(shown)
    ):
        yield "what is denied is told as so"


def _negations(part: Parts) -> Iterator[str]:
    for word in part.words:
        if word.small in negation():
            yield word.text


def _denies(shown: Sequence[Parts]) -> bool:
    return any("stance:denied" in (w.marks or ()) for part in shown for w in part.words)
