"""The brief of what is known: one outline, checked at the gate, as a page and as JSON."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from thirdhand.brief import charts
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Endnote, Outline, Sentence, rewrite
from thirdhand.brief.parts import rests
from thirdhand.brief.render import FORMATS, MissingError
from thirdhand.brief.sections import sections
from thirdhand.brief.watch import Watch
from thirdhand.model import Issue, content_id
from thirdhand.model.audience import spoken
from thirdhand.model.walk import each_string

# Written whatever is asked for besides.
ALWAYS = ("html", "json")


# Begins some work and gives a function that waits for it: None where it was not done.
Aside = Callable[
    [Callable[[], charts.Drawings | None]],
    AbstractContextManager[Callable[[], charts.Drawings | None]],
]


def _as_it_is(outline: Outline) -> Outline:
    return outline


def _not_aside(work: Callable[[], object]) -> AbstractContextManager[Callable[[], None]]:
    del work
    return nullcontext(lambda: None)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. sentences: how many were checked; dropped: how many fell at the gate."""

    paths: tuple[Path, ...]
    issues: tuple[Issue, ...]
    sentences: int
    dropped: int


def write(
    facts: Facts,
    out: Path,
    made: str | None = None,
    formats: Sequence[str] = ALWAYS,
    veil: Callable[[Outline], Outline] = _as_it_is,
    aside: Aside = _not_aside,
) -> Written:
    """Write brief.html, brief.json and what else is asked for into `out`, made where not there.

    made: the date printed on it ("YYYY-MM-DD"), today (UTC) where not given. formats: of
    render.FORMATS; what this machine cannot write is an issue. veil: covers what its readers may
    not read of the outline, once it is whole. aside: draws the pictures meanwhile. The same facts
    and date give the same bytes. OSError where `out` cannot be written, KeyError for an unknown
    format.
    """
    day = made or f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}"
    draft = _draft(facts, day)
    with aside(lambda: charts.drawings(draft)) as drawn:
        outline, issues = _checked(draft, facts, veil)
        found = drawn()
    out.mkdir(parents=True, exist_ok=True)
    with charts.kept(found):
        paths, missing = _rendered(outline, out, formats)
    return Written(tuple(paths), (*issues, *missing), outline.checked, outline.dropped)


def _rendered(
    outline: Outline, out: Path, formats: Sequence[str]
) -> tuple[list[Path], list[Issue]]:
    """The pages that were written, and an issue for each that cannot be written here."""
    paths, missing = [], []
    for name in dict.fromkeys((*ALWAYS, *formats)):
        suffix, writer = FORMATS[name]
        path = out / f"brief{suffix}"
        try:
            path.write_bytes(writer(outline))
        except MissingError as error:
            missing.append(_unwritten(path.name, str(error)))
        else:
            paths.append(path)
    return paths, missing


def _unwritten(name: str, reason: str) -> Issue:
    ident = content_id("issue", "brief", "format-not-written", name, reason)
    return Issue(ident, "brief", "format-not-written", "warning", name, reason)


def outlined(
    facts: Facts, made: str, veil: Callable[[Outline], Outline] = _as_it_is
) -> tuple[Outline, tuple[Issue, ...]]:
    """The outline with what falls at the gate left out, numbered, and one issue for each fall.

    Words that its readers may not read are signs under the veil, and said to be withheld here.
    """
    return _checked(_draft(facts, made), facts, veil)


def _draft(facts: Facts, made: str) -> Outline:
    return Outline(rests.head(facts, made), sections(facts))


def _checked(
    draft: Outline, facts: Facts, veil: Callable[[Outline], Outline]
) -> tuple[Outline, tuple[Issue, ...]]:
    watch, desk = Watch(facts), _Numbers(facts)
    passed = rewrite(draft, watch.check)
    numbered = rewrite(_with(passed, facts, watch), desk.number, whole=False)
    noted = dataclasses.replace(numbered, notes=desk.notes())
    return each_string(veil(noted), spoken), tuple(watch.issues)


def _with(draft: Outline, facts: Facts, watch: Watch) -> Outline:
    """The draft with what the gate found among the problems."""
    problems = rests.problems(facts, tuple(watch.issues))
    told = tuple(
        dataclasses.replace(section, blocks=(problems,))
        if section.key == rests.PROBLEMS_KEY
        else section
        for section in draft.sections
    )
    return dataclasses.replace(
        draft, sections=told, checked=watch.checked, dropped=len(watch.issues)
    )


class _Numbers:
    """Numbers the endnotes in the order in which the page first cites them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._numbers: dict[str, int] = {}

    def number(self, sentence: Sentence, cells: tuple[str, ...]) -> Sentence:
        del cells
        notes = (self._numbers.setdefault(c, len(self._numbers) + 1) for c in sentence.claims)
        return dataclasses.replace(sentence, notes=tuple(notes))

    def notes(self) -> tuple[Endnote, ...]:
        claims = self._facts.every
        return tuple(rests.endnote(n, claims[c], self._facts) for c, n in self._numbers.items())
