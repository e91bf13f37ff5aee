"""What a file states without end fills no row and no page."""

import json
import time
from pathlib import Path

import pytest
from tests.ingest.making import one
from tests.ingest.packing import PROSE, zip_of

from thirdhand.ingest import take, walk
from thirdhand.ingest.rows import LONGEST, issue
from thirdhand.model import Issue

LONG = 5_000_000


def test_a_title_and_a_publisher_without_end_are_cut_aloud(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": PROSE, "title": "x " * LONG, "publisher": "y" * 501}))
    account, issues = one(path)
    assert (account.title, account.publisher) == ("x " * 250, "y" * 500)
    assert [row.reason for row in issues if row.code == "long-field"] == [
        "its title has 10,000,000 characters: cut after 500",
        "its publisher has 501 characters: cut after 500",
    ]


def test_an_address_without_end_is_left_out(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": PROSE, "url": "https://paper.example/" + "x" * LONG}))
    account, issues = one(path)
    assert account.url is None
    assert "long-field" in {row.code for row in issues}


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("sensitivity", "s" * LONG, "bad-sensitivity"),
        ("published", "1" * LONG, "bad-date"),
        ("published", "2019 " * LONG, "bad-date"),
        ("language", "e" * LONG, "bad-language"),
        ("x" * LONG, "y", "unknown-field"),
    ],
)
def test_a_row_repeats_a_little_of_it(tmp_path, field, value, code):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": PROSE, field: value}))
    begun = time.process_time()
    account, issues = one(path)
    assert account.text == PROSE
    assert code in {row.code for row in issues}
    assert max(len(row.reason) for row in issues) < 400
    assert time.process_time() - begun < 10


def test_of_thousands_of_names_twenty_are_told(tmp_path):
    names = [f"{n:04d}.css" for n in range(3_000)]
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / "z.zip").write_bytes(zip_of(("a.txt", PROSE), *((name, "x") for name in names)))
    (note,) = (row for row in walk([tmp_path]) if isinstance(row, Issue))
    (inner,) = (
        i for row in take(tmp_path / "z.zip") for i in row.issues if i.code == "passed-over"
    )
    for row in (note, inner):
        assert row.reason.endswith("0018.css, 0019.css and 2,980 more")


def test_no_row_is_longer_whatever_it_quotes():
    row = issue(Path("a"), "code", "note", "x " * LONG)
    assert len(row.reason) < LONGEST + 100
