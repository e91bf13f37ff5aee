"""The parser is loaded only where there is something to read."""

import subprocess
import sys

ASKED = """
import sys
from thirdhand import flow
from thirdhand.model import Plan
from thirdhand.read import Readers
from thirdhand.words import vocabulary
readers = Readers(Plan("no case", ()), vocabulary())
assert list(readers.read([])) == [] and readers.id.startswith("rules-")
print([name for name in ("spacy", "thinc") if name in sys.modules])
"""


def test_a_run_that_reads_nothing_new_loads_no_parser() -> None:
    told = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
