"""The guard of every format that is a ZIP inside: sizes are added up before any unpacking."""

import io
import zipfile
import zlib

from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Refused

# The signature that stands before each entry in the list of members.
ENTRY = b"PK\x01\x02"
LOCKED = 0x1
# What a damaged or odd archive can raise: a bad list, a bad sum, an unknown or broken packing.
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError)


def opened(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, once the list of its members keeps within the limits.

    The list is what counts: zipfile gives no more of a member than the list says, so that nothing
    unpacks to more than `limits.max_unpacked`, members that lie over one another included.
    Refused where it is damaged, over the limits, or has its own members locked.
    """
    if (entries := data.count(ENTRY)) > limits.max_members:
        size = f"{entries:,} files inside, over the limit of {limits.max_members:,}"
        raise Refused("too-many-members", f"{size}; split it")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise damaged(error) from error
    total = sum(member.file_size for member in archive.infolist())
    if total > limits.max_unpacked:
        size = f"{total / 1e6:,.1f} MB once unpacked, over the limit"
        raise Refused("zip-bomb", f"{size} of {limits.max_unpacked / 1e6:,.1f} MB: not unpacked")
    return archive


def member(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes:
    """The bytes of one member. KeyError where there is none of that name.

    Refused where it is locked, damaged, or larger than `limits.max_bytes`.
    """
    found = archive.getinfo(name)
    if found.flag_bits & LOCKED:
        raise Refused("locked-zip", "the file is locked with a password; save a copy without one")
    if found.file_size > limits.max_bytes:
        size = f"{found.file_size / 1e6:,.1f} MB, over the limit of {limits.max_bytes / 1e6:,.1f}"
        raise Refused("too-large", f"{_shown(name)} inside it unpacks to {size} MB; split it")
    try:
        return archive.read(found)
    except BROKEN as error:
        reason = f"{_shown(name)} inside it is damaged: {_why(error)}; get the file again"
        raise Refused("damaged-zip", reason) from error


def damaged(error: Exception) -> Refused:
    """The refusal of an archive that cannot be opened."""
    return Refused("damaged-zip", f"the ZIP is damaged: {_why(error)}; get it again")


def _why(error: Exception) -> str:
    return (str(error).splitlines() or ["no reason given"])[0][:200]


def _shown(name: str) -> str:
    return repr(name if len(name) <= 80 else name[:80] + "...")
