"""What the towns come to under other settings of the model than the ones that are in force."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from benchmarks.fusion import towns
from benchmarks.fusion.run import ours, save
from thirdhand.corroborate.tables import meeting, trust

# How many claims a prior weighs, by the chance that a second wrong number repeats the first.
HOLDS = (2.0, 4.0, 10.0, 30.0)
FRESH = (0.25, 0.5, 1.0, 2.0, 8.0)


def report(work: Path, gold: Path | None) -> Iterator[str]:
    """The lines of the report. gold: as for the towns."""
    yield "settings: towns off by more than 1 %, by the weight of a prior and how often wrong meet"
    if why := towns.missing(gold):
        yield f"skipped: {why}"
        return
    claims, truth = towns.judged(gold)
    table = save(claims, work / "settings.csv")
    yield f"    of {len(truth)} " + "".join(f"{1 / (1 + fresh):>8.2f}" for fresh in FRESH)
    for holds in HOLDS:
        errors = []
        for fresh in FRESH:
            with patch.object(meeting, "FRESH", fresh), patch.object(trust, "HOLDS", holds):
                best = ours(table, "number", work / "settings.jsonl")
            errors.append(sum(towns.wrong(best, truth).values()))
        yield f"    {holds:>6.0f} " + "".join(f"{error:>8.0f}" for error in errors)
