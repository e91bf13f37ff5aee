"""How much of one file is taken in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """A file over any of these is refused with one Issue.

    max_bytes: size on disk, looked up before the file is read, and of one part of a ZIP.
    max_characters: length of the text that comes out. max_pages: pages of a PDF. max_tags: "<"
    signs of a web page, as a page of 100,000 takes some ten seconds. max_members: files in a ZIP.
    max_unpacked: bytes of all of them once unpacked.
    """

    max_bytes: int = 32_000_000
    max_characters: int = 1_000_000
    max_pages: int = 1_000
    max_tags: int = 100_000
    max_members: int = 10_000
    max_unpacked: int = 512_000_000
