"""Containers made for the tests: mails, mailboxes, saved pages, archives of web crawlers, ZIP."""

import io
import zipfile
from collections.abc import Iterable
from email.message import EmailMessage

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PROSE = "Six people were killed on Monday, officials said. Nearly 62,000 people live there."
STORY = (
    "<html lang=en><head><title>Six killed</title></head><body><article><h1>Six killed</h1>"
    f"<p>{PROSE} Aid workers could not reach the wounded for two days.</p>"
    "<p>The administration of the camp said that the gates stay closed.</p></article></body></html>"
)


def zip_of(*files: tuple[str | zipfile.ZipInfo, bytes | str]) -> bytes:
    """A ZIP file of names and contents."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def mail(
    text: str | None = PROSE,
    files: Iterable[tuple[str, bytes]] = (),
    sender: str = "Jane Roe <jane.roe@field.relief.example>",
    subject: str = "Situation on Monday",
) -> EmailMessage:
    """A mail with `files` that came with it."""
    letter = EmailMessage()
    letter["From"], letter["To"] = sender, "desk@monitor.example"
    letter["Subject"], letter["Date"] = subject, "Mon, 12 Aug 2019 23:30:00 +0300"
    if text is not None:
        letter.set_content(text)
    for name, content in files:
        letter.add_attachment(content, "application", "octet-stream", filename=name)
    return letter


def mbox(*letters: bytes) -> bytes:
    """A mailbox of them."""
    return b"".join(
        b"From - Mon Aug 12 20:30:0%d 2019\n" % (number % 10) + letter + b"\n"
        for number, letter in enumerate(letters)
    )


def saved(page: str = STORY, url: str = "https://paper.example/120") -> bytes:
    """A page as a browser saves it, a picture beside it."""
    letter = EmailMessage()
    letter["From"] = "<Saved by Blink>"
    letter["Snapshot-Content-Location"] = url
    letter["Subject"], letter["Date"] = "Six killed", "Sat, 17 Aug 2019 08:00:00 -0000"
    letter.set_content(page, "html")
    letter.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<p@x>")
    return letter.as_bytes()


def warc(*answers: tuple[str, str, bytes], status: str = "200 OK", gzip: bool = True) -> bytes:
    """A crawler's archive: addresses, what the server called its answers, and the answers."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "test"}))
    for url, kind, content in answers:
        head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(content),
            http_headers=head,
            warc_headers_dict={"WARC-Date": "2022-09-19T10:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()
