"""The brief of August 2019 on the example, as it could have been on the last of that month.

What it has to show is what the article the project began with asks for: who says that the camp can
be seen less, how many live there, why July has fewer, and what does not fit.
"""

import json
from pathlib import Path

import pytest

from thirdhand import flow
from thirdhand.case import open_case
from thirdhand.model import Window
from thirdhand.store import SqlStore

EXAMPLE = Path(__file__).parents[2] / "examples" / "al-hol"
AUGUST = Window.parse("2019-08", "2019-08", "2019-08")
OCHA = 68_823  # who lived there on 31 July, by the service mapping of 1 August


def known(path: Path) -> bool:
    """Published by August 2019, or the month after: that one the brief has to leave out."""
    published = json.loads(path.read_text("utf-8"))["published"] or ""
    return "2019-01" <= published[:7] <= "2019-09"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("august")
    case = open_case(EXAMPLE)
    paths = tuple(p for p in sorted((EXAMPLE / "accounts").glob("*.json")) if known(p))
    job = flow.Job(case.plan, case.site("al-hol"), paths, folder / "out", window=AUGUST)
    with SqlStore.open(folder / "store.db") as store:
        flow.run(job, store)
    return folder / "out"


@pytest.fixture(scope="module")
def brief(out):
    return json.loads((out / "brief.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def page(out):
    return (out / "brief.html").read_text("utf-8")


def sentences(node) -> list[dict]:
    """Every sentence of a brief, wherever it stands."""
    if isinstance(node, list):
        return [found for one in node for found in sentences(one)]
    if not isinstance(node, dict):
        return []
    own = [node] if "text" in node and "notes" in node else []
    return own + [found for one in node.values() for found in sentences(one)]


def blocks(brief, key):
    return [b for s in brief["sections"] for b in s["blocks"] if b.get("key") == key]


def chains(brief, sentence) -> set[str]:
    """Who says it, from the deepest voice to the outlet, as the endnotes have it."""
    return {n["said"] for n in brief["notes"] if n["number"] in sentence["notes"]}


def saying(brief, *words):
    """The sentences that hold all these words."""
    return [s for s in sentences(brief["sections"]) if all(w in s["text"] for w in words)]


def test_nothing_is_known_of_september(brief):
    assert {n["ref"] for n in brief["notes"]} >= {"199", "209"}
    assert not {n["ref"] for n in brief["notes"]} & {"197", "200", "201"}


def test_visibility_is_of_this_collection(brief, page):
    assert "It measures this collection, not the place" in page
    (chart,) = blocks(brief, "sight")
    assert {row["line"] for row in chart["rows"]} >= {
        "told by anyone",
        "seen by two or more",
        "voices",
    }
    (table,) = blocks(brief, "months")
    months = {row[0]: dict(zip(table["columns"], row, strict=True)) for row in table["rows"]}
    assert set(months) >= {"March 2019", "August 2019"}
    assert months["August 2019"]["Accounts heard"] == "2"
    assert int(months["August 2019"]["Voices heard"]) > 2


def test_less_visibility_is_what_the_task_force_claims(brief):
    found = saying(brief, "reduced the mission's ability", "third-party accounts")
    assert found
    for sentence in found:
        assert "task force officials" in sentence["text"]
        (chain,) = chains(brief, sentence)
        deepest, report, *_ = chain.split(" ← ")
        assert "task force officials" in deepest
        assert "inspector general" in report


def test_the_means_to_monitor_are_missing_by_the_task_force(brief):
    found = saying(brief, "lacks the resources to monitor")
    assert found
    assert all("task force" in s["text"] for s in found)
    assert all(c.startswith("task force ← ") for s in found for c in chains(brief, s))


def test_the_camp_is_not_closed_for_being_seen_less(out):
    gaps = [json.loads(line) for line in (out / "gaps.jsonl").read_text("utf-8").splitlines()]
    assert gaps
    assert "no access" not in {gap["state"] for gap in gaps}


def test_the_interval_of_the_population_holds_the_count_of_31_july(out):
    rows = map(json.loads, (out / "estimates.jsonl").read_text("utf-8").splitlines())
    (july,) = (
        row
        for row in rows
        if (row["indicator"], row["breakdown"], row["unit"], row["month"])
        == ("population", [], "people", "2019-07")
    )
    assert july["low"] <= OCHA <= july["high"]
    assert july["high"] - july["low"] < 0.2 * OCHA


def test_the_count_of_31_july_is_a_judgement(brief):
    (section,) = (s for s in brief["sections"] if s["key"] == "judgements")
    (told,) = (s["text"] for s in sentences(section) if "68,823 people" in s["text"])
    assert "73,043 people living there in June 2019" in told
    assert "about 2,000 (UN) were struck off the register" in told


def test_those_struck_off_in_july_have_not_left(brief):
    (sentence, *_) = saying(brief, "struck off the register", "2,000")
    assert any(n["ref"] == "199" for n in brief["notes"] if n["number"] in sentence["notes"])
    (balance,) = blocks(brief, "balance")
    told = [row["remark"] for row in balance["rows"] if "68,823" in row["remark"]]
    assert any("struck off the register, which is no departure: about 2,000" in t for t in told)


def test_the_change_since_june_names_the_register(brief):
    reasons = [
        row["reason"]
        for section in brief["sections"]
        for block in section["blocks"]
        if block["kind"] == "conflicts"
        for row in block["rows"]
    ]
    (one,) = (r for r in reasons if "73,043 people" in r)
    assert "68,823 people" in one
    assert "were deregistered" in one


def test_the_article_contradicts_itself(brief):
    rows = [
        row
        for section in brief["sections"]
        if section["key"] == "contradictions"
        for block in section["blocks"]
        for row in block.get("rows", [])
        if row["tag"] == "contradiction, inside one account"
    ]
    (row,) = rows
    quotes = row["left"]["text"], row["right"]["text"]
    assert quotes == ("50,000 of them women and children", "70,000 women")


def test_the_outlet_says_more_than_whom_it_quotes(brief):
    (section,) = (s for s in brief["sections"] if s["key"] == "overstated")
    (row,) = section["blocks"][0]["rows"]
    assert "gained control of the vast camp" in row["left"]["text"]
    assert "minimal security" in row["right"]["text"]
