"""Bytes -> Account.

`walk` finds the files, `take` makes accounts of one, `READERS` lists the formats. Every problem
is an Issue row; no bytes and no file name end in an exception.
"""

from thirdhand.ingest.containers import CONTAINERS
from thirdhand.ingest.limits import Limits
from thirdhand.ingest.page import Note, Page, Refused
from thirdhand.ingest.readers import READERS
from thirdhand.ingest.take import take
from thirdhand.ingest.taken import Taken
from thirdhand.ingest.told import Told
from thirdhand.ingest.walk import walk

__all__ = [
    "CONTAINERS",
    "READERS",
    "Limits",
    "Note",
    "Page",
    "Refused",
    "Taken",
    "Told",
    "take",
    "walk",
]
