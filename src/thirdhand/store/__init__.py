"""Keep what was taken in and what was made of it. SQLite by default."""

from thirdhand.store.protocol import Place, Store, StoreError
from thirdhand.store.sql import SqlStore

__all__ = ["Place", "SqlStore", "Store", "StoreError"]
