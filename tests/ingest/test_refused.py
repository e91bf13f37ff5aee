"""Bad input: one issue, a plain reason, no account."""

import os
from pathlib import Path

import pytest
from tests.ingest.making import PICTURES, Put, column, one, pdf

from thirdhand.ingest import Limits

FIXTURES = Path(__file__).parent / "fixtures"
WHOLE = pdf(column("Six people were killed on Monday.", "Officials said so."))
NOISE = bytes(range(256)) * 4

BAD = [
    # what, file name, bytes, code, words of the reason
    ("empty", "a.txt", b"", "empty-file", "empty"),
    ("empty PDF", "a.pdf", b"", "empty-file", "empty"),
    ("white space", "a.txt", b" \r\n\t\n", "blank-file", "white space"),
    ("white space in a record", "a.json", b'{"text": " "}', "blank-file", "white space"),
    ("a binary file", "a.txt", NOISE, "binary-file", "not a text file"),
    ("a zip file", "a.docx", b"PK\x03\x04....", "damaged-zip", "get it again"),
    ("an unknown type", "a.xyz", b"Six people", "unknown-type", ".txt, .json, .html"),
    ("no suffix", "a", b"Six people", "unknown-type", ".txt, .json, .html"),
    ("a PDF cut in half", "a.pdf", WHOLE[: len(WHOLE) // 2], "damaged-pdf", "cut short"),
    ("a PDF without its end", "a.pdf", WHOLE[:-8], "damaged-pdf", "cut short"),
    ("a PDF with only its ends", "a.pdf", b"%PDF-1.7\n%%EOF", "damaged-pdf", "damaged"),
    ("a text named .pdf", "a.pdf", b"Six people", "damaged-pdf", "get the file again"),
    ("a PDF without text", "a.pdf", pdf([]), "no-text-layer", "OCR"),
    ("a web page without an article", "a.html", b"<html></html>", "no-article", "no running text"),
    ("broken JSON", "a.json", b'{"text": "Six', "broken-json", "line 1 column 10"),
    ("deep JSON", "a.json", b"[" * 100_000, "broken-json", "too deep"),
    ("a list of records", "a.json", b'[{"text": "x"}]', "wrong-shape", "a list"),
    ("no text field", "a.json", b'{"title": "x"}', "wrong-shape", '"text" is missing'),
    ("text is null", "a.json", b'{"text": null}', "wrong-shape", '"text" is null'),
    (
        "title is a number",
        "a.json",
        b'{"text": "x", "title": 3}',
        "wrong-shape",
        '"title" is a num',
    ),
    ("url is a list", "a.json", b'{"text": "x", "url": []}', "wrong-shape", '"url" is a list'),
]


def refusal(path: Path, limits: Limits = Limits()):  # noqa: B008
    """The one issue of a file that gives no account."""
    account, issues = one(path, limits=limits)
    assert account is None
    (row,) = issues
    assert (row.stage, row.severity, row.where) == ("ingest", "error", str(path))
    assert "\n" not in row.reason
    return row


@pytest.mark.parametrize(("what", "name", "data", "code", "words"), BAD)
def test_one_issue_and_no_account(tmp_path, what, name, data, code, words):
    path = tmp_path / name
    path.write_bytes(data)
    row = refusal(path)
    assert row.code == code, what
    assert words in row.reason


@pytest.mark.parametrize("name", ["a.txt", "a.jpg", "a.pdf", "a"])
@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_a_picture_whatever_its_name(tmp_path, kind, name):
    path = tmp_path / name
    path.write_bytes(PICTURES[kind])
    assert refusal(path).code == "damaged-picture"


def test_a_locked_pdf():
    row = refusal(FIXTURES / "locked.pdf")
    assert (row.code, "password" in row.reason) == ("locked-pdf", True)


def test_a_pdf_that_anyone_may_read_is_not_locked():
    account, _ = one(FIXTURES / "guarded.pdf")
    assert account is not None
    assert account.text == "Anyone can read this line."


def test_a_file_of_50_mb_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)  # a sparse file: 50 MB that take no room
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the file was read"))
    row = refusal(path)
    assert row.code == "too-large"
    assert "50.0 MB" in row.reason


@pytest.mark.parametrize(
    ("name", "data", "limits", "code"),
    [
        ("a.txt", b"Six people", Limits(max_bytes=9), "too-large"),
        ("a.txt", b"Six people", Limits(max_characters=9), "too-long"),
        (
            "a.html",
            b"<html><p>Six people were killed.</p></html>",
            Limits(max_tags=3),
            "too-many-tags",
        ),
        ("a.pdf", pdf(*[[Put("Six", 700)]] * 3), Limits(max_pages=2), "too-many-pages"),
    ],
)
def test_limits_are_settings(tmp_path, name, data, limits, code):
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal(path, limits).code == code
    assert one(path)[0] is not None


def test_a_broken_link(tmp_path):
    path = tmp_path / "a.txt"
    path.symlink_to(tmp_path / "gone.txt")
    assert refusal(path).code == "broken-link"


def test_a_link_to_itself(tmp_path):
    path = tmp_path / "a.txt"
    path.symlink_to(path)
    assert refusal(path).code == "unreadable"


def test_a_missing_file(tmp_path):
    assert refusal(tmp_path / "gone.txt").code == "no-such-path"


def test_a_folder(tmp_path):
    assert refusal(tmp_path).code == "not-a-file"


def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    assert refusal(path).code == "not-a-file"


def test_no_permission(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("Six people")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read all: the refusal is put in its place

        def barred(_self: Path) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", barred)
    row = refusal(path)
    assert (row.code, "permission" in row.reason) == ("unreadable", True)


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "a\0b.txt"])
def test_a_name_that_no_file_can_have(tmp_path, name):
    account, issues = one(tmp_path / name)
    assert account is None
    assert [row.code for row in issues] == ["unreadable"]
