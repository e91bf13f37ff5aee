"""Archives made to hurt: each is one row, and what is sound beside it is taken in."""

# ruff: noqa: E501 - a table of cases keeps one case a line

import gzip
import io
import struct
import time
import zipfile
from pathlib import Path

import pytest
from tests.ingest.packing import PROSE, STORY, mail, mbox, warc, zip_of

from thirdhand.ingest import Intake, Limits, take

ZEROS = bytes(5_000_000)


def taken(folder: Path, name: str, data: bytes, **limits: int) -> tuple[list[str], list]:
    """The refs of the accounts, and the errors."""
    path = folder / name
    path.write_bytes(data)
    rows = list(take(path, limits=Limits(**limits)))
    issues = [i for row in rows for i in row.issues if i.severity == "error"]
    for row in issues:
        assert "\n" not in row.reason
        assert row.where.startswith(str(path))
    return [row.account.ref for row in rows if row.account], issues


def refused(folder: Path, name: str, data: bytes, **limits: int) -> tuple[list[str], str, str]:
    """The refs of the accounts, and of the one error its code and the end of its place."""
    refs, (row,) = taken(folder, name, data, **limits)
    return refs, row.code, row.where.removeprefix(f"{folder}/")


def locked(data: bytes, name: bytes) -> bytes:
    """A ZIP whose file of this name says that a password locks it."""
    out = bytearray(data)
    for mark, flags, length, start in ((b"PK\x03\x04", 6, 26, 30), (b"PK\x01\x02", 8, 28, 46)):
        at = -1
        while (at := out.find(mark, at + 1)) >= 0:
            size = int.from_bytes(out[at + length : at + length + 2], "little")
            if out[at + start : at + start + size] == name:
                out[at + flags] |= 1
    return bytes(out)


def overlapping(times: int) -> bytes:
    """A ZIP whose list names the same packed bytes again and again."""
    data = zip_of(("a.txt", PROSE * 200))
    head, rest = data.split(b"PK\x01\x02", 1)
    entry, end = b"PK\x01\x02" + rest.split(b"PK\x05\x06")[0], b"PK\x05\x06"
    size = len(entry) * times
    return head + entry * times + end + struct.pack(
        "<HHHHIIH", 0, 0, times, times, size, len(head), 0
    )  # fmt: skip


@pytest.mark.parametrize(
    ("what", "name", "data", "code", "where"),
    [
        ("a zip of zeros", "a.zip", zip_of(("a.txt", PROSE), ("b.txt", ZEROS)), "zip-bomb", "/b.txt"),
        ("gzip of zeros", "a.txt.gz", gzip.compress(ZEROS), "zip-bomb", ""),
        ("a bomb in a zip", "a.zip", zip_of(("b.zip", zip_of(("c.txt", ZEROS)))), "zip-bomb", "/b.zip/c.txt"),
        ("one file named again", "a.zip", overlapping(40), "zip-bomb", ""),
        ("a way out", "a.zip", zip_of(("a.txt", PROSE), ("../../etc/cron.txt", PROSE)), "unsafe-name", "/../../etc/cron.txt"),
        ("from the root", "a.zip", zip_of(("/etc/cron.txt", PROSE), ("a.txt", PROSE)), "unsafe-name", "//etc/cron.txt"),
        ("a drive", "a.zip", zip_of(("C:\\cron.txt", PROSE), ("a.txt", PROSE)), "unsafe-name", "/C:\\cron.txt"),
        ("a password", "a.zip", locked(zip_of(("a.txt", PROSE), ("b.txt", PROSE)), b"b.txt"), "locked-part", "/b.txt"),
        ("cut short", "a.zip", zip_of(("a.txt", PROSE))[:-30], "damaged-zip", ""),
        ("nothing in it", "a.zip", zip_of(), "empty-archive", ""),
        ("gzip cut short", "a.txt.gz", gzip.compress(PROSE.encode())[:-20], "damaged-archive", ""),
        ("no gzip", "a.gz", PROSE.encode(), "damaged-archive", ""),
        ("no mailbox", "a.mbox", PROSE.encode(), "not-mail", ""),
        ("no mail", "a.eml", PROSE.encode(), "not-mail", ""),
        ("a mail that is locked", "a.eml", b"From: a@b.example\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n", "locked-mail", ""),
        ("a web archive cut short", "a.warc.gz", warc(("https://p.example/", "text/html", STORY.encode()))[:-40], "damaged-part", "/1.html"),
    ],
)  # fmt: skip
def test_one_row(tmp_path, what, name, data, code, where):
    refs, found, place = refused(tmp_path, name, data)
    assert (found, place) == (code, f"{name}{where}"), what
    assert refs in ([], ["a/a"])


def test_a_link_in_a_zip_is_not_followed(tmp_path):
    link = zipfile.ZipInfo("passwords.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    data = zip_of((link, "/etc/passwd"), ("a.txt", PROSE))
    assert refused(tmp_path, "a.zip", data) == (["a/a"], "link-in-archive", "a.zip/passwords.txt")


def test_a_damaged_file_in_a_zip_takes_no_other_with_it(tmp_path):
    data = bytearray(zip_of(("a.txt", PROSE), ("b.txt", PROSE)))
    data[data.index(b"a.txt") + 8] ^= 0xFF
    assert refused(tmp_path, "a.zip", bytes(data)) == (["a/b"], "damaged-part", "a.zip/a.txt")


def test_a_size_that_lies_unpacks_no_more_than_it_says(tmp_path):
    data = bytearray(zip_of(("a.txt", ZEROS)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(mark) + at
        data[place : place + 4] = (1_000).to_bytes(4, "little")
    assert refused(tmp_path, "a.zip", bytes(data))[1] == "damaged-part"


def test_the_sizes_of_all_parts_are_added_up_at_any_depth(tmp_path):
    inner = zip_of(*((f"{n}.txt", f"{PROSE} {n}" * 20) for n in range(5)))
    outer = zip_of(*((f"{n}.zip", inner) for n in range(5)))
    refs, code, where = refused(tmp_path, "a.zip", outer, max_archive=15_000)
    assert 5 <= len(refs) < 15
    assert (code, where) == ("zip-bomb", "a.zip")


@pytest.mark.parametrize("kind", ["zip", "mbox"])
def test_parts_are_counted(tmp_path, kind):
    many = [f"{n} people" for n in range(9)]
    data = {
        "zip": zip_of(*((f"{n}.txt", text) for n, text in enumerate(many))),
        "mbox": mbox(*(mail(text).as_bytes() for text in many)),
    }[kind]
    refs, code, where = refused(tmp_path, f"a.{kind}", data, max_parts=5)
    assert (code, where) == ("too-many-parts", f"a.{kind}")
    assert len(refs) == (0 if kind == "zip" else 5)


def test_files_lie_only_so_deep_in_one_another(tmp_path):
    data = PROSE.encode()
    for n in range(8):
        data = zip_of(("a.txt" if n == 0 else f"{n}.zip", data))
    refs, code, where = refused(tmp_path, "a.zip", data)
    assert (refs, code, where) == ([], "too-deep", "a.zip/7.zip/6.zip/5.zip/4.zip")
    assert taken(tmp_path, "a.zip", data, max_depth=9)[1] == []


def test_mails_lie_only_so_deep_in_one_another(tmp_path):
    letter = mail("Six people.")
    for _ in range(30):
        outer = mail("See below.")
        outer.add_attachment(letter)
        letter = outer
    refs, code, _ = refused(tmp_path, "a.eml", letter.as_bytes())
    assert (len(refs), code) == (5, "too-deep")


def test_a_mail_of_endless_parts_within_parts(tmp_path):
    heads = "".join(f"Content-Type: multipart/mixed; boundary={n}\n\n--{n}\n" for n in range(5_000))
    refs, code, _ = refused(tmp_path, "a.eml", f"From: a@b.example\n{heads}".encode())
    assert (refs, code) == ([], "damaged-mail")


def test_a_head_that_takes_for_ever_is_cut(tmp_path):
    endless = b"Content-Type: text/plain; a=b" + b"; a*0*=b" * 200_000
    begun = time.process_time()
    refs, errors = taken(tmp_path, "a.eml", b"From: a@b.example\n" + endless + b"\n\nSix people.")
    assert (refs, errors) == (["a"], [])
    assert time.process_time() - begun < 10  # whole, it would take hours


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("report\u202etxt.exe.txt", "report\\u202etxt.exe.txt"),
        ("a\0.txt", "a\\u0000.txt"),
        ("a\nb\x1b[31m.txt", "a\\u000ab\\u001b[31m.txt"),
        ("\u2066a\u2069.txt", "\\u2066a\\u2069.txt"),
    ],
)
def test_names_that_hide_what_they_are_are_shown_as_they_are(tmp_path, name, seen):
    data = zip_of((name.replace("\0", "0"), PROSE)).replace(b"a0.txt", b"a\0.txt")
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    (account,) = (row.account for row in take(path) if row.account)
    assert (account.path, account.ref) == (f"{path}/{seen}", f"a/{seen.removesuffix('.txt')}")


def test_attachments_whose_names_lead_elsewhere_lose_their_folders(tmp_path):
    letter = mail(files=[("../../a.txt", b"Six."), ("C:\\x\\b.txt", b"Seven."), ("..", b"Eight.")])
    refs, _ = taken(tmp_path, "m.eml", letter.as_bytes())
    assert refs == ["m", "m/a", "m/b"]


@pytest.mark.parametrize("suffix", ["html", "xhtml"])
def test_entities_of_a_page_grow_nothing_and_fetch_nothing(tmp_path, suffix):
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP SECRET")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    page = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "laugh">'
        f'{laughs}<!ENTITY xxe SYSTEM "file://{secret}">]>'
        f"{STORY.replace('Aid workers', '&l9; &xxe; Aid workers')}"
    )
    path = tmp_path / f"a.{suffix}"
    path.write_text(page)
    for row in take(path):
        assert row.account is None or len(row.account.text) < 1_000
        assert "SECRET" not in str(row.account)


def test_a_page_of_200_mb_is_not_read(tmp_path):
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.write(STORY.encode())
        file.truncate(200_000_000)  # a sparse file
    assert [i.code for row in take(path) for i in row.issues] == ["too-large"]


def test_a_page_of_20_mb_is_a_row_and_not_a_wait(tmp_path):
    (tmp_path / "a.html").write_text("<html><body>" + "<div><p>Six</p>" * 1_300_000)
    (tmp_path / "b.html").write_text("<html><body><p>" + "Six people. " * 1_700_000)
    (tmp_path / "c.html").write_text(STORY)
    with Intake(limits=Limits(max_seconds=20)) as intake:
        rows = list(intake.take(sorted(tmp_path.iterdir())))
    assert [row.account.ref for row in rows if row.account] == ["c"]
    first, *_ = (i.code for row in rows for i in row.issues if i.severity == "error")
    assert first == "too-many-tags"


def test_a_mail_too_large_for_one_account_takes_no_other_with_it(tmp_path):
    letters = [mail("Six."), mail("x" * 3_000_000), mail("Seven.")]
    data = mbox(*(letter.as_bytes() for letter in letters))
    refs, code, where = refused(tmp_path, "a.mbox", data, max_bytes=1_000_000)
    assert (refs, code, where) == (["a/1", "a/3"], "too-large", "a.mbox/2")


def test_a_container_may_be_larger_than_an_account_but_not_endless(tmp_path):
    data = mbox(*(mail(f"{n} people. {'x' * 500}").as_bytes() for n in range(20)))
    assert len(taken(tmp_path, "a.mbox", data, max_bytes=2_000)[0]) == 20
    assert refused(tmp_path, "a.mbox", data, max_bytes=2_000, max_container=9_000)[1] == "too-large"


def test_a_page_in_a_web_archive_that_grows(tmp_path):
    data = warc(
        ("https://p.example/", "text/plain", ZEROS),
        ("https://p.example/2", "text/plain", PROSE.encode()),
    )
    refs, code, where = refused(tmp_path, "a.warc.gz", data, max_bytes=1_000_000)
    assert (refs, code, where) == (["a.warc/2"], "too-large", "a.warc.gz/1.txt")


def test_what_is_packed_in_a_way_nobody_knows(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", PROSE)
    data = bytearray(out.getvalue())
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + at] = 97
    assert refused(tmp_path, "a.zip", bytes(data))[1] == "unknown-packing"


def test_a_file_without_a_name(tmp_path):
    nameless = zipfile.ZipInfo("x")
    nameless.filename = ""
    data = zip_of((nameless, PROSE), ("a.txt", PROSE))
    assert refused(tmp_path, "a.zip", data) == (["a/a"], "unknown-type", "a.zip/.")
