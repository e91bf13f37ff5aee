"""How much may still come out of one file, all that lies within its parts included."""

from collections.abc import Iterator
from typing import Protocol

from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Refused

# Below this, a text may well be packed a hundredfold: a form with nothing in it, for one.
SMALL = 1_000_000
CHUNK = 1 << 20


class Stream(Protocol):
    """What bytes can be read from, some at a time."""

    def read(self, size: int, /) -> bytes:
        """At most so many; none at the end."""
        ...


class Spent(Refused):
    """The file as a whole is over a limit: nothing more is taken out of it."""


class Room:
    """Counts what was unpacked, and the parts; raises Spent where it is too much."""

    def __init__(self, limits: Limits) -> None:
        """Start with nothing taken out."""
        self.limits = limits
        self._unpacked = 0
        self._parts = 0

    def part(self, depth: int) -> None:
        """Count one part of what lies so deep in other files. Refused where that is too deep."""
        if depth >= self.limits.max_depth:
            deep = f"what is in it lies more than {self.limits.max_depth} deep in other files"
            raise Refused("too-deep", f"{deep}; unpack the outermost and give what is in it")
        self._parts += 1
        if self._parts > self.limits.max_parts:
            most = f"{self.limits.max_parts:,}"
            raise Spent("too-many-parts", f"it holds more than {most} parts; split it")

    def unpack(self, stream: Stream, packed: int) -> bytes:
        """All that `stream` gives, unpacked from `packed` bytes.

        Refused where that is too large for one account or grows like a bomb.
        """
        data = b"".join(self.pieces(stream, self.limits.max_bytes + 1))
        if len(data) > self.limits.max_bytes:
            size = f"over the limit of {self.limits.max_bytes / 1e6:,.1f} MB for one account"
            raise Refused(
                "too-large", f"{size}, unpacked; split it, or unpack it and give the file"
            )
        if len(data) > SMALL and len(data) > self.limits.max_ratio * max(packed, 1):
            times = len(data) // max(packed, 1)
            raise Refused("zip-bomb", f"it grows {times:,} times when unpacked: not taken in")
        return data

    def pieces(self, stream: Stream, most: int) -> Iterator[bytes]:
        """The stream's bytes, at most so many, counted as unpacked."""
        while most > 0 and (piece := stream.read(min(most, CHUNK))):
            most -= len(piece)
            self._unpacked += len(piece)
            if self._unpacked > self.limits.max_archive:
                limit = f"{self.limits.max_archive / 1e6:,.0f} MB"
                raise Spent("zip-bomb", f"unpacked, it is over the limit of {limit} for one file")
            yield piece
