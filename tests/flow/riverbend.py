"""A made-up site with a few accounts of it, and a store."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from thirdhand.case import Case, open_case
from thirdhand.store import SqlStore

CASE = """
[case]
name = "Riverbend watch"

[[site]]
id = "riverbend"
name = "Riverbend"
kind = "camp"
aliases = ["Riverbend camp"]
country = "NE"
point = [13.31, 12.61]

[[plan]]
kind = "figure"
indicator = "population"
label = "People living in the camp"
unit = "people"
cadence = "month"

[[plan]]
kind = "incident"
indicator = "fire"
label = "Fires"
cadence = "month"

[[source]]
name = "UNHCR"
type = "agency"
grade = "B"
"""

COUNT = "UNHCR said on 5 March 2021 that 12,400 people live in Riverbend camp."
OTHER = "About 15,000 people live in the Riverbend camp, the mayor of Lowtown said on 9 March 2021."
FIRE = "A fire broke out in the Riverbend camp on 7 March 2021 and destroyed 40 tents."


@pytest.fixture
def case(tmp_path: Path) -> Case:
    (tmp_path / "case.toml").write_text(CASE, "utf-8")
    return open_case(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three accounts in two formats."""
    accounts = tmp_path / "accounts"
    accounts.mkdir()
    (accounts / "count.txt").write_text(COUNT, "utf-8")
    rows = {
        "other": {"publisher": "Lowtown Gazette", "published": "2021-03-10", "text": OTHER},
        "fire": {"publisher": "Delta Radio", "published": "2021-03-08", "text": FIRE},
    }
    for name, row in rows.items():
        (accounts / f"{name}.json").write_text(json.dumps({"title": name, **row}), "utf-8")
    return accounts


@pytest.fixture
def store() -> Iterator[SqlStore]:
    with SqlStore.open(":memory:") as store:
        yield store
