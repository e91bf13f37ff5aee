"""All wrong sentences that can be made of a brief, held up to the gate one by one."""

import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.gate.plant import WAYS, Case, Told, plants
from thirdhand.brief import gate
from thirdhand.brief.facts import Facts
from thirdhand.brief.outline import Outline, Sentence, rewrite
from thirdhand.brief.parts.rests import head
from thirdhand.brief.sections import sections
from thirdhand.brief.watch import Watch
from thirdhand.model import Claim, Dossier

# So many names take the place of another one, and so many plants of a kind are made of a sentence.
NAMES = 3
EACH = 12


@dataclass
class Sweep:
    """What came of it. passed: wrong sentences let pass; dropped: true ones that were not."""

    sentences: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    passed: list[tuple[str, Told, Told]] = field(default_factory=list)
    dropped: list[tuple[Told, list[str]]] = field(default_factory=list)


def every(facts: Facts) -> list[tuple[Sentence, tuple[str, ...]]]:
    """Each sentence of the brief with its cells, before the gate."""
    found: list[tuple[Sentence, tuple[str, ...]]] = []

    def keep(sentence: Sentence, cells: tuple[str, ...]) -> Sentence:
        found.append((sentence, cells))
        return sentence

    rewrite(Outline(head(facts, "2026-01-01"), sections(facts)), keep)
    return found


def sweep(dossier: Dossier, seed: int = 1) -> Sweep:
    """Plant into every sentence of a dossier's brief. The same seed plants the same."""
    facts = Facts.of(dossier)
    watch, dice, done = Watch(facts), random.Random(seed), Sweep()  # noqa: S311 - no secret
    held = every(facts)
    true = {text for sentence, cells in held for text in (sentence.text, *cells)}
    for sentence, cells in held:
        basis, told = watch.basis(sentence), Told(sentence.text, cells)
        done.sentences += 1
        why = gate.faults(told.text, basis, told.cells)
        if why:
            done.dropped.append((told, why))
            continue
        for kind, wrong in _some(told, _case(sentence, facts, dice), dice):
            if wrong.text != told.text and wrong.text in true:
                continue
            done.planted[kind] += 1
            if gate.faults(wrong.text, basis, wrong.cells):
                done.caught[kind] += 1
            else:
                done.passed.append((kind, told, wrong))
    return done


def _some(told: Told, case: Case, dice: random.Random) -> Iterator[tuple[str, Told]]:
    """At most EACH of a kind."""
    by_kind: dict[str, list[Told]] = {name: [] for name in WAYS}
    for kind, wrong in plants(told, case):
        by_kind[kind].append(wrong)
    for kind, found in by_kind.items():
        yield from ((kind, w) for w in dice.sample(found, min(EACH, len(found))))


def _case(sentence: Sentence, facts: Facts, dice: random.Random) -> Case:
    """Voices and places of the case that nothing behind the sentence names."""
    site = facts.dossier.site
    rows = [a for a in facts.dossier.findings.assessments if a.id in sentence.assessments]
    cited = facts.held(sentence.claims)
    claims = [*cited, *facts.held(c for row in rows for c in row.claims)]
    own = {facts.voice_of.get(c.id, c.chain[0]) for c in claims}
    near = {name for c in claims for name in c.chain} | own
    voices = sorted({v.name for v in facts.dossier.findings.voices} - near)
    here = {a.name for a in site.areas} | {site.name}
    areas = {c.area for c in claims} | {row.area for row in rows}
    places = [
        a.name for a in site.areas if a.id not in areas and a.name.casefold() not in _words(cited)
    ]
    places += ["Roj camp", "Deir Hafer"]
    return Case(
        dice.sample(voices, min(NAMES, len(voices))),
        dice.sample(places, min(NAMES, len(places))),
        sorted(own, key=len, reverse=True),
        sorted(here, key=len, reverse=True),
    )


def _words(claims: Sequence[Claim]) -> str:
    return " ".join(c.span.quote for c in claims).casefold()


def cost(dossier: Dossier, count: int) -> float:
    """Seconds of one processor to check so many sentences, the names of the case looked up too."""
    facts = Facts.of(dossier)
    held = every(facts)
    begun = time.process_time()
    watch = Watch(facts)
    for at in range(count):
        watch.check(*held[at % len(held)])
    return time.process_time() - begun
