"""The benchmark of the estimate over time: its marks, its plain ways, its made-up histories."""

from pathlib import Path

from benchmarks.estimate.history import history
from benchmarks.estimate.marks import OURS, Mark, scores
from benchmarks.estimate.plain import between, last, median
from benchmarks.estimate.population import months
from benchmarks.estimate.simulated import simulated
from thirdhand.corroborate.levels.series import Told


def said(*rows: tuple[float, float]) -> list[Told]:
    return [Told(str(n), "a", day, 0, value, value) for n, (day, value) in enumerate(rows)]


def test_the_plain_ways() -> None:
    rows = said((0, 100), (80, 110), (100, 130))
    assert last(rows, 90) == 110
    assert median(rows, 100) == 120
    assert between(rows, 90) == 120
    assert between(rows, 200) == 130
    assert last([], 5) is None


def test_a_way_is_scored_by_its_middle_error_and_what_its_interval_holds() -> None:
    marks = [
        Mark("w", 100, 110, 90, 120),
        Mark("w", 100, 130, 120, 140),
        Mark("w", 100, 101, 99, 102),
    ]
    (row,) = scores(marks)
    assert (row.answers, round(row.median, 6), row.coverage) == (3, 0.1, 2 / 3)


def test_a_seed_makes_one_history() -> None:
    assert history(3) == history(3)
    assert history(3) != history(4)


def test_the_estimate_beats_the_plain_ways_on_made_up_histories() -> None:
    by_way = {row.way: row for row in scores(simulated(range(3000, 3012), 1, groups=True))}
    ours = by_way.pop(OURS)
    assert ours.median < min(row.median for row in by_way.values())
    # 72 answers of 12 histories: far less sure than the 6,000 that are published.
    assert 0.75 < (ours.coverage or 0) <= 1


def test_months_that_nobody_counted_are_no_reference(tmp_path: Path) -> None:
    path = tmp_path / "population.csv"
    path.write_text(
        "month,population,basis,source,doc_ids,confidence,low,high\n"
        "2020-01,66101,January,OCHA,005;006,high,,\n"
        "2020-02,66000,carried from January,OCHA,005,high,,\n"
        "2020-03,65000,count,camp management; UN,7,medium,,\n",
        "utf-8",
    )
    (row,) = months(path)
    assert (row.people, row.voices, row.refs) == (66101, ("OCHA",), {"005", "006"})
    assert len(months(path, ("high", "medium"))) == 2
