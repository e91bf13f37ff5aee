"""Who is said to say it says it, and whoever is not named is said to be not named."""

from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.clauses import Clause, Speakers
from thirdhand.brief.gate.figures import Figure
from thirdhand.brief.gate.ground import Ground, of_claim
from thirdhand.brief.gate.parts import UNNAMED, Parts, Piece
from thirdhand.brief.gate.table import unlabelled
from thirdhand.brief.gate.weigh import carriers
from thirdhand.model import Assessment, Claim, Unreported


def misspoken(clause: Clause, part: Parts, held: Sequence[Ground], basis: Basis) -> Iterator[str]:
    """A speaker who does not say it, a name that hides that nobody is named, a wrong count."""
    for speakers in clause.speakers:
        told = _voices(clause, part, held, basis) if speakers.tied else set()
        told = told or {v for g in held for v in _every(g, basis)}
        if speakers.alone and not basis.assessments:
            told |= {name.casefold() for name in _passed_on(basis)}
        for name in speakers.names:
            if speakers.alone and name.text.casefold() in basis.known.places:
                continue
            if name.text.casefold() not in told:
                yield f"{name.text} does not say it"
            yield from _named(name, part, basis)
        yield from _counted(speakers, held, basis)


def _passed_on(basis: Basis) -> Iterator[str]:
    """Everybody through whom what is cited came: a cell may be a list of these."""
    for claim in basis.claims:
        yield from claim.chain
        if account := basis.accounts.get(claim.account):
            yield account.outlet


def _voices(clause: Clause, part: Parts, held: Sequence[Ground], basis: Basis) -> set[str]:
    """Who tells the figures of the clause; nobody where it has none."""
    found: set[str] = set()
    for figure in clause.figures:
        for ground in carriers(figure, clause, held, part.cell):
            found |= _of(ground, figure, basis)
    return found


def _of(ground: Ground, figure: Figure, basis: Basis) -> set[str]:
    row = ground.row
    if not isinstance(row, Assessment):
        return _every(ground, basis)
    found: set[str] = set()
    if figure.form in ground.loose or figure.low in ground.bare:
        found |= {n.casefold() for v in row.voices for n in (v, unlabelled(v))}
    for claim in basis.behind(row):
        fits = figure.form in ground.loose and _agrees(claim, row)
        if fits or figure.form in of_claim(claim, basis).forms:
            found |= _speakers(claim, basis)
    return found


def _every(ground: Ground, basis: Basis) -> set[str]:
    row = ground.row
    if isinstance(row, Claim):
        return _speakers(row, basis)
    if isinstance(row, Assessment):
        behind = {v for claim in basis.behind(row) for v in _speakers(claim, basis)}
        return behind | {n.casefold() for v in row.voices for n in (v, unlabelled(v))}
    return {v.casefold() for v in row.lists} if isinstance(row, Unreported) else set()


def _speakers(claim: Claim, basis: Basis) -> set[str]:
    """The names of the voice of a claim: as it was traced, as it is told, and the register's."""
    known = basis.known
    # The same claim without a voice of its own, or told otherwise, is another one.
    key = f"{claim.id} {claim.chain[0]}"
    if key not in known.speakers:
        names = {known.voice_of.get(claim.id, claim.chain[0]), claim.chain[0]}
        called = {n for name in names for n in known.called.get(name.casefold(), ())}
        bare = {unlabelled(name) for name in names}
        known.speakers[key] = {name.casefold() for name in (*names, *bare, *called)}
    return known.speakers[key]


def spoken(claim: Claim, name: str, basis: Basis) -> bool:
    """True where somebody of this name is the voice of the claim."""
    return name.casefold() in _speakers(claim, basis)


def _named(name: Piece, part: Parts, basis: Basis) -> Iterator[str]:
    said = part.named.startswith(UNNAMED, name.end)
    behind = [c for row in basis.assessments for c in basis.behind(row)]
    claims = [c for c in (*basis.claims, *behind) if name.text.casefold() in _speakers(c, basis)]
    kinds = {c.speaker_kind for c in claims}
    if said and "unnamed" not in kinds and name.text not in basis.known.unnamed:
        yield f"{name.text} is named"
    lone = kinds == {"unnamed"} and not behind
    if not said and (name.text in basis.known.unnamed or lone):
        yield f"it is not told that {name.text} is not named"


def _counted(speakers: Speakers, held: Sequence[Ground], basis: Basis) -> Iterator[str]:
    if speakers.others is None:
        return
    total = speakers.others + len(speakers.names)
    sizes = {basis.voices} if not held else {n for g in held for n in _sizes(g, basis)}
    if total not in sizes:
        yield f"no words cited hold {speakers.others} other voices"


def _sizes(ground: Ground, basis: Basis) -> Iterator[int]:
    """How many voices an assessment may be said to rest on: all, independent, or who agree."""
    row = ground.row
    if not isinstance(row, Assessment):
        return
    claims = basis.behind(row)
    groups = [claims, [c for c in claims if _voice(c, basis) in row.voices]]
    groups += [[c for c in group if _agrees(c, row)] for group in tuple(groups)]
    yield len(row.voices)
    for group in groups:
        yield len({_voice(c, basis) for c in group})


def _voice(claim: Claim, basis: Basis) -> str:
    return basis.known.voice_of.get(claim.id, claim.chain[0])


def _agrees(claim: Claim, row: Assessment) -> bool:
    quantity = claim.quantity
    if quantity is None or row.best is None:
        return False
    low, high = quantity.reach(0.05)
    return low <= row.best <= high
