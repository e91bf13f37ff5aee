"""The brief of a dossier: one outline, checked at the gate, as a page and as JSON."""

import dataclasses
import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path

from thirdhand.brief import rests
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Endnote, Outline, Sentence, rewrite
from thirdhand.brief.render import page
from thirdhand.brief.sections import sections
from thirdhand.brief.watch import Watch
from thirdhand.model import Dossier, Issue


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. sentences: how many were checked; dropped: how many fell at the gate."""

    paths: tuple[Path, ...]
    issues: tuple[Issue, ...]
    sentences: int
    dropped: int


def write(dossier: Dossier, out: Path, made: str | None = None) -> Written:
    """Write brief.html and brief.json into `out`, which is made where it does not exist.

    made: the date printed on it ("YYYY-MM-DD"), today (UTC) where not given. The same dossier and
    date give the same bytes. OSError where `out` cannot be written.
    """
    outline, issues = outlined(dossier, made or f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}")
    out.mkdir(parents=True, exist_ok=True)
    html, rows = out / "brief.html", out / "brief.json"
    html.write_text(page(outline), "utf-8")
    # Both pages say who made them, so that no later run takes them for accounts.
    marked = {"generator": "thirdhand", **dataclasses.asdict(outline)}
    told = json.dumps(marked, ensure_ascii=False, indent=1)
    rows.write_text(f"{told}\n", "utf-8")
    return Written((html, rows), issues, outline.checked, outline.dropped)


def outlined(dossier: Dossier, made: str) -> tuple[Outline, tuple[Issue, ...]]:
    """The outline with what falls at the gate left out, numbered, and one issue for each fall."""
    facts = Facts.of(dossier)
    watch = Watch(facts)
    draft = rewrite(Outline(rests.head(facts, made), sections(facts)), watch.check)
    desk = _Numbers(facts)
    numbered = rewrite(_with(draft, facts, watch), desk.number, whole=False)
    return dataclasses.replace(numbered, notes=desk.notes()), tuple(watch.issues)


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
        claims = self._facts.claims
        return tuple(rests.endnote(n, claims[c], self._facts) for c, n in self._numbers.items())
