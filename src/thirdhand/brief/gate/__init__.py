"""The gate: no sentence leaves without the words that carry it.

It knows the rows and the sentence, not how the sentence was written: it imports the model and
nothing of the brief. A sentence is taken apart (parts.py) and cut into clauses (clauses.py). Each
rule below has a file, which says by what a sentence passes.
"""

from collections.abc import Callable, Iterator, Sequence

from thirdhand.brief.gate import (
    adds,
    kept,
    labels,
    names,
    negation,
    spans,
    stances,
    voices,
    weigh,
)
from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.clauses import Clause, clauses
from thirdhand.brief.gate.ground import Ground, grounds
from thirdhand.brief.gate.known import Known
from thirdhand.brief.gate.parts import Parts, parts

__all__ = ["OF_CLAUSES", "OF_SENTENCES", "Basis", "Known", "faults"]

# Of the sentence with its cells.
OF_SENTENCES: tuple[Callable[[Sequence[Parts], Basis], Iterator[str]], ...] = (
    spans.loose,
    names.unnamed,
    negation.polarity,
    stances.lost,
    kept.unsure,
    kept.undirected,
    kept.graded,
    kept.compared,
    kept.hidden,
    kept.ranged,
    adds.disordered,
    labels.taken_over,
)
# Of one clause, against the rows that may tell it.
OF_CLAUSES: tuple[Callable[[Clause, Parts, Sequence[Ground], Basis], Iterator[str]], ...] = (
    weigh.weigh,
    voices.misspoken,
    stances.invented,
)


def faults(text: str, basis: Basis, cells: Sequence[str] = ()) -> list[str]:
    """Why this sentence, with the cells that are shown with it, may not leave; [] where it may."""
    cut = [_cut(text, basis, cell=False), *(_cut(cell, basis, cell=True) for cell in cells)]
    shown = [part for part, _ in cut]
    found = [why for rule in OF_SENTENCES for why in rule(shown, basis)]
    held = grounds(basis)
    for part, pieces in cut:
        for clause in pieces:
            found += [why for rule in OF_CLAUSES for why in rule(clause, part, held, basis)]
    return list(dict.fromkeys(found))


def _cut(text: str, basis: Basis, cell: bool) -> tuple[Parts, tuple[Clause, ...]]:
    """The text taken apart, with its clauses. Cells say the same over and over: read once."""
    # What a quote is and what not depends on what is cited.
    if "“" in text or basis.names:
        part = parts(text, basis, cell)
        return part, tuple(clauses(part))
    held = basis.known.cut
    if (text, cell) not in held:
        part = parts(text, basis, cell)
        held[text, cell] = part, tuple(clauses(part))
    found: tuple[Parts, tuple[Clause, ...]] = held[text, cell]
    return found
