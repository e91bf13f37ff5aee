"""Which format a file is in: by its first bytes, then by its name."""

import re

from thirdhand.ingest.formats.office import TEXT, WORD, office_type
from thirdhand.ingest.page import Note, Refused

SUFFIXES = {
    ".txt": "text/plain",
    ".json": "application/json",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
    ".docx": WORD,
    ".docm": WORD,
    ".odt": TEXT,
}
PICTURES = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
OTHERS = (
    (b"PK\x03\x04", "a zip file (Word, Excel and e-books are such files too)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip file"),
    (b"Rar!\x1a\x07", "a rar file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF file"),
)
# A PDF may have a little before its mark, and readers allow for it.
WEB = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def media_type(data: bytes, suffix: str) -> tuple[str, tuple[Note, ...]]:
    """The media type of `data` from a file with `suffix`; a key of READERS.

    A note tells where content and name differ. Refused where no reader knows the format.
    """
    found, named = _by_content(data), SUFFIXES.get(suffix.lower())
    if found is None and named == "application/pdf":
        raise Refused("damaged-pdf", "named .pdf, but a PDF's mark is missing; get the file again")
    media = found or named
    if media is None:
        what = f"files named *{suffix}" if suffix else "files without a suffix"
        raise Refused("unknown-type", f"{what} cannot be read; what can: {known()}")
    if found is None or named == found:
        return media, ()
    name = f"named {suffix}" if suffix else "has no suffix"
    return media, (Note("other-type", "note", f"{name}, but the content is {media}: read as that"),)


def known() -> str:
    """The suffixes that can be read, for a message."""
    return ", ".join(SUFFIXES)


def _by_content(data: bytes) -> str | None:
    """The media type that the bytes themselves show; None for anything that has no mark."""
    picture = next((name for mark, name in PICTURES if data.startswith(mark)), None)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        picture = "WebP"
    if picture:
        reason = f"a picture ({picture}); words in pictures cannot be read: no OCR is there yet"
        raise Refused("picture", reason)
    if data.startswith(b"PK\x03\x04") and (office := office_type(data)):
        return office
    for mark, name in OTHERS:
        if data.startswith(mark):
            raise Refused("unknown-type", f"{name} cannot be read; what can: {known()}")
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    return "text/html" if WEB.match(data) else None
