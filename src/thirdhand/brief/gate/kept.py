"""What has to be told with a sentence: how sure it is, and where things go."""

import re
from collections.abc import Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.ground import Form, interval, of_assessment, of_claim, whole
from thirdhand.brief.gate.parts import Parts
from thirdhand.model import Assessment

# What stands before and behind a speaker.
HEAD, TAIL = (
    r"(?:^|[(]|, |[;:] | and | to | by | than | of )",
    r"(?=$|,| and |[.;:)]| say| alle| plan| overlap| \((?:alle|exp|den))",
)
ARROWS = {"↓": "direction:worse", "↑": "direction:better", "→": "direction:same"}
# So a sentence begins that says something in our own voice.
OWN = re.compile(r"^(?:[Tt]here (?:was|were)\b|[Tt]here (?:is|are)\b)")


def unsure(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """What an assessment or an estimate says in our own voice, without the word for its chance."""
    told = {m for word in shown[0].words for m in word.marks or ()}
    own = basis.assessments and OWN.match(shown[0].text)
    if (own or basis.unseen) and not any(m.startswith("chance:") for m in told):
        yield "how sure it is is not told"


def undirected(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """A condition without the direction that its claim has."""
    rows = {c.condition.direction for c in basis.claims if c.condition}
    if len(rows) != 1 or len([c for c in basis.claims if c.condition]) != len(basis.claims):
        return
    told = {m for part in shown for word in part.words for m in word.marks or ()}
    if len(basis.claims) == 1 and not basis.assessments and _speaks(shown, told):
        way = f"direction:{rows.pop()}"
        arrows = {ARROWS[c] for part in shown[1:] for c in part.rest if c in ARROWS}
        if way not in told or arrows - {way}:
            yield f"the {way.replace(':', ' ')} is lost"


def _speaks(shown: Sequence[Parts], told: set[str]) -> bool:
    """True for a sentence that says how a sector stands."""
    return any(m.startswith("sector:") for m in told) and "“" in shown[0].text


def compared(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """Fewer, more or open between two assessments, the later one first: as their intervals say."""
    told = {m for w in shown[0].words for m in w.marks or () if m.startswith("compare:")}
    if not told:
        return
    rows = basis.assessments[:2]
    if len(rows) != len(("later", "earlier")) or told != {f"compare:{_way(*rows)}"}:
        yield "the two figures do not stand so to each other"


def _way(later: Assessment, earlier: Assessment) -> str:
    if later.high is not None and earlier.low is not None and later.high < earlier.low:
        return "fewer"
    if later.low is not None and earlier.high is not None and later.low > earlier.high:
        return "more"
    return "open"


def graded(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """A grade that no assessment has."""
    grades = {str(row.grade) for row in basis.assessments}
    told = [piece.text for part in shown for piece in part.grades]
    yield from (f"nothing cited is graded {grade}" for grade in told if grade not in grades)


def hidden(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """Who is not named, and not said to be so."""
    behind = [c for row in basis.assessments for c in basis.behind(row)]
    voices = {basis.known.voice_of.get(c.id, c.chain[0]) for c in (*basis.claims, *behind)}
    lone = {c.speaker_kind for c in basis.claims} == {"unnamed"} and not basis.assessments
    for name in sorted(voices if lone else voices & basis.known.unnamed):
        bare = HEAD + re.escape(name) + TAIL
        if any(name in part.text and re.search(bare, part.text) for part in shown):
            yield f"it is not told that {name} is not named"


def ranged(shown: Sequence[Parts], basis: Basis) -> Iterator[str]:
    """Low, best and high side by side in cells: each is that of the assessment."""
    if len(basis.assessments) != 1:
        return
    row, cells = basis.assessments[0], list(shown[1:])
    for at in range(len(cells) - 2):
        three = cells[at : at + 3]
        if all(_value(part) for part in three):
            yield from _ranged(three, row, basis)
            return


def _value(part: Parts) -> bool:
    """True for a cell that holds one figure, or says that there is none."""
    alone = len(part.figures) == 1 and not part.words and not part.names and not part.dates
    return alone or part.text in ("open", "not told", "imprecise")


def _ranged(three: Sequence[Parts], row: Assessment, basis: Basis) -> Iterator[str]:
    ground = of_assessment(row, [of_claim(c, basis) for c in basis.claims], basis)
    best = ground.forms | ground.loose
    if row.best is not None and row.verdict != "single":
        best |= {(whole(row.best, row.unit), None, None)}
    for part, end in ((three[0], row.low), (three[2], row.high)):
        shown = {f.form for f in part.figures}
        want = _end(end, row, lower=part is three[0])
        if shown != want or (end is None) != (part.text == "open"):
            yield f"{part.text} is no end of what is cited"
    if three[1].figures and three[1].figures[0].form not in best:
        yield f"{three[1].text} is not the best of what is cited"


def _end(value: float | None, row: Assessment, lower: bool) -> set[Form]:
    """The one form of an end."""
    low, high = (value, None) if lower else (None, value)
    return {(form[0], None, None) for form in interval(low, high, row.unit)}
