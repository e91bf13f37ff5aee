"""A gzip file: one file, packed."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from thirdhand.ingest.page import Refused
from thirdhand.ingest.part import Gone, Part
from thirdhand.ingest.room import Room


def gzipped(file: IO[bytes], name: str, room: Room) -> Iterator[Part | Gone]:
    """The one part, called as the file without its last suffix."""
    packed = file.seek(0, 2)
    file.seek(0)
    try:
        with gzip.GzipFile(fileobj=file, mode="rb") as stream:
            data = room.unpack(stream, packed)
    except (OSError, EOFError, zlib.error) as error:
        raise Refused("damaged-archive", f"not gzip that can be unpacked: {error}") from None
    yield Part(PurePosixPath(name).stem or "file", data)
