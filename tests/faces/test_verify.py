"""`thirdhand verify`, as it is typed."""

import json
import sqlite3

import pytest
from tests.store.tampering import edit, past_the_guards

from thirdhand import flow


@pytest.fixture
def ran(type_in, case, folder):
    code, _, _ = type_in("run", folder, "--site", "riverbend", "-o", "out", "--by", "ann", "-q")
    assert code == 1  # an account without a date
    return case.store


def test_a_whole_store_says_so_and_prints_its_head(type_in, ran):
    code, out, err = type_in("verify")
    assert code == 0
    assert "whole: " in out
    assert ", 3 originals, " in out
    assert "flaw" not in out
    head = out.split("\nhead ")[1].split()[0]
    assert (len(head), "log: " in err) == (64, True)
    code, out, _ = type_in("verify", "--head", head, "--head", head[:12], "-q")
    assert code == 0
    assert out.count(f"note: head {head[:12]} is entry") == 2


def test_what_is_wrong_has_a_line_and_the_code_is_1(type_in, ran):
    with past_the_guards(ran) as raw:
        edit(raw, "claim")
    code, out, _ = type_in("verify", "--quiet")
    assert code == 1
    assert out.startswith("changed: claim: ")
    assert "not whole, " in out


def test_the_same_as_data(type_in, ran):
    code, out, _ = type_in("verify", "--json", "--head", "0" * 64)
    found = json.loads(out)
    assert (code, found["whole"], found["originals"]) == (1, False, 3)
    assert [(flaw["where"], flaw["kind"]) for flaw in found["flaws"]] == [("head", "missing")]
    assert dict(found["rows"])["account"] == 3


def test_many_flaws_of_one_kind_are_counted(type_in, ran):
    with past_the_guards(ran) as raw:
        raw.execute("UPDATE derived SET body = '[]'")
    _, out, _ = type_in("verify", "-q")
    assert out.count("changed: derived: riverbend") == 20
    assert "more; --json lists them" in out


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("verify", "--head", "9f2c"), "'9f2c' is too short for a head"),
        (("verify", "--store", "none.db"), "none.db: no store yet"),
    ],
)
def test_wrong_words_are_one_line(type_in, case, words, line):
    code, _, err = type_in(*words)
    assert code == 2
    assert line in err


def test_who_took_in_stands_in_the_receipt(ran):
    with sqlite3.connect(ran) as raw:
        bodies = [json.loads(body) for (body,) in raw.execute("SELECT body FROM receipt")]
    assert {row["by"] for row in bodies} == {"ann"}
    assert flow.Job.__dataclass_fields__["by"].default == ""
