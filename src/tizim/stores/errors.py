"""What can go wrong with a store."""

from tizim import TizimError


class StoreError(TizimError):
    """The store cannot do as asked."""


class WrongKeyError(StoreError):
    """The passphrase or the key file does not open the register."""


class DamagedStoreError(StoreError):
    """What lies on the disk is not what was written."""


class StoreFullError(StoreError):
    """There is no room to write; what was being written is not there, all that was there before is."""


class StoreBusyError(StoreError):
    """Another program has been writing for longer than this one waits."""
