"""Made-up news with a fifth of reprints: seconds, most memory, and growth with size."""

import datetime as dt
import json
from collections import Counter
from dataclasses import dataclass
from math import log

from benchmarks.copies.contenders import Answer, ours, peer
from benchmarks.copies.crowd import Telling, crowd
from benchmarks.reading.peers import NotRun

START = dt.date(2021, 1, 1)


@dataclass(frozen=True, slots=True)
class Cost:
    """One contender on one size. recall: of the pairs of a text and its reprint, each kind.

    precision: of the pairs found, those with words from one text. why: it was not run.
    """

    name: str
    size: int
    seconds: float = 0.0
    cpu: float = 0.0
    before: int = 0
    peak: int = 0
    precision: float = 0.0
    recall: tuple[tuple[str, float], ...] = ()
    why: str = ""


def costs(sizes: tuple[int, ...]) -> list[Cost]:
    """Ours and datasketch on each size, one after the other on the same texts."""
    found = []
    for size in sizes:
        told = list(crowd(size))
        lines = [line(telling) for telling in told]
        found.append(cost("ours", told, ours(lines)))
        try:
            found.append(cost("datasketch", told, peer("lsh", lines)))
        except NotRun as why:
            found.append(Cost("datasketch", size, why=str(why)))
    return found


def growth(small: Cost, large: Cost) -> float:
    """The power of the size that the seconds grow with."""
    return log(large.seconds / small.seconds) / log(large.size / small.size)


def line(telling: Telling) -> str:
    """The telling as ours and the peers take it."""
    day = START + dt.timedelta(days=telling.day)
    row = {
        "ref": f"{telling.number:08d}",
        "text": telling.text,
        "publisher": f"outlet{telling.outlet}.com",
        "published": day.isoformat(),
    }
    return f"{json.dumps(row)}\n"


def cost(name: str, told: list[Telling], answer: Answer) -> Cost:
    """What the answer is worth, set against how the tellings were made."""
    held = {f"{t.number:08d}": _sources(t) for t in told}
    right = sum(not held[one].isdisjoint(held[other]) for one, other in answer.pairs)
    made, found = Counter[str](), Counter[str]()
    for telling in told:
        if telling.source is not None:
            pair = (f"{telling.source:08d}", f"{telling.number:08d}")
            made[telling.kind] += 1
            found[telling.kind] += pair in answer.pairs
    made["all"], found["all"] = made.total(), found.total()
    recall = tuple((kind, found[kind] / made[kind]) for kind in made)
    precision = right / max(len(answer.pairs), 1)
    spent = answer.seconds, answer.cpu, answer.before, answer.peak
    return Cost(name, len(told), *spent, precision, recall)


def _sources(telling: Telling) -> set[int]:
    own = telling.number if telling.source is None else telling.source
    return {own} if telling.host is None else {own, telling.host}
