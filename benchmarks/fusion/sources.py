"""Simulated sources, some of which copy the worst, by the simulation outside this project."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean, stdev

from benchmarks import scorer
from benchmarks.fusion.run import Best, NotRun, Value, ours, peers, read, versions
from benchmarks.scorer import found, said

SCORER = "fusion.py"
SEEDS = range(10)
COPIES = (8, 0)
REACH, LOST = 0.95, 0.01
ACCURACY = {"accuracy": r"accuracy ([\d.]+)"}
KNOWN = 0.961


def report(work: Path) -> Iterator[str]:
    """The lines of the report."""
    yield "sources: 40 sources, 2,000 items of 5 words, seeds 0-9; mean accuracy (spread), least"
    if why := scorer.missing([f"score/{SCORER}"]):
        yield f"skipped: {why}"
        return
    for copies in COPIES:
        yield f"  {copies} copies of the worst" if copies else "  no copies"
        rows, why = _accuracies(work, copies)
        for name, values in rows.items():
            told = f"{mean(values):.4f} ({stdev(values):.4f}) {min(values):.4f}"
            yield f"    {name:<22}{told}"
        if why:
            yield f"    peers not run: {why}"
        if not copies:
            lost = max(map(mean, rows.values())) - mean(rows["ours"])
            reached = "yes" if lost <= LOST else "NO"
            yield f"    asked: {LOST} below the best at most; lost: {lost:.4f}, reached: {reached}"
        else:
            reached = "yes" if mean(rows["ours"]) >= REACH else "NO"
            yield f"    asked: {REACH}, reached: {reached}; true weights without copies: {KNOWN}"
    yield f"  peers: {versions()}; values that a peer holds equally likely share the item"


def _accuracies(work: Path, copies: int) -> tuple[dict[str, list[float]], str]:
    """The accuracy of each method on each seed, and why there are no peers."""
    truths: list[dict[str, str]] = []
    tables: list[Path] = []
    rows: dict[str, list[float]] = {"ours": []}
    for seed in SEEDS:
        table, truth, lines = (work / f"{seed}.{end}" for end in ("csv", "json", "jsonl"))
        said((SCORER, "make", str(seed), table, truth, "--copies", str(copies)))
        ours(table, "category", lines)
        rows["ours"].append(found(said((SCORER, "score", lines, truth)), ACCURACY)["accuracy"])
        truths.append(json.loads(truth.read_text("utf-8")))
        tables.append(table)
    try:
        others = peers([read(table, "category") for table in tables], "category")
    except NotRun as why:
        return rows, str(why)
    for truth_of, bests in zip(truths, others, strict=True):
        for name, best in bests.items():
            rows.setdefault(name, []).append(accuracy(best, truth_of))
    return rows, ""


def accuracy(best: Best, truth: Mapping[str, Value]) -> float:
    """The share of items that are right; what is one of several counts as that part."""
    return mean(_part(values, truth[item]) for item, values in best.items())


def _part(values: Sequence[Value], true: Value) -> float:
    return sum(value == true for value in values) / len(values)
