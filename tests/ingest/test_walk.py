"""The files that may be accounts."""

from pathlib import Path

import pytest

from thirdhand.ingest import walk
from thirdhand.model import Issue


def grow(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Six people")


def found(*paths: Path) -> tuple[list[str], list[Issue]]:
    rows = list(walk(paths))
    files = [row.name for row in rows if isinstance(row, Path)]
    return files, [row for row in rows if isinstance(row, Issue)]


def test_files_come_sorted_and_once(tmp_path):
    grow(tmp_path, "b.txt", "a.txt", "deep/d.txt", "deep/deeper/e.txt", "c.txt")
    files, issues = found(tmp_path / "c.txt", tmp_path / "b.txt", tmp_path / "c.txt")
    assert (files, issues) == (["b.txt", "c.txt"], [])
    assert found(tmp_path) == (["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"], [])
    assert [*walk([tmp_path])] == sorted(walk([tmp_path]))


def test_a_file_named_and_in_a_named_folder_comes_once(tmp_path):
    grow(tmp_path, "in/a.txt", "in/b.txt")
    assert found(tmp_path / "in", tmp_path / "in" / "b.txt")[0] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("name", [".hidden.txt", "~$report.docx", ".git/a.txt"])
def test_hidden_and_lock_files_are_passed_over(tmp_path, name):
    grow(tmp_path, "a.txt", name)
    assert found(tmp_path) == (["a.txt"], [])


def test_what_is_no_account_is_listed_in_one_note(tmp_path):
    grow(tmp_path, "a.txt", "case.toml", "store.db", "make.py", "README.md")
    files, (note,) = found(tmp_path)
    assert files == ["a.txt"]
    assert (note.code, note.severity, note.where) == ("passed-over", "note", str(tmp_path))
    assert "README.md, case.toml, make.py, store.db" in note.reason


def test_only_what_is_written_about_the_folder_is_passed_over_by_its_name(tmp_path):
    beside = [
        "README",
        "readme.txt",
        "License",
        "LICENCE.md",
        "changelog.rst",
        "Makefile",
        "NOTICE",
    ]
    given = [
        "Makefile.pdf",
        "Notice.pdf",
        "Notice.txt",
        "README.pdf",
        "license.docx",
        "notice.html",
    ]
    grow(tmp_path, *beside, *given)
    files, (note,) = found(tmp_path)
    assert files == given
    assert note.reason.endswith(": " + ", ".join(sorted(beside)))


def test_a_file_named_itself_is_always_given(tmp_path):
    grow(tmp_path, "case.toml", ".hidden.txt")
    assert found(tmp_path / "case.toml", tmp_path / ".hidden.txt")[0] == [
        ".hidden.txt",
        "case.toml",
    ]


def test_a_picture_in_a_folder_is_given_so_that_it_is_refused_aloud(tmp_path):
    grow(tmp_path, "a.txt", "photo.jpg")
    assert found(tmp_path) == (["a.txt", "photo.jpg"], [])


@pytest.mark.parametrize("name", ["gone", "gone.txt", "x" * 300, "a\0b"])
def test_a_path_that_is_not_there_is_one_issue(tmp_path, name):
    grow(tmp_path, "a.txt")
    files, (issue,) = found(tmp_path / name, tmp_path / "a.txt")
    assert files == ["a.txt"]
    assert (issue.code, issue.severity, issue.where) == (
        "no-such-path",
        "error",
        str(tmp_path / name).replace("\0", "\\u0000"),
    )


def test_links(tmp_path):
    """A link to a file is a file; a broken one is left to `take`; a loop is not walked."""
    grow(tmp_path, "in/a.txt")
    (tmp_path / "in" / "b.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "c.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    files, (note,) = found(tmp_path)
    assert files == ["a.txt", "b.txt", "c.txt"]
    assert note.where == str(tmp_path / "in" / "loop")


def test_a_folder_that_cannot_be_opened_is_an_issue(tmp_path, monkeypatch):
    grow(tmp_path, "a.txt")

    def barred(_self: Path) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", barred)
    files, (issue,) = found(tmp_path)
    assert (files, issue.code, issue.severity) == ([], "unreadable", "error")


def test_folders_within_folders_without_end(tmp_path):
    folder = tmp_path
    for _ in range(600):
        folder /= "d"
        folder.mkdir()
    file = folder / "a.txt"
    file.write_text("Six people")
    assert found(tmp_path) == (["a.txt"], [])
    file.unlink()
    while folder != tmp_path:  # what clears up after a test calls itself for each folder
        folder.rmdir()
        folder = folder.parent
