"""What is alleged, expected or denied is told as so."""

from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.parts import Parts

SIGNS = {"alleged": "alleg", "expected": "expect", "denied": "den"}


def unkept(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """The stance that all the words share has to be told."""
    text = " | ".join(part.text for part in shown)
    stances = {c.stance for c in basis.claims}
    stance = stances.pop() if len(stances) == 1 else "asserted"
    if stance in SIGNS and SIGNS[stance] not in text:
        yield f"what is {stance} is told as so"
