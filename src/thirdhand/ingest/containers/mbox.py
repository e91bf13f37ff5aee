"""A mailbox in one file (mbox), mail by mail: it is never held whole."""

import re
from collections.abc import Iterator
from typing import IO

from thirdhand.ingest.part import Gone, Part
from thirdhand.ingest.room import Room

CHUNK = 1 << 20
# A mail begins after a blank line with one of "From name day and time year". A sentence that begins
# so has no such time, and no field of a head follows it.
FROM = b"From "
BEGINS = re.compile(rb"From \S[^\r\n]{0,300}?\d\d:\d\d[^\r\n]{0,80}\r?\n(?=>?[\w-]+[: ])")
BLANK = (b"\n\n", b"\n\r\n")
# Where no blank line stands before it, the line itself must leave no doubt.
SURELY = re.compile(
    rb"From \S{1,300}+ [^\r\n]{0,100}?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b[^\r\n]{0,40}?\d\d:\d\d"
    rb"[^\r\n]{0,20}\d{4}[^\r\n]{0,20}\r?\n(?=[\w-]+:[ \t])"
)
# May stand before the first one: a mark of UTF-8, white space, at most so much of them.
BEFORE, ROOM = b"\xef\xbb\xbf \t\r\n", 100
# So long may the line and the name of the first field be.
LINE = 1_000


def mailbox(file: IO[bytes], _name: str, room: Room) -> Iterator[Part | Gone]:
    """Each mail as it lies in the file, without the line that parts it from the one before."""
    for number, mail in enumerate(_mails(file, room.limits.max_bytes), 1):
        if mail is None:
            most = f"{room.limits.max_bytes / 1e6:,.1f} MB"
            yield Gone(str(number), "too-large", f"over the limit of {most} for one mail")
        else:
            yield Part(str(number), mail, "message/rfc822")


def _mails(file: IO[bytes], most: int) -> Iterator[bytes | None]:
    """The mails; None for one over `most` bytes, of which no more is kept."""
    held, begun, dropped, searched = bytearray(), False, False, 0
    while True:
        piece = file.read(CHUNK)
        held += piece
        # A line that the piece cuts through is looked at again with the next one.
        until = max(len(held) - LINE, 0) if piece else len(held)
        while (found := _begins(held, searched)) and found.start() < until:
            if begun:
                yield None if dropped else _whole(held[: found.start()])
            begun, dropped, searched = True, False, 0
            until -= found.end()
            del held[: found.end()]
        if not piece:
            break
        if len(held) > most + LINE:
            dropped = True
            del held[:-LINE]
        searched = max(min(until, len(held)) - LINE, 0)
    if begun:
        yield None if dropped or len(held) > most else _whole(held)


def _begins(held: bytearray, searched: int) -> re.Match[bytes] | None:
    """The first line that begins a mail; one at the very start needs no blank line before it."""
    at = held.find(FROM, searched)
    while at >= 0:
        found = None
        if held.endswith(BLANK, 0, at) or (at <= ROOM and not held[:at].strip(BEFORE)):
            found = BEGINS.match(held, at)
        elif held.endswith(b"\n", 0, at):
            found = SURELY.match(held, at)
        if found:
            return found
        at = held.find(FROM, at + 1)
    return None


def _whole(held: bytearray) -> bytes:
    """The mail without the blank line that parts it from the next one."""
    for end in (b"\r\n", b"\n"):
        if held.endswith(end * 2):
            return bytes(held.removesuffix(end))
    return bytes(held)
