"""The bytes of one file, or why there are none."""

import stat
from pathlib import Path

from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Refused


def load(path: Path, limits: Limits) -> bytes:
    """The file's bytes. The size is looked up first: a file over the limit is never read.

    Refused for what is missing, barred, too large, empty, blank, or no plain file.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "a device or a pipe"
            raise Refused("not-a-file", f"this is {kind}, not a file")
        if found.st_size > limits.max_bytes:
            raise Refused("too-large", _too_large(found.st_size, limits.max_bytes))
        data = path.read_bytes()
    except FileNotFoundError:
        raise Refused(*_missing(path)) from None
    except PermissionError:
        raise Refused("unreadable", "no permission to read this file") from None
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused("unreadable", f"the file cannot be read: {reason}") from None
    if not data:
        raise Refused("empty-file", "the file is empty (0 bytes)")
    return data


def _missing(path: Path) -> tuple[str, str]:
    if path.is_symlink():
        return "broken-link", "the link leads to a file that is not there"
    return "no-such-path", "there is no such file or folder"


def _too_large(size: int, limit: int) -> str:
    return (
        f"{size / 1e6:,.1f} MB, over the limit of {limit / 1e6:,.1f} MB for one account; split it"
    )
