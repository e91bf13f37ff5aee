"""A large mailbox goes through as it is read: it is never held."""

import itertools
import tracemalloc

from tests.ingest.packing import mail

from thirdhand.ingest import Limits, take
from thirdhand.ingest.containers.mbox import mailbox
from thirdhand.ingest.part import Part
from thirdhand.ingest.room import Room


class Endless:
    """A mailbox of so many mails that is written as it is read."""

    def __init__(self, mails: int) -> None:
        letter = b"From - Mon Aug 12 20:30:00 2019\n" + mail("x" * 70 + "\n").as_bytes()
        self.letter = letter + b"Six people.\n" * 20_000 + b"\n"
        self.rest = itertools.repeat(self.letter, mails)
        self.held = b""

    def read(self, size: int) -> bytes:
        while len(self.held) < size and (more := next(self.rest, b"")):
            self.held += more
        out, self.held = self.held[:size], self.held[size:]
        return out


def test_a_mailbox_of_120_mb_takes_the_memory_of_a_few_mails():
    tracemalloc.start()
    parts = mailbox(Endless(500), "a.mbox", Room(Limits()))
    sizes = [len(part.data) for part in parts if isinstance(part, Part)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(sizes) == 500
    assert sum(sizes) > 120_000_000
    assert peak < 12_000_000


def test_of_a_large_file_the_path_is_handed_on_and_not_its_bytes(tmp_path):
    path = tmp_path / "a.mbox"
    path.write_bytes(Endless(8).read(10_000_000))
    first, *mails = take(path, limits=Limits(max_bytes=1_000_000))
    assert first.original.source == path
    assert first.original.size == path.stat().st_size
    assert len(mails) == 8
    assert all(isinstance(row.original.source, bytes) for row in mails)
