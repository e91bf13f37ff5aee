"""The gate: no sentence leaves without the words that carry it.

It knows the rows and the sentence, not how the sentence was written: it imports the model and
nothing of the brief. Each rule of RULES has a file, which says by what a sentence passes.
"""

from collections.abc import Callable, Iterator, Sequence

from thirdhand.brief.gate import names, negation, numbers, spans, stances, whens
from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.known import Known
from thirdhand.brief.gate.parts import Parts, parts

__all__ = ["RULES", "Basis", "Known", "faults"]

Rule = Callable[[Sequence[Parts], Basis], Iterator[str]]
RULES: tuple[Rule, ...] = (
    spans.loose,
    numbers.unsupported,
    numbers.lost_hedges,
    whens.undated,
    names.unnamed,
    negation.polarity,
    stances.unkept,
)


def faults(text: str, basis: Basis, cells: Sequence[str] = ()) -> list[str]:
    """Why this sentence, with the cells that are shown with it, may not leave; [] where it may."""
    shown = [parts(words, basis) for words in (text, *cells)]
    return list(dict.fromkeys(why for rule in RULES for why in rule(shown, basis)))
