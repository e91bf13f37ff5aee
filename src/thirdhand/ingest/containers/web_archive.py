"""Pages that a crawler kept: WARC, and WACZ, which is WARC files in a ZIP file."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from thirdhand.ingest.containers.zipped import UNPACKING, opened
from thirdhand.ingest.page import Refused
from thirdhand.ingest.part import Gone, Part
from thirdhand.ingest.room import Room, Spent, Stream

# What a server calls its answer, and the suffix that such a file has.
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
CRAWLS = ("archive/", ".warc", ".warc.gz")
BROKEN = (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError, LookupError, AttributeError)


def web_archive(file: Stream, _name: str, room: Room) -> Iterator[Part | Gone]:
    """Each answer of a server that holds a page, a PDF or text; the rest is counted in a note.

    The address is that of the record. Its date is the day of the crawl.
    """
    kept = left = 0
    try:
        for record in ArchiveIterator(file, arc2warc=True):
            if record.rec_type in ("warcinfo", "request", "metadata"):
                continue
            suffix = _suffix(record)
            kept, left = kept + bool(suffix), left + (not suffix)
            if suffix:
                yield _page(record, f"{kept}{suffix}", room)
    except BROKEN as error:
        why = " ".join(str(error).split()) or type(error).__name__
        reason = f"after {kept + left} records it cannot be read further: {why}"
        yield Gone("", "damaged-archive", reason)
    if left:
        told = "passed over, as they hold no account (pictures, styles, errors, pages moved)"
        yield Gone("", "passed-over", f"{told}: {left:,} of {kept + left:,} records", "note")


def web_archive_zipped(file: IO[bytes], _name: str, room: Room) -> Iterator[Part | Gone]:
    """The pages of all WARC files in it; its lists and indexes only repeat them."""
    folder, *suffixes = CRAWLS
    with opened(file) as archive:
        for row in archive.infolist():
            name = row.filename
            if not (name.startswith(folder) and name.endswith(tuple(suffixes))):
                continue
            try:
                with archive.open(row) as stream:
                    for part in web_archive(stream, name, room):
                        within = f"{PurePosixPath(name).name}/{part.name}".rstrip("/")
                        yield replace(part, name=within)
            except (*UNPACKING, RuntimeError) as error:
                yield Gone(name, "damaged-part", f"it cannot be unpacked: {error}")


def _suffix(record: ArcWarcRecord) -> str | None:
    """The suffix that a file of the record's content has; None where it holds no account."""
    stated = record.content_type
    if record.rec_type == "response":
        if not record.http_headers or record.http_headers.get_statuscode() != "200":
            return None
        stated = record.http_headers.get_header("Content-Type")
    elif record.rec_type not in ("resource", "conversion"):
        return None
    return SUFFIXES.get((stated or "").partition(";")[0].strip().lower())


def _page(record: ArcWarcRecord, name: str, room: Room) -> Part | Gone:
    head = record.rec_headers
    try:
        data = room.unpack(record.content_stream(), max(record.length or 0, 1))
    except Spent:
        raise
    except Refused as no:
        return Gone(name, no.code, no.reason)
    if getattr(record.raw_stream, "limit", 0) > 0:
        return Gone(name, "damaged-part", "cut short: the archive ends in the middle of it")
    url, day = head.get_header("WARC-Target-URI"), head.get_header("WARC-Date")
    return Part(name, data, None, url, day, _charset(record))


def _charset(record: ArcWarcRecord) -> str | None:
    """What the server said its answer was written in."""
    said = record.http_headers.get_header("Content-Type") if record.http_headers else None
    found = CHARSET.search(said or "")
    return found.group(1) if found else None
