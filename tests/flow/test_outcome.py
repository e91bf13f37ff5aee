"""Exit codes, and what is written to files."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.made import ISSUE, accounts

from thirdhand.files import in_order, one_each, write_lines
from thirdhand.model import Issue
from thirdhand.outcome import Outcome


def issue(severity, where="a.txt"):
    return Issue(f"{severity}-{where}", "ingest", "code", severity, where, "why")


CODES = [
    # accounts, issues, code
    (3, [], 0),
    (3, ["note"], 0),
    (3, ["note", "warning"], 1),
    (3, ["error"], 1),
    (0, ["error"], 2),
    (0, [], 2),
]


@pytest.mark.parametrize(("count", "severities", "code"), CODES)
def test_exit_codes(count, severities, code):
    issues = tuple(issue(severity) for severity in severities)
    assert Outcome(issues, (), accounts=count).code == code


def test_lines_are_written_whole_or_not_at_all(tmp_path: Path):
    path = write_lines(tmp_path / "a.jsonl", [ISSUE, ISSUE])
    before = path.read_bytes()
    assert len(before.splitlines()) == 2
    with pytest.raises(TypeError):
        write_lines(path, [ISSUE, {1}])
    assert path.read_bytes() == before


def test_lines_are_utf8_without_escapes(tmp_path: Path):
    path = write_lines(tmp_path / "a.jsonl", [("مخيم",)])
    assert path.read_bytes() == '["مخيم"]\n'.encode()
    assert json.loads(path.read_text("utf-8")) == ["مخيم"]


def test_accounts_come_once_in_order_whatever_order_they_were_found_in():
    many = accounts(5)
    assert one_each([*many, *many])[0] == one_each(reversed(many))[0] == many


def test_two_accounts_of_one_name_are_both_kept_and_noted():
    one, two = accounts(2)
    kept, notes = one_each([one, replace(two, ref=one.ref)])
    assert len(kept) == 2
    assert [note.code for note in notes] == ["same-ref"]


def test_issues_come_once_by_stage_and_place():
    read = Issue("r", "read", "c", "note", "a.txt", "why")
    rows = in_order([read, issue("note", "b.txt"), issue("note"), issue("note")])
    assert [(row.stage, row.where) for row in rows] == [
        ("ingest", "a.txt"),
        ("ingest", "b.txt"),
        ("read", "a.txt"),
    ]
