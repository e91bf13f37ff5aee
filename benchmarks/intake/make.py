"""Files of every format, made from the texts of the example; no two hold the same bytes."""

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from functools import cache
from html import escape
from itertools import cycle, islice
from pathlib import Path

import weasyprint
from docx import Document
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from benchmarks.many import many
from thirdhand.model import Account

# How a folder of a desk is mixed: of twenty files so many of each kind.
MIX = (
    "html json txt pdf html eml docx html json txt pdf eml html json txt pdf mhtml html zip warc"
).split()
MENU = "<nav><ul>" + "<li><a href='/x'>World</a></li>" * 40 + "</ul></nav>"
FOOT = "<footer>" + "<p>Read more: <a href='/y'>Another story of the day</a></p>" * 30 + "</footer>"
PDFS = 24
MAIL_DAY = "Mon, 12 Aug 2019 10:00:00 +0000"


def write(folder: Path, count: int) -> None:
    """So many files in `folder`, mixed as in MIX."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = many(count * 4)
    for number, kind in enumerate(islice(cycle(MIX), count)):
        (folder / f"{number:05d}.{kind}").write_bytes(MAKERS[kind](texts, number))


def write_plain(folder: Path, count: int) -> None:
    """So many .json files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, account in enumerate(many(count)):
        (folder / f"{number:05d}.json").write_bytes(_record(iter([account]), number))


def write_mailbox(path: Path, size: int) -> None:
    """A mailbox of at least `size` bytes: words, here a form in PDF, there photographs."""
    texts, drawn, written = many(1 << 30), random.Random(7), 0  # noqa: S311 - no secret
    with path.open("wb") as file:
        number = 0
        while written < size:
            letter = _letter(next(texts), number)
            if number % 5 == 0:
                form = _pdf(texts, number)
                letter.add_attachment(form, "application", "pdf", filename="form.pdf")
            if number % 2 == 0:
                photo = b"\xff\xd8\xff\xe0" + drawn.randbytes(drawn.randint(200_000, 3_000_000))
                letter.add_attachment(photo, "image", "jpeg", filename=f"{number}.jpg")
            head = b"From - Mon Aug 12 10:00:00 2019\n"
            written += file.write(head + letter.as_bytes() + b"\n")
            number += 1


def _record(texts: Iterator[Account], _number: int) -> bytes:
    account = next(texts)
    told = {"title": account.title, "published": account.published, "text": account.text}
    return json.dumps({**told, "publisher": account.publisher}).encode()


def _text(texts: Iterator[Account], _number: int) -> bytes:
    return next(texts).text.encode()


def _page(texts: Iterator[Account], number: int) -> bytes:
    account = next(texts)
    body = "".join(f"<p>{escape(line)}</p>" for line in account.text.splitlines() if line.strip())
    head = f"<title>{escape(account.title or 'A story')}</title><meta charset=utf-8>"
    head += f'<meta property="article:published_time" content="{account.published}">'
    link = f'<link rel="canonical" href="https://paper.example/{number}">'
    story = f"<article><h1>{escape(account.title or 'A story')}</h1>{body}</article>"
    page = f"<!doctype html><html lang=en><head>{head}{link}</head><body>{MENU}{story}{FOOT}</html>"
    return page.encode()


@cache
def _pdfs() -> tuple[bytes, ...]:
    """A few real ones, as they take long to make."""
    return tuple(
        weasyprint.HTML(string=_page(iter([account]), 0).decode()).write_pdf()
        for account in many(PDFS)
    )


def _pdf(_texts: Iterator[Account], number: int) -> bytes:
    return _pdfs()[number % PDFS] + f"% {number}\n".encode()


def _word(texts: Iterator[Account], _number: int) -> bytes:
    account, out = next(texts), io.BytesIO()
    document = Document()
    document.add_heading(account.title or "A story")
    for line in account.text.splitlines():
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def _letter(account: Account, number: int) -> EmailMessage:
    letter = EmailMessage()
    letter["From"], letter["To"] = "Desk <desk@relief.example>", "team@monitor.example"
    letter["Subject"], letter["Date"] = f"Report {number}", MAIL_DAY
    letter.set_content(account.text)
    return letter


def _mail(texts: Iterator[Account], number: int) -> bytes:
    letter = _letter(next(texts), number)
    form = _pdf(texts, number)
    letter.add_attachment(form, "application", "pdf", filename="form.pdf")
    return letter.as_bytes()


def _saved(texts: Iterator[Account], number: int) -> bytes:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "<Saved by Blink>", "A story"
    letter["Snapshot-Content-Location"] = f"https://paper.example/{number}"
    letter.set_content(_page(texts, number).decode(), "html")
    letter.add_related(gzip.compress(b"x" * 9_000), "image", "png", cid="<p@x>")
    return letter.as_bytes()


def _zip(texts: Iterator[Account], number: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", _page(texts, number))
        archive.writestr("b.txt", _text(texts, number))
        archive.writestr("c.json", _record(texts, number))
    return out.getvalue()


def _crawl(texts: Iterator[Account], number: int) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for page in range(3):
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        body = io.BytesIO(_page(texts, number))
        url = f"https://paper.example/{number}/{page}"
        record = writer.create_warc_record(url, "response", payload=body, http_headers=head)
        writer.write_record(record)
    return out.getvalue()


MAKERS: dict[str, Callable[[Iterator[Account], int], bytes]] = {
    "html": _page,
    "json": _record,
    "txt": _text,
    "pdf": _pdf,
    "docx": _word,
    "eml": _mail,
    "mhtml": _saved,
    "zip": _zip,
    "warc": _crawl,
}
