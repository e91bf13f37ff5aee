"""The made-up accounts, and what is said of a run over them."""

import json
from collections import Counter
from pathlib import Path

from benchmarks.brief import measure
from benchmarks.brief.case import SITE, STORE, write
from benchmarks.brief.known import read
from benchmarks.brief.make import make
from benchmarks.brief.show import table
from benchmarks.show import console
from thirdhand.case import open_case


def test_the_first_accounts_of_more_are_the_same() -> None:
    assert list(make(40)) == list(make(90))[:40]


def test_accounts_are_of_several_sorts_over_six_years_and_a_fifth_are_reprints() -> None:
    made = list(make(1000))
    assert {m.row["published"][:4] for m in made} == {str(year) for year in range(2019, 2025)}
    assert 0.15 < sum(m.source is not None for m in made) / len(made) < 0.25
    assert 100 < sum(len(m.text.split()) for m in made) / len(made) < 140
    openings = Counter(m.title.split()[0] for m in made)
    assert openings["Statement"] > 50
    assert openings["Tarvel:"] > 30


def test_what_was_read_once_is_not_read_again(tmp_path: Path) -> None:
    paths = write(tmp_path, 6)
    assert open_case(tmp_path).site(SITE).areas
    assert read(tmp_path, paths, tmp_path / STORE) == 6
    assert read(tmp_path, paths, tmp_path / STORE) == 0
    found = measure.cost(tmp_path, 6, tmp_path / STORE)
    assert (found.accounts, found.read) == (6, 0)
    assert found.claims > 12
    assert 0 < found.after < measure.SECONDS
    assert measure.of_json(measure.as_json(found)) == found
    assert json.loads(measure.as_json(found))["kept"] is found.kept


def test_what_a_person_reads() -> None:
    stages = (("ingest", 9.0), ("read", 9.0), ("corroborate", 12.0), ("brief", 3.5))
    quick = measure.Cost(10_000, 60_000, 0, stages, 40.0, 2**29)
    slow = measure.Cost(10_000, 60_000, 0, (*stages, ("mask", 5.0)), 40.0, 2**29)
    large = measure.Cost(10_000, 60_000, 0, stages, 40.0, 2**30 + 1)
    assert [c.kept for c in (quick, slow, large)] == [True, False, False]
    screen = console()
    with screen.capture() as told:
        screen.print(table([quick, large]))
    rows = [" ".join(line.split()) for line in told.get().splitlines() if line.strip()]
    assert rows[0] == "seconds of 10,000 accounts 10,000 accounts"
    assert rows[-5:] == [
        "CPU, all of it 40.00 40.00",
        "claims 60,000 60,000",
        "most memory, MiB 512 1,024",
        "bound kept NOT KEPT",
        "bound: 20 s after reading, 1,024 MiB",
    ]
