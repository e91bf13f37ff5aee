"""Reprints made from the example's English accounts: recall where 95 of 100 pairs are right.

Each kind is a collection of its own, the accounts with a reprint of each. A pair of an account
and its reprint is to be found. Pairs of accounts that are judged to share an origin or an event,
and of their reprints, are not counted either way, nor is a splice with the text around it, which is
the account that came out next. A reprint comes out up to three days later.
"""

import datetime as dt
import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from benchmarks import gold, scorer
from benchmarks.copies.contenders import Answer, ours, peer
from benchmarks.copies.make import MAKERS, kept
from benchmarks.reading.peers import NotRun

PRECISION = 0.95
METHODS = ("minhash", "tfidf")
AS_SHIPPED = {"minhash": 0.5}
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Collection:
    """Accounts as lines, the pairs to be found, the pairs that count for nothing, 3-grams kept."""

    kind: str
    lines: list[str]
    wanted: frozenset[Pair]
    unjudged: frozenset[Pair]
    kept: float


@dataclass(frozen=True, slots=True)
class Found:
    """One contender on one kind, or on all.

    recall: where PRECISION is held; None where it never is. score: the mean of the wanted pairs.
    shipped: precision and recall as it ships; None where it has no bar of its own.
    """

    name: str
    kind: str
    recall: float | None
    score: float
    shipped: tuple[float, float] | None = None


@dataclass(slots=True)
class Tally:
    """What is counted of one kind: pairs with their score, and whether they were to be found."""

    scored: list[tuple[float, bool]] = field(default_factory=list)
    shipped: list[bool] = field(default_factory=list)
    wanted: int = 0
    bar: bool = False

    def add(self, other: "Tally") -> None:
        """Count the other's too."""
        self.scored += other.scored
        self.shipped += other.shipped
        self.wanted += other.wanted
        self.bar = other.bar


def found() -> tuple[list[Found], dict[str, float], dict[str, str]]:
    """A row a contender and kind, the share of 3-grams kept by kind, and why a peer was not run."""
    rows: list[Found] = []
    lost: dict[str, str] = {}
    sets = [collection(kind) for kind in MAKERS]
    for name in ("ours", *METHODS):
        total = Tally()
        try:
            for one in sets:
                tally = _tallied(name, one)
                rows.append(_row(name, one.kind, tally))
                total.add(tally)
        except NotRun as why:
            lost[name] = str(why)
        else:
            rows.append(_row(name, "all", total))
    return rows, {one.kind: one.kept for one in sets}, lost


def collection(kind: str) -> Collection:
    """The accounts and a reprint of this kind of each."""
    english = _english()
    after = dict(zip(english, [*list(english)[1:], next(iter(english))], strict=True))
    related = _related()
    lines, wanted, unjudged = [], set(), set()
    sources: dict[str, set[str]] = {ref: {ref} for ref in english}
    share = 0.0
    for ref, account in english.items():
        mix = random.Random(f"{kind} {ref}")  # noqa: S311 - makes texts, keeps no secret
        host = after[ref]
        text = MAKERS[kind](str(account["text"]), str(english[host]["text"]), mix)
        share += kept(str(account["text"]), text) / len(english)
        made = f"{ref}-reprint"
        published = _later(account["published"], mix.randrange(4))
        lines += [_line(ref, account, account["published"]), _line(made, {"text": text}, published)]
        wanted.add((ref, made))
        sources[made] = {ref, host} if kind == "splice" else {ref}
    for pair in combinations(sorted(sources), 2):
        near = any((a, b) in related or a == b for a in sources[pair[0]] for b in sources[pair[1]])
        if near and pair not in wanted:
            unjudged.add(pair)
    return Collection(kind, lines, frozenset(wanted), frozenset(unjudged), share)


def _english() -> dict[str, dict[str, str | None]]:
    """The accounts by ref, oldest first; of those word for word the same one."""
    rows = [json.loads(p.read_text("utf-8")) for p in sorted(gold.ACCOUNTS.glob("*.json"))]
    rows.sort(key=lambda row: (row["published"] or "9", row["id"]))
    first: dict[tuple[str, ...], dict[str, str | None]] = {}
    for row in rows:
        if row["language"] == "en":
            first.setdefault(tuple(re.findall(r"\w+", row["text"].casefold())), row)
    return {str(row["id"]): row for row in first.values()}


def _tallied(name: str, one: Collection) -> Tally:
    if name == "ours":
        answer, shipped = ours(one.lines, "--loose"), set(ours(one.lines).pairs)
    else:
        answer = peer(name, one.lines)
        bar = AS_SHIPPED.get(name, 2.0)
        shipped = {pair for pair, score in answer.pairs.items() if score >= bar}
    return _counted(one, answer, shipped, bar=name == "ours" or name in AS_SHIPPED)


def _counted(one: Collection, answer: Answer, shipped: Iterable[Pair], *, bar: bool) -> Tally:
    scored = [(s, p in one.wanted) for p, s in answer.pairs.items() if p not in one.unjudged]
    told = [pair in one.wanted for pair in shipped if pair not in one.unjudged]
    return Tally(scored, told, len(one.wanted), bar)


def _row(name: str, kind: str, tally: Tally) -> Found:
    scores = [score for score, right in tally.scored if right]
    shipped = None
    if tally.bar:
        right = sum(tally.shipped)
        shipped = (right / max(len(tally.shipped), 1), right / tally.wanted)
    return Found(name, kind, recall(tally), sum(scores) / tally.wanted, shipped)


def recall(tally: Tally) -> float | None:
    """The best recall at any score from which PRECISION of the pairs are right."""
    best = None
    right = told = 0
    ranked = sorted(tally.scored, reverse=True)
    for place, (score, true) in enumerate(ranked):
        right, told = right + true, told + 1
        last = place + 1 == len(ranked) or ranked[place + 1][0] < score
        if last and right >= PRECISION * told:
            best = right / tally.wanted
    return best


def _related() -> set[Pair]:
    """Pairs judged to be of one origin or one event; none where the judgements are not there."""
    path = scorer.shared() / "data" / "al-hol" / "copies.jsonl"
    if not path.exists():
        return set()
    groups = (json.loads(line)["ids"] for line in path.read_text("utf-8").splitlines())
    pairs = {pair for ids in groups for pair in combinations(ids, 2)}
    return pairs | {(b, a) for a, b in pairs}


def _line(ref: str, account: dict[str, str | None], published: str | None) -> str:
    row = {key: account.get(key) for key in ("text", "publisher", "title")}
    return f"{json.dumps({**row, 'ref': ref, 'published': published})}\n"


def _later(day: str | None, days: int) -> str | None:
    """The date so many days on; a month or a year stays as it is."""
    if day is None or len(day) < len("2021-03-05"):
        return day
    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()
