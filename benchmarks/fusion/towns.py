"""Population figures of towns from edits of an encyclopedia (Pasternack and Roth 2010)."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean, median
from typing import Any

from benchmarks import scorer
from benchmarks.fusion.run import Best, Claim, NotRun, ours, peers, save, versions
from benchmarks.scorer import measures

SCORER = "score_simple.py"
CLAIMS = "data/conflicting-figures/claims.jsonl"
GOLD = "data/conflicting-figures/gold_dev.jsonl"
REACH = 0.135
OFF = 0.01
MEASURES = {"off": r"off by > 1 %: ([\d.]+)"}
DRAWS = 10_000

# By how much of an item a method is wrong: 0 or 1, or a part where several values are as likely.
Wrong = dict[str, float]


def report(work: Path, gold: Path | None) -> Iterator[str]:
    """The lines of the report. gold: another file than the half that is given out."""
    yield f"towns: share of items off by more than {OFF:.0%}"
    if why := missing(gold):
        yield f"skipped: {why}"
        return
    claims, truth = judged(gold)
    lines = work / "towns.jsonl"
    best = ours(save(claims, work / "towns.csv"), "number", lines)
    off = {"ours": wrong(best, truth), "median": wrong(_medians(claims), truth)}
    told = measures((SCORER, "towns", _gold(gold), lines), MEASURES)["off"]
    try:
        (others,) = peers([claims], "number")
    except NotRun as why_not:
        others = {}
        yield f"  peers not run: {why_not}"
    first = {name: wrong(_first(values, claims), truth) for name, values in others.items()}
    off |= {name: wrong(values, truth) for name, values in others.items()}
    yield from _table(off, first)
    reached = "yes" if told <= REACH else "NO"
    yield f"  the scorer says {told:.3f} of ours; asked: {REACH}, reached: {reached}"
    yield f"  peers: {versions()}"


def missing(gold: Path | None) -> str:
    """Why nothing can be scored, "" where it can."""
    return scorer.missing([f"score/{SCORER}", CLAIMS, *([] if gold else [GOLD])])


def judged(gold: Path | None) -> tuple[list[Claim], dict[str, float]]:
    """The claims, and the true values that can be judged: of items that are claimed, and not 0."""
    told = _rows(scorer.shared() / CLAIMS)
    claims: list[Claim] = [(row["item"], row["source"], row["value"]) for row in told]
    known = {item for item, _, _ in claims}
    rows = _rows(_gold(gold))
    return claims, {r["item"]: r["value"] for r in rows if r["item"] in known and r["value"]}


def _gold(gold: Path | None) -> Path:
    return gold or scorer.shared() / GOLD


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _table(off: Mapping[str, Wrong], first: Mapping[str, Wrong]) -> Iterator[str]:
    mine = off["ours"]
    halves = [sorted(mine)[half::2] for half in (0, 1)]
    yield f"  {len(mine)} items; halves: every other item by name. 'first' breaks ties by the order"
    yield "  of the file; else values that are as likely share the item. 'more' is how much more a"
    yield "  peer is off than ours, with its paired 95 % interval (bootstrap over items)."
    yield f"    {'':<20}{'off':>6}{'first':>8}{'halves':>14}   more"
    for name, each in off.items():
        half = " ".join(f"{mean(each[item] for item in part):.3f}" for part in halves)
        early = f"{mean(first[name].values()):.3f}" if name in first else ""
        more = "" if each is mine else _paired([each[item] - mine[item] for item in mine])
        yield f"    {name:<20}{mean(each.values()):>6.3f}{early:>8}{half:>14}   {more}".rstrip()


def _paired(more: Sequence[float]) -> str:
    dice = random.Random(0)  # noqa: S311 - a resample, no secret
    means = sorted(mean(dice.choices(more, k=len(more))) for _ in range(DRAWS))
    low, high = means[DRAWS // 40], means[-DRAWS // 40]
    return f"{mean(more):+.3f} ({low:+.3f} to {high:+.3f})"


def wrong(best: Best, truth: Mapping[str, float]) -> Wrong:
    """How wrong a method is of each item that can be judged."""
    return {
        item: mean(abs(float(value) - true) / true > OFF for value in best[item])
        for item, true in truth.items()
    }


def _medians(claims: Sequence[Claim]) -> Best:
    of: dict[str, list[float]] = {}
    for item, _, value in claims:
        of.setdefault(item, []).append(float(value))
    return {item: [median(values)] for item, values in of.items()}


def _first(best: Best, claims: Sequence[Claim]) -> Best:
    """Of the values that are as likely, the one that stands first in the file."""
    one: dict[str, list[float | str]] = {}
    for item, _, value in claims:
        if item not in one and value in best[item]:
            one[item] = [value]
    return one
