"""What lies in other files: each part is an account, and says where it came from."""

# ruff: noqa: E501 - a table of cases keeps one case a line

import gzip
import hashlib
import json
from pathlib import Path

import pytest
from tests.ingest.making import column, pdf
from tests.ingest.packing import PROSE, STORY, mail, mbox, saved, warc, zip_of

from thirdhand.ingest import Taken, take

FORM = pdf(column(PROSE))
RECORD = json.dumps({"text": PROSE, "published": "2019-08-12", "publisher": "paper.example"})

# Told of every mail, or of every file that came with one.
QUIET = ("no-date", "mail-restricted")


def taken(folder: Path, name: str, data: bytes) -> list[Taken]:
    """All that comes of a file, its path shown from the folder on."""
    path = folder / name
    path.write_bytes(data)
    return list(take(path))


def accounts(rows: list[Taken]) -> list:
    return [row.account for row in rows if row.account]


def codes(rows: list[Taken]) -> list[tuple[str, str]]:
    """Where something was wrong, the last part of the path, and what."""
    return [(Path(i.where).name, i.code) for row in rows for i in row.issues if i.code not in QUIET]


def test_a_zip_gives_itself_and_then_its_files(tmp_path):
    data = zip_of(("in/a.txt", PROSE), ("b.json", RECORD), ("in/form.pdf", FORM))
    whole, text, record, form = taken(tmp_path, "docs.zip", data)
    assert whole.account is None
    assert whole.original.id == hashlib.sha256(data).hexdigest()
    assert [row.account.ref for row in (text, record, form)] == [
        "docs/in/a",
        "docs/b",
        "docs/in/form",
    ]
    assert text.account.path == str(tmp_path / "docs.zip/in/a.txt")
    assert text.account.text == record.account.text == form.account.text == PROSE
    assert record.account.published == "2019-08-12"
    for row in (text, record, form):
        assert row.original.within == whole.original.id
        assert row.original.id == row.account.id == hashlib.sha256(row.original.source).hexdigest()


def test_a_file_without_a_name_is_read(tmp_path):
    path = tmp_path / "docs.zip"
    path.write_bytes(zip_of(("a.txt", PROSE)).replace(b"a.txt", b"\0.txt"))
    _, part = take(path)
    assert part.account is not None
    assert part.account.text == PROSE


def test_what_stands_beside_accounts_in_a_zip_is_one_note(tmp_path):
    data = zip_of(
        ("a.txt", PROSE), ("style.css", "x"), ("README.md", "x"), ("__MACOSX/._a.txt", "x"),
        (".git/b.txt", "x"),
    )  # fmt: skip
    rows = taken(tmp_path, "docs.zip", data)
    assert [a.ref for a in accounts(rows)] == ["docs/a"]
    (note,) = (i for row in rows for i in row.issues if i.code == "passed-over")
    assert (note.severity, note.reason[-20:]) == ("note", "README.md, style.css")


def test_names_in_a_zip_that_are_utf8_and_do_not_say_so(tmp_path):
    name = "تقرير.txt"
    data = bytearray(zip_of((name, PROSE)))
    flag = 0x800
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(mark) + at
        bits = int.from_bytes(data[place : place + 2], "little") & ~flag
        data[place : place + 2] = bits.to_bytes(2, "little")
    (account,) = accounts(taken(tmp_path, "docs.zip", bytes(data)))
    assert account.ref == "docs/تقرير"


def test_a_gzip_is_the_one_file_in_it(tmp_path):
    rows = taken(tmp_path, "a.txt.gz", gzip.compress(PROSE.encode()))
    (account,) = accounts(rows)
    assert account.path == str(tmp_path / "a.txt.gz/a.txt")
    assert account.id == hashlib.sha256(PROSE.encode()).hexdigest()


def test_a_mail_is_an_account_and_so_is_what_came_with_it(tmp_path):
    data = mail(files=[("form.pdf", FORM), ("note.txt", b"Seven people were killed there.")])
    letter, form, note = taken(tmp_path, "monday.eml", data.as_bytes())
    told = letter.account
    assert (told.title, told.text) == ("Situation on Monday", PROSE)
    assert (told.published, told.date_basis) == ("2019-08-12", "stated")
    assert (form.account.ref, form.account.text) == ("monday/form", PROSE)
    assert form.account.published is None  # the day of the mail is not that of the form
    (undated,) = (i.reason for i in form.issues if i.code == "no-date")
    assert "it was sent on 2019-08-12, so it was published no later" in undated
    assert note.account.path == str(tmp_path / "monday.eml/note.txt")
    assert form.original.within == letter.original.id


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Jane Roe <jane.roe@field.relief.example>", "relief.example"),
        ("jane@relief.example", "relief.example"),
        ("Press Office <press@ministry.gov.xx>", "ministry.gov.xx"),
        ("Jane Roe <jane.roe@gmail.com>", None),
        ("jane@yahoo.co.uk", None),
        ("Jane Roe", None),
        ("jane@[10.0.0.1]", None),
        ("jane@localhost", None),
    ],
)
def test_who_writes_for_an_organisation_and_who_for_nobody(tmp_path, sender, publisher):
    (account,) = accounts(taken(tmp_path, "a.eml", mail(sender=sender).as_bytes()))
    assert account.publisher == publisher
    kept = f"{account.text}{account.title}{account.publisher}{account.url}".casefold()
    assert "jane" not in kept


def test_forwarded_words_stand_as_they_are(tmp_path):
    words = f"See below.\n\n---- Forwarded message ----\nFrom: Office <o@x.example>\n\n> {PROSE}"
    (account,) = accounts(taken(tmp_path, "a.eml", mail(words).as_bytes()))
    assert account.text == words


FRENCH = "Six personnes ont été tuées lundi à l'hôpital, selon des responsables."
ARABIC = "قتل ستة أشخاص يوم الاثنين، قال مسؤولون في المخيم"


@pytest.mark.parametrize(
    ("what", "head", "body", "text", "note"),
    [
        ("as stated", "text/plain; charset=windows-1256", ARABIC.encode("cp1256"), ARABIC, None),
        ("in seven bits", "text/plain; charset=iso-2022-jp", "六人".encode("iso2022_jp"), "六人", None),
        ("stated wrong", "text/plain; charset=us-ascii", ARABIC.encode(), ARABIC, None),
        ("unknown", "text/plain; charset=x-unknown", ARABIC.encode(), ARABIC, None),
        ("nothing stated", "text/plain", FRENCH.encode("cp1252"), FRENCH, "wrong-encoding"),
        ("zero bytes", "text/plain; charset=utf-8", b"Six\0people", "Six\0people", "nul-characters"),
    ],
)  # fmt: skip
def test_words_of_a_mail_in_any_encoding(tmp_path, what, head, body, text, note):
    data = b"From: a@relief.example\r\nSubject: =?windows-1256?Q?=DE=CA=E1?=\r\n"
    data += f"MIME-Version: 1.0\r\nContent-Type: {head}\r\n\r\n".encode() + body + b"\r\n"
    (row,) = taken(tmp_path, "a.eml", data)
    assert (row.account.text, row.account.title) == (text, "قتل"), what
    found = {issue.code for issue in row.issues} & {"wrong-encoding", "nul-characters"}
    assert found == ({note} if note else set())


def test_a_file_of_a_mail_is_what_the_mail_says_where_nothing_else_tells(tmp_path):
    letter = mail()
    letter.add_attachment(ARABIC, charset="windows-1256", filename="notes")
    letter.add_attachment(ARABIC, charset="windows-1256", filename="notes.txt")
    assert [a.text.strip() for a in accounts(taken(tmp_path, "a.eml", letter.as_bytes()))] == [
        PROSE,
        ARABIC,
        ARABIC,
    ]


def test_a_mail_within_a_mail(tmp_path):
    outer = mail("See what I got.")
    outer.add_attachment(mail(files=[("form.pdf", FORM)]))
    rows = accounts(taken(tmp_path, "fwd.eml", outer.as_bytes()))
    assert [row.ref for row in rows] == ["fwd", "fwd/1", "fwd/1/form"]
    assert rows[1].text == PROSE


def test_a_mail_in_html_is_its_words_and_not_said_twice(tmp_path):
    letter = mail()
    letter.add_alternative("<p>Another way to <b>say</b> it</p>", "html")
    assert [a.text for a in accounts(taken(tmp_path, "a.eml", letter.as_bytes()))] == [PROSE]
    letter = mail(None)
    letter.set_content(
        "<html><head><style>p</style></head><p>Six <b>people</b><br>were&nbsp;killed.<td>9</html>",
        "html",
    )
    (account,) = accounts(taken(tmp_path, "b.eml", letter.as_bytes()))
    assert account.text == "Six people\nwere killed. 9"


def test_a_mail_without_words_gives_what_came_with_it(tmp_path):
    rows = taken(tmp_path, "a.eml", mail(None, files=[("form.pdf", FORM)]).as_bytes())
    assert [a.ref for a in accounts(rows)] == ["a/form"]
    assert codes(rows) == [("a.eml", "no-words")]


def test_a_mailbox(tmp_path):
    letters = [mail(f"{n} people. {PROSE}").as_bytes() for n in range(12)]
    letters[3] = mail(files=[("form.pdf", FORM), ("form.pdf", FORM + b"\n")]).as_bytes()
    rows = accounts(taken(tmp_path, "desk.mbox", mbox(*letters)))
    assert [row.ref for row in rows][:7] == [
        "desk/1", "desk/2", "desk/3", "desk/4", "desk/4/form", "desk/4/2-form", "desk/5",
    ]  # fmt: skip
    assert len(rows) == 14
    assert rows[0].text == f"0 people. {PROSE}"


def test_a_sentence_that_begins_with_from_parts_no_mail(tmp_path):
    words = "They fled.\n\nFrom here on nobody counted: at 10:30 2019 were gone.\n\nFrom there too."
    (row,) = accounts(taken(tmp_path, "a.mbox", mbox(mail(words).as_bytes())))
    assert row.text == words


def test_mails_without_a_blank_line_between_them(tmp_path):
    data = mbox(*(mail(f"{n} people.").as_bytes() for n in range(3)))
    data = data.replace(b"\n\nFrom ", b"\nFrom ")
    rows = accounts(taken(tmp_path, "a.mbox", data))
    assert [row.text for row in rows] == [f"{n} people." for n in range(3)]


@pytest.mark.parametrize(
    "line",
    [
        "From Monday on, 12 August, they fled at 10:30 in 2019\nTo: the north",
        "From - Mon Aug 12 10:00:00 2019\nand nobody counted",
        "> From - Mon Aug 12 10:00:00 2019\nTo: the north",
    ],
)
def test_words_that_begin_much_like_a_mail_part_none(tmp_path, line):
    (row,) = accounts(taken(tmp_path, "a.mbox", mbox(mail(f"They fled.\n{line}").as_bytes())))
    assert row.text == f"They fled.\n{line}"


@pytest.mark.parametrize("before", [b"\n", b"\r\n \r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_a_mailbox_that_begins_with_a_blank_line(tmp_path, before):
    data = before + mbox(mail().as_bytes(), mail("Seven.").as_bytes())
    for name in ("a.mbox", "mailbox"):
        assert [row.text for row in accounts(taken(tmp_path, name, data))] == [PROSE, "Seven."]


def test_mails_are_parted_wherever_the_file_is_cut_through(tmp_path, monkeypatch):
    letters = [mail(f"{n} people. " + "x" * n).as_bytes() for n in range(60)]
    for chunk in (1_100, 1_501, 4_096):
        monkeypatch.setattr("thirdhand.ingest.containers.mbox.CHUNK", chunk)
        rows = accounts(taken(tmp_path, "a.mbox", mbox(*letters)))
        assert [row.text for row in rows] == [f"{n} people. " + "x" * n for n in range(60)]


def test_a_mail_is_the_same_wherever_it_stands_in_a_mailbox(tmp_path):
    one, other = mail("Six people."), mail("Seven people.")
    first = accounts(taken(tmp_path, "a.mbox", mbox(one.as_bytes(), other.as_bytes())))
    again = accounts(taken(tmp_path, "b.mbox", mbox(other.as_bytes(), one.as_bytes())))
    assert [row.id for row in first] == [row.id for row in reversed(again)]


def test_a_mailbox_with_the_line_ends_of_windows(tmp_path):
    data = mbox(mail().as_bytes(), mail("Seven.").as_bytes()).replace(b"\n", b"\r\n")
    rows = accounts(taken(tmp_path, "a.mbox", data))
    assert [row.text for row in rows] == [PROSE, "Seven."]


def test_a_saved_page(tmp_path):
    (row,) = taken(tmp_path, "a.mhtml", saved())
    account = row.account
    assert (account.title, account.url) == ("Six killed", "https://paper.example/120")
    assert PROSE in account.text
    assert account.published is None  # it was saved on that day
    assert account.media_type == "multipart/related"


def test_a_web_archive(tmp_path):
    data = warc(
        ("https://paper.example/1", "text/html; charset=utf-8", STORY.encode()),
        ("https://paper.example/p.png", "image/png", b"\x89PNG\r\n"),
        ("https://relief.example/form", "application/pdf", FORM),
    )
    rows = taken(tmp_path, "a.warc.gz", data)
    page, form = accounts(rows)
    assert (page.url, page.publisher) == ("https://paper.example/1", "paper.example")
    assert page.published is None  # 2022-09-19 is the day of the crawl
    assert (form.ref, form.text, form.url) == ("a.warc/2", PROSE, "https://relief.example/form")
    assert ("a.warc.gz", "passed-over") in codes(rows)


def test_what_the_server_said_of_the_encoding_is_believed(tmp_path):
    page = STORY.replace(PROSE, ARABIC * 3).encode("cp1256")
    data = warc(("https://paper.example/1", "text/html; charset=windows-1256", page))
    row = next(row for row in taken(tmp_path, "a.warc.gz", data) if row.account)
    assert ARABIC in row.account.text
    assert row.original.source == page  # kept as it came
    assert "wrong-encoding" not in {issue.code for issue in row.issues}


@pytest.mark.parametrize("status", ["404 Not Found", "301 Moved", "200"])
def test_only_what_a_server_gave_is_an_account(tmp_path, status):
    data = warc(("https://paper.example/1", "text/html", STORY.encode()), status=status, gzip=False)
    assert len(accounts(taken(tmp_path, "a.warc", data))) == (status == "200")


def test_a_web_archive_in_its_zip(tmp_path):
    crawl = warc(("https://paper.example/1", "text/html", STORY.encode()))
    data = zip_of(
        ("datapackage.json", "{}"), ("pages/pages.jsonl", "{}"), ("archive/data.warc.gz", crawl)
    )
    (account,) = accounts(taken(tmp_path, "a.wacz", data))
    assert account.path == str(tmp_path / "a.wacz/data.warc.gz/1.html")
    assert account.url == "https://paper.example/1"


def test_containers_within_containers(tmp_path):
    box = mbox(mail(files=[("docs.zip", zip_of(("a.txt", PROSE)))]).as_bytes())
    rows = taken(tmp_path, "all.zip", zip_of(("desk.mbox", box)))
    assert [a.ref for a in accounts(rows)] == ["all/desk/1", "all/desk/1/docs/a"]
    holders = [row.original for row in rows]
    assert [o.within for o in holders] == [None, *(o.id for o in holders[:-1])]


def test_taken_again_it_is_the_same(tmp_path):
    box = mbox(mail(files=[("form.pdf", FORM)]).as_bytes())
    assert taken(tmp_path, "a.mbox", box) == taken(tmp_path, "a.mbox", box)
