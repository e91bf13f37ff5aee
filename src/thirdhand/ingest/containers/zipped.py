"""A ZIP file, part by part. Nothing is ever written where a name in it says."""

import lzma
import re
import stat
import zipfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import IO

from thirdhand.ingest.formats.zipped import BROKEN, damaged
from thirdhand.ingest.page import Refused
from thirdhand.ingest.part import Gone, Part
from thirdhand.ingest.room import Room, Spent
from thirdhand.ingest.rows import listed
from thirdhand.ingest.walk import beside, hidden

LOCKED, UTF8 = 0x1, 0x800
# At least so many bytes stand before what is packed.
HEADER = 30
DRIVE = re.compile(r"[A-Za-z]:")
UNPACKING = (*BROKEN, lzma.LZMAError)


def zipped(file: IO[bytes], _name: str, room: Room) -> Iterator[Part | Gone]:
    """The files in it, in their order. Refused where its list cannot be trusted."""
    with opened(file) as archive:
        # Not by is_dir(), which trips over a file without a name.
        rows = [row for row in archive.infolist() if not row.filename.endswith("/")]
        _apart(rows, room)
        yield from _passed_over(rows)
        for row in rows:
            if not (hidden(PurePosixPath(name_of(row)).parts) or beside(name_of(row))):
                yield _part(archive, row, room)


def opened(file: IO[bytes]) -> zipfile.ZipFile:
    """The archive. Refused where it has no list of what is in it."""
    try:
        return zipfile.ZipFile(file)
    except BROKEN as error:
        raise damaged(error) from None


def name_of(row: zipfile.ZipInfo) -> str:
    """The name as it is meant: many programs write UTF-8 and do not say so."""
    if row.flag_bits & UTF8:
        return row.orig_filename
    try:
        return row.orig_filename.encode("cp437").decode()
    except UnicodeError:
        return row.orig_filename


def unpacked(archive: zipfile.ZipFile, row: zipfile.ZipInfo, room: Room) -> bytes:
    """The bytes of one file in it. Refused for what is locked, a link, too large or damaged."""
    if row.flag_bits & LOCKED:
        raise Refused("locked-part", "locked with a password; unpack it and give the file itself")
    if stat.S_ISLNK(row.external_attr >> 16):
        raise Refused("link-in-archive", "a link to another file, which is not followed")
    try:
        with archive.open(row) as stream:
            return room.unpack(stream, row.compress_size)
    except NotImplementedError as error:
        raise Refused("unknown-packing", f"{error}: unpack it and give the file itself") from None
    except UNPACKING as error:
        raise Refused("damaged-part", f"it cannot be unpacked: {error}") from None


def _part(archive: zipfile.ZipFile, row: zipfile.ZipInfo, room: Room) -> Part | Gone:
    name = name_of(row)
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or DRIVE.match(name):
        return Gone(name, "unsafe-name", "its name leads out of the archive: not taken in")
    try:
        return Part(str(path), unpacked(archive, row, room))
    except Spent:
        raise
    except Refused as no:
        return Gone(str(path), no.code, no.reason)


def _apart(rows: Sequence[zipfile.ZipInfo], room: Room) -> None:
    """Refused where two files share bytes, as in a bomb that packs one file a thousand times."""
    if len(rows) > room.limits.max_parts:
        held = f"it holds {len(rows):,} files, over the limit of {room.limits.max_parts:,}"
        raise Refused("too-many-parts", f"{held}; split it")
    for one, other in pairwise(sorted(rows, key=lambda row: row.header_offset)):
        if other.header_offset < one.header_offset + HEADER + one.compress_size:
            raise Refused("zip-bomb", "files in it overlap, which no honest archive does")


def _passed_over(rows: Sequence[zipfile.ZipInfo]) -> Iterator[Gone]:
    names = [name_of(row) for row in rows]
    left = sorted(name for name in names if beside(name) and not hidden(PurePosixPath(name).parts))
    if left:
        reason = f"passed over, as they are no accounts: {listed(left)}"
        yield Gone("", "passed-over", reason, "note")
