"""The figures of a clause and all that is said of them are told by one row.

So figures that change places, or take the unit, the place or the time of another one, are found
though every piece of the sentence stands somewhere.
"""

from collections.abc import Callable, Iterator, Sequence

from thirdhand.brief.gate.basis import Basis
from thirdhand.brief.gate.clauses import Clause
from thirdhand.brief.gate.dates import Date, fits
from thirdhand.brief.gate.figures import Figure
from thirdhand.brief.gate.ground import Ground
from thirdhand.brief.gate.parts import WORD, Parts, Word
from thirdhand.model import Assessment, Balance, Claim

Test = Callable[[Ground], bool]
# Words of the quote do as well as these marks of its row.
KINDS = ("unit", "tag", "indicator", "event", "sector")
# A rule of its own holds these against the sentence.
APART = ("stance:", "compare:")
# Words of these say who is counted, where no number stands beside them.
PEOPLE = {"unit:people", "unit:households", "tag:women", "tag:men", "tag:children", "tag:foreign"}
VERDICT = "verdict:"
PUBLISHED = "basis:published"


def carriers(figure: Figure, clause: Clause, held: Sequence[Ground], cell: bool) -> list[Ground]:
    """The rows that tell the figure, as it is hedged here."""
    return [g for g in held if _tells(g, figure, clause, cell)]


def _tells(ground: Ground, figure: Figure, clause: Clause, cell: bool) -> bool:
    if figure.hedge is None and figure.low in ground.quoted and _beside(figure, clause, ground):
        return True
    if figure.share != ground.share:
        return False
    if figure.inner or (figure.high is not None and figure.form in ground.inner):
        return figure.form in ground.inner
    inner = any(f.inner for f in clause.figures)
    # Beside an interval the best is no exact number.
    if figure.form in ground.forms and (not inner or figure.hedge is not None):
        return True
    if figure.form in ground.loose and (cell or inner or _point(ground)):
        return True
    alone = cell and figure.hedge is None and len(clause.figures) == 1 and not clause.words
    return alone and figure.high is None and figure.low in ground.bare


def _point(ground: Ground) -> bool:
    """True where the interval is one number."""
    return len(ground.inner) == 1 and all(form[1:] == (None, None) for form in ground.inner)


def _beside(figure: Figure, clause: Clause, ground: Ground) -> bool:
    """True where the word behind the figure stands in the quote too, and says what is counted."""
    behind = min((w for w in clause.words if w.start >= figure.end), key=_at, default=None)
    near = behind is not None and behind.start - figure.end <= 1
    if behind is None or not near or not isinstance(ground.row, Claim):
        return False
    return behind.small in ground.words and behind.marks != frozenset()


def _at(word: Word) -> int:
    return word.start


def weigh(clause: Clause, part: Parts, held: Sequence[Ground], basis: Basis) -> Iterator[str]:
    """What is told of no row that tells the rest of the clause."""
    if basis.balances and not clause.figures:
        # A balance is of the figure told: what that is made of is told with its figures.
        told_first = {row.claims[0] for row in basis.balances if row.claims}
        held = [g for g in held if not isinstance(g.row, Claim) or g.row.id in told_first]
    tests = list(_tests(clause, part, held, basis))
    for figure in clause.figures:
        left = carriers(figure, clause, held, part.cell)
        if not left:
            yield _why(figure, held)
            continue
        told = f"{figure.text} " if tests else ""
        yield from _narrow(left, tests, told)
    if not clause.figures:
        yield from _narrow(held, tests, "")


def _narrow(held: Sequence[Ground], tests: Sequence[tuple[Test, str]], told: str) -> Iterator[str]:
    """The first test at which no row is left."""
    left = list(held)
    for test, why in tests:
        rest = [g for g in left if test(g)]
        if left and not rest:
            yield f"no words cited tell {told}{why}"
            return
        left = rest


def _tests(
    clause: Clause, part: Parts, held: Sequence[Ground], basis: Basis
) -> Iterator[tuple[Test, str]]:
    """What a row has to be to tell this clause, each with the words for a row that is not so."""
    printed = any(PUBLISHED in (w.marks or ()) for w in clause.words)
    folded = any(isinstance(g.row, Assessment) for g in held)
    for date in clause.dates:
        yield _dated(date, printed, folded, basis), f"of {date.text}"
    for name in clause.names:
        if name.text.casefold() in basis.known.areas:
            yield _there(name.text.casefold(), basis), f"at {name.text}"
    yield from _meanings(clause, part, held, basis)
    if clause.dates and not printed:
        yield _stated, "by anything but its date of publication"
    if _counts(clause, basis) and not any(isinstance(g.row, Balance) for g in held):
        tags = dict.fromkeys(t for g in held for t in g.tags)
        yield from ((_without(tag), f"without “{tag}”") for tag in tags if not _told(tag, part))


def _meanings(
    clause: Clause, part: Parts, held: Sequence[Ground], basis: Basis
) -> Iterator[tuple[Test, str]]:
    for word in clause.words:
        if word.marks and all(m.startswith(VERDICT) for m in word.marks):
            # It is of what happened, not of one figure of it.
            told = frozenset(mark for ground in held for mark in ground.marks)
            pair = not basis.assessments and len(basis.claims) > 1
            apart = pair and f"{VERDICT}contested" in word.marks
            yield _always(apart or bool(word.marks & told)), f"“{word.text}”"
        elif word.marks and not any(m.startswith(APART) for m in word.marks):
            yield _means(word, _renamed(word, clause, part)), f"“{word.text}”"
    for tag in _peoples(clause, basis):
        yield _of_tag(tag), f"“{tag}”"


def _dated(date: Date, printed: bool, folded: bool, basis: Basis) -> Test:
    def test(ground: Ground) -> bool:
        if folded and isinstance(ground.row, Claim):
            return False
        if ground.period and fits(date, ground.period, ground.coarse):
            return True
        account = basis.accounts.get(ground.row.account) if isinstance(ground.row, Claim) else None
        if printed and account and account.period and fits(date, account.period, coarse=False):
            return True
        return isinstance(ground.row, Claim) and date.text in ground.row.span.quote

    return test


def _there(name: str, basis: Basis) -> Test:
    places = basis.known.areas[name]

    def test(ground: Ground) -> bool:
        row = ground.row
        if isinstance(row, Claim) and name in row.span.quote.casefold():
            return True
        return isinstance(row, Claim | Assessment) and (row.site, row.area) in places

    return test


def _always(answer: bool) -> Test:
    return lambda _: answer


def _peoples(clause: Clause, basis: Basis) -> set[str]:
    """Breakdowns that stand in the clause by their own word ("Iraqi")."""
    tags = {tag for row in basis.claims for tag in row.breakdown}
    tags |= {tag for row in basis.assessments for tag in row.breakdown}
    return tags & {w.small for w in clause.words if not w.marks}


def _of_tag(tag: str) -> Test:
    return lambda ground: tag in ground.tags or tag in ground.words


def _renamed(word: Word, clause: Clause, part: Parts) -> bool:
    """True for a heading that tells the unit itself: "People living there (households)"."""
    others = (w for w in part.words if w.small != word.small)
    units = {m for w in others for m in w.marks or () if m.startswith("unit:")}
    return not clause.figures and bool(units)


def _means(word: Word, renamed: bool) -> Test:
    marks = word.marks or frozenset()
    kinds = {m.partition(":")[0] for m in marks} & set(KINDS)
    tokens = {w.casefold() for w in WORD.findall(word.text)}
    # "People living there" may be told in households: a label does not tell the unit.
    labelled = bool(kinds) and (renamed or "unit" not in kinds)

    def test(ground: Ground) -> bool:
        if marks & ground.marks or (kinds and tokens <= ground.words):
            return True
        return labelled and tokens <= ground.label

    return test


def _stated(ground: Ground) -> bool:
    return PUBLISHED not in ground.marks


def _counts(clause: Clause, basis: Basis) -> bool:
    """True where the clause says who or what is counted."""
    marks = {m for w in clause.words for m in w.marks or ()}
    if not clause.figures:
        return bool(marks & PEOPLE) or bool(_peoples(clause, basis))
    return any(m.startswith(("unit:", "tag:")) for m in marks)


def _told(tag: str, part: Parts) -> bool:
    mark = f"tag:{tag}"
    return tag in part.text.casefold() or any(mark in (w.marks or ()) for w in part.words)


def _without(tag: str) -> Test:
    return lambda ground: tag not in ground.tags


def _why(figure: Figure, held: Sequence[Ground]) -> str:
    """Whether the number is nowhere, or only its hedge."""
    forms = {f for g in held for f in (*g.forms, *g.loose)}
    near = sorted({f[2] or "" for f in forms if figure.low in f[:2]} - {figure.hedge or ""})
    if figure.high is not None:
        return f"no words cited hold {figure.text}"
    if near and figure.hedge is None and near[0]:
        return f"the hedge “{near[0]}” is lost"
    if near and figure.hedge:
        return f"no words cited say “{figure.text}”"
    return f"no words cited hold {figure.text}"
