"""Files that hold others, one kind a file: an open file -> its parts.

To add a kind, add a row here, its mark or suffix in media.py and its line in docs/intake.md.
"""

from collections.abc import Callable, Iterator
from typing import IO

from thirdhand.ingest.containers.gzipped import gzipped
from thirdhand.ingest.containers.mbox import mailbox
from thirdhand.ingest.containers.web_archive import web_archive, web_archive_zipped
from thirdhand.ingest.containers.zipped import zipped
from thirdhand.ingest.part import Gone, Part
from thirdhand.ingest.room import Room

# Takes the file, open at its start, its name, and the room that is left. Gives parts one by one,
# so that a large file is never held whole. Raises Refused where the file cannot be opened further.
Opener = Callable[[IO[bytes], str, Room], Iterator[Part | Gone]]

CONTAINERS: dict[str, Opener] = {
    "application/zip": zipped,
    "application/gzip": gzipped,
    "application/mbox": mailbox,
    "application/warc": web_archive,
    "application/wacz": web_archive_zipped,
}
