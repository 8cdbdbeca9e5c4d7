"""What can go wrong in the ledger."""

from tizim import TizimError


class LedgerError(TizimError):
    """The ledger cannot do as asked."""


class DuplicateEntry(LedgerError):  # noqa: N818
    """An entry with that id stands in the ledger already; entries are never written twice."""


class BrokenChain(LedgerError):  # noqa: N818
    """A digest does not follow from its entry and the digest before it: something was changed."""
