"""Keep what was taken in and what was made of it. SQLite by default."""

from thirdhand.store.database import ORIGINALS
from thirdhand.store.log import batches, now
from thirdhand.store.protocol import ChangedError, Place, Store, StoreError
from thirdhand.store.sql import SqlStore

__all__ = [
    "ORIGINALS",
    "ChangedError",
    "Place",
    "SqlStore",
    "Store",
    "StoreError",
    "batches",
    "now",
]
