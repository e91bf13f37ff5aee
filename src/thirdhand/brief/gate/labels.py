"""No disputed label stands in our own voice.

It may stand inside the quotation marks of a cited quote, or in a name that the register has.
"""

from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.parts import Parts
from thirdhand.brief.gate.table import labels


def taken_over(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """Each label of labels.yaml that is ours here."""
    for part in shown:
        ours = [n.text for n in part.names if n.text not in basis.known.register]
        # A label is no word of ours: where every word is one, there is none.
        strange = any(word.marks is None for word in part.words)
        for text in (part.rest, *ours) if strange else ours:
            yield from (f"“{m.group()}” is a label, not ours" for m in labels().finditer(text))
