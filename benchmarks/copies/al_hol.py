"""The example's accounts against groups judged by hand."""

import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import gold, scorer
from benchmarks.copies.contenders import Answer, ours, peer
from benchmarks.copies.held_out import left_out
from benchmarks.reading.peers import NotRun

HALF = 0.5
BARS = tuple(n / 100 for n in range(5, 100))


@dataclass(frozen=True, slots=True)
class Judged:
    """A contender and what the outside scorer finds. why: it was not run."""

    name: str
    precision: float = 0.0
    recall: float = 0.0
    why: str = ""

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def judged() -> list[Judged]:
    """Ours, and each peer at .5 and at the bar that is best on this very set."""
    lines = [_line(path) for path in sorted(gold.ACCOUNTS.glob("*.json"))]
    by_group: dict[int, list[str]] = {}
    for ref, group in ours(lines).group_of.items():
        by_group.setdefault(group, []).append(ref)
    rows = [_score("ours", list(by_group.values()))]
    rows.append(Judged("ours, each group by bars chosen on the others", *left_out(lines)))
    for name, method in (("MinHash", "minhash"), ("TF-IDF", "tfidf")):
        try:
            answer = peer(method, lines)
        except NotRun as why:
            rows.append(Judged(name, why=str(why)))
            continue
        rows.append(_score(f"{name} at {HALF}", _groups(answer, HALF)))
        rows.append(_best(name, answer))
    return rows


def _best(name: str, answer: Answer) -> Judged:
    found = ((_score(f"{name} at {bar}, its best here", _groups(answer, bar))) for bar in BARS)
    return max(found, key=lambda row: row.f1)


def _groups(answer: Answer, bar: float) -> list[list[str]]:
    """Sets of refs that pairs of at least `bar` join, directly or over others."""
    of: dict[str, list[str]] = {}
    for (one, other), score in answer.pairs.items():
        if score >= bar:
            a, b = of.setdefault(one, [one]), of.setdefault(other, [other])
            if a is not b:
                a += b
                of.update(dict.fromkeys(b, a))
    return list({id(group): group for group in of.values()}.values())


def _score(name: str, groups: list[list[str]]) -> Judged:
    with TemporaryDirectory() as folder:
        found = gold.score_origins(gold.write_groups(groups, Path(folder) / "groups.jsonl"))
    return Judged(name, found["same-origin pairs precision"], found["same-origin pairs recall"])


def missing() -> str:
    """Why nothing can be scored, "" where it can."""
    return scorer.missing(("score/score_simple.py", "data/al-hol/copies.jsonl"))


def _line(path: Path) -> str:
    account = json.loads(path.read_text("utf-8"))
    told = {key: account.get(key) for key in ("text", "publisher", "title", "published")}
    return f"{json.dumps({'ref': path.stem, **told})}\n"
