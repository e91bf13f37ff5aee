"""`python -m thirdhand.schema [FOLDER]` writes the schemas again after a row changed."""

import sys
from pathlib import Path

from thirdhand.schema.make import FOLDER, write

for path in write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
    print(path)
