"""The figures of a balance stand in the order of its claims: told, made of, and what that makes."""

from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.figures import Figure
from thirdhand.brief.gate.ground import Form, of_claim, sums
from thirdhand.brief.gate.parts import Parts


def disordered(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """A figure in the place of another one, in the sentence or in its cells."""
    # Beside an assessment it tells more than the balance.
    cited = {claim.id: claim for claim in basis.claims if not basis.assessments}
    for row in basis.balances:
        claims = [cited[i] for i in row.claims if i in cited]
        if len(claims) != len(row.claims):
            continue
        quantities = [q for claim in claims if (q := claim.quantity)]
        if len(quantities) == len(row.claims) > 1:
            order = [of_claim(claim, basis).forms for claim in claims]
            made = sums(row, quantities)
            for side in (shown[:1], shown[1:]):
                found = [f for part in side for f in sorted(part.figures, key=_start)]
                yield from _misplaced(found, order, made)


def _start(figure: Figure) -> int:
    return figure.start


def _misplaced(
    found: Sequence[Figure], order: Sequence[frozenset[Form]], made: Sequence[frozenset[Form]]
) -> Iterator[str]:
    """The first figure that is not the one that belongs in its place."""
    for figure, forms in zip(found, order, strict=False):
        if figure.form not in forms:
            yield f"{figure.text} stands in the place of another figure"
            return
    left = list(made)
    for figure in found[len(order) :]:
        while left and figure.form not in left[0]:
            left.pop(0)
        if not left:
            yield f"{figure.text} stands in the place of another figure"
            return
        left.pop(0)
