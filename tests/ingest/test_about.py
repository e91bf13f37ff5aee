"""Sheets that tell of single files: which account is told what, and what a wrong line costs."""

import zipfile
from dataclasses import replace

import pytest

from thirdhand.ingest import Heeded, Intake, Limits, Told, tellings, walk


@pytest.fixture
def folder(tmp_path):
    """Two notes, one in a folder below, and a ZIP of two."""
    folder = tmp_path / "in"
    (folder / "field").mkdir(parents=True)
    (folder / "a.txt").write_text("The camp held 60 people.", encoding="utf-8")
    (folder / "field" / "b.txt").write_text("The camp held 70 people.", encoding="utf-8")
    with zipfile.ZipFile(folder / "c.zip", "w") as packed:
        packed.writestr("1.txt", "The camp held 80 people.")
        packed.writestr("2.txt", "The camp held 90 people.")
    return folder


def taken(folder, told=Told(), paths=None):  # noqa: B008
    """Accounts by their path below the folder, and the rows on sheets: (severity, reason)."""
    paths = paths or [folder]
    about = tellings(paths, told, Limits())
    heeded, accounts = Heeded(about), {}
    with Intake(about) as intake:
        for found in intake.take(walk(paths)):
            heeded.see(found)
            if found.account:
                accounts[found.account.path.removeprefix(f"{folder}/")] = found.account
    rows = [(row.severity, row.reason) for row in (*about.issues, *heeded.rows())]
    return accounts, rows


def sheet(folder, *lines, name="about.csv", encoding="utf-8"):
    path = folder / name
    path.write_text("\n".join(lines), encoding=encoding)
    return path


def test_a_sheet_in_the_folder_dates_and_names_single_files(folder):
    sheet(
        folder,
        "file,published,publisher,title,url,language,sensitivity",
        "a.txt,3 April 2024,OCHA,Report 7,https://ocha.example/7,en,restricted",
        "field/b.txt,2024-05,,,,,",
    )
    accounts, rows = taken(folder)
    a, b = accounts["a.txt"], accounts["field/b.txt"]
    assert (a.published, a.date_basis, a.publisher, a.title) == (
        "2024-04-03",
        "given",
        "OCHA",
        "Report 7",
    )
    assert (a.url, a.language, a.sensitivity) == ("https://ocha.example/7", "en", "restricted")
    assert (b.published, b.publisher, b.sensitivity) == ("2024-05", None, "public")
    assert rows == [("note", "this sheet was used: it tells of 2 accounts")]


def test_parts_and_patterns(folder):
    sheet(folder, "file,published,publisher", "c.zip/*,2024-03,Wire", "c.zip/2.txt,2024-04,")
    accounts, rows = taken(folder)
    assert accounts["c.zip/1.txt"].published == "2024-03"
    second = accounts["c.zip/2.txt"]  # its own line has the first say, wherever it stands
    assert (second.published, second.publisher) == ("2024-04", "Wire")
    assert rows == [("note", "this sheet was used: it tells of 2 accounts")]


def test_a_name_with_the_marks_of_a_pattern_is_a_name_too(folder):
    (folder / "report[1].txt").write_text("The camp held 50 people.", encoding="utf-8")
    sheet(folder, "file,published", "report[1].txt,2024")
    accounts, rows = taken(folder)
    assert accounts["report[1].txt"].published == "2024"
    assert [row[0] for row in rows] == ["note"]


def test_the_command_line_outranks_a_sheet_and_a_named_sheet_one_that_lies_there(folder, tmp_path):
    sheet(folder, "file,published,publisher,title", "a.txt,2021,lying,lying")
    told = sheet(tmp_path, "file,published,publisher", "in/a.txt,2022,named", name="x.csv")
    accounts, _ = taken(folder, Told("2023", about=told))
    a = accounts["a.txt"]
    assert (a.published, a.publisher, a.title) == ("2023", "named", "lying")


def test_the_sheet_that_lies_nearer_has_the_first_say(folder):
    sheet(folder, "file,published,publisher", "*,2021,Far")
    sheet(folder / "field", "file,published", "b.txt,2022")
    accounts, _ = taken(folder)
    b = accounts["field/b.txt"]
    assert (b.published, b.publisher) == ("2022", "Far")


@pytest.mark.parametrize(
    ("told", "sealed"), [("public", "restricted"), ("confidential", "confidential")]
)
def test_no_command_opens_what_a_sheet_seals(folder, told, sealed):
    sheet(folder, "file,sensitivity", "a.txt,Restricted")
    accounts, _ = taken(folder, Told(sensitivity=told))
    assert accounts["a.txt"].sensitivity == sealed


@pytest.mark.parametrize(
    ("lines", "row"),
    [
        (["file,publised", "a.txt,2024"], "line 1: no column is called 'publised'"),
        (["file,published", "", "x.txt,2024"], "line 3: there is no file 'x.txt'"),
        (["file,published", "x*,2024"], "line 2: no file here fits 'x*'"),
        (["file,published", "c.zip,2024"], "line 2: 'c.zip' only holds others: write 'c.zip/*'"),
        (["file,published", "c.zip/3.txt,2024"], "line 2: there is no file 'c.zip/3.txt'"),
        (["file,published", "a.txt,5/6/2024"], "line 2: '5/6/2024' can be two dates"),
        (["file,published", "a.txt,soon"], "line 2: 'soon' is no date"),
        (["file,language", "a.txt,English"], "line 2: 'English' is no language code"),
        (["file,sensitivity", "a.txt,secret"], "line 2: 'secret' is no sensitivity"),
        (["file,published", ",2024"], "line 2: names no file"),
        (["file,title", "a.txt,Fire, flood"], "line 2: has more cells than the header"),
        (["file,file", "a.txt,a.txt"], "line 1: two columns are called 'file'"),
    ],
)
def test_a_wrong_line_is_one_row_that_names_it(folder, lines, row):
    sheet(folder, *lines)
    accounts, rows = taken(folder)
    (told,) = [reason for severity, reason in rows if severity == "warning"]
    assert told.startswith(row)
    assert len(accounts) == 4


def test_what_cannot_be_read_of_a_seal_is_sealed(folder):
    sheet(folder, "file,sensitivity", "a.txt,secret")
    assert taken(folder)[0]["a.txt"].sensitivity == "confidential"


@pytest.mark.parametrize(
    ("lines", "encoding", "reason"),
    [
        (["name,age", "Jo,3"], "utf-8", "its first line has to name the columns: file, published"),
        ([""], "utf-8", "the sheet is not used: the file is empty (0 bytes); get it again"),
        (["file,publisher", "a.txt,Méteo"], "latin-1", 'no UTF-8: save it as "CSV UTF-8"'),
        (["file,title", 'a.txt,"open'], "utf-8", "line 2: no CSV that can be read"),
    ],
)
def test_what_is_no_sheet_is_one_error(folder, lines, encoding, reason):
    sheet(folder, *lines, encoding=encoding)
    accounts, ((severity, told),) = taken(folder)
    assert severity == "error"
    assert told.startswith(reason)
    assert len(accounts) == 4


def test_as_a_spreadsheet_saves_it(folder):
    sheet(folder, "File;Published;seen;", "a.txt;2024-04-03;3 April;", ";;;", encoding="utf-8-sig")
    accounts, rows = taken(folder)
    assert accounts["a.txt"].published == "2024-04-03"
    assert [row[0] for row in rows] == ["note"]


def test_files_that_are_not_asked_for_this_time_are_no_fault(folder):
    told = sheet(folder, "file,published", "a.txt,2024", "field/b.txt,2024", "c.zip/1.txt,2024")
    accounts, rows = taken(folder, Told(about=told), [folder / "a.txt"])
    assert accounts["a.txt"].published == "2024"
    assert rows == [("note", "this sheet was used: it tells of 1 account")]


def test_a_sheet_named_among_the_files_is_a_sheet(folder):
    sheet(folder, "file,published", "a.txt,2024")
    accounts, _ = taken(folder, paths=[folder / "a.txt", folder / "about.csv"])
    assert accounts["a.txt"].published == "2024"


def test_a_sheet_is_found_from_anywhere(folder, monkeypatch):
    sheet(folder, "file,published", "./a.txt,2024")
    monkeypatch.chdir(folder / "field")
    accounts, _ = taken(folder, paths=[folder.relative_to(folder) / ".."])
    assert accounts["../a.txt"].published == "2024"


def test_processes_apart_know_the_sheet(folder):
    (folder / "p.html").write_text(
        "<html><body><p>" + "The camp held 60 people. " * 20 + "</p></body></html>",
        encoding="utf-8",
    )
    sheet(folder, "file,published", "p.html,2024-02")
    assert taken(folder)[0]["p.html"].published == "2024-02"


def test_nobody_told_is_as_before(folder):
    accounts, rows = taken(folder)
    assert rows == []
    assert accounts["a.txt"] == replace(accounts["a.txt"], published=None, publisher=None)
