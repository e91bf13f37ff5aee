"""A figure told in a circle, from the accounts to the brief."""

import json
from pathlib import Path

import pytest
from tests.brief.made import block

from thirdhand import flow
from thirdhand.case import Case
from thirdhand.store import SqlStore

SAYS = "{} reported that 12,400 people live in the Riverbend camp in March 2021. {}"
ACCOUNTS = {
    "gazette": ("Lowtown Gazette", "2021-03-08", SAYS.format("Delta Radio", "Nobody else knows.")),
    "radio": ("Delta Radio", "2021-03-08", SAYS.format("Hill Herald", "We heard it at noon.")),
    "herald": ("Hill Herald", "2021-03-08", SAYS.format("Lowtown Gazette", "That is many.")),
}

# Two who name each other, in words of their own.
ACCOUNTS["north"] = (
    "North Post",
    "2021-03-09",
    "The Riverbend camp held 15,300 people in March 2021, according to the South Post.",
)
ACCOUNTS["south"] = (
    "South Post",
    "2021-03-10",
    "As the North Post said on Tuesday, 15,300 people lived in Riverbend camp in March 2021.",
)


def run(case: Case, store: SqlStore, *refs: str) -> Path:
    folder, out = case.folder / "told", case.folder / "out"
    folder.mkdir()
    for ref in refs:
        publisher, published, text = ACCOUNTS[ref]
        row = {"title": ref, "publisher": publisher, "published": published, "text": text}
        (folder / f"{ref}.json").write_text(json.dumps(row), "utf-8")
    flow.run(flow.Job(case.plan, case.site("riverbend"), (folder,), out), store)
    return out


@pytest.mark.parametrize("refs", [("gazette", "herald", "radio"), ("north", "south")])
def test_those_who_have_it_from_each_other_are_named_and_are_one_voice(
    case: Case, store: SqlStore, refs: tuple[str, ...]
) -> None:
    out = run(case, store, *refs)
    (loop,) = (json.loads(line) for line in (out / "loops.jsonl").read_text().splitlines())
    assert loop["accounts"] == list(refs)
    assert loop["voices"] == sorted(ACCOUNTS[ref][0] for ref in refs)
    assert loop["reason"].count("00 people") == len(refs)
    assert loop["outside"] == []
    assert [found.id for found in store.findings("riverbend").loops] == [loop["id"]]
    assessed = map(json.loads, (out / "assessments.jsonl").read_text().splitlines())
    (row,) = (row for row in assessed if row["indicator"] == "population")
    assert len(row["voices"]) == 1
    assert row["verdict"] == "single"
    (told,) = block(out / "brief.json", "circles")["rows"]
    assert told["cells"][0].replace(" and ", ", ").split(", ") == loop["voices"]
    assert len(told["sentence"]["notes"]) == len(refs)
    assert "Told in a circle" in (out / "brief.html").read_text()


def test_a_chain_that_does_not_close_is_no_circle(case: Case, store: SqlStore) -> None:
    out = run(case, store, "gazette", "radio")
    assert (out / "loops.jsonl").read_text() == ""
    assert "Told in a circle" not in (out / "brief.html").read_text()
