"""A mail was written to somebody: it is not for the public until a person says so."""

from email.message import EmailMessage

import pytest

from thirdhand.ingest import Told, take


@pytest.fixture
def mails(tmp_path):
    """One mail with a file, alone and in a mailbox."""
    mail = EmailMessage()
    mail["Subject"], mail["Date"] = "Situation", "Mon, 12 Aug 2019 10:00:00 +0000"
    mail["From"] = "desk@relief.example"
    mail.set_content("The camp held 60 people.")
    mail.add_attachment("The camp held 70 people.", filename="form.txt")
    (tmp_path / "m.eml").write_bytes(bytes(mail))
    (tmp_path / "m.mbox").write_bytes(b"From a@b Mon Aug 12 10:00:00 2019\n" + bytes(mail))
    return tmp_path


def sealed(path, told):
    """Who may see each account, and whether a note says why."""
    found = [one for one in take(path, told) if one.account]
    return [
        (one.account.sensitivity, "mail-restricted" in {row.code for row in one.issues})
        for one in found
    ]


@pytest.mark.parametrize("name", ["m.eml", "m.mbox"])
@pytest.mark.parametrize(
    ("told", "found"),
    [
        (None, ("restricted", True)),
        ("public", ("public", False)),
        ("confidential", ("confidential", False)),
    ],
)
def test_a_mail_and_what_came_with_it(mails, name, told, found):
    assert sealed(mails / name, Told(sensitivity=told)) == [found, found]


def test_other_files_stay_public(tmp_path):
    (tmp_path / "a.txt").write_text("The camp held 60 people.", encoding="utf-8")
    assert sealed(tmp_path / "a.txt", Told()) == [("public", False)]
