"""Plain text, kept character for character."""

from thirdhand.ingest.encoding import decode
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Page


def read_plain(data: bytes, _limits: Limits) -> Page:
    """The text as it stands: nothing is translated, nothing stripped but a byte order mark."""
    text, notes = decode(data)
    return Page(text, notes=notes)
