"""How much of one file is taken in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is over any of these is refused with one Issue.

    max_bytes: size of one account, looked up before the file is read. max_characters: length of
    the text that comes out. max_pages: pages of a PDF. max_scans: pages of it, or of a picture,
    that are read by OCR; the rest is named. max_pixels: of one picture. max_tags: "<" signs of a
    web page, as a page of 100,000 takes some ten seconds. max_members: files in a document that is
    a ZIP of its own (Word, OpenDocument). max_unpacked: bytes of all of them once unpacked.

    Of a file that holds others: max_container, its size on disk; max_archive, all bytes that come
    out of packing, at any depth; max_ratio, how many times a part may grow in it; max_parts, at any
    depth; max_depth, how deep they may lie in one another.

    Of the process that reads foreign formats: max_seconds for one account; max_memory, in bytes
    beyond what it begins with.
    """

    max_bytes: int = 32_000_000
    max_characters: int = 1_000_000
    max_pages: int = 1_000
    max_scans: int = 200
    max_pixels: int = 80_000_000
    max_tags: int = 100_000
    max_members: int = 10_000
    max_unpacked: int = 512_000_000
    max_container: int = 8_000_000_000
    max_archive: int = 4_000_000_000
    max_ratio: int = 100
    max_parts: int = 100_000
    max_depth: int = 4
    max_seconds: int = 60
    max_memory: int = 1_500_000_000
