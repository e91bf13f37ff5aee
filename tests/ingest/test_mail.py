"""What is in a mail, in the shapes that mail programs give it."""

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.ingest.making import column, pdf
from tests.ingest.packing import PROSE, mail

from thirdhand.ingest import Taken, take

FORM = pdf(column(PROSE))
SEEN = "Nine families came to the gate, the office said, and each was given a tent for the night."
LIST = b"The form says that 69,015 people live in the camp."
PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(9_000)


def taken(folder: Path, letter: EmailMessage | bytes) -> list[Taken]:
    path = folder / "m.eml"
    path.write_bytes(letter if isinstance(letter, bytes) else letter.as_bytes())
    return list(take(path))


def texts(rows: list[Taken]) -> dict[str, str]:
    """The accounts: the end of the path, and the text."""
    return {Path(r.account.path).name: r.account.text.strip() for r in rows if r.account}


def reasons(rows: list[Taken], code: str) -> list[str]:
    return [i.reason for row in rows for i in row.issues if i.code == code]


def part(content: str | bytes, kind: str = "text/plain", name: str | None = None) -> EmailMessage:
    """A part of a mail; with `name` a file that stands within the words."""
    made = EmailMessage()
    if isinstance(content, str):
        made.set_content(content, kind.partition("/")[2])
    else:
        made.set_content(content, *kind.split("/"), disposition="inline", filename=name)
    return made


def many(kind: str, *parts: EmailMessage) -> EmailMessage:
    """Parts in one, "mixed" or "alternative"; the heads of a mail stand above the outermost."""
    made = mail(None)
    made["Content-Type"] = f"multipart/{kind}"
    for inner in parts:
        made.attach(inner)
    return made


def file(name: str = "form.txt", content: bytes = LIST) -> EmailMessage:
    made = EmailMessage()
    made.set_content(content, "application", "octet-stream", filename=name)
    return made


def html(words: str = PROSE) -> EmailMessage:
    return part(f"<p>{words}</p>", "text/html")


def test_a_file_beside_the_html_of_another_way_is_taken(tmp_path):
    """As Apple Mail writes it: the files stand in the way that is not read."""
    rows = taken(tmp_path, many("alternative", part(PROSE), many("mixed", html(), file())))
    assert texts(rows) == {"m.eml": PROSE, "form.txt": LIST.decode()}


def test_a_file_in_two_ways_is_taken_once(tmp_path):
    ways = many("mixed", part(PROSE), file()), many("mixed", html(), file())
    rows = taken(tmp_path, many("alternative", *ways))
    assert texts(rows) == {"m.eml": PROSE, "form.txt": LIST.decode()}


def test_files_gathered_in_a_part_called_an_attachment_are_taken(tmp_path):
    inner = many("mixed", file(), file("b.txt", b"Seven people."))
    inner["Content-Disposition"] = "attachment; filename=files"
    rows = taken(tmp_path, many("mixed", part(PROSE), inner))
    assert texts(rows) == {"m.eml": PROSE, "form.txt": LIST.decode(), "b.txt": "Seven people."}


def test_an_invitation_behind_the_words_does_not_stand_for_them(tmp_path):
    rows = taken(tmp_path, many("alternative", html(), part("BEGIN:VCALENDAR", "text/calendar")))
    assert texts(rows) == {"m.eml": PROSE}


def test_a_way_for_other_programs_is_no_file(tmp_path):
    amp = part(PROSE.encode(), "text/x-amp-html")
    del amp["Content-Disposition"]
    (row,) = taken(tmp_path, many("alternative", part(PROSE), amp, html()))
    assert row.account.text.strip() == PROSE


def test_a_form_that_stands_within_the_words_is_taken(tmp_path):
    form = part(FORM, "application/pdf", "form.pdf")
    rows = taken(tmp_path, many("related", html(), form))
    assert texts(rows) == {"m.eml": PROSE, "form.pdf": PROSE}
    assert reasons(rows, "pictures-within") == []


def test_a_photo_within_the_words_is_taken_and_a_logo_is_named(tmp_path):
    logo, photo = part(PHOTO[:900], "image/png", "logo.png"), part(PHOTO, "image/png", "notice.png")
    style = part(b"p {}", "text/css", "house.css")
    rows = taken(
        tmp_path, many("alternative", part(PROSE), many("related", html(), logo, photo, style))
    )
    assert [Path(r.original.name).name for r in rows if r.original] == ["m.eml", "notice.png"]
    (note,) = reasons(rows, "pictures-within")
    assert note == "2 small pictures or styles within its words are not read: logo.png, house.css"


def test_of_many_logos_some_are_named(tmp_path):
    logos = (part(PHOTO[: 900 + n], "image/png", f"{n}.png") for n in range(30))
    (note,) = reasons(taken(tmp_path, many("related", html(), *logos)), "pictures-within")
    assert note.startswith("30 small pictures")
    assert note.endswith("18.png, 19.png and 10 more")


@pytest.mark.parametrize(
    ("stub", "words", "text"),
    [
        ("This message is in HTML.", PROSE, PROSE),
        ("Please use an HTML mail program.", PROSE, PROSE),
        ("https://relief.example/mail/120", PROSE, PROSE),
        (PROSE, f"{PROSE} Relief Desk", PROSE),
        (PROSE * 5, f"{PROSE} {SEEN}" * 20, PROSE * 5),
        ("Six were killed.", "Six were killed.<br>Relief Desk", "Six were killed."),
    ],
)
def test_where_plain_words_only_stand_in_for_the_html_the_html_is_read(tmp_path, stub, words, text):
    rows = taken(tmp_path, many("alternative", part(stub), html(words)))
    assert texts(rows) == {"m.eml": text}
    assert bool(reasons(rows, "plain-stub")) == (text != stub)


def test_a_mail_within_a_mail_that_is_packed_like_a_file(tmp_path):
    head = b"\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
    outer = b"From: a@x.example\nContent-Type: multipart/mixed; boundary=A\n\n--A" + head
    rows = taken(tmp_path, outer + base64.encodebytes(mail().as_bytes()) + b"--A--\n")
    assert texts(rows) == {"1.eml": PROSE}
