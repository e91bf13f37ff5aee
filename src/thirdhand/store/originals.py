"""What arrived, byte for byte: one compressed file for each content, in a folder."""

import gzip
import hashlib
import os
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from thirdhand.model import Original
from thirdhand.store.protocol import ChangedError, StoreError

SUFFIX = ".gz"
# A file that is being written; one that stays was left by a crash.
HALF = ".tmp"
CHUNK = 1 << 20
# How zlib is told that what it reads is a gzip file.
GZIP = 31
# As gzip does by itself: the last few hundredths would take twice the time.
LEVEL = 6


class Originals:
    """A folder of files named by the SHA-256 of what they hold: ab/abcdef….gz.

    Anybody can open one with gzip. Nothing that is there is ever written again.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made with the first file."""
        self.folder = folder

    def path(self, key: str) -> Path:
        """Where the original with this id lies, or would."""
        return self.folder / key[:2] / f"{key}{SUFFIX}"

    def keep(self, original: Original) -> None:
        """Write it, unless it is there: whole, on disk and under its name when this returns.

        What is there and was cut or exchanged is written anew. StoreError where it cannot be
        written; ChangedError where it is not the bytes that it is said to be, or is gone.
        """
        path = self.path(original.id)
        if path.is_file() and _ends_as(path, original):
            return
        half = path.with_name(f".{original.id}.{os.getpid()}{HALF}")
        try:
            self._room(path.parent)
            with half.open("wb") as file:
                found = _compress(original.source, file)
                file.flush()
                os.fsync(file.fileno())
            if found != original.id:
                told = "changed while it was taken in; run the same command again"
                raise ChangedError(f"{original.name}: {told}")
            half.replace(path)
            _settle(path.parent)
        except OSError as error:
            why = error.strerror or str(error)
            raise StoreError(f"{path}: the original could not be kept: {why}") from error
        finally:
            with suppress(OSError):
                half.unlink(missing_ok=True)

    def _room(self, folder: Path) -> None:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            _settle(self.folder)

    def read(self, key: str) -> Iterator[bytes]:
        """Its bytes, piece by piece. OSError where it is not there, or damaged.

        One member of gzip and nothing behind it, which gzip itself would pass over.
        """
        unpack, rest = zlib.decompressobj(wbits=GZIP), b""
        try:
            with self.path(key).open("rb") as file:
                while not unpack.eof and (rest := unpack.unconsumed_tail or file.read(CHUNK)):
                    yield unpack.decompress(rest, CHUNK)
                behind = unpack.unused_data or file.read(1)
        except zlib.error as error:
            raise OSError(f"damaged ({error})") from error
        if not unpack.eof:
            raise OSError("damaged (it is cut short)")
        if behind:
            raise OSError("damaged (bytes stand behind its end)")

    def names(self) -> Iterator[Path]:
        """All that lies in the folder, below it, in order."""
        yield from sorted(path for path in self.folder.rglob("*") if not path.is_dir())

    def fault(self, key: str, size: object) -> str:
        """What is wrong with the original of this id; "" where nothing is."""
        if not self.path(key).is_file():
            return "missing"
        digest, length = hashlib.sha256(), 0
        try:
            for piece in self.read(key):
                digest.update(piece)
                length += len(piece)
        except OSError as error:
            return f"cannot be opened: {error.strerror or error}"
        if digest.hexdigest() != key:
            return f"changed: its SHA-256 is {digest.hexdigest()} now"
        return "" if length == size else f"is of {length:,} bytes, and its receipt says {size}"


def _ends_as(path: Path, original: Original) -> bool:
    """False where the end of the file cannot be that of the original: it was cut or exchanged.

    gzip ends with the CRC-32 and the length of what it holds (RFC 1952).
    """
    try:
        with path.open("rb") as file:
            file.seek(-8, os.SEEK_END)
            crc, length = struct.unpack("<II", file.read(8))
    except (OSError, struct.error):
        return False
    whole = bool(length == original.size & 0xFFFFFFFF)
    held = isinstance(original.source, bytes)
    return whole and (not held or crc == zlib.crc32(original.source))  # type: ignore[arg-type]


def _compress(source: bytes | Path, into: IO[bytes]) -> str:
    """Write `source` compressed, and give the SHA-256 of what it was."""
    digest = hashlib.sha256()
    # Without time and name the same bytes are always the same file.
    with gzip.GzipFile("", "wb", LEVEL, into, mtime=0) as packed:
        for piece in _pieces(source):
            digest.update(piece)
            packed.write(piece)
    return digest.hexdigest()


def _pieces(source: bytes | Path) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    try:
        file = source.open("rb")
    except OSError as error:
        gone = "is gone since it was looked at; run the same command again"
        raise ChangedError(f"{source}: {gone}") from error
    with file:
        read: Callable[[], bytes] = lambda: file.read(CHUNK)  # noqa: E731 - iter wants a callable
        yield from iter(read, b"")


def _settle(folder: Path) -> None:
    """Have the name itself on disk."""
    at = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(at)
    finally:
        os.close(at)
