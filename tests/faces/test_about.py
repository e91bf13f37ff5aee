"""`thirdhand about`: a sheet of what is lacking, to be filled in."""

import csv

import pytest


@pytest.fixture
def accounts(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    text = (
        "Report 7\nAs of 31 March 2024. Issued by OCHA on 3 April 2024.\nThe camp held 60 people."
    )
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "=b.txt").write_text("The camp held 70 people.", encoding="utf-8")
    row = '{"text": "The camp held 80.", "published": "2024-03-01", "publisher": "Wire"}'
    (folder / "whole.json").write_text(row, encoding="utf-8")
    return folder


def rows(text):
    return {row["file"]: row for row in csv.DictReader(text.splitlines())}


def test_a_line_for_each_that_lacks_a_date_or_a_publisher(type_in, accounts):
    code, out, err = type_in("about", "in")
    assert code == 0
    assert [*rows(out)] == ["./=b.txt", "a.txt"]
    assert rows(out)["a.txt"]["seen"] == "3 April 2024"
    assert rows(out)["a.txt"]["published"] == ""
    assert "keep it as in/about.csv" in err


def test_what_is_filled_in_is_used_and_stays(type_in, accounts):
    sheet = accounts / "about.csv"
    assert type_in("about", "in", "-o", "in/about.csv")[0] == 0
    filled = sheet.read_text("utf-8-sig").replace("a.txt,,", "a.txt,2024-04-03,OCHA", 1)
    sheet.write_text(filled, encoding="utf-8")
    (accounts / "new.txt").write_text("The camp held 90 people.", encoding="utf-8")
    type_in("about", "in", "-o", "in/about.csv")
    now = rows(sheet.read_text("utf-8-sig"))
    assert [*now] == ["./=b.txt", "a.txt", "new.txt"]
    assert now["a.txt"]["publisher"] == "OCHA"
    _, out, err = type_in("sources", "in")
    assert "OCHA" in out
    assert "in/a.txt: no date" not in err


def test_another_table_is_left_alone(type_in, accounts):
    (accounts / "x.csv").write_text("name,age\nJo,3\n", encoding="utf-8")
    code, _, err = type_in("about", "in", "-o", "in/x.csv")
    assert code == 2
    assert "in/x.csv: its first line has to name the columns" in err
    assert (accounts / "x.csv").read_text("utf-8") == "name,age\nJo,3\n"


def test_the_row_of_an_undated_account_says_so(type_in, accounts):
    _, _, err = type_in("sources", "in")
    assert "write its date into about.csv ('thirdhand about FOLDER -o FOLDER/about.csv'" in err


@pytest.mark.parametrize("command", ["read", "copies", "events", "sources"])
def test_a_sheet_that_is_not_there(type_in, accounts, command):
    code, _, err = type_in(command, "in", "--about", "gone.csv")
    assert code == 2
    assert "gone.csv" in err
    assert err.count("\n") == 1
