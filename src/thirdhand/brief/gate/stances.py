"""What is alleged, planned or denied is told as so, and nothing else is."""

from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.clauses import Clause
from thirdhand.brief.gate.ground import Ground
from thirdhand.brief.gate.parts import Parts
from thirdhand.brief.gate.voices import spoken
from thirdhand.brief.gate.weigh import KINDS, carriers
from thirdhand.model import Assessment, Claim

MARK = "stance:"
SIGNS = ("alleged", "expected", "denied")


def lost(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """The stance that all the words share has to be told in the sentence itself."""
    stances = {c.stance for c in basis.claims}
    verdicts = {row.verdict for row in basis.assessments}
    stance = stances.pop() if len(stances) == 1 else "asserted"
    if verdicts and verdicts <= {"expected", "denied"}:
        stance = "expected" if "expected" in verdicts else "denied"
    told = {mark for word in shown[0].words for mark in word.marks or ()}
    bare = [part for part in shown[1:] if _goes(part)]
    if not tells(shown[0]):
        return
    if stance in SIGNS and f"{MARK}{stance}" not in told:
        yield f"what is {stance} is told as so"
    elif stance in SIGNS and any(f"{MARK}{stance}" not in _said(part) for part in bare):
        yield f"what is {stance} is told as so in a cell"


def tells(part: Parts) -> bool:
    """True for a sentence that says something of the place, not only who is cited."""
    kinds = {m.partition(":")[0] for m in _said(part)}
    return bool(part.figures) or "“" in part.text or bool(kinds & set(KINDS))


def _said(part: Parts) -> set[str]:
    return {mark for word in part.words for mark in word.marks or ()}


def _goes(part: Parts) -> bool:
    """True for a cell that says how things go."""
    return any(m.startswith("direction:") for m in _said(part)) and not part.figures


def invented(clause: Clause, part: Parts, held: Sequence[Ground], basis: Basis) -> Iterator[str]:
    """A stance that those who tell it do not take."""
    spoken_of = [w.marks for w in clause.words if w.marks and _of(w.marks)]
    other = {mark for g in held for mark in g.marks} if spoken_of else set()
    told = {_of(marks) for marks in spoken_of if not other & marks}
    if not told:
        return
    rows = [g for f in clause.figures for g in carriers(f, clause, held, part.cell)] or held
    claims = {c.id: c for g in rows if isinstance(c := g.row, Claim)}
    if not claims:
        claims = {
            c.id: c for g in rows if isinstance(g.row, Assessment) for c in basis.behind(g.row)
        }
    taken: set[str | None] = {c.stance for c in claims.values()}
    taken |= {g.row.verdict for g in rows if isinstance(g.row, Assessment)}
    taken |= {"asserted"} if "hypothetical" in taken else set()
    taken |= {"denied"} if any(c.negated for c in claims.values()) else set()
    yield from (f"nothing cited is {stance}" for stance in sorted(str(s) for s in told - taken))
    for speakers in clause.speakers if not told - taken else ():
        for name in speakers.names if speakers.tied else ():
            own = {c.stance for c in claims.values() if spoken(c, name.text, basis)}
            if own and not told & {*own, *("asserted" for s in own if s == "hypothetical")}:
                yield f"{name.text} does not say it so"


def _of(marks: frozenset[str] | None) -> str | None:
    """The stance that a word says, where it says nothing else."""
    found = [m.removeprefix(MARK) for m in marks or () if m.startswith(MARK)]
    return found[0] if found else None
