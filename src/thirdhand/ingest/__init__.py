"""Bytes -> Account.

`walk` finds the files, `take` makes accounts of one, `Intake` of many, with foreign formats in
processes apart. `READERS` lists the formats, `CONTAINERS` those that hold others. Every problem is
an Issue row; no bytes and no file name end in an exception.
"""

from thirdhand.ingest.about import About, SheetError, table, tellings
from thirdhand.ingest.blank import NOTHING, blank
from thirdhand.ingest.containers import CONTAINERS
from thirdhand.ingest.heeded import Heeded
from thirdhand.ingest.intake import Intake
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Note, Page, Refused
from thirdhand.ingest.readers import READERS
from thirdhand.ingest.take import take
from thirdhand.ingest.taken import Taken
from thirdhand.ingest.told import Told
from thirdhand.ingest.walk import walk

__all__ = [
    "CONTAINERS",
    "NOTHING",
    "READERS",
    "About",
    "Heeded",
    "Intake",
    "Limits",
    "Note",
    "Page",
    "Refused",
    "SheetError",
    "Taken",
    "Told",
    "blank",
    "table",
    "take",
    "tellings",
    "walk",
]
