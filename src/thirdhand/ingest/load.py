"""The bytes of one file, or why there are none."""

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path

from thirdhand.ingest.containers import CONTAINERS
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.media import HEAD, marked
from thirdhand.ingest.page import Refused

# So much is read between two signs of life, where a whole file is hashed.
STRIDE = 1 << 26


def load(path: Path, limits: Limits) -> bytes | Path:
    """The file's bytes. The size is looked up first: a file over the limit is never read.

    A container over it is given back as its path, to be gone through bit by bit.
    Refused for what is missing, barred, too large, empty, blank, or no plain file.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "a device or a pipe"
            raise Refused("not-a-file", f"this is {kind}, not a file")
        if found.st_size > limits.max_bytes:
            return _large(path, found.st_size, limits)
        data = path.read_bytes()
    except FileNotFoundError:
        raise Refused(*_missing(path)) from None
    except PermissionError:
        raise Refused("unreadable", "no permission to read this file") from None
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused("unreadable", f"the file cannot be read: {reason}") from None
    if not data:
        raise Refused("empty-file", "the file is empty (0 bytes); get it again, or take it out")
    return data


def digest(source: bytes | Path, alive: Callable[[], None]) -> tuple[str, int]:
    """SHA-256 (hex) and size of what was loaded; `alive` is called now and then meanwhile."""
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest(), len(source)
    key, size = hashlib.sha256(), 0
    with source.open("rb") as file:
        while piece := file.read(STRIDE):
            key.update(piece)
            size += len(piece)
            alive()
    return key.hexdigest(), size


def _large(path: Path, size: int, limits: Limits) -> Path:
    """A container, which may be larger than an account."""
    with path.open("rb") as file:
        container = marked(file.read(HEAD), path.suffix) in CONTAINERS
    if not container or size > limits.max_container:
        most = limits.max_container if container else limits.max_bytes
        raise Refused("too-large", _too_large(size, most, "file" if container else "account"))
    return path


def _missing(path: Path) -> tuple[str, str]:
    if path.is_symlink():
        return "broken-link", "the link leads to a file that is not there"
    return "no-such-path", "there is no such file or folder"


def _too_large(size: int, limit: int, what: str) -> str:
    over = f"{size / 1e6:,.1f} MB, over the limit of {limit / 1e6:,.1f} MB"
    return f"{over} for one {what}; split it"
