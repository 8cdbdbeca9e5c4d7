"""Where the register lies: SQL tables and a vault of files, all encrypted; and the keys to them."""

from tizim.stores.errors import DamagedStoreError, StoreBusyError, StoreError, StoreFullError, WrongKeyError
from tizim.stores.keys import Keys

__all__ = ["DamagedStoreError", "Keys", "StoreBusyError", "StoreError", "StoreFullError", "WrongKeyError"]
