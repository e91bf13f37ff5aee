"""Every reader and every container against files made wrong, for minutes: `make soak`.

`python -m tests.ingest.soak 60` tries each for 60 seconds in a process of its own, so that a
library that crashes takes only its own run with it. Prints a line each: how many files, how many
were refused, the slowest. Ends with 1 where anything but a page, parts or a refusal came back, or
one file took longer than SLOW seconds; the file is left in the folder that is named.
"""

import io
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from tests.ingest.seeds import mutants

from thirdhand.ingest import CONTAINERS, READERS, Limits, Refused
from thirdhand.ingest.formats.ocr import picture, scan
from thirdhand.ingest.formats.pdf import pages
from thirdhand.ingest.room import Room

SLOW = 20.0
BATCH = 200


class Soak:
    """One format. folder: where the file that is tried lies, while it is tried."""

    def __init__(self, media: str, folder: Path) -> None:
        self.media, self.held = media, folder / media.replace("/", "-")
        self.tried = self.refused = 0
        self.slowest = 0.0

    def run(self, seconds: float) -> None:
        """Try files until the time is over. Raises what a reader raises."""

        @settings(
            max_examples=BATCH,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(mutants(self.media))
        def batch(data: bytes) -> None:
            self._try(data)

        end = time.monotonic() + seconds
        while time.monotonic() < end:
            batch()

    def _try(self, data: bytes) -> None:
        self.held.write_bytes(data)
        begun = time.monotonic()
        try:
            if self.media in READERS:
                READERS[self.media](data, Limits())
            else:
                list(CONTAINERS[self.media](io.BytesIO(data), "a", Room(Limits())))
        except Refused:
            self.refused += 1
        self.tried += 1
        self.slowest = max(self.slowest, time.monotonic() - begun)
        if self.slowest > SLOW:
            raise TimeoutError(f"one file took {self.slowest:.1f} seconds")


def one(media: str, seconds: float, folder: Path) -> None:
    """Soak one format in this process. Tesseract is not called: it is a program of its own."""
    for module in (picture, pages):
        module.is_there = lambda: True
    scan.read = lambda *_: []
    soak = Soak(media, folder)
    soak.run(seconds)
    soak.held.unlink()
    told = f"{soak.tried:,} files, {soak.refused:,} refused, slowest {soak.slowest:.2f} s"
    print(f"{media}: {told}", flush=True)


def main(seconds: float) -> int:
    """Soak all formats, one after the other; 1 where one failed."""
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    failed = []
    for media in (*READERS, *CONTAINERS):
        again = [sys.executable, "-m", "tests.ingest.soak", media, str(seconds), str(folder)]
        said = folder / (media.replace("/", "-") + ".log")  # libraries warn of thousands of files
        with said.open("w") as log:
            try:
                run = subprocess.run(again, check=False, stderr=log, timeout=2 * seconds + 120)
                code = run.returncode
            except subprocess.TimeoutExpired:
                code = "no end"
        if code:
            failed.append(media)
            print(
                f"{media}: failed ({code}); the file and what was said are in {folder}", flush=True
            )
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) == 4:
        one(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(main(float(sys.argv[1]) if len(sys.argv) == 2 else 60.0))
