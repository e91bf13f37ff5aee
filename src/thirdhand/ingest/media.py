"""Which format a file is in: by its first bytes, then by its name."""

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from thirdhand.ingest.formats.office import TEXT, WORD, office_type
from thirdhand.ingest.formats.zipped import BROKEN, damaged
from thirdhand.ingest.page import Note, Refused

ZIP, GZIP, WARC, WACZ = (
    "application/zip",
    "application/gzip",
    "application/warc",
    "application/wacz",
)
MAIL, MBOX, SAVED = "message/rfc822", "application/mbox", "multipart/related"
SUFFIXES = {
    ".txt": "text/plain",
    ".json": "application/json",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".webp": "image/webp",
    ".rtf": "application/rtf",
    ".docx": WORD,
    ".docm": WORD,
    ".odt": TEXT,
    ".eml": MAIL,
    ".mbox": MBOX,
    ".mht": SAVED,
    ".mhtml": SAVED,
    ".warc": WARC,
    ".wacz": WACZ,
    ".zip": ZIP,
    ".gz": GZIP,
}
# What shows by its first bytes, whatever its name.
MARKS = (
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\x1f\x8b", GZIP),
    (b"WARC/1.", WARC),
    (b"WARC/0.", WARC),
)
# Other formats that are ZIP files, by one of the files in them.
ZIPPED = (("AndroidManifest.xml", "a program"), ("META-INF/MANIFEST.MF", "a program"))
OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip file"),
    (b"Rar!\x1a\x07", "a rar file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
# So much of a file shows what it is.
HEAD = 65_536
# What begins a page. "++" and "(?>" take what they find and never look back: with each look back,
# comments without words took twice as long as with one fewer.
WEB = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*+>\s*+)?+(?><!--.{0,2000}?-->\s*+)*+"
    rb"<(?:!doctype\s++html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
# Text that is no text to be read as it stands: told by its first lines where the name says nothing
# against it.
MBOX_LINES = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,90}+From \S{1,300}+ [^\r\n]{0,300}\d{4}\r?\n(?:>?From |[\w-]+:)"
)
MAIL_LINES = re.compile(
    rb"(?:[!-9;-~]+:[ \t][^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:date|message-id):[ \t]", re.IGNORECASE
)
SAVED_LINES = re.compile(rb"(?:\A|\n)(?:snapshot-content-location|from: <saved by)", re.IGNORECASE)
BLANK = re.compile(rb"\r?\n\r?\n")
LOOSE = (None, MAIL, MBOX, SAVED)
PLAIN = (None, "text/plain", "application/json")
# What bears its mark, or is none of the kind.
MUST = {
    "application/pdf": (
        "damaged-pdf",
        "named .pdf, but a PDF's mark is missing; get the file again",
    ),
    ZIP: ("damaged-archive", "named .zip, but it is none; get the file again"),
    GZIP: ("damaged-archive", "named .gz, but it is none; get the file again"),
    WARC: ("damaged-archive", "named .warc, but it is none; get the file again"),
    WACZ: ("damaged-archive", "named .wacz, but it is none; get the file again"),
    MBOX: ("not-mail", "named .mbox, but it holds no mail; name it .txt to take it as it stands"),
}


def media_type(
    source: bytes | Path, suffix: str, sure: str | None = None
) -> tuple[str, tuple[Note, ...]]:
    """The media type of a file with `suffix`; a key of READERS or CONTAINERS.

    sure: what it is without doubt, as what it lies in says so. A note tells where content and name
    differ. Refused where nothing here knows the format.
    """
    if sure:
        return sure, ()
    head = source[:HEAD] if isinstance(source, bytes) else _head(source)
    found, named = marked(head, suffix), SUFFIXES.get(suffix.lower())
    if found == ZIP:
        found = _zipped(source)
    if found is None and named in MUST:
        raise Refused(*MUST[named])
    media = found or named
    if media is None:
        what = f"files named *{suffix}" if suffix else "files without a suffix"
        raise Refused("unknown-type", f"{what} cannot be read; what can: {known()}")
    if found is None or named == found or (found, named) == (WARC, GZIP):
        return media, ()
    name = f"named {suffix}" if suffix else "has no suffix"
    return media, (Note("other-type", "note", f"{name}, but the content is {media}: read as that"),)


def plainly(path: Path) -> bool:
    """True for text that needs no parser, and for what nobody can read anyway."""
    if SUFFIXES.get(path.suffix.lower()) not in PLAIN:
        return False
    try:
        return not path.is_file() or marked(_head(path), path.suffix) is None
    except (OSError, ValueError, Refused):
        return True


def known() -> str:
    """The suffixes that can be read, for a message."""
    return ", ".join(SUFFIXES)


def marked(head: bytes, suffix: str) -> str | None:
    """The media type that the first bytes show; None for anything that has no mark.

    Refused for what is known and cannot be read.
    """
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    for mark, name in OTHERS:
        if head.startswith(mark):
            raise Refused("unknown-type", f"{name} cannot be read; what can: {known()}")
    found = next((media for mark, media in MARKS if head.startswith(mark)), None)
    if found == GZIP and _first(head).startswith(b"WARC/"):
        return WARC
    if found is None and WEB.match(head):
        return "text/html"
    return found or _by_lines(head, suffix)


def _by_lines(head: bytes, suffix: str) -> str | None:
    named = SUFFIXES.get(suffix.lower())
    if named not in LOOSE:
        return None
    if MBOX_LINES.match(head):
        return MBOX
    if named is None and MAIL_LINES.match(head):
        saved = SAVED_LINES.search(BLANK.split(head, 1)[0])
        return SAVED if saved else MAIL
    return None


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _first(packed: bytes) -> bytes:
    """The first few bytes in a gzip file."""
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, 64)
    except zlib.error:
        return b""


def _zipped(source: bytes | Path) -> str:
    """What a ZIP file is by what lies in it. Refused where no list of it can be had."""
    if isinstance(source, bytes) and (office := office_type(source)):
        return office
    try:
        with zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
            names = set(archive.namelist())
    except BROKEN as error:
        raise damaged(error) from None
    if not isinstance(source, bytes) and names & {"[Content_Types].xml", "mimetype"}:
        raise Refused("too-large", "a document that is too large for one account; split it")
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        return WACZ
    for inside, name in ZIPPED:
        if inside in names:
            raise Refused("unknown-type", f"{name} cannot be read; what can: {known()}")
    return ZIP
