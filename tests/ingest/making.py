"""Files made for the tests: PDFs from lines of text, and the first bytes of pictures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thirdhand.ingest import take
from thirdhand.model import Account, Issue

PICTURES = {
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01",
    "gif": b"GIF89a\x01\x00\x01\x00\x80\x00\x00",
    "webp": b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00",
}


def one(path: Path, *told: Any, **limits: Any) -> tuple[Account | None, tuple[Issue, ...]]:
    """The one account of a file that is no container, and its issues."""
    (taken,) = take(path, *told, **limits)
    return taken.account, taken.issues


@dataclass(frozen=True)
class Put:
    """A line of text and where it stands, in points from the lower left corner."""

    text: str
    y: int
    x: int = 72
    size: int = 12


def column(*lines: str, top: int = 760, step: int = 14, x: int = 72) -> list[Put]:
    """Lines one under the other; an empty one leaves a gap."""
    return [Put(text, top - step * n, x) for n, text in enumerate(lines) if text]


def pdf(*pages: Iterable[Put], info: str = "") -> bytes:
    """A PDF of `pages`; `info` is the inside of its dictionary of facts: "/Title (A report)"."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        _tree(len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>".encode("latin-1"),
    ]
    for number, page in enumerate(pages):
        objects += [_page(6 + 2 * number), _content(page)]
    return _whole(objects)


def _tree(pages: int) -> bytes:
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(pages))
    return f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode()


def _page(content: int) -> bytes:
    fonts = "/Resources << /Font << /F1 3 0 R >> >>"
    box = "/MediaBox [0 0 595 842]"
    return f"<< /Type /Page /Parent 2 0 R {box} {fonts} /Contents {content} 0 R >>".encode()


def _content(page: Iterable[Put]) -> bytes:
    body = b"".join(
        # A font of size 1 that the page draws larger, as many programs write it.
        b"BT /F1 1 Tf %d 0 0 %d %d %d Tm (%s) Tj ET\n"
        % (put.size, put.size, put.x, put.y, _escaped(put.text))
        for put in page
    )
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body)


def _escaped(text: str) -> bytes:
    out = text.encode("cp1252")
    for mark in (b"\\", b"(", b")"):
        out = out.replace(mark, b"\\" + mark)
    return out


def _whole(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\n" % size
    return out + head + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)
