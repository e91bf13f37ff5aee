"""When and how something arrived, and what was made of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Receipt:
    """One arrival of one file, or of one part of a container.

    original: SHA-256 (hex) of its bytes, and size, how many they are. name: as it was given.
    within: the container (its SHA-256), None for a file. version: of the account that came of it,
    None where none did. outcome: the media type it was read as, else the code of the problem,
    else "container". received: UTC, to the second. how: the command. by: who took it in.
    """

    original: str
    size: int
    name: str
    within: str | None
    version: str | None
    outcome: str
    received: str
    how: str
    by: str
