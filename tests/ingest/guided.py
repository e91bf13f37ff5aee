"""One reader against files that grow towards what was not run yet (atheris, Google's fuzzer).

`python -m pip install atheris`, then `python -m tests.ingest.guided application/rtf 60`: a minute
of it. It sees Python code alone, so it fits the readers that are Python: rich text, mail, JSON, and
the walk over office documents. It is no dependency: what a run of it finds becomes a test.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["thirdhand.ingest"]):
    from tests.ingest.seeds import SEEDS

    from thirdhand.ingest import READERS, Limits, Refused


def main(media: str, seconds: str) -> None:
    """Runs until the time is over, or until a reader raises what it must not."""

    def once(data: bytes) -> None:
        try:
            READERS[media](data, Limits())
        except Refused:
            return

    corpus = Path(tempfile.mkdtemp(prefix="guided-"))
    (corpus / "seed").write_bytes(SEEDS[media])
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", str(corpus)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
