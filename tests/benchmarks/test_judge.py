"""The scorer of our own: what it counts, and that it agrees with the one outside the project."""

import csv
import json

import pytest

from benchmarks import gold, scorer
from benchmarks.judge import judge
from benchmarks.judged import lines
from benchmarks.reading.others import NEAREST
from benchmarks.reading.peers import answers
from benchmarks.speakers import same

TEXT = "On 3 May the mayor said nearly 400 people live in Riverbend. Two men were killed."
POPULATION = {
    "kind": "figure",
    "indicator": "population_total",
    "value": 400,
    "qualifier": "nearly",
    "date_iso": "2021-05-03",
    "date_or_period": "3 May",
    "attributed_to": "the mayor",
    "event_type": None,
    "quote": "nearly 400 people",
}
KILLING = {
    "kind": "incident",
    "indicator": "deaths_killed",
    "value": 2,
    "qualifier": "exact",
    "date_iso": None,
    "attributed_to": None,
    "event_type": "killing",
    "quote": "Two men were killed",
}


def claim(quote: str, **told: object) -> dict[str, object]:
    """A claim of ours whose words are `quote`."""
    at = TEXT.find(quote)
    span = {"start": at, "end": at + len(quote), "quote": quote}
    return {"kind": "figure", "unit": "people", "chain": ["courier.example"], "span": span} | told


RIGHT = claim(
    "nearly 400 people",
    indicator="population",
    low=400,
    high=400,
    hedge="nearly",
    attributed=True,
    chain=["Mayor"],
    period={"start": "2021-05-03", "end": "2021-05-03"},
)
KILLED = claim(
    "Two men",
    kind="incident",
    indicator="killed",
    low=2,
    high=2,
    event={"type": "killing"},
)


@pytest.fixture
def scored(tmp_path):
    """A function from our claims to the measures."""
    (tmp_path / "accounts").mkdir()
    account = {"language": "en", "text": TEXT}
    (tmp_path / "accounts" / "1.json").write_text(json.dumps(account))
    bare = {"doc": "1", "low": None, "high": None, "optional": False, "date_or_period": None}
    gold.write(tmp_path / "gold.jsonl", (json.dumps(bare | row) for row in (POPULATION, KILLING)))
    with (tmp_path / "indicators.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["gold", "indicator", "breakdown", "unit"])
        table.writerow(["population_total", "population", "", "people"])
        table.writerow(["deaths_killed", "killed", "", "people"])

    def score(*claims: dict[str, object]) -> dict[str, float]:
        line = {"account": {"ref": "1"}, "claims": claims}
        return judge(gold.write(tmp_path / "read.jsonl", [json.dumps(line)]), tmp_path)

    return score


CASES = {
    "all is right": ((RIGHT, KILLED), dict.fromkeys(gold.CLAIMS, 1.0) | {"spans": 0}),
    "nothing is read": ((), {"figure F1": 0, "incident recall": 0, "speaker": 0}),
    "half is read": ((RIGHT,), {"figure precision": 1, "figure recall": 0.5, "speaker": 1}),
    "another hedge": ((RIGHT | {"hedge": "about"},), {"hedge": 0, "figure precision": 1}),
    "the month counts": ((RIGHT | {"period": {"start": "2021-05-30"}},), {"as-of month": 1}),
    "no date": ((RIGHT | {"period": None},), {"as-of month": 0, "as-of month, where stated": 0}),
    "another indicator": (
        (RIGHT | {"indicator": "killed"},),
        {"figure F1": 0, "figure F1, value only": 2 / 3},
    ),
    "an indicator that nobody judges": ((RIGHT | {"indicator": "weather"},), {"figure F1": 0}),
    "the outlet alone is no speaker": ((KILLED,), {"speaker": 1}),
    "a speaker where none is named": ((KILLED | {"attributed": True},), {"speaker": 0}),
    "another type": (
        (KILLED | {"event": {"type": "fire"}},),
        {"incident recall": 0, "incident precision": 0},
    ),
    "a type that is none": ((KILLED | {"event": {"type": "other"}},), {"incident precision": 0}),
    "a span that is not its text": (
        (RIGHT | {"span": {"start": 0, "end": 2, "quote": "??"}},),
        {"spans": 1},
    ),
}


@pytest.mark.parametrize(("claims", "wanted"), CASES.values(), ids=CASES)
def test_what_it_counts(scored, claims, wanted) -> None:
    scores = scored(*claims)
    scores["spans"] = scores["spans that are not their text"]
    wanted = {k: v for k, v in wanted.items() if k != "spans that are not their text"}
    assert {name: scores[name] for name in wanted} == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("OCHA", "UN Office for the Coordination of Humanitarian Affairs", True),
        ("Jane Doe (OCHA)", "Jane Doe", True),
        ("the camp director", "director", True),
        ("Kurdish officials", "camp officials", False),
        ("OCHA", None, False),
        (None, "", True),
    ],
)
def test_speakers(one, other, alike) -> None:
    assert same(one, other) is alike


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    """Our readings of the example, with their texts."""
    why = gold.missing()
    if why:
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("read")
    return gold.write_without_case(folder / "ours.jsonl", text=True)


def test_it_agrees_with_the_one_outside(ours, tmp_path) -> None:
    accounts = [line["account"] for line in lines(ours)]
    nearest, _ = answers(NEAREST, accounts, tmp_path / "nearest.jsonl")
    for readings in (ours, nearest):
        mine = judge(readings, scorer.shared() / "data" / "al-hol")
        assert mine == pytest.approx(gold.score_claims(readings), abs=0.0006)


@pytest.mark.parametrize("name", ["gold.jsonl", "indicators.csv"])
def test_it_judges_by_the_same_claims(name) -> None:
    """Those of the article that the project began with are in ours alone."""
    there = scorer.shared() / "data" / "al-hol" / name
    if not there.exists():
        pytest.skip(f"{there} is not there")
    told = (gold.EXAMPLE / name).read_text("utf-8").splitlines()
    ours = [line for line in told if '"doc": "209"' not in line]
    assert ours == there.read_text("utf-8").splitlines()
