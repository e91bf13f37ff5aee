"""What arrived, byte for byte, before anything was made of it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one file, or of one part of a container, as they arrived.

    id: SHA-256 (hex) of the bytes. size: in bytes. name: its path as given, and below a container
    the part's own name behind it ("mail.mbox/3/form.pdf"). source: the bytes themselves, or the
    file where they lie if they are too many to hold. within: id of the container, None for a file.
    """

    id: str
    size: int
    name: str
    source: bytes | Path
    within: str | None = None
